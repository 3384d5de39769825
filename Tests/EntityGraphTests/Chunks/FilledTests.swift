import Testing

@testable import EntityGraph

@Suite struct FilledTests {
  @Test func holdsWhatIsWritten() {
    var filled = Filled<Int>()
    #expect(filled.isEmpty)
    filled.makeRoom(for: 3, -1)
    filled.withRoom { for k in 0..<3 { $0[k] = k * 10 } }
    // Room alone does not count.
    #expect(filled.isEmpty)
    filled.setCount(3)
    #expect(Array(filled) == [0, 10, 20])
    filled[1] = 11
    filled.append(30)
    #expect(filled.withUnsafeBufferPointer { Array($0) } == [0, 11, 20, 30])
    filled.setCount(0)
    #expect(Array(filled).isEmpty)
  }

  @Test func growsByAppending() {
    var filled = Filled<Int>()
    for k in 0..<1000 { filled.append(k) }
    #expect(Array(filled) == Array(0..<1000))
  }
}
