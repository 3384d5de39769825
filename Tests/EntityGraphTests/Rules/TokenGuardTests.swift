import Testing

@testable import EntityGraph

/// What must stand beside the anchor of a rule.
struct TokenGuardTests {
  struct Row: CustomTestStringConvertible {
    var pattern: String
    /// Words that may stand in front of the anchor, and words that may not.
    var left: (fits: String, fails: String)
    var right: (fits: String, fails: String)
    var testDescription: String { pattern }
  }

  static let rows = [
    Row(pattern: "\"killing\" name:\"y\"", left: ("a X", ""), right: ("y", "x Said ,")),
    Row(pattern: "name:\"y\" \"killing\"?", left: ("a", ""), right: ("killing x ,", "")),
    Row(
      pattern: "name:[cap] (\"of\" | \"for\") \"killing\"", left: ("of for", "the Said ,"),
      right: ("a , X", "")),
    Row(
      pattern: "\"the\"? name:[lower] \"killing\" \"!\"", left: ("said of", "Said , 7"),
      right: ("!", ", said")),
    Row(
      pattern: "name:<conj> \"killing\" [lower -<prep>]{0,2} (\",\" | \"is\")", left: ("and", "of"),
      right: ("said , is", "Said 7 .")),
    Row(pattern: "name:[cap] \"killing\" !( \"y\" )", left: ("X", "y 7"), right: ("y x ,", "")),
  ]

  @Test(arguments: rows)
  func onlyWhatCanGoOnIsTried(_ row: Row) throws {
    let bench = RuleWorkbench()
    let found = bench.compile(
      "rule r : mention person\n  match \(row.pattern)\n  yes \"x\" -> x\n  no \"x\"\n")
    let rules = try #require(found.rules)
    let posting = try #require(
      rules.postings[Int(RuleTarget.mention.rawValue)].first { $0.rule >= 0 })
    func admitted(_ words: String, _ guarded: TokenGuard) -> [Bool] {
      words.split(separator: " ").map { word in
        let document = bench.document(String(word))
        let sight = TokenSight(
          document.table.tokens[0], classes: document.table.classes[0], cover: 0, verb: -1,
          phrase: -1)
        return guarded.admits(sight) == 1
      }
    }
    #expect(!admitted(row.left.fits, posting.left).contains(false))
    #expect(!admitted(row.left.fails, posting.left).contains(true))
    #expect(!admitted(row.right.fits, posting.right).contains(false))
    #expect(!admitted(row.right.fails, posting.right).contains(true))
  }

  /// A guard never stands in the way at the end of a sentence of what needs no token there.
  @Test func nothingIsAdmittedWhereNothingIsNeeded() {
    #expect(TokenGuard.any.admits(.nothing) == 1)
    #expect(TokenGuard(terms: ~0, classes: ~0).admits(.nothing) == 0)
    #expect(TokenGuard(terms: 1).admits(.unknown) == 1)
  }

  /// The verbs of which a sentence must have one.
  @Test(arguments: [
    ("name:person verb<met> \"killing\"", true), ("name:person verb<met>? \"killing\"", false),
    ("name:person (verb<met> | verb<killed>) \"killing\"", true),
    ("name:person (verb<met> | \"over\") \"killing\"", false),
    ("name:person verb \"killing\"", false),
  ])
  func someRulesNeedAVerb(_ pattern: String, _ isNeeded: Bool) throws {
    let found = RuleWorkbench().compile(
      "rule r : mention person\n  match \(pattern)\n  yes \"x\" -> x\n  no \"x\"\n")
    let rules = try #require(found.rules)
    let posting = try #require(
      rules.postings[Int(RuleTarget.mention.rawValue)].first { $0.rule >= 0 })
    #expect((posting.verbs & TokenGuard.always == 0) == isNeeded)
  }

  /// On which sides of the anchor an end must stand that is not the anchor.
  @Test(arguments: [
    ("subject:person label:\"killing\" object:person", EndPlaces.left | EndPlaces.right),
    ("subject:person object:person label:\"killing\"", EndPlaces.left),
    ("label:\"killing\" subject:person object:person", EndPlaces.right),
    ("subject:person label:[lower] object:person", EndPlaces.right),
  ])
  func endsStandBesideTheAnchor(_ pattern: String, _ sides: UInt8) throws {
    let found = RuleWorkbench().compile(
      "relation met (entity -> entity)\nrule r : met\n  match \(pattern)\n"
        + "  yes \"x\" -> a | x | b\n  no \"x\"\n")
    let rules = try #require(found.rules)
    let posting = try #require(
      rules.postings[Int(RuleTarget.relation.rawValue)].first { $0.rule >= 0 })
    #expect(posting.sides == sides)
  }
}
