import Testing

@testable import EntityGraph

/// The mentions of a document by where they begin, where they end and what they cover.
@Suite struct MentionIndexTests {
  /// Token ranges, in the order in which they come, with how many tokens there are.
  static let rows: [(mentions: [(Int32, Int32)], tokens: Int)] = [
    ([], 0),
    ([], 20),
    ([(0, 1), (3, 5), (19, 20)], 20),
    ([(0, 8), (8, 17), (12, 20)], 20),
    // One within the other, and two that begin or end together.
    ([(2, 9), (2, 4), (3, 9), (5, 7)], 30),
    ([(4, 5), (4, 5)], 6),
    // Out of order, empty, and beyond the tokens.
    ([(9, 10), (2, 4), (5, 5), (-1, 3), (6, 4), (18, 22), (2, 5)], 20),
  ]

  @Test(arguments: rows.indices) func finds(_ row: Int) {
    let (ranges, count) = Self.rows[row]
    var index = MentionIndex()
    // What is left of a document before must not be seen.
    index.rebuild((0..<40).map { view((Int32($0), Int32($0) + 1), 0) }, tokenCount: 40)
    index.rebuild(ranges.enumerated().map { view($1, $0) }, tokenCount: count)
    let kept = ranges.enumerated().filter { $1.0 >= 0 && $1.0 < $1.1 && Int($1.1) <= count }
    let views = index.withViews { Array($0) }
    #expect(views.count == kept.count)
    for token in 0..<count {
      let begins = kept.filter { Int($1.0) == token }.map { $1.1 }.sorted(by: >)
      let first = Int(index.startAt[token])
      #expect(
        first < 0 ? begins.isEmpty : begins == begins.indices.map { views[first + $0].end })
      let covers = kept.filter { Int($1.0) <= token && token < Int($1.1) }
      let kinds = covers.reduce(0) { $0 | Self.kind($1.offset).rawValue }
      #expect(index.cover[token] == kinds)
    }
    for border in 0...count {
      var ends: [Int32] = []
      var at = Int(index.endAt[border])
      while at >= 0 {
        ends.append(views[at].first)
        at = Int(views[at].nextAtEnd)
      }
      #expect(ends == kept.filter { Int($1.1) == border }.map { $1.0 }.sorted())
    }
  }

  private static func kind(_ number: Int) -> KindMask {
    [KindMask.person, .organization, .place][number % 3]
  }

  private func view(_ range: (Int32, Int32), _ number: Int) -> MentionView {
    MentionView(
      first: range.0, end: range.1, kinds: Self.kind(number), form: .name,
      reference: Int32(number))
  }
}
