extension RuleBook {
  /// Whether any pack has patterns for a target, so that stages without any cost nothing.
  func has(_ target: RuleTarget) -> Bool {
    packs.contains { !$0.rules.anchors[Int(target.rawValue)].isEmpty }
  }
}
