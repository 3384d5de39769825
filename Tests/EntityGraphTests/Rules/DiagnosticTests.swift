import Testing

@testable import EntityGraph

/// Bad packs and what is said about them, word for word.
@Suite struct DiagnosticTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var text: String
    /// `line:column: message` of each.
    var expected: [String]
    var testDescription: String { expected.first ?? text }

    init(_ text: String, _ expected: String...) {
      self.text = text
      self.expected = expected
    }
  }

  /// A rule around one pattern; the pattern begins at 3:9.
  static func pattern(_ text: String) -> String {
    """
    relation any (entity -> entity)
    rule r : any
      match \(text)
      label "x"
      yes "A x B" -> A | x | B
      no "C"
    """
  }

  static func name(_ text: String) -> String {
    "rule r : mention person\n  match \(text)\n  yes \"A\" -> A\n  no \"C\""
  }

  @Test(arguments: Self.patterns + Self.rules + Self.frames + Self.text)
  func reports(_ row: Row) {
    let found = RuleWorkbench().compile(row.text, path: "p").diagnostics
    #expect(found.map { String($0.headline.dropFirst(2)) } == row.expected.map { at($0) })
  }

  /// `1:2: x` → `1:2: error: x`
  private func at(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 1)
    return "\(parts[0]) error: \(parts[1])"
  }

  static let patterns: [Row] = [
    Row(
      pattern("subject:persn \"x\" object:person"),
      "3:17: unknown entity kind 'persn'; did you mean 'person'?"),
    Row(
      name("name:fuul"), "2:14: unknown element 'fuul'"),
    Row(
      name("name:[capital] \"x\""), "2:15: unknown token flag 'capital'"),
    Row(
      name("name:[quotd] \"x\""), "2:15: unknown token flag 'quotd'; did you mean 'quoted'?"),
    Row(
      name("name:<hnorific>"),
      "2:15: unknown list or word class 'hnorific'; did you mean 'honorific'?"),
    Row(
      name("name:place<contry>"),
      "2:20: unknown form or trait 'contry'; did you mean 'country'?"),
    Row(
      name("name:np<plurl head=\"x\">"),
      "2:17: unknown noun phrase attribute 'plurl'; did you mean 'plural'?"),
    Row(
      name("name:verb<kill -pasive>"),
      "2:24: unknown verb attribute 'pasive'; did you mean 'passive'?"),
    Row(
      name("nme:\"x\""), "2:9: unknown capture 'nme'; did you mean 'name'?"),
    Row(
      name("name:\"x\" [any]{0,13}"), "2:26: a repetition of 13 is too many; the most is 12"),
    Row(name("name:\"x\" [any]{3,1}"), "2:26: {3,1} counts down; write {1,3}"),
    Row(
      name("name:\"x\" (\"a\"?){0,3}"),
      "2:18: what is repeated here may match nothing; make a part of it required"),
    Row(name("name:\"x\" | \"y\""), "2:18: put alternatives in parentheses: (… | …)"),
    Row(
      name("name:\"x\" !(\"a\") \"b\""),
      "2:18: &( ) and !( ) may only stand at the start or the end of the whole pattern"),
    Row(
      name("name:\"x\" (\"a\" !(\"b\"))"),
      "2:23: &( ) and !( ) may only stand at the start or the end of the whole pattern"),
    Row(
      name("!(name:\"x\") name:\"y\""),
      "2:11: &( ) and !( ) can't hold borders, captures or each other"),
    Row(name("(name:\"x\"){1,2}"), "2:10: capture 'name' can't stand inside a repetition"),
    Row(name("name:\"x\" name:\"y\""), "2:3: capture 'name' can be set twice in one match"),
    Row(name("name:\"a*b\""), "2:14: '*' may only open or close a word: \"*ab\" or \"ab*\""),
    Row(name("name:[-\"a b\"]"), "2:15: \"a b\" is more than one token; this needs a single one"),
    Row(name("name:\"x\"?"), "2:9: this pattern may match nothing; make an element required"),
    Row(
      name("name:[cap]"),
      "2:9: nothing to anchor on: every element may stand for many words; add a literal word, a "
        + "list, a mention or a verb"),
    Row(
      name("(name:[cap] \"x\" | name:[caps])"),
      "2:9: nothing to anchor on: every element may stand for many words; add a literal word, a "
        + "list, a mention or a verb"),
    Row(
      name("name:np"),
      "2:9: nothing to anchor on: every element may stand for many words; add a literal word, a "
        + "list, a mention or a verb"),
    Row(
      name("name:[<first|last>] \"x\"") + "\nlet a = b\nlet b = a\nrule s : mention person\n"
        + "  match name:a \"x\"\n  yes \"A\" -> A\n  no \"x\"",
      "6:9: pattern 'a' uses itself"),
    Row(name("name:(\"x\""), "2:18: expected ')', found the end of the line"),
    Row(name("name:"), "2:14: expected an element, found the end of the line"),
    Row(name("\"x\""), "2:3: a rule for a mention needs the capture 'name:'"),
    Row(
      pattern("subject:person \"x\" object:[cap]"),
      "3:3: capture 'object' must hold exactly one mention: person, organization, place or entity"),
    Row(
      pattern("subject:person \"x\" (object:place | \"y\")"),
      "3:3: a rule for a relation needs the capture 'object:'"),
    Row(
      pattern("(((((((((((((((((\"x\")))))))))))))))))"),
      "3:25: this nesting is too large; the most is 16 levels"),
    Row(
      name("name:(((\"x\" [any]{12} [any]{6}){12}){12})"),
      "2:9: this pattern, written out, is too large; the most is 2048 steps"),
  ]

  static let rules: [Row] = [
    Row("rul x : y", "1:1: unknown declaration 'rul'; did you mean 'rule'?"),
    Row("relation r (person -> plce)", "1:23: unknown entity kind 'plce'; did you mean 'place'?"),
    Row("relation r (person)", "1:19: expected '->', found ')'"),
    Row(
      "relation met (entity -> entity)\nrelation met (entity -> entity)",
      "2:10: predicate 'met' is declared twice; the first is at p:1"),
    Row(
      "relation met (entity -> entity)\nrule r : mets\n  match subject:person \"x\" object:person\n"
        + "  label \"x\"\n  yes \"a\" -> a | x | b\n  no \"x\"",
      "2:10: unknown predicate 'mets'; did you mean 'met'?"),
    Row(
      "relation livs (person -> place)\nrule r : livs\n  match subject:organization \"x\" "
        + "object:place\n  label \"x\"\n  yes \"a\" -> a | x | b\n  no \"x\"",
      "3:9: 'livs' takes person as its subject"),
    Row("list a = b\nlist a = c", "2:6: list 'a' is declared twice; the first is at p:1"),
    Row("list det = b", "1:6: 'det' can't stand here: it is the name of a word class"),
    Row("list a =", "1:6: list 'a' has no words"),
    Row("let person = \"x\"", "1:5: 'person' can't stand here: it is the name of an element"),
    Row("rule r : mention prson", "1:18: unknown entity kind 'prson'; did you mean 'person'?"),
    Row(
      "rule r : mention person",
      "1:6: a rule needs the line 'match'",
      "1:6: no sentence that must match; add: yes \"…\" -> …",
      "1:6: no sentence that must not match; add: no \"…\""),
    Row(
      "rule r : mention person\n  mtch name:\"x\"\n  yes \"A\" -> A",
      "2:3: unknown clause 'mtch'; did you mean 'match'?"),
    Row(
      "rule r : mention person\n  match name:\"x\"\n  match name:\"y\"\n  yes \"A\" -> A",
      "3:3: 'match' is given twice"),
    Row(
      name("name:\"x\"") + "\n  modality possible", "5:3: 'modality' has no meaning for a mention"),
    Row(
      pattern("subject:person \"x\" object:person") + "\n  modality posible",
      "7:12: unknown modality 'posible'; did you mean 'possible'?"),
    Row(
      "relation met (entity -> entity)\nrule r : met\n  match subject:person \"x\" object:person\n"
        + "  yes \"a x b\" -> a | x | b\n  no \"x\"",
      "2:6: a relation without 'label:' needs the line 'label \"…\"'"),
    Row(
      "rule r : mention person\n  match name:\"x\"\n  yes \"A\"\n  no \"C\"",
      "3:10: expected '-> NAME', found the end of the line"),
    Row(
      "rule r : mention person\n  match name:\"x\"\n  yes \"A\" -> A | B\n  no \"C\"",
      "3:14: after '->' expected NAME"),
    Row(
      "rule r : mention person\n  match name:\"x\"\n  yes \"A\" -> B\n  no \"C\"",
      "3:14: 'B' is not in the sentence"),
    Row(
      name("name:\"x\"") + "\n" + name("name:\"y\""),
      "5:6: rule 'r' is declared twice; the first is at p:1"),
    Row(
      name("name:\"x\"") + "\n  line runing",
      "5:8: unknown kind of line 'runing'; did you mean 'running'?"),
    Row("disable english/rol.of", "1:9: unknown rule 'english/rol.of'"),
    Row(
      name("name:\"x\"") + "\ndisable test/q", "5:9: unknown rule 'test/q'; did you mean 'test/r'?"),
  ]

  static let frames: [Row] = [
    Row(
      "relation a (entity -> entity)\nframe f : a\n  args subject -> object\n  yes \"A b C\" -> "
        + "A | b | C\n  no \"x\"",
      "2:7: a frame needs the line 'verb', 'noun' or 'compound'"),
    Row(
      "relation a (person -> person)\nframe q : a\n  compound backed\n  args nam -> body\n  "
        + "yes \"A b.\" -> A | b | C\n  no \"A.\"\n",
      "4:8: unknown argument 'nam'; did you mean 'name'?"),
    Row(
      "relation a (entity -> entity)\nframe f : a\n  verb b\n  yes \"A b C\" -> A | b | C\n  no \"x\"",
      "2:7: a frame needs the line 'args'"),
    Row(
      "relation a (entity -> entity)\nframe f : a\n  verb b\n  args subjct -> object\n"
        + "  yes \"A b C\" -> A | b | C\n  no \"x\"",
      "4:8: unknown argument 'subjct'; did you mean 'subject'?"),
    Row(
      "relation a (entity -> person)\nframe f : a\n  verb b\n  args subject -> object\n"
        + "  object place\n  yes \"A b C\" -> A | b | C\n  no \"x\"",
      "5:3: 'a' takes person as its object"),
    Row(
      "relation a (entity -> entity)\nframe f : a\n  verb <bs>\n  args subject -> object\n"
        + "  yes \"A b C\" -> A | b | C\n  no \"x\"",
      "3:9: unknown list or word class 'bs'"),
    Row(
      "relation a (entity -> entity)\nframe f : a\n  match \"x\"\n  verb b\n"
        + "  args subject -> object\n  yes \"A b C\" -> A | b | C\n  no \"x\"",
      "3:3: 'match' has no meaning for a frame"),
  ]

  static let text: [Row] = [
    Row(name("name:\"x"), "2:14: this string has no end; close it on the same line"),
    Row(name("name:\"x\" \"\""), "2:18: this string is empty"),
    Row(name("name:\"\\n\""), "2:15: unknown escape '\\n'; only \\\" \\' and \\\\ are known"),
    Row(name("name:\"x\" ;"), "2:18: unexpected character ';'"),
    Row("# nothing\n\n", []),
    Row("\u{FEFF}relation a (person -> place)", []),
    Row(name("name:\"x\"\r"), []),
  ]

  @Test func showsTheLineWithACaret() {
    let found = RuleWorkbench().compile(
      Self.pattern("subject:persn \"é\" object:person"), path: "mypack/roles.rules")
    #expect(
      found.diagnostics.map(\.description) == [
        """
        mypack/roles.rules:3:17: error: unknown entity kind 'persn'; did you mean 'person'?
            match subject:persn "é" object:person
                          ^~~~~
        """
      ])
  }

  @Test func cutsLongLines() throws {
    let found = RuleWorkbench().compile(
      "list a = " + String(repeating: "word ", count: 100) + "; "
        + String(repeating: "word ", count: 100), path: "p")
    let shown = try #require(found.diagnostics.first).description
    let lines = shown.split(separator: "\n")
    #expect(lines[0] == "p:1:510: error: unexpected character ';'")
    #expect(lines[1].count < 110)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let under = lines[1].index(
      lines[1].startIndex, offsetBy: lines[2].distance(from: lines[2].startIndex, to: caret))
    #expect(lines[1][under] == ";")
  }

  @Test func invalidUTF8() {
    let found = RuleCompiler.compile(
      pack: "p", sources: [RuleSource(path: "p", text: [0x61, 0xFF])],
      vocabulary: RuleVocabulary(
        tokens: { _ in [] }, list: { _ in nil }, members: { _ in [] }, listNames: [],
        commonness: { _ in 0 }))
    #expect(
      found.diagnostics.map(\.headline) == [
        "p:1:1: error: the file is not UTF-8; save it as UTF-8"
      ])
  }
}

extension DiagnosticTests.Row {
  init(_ text: String, _ expected: [String]) {
    self.text = text
    self.expected = expected
  }
}
