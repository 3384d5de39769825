import Testing

@testable import EntityGraph

@Suite struct ScalarOffsetsTests {
  @Test(arguments: [
    "", "plain", "é", "naïve café 中文 😀 end",
    String(repeating: "ab中😀é", count: 100), String(repeating: "x", count: 64) + "é",
    String(repeating: "中", count: 3) + "xxxxxxx", String(repeating: "😀", count: 100),
    String(repeating: "é", count: 32), String(repeating: "é", count: 33),
  ]) func countsScalarsLikeTheStandardLibrary(_ text: String) {
    var offsets = ScalarOffsets()
    let bytes = Array(text.utf8)
    // A text before it must leave nothing behind.
    offsets.prepare(Array("ünïcode".utf8))
    offsets.prepare(bytes)
    var byte = 0
    for (scalar, item) in text.unicodeScalars.enumerated() {
      #expect(offsets.scalar(of: byte, in: bytes) == scalar)
      byte += UTF8.width(item)
    }
    #expect(offsets.scalar(of: bytes.count, in: bytes) == text.unicodeScalars.count)
  }
}
