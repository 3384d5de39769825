/// The built-in steps that make roles, references and merges, named like rules so that every result
/// can say what made it.
///
/// ``Knowledge`` appends ``names`` to its rule names; ``Knowledge/rule(_:)`` gives the id.
public enum Sieve: UInt8, Sendable, CaseIterable {
  // Roles stage.
  case rolePremodifier
  case roleTitle
  case rolePossessive
  case roleApposition
  case roleAppositionBefore
  case roleCopula
  case roleAppointed
  case roleVerb
  case roleNominal
  case roleBare
  case rolePlural
  case nominalOrganization
  case nominalPlace
  case nominalPerson
  case nominalLed
  case nominalOffice
  case pronoun
  // Merges inside a document.
  case exact
  case canonical
  case demonym
  case bracket
  case acronym
  case fullName
  case titleSurname
  case firstName
  case spelling
  case shortForm
  case possessiveForm
  case apposition
  case roleHead
  case descriptor
  case pronounSubject
  case pronounSpeaker
  case pronounGovernment
  case sameDescription
  case countryOfTitle
  // Merges across documents.
  case identityExact
  case identityCanonical
  case identityAccents
  case identityTransliteration
  case identityInitials
  case identityNickname
  case identityMiddleName
  case identitySurname
  case identityCorporate
  case identityAcronym
  case identityWords
  case identityDescription
  case identityAlias
  case identityDecision

  /// The text form, `pack/name`.
  public var name: String { Sieve.names[Int(rawValue)] }

  /// Indexed by raw value.
  public static let names: [String] = [
    "english/role.premodifier", "english/role.title", "english/role.possessive",
    "english/role.apposition", "english/role.apposition-before", "english/role.copula",
    "english/role.appointed", "english/role.verb", "english/role.nominal", "english/role.bare",
    "english/role.plural", "english/nominal.organization", "english/nominal.place",
    "english/nominal.person", "english/nominal.led", "english/nominal.office",
    "english/pronoun",
    "entity/exact", "entity/canonical", "entity/demonym", "entity/bracket", "entity/acronym",
    "entity/full-name", "entity/title-surname", "entity/first-name", "entity/spelling",
    "entity/short-form", "entity/possessive-form", "entity/apposition", "entity/role-head",
    "entity/descriptor", "entity/pronoun-subject", "entity/pronoun-speaker",
    "entity/pronoun-government", "entity/same-description", "entity/country-of-title",
    "identity/exact", "identity/canonical", "identity/accents", "identity/transliteration",
    "identity/initials", "identity/nickname", "identity/middle-name", "identity/surname",
    "identity/corporate", "identity/acronym", "identity/words", "identity/description",
    "identity/alias", "identity/decision",
  ]
}
