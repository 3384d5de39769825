import Foundation
import Testing

@testable import EntityGraph

/// Examples of rules, run through the whole pipeline.
@Suite struct RuleCheckTests {
  /// A pack of the user's on top of the built-in one.
  static func check(_ rules: String) throws -> (errors: [String], failures: [String]) {
    let pack = PackSource(
      name: "mine", files: [PackSource.File(path: "own.rules", bytes: Array(rules.utf8))])
    let base = try Knowledge.builtIn()
    let (knowledge, errors) = try Knowledge.compile([pack], base: base)
    let result = RuleCheck(knowledge, packs: ["mine"])
    return (errors.map(\.description), result.failures.map(\.description))
  }

  /// One rule with the given examples.
  static func rule(_ examples: String) -> String {
    """
    relation visited (person -> place)
    rule saw : visited
      match subject:person label:"toured" object:place
      \(examples)
    """
  }

  @Test func passes() throws {
    let found = try Self.check(
      Self.rule(
        """
        yes "Angela Merkel toured Paris." -> Angela Merkel | toured | Paris
          no "Angela Merkel left Paris."
        """))
    #expect(found.errors == [])
    #expect(found.failures == [])
  }

  @Test func saysWhatIsWrong() throws {
    let found = try Self.check(
      Self.rule(
        """
        yes "Angela Merkel left and toured." -> Angela Merkel | toured | Paris
          yes "Angela Merkel toured Paris." -> Angela Merkel | toured | London
          no "Angela Merkel toured Paris."
        """))
    #expect(found.errors == [])
    #expect(
      found.failures == [
        """
        mine/own.rules:4:7: error: mine/saw must give Angela Merkel | toured | Paris here, but gave \
        nothing
          "Angela Merkel left and toured."
        """,
        """
        mine/own.rules:5:7: error: mine/saw must give Angela Merkel | toured | London here, but gave \
        Angela Merkel | toured | Paris
          "Angela Merkel toured Paris."
        """,
        """
        mine/own.rules:6:6: error: mine/saw must give nothing here, but gave Angela Merkel | toured \
        | Paris
          "Angela Merkel toured Paris."
        """,
      ])
  }

  @Test func aRuleThatIsSwitchedOffIsNotRun() throws {
    let found = try Self.check(
      Self.rule(
        """
        yes "Angela Merkel left." -> Angela Merkel | toured | Paris
          no "Angela Merkel left Paris."
        disable mine/saw
        """
      ).replacing("toured | Paris", with: "left | Paris"))
    #expect(found.errors == [])
    #expect(found.failures == [])
  }

  /// The built-in rules keep what their examples promise.
  @Test func builtInExamples() throws {
    let result = RuleCheck(try Knowledge.builtIn())
    #expect(result.failures.map(\.description) == [])
    #expect(result.rules > 0 && result.examples >= 2 * result.rules)
  }
}
