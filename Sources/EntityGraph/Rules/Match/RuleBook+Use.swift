extension [RuleBook.Pack] {
  /// Whether any pack has patterns for a target, so that stages without any cost nothing.
  func have(_ target: RuleTarget) -> Bool {
    contains { !$0.rules.anchors[Int(target.rawValue)].isEmpty }
  }
}
