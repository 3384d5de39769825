import Testing

@testable import EntityGraph

/// Rows that are cut out of one memory.
@Suite struct RowTests {
  @Test func rowsDoNotOverlap() {
    var memory = RowMemory()
    for count in [5, 1, 0, 9] {
      var measure = RowTaker()
      _ = measure.row(UInt8(0), count: count)
      _ = measure.row(UInt64(0), count: count)
      _ = measure.row(of: Int32.self, count: count)
      #expect(measure.needed >= 13 * count)
      memory.makeRoom(bytes: measure.needed)
      memory.lend { taker in
        let bytes = taker.row(UInt8(7), count: count)
        let words = taker.row(UInt64.max, count: count)
        let numbers = taker.row(of: Int32.self, count: count)
        for k in 0..<count { numbers[k] = Int32(k) }
        for k in 0..<count { words[k] -= 1 }
        #expect((0..<count).allSatisfy { bytes[$0] == 7 && words[$0] == .max - 1 })
        #expect((0..<count).allSatisfy { numbers[$0] == Int32($0) })
      }
    }
  }

  @Test func listsTakeOnlyWhatBelongs() {
    var memory = RowMemory()
    memory.makeRoom(bytes: 100)
    memory.lend { taker in
      var list = taker.list(of: Int32.self, atMost: 20)
      for k in 0..<6 { list.append(Int32(k), if: k & 1) }
      #expect(Array(list) == [1, 3, 5])
      list.append(5..<5)
      list.append(6..<12)
      list.append(12)
      #expect(Array(list) == [1, 3, 5, 6, 7, 8, 9, 10, 11, 12])
      #expect(list.suffix(2).reversed() == [12, 11])
      list.removeAll()
      #expect(list.isEmpty)
    }
  }
}
