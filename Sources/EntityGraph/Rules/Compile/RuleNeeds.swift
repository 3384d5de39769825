/// What patterns ask of a document, so that nothing is prepared that none of them looks at.
struct RuleNeeds: OptionSet, Sendable {
  let rawValue: UInt8
  static let mentions = RuleNeeds(rawValue: 1 << 0)
  /// Roles among the mentions.
  static let roles = RuleNeeds(rawValue: 1 << 1)

  /// The needs of each target's rules.
  static func collect(_ rules: CompiledRules) -> [RuleNeeds] {
    var needs = [RuleNeeds](repeating: [], count: RuleTarget.allCases.count)
    let role = UInt32(KindMask.role.rawValue)
    rules.forEachInstruction { rule, _, instruction in
      let target = Int(rules.rule(rule).target.rawValue)
      switch instruction.code {
      case .mention:
        needs[target].insert(.mentions)
        if instruction.a & role != 0 { needs[target].insert(.roles) }
      case .covered:
        needs[target].insert(.mentions)
        if instruction.a & role != 0 { needs[target].insert(.roles) }
      default: break
      }
    }
    return needs
  }
}

/// Which mentions can be the two ends of what a relation rule states: so many rules need a person
/// or a pronoun, and so few sentences have one, that it spares most attempts to ask first.
struct RuleEnds: Sendable {
  /// ``bit(_:_:)`` of the mentions that a pattern may take for its first and second capture.
  var first: UInt16 = 0
  var second: UInt16 = 0

  /// A mention of a kind and a form.
  @inline(__always)
  static func bit(_ kinds: KindMask, _ form: MentionForm) -> UInt16 {
    // Of the three kinds there is one; 4 becomes 2.
    (1 << UInt16(form.rawValue)) << (UInt16(kinds.rawValue >> 1) * 4)
  }

  /// The ends of each rule, and where its program takes them.
  static func collect(_ rules: CompiledRules) -> ([RuleEnds], [EndPlaces]) {
    var ends = [RuleEnds](repeating: RuleEnds(), count: rules.ruleCount)
    var places = [EndPlaces](repeating: EndPlaces(), count: rules.ruleCount)
    rules.forEachInstruction { rule, pc, instruction in
      guard instruction.code == .mention else { return }
      var taken: UInt16 = 0
      for kind in 0..<3 where instruction.a & 1 << UInt32(kind) != 0 {
        taken |= UInt16((instruction.a >> 8) & 0xF) << (kind * 4)
      }
      if instruction.register == Register.mention(0) {
        ends[rule].first |= taken
        places[rule].first.add(pc)
      }
      if instruction.register == Register.mention(1) {
        ends[rule].second |= taken
        places[rule].second.add(pc)
      }
    }
    return (ends, places)
  }

  /// Whether two mentions of a sentence can be the ends: 1 or 0.
  ///
  /// - Parameters:
  ///   - once: bits of the mentions that the sentence has.
  ///   - twice: bits of those of which it has two or more.
  @inline(__always)
  func fit(once: UInt16, twice: UInt16) -> UInt64 {
    let both = (first | second) & once
    // Asked of many rules with many answers: without branches.
    let hasFirst: UInt64 = first & once != 0 ? 1 : 0
    let hasSecond: UInt64 = second & once != 0 ? 1 : 0
    let hasTwo: UInt64 = both & (both &- 1) | both & twice != 0 ? 1 : 0
    return hasFirst & hasSecond & hasTwo
  }
}

/// Between which instructions a rule takes its two ends. Programs only go forwards, so this tells on which
/// side of an anchor an end stands.
struct EndPlaces: Sendable {
  /// The first and the last instruction that take an end; none where `last` is below 0.
  struct Span: Sendable {
    fileprivate var first = Int.max
    fileprivate var last = -1

    fileprivate mutating func add(_ pc: Int) {
      first = min(first, pc)
      last = max(last, pc)
    }
  }
  fileprivate var first = Span()
  fileprivate var second = Span()

  static let left: UInt8 = 1
  static let right: UInt8 = 2

  /// On which sides of its anchor every match has an end that is not the anchor itself.
  ///
  /// - Parameter entry: where the program reaches the anchor.
  func sides(of entry: Int, _ code: UnsafeBufferPointer<Instruction>) -> UInt8 {
    var anchor = entry
    while code[anchor].code == .save { anchor += 1 }
    var sides: UInt8 = 0
    for end in [first, second] where end.last >= 0 {
      if end.last < entry { sides |= Self.left }
      if end.first > anchor { sides |= Self.right }
    }
    return sides
  }
}

extension CompiledRules {
  /// Calls `body` with the index of its rule, the place and the instruction, for each of a pattern.
  fileprivate func forEachInstruction(_ body: (_ rule: Int, _ pc: Int, Instruction) -> Void) {
    // The programs of one rule stand together, in the order of the rules.
    let starts = (0..<ruleCount).compactMap { index in
      rule(index).isFrame ? nil : UInt64(rule(index).start) << 32 | UInt64(index)
    }.sorted()
    for (k, start) in starts.enumerated() {
      let end = k + 1 < starts.count ? Int(starts[k + 1] >> 32) : code.count
      for at in Int(start >> 32)..<max(Int(start >> 32), end) {
        body(Int(truncatingIfNeeded: start & 0xFFFF_FFFF), at, code[at])
      }
    }
  }
}

extension [RuleBook.Pack] {
  /// Whether any pack has patterns for a target, so that stages without any cost nothing.
  func have(_ target: RuleTarget) -> Bool {
    contains { !$0.rules.anchors[Int(target.rawValue)].isEmpty }
  }

  /// What the patterns for a target ask of a document.
  func needs(_ target: RuleTarget) -> RuleNeeds {
    reduce(into: []) { $0.formUnion($1.rules.needs[Int(target.rawValue)]) }
  }
}
