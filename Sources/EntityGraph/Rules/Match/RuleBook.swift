/// The compiled rules of all packs, in the order in which the packs were added.
struct RuleBook: Sendable {
  struct Pack: Sendable {
    var rules: CompiledRules
    /// Id of its first rule; the others follow.
    var firstRule: RuleID
    /// Rules that a pack has switched off, by index.
    var disabled: [Bool]

    func id(_ rule: Int) -> RuleID { firstRule + RuleID(rule) }
  }
  private(set) var packs: [Pack] = []
  /// Indexed by ``PredicateID``.
  private(set) var predicates: [Predicate] = []

  init() {}

  /// Reads what ``serialize()`` made; no bytes for no packs.
  init(bytes: UnsafeBufferPointer<UInt8>) throws(CompiledRules.Damaged) {
    if bytes.isEmpty { return }
    let raw = UnsafeRawBufferPointer(bytes)
    func word(_ at: Int) throws(CompiledRules.Damaged) -> Int {
      guard at + 4 <= raw.count else { throw CompiledRules.Damaged() }
      return Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
    var at = 4
    for _ in 0..<(try word(0)) {
      let first = try word(at)
      let size = try word(at + 4)
      at += 8
      guard at + size <= bytes.count else { throw CompiledRules.Damaged() }
      add(try CompiledRules(bytes: bytes[at..<(at + size)]), firstRule: RuleID(first))
      at += size
    }
  }

  func serialize() -> [UInt8] {
    var out: [UInt8] = []
    func append(_ word: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: word).littleEndian) { out += $0 }
    }
    append(packs.count)
    for pack in packs {
      let bytes = pack.rules.serialize()
      append(Int(pack.firstRule))
      append(bytes.count)
      out += bytes
    }
    return out
  }

  /// Adds a pack and switches off what it disables in itself and in the packs before it.
  mutating func add(_ rules: CompiledRules, firstRule: RuleID) {
    packs.append(
      Pack(
        rules: rules, firstRule: firstRule,
        disabled: [Bool](repeating: false, count: rules.ruleCount)))
    predicates += rules.predicates
    for name in rules.disables {
      for p in packs.indices where name.hasPrefix(packs[p].rules.packName + "/") {
        for rule in 0..<packs[p].rules.ruleCount where packs[p].rules.ruleName(rule) == name {
          packs[p].disabled[rule] = true
        }
      }
    }
  }

  /// The label that a rule gives to what it states, nil where the text's own words are the label.
  func label(_ id: RuleID) -> String? {
    for pack in packs where id >= pack.firstRule && Int(id - pack.firstRule) < pack.rules.ruleCount
    {
      let label = pack.rules.rule(Int(id - pack.firstRule)).label
      return label == 0 ? nil : pack.rules.string(label)
    }
    return nil
  }

  /// `pack/rule` of every rule.
  var ruleNames: [String] {
    packs.flatMap { pack in (0..<pack.rules.ruleCount).map(pack.rules.ruleName) }
  }
}
