import EntityGraph

/// The words of `extract --explain`.
enum NameReport {
  /// `text  kind  by rule (lead over runner-up)` and a line for each feature with its points.
  static func lines(_ decision: NameDecision, _ text: [UInt8], _ knowledge: Knowledge) -> [UInt8] {
    let span = Int(decision.span.start)..<Int(decision.span.end)
    let name = InputProblem.printable(String(decoding: text[span], as: UTF8.self))
    var out = "  \(span.lowerBound)-\(span.upperBound) \"\(name)\": \(decision.kind)"
    out += " by \(knowledge.ruleName(decision.rule))"
    if !decision.runnerUp.isEmpty {
      out += ", \(decision.margin) points ahead of \(decision.runnerUp)"
    }
    out += "\n"
    for reason in decision.reasons {
      let points = zip(["person", "organization", "place", "none"], reason.points)
        .filter { $0.1 != 0 }
        .map { "\($0.0) \($0.1 > 0 ? "+" : "")\($0.1)" }
        .joined(separator: ", ")
      out += "      \(reason.feature): \(points)\n"
    }
    return Array(out.utf8)
  }
}
