/// One rule to try where an anchor stands, with all that can be asked before its program runs.
struct RulePosting {
  /// Index of the rule; below 0 it stands for the postings `before..<entry` of a list.
  var rule: Int32
  /// First instruction of the program before the anchor plus 1, 0 where the rule begins with it.
  var before: Int32
  /// Where the rule's program reaches the anchor.
  var entry: Int32
  /// The kinds of lines in which it is tried.
  var lines: UInt8
  /// The kinds of mentions at which it is tried, as ``KindMask``; see ``atMentions(_:_:)``.
  var kinds: UInt8 = 0
  /// On which sides of the anchor an end stands that is not the anchor; see ``EndPlaces``.
  var sides: UInt8 = 0
  var ends: RuleEnds
  /// The verbs of which the sentence must have one; see ``GuardFinder/verbs(_:)``.
  var verbs: UInt64
  /// What stands in front of the anchor and behind it.
  var left: TokenGuard
  var right: TokenGuard

  /// The postings of an index, in its order.
  static func collect(
    _ index: AnchorIndex, _ rules: CompiledRules, _ finder: inout GuardFinder
  ) -> [RulePosting] {
    var all = stride(from: 0, to: index.postings.count, by: 3).map { at in
      RulePosting(index, at, rules)
    }
    var verbs = [UInt64](repeating: 0, count: rules.ruleCount)
    var isKnown = [Bool](repeating: false, count: rules.ruleCount)
    for k in all.indices where all[k].rule >= 0 {
      let rule = Int(all[k].rule)
      if !isKnown[rule] {
        verbs[rule] = finder.verbs(rules.start(of: rule))
        isKnown[rule] = true
      }
      all[k].verbs = verbs[rule]
    }
    let slots = index.map.slots
    for slot in stride(from: 0, to: slots.count, by: 4) where slots[slot] != 0 {
      let anchor: GuardFinder.Anchor =
        switch AnchorKey.Kind(rawValue: slots[slot] >> 28) {
        case .term, .mark, .wordClass, .list: .token
        case .mention: .mention
        default: .chunk
        }
      for k in Int(slots[slot + 1])..<Int(slots[slot + 2]) where all[k].rule >= 0 {
        let one = all[k]
        if one.before > 0 { all[k].left = finder.before(Int(one.before) - 1) }
        // A rule that begins with its anchor is run from its start, where other ways may lead.
        let entry = one.before > 0 ? Int(one.entry) : rules.start(of: Int(one.rule))
        all[k].right = finder.behind(anchor, entry)
        all[k].sides = rules.endPlaces[Int(one.rule)].sides(of: Int(one.entry), rules.code)
      }
    }
    return all
  }

  /// Of the postings of an index those that are tried where mentions begin, by rule; those that differ in
  /// nothing but the kind of the mention are one.
  static func atMentions(_ index: AnchorIndex, _ all: [RulePosting]) -> [RulePosting] {
    var found: [RulePosting] = []
    for kind in 0..<8 as Range<UInt32> where index.mentionMask & 1 << UInt64(kind) != 0 {
      for k in index.map[AnchorKey.packed(.mention, kind)] where all[k].rule >= 0 {
        let at = found.firstIndex { $0.order >= all[k].order } ?? found.count
        if at == found.count || found[at].order != all[k].order { found.insert(all[k], at: at) }
        found[at].kinds |= 1 << UInt8(kind)
      }
    }
    return found
  }

  private var order: (Int32, Int32, Int32) { (rule, before, entry) }

  private init(_ index: AnchorIndex, _ at: Int, _ rules: CompiledRules) {
    let number = index.postings[at]
    (left, right, verbs) = (.any, .any, TokenGuard.always)
    if number == AnchorIndex.listMark {
      let range = index.map[index.postings[at + 1]]
      (rule, before, entry) = (-1, Int32(range.lowerBound), Int32(range.upperBound))
      (lines, ends) = (0, RuleEnds())
      return
    }
    rule = Int32(truncatingIfNeeded: number)
    before = Int32(truncatingIfNeeded: index.postings[at + 1])
    entry = Int32(truncatingIfNeeded: index.postings[at + 2])
    let wanted = rules.lines(of: Int(number))
    lines = wanted == 0 ? ~0 : wanted
    ends = rules.ends[Int(number)]
  }
}
