/// Runs the examples of rules through the whole pipeline: each sentence that must match has to give
/// exactly what is written behind its arrow, each that must not match has to give nothing.
public struct RuleCheck {
  /// Rules and frames whose examples were run.
  public private(set) var rules = 0
  /// Sentences that were run.
  public private(set) var examples = 0
  /// Sentences that gave something else.
  public private(set) var failures: [RuleDiagnostic] = []

  private let knowledge: Knowledge
  private var extractor: Extractor
  private var extraction = Extraction()

  /// Runs all examples of some packs.
  ///
  /// - Parameter packs: names of packs; nil for all. Rules that a pack has switched off are left
  ///   out.
  public init(_ knowledge: Knowledge, packs: [String]? = nil) {
    self.knowledge = knowledge
    extractor = Extractor(knowledge: knowledge)
    for pack in knowledge.rules.packs where packs?.contains(pack.rules.packName) ?? true {
      run(pack)
    }
  }

  private mutating func run(_ pack: RuleBook.Pack) {
    rules += pack.disabled.count { !$0 }
    for example in pack.rules.examples where !pack.disabled[example.rule] {
      examples += 1
      run(example, pack)
    }
  }

  private mutating func run(_ example: CompiledExample, _ pack: RuleBook.Pack) {
    let text = Array(example.sentence.utf8)
    extractor.extract(text, into: &extraction)
    let rule = pack.rules.rule(example.rule)
    if rule.target == .mention, rule.kind.isEmpty {
      reject(example, text)
      return
    }
    let found = ExampleFacts(
      of: pack.id(example.rule), rule.target, text: text,
      extraction: extraction, stated: extractor.statements, knowledge: knowledge)
    let missed = example.expected.first { expected in
      !found.facts.contains { found.matches($0, expected) }
    }
    let surplus = found.facts.first { fact in
      !example.expected.contains { found.matches(fact, $0) }
    }
    let name = pack.rules.ruleName(example.rule)
    if example.expected.isEmpty {
      if !found.facts.isEmpty { fail(example, .exampleMatched(rule: name, found: found.shown)) }
    } else if missed != nil || surplus != nil {
      let wanted = example.expected.map { $0.joined(separator: " | ") }.joined(separator: " and ")
      fail(example, .exampleMissed(rule: name, expected: wanted, found: found.shown))
    }
  }

  /// A rule for what is no name leaves no mention to ask for its rule.
  private mutating func reject(_ example: CompiledExample, _ text: [UInt8]) {
    for expected in example.expected {
      let left = extraction.mentions.contains { mention in
        expected[0]
          == String(decoding: text[Int(mention.span.start)..<Int(mention.span.end)], as: UTF8.self)
      }
      if left {
        fail(example, .exampleMissed(rule: "reject", expected: "no name", found: expected[0]))
      }
    }
  }

  private mutating func fail(_ example: CompiledExample, _ problem: RuleProblem) {
    failures.append(
      RuleDiagnostic(
        problem, path: example.path, line: example.line, column: example.column,
        source: "\"\(example.sentence)\"", length: 0))
  }
}
