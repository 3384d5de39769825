/// Why a stretch of text was taken for a name or not: what spoke for each reading.
public struct NameDecision: Sendable {
  /// One feature and its points for person, organization, place and no entity.
  public struct Reason: Sendable {
    public var feature: String
    public var points: [Int32]
  }

  public var span: ByteSpan
  /// `person`, `organization`, `place`, `demonym` or `reject`.
  public var kind: String
  /// The reading with the second most points, and the lead over it; empty where a list, a head word
  /// or the rest of the document decided without weighing.
  public var runnerUp: String
  public var margin: Int32
  /// The list, rule or step that decided.
  public var rule: RuleID
  public var reasons: [Reason]
}

extension NameStage {
  /// The decisions about the last document, in the order of the text.
  ///
  /// The points are counted again from the features that were used, so that the explanation can't
  /// differ from the decision.
  func decisions(_ table: TokenTable) -> [NameDecision] {
    candidates.map { c in
      let scores = weights.score(c.features)
      let ranked = [
        ("person", scores.person), ("organization", scores.organization), ("place", scores.place),
        ("reject", scores.reject),
      ].sorted { $0.1 > $1.1 }
      let weighed = c.features != NameFeatures()
      return NameDecision(
        span: ByteSpan(
          start: table.tokens[Int(c.first)].start, end: table.tokens[Int(c.end) - 1].end),
        kind: "\(c.kind)", runnerUp: weighed ? ranked[1].0 : "", margin: c.margin, rule: c.rule,
        reasons: c.features.all.map {
          let p = weights.points(of: $0)
          return NameDecision.Reason(
            feature: "\($0)", points: [p.person, p.organization, p.place, p.reject])
        })
    }
  }
}
