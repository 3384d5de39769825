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
  /// release, murder, election: "of" says who suffers it.
  static let suffered = RelationBits(rawValue: 1 << 11)
  static let among = RelationBits(rawValue: 1 << 12)
  /// part, area, outskirts: "parts of Syria" is Syria.
  static let part = RelationBits(rawValue: 1 << 13)
  /// convict, accuse, sentence: "convicted of the murder of X".
  static let charge = RelationBits(rawValue: 1 << 14)
  /// acquit, clear: what somebody is cleared of he has not done.
  static let acquit = RelationBits(rawValue: 1 << 19)
  /// strike, bombing, raid: "of" says who suffers it, and who is killed in it is killed by its doer.
  static let violence = RelationBits(rawValue: 1 << 15)
  /// resident, lawyer, farmer: with a town in front where somebody lives, no office.
  static let resident = RelationBits(rawValue: 1 << 16)
  /// boss, owner: an office that no state gives, so that a nationality in front is the holder's.
  static let privateOffice = RelationBits(rawValue: 1 << 29)
  static let office = RelationBits(rawValue: 1 << 20)
  /// headquarters, offices, board: what is done to it is done to whom it belongs.
  static let site = RelationBits(rawValue: 1 << 17)
  static let to = RelationBits(rawValue: 1 << 18)
  static let upon = RelationBits(rawValue: 1 << 31)
  static let inFavor = RelationBits(rawValue: 1 << 30)
  /// government, parliament: "Government of X" belongs to X.
  static let national = RelationBits(rawValue: 1 << 22)
  /// university, institute, hospital: who is "at" one belongs to it.
  static let institution = RelationBits(rawValue: 1 << 23)
  /// group, movement: behind a body's name it says what that is.
  static let repeats = RelationBits(rawValue: 1 << 24)
  /// rebel, militant: a body's fighters stand for it.
  /// "each other", "one another".
  static let each = RelationBits(rawValue: 1 << 27)
  static let mutual = RelationBits(rawValue: 1 << 28)
  /// himself, themselves.
  static let reflexive = RelationBits(rawValue: 1 << 26)
  static let fighter = RelationBits(rawValue: 1 << 25)
}

/// ``RelationBits`` of each term.
struct RelationWords: Sendable {
  private var bits: TermTable<UInt32>

  @inline(__always) subscript(_ term: TermID) -> RelationBits {
    RelationBits(rawValue: bits[term])
  }

  /// The bits while a document is read.
  struct View {
    /// One a term up to the last that has any; never empty, and the first, of no word, has none.
    fileprivate let bits: UnsafeBufferPointer<UInt32>

    /// Without a branch: what lies behind the end is read as the first.
    @inline(__always) subscript(_ term: TermID) -> RelationBits {
      let isInside = (Int(term) &- bits.count) >> 63
      return RelationBits(rawValue: bits[Int(term) & isInside])
    }
  }

  /// Lends the bits, which are valid within `body` only.
  func withView(_ body: (View) -> Void) { bits.withBits { body(View(bits: $0)) } }

  init(term: (String) -> TermID, list: (String) -> [TermID]) {
    var bits = TermTable<UInt32>()
    // So that there is an entry for no word.
    bits.add(0, to: 1)
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
    ("light", .light), ("deed", .deed), ("deed.violence", .violence),
    ("role.resident", .resident), ("verb.empty", .empty), ("tie", .tie),
    ("tie.location", .location), ("part", .part), ("verb.charge", .charge),
    ("role.office", .office), ("role.private", .privateOffice),
    ("body.national", .national),
    ("body.institution", .institution), ("body.fighter", .fighter),
    ("body.repeats", .repeats), ("body.site", .site), ("verb.acquit", .acquit),
    ("pron.self", .reflexive), ("deed.suffered", .suffered),
  ]
  private static let closed: [(String, RelationBits)] = [
    ("of", .of), ("by", .by), ("between", .between), ("in", .inside), ("from", .from), ("to", .to),
    ("for", .inFavor), ("on upon", .upon),
    ("during at in after before for following", .during),
    ("including", .among), ("each one", .each), ("other another", .mutual),
  ]
}
