import Testing

@testable import EntityGraph

/// What says no before the trie of names is walked must be sure of it.
@Suite struct PairFilterTests {
  /// Pairs as names have them: few first words, many second ones.
  static let pairs: [(TermID, TermID)] = (0..<4000).map {
    (TermID(1 + $0 % 900), TermID(5 + $0 * 37 % 20_000))
  }

  @Test func holdsWhatWasPutIn() {
    let words = PairFilter.layout(Self.pairs)
    words.withUnsafeBufferPointer {
      let filter = PairFilter(words: $0)
      for (first, second) in Self.pairs { #expect(filter.mayHold(first, second)) }
    }
  }

  @Test func saysNoToMostOthers() {
    let words = PairFilter.layout(Self.pairs)
    let wrong = words.withUnsafeBufferPointer { words in
      (0..<10_000).count { PairFilter(words: words).mayHold(TermID($0 % 900), TermID(30_000 + $0)) }
    }
    #expect(wrong < 1000)
  }

  @Test func nothingHoldsNothing() {
    #expect(!PairFilter(words: .init(start: nil, count: 0)).mayHold(1, 2))
    PairFilter.layout([]).withUnsafeBufferPointer {
      #expect(!PairFilter(words: $0).mayHold(1, 2) && !PairFilter(words: $0).mayHold(0, .max))
    }
  }

  @Test(arguments: [
    (SenseKind.person, SenseFlags.solo, NodeSummary.capitalized),
    (.organization, [.acronym, .lower], .acronym), (.reject, .lower, .lower),
    (.demonym, [], .capitalized), (.place, .acronym, .acronym),
  ])
  func summaryHasKindAndForm(_ kind: SenseKind, _ flags: SenseFlags, _ form: NodeSummary) {
    let summary = NodeSummary(kind, flags)
    #expect(summary.kinds == 1 << kind.rawValue)
    #expect(summary.intersection([.acronym, .lower, .capitalized]) == form)
  }
}
