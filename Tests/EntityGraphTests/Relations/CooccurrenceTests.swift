import Testing

@testable import EntityGraph

/// Pairs of entities in a sentence, and that a sentence of many entities stays cheap.
@Suite struct CooccurrenceTests {
  private func pairs(_ entities: [Int32]) -> [Cooccurrence] {
    let mentions = entities.enumerated().map { k, entity in
      Mention(
        span: ByteSpan(start: Int32(k), end: Int32(k) + 1), first: Int32(k), end: Int32(k) + 1,
        kind: .place, form: .name, entity: entity, rule: 0)
    }
    let sentence = Sentence(first: 0, end: Int32(entities.count), line: .running)
    var counter = PairCounter()
    var found: [Cooccurrence] = []
    counter.run(mentions, sentences: [sentence], into: &found)
    return found
  }

  @Test func pairsEachEntityOnce() {
    let found = pairs([2, 0, 2, 1])
    #expect(found.map { [$0.a, $0.b] } == [[0, 2], [1, 2], [0, 1]])
  }

  /// Pairs are written several at once; what is too much must be gone.
  @Test(arguments: 0..<40 as Range<Int32>)
  func allPairsOfNearOnes(_ count: Int32) {
    var expected: [[Int32]] = []
    for a in 0..<count {
      for b in 0..<count where b > a && b - a <= Int32(PairCounter.reach) {
        expected.append([a, b])
      }
    }
    #expect(pairs(Array(0..<count)).map { [$0.a, $0.b] } == expected)
    // What refers to nothing is passed over.
    #expect(pairs([-1] + Array(0..<count) + [-1]).map { [$0.a, $0.b] } == expected)
  }

  @Test func oneEntityGivesNothing() { #expect(pairs([3, 3, 3]).isEmpty) }

  @Test func manyEntitiesStayLinear() {
    let found = pairs(Array(0..<5_000))
    #expect(found.count < 5_000 * PairCounter.reach)
    #expect(found.count > 5_000 * (PairCounter.reach - 1))
  }
}
