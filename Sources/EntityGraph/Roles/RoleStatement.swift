/// A role phrase with everything that its sentence says of holder and body.
struct RoleStatement {
  var phrase: RolePhrase
  /// "chief executive" of "chairman and chief executive".
  var second: RolePhrase?
  /// "Labour MP and former minister": the second role is over, and is none in the first's body.
  var secondIsFormer = false
  var front = RoleFront(start: 0)
  /// End of the role phrases, complement excluded.
  var end = 0
  var complement: Int32 = -1
  var complementCandidate: Int32 = -1
  var complementEnd = 0
  var complementIsOf = false
  /// Mention index; below -1 a candidate (`-2 - index`).
  var holder: Int32 = -1
  /// Body that stands behind the holder ("President X of Y").
  var behind: Int32 = -1
  var rule: RuleID = 0
  var isNegated = false
  var isPossible = false
  /// Token range of holder and role together.
  var evidence = 0..<0
  /// The whole noun phrase is a nominal mention of its own.
  var hasNominal = false

  init(_ phrase: RolePhrase) { self.phrase = phrase }

  /// End of the noun phrase with its complement.
  var fullEnd: Int { max(end, complementEnd) }
}

/// Rule ids of the stage's patterns.
enum RoleStep {
  static let premodifier = EngineRule.id("engine/role.premodifier")
  static let apposition = EngineRule.id("engine/role.apposition")
  static let appositionBefore = EngineRule.id("engine/role.apposition-before")
  static let copula = EngineRule.id("engine/role.copula")
  static let appointed = EngineRule.id("engine/role.appointed")
  static let asRole = EngineRule.id("engine/role.as")
  static let nominal = EngineRule.id("engine/role.nominal")
  static let verb = EngineRule.id("engine/role.verb")
  static let organization = EngineRule.id("engine/nominal.organization")
  static let place = EngineRule.id("engine/nominal.place")
  static let led = EngineRule.id("engine/nominal.led")
  static let office = EngineRule.id("engine/nominal.office")
  static let pronoun = EngineRule.id("engine/pronoun")
}
