/// The mentions of one document by what the sieves ask for, each list in the order of the text: a sieve
/// goes through those that it can join and asks no other what it is.
struct MentionLists: Sendable {
  /// Names, and adjectives made of them.
  private(set) var names: [Int32] = []
  /// Those of ``names`` that the lexicon has a canonical name for.
  private(set) var listed: [Int32] = []
  /// Persons' names.
  private(set) var people: [Int32] = []
  /// Names of places.
  private(set) var places: [Int32] = []
  /// What has no name: nominals and pronouns.
  private(set) var open: [Int32] = []

  mutating func fill(_ mentions: [Mention]) {
    mentions.withUnsafeBufferPointer { mentions in
      // Nominals and pronouns are the forms with the second bit.
      Self.fill(&names, mentions) { $0.form.rawValue >> 1 ^ 1 }
      Self.fill(&open, mentions) { $0.form.rawValue >> 1 }
      Self.fill(&people, mentions) { Self.isZero($0.kind.rawValue | $0.form.rawValue) }
      Self.fill(&places, mentions) {
        Self.isZero($0.kind.rawValue ^ EntityKind.place.rawValue | $0.form.rawValue)
      }
      Self.fill(&listed, mentions) {
        let isListed = UInt8(truncatingIfNeeded: ($0.canonical | (0 &- $0.canonical)) >> 31)
        return isListed & ~($0.form.rawValue >> 1)
      }
    }
  }

  /// 1 for a small number that is 0, else 0.
  @inline(__always)
  private static func isZero(_ number: UInt8) -> UInt8 { (number &- 1) >> 7 }

  /// Writes each index and goes on only behind those that belong to the list, for which `belongs`
  /// says 1: what a mention is can't be foreseen, so arithmetic decides instead of branches.
  @inline(__always)
  private static func fill(
    _ list: inout [Int32], _ mentions: UnsafeBufferPointer<Mention>, _ belongs: (Mention) -> UInt8
  ) {
    list.refill(0, count: mentions.count)
    var count = 0
    list.withUnsafeMutableBufferPointer { list in
      for index in 0..<mentions.count {
        list[count] = Int32(truncatingIfNeeded: index)
        count &+= Int(belongs(mentions[index]))
      }
    }
    list.removeLast(mentions.count - count)
  }
}
