/// Word lists of the packs that the relation stage asks for, by the base form of a word.
struct RelationBits: OptionSet, Sendable {
  let rawValue: UInt32
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
  /// part, area, outskirts: "parts of Syria" is Syria.
  static let part = RelationBits(rawValue: 1 << 13)
  /// convict, accuse, sentence: "convicted of the murder of X".
  static let charge = RelationBits(rawValue: 1 << 14)
  /// X-allied: the body supports X, not X the body.
  static let ally = RelationBits(rawValue: 1 << 15)
  /// X-led, X-backed: X supports the body.
  static let backer = RelationBits(rawValue: 1 << 16)
  static let pro = RelationBits(rawValue: 1 << 17)
  static let anti = RelationBits(rawValue: 1 << 18)
  static let based = RelationBits(rawValue: 1 << 19)
  static let office = RelationBits(rawValue: 1 << 20)
  /// government, parliament: "Government of X" belongs to X.
  static let national = RelationBits(rawValue: 1 << 22)
  /// university, institute, hospital: who is "at" one belongs to it.
  static let institution = RelationBits(rawValue: 1 << 23)
  /// X-ruled, X-occupied: X acts on the place.
  static let holder = RelationBits(rawValue: 1 << 24)
  static let owned = RelationBits(rawValue: 1 << 21)
  /// rebel, militant: a body's fighters stand for it.
  static let fighter = RelationBits(rawValue: 1 << 25)
}

/// ``RelationBits`` of each term.
struct RelationWords: Sendable {
  private var bits: TermTable<UInt32>

  @inline(__always) subscript(_ term: TermID) -> RelationBits {
    RelationBits(rawValue: bits[term])
  }

  init(term: (String) -> TermID, list: (String) -> [TermID]) {
    var bits = TermTable<UInt32>()
    for (words, flag) in Self.closed {
      for word in words.utf8.split(separator: UInt8(ascii: " ")) {
        bits.add(flag.rawValue, to: term(String(Substring(word))))
      }
    }
    for (name, flag) in Self.lists {
      for id in list(name) { bits.add(flag.rawValue, to: id) }
    }
    self.bits = bits
  }

  private static let lists: [(String, RelationBits)] = [
    ("light", .light), ("deed", .deed), ("verb.empty", .empty), ("tie", .tie),
    ("tie.location", .location), ("part", .part), ("verb.charge", .charge), ("link.ally", .ally),
    ("link.supports", .backer), ("link.leader", .backer), ("side.for", .pro),
    ("link.located", .based), ("role.office", .office), ("link.owns", .owned),
    ("body.national", .national), ("link.leads", .holder), ("link.occupies", .holder),
    ("body.institution", .institution), ("body.fighter", .fighter),
  ]
  private static let closed: [(String, RelationBits)] = [
    ("of", .of), ("by", .by), ("between", .between), ("in", .inside), ("from", .from),
    ("during at in after before for following", .during), ("according", .according),
    ("including", .among), ("anti", .anti), ("pro", .pro),
  ]
}
