/// Which of the engine's lists of words hold a word.
struct NameLists: OptionSet, Sendable {
  let rawValue: UInt32

  /// Bodies of which a country has one (list `official`).
  static let officialHeads = NameLists(rawValue: 1 << 0)
  /// Heads that may take "and" or "for" behind them (lists `org.and`, `org.for`).
  static let andHeads = NameLists(rawValue: 1 << 1)
  static let forHeads = NameLists(rawValue: 1 << 2)
  /// Words between two teams (list `versus`).
  static let versus = NameLists(rawValue: 1 << 3)
  /// Small words inside the names of bodies (list `body.mod`): "joint operation command".
  static let bodyWords = NameLists(rawValue: 1 << 4)
  /// First words of stations' names (list `station`).
  static let stations = NameLists(rawValue: 1 << 5)
  /// Small words that may open a surname (list `opener`): "von der Leyen".
  static let openers = NameLists(rawValue: 1 << 6)
  /// Titles in the names of parks and hospitals (list `royal`): Queen Elizabeth Hospital.
  static let royals = NameLists(rawValue: 1 << 7)
  /// Heads of places that belong to what stands before (list `county`): Lee County Circuit Judge.
  static let counties = NameLists(rawValue: 1 << 8)
  /// Words in front of "for" and a constituency (list `seat`): MP for Leeds East.
  static let seats = NameLists(rawValue: 1 << 9)
  /// Letters behind a person's name (list `degree`): QC, MBE.
  static let degrees = NameLists(rawValue: 1 << 10)
  /// Heads of bodies named for the title that they serve (list `office`).
  static let offices = NameLists(rawValue: 1 << 11)
  /// Small heads that belong to a place's name (list `place.inside`): Idlib province.
  static let insideHeads = NameLists(rawValue: 1 << 12)
  /// Words in front of "of" and the person to whom it was done (list `deed.of`): murder, arrest.
  static let deeds = NameLists(rawValue: 1 << 13)
  /// Words in front of "of" and somebody's home (list `native`).
  static let natives = NameLists(rawValue: 1 << 14)
  static let ordinals = NameLists(rawValue: 1 << 15)
  static let patrons = NameLists(rawValue: 1 << 16)
  static let partisans = NameLists(rawValue: 1 << 17)
  static let firmRoles = NameLists(rawValue: 1 << 18)
  /// Words that own a body's name (list `possessor`): People's Party.
  static let possessors = NameLists(rawValue: 1 << 19)
  /// Functions in front of "of" and the body whose they are (list `staff.of`): chairman of Acme.
  static let staff = NameLists(rawValue: 1 << 20)
  /// Nouns for a company (list `body.company`): battery maker Acme.
  static let companies = NameLists(rawValue: 1 << 21)
  /// Letters that are a rank only in front of a full name (list `rank.short`): DC Jane Doe.
  static let shortRanks = NameLists(rawValue: 1 << 22)
  /// What only a firm has (list `firm.own`): Acme's shares.
  static let firmOwned = NameLists(rawValue: 1 << 23)
  /// Words that stand beside a club's name in other reports than of sport (list `club.near`).
  static let clubWords = NameLists(rawValue: 1 << 24)
  /// What only a country has (list `state.own`): Freedonia's foreign minister.
  static let stateOwned = NameLists(rawValue: 1 << 26)
  /// Words in front of a firm that is bought or sold (list `deal`), and in front of "in", "of" or
  /// "with" and a firm (list `deal.of`).
  static let deals = NameLists(rawValue: 1 << 27)
  static let stakes = NameLists(rawValue: 1 << 28)
  /// Words in front of "of" and a country of one word (list `state.of`): the government of Freedonia.
  static let stateParts = NameLists(rawValue: 1 << 29)
  /// Verbs of many (list `verb.plural`): Norwood City have signed.
  static let plurals = NameLists(rawValue: 1 << 30)

  /// Heads of bodies that in front of a function say what it is about (list `office.field`): Press
  /// Secretary.
  static let fields = NameLists(rawValue: 1 << 31)

  /// Heads that may take "in" and a place behind them (list `org.in`): African Union Mission in X.
  static let inHeads = NameLists(rawValue: 1 << 25)

  /// The lists as packs name them; the index is the bit.
  private static let names = [
    "official", "org.and", "org.for", "versus", "body.mod", "station", "opener", "royal", "county",
    "seat", "degree", "office", "place.inside", "deed.of", "native", "ordinal.of-body", "patron",
    "role.partisan", "firm.role", "possessor", "staff.of", "body.company",
    "rank.short", "firm.own", "club.near", "org.in", "state.own", "deal", "deal.of", "state.of",
    "verb.plural", "office.field",
  ]

  /// What the lists of packs say of each word; of two lists with one name the first counts.
  static func table(_ lists: [(name: String, terms: [TermID])]) -> TermTable<UInt32> {
    var table = TermTable<UInt32>()
    for (bit, name) in names.enumerated() {
      for term in lists.first(where: { $0.name == name })?.terms ?? [] {
        table.add(1 << UInt32(bit), to: term)
      }
    }
    return table
  }
}
