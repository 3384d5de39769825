/// Ids of what the engine itself decides: steps and sieves that no pack writes down.
///
/// Every stage adds its names to the end of this one table, so that ids never collide.
public enum EngineRule {
  /// Set in every ``RuleID`` of the engine.
  public static let bit: RuleID = 1 << 31

  private static let names: [String] = [
    "engine/unknown",
    // Names.
    "engine/name.context", "engine/name.surname", "engine/name.acronym",
    "engine/name.short", "engine/name.capitals", "engine/name.table",
    "engine/name.country-adjective",
    "engine/name.head",
    // Roles and what refers without a name.
    "engine/role.premodifier", "engine/role.apposition", "engine/role.apposition-before",
    "engine/role.copula", "engine/role.appointed", "engine/role.as", "engine/role.nominal",
    "engine/role.verb", "engine/role.country", "engine/nominal.organization",
    "engine/nominal.place", "engine/nominal.led", "engine/nominal.office", "engine/pronoun",
    // Merges inside a document.
    "entity/exact", "entity/canonical", "entity/bracket", "entity/acronym", "entity/surname",
    "entity/title-surname", "entity/first-name", "entity/middle-name", "entity/spelling",
    "entity/short-form", "entity/possessive-form", "entity/apposition", "entity/role",
    "entity/descriptor", "entity/pronoun", "entity/speaker", "entity/government",
    "entity/same-description",
    // Merges across documents.
    "identity/exact", "identity/canonical", "identity/accents", "identity/transliteration",
    "identity/initials", "identity/nickname", "identity/middle-name", "identity/surname",
    "identity/corporate", "identity/acronym", "identity/words", "identity/description",
    "identity/alias", "identity/decision", "identity/name-order", "identity/romanization",
    // Relations.
    "engine/relation.action", "engine/relation.nested", "engine/relation.possessor",
    "engine/relation.nationality", "engine/relation.place-comma",
    "engine/relation.place-in", "engine/relation.home",
  ]

  /// The id of a step; `engine/unknown` for a name that is not in the table.
  public static func id(_ name: String) -> RuleID {
    bit | RuleID(names.firstIndex(of: name) ?? 0)
  }

  /// The text form of an id of the engine.
  public static func name(_ id: RuleID) -> String {
    let index = Int(id & ~bit)
    return index < names.count ? names[index] : names[0]
  }
}
