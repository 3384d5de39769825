/// What patterns ask of a document, so that nothing is prepared that none of them looks at.
struct RuleNeeds: OptionSet, Sendable {
  let rawValue: UInt8
  static let mentions = RuleNeeds(rawValue: 1 << 0)
  /// What the lists say of a name.
  static let traits = RuleNeeds(rawValue: 1 << 1)
  /// Roles among the mentions.
  static let roles = RuleNeeds(rawValue: 1 << 2)

  /// The needs of each target's rules.
  static func collect(_ rules: CompiledRules) -> [RuleNeeds] {
    var needs = [RuleNeeds](repeating: [], count: RuleTarget.allCases.count)
    let role = UInt32(KindMask.role.rawValue)
    // The programs of one rule stand together, in the order of the rules.
    let owners = (0..<rules.ruleCount).map(rules.rule).filter { !$0.isFrame }
      .sorted { $0.start < $1.start }
    for (i, owner) in owners.enumerated() {
      let end = i + 1 < owners.count ? owners[i + 1].start : rules.code.count
      for instruction in rules.code[owner.start..<max(owner.start, end)] {
        let target = Int(owner.target.rawValue)
        switch instruction.code {
        case .mention:
          needs[target].insert(.mentions)
          if instruction.b | instruction.c != 0 { needs[target].insert(.traits) }
          if instruction.a & role != 0 { needs[target].insert(.roles) }
        case .covered:
          needs[target].insert(.mentions)
          if instruction.a & role != 0 { needs[target].insert(.roles) }
        default: break
        }
      }
    }
    return needs
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
