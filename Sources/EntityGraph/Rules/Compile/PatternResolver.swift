/// Resolves the names in a rule's pattern: lists, word classes, flags, named patterns, captures.
struct PatternResolver {
  let vocabulary: RuleVocabulary
  let patterns: [String: PatternDeclaration]
  let declaredLists: [String: ListDeclaration]
  let limits: RuleLimits
  var lists = ListTable()
  private(set) var problems: [(RuleProblem, SourceRange)] = []
  private var nextID = 0
  private var open: [String] = []
  private var nodes = 0
  private var captures: [String] = []
  private var repetitions = 0

  init(
    vocabulary: RuleVocabulary, patterns: [String: PatternDeclaration],
    declaredLists: [String: ListDeclaration], limits: RuleLimits
  ) {
    (self.vocabulary, self.patterns) = (vocabulary, patterns)
    (self.declaredLists, self.limits) = (declaredLists, limits)
  }

  /// A problem that makes the pattern unusable; it has been reported.
  struct Unresolved: Error {}

  mutating func fail(_ problem: RuleProblem, at range: SourceRange) -> Unresolved {
    problems.append((problem, range))
    return Unresolved()
  }

  var problemCount: Int { problems.count }

  mutating func takeProblems() -> [(RuleProblem, SourceRange)] {
    defer { problems = [] }
    return problems
  }

  /// Resolves a whole pattern; nil if something in it is wrong (see ``takeProblems()``).
  mutating func resolve(_ pattern: PatternNode, captures names: [String]) -> ResolvedNode? {
    (nextID, nodes, open, captures, repetitions) = (0, 0, [], names, 0)
    do throws(Unresolved) {
      let parts = Self.parts(pattern)
      var resolved: [ResolvedNode] = []
      for (i, part) in parts.enumerated() {
        if case .look(let inner, let negated) = part.kind {
          let before = parts[..<i].allSatisfy(\.isLook)
          guard before || parts[i...].allSatisfy(\.isLook) else {
            throw fail(.lookaroundInside, at: part.range)
          }
          let node = try look(inner, negated: negated, behind: before)
          resolved.append(node)
        } else {
          resolved.append(try self.node(part))
        }
      }
      let whole = make(.sequence(resolved))
      if whole.width.min == 0 { throw fail(.emptyPattern, at: pattern.range) }
      return whole
    } catch {
      return nil
    }
  }

  private static func parts(_ pattern: PatternNode) -> [PatternNode] {
    if case .sequence(let items) = pattern.kind { return items }
    return [pattern]
  }

  private mutating func look(
    _ inner: PatternNode, negated: Bool, behind: Bool
  ) throws(Unresolved) -> ResolvedNode {
    let saved = captures
    captures = []
    defer { captures = saved }
    return make(.look(try node(inner), isNegated: negated, isBehind: behind))
  }

  mutating func make(_ kind: ResolvedNode.Kind) -> ResolvedNode {
    nextID += 1
    return ResolvedNode(id: nextID, kind: kind)
  }

