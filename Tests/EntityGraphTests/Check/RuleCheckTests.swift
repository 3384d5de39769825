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

  /// Rules of each kind in a user's pack do what their examples say.
  @Test func eachKind() throws {
    let found = try Self.check(
      """
      rule ship : mention organization
        match "aboard" "the" name:([cap]{1,3})
        yes "They ate aboard the Blue Heron." -> Blue Heron
        no  "They ate the blue fish."

      rule no-name : mention reject
        match name:person "syndrome"
        yes "He has Angela Merkel syndrome." -> Angela Merkel
        no  "Angela Merkel spoke."

      rule boss : nominal person
        match name:("the" "big" "cheese")
        yes "They met the big cheese." -> the big cheese
        no  "They met the cheese."

      rule keeper : role
        match holder:person "," label:"beekeeper" "to" of:organization
        yes "Angela Merkel, beekeeper to Microsoft, spoke." -> Angela Merkel | beekeeper | Microsoft
        no  "Angela Merkel spoke to Microsoft."

      rule keepers : role
        match holder:person ("and" person)? "," label:"beekeepers" "to" of:organization
        yes "Angela Merkel and Colin Powell, beekeepers to Microsoft, spoke." -> Angela Merkel | beekeepers | Microsoft -> Colin Powell | beekeepers | Microsoft
        no  "Angela Merkel spoke to Microsoft."

      rule stage-name : alias
        match a:person "," "known" "as" b:person
        yes "Angela Merkel, known as Colin Powell, spoke." -> Angela Merkel | Colin Powell
        no  "Angela Merkel spoke as Colin Powell did."

      rule far : located_in
        match subject:place<city> "in" "far" object:place<country>
        label "in"
        yes "Paris in far France slept." -> Paris | in | France
        no  "France in far Paris slept."
      """)
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
