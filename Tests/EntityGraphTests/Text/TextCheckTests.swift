import Testing

@testable import EntityGraph

@Suite struct TextCheckTests {
  private func agree(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer(TextCheck.isUTF8)
      == (String(validating: bytes, as: UTF8.self) != nil)
  }

  /// Every lead byte with second bytes around each border, whole, cut off and with a wrong last one.
  @Test func tellsUTF8LikeTheStandardLibrary() {
    let borders: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for lead in UInt8(0x7F)...UInt8(0xFF) {
      for second in borders {
        for third in borders {
          for bytes in [
            [lead], [lead, second], [lead, second, third], [lead, second, third, 0x80],
          ] {
            #expect(agree(bytes), "\(bytes)")
          }
        }
      }
    }
  }

  /// The same sequence wherever it stands in a step, and where the text ends behind it.
  @Test func tellsUTF8AtEveryPlace() {
    let pieces: [[UInt8]] = [
      [], [0xC3, 0xA9], [0xE2, 0x80, 0x99], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0xA0, 0x80], [0x80],
      [0xE2, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC1, 0xBF],
    ]
    for before in 0...34 {
      for after in [0, 1, 7, 15, 16, 17] {
        for piece in pieces {
          let plain = { (count: Int) in [UInt8](repeating: 0x61, count: count) }
          let bytes = plain(before) + piece + piece + plain(after)
          #expect(agree(bytes), "\(before) \(after) \(piece)")
        }
      }
    }
  }
}
