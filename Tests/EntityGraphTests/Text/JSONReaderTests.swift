import Testing

@testable import EntityGraph

@Suite struct JSONReaderTests {
  private static let strings: [(String, String)] = [
    (#""plain""#, "plain"),
    (#""a \"quoted\" \\ word""#, "a \"quoted\" \\ word"),
    (#""\b\f\n\r\t\/""#, "\u{8}\u{C}\n\r\t/"),
    (#""caf\u00e9 \u4E2D""#, "café 中"),
    (#""\ud83d\ude00""#, "😀"),
    (#""\ud83d""#, "\u{FFFD}"),
    (#""\ude00x""#, "\u{FFFD}x"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (
      #""long enough for eight bytes at a time \" and on""#,
      "long enough for eight bytes at a time \" and on"
    ),
    (#""héllo wörld, ünïcode without escapes""#, "héllo wörld, ünïcode without escapes"),
  ]

  /// What comes of a string literal, and what of a text that is broken.
  @Test(arguments: strings) func readsStrings(_ json: String, _ text: String) throws {
    let bytes = Array(json.utf8)
    let read = try bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      var out: [UInt8] = []
      try reader.readString(into: &out)
      try reader.finish()
      return String(decoding: out, as: UTF8.self)
    }
    #expect(read == text)
  }

  private static let broken: [(String, String)] = [
    ("{", "expected a string as key at column 2"),
    (#"{"a":1,}"#, "expected a string as key at column 8"),
    (#"{"a" 1}"#, "expected ':' at column 6"),
    (#"{"a":1 "b":2}"#, "expected ',' or '}' at column 8"),
    (#"{"a":[1 2]}"#, "expected ',' or ']' at column 9"),
    (#"{"a":nil}"#, "expected a value at column 6"),
    (#"{"a":01}"#, "malformed number at column 8"),
    (#"{"a":1.}"#, "malformed number at column 8"),
    (#"{"a":1e}"#, "malformed number at column 8"),
    (#"{"a":-}"#, "malformed number at column 7"),
    (#"{"a":"b"#, "string without end at column 8"),
    (#"{"a":"\x"}"#, "unknown escape at column 8"),
    (#"{"a":"\u12g4"}"#, "unknown escape at column 9"),
    ("{\"a\":\"line\nbreak\"}", "control character in a string at column 11"),
    (#"{"a":1} x"#, "text after the value at column 9"),
    ("[1]", "expected an object at column 1"),
  ]

  @Test(arguments: broken) func refuses(_ json: String, _ message: String) {
    #expect(fault(json) == message)
  }

  @Test func acceptsEveryKindOfValue() {
    let json = #" {"a":[],"b":{},"c":[1,-0.5e+7,true,false,null,"x",[{"d":[0]}]],"e":10} "#
    #expect(fault(json) == nil)
  }

  @Test func refusesDeepNesting() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(fault("{\"a\":\(deep)") == "nested too deeply at column 134")
  }

  private func fault(_ json: String) -> String? {
    let bytes = Array(json.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      var key: [UInt8] = []
      do throws(JSONProblem) {
        try reader.readObject(key: &key) { (reader, _) throws(JSONProblem) in
          try reader.skipValue()
        }
        try reader.finish()
        return nil
      } catch { return error.description }
    }
  }
}
