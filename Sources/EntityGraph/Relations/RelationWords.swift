/// Word lists of the packs that the relation stage asks for, by the base form of a word.
struct RelationBits: OptionSet, Sendable {
  let rawValue: UInt16
  /// have, hold, make, give: the noun behind it is the action.
  static let light = RelationBits(rawValue: 1 << 0)
  /// decision, vote, attack: what somebody does stands for who does it.
  static let deed = RelationBits(rawValue: 1 << 1)
  /// during, at, in: the clause's subject takes part in the meeting that the preposition governs.
  static let during = RelationBits(rawValue: 1 << 2)
  /// Prepositions that tie an action to the entity it concerns.
  static let tie = RelationBits(rawValue: 1 << 3)
  /// in, at, on, near: say where, not whom it concerns.
  static let location = RelationBits(rawValue: 1 << 4)
  /// Verbs whose generic relation says nothing (say, be, seem).
  static let empty = RelationBits(rawValue: 1 << 5)
  static let of = RelationBits(rawValue: 1 << 6)
  static let by = RelationBits(rawValue: 1 << 7)
  static let between = RelationBits(rawValue: 1 << 8)
  static let inside = RelationBits(rawValue: 1 << 9)
  static let from = RelationBits(rawValue: 1 << 10)
  static let according = RelationBits(rawValue: 1 << 11)
  static let among = RelationBits(rawValue: 1 << 12)
  static let negativeNoun = RelationBits(rawValue: 1 << 13)
}

/// ``RelationBits`` of each term.
struct RelationWords: Sendable {
  private var bits: [UInt16]

  @inline(__always) subscript(_ term: TermID) -> RelationBits {
    Int(term) < bits.count ? RelationBits(rawValue: bits[Int(term)]) : []
  }

  init(termCount: Int, term: (String) -> TermID, list: (String) -> [TermID]) {
    var bits = [UInt16](repeating: 0, count: max(termCount, 1))
    for (words, flag) in Self.closed {
      for word in words.split(separator: " ") {
        let id = Int(term(String(word)))
        if id > 0, id < bits.count { bits[id] |= flag.rawValue }
      }
    }
    for (name, flag) in Self.lists {
      for id in list(name) where Int(id) < bits.count { bits[Int(id)] |= flag.rawValue }
    }
    bits[0] = 0
    self.bits = bits
  }

  private static let lists: [(String, RelationBits)] = [
    ("light", .light), ("deed", .deed), ("verb.empty", .empty), ("tie", .tie),
    ("tie.location", .location),
  ]
  private static let closed: [(String, RelationBits)] = [
    ("of", .of), ("by", .by), ("between", .between), ("in", .inside), ("from", .from),
    ("during at in after before for following", .during), ("according", .according),
    ("among including", .among),
  ]
}
