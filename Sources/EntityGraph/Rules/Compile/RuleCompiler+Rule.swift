/// Rules with a pattern.
extension RuleCompiler {
  /// Compiles one rule; false if it is left out, with the reason in ``problems``.
  mutating func compile(_ rule: RuleDeclaration, as index: Int) -> Bool {
    guard check(rule) else { return false }
    var predicateID: PredicateID = 0
    var signature: Predicate?
    if rule.target == .relation {
      guard let found = predicate(rule.predicate) else { return false }
      (predicateID, signature) = (found.id, found.predicate)
    }
    guard let pattern = rule.pattern else { return false }
    guard var resolved = resolver.resolve(pattern, captures: rule.target.captures) else {
      return false
    }
    if let (problem, _) = CaptureCheck.problem(in: resolved, target: rule.target) {
      problems.append((problem, rule.clauses["match"] ?? rule.name.range))
      return false
    }
    if let signature {
      let kinds =
        rule.options.isReversed
        ? [signature.objects, signature.subjects] : [signature.subjects, signature.objects]
      for (slot, allowed) in kinds.enumerated() {
        let mask = KindMask(allowed)
        guard let narrowed = CaptureCheck.narrowed(resolved, slot: slot, to: mask) else {
          let problem = RuleProblem.signature(
            capture: rule.target.captures[slot], predicate: signature.name, allowed: mask.shown)
          problems.append((problem, pattern.range))
          return false
        }
        resolved = narrowed
      }
      if rule.options.label == nil, !CaptureCheck.alwaysSets(2, in: resolved) {
        problems.append(
          (.missingClause("label \"…\"", of: "a relation without 'label:'"), rule.name.range))
        return false
      }
    }
    guard
      let choice = AnchorChooser(lists: resolver.lists, commonness: resolver.vocabulary.commonness)
        .choose(resolved)
    else {
      let reason =
        "every element may stand for many words; add a literal word, a list, a mention or a verb"
      problems.append((.noAnchor(reason), pattern.range))
      return false
    }
    let rollback = emitter.code.count
    do throws(ProgramEmitter.TooLarge) {
      let (start, entries) = try emitter.forward(resolved)
      try emit(choice.anchors, entries, rule: index, target: rule.target)
      append(rule, predicate: predicateID, start: start)
      patterns[index] = resolved
      return true
    } catch {
      emitter.removeLast(from: rollback)
      problems.append(
        (
          .tooLarge(
            what: "this pattern, written out,", limit: limits.instructions, unit: "steps"),
          pattern.range
        ))
      return false
    }
  }

  private mutating func emit(
    _ anchors: [Anchor], _ entries: [Int: Int], rule: Int, target: RuleTarget
  ) throws(ProgramEmitter.TooLarge) {
    // All backward programs first: a rule that is too large must leave no posting behind.
    var ready: [(key: AnchorKey, before: Int?, entry: Int)] = []
    for anchor in anchors {
      guard let entry = entries[anchor.element] else { continue }
      let before = anchor.prefix.isEmpty ? nil : try emitter.backward(anchor.prefix)
      for key in anchor.keys { ready.append((key, before, entry)) }
    }
    for one in ready {
      self.anchors[Int(target.rawValue)].add(
        one.key, rule: rule, before: one.before, entry: one.entry)
    }
  }

  mutating func append(_ rule: RuleDeclaration, predicate: PredicateID, start: Int) {
    let options = rule.options
    var bits = UInt32(rule.target.rawValue) | UInt32(rule.kind.rawValue) << 16
    if rule.isFrame { bits |= 1 << 8 }
    if options.isReversed { bits |= 1 << 9 }
    if options.isOnce { bits |= 1 << 10 }
    if options.reportsAll { bits |= 1 << 11 }
    ruleWords += [
      UInt32(emitter.intern(rule.name.text)), bits, UInt32(predicate),
      UInt32(bitPattern: Int32(options.priority)),
      options.label.map { UInt32(emitter.intern($0.text)) } ?? 0,
      options.modality.map { UInt32($0.rawValue) + 1 } ?? 0,
      UInt32(options.lines), UInt32(start), 0, 0,
    ]
  }

  /// What every rule must have, and nothing that means nothing.
  mutating func check(_ rule: RuleDeclaration) -> Bool {
    let before = problems.count
    if !rule.isFrame, rule.pattern == nil {
      problems.append((.missingClause("match", of: "a rule"), rule.name.range))
    }
    if rule.target != .relation {
      for clause in ["modality", "label", "reverse"] {
        if let range = rule.clauses[clause] {
          problems.append((.clauseNotFor(clause, target: rule.target.shown), range))
        }
      }
    }
    if !rule.examples.contains(where: { !$0.expected.isEmpty }) {
      problems.append((.missingExample("yes"), rule.name.range))
    }
    if !rule.examples.contains(where: \.expected.isEmpty) {
      problems.append((.missingExample("no"), rule.name.range))
    }
    for example in rule.examples {
      for fields in example.expected {
        for (i, field) in fields.enumerated() {
          // Entities may be given by a name that the sentence does not use ("France" for "French").
          let isText =
            switch rule.target {
            case .relation: i == 1 && rule.options.label == nil
            case .role: i == 1
            case .mention, .nominal: true
            case .alias: false
            }
          if isText, !example.sentence.text.contains(field.text) {
            problems.append((.exampleNotInSentence(field.text), field.range))
          }
        }
      }
    }
    return problems.count == before
  }
}

extension CaptureCheck {
  /// Whether every match sets a capture.
  static func alwaysSets(_ slot: Int, in node: ResolvedNode) -> Bool {
    switch node.kind {
    case .capture(let found, let inner): found == slot || alwaysSets(slot, in: inner)
    case .sequence(let nodes): nodes.contains { alwaysSets(slot, in: $0) }
    case .alternatives(let nodes): nodes.allSatisfy { alwaysSets(slot, in: $0) }
    case .repeated(let inner, let low, _, _): low > 0 && alwaysSets(slot, in: inner)
    default: false
    }
  }
}
