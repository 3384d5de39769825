import Testing

@testable import EntityGraph

/// What says no before the trie of names is walked must be sure of it.
@Suite struct PairFilterTests {
  /// Pairs as names have them: few first words, many second ones.
  static let pairs = (0..<4000).map { (k: Int) -> (TermID, TermID) in
    (TermID(1 + k % 900), TermID(5 + k * 37 % 20_000))
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
    var wrong = 0
    words.withUnsafeBufferPointer {
      let filter = PairFilter(words: $0)
      for k in 0..<10_000 where filter.mayHold(TermID(k % 900), TermID(30_000 + k)) { wrong += 1 }
    }
    #expect(wrong < 1000)
  }

  @Test func nothingHoldsNothing() {
    #expect(!PairFilter(words: .init(start: nil, count: 0)).mayHold(1, 2))
    PairFilter.layout([]).withUnsafeBufferPointer {
      #expect(!PairFilter(words: $0).mayHold(1, 2) && !PairFilter(words: $0).mayHold(0, .max))
    }
  }

  @Test func summaryHasKindAndForm() {
    let rows: [(kind: SenseKind, flags: SenseFlags, form: NodeSummary)] = [
      (.person, .solo, .capitalized), (.organization, [.acronym, .lower], .acronym),
      (.reject, .lower, .lower), (.demonym, [], .capitalized), (.place, .acronym, .acronym),
    ]
    for row in rows {
      let summary = NodeSummary(row.kind, row.flags)
      let bit: UInt8 = 1 << row.kind.rawValue
      #expect(summary.kinds == bit)
      #expect(summary.intersection([.acronym, .lower, .capitalized]) == row.form)
    }
  }
}
