import Testing

@testable import EntityGraph

@Suite struct ByteWriterTests {
  private func text(_ write: (inout ByteWriter) -> Void) -> String {
    var writer = ByteWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [0, 7, 10, -1, 123_456_789, Int.max, Int.min])
  func integers(_ value: Int) { #expect(text { $0.append(value) } == "\(value)") }

  private static let decimals: [(Double, Int, String)] = [
    (0, 2, "0.00"), (1.005, 1, "1.0"), (-0.25, 2, "-0.25"), (-0.001, 2, "0.00"),
    (12.3456, 3, "12.346"), (0.99999, 4, "1.0000"), (3, 0, "3"),
  ]

  @Test(arguments: decimals)
  func decimalsHaveFixedPlaces(_ value: Double, _ places: Int, _ expected: String) {
    #expect(text { $0.append(value, places: places) } == expected)
  }

  private static let strings: [(String, String)] = [
    ("", #""""#), ("plain é 😀", #""plain é 😀""#), ("a\"b\\c/d", #""a\"b\\c/d""#),
    ("\n\r\t\u{0}\u{1F}\u{7F}", "\"\\n\\r\\t\\u0000\\u001f\u{7F}\""),
  ]

  @Test(arguments: strings) func jsonStrings(_ value: String, _ expected: String) {
    #expect(text { $0.json(value) } == expected)
  }

  private static let cells: [(String, String)] = [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("=1+1", "'=1+1"), ("-12.5", "-12.5"), ("-x", "'-x"), ("a\nb", "a b"),
  ]

  @Test(arguments: cells) func csvFields(_ value: String, _ expected: String) {
    #expect(CSV.field(value) == expected)
  }

  private static let wraps: [(String, [String])] = [
    ("Short", ["Short"]), ("Joaquim Lopes da Cunha", ["Joaquim", "Lopes da", "Cunha"]),
    ("Unbreakablelongword", ["Unbreaka-", "blelongword"]),
    ("one two three four five six", ["one two", "three", "four fiv…"]), ("", []),
  ]

  @Test(arguments: wraps) func labelsWrap(_ value: String, _ expected: [String]) {
    #expect(TextWrap.lines(value, width: 9, most: 3) == expected)
  }
}
