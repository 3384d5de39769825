/// Ids of the engine's own steps of the relation stage, looked up once.
enum RelationRule {
  static let action = EngineRule.id("engine/relation.action")
  static let nested = EngineRule.id("engine/relation.nested")
  static let possessor = EngineRule.id("engine/relation.possessor")
  static let nationality = EngineRule.id("engine/relation.nationality")
  static let placeIn = EngineRule.id("engine/relation.place-in")
  static let home = EngineRule.id("engine/relation.home")
  static let placeComma = EngineRule.id("engine/relation.place-comma")
}
