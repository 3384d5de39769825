/// What the search for listed names asks of all senses of a name, in one byte.
struct NodeSummary: OptionSet, Sendable {
  let rawValue: UInt8

  /// How senses want to be written: in capitals, with a small first letter, with a capital.
  static let acronym = NodeSummary(rawValue: 1 << 5)
  static let lower = NodeSummary(rawValue: 1 << 6)
  static let capitalized = NodeSummary(rawValue: 1 << 7)

  /// One bit for each ``SenseKind`` that some sense has.
  @inline(__always) var kinds: UInt8 { rawValue & 0x1F }

  @inline(__always) init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ kind: SenseKind, _ flags: SenseFlags) {
    let form: NodeSummary =
      flags.contains(.acronym) ? .acronym : flags.contains(.lower) ? .lower : .capitalized
    rawValue = form.rawValue | 1 << kind.rawValue
  }
}

/// A set of pairs of terms that may say yes to a pair that it does not hold (Bloom's filter), so that
/// it is small enough to stay near the processor.
struct PairFilter {
  let words: UnsafeBufferPointer<UInt64>

  /// The word that a pair falls into, and its two bits there.
  @inline(__always)
  private static func place(
    _ first: TermID, _ second: TermID, _ count: Int
  ) -> (word: Int, bits: UInt64) {
    var hash = (UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    let word = Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    hash ^= hash >> 32
    return (word, 1 << (hash & 63) | 1 << (hash >> 6 & 63))
  }

  @inline(__always)
  func mayHold(_ first: TermID, _ second: TermID) -> Bool {
    if words.isEmpty { return false }
    let (word, bits) = Self.place(first, second, words.count)
    return words[word] & bits == bits
  }

  /// The bits for some pairs: about ten for each.
  static func layout(_ pairs: [(TermID, TermID)]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: pairs.count * 10 / 64 + 1)
    for pair in pairs {
      let (word, bits) = place(pair.0, pair.1, words.count)
      words[word] |= bits
    }
    return words
  }
}
