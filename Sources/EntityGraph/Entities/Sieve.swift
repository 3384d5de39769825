/// The steps that join mentions of one document, and entities of several.
public enum Sieve: String, Sendable, CaseIterable {
  // Inside a document.
  case exact = "entity/exact"
  case canonical = "entity/canonical"
  /// "Islamic State (IS)"
  case bracket = "entity/bracket"
  case acronym = "entity/acronym"
  case surname = "entity/surname"
  case titleSurname = "entity/title-surname"
  case firstName = "entity/first-name"
  case middleName = "entity/middle-name"
  case spelling = "entity/spelling"
  /// "Labour", "Labour Party"
  case shortForm = "entity/short-form"
  /// "Iraq's parliament", "the Iraqi parliament"
  case possessiveForm = "entity/possessive-form"
  case apposition = "entity/apposition"
  /// "the prime minister" and the one who holds that role
  case role = "entity/role"
  /// "the group", "the country"
  case descriptor = "entity/descriptor"
  case pronoun = "entity/pronoun"
  /// I and we of a quotation or statement
  case speaker = "entity/speaker"
  /// we of a government
  case government = "entity/government"
  case sameDescription = "entity/same-description"
  // Across documents.
  case identityExact = "identity/exact"
  case identityCanonical = "identity/canonical"
  case identityAccents = "identity/accents"
  case identityTransliteration = "identity/transliteration"
  case identityInitials = "identity/initials"
  case identityNickname = "identity/nickname"
  case identityMiddleName = "identity/middle-name"
  case identitySurname = "identity/surname"
  /// "Orbán Viktor", "Viktor Orbán"
  case identityOrder = "identity/name-order"
  /// "Chou En-lai", "Zhou Enlai"
  case identityRomanization = "identity/romanization"
  case identityCorporate = "identity/corporate"
  case identityAcronym = "identity/acronym"
  case identityWords = "identity/words"
  case identityDescription = "identity/description"
  case identityAlias = "identity/alias"
  case identityDecision = "identity/decision"

  /// The text form, `stage/name`.
  public var name: String { rawValue }

  /// By ``tag``.
  static let rules: [RuleID] = {
    var ids = [RuleID](repeating: EngineRule.bit, count: 256)
    for sieve in allCases { ids[sieve.tag] = EngineRule.id(sieve.rawValue) }
    return ids
  }()

  /// A number of its own; the name's hash would cost more than the merge.
  var tag: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// The id that a merge carries.
  public var rule: RuleID { Sieve.rules[tag] }
}
