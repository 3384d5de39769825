/// What a word can be, as the stages ask for it. A `words` table assigns these by name; any other
/// name in such a table becomes a list that rules can use.
public struct WordClass: OptionSet, Sendable {
  public let rawValue: UInt64
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The class names as packs write them; the index is the bit.
  public static let names: [String] = [
    // Closed classes.
    "det", "prep", "pron", "conj", "aux", "modal", "neg", "wh", "number", "sub",
    // Open classes and forms.
    "noun", "noun.pl", "verb", "verb.3sg", "verb.past", "verb.part", "verb.ing", "adj", "adv",
    // How common the lower-case word is.
    "common",
    // Parts of persons' names.
    "first", "last", "male", "female", "particle", "suffix.person",
    // In front of a person's name.
    "honorific", "title", "rank",
    // Functions.
    "role", "role.mod", "role.out", "kin",
    // Parts of organizations' names.
    "org.suffix", "org.head", "org.of", "org.mod",
    // Parts of places' names.
    "place.head", "place.pre", "place.general", "direction",
    // Heads of names that are no entities: events, laws, products, works.
    "reject.head",
    // Dates and measures.
    "month", "weekday", "time", "unit",
    // Verbs by what they say of their subject.
    "say", "act.person", "act.org",
    // Other context.
    "people", "force", "sport", "nominal.org", "nominal.place", "nominal.person",
    "split.after", "split.before", "abbrev", "collective", "weak",
  ]

  public static let det = WordClass(bit: 0)
  public static let prep = WordClass(bit: 1)
  public static let pron = WordClass(bit: 2)
  public static let conj = WordClass(bit: 3)
  public static let aux = WordClass(bit: 4)
  public static let modal = WordClass(bit: 5)
  public static let neg = WordClass(bit: 6)
  public static let wh = WordClass(bit: 7)
  public static let number = WordClass(bit: 8)
  public static let sub = WordClass(bit: 9)
  public static let noun = WordClass(bit: 10)
  public static let nounPlural = WordClass(bit: 11)
  public static let verb = WordClass(bit: 12)
  public static let verb3sg = WordClass(bit: 13)
  public static let verbPast = WordClass(bit: 14)
  public static let verbPart = WordClass(bit: 15)
  public static let verbIng = WordClass(bit: 16)
  public static let adj = WordClass(bit: 17)
  public static let adv = WordClass(bit: 18)
  public static let common = WordClass(bit: 19)
  public static let first = WordClass(bit: 20)
  public static let last = WordClass(bit: 21)
  public static let male = WordClass(bit: 22)
  public static let female = WordClass(bit: 23)
  public static let particle = WordClass(bit: 24)
  public static let suffixPerson = WordClass(bit: 25)
  public static let honorific = WordClass(bit: 26)
  public static let title = WordClass(bit: 27)
  public static let rank = WordClass(bit: 28)
  public static let role = WordClass(bit: 29)
  public static let roleMod = WordClass(bit: 30)
  public static let roleOut = WordClass(bit: 31)
  public static let kin = WordClass(bit: 32)
  public static let orgSuffix = WordClass(bit: 33)
  public static let orgHead = WordClass(bit: 34)
  public static let orgOf = WordClass(bit: 35)
  public static let orgMod = WordClass(bit: 36)
  public static let placeHead = WordClass(bit: 37)
  public static let placePre = WordClass(bit: 38)
  public static let placeGeneral = WordClass(bit: 39)
  public static let direction = WordClass(bit: 40)
  public static let rejectHead = WordClass(bit: 41)
  public static let month = WordClass(bit: 42)
  public static let weekday = WordClass(bit: 43)
  public static let time = WordClass(bit: 44)
  public static let unit = WordClass(bit: 45)
  public static let say = WordClass(bit: 46)
  public static let actPerson = WordClass(bit: 47)
  public static let actOrg = WordClass(bit: 48)
  public static let people = WordClass(bit: 49)
  public static let force = WordClass(bit: 50)
  public static let sport = WordClass(bit: 51)
  public static let nominalOrg = WordClass(bit: 52)
  public static let nominalPlace = WordClass(bit: 53)
  public static let nominalPerson = WordClass(bit: 54)
  public static let splitAfter = WordClass(bit: 55)
  public static let splitBefore = WordClass(bit: 56)
  public static let abbrev = WordClass(bit: 57)
  public static let collective = WordClass(bit: 58)
  public static let weak = WordClass(bit: 59)

  @inlinable init(bit: UInt64) { rawValue = 1 << bit }
}