  private mutating func node(_ pattern: PatternNode) throws(Unresolved) -> ResolvedNode {
    nodes += 1
    if nodes > limits.instructions {
      throw fail(
        .tooLarge(what: "this pattern", limit: limits.instructions, unit: "elements"),
        at: pattern.range)
    }
    switch pattern.kind {
    case .literal(let text, let style): return try literal(text, style, at: pattern.range)
    case .token(let conditions): return try token(conditions)
    case .names(let names): return try self.names(names)
    case .mention(let kinds, let attributes): return make(.mention(try mention(kinds, attributes)))
    case .nounPhrase(let attributes):
      return make(.chunk(try chunk(isVerb: false, attributes)))
    case .verbGroup(let attributes):
      return make(.chunk(try chunk(isVerb: true, attributes)))
    case .reference(let name): return try reference(name, at: pattern.range)
    case .sequence(let items):
      var resolved: [ResolvedNode] = []
      for item in items { resolved.append(try node(item)) }
      return make(.sequence(resolved))
    case .alternatives(let items):
      var resolved: [ResolvedNode] = []
      for item in items { resolved.append(try node(item)) }
      return make(.alternatives(resolved))
    case .repeated(let inner, let low, let high, let lazy):
      repetitions += high > 1 ? 1 : 0
      let resolved = try node(inner)
      repetitions -= high > 1 ? 1 : 0
      if resolved.width.min == 0 { throw fail(.repetitionOfNothing, at: pattern.range) }
      return make(.repeated(resolved, min: low, max: high, isLazy: lazy))
    case .capture(let name, let inner):
      guard let slot = captures.firstIndex(of: name.text) else {
        if captures.isEmpty { throw fail(.lookaroundNested, at: name.range) }
        throw fail(
          .unknown(
            .capture, name.text, suggestion: Suggestion.nearest(to: name.text, among: captures)),
          at: name.range)
      }
      if repetitions > 0 { throw fail(.captureInside(name.text), at: name.range) }
      return make(.capture(slot: slot, try node(inner)))
    case .look: throw fail(.lookaroundInside, at: pattern.range)
    case .sentenceStart: return make(.sentenceStart)
    case .sentenceEnd: return make(.sentenceEnd)
    }
  }

  private mutating func reference(
    _ name: String, at range: SourceRange
  ) throws(Unresolved) -> ResolvedNode {
    guard let declared = patterns[name] else {
      let kinds = KindMask.named.map(\.name)
      let near = Suggestion.nearest(
        to: name, among: kinds + ["role", "np", "verb"] + patterns.keys.sorted())
      let category = near.map(kinds.contains) == true ? RuleProblem.Category.kind : .element
      throw fail(.unknown(category, name, suggestion: near), at: range)
    }
    if open.contains(name) || open.count >= limits.depth {
      throw fail(.recursivePattern(name), at: range)
    }
    open.append(name)
    defer { open.removeLast() }
    return try node(declared.pattern)
  }

  private mutating func literal(
    _ text: String, _ style: LiteralStyle, at range: SourceRange
  ) throws(Unresolved) -> ResolvedNode {
    if style == .prefix || style == .suffix {
      let folded = Folding.fold(text).map { String(decoding: $0, as: UTF8.self) } ?? text
      return make(
        .token([TokenTest(kind: style == .prefix ? .prefix(folded) : .suffix(folded))]))
    }
    let tokens = vocabulary.tokens(text)
    if tokens.isEmpty { throw fail(.wordless(text), at: range) }
    let nodes = tokens.map { make(.token(tests($0, style))) }
    return nodes.count == 1 ? nodes[0] : make(.sequence(nodes))
  }

  func tests(_ token: LiteralToken, _ style: LiteralStyle) -> [TokenTest] {
    if token.mark != 0 { return [TokenTest(kind: .mark(token.mark))] }
    let term = TokenTest(kind: .term(token.term))
    return style == .exactCase ? [term, TokenTest(kind: .exact(token.text))] : [term]
  }

  /// `<a|b>`: classes are tested together, each list with its phrases is a branch of its own.
  private mutating func names(_ names: [NamedRange]) throws(Unresolved) -> ResolvedNode {
    var classes: UInt64 = 0
    var branches: [ResolvedNode] = []
    for name in names {
      switch try named(name) {
      case .classes(let bits): classes |= bits
      case .list(let list):
        for length in lists.lists[list].lengths {
          branches.append(make(.phrase(list: list, length: length)))
        }
        if !lists.lists[list].singles.isEmpty {
          branches.append(make(.token([TokenTest(kind: .list(list))])))
        }
      }
    }
    if classes != 0 { branches.append(make(.token([TokenTest(kind: .classes(classes))]))) }
    return branches.count == 1 ? branches[0] : make(.alternatives(branches))
  }
}

extension PatternNode {
  var isLook: Bool {
    if case .look = kind { return true }
    return false
  }
}
