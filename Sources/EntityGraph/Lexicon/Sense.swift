/// What a listed name can be.
public enum SenseKind: UInt8, Sendable {
  case person, organization, place
  /// An adjective or people-noun of a place ("Iraqi").
  case demonym
  /// Capitalized but no entity: an event, law, product, religion.
  case reject

  init?(word: String) {
    switch word {
    case "person": self = .person
    case "organization": self = .organization
    case "place": self = .place
    case "demonym": self = .demonym
    case "reject": self = .reject
    default: return nil
    }
  }
}

/// What a list says of a name besides its kind.
public struct SenseFlags: OptionSet, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The words of the flags column; the index is the bit.
  public static let names: [String] = [
    "acronym", "ambiguous", "city", "state", "country", "region", "facility", "natural",
    "continent", "party", "media", "company", "club", "armed", "team", "government", "body",
    "university", "court", "agency", "military", "unit", "religious", "network", "plural",
    "adjective", "male", "female", "the", "solo", "lower", "capital",
  ]

  /// Matches only in exactly this case.
  public static let acronym = SenseFlags(rawValue: 1 << 0)
  /// Needs context that supports it.
  public static let ambiguous = SenseFlags(rawValue: 1 << 1)
  public static let city = SenseFlags(rawValue: 1 << 2)
  public static let state = SenseFlags(rawValue: 1 << 3)
  public static let country = SenseFlags(rawValue: 1 << 4)
  public static let region = SenseFlags(rawValue: 1 << 5)
  public static let facility = SenseFlags(rawValue: 1 << 6)
  public static let natural = SenseFlags(rawValue: 1 << 7)
  public static let continent = SenseFlags(rawValue: 1 << 8)
  public static let party = SenseFlags(rawValue: 1 << 9)
  public static let media = SenseFlags(rawValue: 1 << 10)
  public static let company = SenseFlags(rawValue: 1 << 11)
  public static let club = SenseFlags(rawValue: 1 << 12)
  public static let armed = SenseFlags(rawValue: 1 << 13)
  public static let team = SenseFlags(rawValue: 1 << 14)
  public static let government = SenseFlags(rawValue: 1 << 15)
  public static let body = SenseFlags(rawValue: 1 << 16)
  public static let university = SenseFlags(rawValue: 1 << 17)
  public static let court = SenseFlags(rawValue: 1 << 18)
  public static let agency = SenseFlags(rawValue: 1 << 19)
  public static let military = SenseFlags(rawValue: 1 << 20)
  public static let unit = SenseFlags(rawValue: 1 << 21)
  public static let religious = SenseFlags(rawValue: 1 << 22)
  public static let network = SenseFlags(rawValue: 1 << 23)
  public static let plural = SenseFlags(rawValue: 1 << 24)
  public static let adjective = SenseFlags(rawValue: 1 << 25)
  public static let male = SenseFlags(rawValue: 1 << 26)
  public static let female = SenseFlags(rawValue: 1 << 27)
  /// Needs the article in front.
  public static let the = SenseFlags(rawValue: 1 << 28)
  /// A surname that is enough on its own.
  public static let solo = SenseFlags(rawValue: 1 << 29)
  /// Written with a small first letter (al-Qaeda, eBay).
  public static let lower = SenseFlags(rawValue: 1 << 30)
  /// Stands for its country where it acts ("Washington blamed").
  public static let capital = SenseFlags(rawValue: 1 << 31)
}

/// One reading of a listed name: 16 bytes in the compiled knowledge.
public struct Sense: Sendable {
  public var kind: SenseKind
  /// Base-2 logarithm of the population; 0 unknown.
  public var population: UInt8
  /// The list that holds it; its rule id is the list's.
  public var list: UInt16
  public var flags: SenseFlags
  public var canonical: NameID
  /// Canonical name of the place or body that it belongs to.
  public var of: NameID
}
