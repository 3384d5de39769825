/// Rules and frames: a head line and clauses that are indented below it.
extension RuleParser {
  static let ruleClauses = [
    "match", "yes", "no", "modality", "label", "reverse", "once", "all", "priority", "line",
  ]
  static let frameClauses = [
    "verb", "noun", "compound", "args", "object-head", "beside", "yes", "no", "modality", "label",
    "reverse", "priority", "subject", "object",
  ]
  private static let repeatable = ["yes", "no", "args", "verb", "noun", "compound"]
  static let clauseNames = Array(Set(ruleClauses + frameClauses)).sorted()

  /// Reads the head line and its clauses; nil if the head makes no sense (its clauses are skipped).
  mutating func rule(isFrame: Bool, keyword: NamedRange) -> RuleDeclaration? {
    let outer = margin
    defer { margin = outer }
    var rule: RuleDeclaration
    // The head is one line: what is indented below it are its clauses.
    margin = .max
    do throws(Abandoned) {
      rule = try head(isFrame: isFrame)
      try endLine()
    } catch {
      margin = outer
      skipLine()
      return nil
    }
    var usable = true
    let unreadable = unreadable
    while current.kind != .end, current.column > outer {
      margin = current.column
      depth = 0
      do throws(Abandoned) {
        try clause(of: &rule)
        try endLine()
      } catch {
        usable = false
        skipLine()
      }
    }
    return usable && unreadable == self.unreadable ? rule : nil
  }

  private mutating func head(isFrame: Bool) throws(Abandoned) -> RuleDeclaration {
    let name = try name(isFrame ? "the frame's name" : "the rule's name")
    try expect(":")
    let what = try self.name(isFrame ? "a predicate" : "what the rule makes")
    var rule = RuleDeclaration(
      name: name, isFrame: isFrame, target: .relation, predicate: what)
    if isFrame { return rule }
    switch what.text {
    case "role": rule.target = .role
    case "alias": rule.target = .alias
    case "mention", "nominal":
      rule.target = what.text == "mention" ? .mention : .nominal
      let allowed =
        ["person", "organization", "place"] + (rule.target == .mention ? ["reject"] : [])
      let kind = try self.name("an entity kind")
      guard allowed.contains(kind.text) else {
        let near = Suggestion.nearest(to: kind.text, among: allowed)
        throw fail(.unknown(.kind, kind.text, suggestion: near), at: kind.range)
      }
      rule.kind = KindMask(word: kind.text) ?? []
    default: break
    }
    return rule
  }

  private mutating func clause(of rule: inout RuleDeclaration) throws(Abandoned) {
    guard case .name(let word) = current.kind else {
      let found = current
      advance()
      throw fail(.expected("a clause", found: found.shown), at: found.range)
    }
    let at = current.range
    advance()
    let allowed = rule.isFrame ? Self.frameClauses : Self.ruleClauses
    guard allowed.contains(word) else {
      if Self.clauseNames.contains(word) {
        throw fail(
          .clauseNotFor(word, target: rule.isFrame ? "a frame" : "a rule with a pattern"), at: at)
      }
      throw fail(
        .unknown(.clause, word, suggestion: Suggestion.nearest(to: word, among: allowed)), at: at)
    }
    if rule.clauses[word] != nil, !Self.repeatable.contains(word) {
      throw fail(.repeatedClause(word), at: at)
    }
    rule.clauses[word] = rule.clauses[word] ?? at
    switch word {
    case "match": rule.pattern = try sequence()
    case "yes", "no": try example(isPositive: word == "yes", of: &rule, at: at)
    case "verb", "noun", "compound", "args", "object-head", "beside":
      try frameClause(word, at: at, of: &rule.frame)
    case "subject": rule.options.subjects = try kinds()
    case "object": rule.options.objects = try kinds()
    default: try option(word, of: &rule.options)
    }
  }

  private mutating func option(
    _ word: String, of options: inout RuleOptions
  ) throws(Abandoned) {
    switch word {
    case "modality":
      let value = try name("a modality")
      guard let modality = Modality(word: value.text) else {
        let near = Suggestion.nearest(to: value.text, among: Modality.allCases.map(\.word))
        throw fail(.unknown(.modality, value.text, suggestion: near), at: value.range)
      }
      options.modality = modality
    case "label":
      guard lineGoesOn, case .string(let text) = current.kind else { throw unexpected("a string") }
      options.label = NamedRange(text: text, range: current.range)
      advance()
    case "reverse": options.isReversed = true
    case "once": options.isOnce = true
    case "all": options.reportsAll = true
    case "priority":
      let negative = accept("-")
      guard lineGoesOn, case .number(let n) = current.kind else { throw unexpected("a number") }
      guard n <= 1_000 else {
        throw fail(.tooLarge(what: "this priority", limit: 1_000, unit: "steps"), at: current.range)
      }
      options.priority = negative ? -n : n
      advance()
    default:
      while lineGoesOn {
        let value = try name("a kind of line")
        guard let bit = LineKind.words.firstIndex(of: value.text) else {
          let near = Suggestion.nearest(to: value.text, among: LineKind.words)
          throw fail(.unknown(.line, value.text, suggestion: near), at: value.range)
        }
        options.lines |= 1 << UInt8(bit)
      }
      if options.lines == 0 { throw unexpected("a kind of line") }
    }
  }

  private mutating func example(
    isPositive: Bool, of rule: inout RuleDeclaration, at: SourceRange
  ) throws(Abandoned) {
    guard lineGoesOn, case .string(let text) = current.kind else {
      throw unexpected("a sentence in double quotes")
    }
    var example = RuleExample(
      sentence: NamedRange(text: text, range: current.range), expected: [])
    advance()
    if isPositive {
      guard lineGoesOn, current.kind == .arrow else {
        throw unexpected("'-> \(rule.target.fields)'")
      }
      example.expected = plainFields()
      for fields in example.expected {
        if fields.count != rule.target.fieldCount || fields.contains(where: { $0.text.isEmpty }) {
          let range = fields[0].range.joined(fields[fields.count - 1].range)
          throw fail(.exampleFields(expected: rule.target.fields), at: range)
        }
      }
    }
    rule.examples.append(example)
    if rule.examples.count > limits.examples {
      throw fail(.tooLarge(what: "this rule", limit: limits.examples, unit: "examples"), at: at)
    }
  }
}

extension Modality {
  /// The word that packs and outputs use.
  public var word: String {
    switch self {
    case .asserted: "asserted"
    case .reported: "reported"
    case .possible: "possible"
    case .negated: "negated"
    }
  }

  init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = found
  }
}

extension LineKind {
  /// The words that a pack may write; the index is the raw value.
  static let words = ["running", "capitals", "title", "table", "dateline", "byline"]
}
