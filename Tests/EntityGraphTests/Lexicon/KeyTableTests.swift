import Testing

@testable import EntityGraph

/// Keys that an article chooses cost no more than any others.
@Suite struct KeyTableTests {
  /// Keys whose slots under the fast hash lie within `width` of each other, in tables of any size
  /// that so many keys need: the hash is a bijection, and this is its inverse.
  private func chosen(_ count: Int, width: UInt64) -> [UInt64] {
    (1...UInt64(count)).map { number in
      var h = number << 24 | number % width
      h ^= h >> 29 ^ h >> 58
      return h &* 0xF1DE_83E1_9937_733D
    }
  }

  @Test func theInverseIsOne() {
    let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
    #expect(golden &* 0xF1DE_83E1_9937_733D == 1)
  }

  @Test(arguments: [(1, true), (64, true), (1 << 20, false)])
  func noKeyIsFar(_ width: UInt64, _ isFlooded: Bool) {
    let keys = chosen(20_000, width: width)
    var table = KeyTable()
    for (number, key) in keys.enumerated() {
      #expect(table.value(key) == nil)
      table.set(key, Int32(number))
      // Steps of the farthest search: that of every search is at most this.
      if table.longest > KeyTable.patience { Issue.record("\(table.longest) steps, \(number)") }
    }
    #expect(table.isFlooded == isFlooded, "\(width)")
    for (number, key) in keys.enumerated() { #expect(table.value(key) == Int32(number)) }
    table.removeAll()
    #expect(!table.isFlooded && table.longest == 0)
    #expect(keys.allSatisfy { table.value($0) == nil })
  }

  @Test func aKeyHasItsLastValue() {
    var table = KeyTable()
    for round in 0..<3 { for key in 1...500 { table.set(UInt64(key), Int32(key * 10 + round)) } }
    for key in 1...500 { #expect(table.value(UInt64(key)) == Int32(key * 10 + 2)) }
  }
}
