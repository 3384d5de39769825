import Testing

@testable import EntityGraph

/// A pack from a stranger can neither break the program nor slow a document beyond its budget.
@Suite struct RuleLimitTests {
  static func rule(_ number: Int, _ pattern: String) -> String {
    """
    rule r\(number) : mention person
      match \(pattern)
      yes "A" -> A
      no "x"

    """
  }

  @Test(arguments: [
    ("a file of 600 bytes", "this file is too large; the most is 500 bytes"),
    ("rules", "this pack is too large; the most is 3 rules"),
    ("words", "this list is too large; the most is 4 words"),
    ("string", "this string is too large; the most is 40 bytes"),
    ("problems", "7 more problems are not shown"),
  ])
  func refuses(_ what: String, _ message: String) throws {
    var limits = RuleLimits()
    (limits.fileBytes, limits.rules, limits.listEntries, limits.stringBytes) = (500, 3, 4, 40)
    limits.diagnostics = 5
    let text =
      switch what {
      case "rules": (0..<5).map { Self.rule($0, "name:\"x\"") }.joined()
      case "words": "list a = a b c d e"
      case "string": "list a = \"\(String(repeating: "x", count: 41))\""
      case "problems": String(repeating: "x\n", count: 12)
      default: String(repeating: "#", count: 600)
      }
    let found = RuleWorkbench().compile(text, limits: limits)
    #expect(found.diagnostics.last.map { "\($0.problem)" } == message)
  }

  @Test func oneBadRuleDoesNotCostTheOthers() throws {
    let found = RuleWorkbench().compile(
      Self.rule(1, "name:\"x\"") + Self.rule(2, "name:<nothing>") + Self.rule(3, "name:\"y\""))
    #expect(found.diagnostics.count == 1)
    let rules = try #require(found.rules)
    #expect((0..<rules.ruleCount).map(rules.ruleName) == ["test/r1", "test/r3"])
  }

  /// Patterns that would try millions of ways end after a stated number of steps.
  @Test func anAttemptIsBounded() throws {
    let bench = RuleWorkbench()
    let gap = "([any] | [any] [any]){0,12}"
    let found = bench.compile(Self.rule(1, "\"x\" \(gap) \(gap) name:\"never\""))
    #expect(found.diagnostics == [])
    let rules = try #require(found.rules)
    let document = bench.document("x " + String(repeating: "word ", count: 200))
    var matcher = RuleMatcher()
    #expect(document.matches(rules, .mention, matcher: &matcher) == [])
    #expect(matcher.attempts == 1)
    #expect(matcher.steps == RuleBudget.attempt)
  }

  /// However many rules stand at a word, a sentence costs at most its budget.
  @Test func aPackIsBounded() throws {
    let bench = RuleWorkbench()
    let gap = "([any] | [any] [any]){0,12}"
    let found = bench.compile(
      (0..<400).map { Self.rule($0, "\"word\" \(gap) name:\"never\($0)\"") }.joined())
    let rules = try #require(found.rules)
    let count = 2_000
    let document = bench.document(String(repeating: "word ", count: count))
    var matcher = RuleMatcher()
    #expect(document.matches(rules, .mention, matcher: &matcher) == [])
    #expect(matcher.exhausted == 1)
    #expect(matcher.steps <= RuleBudget.reserve + RuleBudget.perToken * count)
    // What a document may spend does not depend on the documents before it.
    let first = matcher.steps
    _ = document.matches(rules, .mention, matcher: &matcher)
    #expect(matcher.steps == 2 * first)
  }

  @Test func theBudgetOfASentenceThatNeedsLittleIsKeptForLater() throws {
    let bench = RuleWorkbench()
    let found = bench.compile(Self.rule(1, "\"mr\" name:[cap]"))
    let rules = try #require(found.rules)
    let document = bench.document(
      String(repeating: "Mr Al // ", count: 500) + String(repeating: "Mr Bo and ", count: 500))
    var matcher = RuleMatcher()
    #expect(document.matches(rules, .mention, matcher: &matcher).count == 1_000)
    #expect(matcher.exhausted == 0)
  }

  /// A list of many words costs one posting a rule, not one a word.
  @Test func longListsStaySmall() throws {
    let words = (0..<5_000).map { "word\($0)" }.joined(separator: " ")
    let found = RuleWorkbench().compile(
      "list many = \(words)\n" + (0..<100).map { Self.rule($0, "name:<many>") }.joined())
    let rules = try #require(found.rules)
    #expect(rules.anchors[Int(RuleTarget.mention.rawValue)].postings.count == 3 * (5_000 + 100))
  }

  @Test func disablesRulesOfEarlierPacks() throws {
    let bench = RuleWorkbench()
    let base = try #require(
      bench.compile(Self.rule(1, "name:\"x\"") + Self.rule(2, "name:\"y\"")).rules)
    let found = bench.compile("disable test/r2", earlierRules: ["test/r1", "test/r2"])
    #expect(found.diagnostics == [])
    var book = RuleBook()
    book.add(base, firstRule: 1)
    book.add(try #require(found.rules), firstRule: 3)
    let bytes = book.serialize()
    let again = try bytes.withUnsafeBufferPointer { try RuleBook(bytes: $0) }
    #expect(again.packs[0].disabled == [false, true])
    #expect(again.ruleNames == ["test/r1", "test/r2"])
    #expect(again.packs[0].id(1) == 2)
  }
}
