/// Checks on every path through a pattern that captures are set as the rule's target wants them,
/// and narrows mentions to the kinds that the predicate takes.
struct CaptureCheck {
  /// Fewest and most times that something happens on a path.
  private struct Count {
    var min = 0
    var max = 0
    static func + (a: Count, b: Count) -> Count { Count(min: a.min + b.min, max: a.max + b.max) }
  }

  /// The first thing that is wrong with the captures of a pattern, nil if nothing is.
  static func problem(in pattern: ResolvedNode, target: RuleTarget) -> (RuleProblem, String)? {
    for (slot, name) in target.captures.enumerated() {
      let sets = count(pattern) { node in
        if case .capture(slot, _) = node.kind { return Count(min: 1, max: 1) }
        return nil
      }
      if sets.max > 1 { return (.captureTwice(name), name) }
      if target.requiredCaptures.contains(name), sets.min < 1 {
        return (.missingCapture(name, target: target.shown), name)
      }
      guard target.mentionCaptures.contains(name) else { continue }
      var bad = false
      visit(pattern) { node in
        guard case .capture(slot, let inner) = node.kind else { return }
        let mentions = count(inner) { node in
          if case .mention(let test) = node.kind, !test.kinds.contains(.role) {
            return Count(min: 1, max: 1)
          }
          return nil
        }
        if mentions.min != 1 || mentions.max != 1 { bad = true }
      }
      if bad { return (.captureNotMention(name), name) }
    }
    return nil
  }

  /// The pattern with the mentions in capture `slot` narrowed to `kinds`; nil if nothing is left.
  static func narrowed(_ node: ResolvedNode, slot: Int, to kinds: KindMask) -> ResolvedNode? {
    map(node, slot: slot, kinds: kinds, isInside: false)
  }

  private static func map(
    _ node: ResolvedNode, slot: Int, kinds: KindMask, isInside: Bool
  ) -> ResolvedNode? {
    func inner(_ child: ResolvedNode, _ inside: Bool) -> ResolvedNode? {
      map(child, slot: slot, kinds: kinds, isInside: inside)
    }
    var node = node
    switch node.kind {
    case .mention(var test):
      guard isInside else { return node }
      test.kinds.formIntersection(kinds)
      if test.kinds.isEmpty { return nil }
      node.kind = .mention(test)
    case .sequence(let children):
      let mapped = children.compactMap { inner($0, isInside) }
      if mapped.count < children.count { return nil }
      node.kind = .sequence(mapped)
    case .alternatives(let children):
      let mapped = children.compactMap { inner($0, isInside) }
      if mapped.isEmpty { return nil }
      node.kind = .alternatives(mapped)
    case .repeated(let child, let low, let high, let lazy):
      guard let mapped = inner(child, isInside) else { return nil }
      node.kind = .repeated(mapped, min: low, max: high, isLazy: lazy)
    case .capture(let found, let child):
      guard let mapped = inner(child, isInside || found == slot) else { return nil }
      node.kind = .capture(slot: found, mapped)
    default: break
    }
    return node
  }

  private static func visit(_ node: ResolvedNode, _ body: (ResolvedNode) -> Void) {
    body(node)
    switch node.kind {
    case .sequence(let nodes), .alternatives(let nodes): nodes.forEach { visit($0, body) }
    case .repeated(let inner, _, _, _), .capture(_, let inner), .look(let inner, _, _):
      visit(inner, body)
    default: break
    }
  }

  private static func count(_ node: ResolvedNode, _ own: (ResolvedNode) -> Count?) -> Count {
    let here = own(node) ?? Count()
    switch node.kind {
    case .sequence(let nodes): return nodes.reduce(here) { $0 + count($1, own) }
    case .alternatives(let nodes):
      let counts = nodes.map { count($0, own) }
      return here
        + Count(min: counts.map(\.min).min() ?? 0, max: counts.map(\.max).max() ?? 0)
    case .repeated(let inner, let low, let high, _):
      let once = count(inner, own)
      return here + Count(min: once.min * low, max: once.max * high)
    case .capture(_, let inner): return here + count(inner, own)
    default: return here
    }
  }
}
