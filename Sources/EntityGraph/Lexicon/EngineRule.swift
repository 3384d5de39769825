/// Ids of what the engine itself decides: steps and sieves that no pack writes down.
///
/// Every stage adds its names to the end of this one table, so that ids never collide.
public enum EngineRule {
  /// Set in every ``RuleID`` of the engine.
  public static let bit: RuleID = 1 << 31

  private static let names: [String] = [
    "engine/unknown",
    // Names.
    "engine/name.list", "engine/name.context", "engine/name.surname", "engine/name.acronym",
    "engine/name.short", "engine/name.capitals", "engine/name.table",
    "engine/name.country-adjective",
    "engine/name.head", "engine/name.of",
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
