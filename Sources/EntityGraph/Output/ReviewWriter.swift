/// Writes doubtful pairs as a decisions file to edit.
public struct ReviewWriter {
  private let review: Review

  public init(_ review: Review) { self.review = review }

  /// Writes the file; each pair with the reason and a quote for both sides as comments.
  public func write(to out: inout ByteStream) throws {
    out.append(
      text: """
        # Actors that may be one or two, the most doubtful first. Each line says what graphgen does
        # now, so this file changes nothing until you change it: write different for same, or same
        # for different, where that is wrong, then pass it on with --decisions. Lines that you leave
        # are decided, and are not proposed again.

        """)
    for proposal in review.proposals {
      out.append("\n")
      out.append(text: "# \(sentence(proposal))\n")
      for side in proposal.sides { write(side, &out) }
      out.append(text: "\(proposal.decision)\n")
      try out.flushIfLarge()
    }
    if review.proposals.isEmpty { out.append("\n# Nothing is doubtful.\n") }
    if review.left > 0 { out.append(text: "\n# and \(review.left) more; see --top\n") }
    try out.flush()
  }

  private func sentence(_ proposal: Review.Proposal) -> String {
    var isSame = false
    if case .same = proposal.decision.action { isSame = true }
    return "\(isSame ? "joined" : "left apart"): \(proposal.reason) (\(proposal.rule))"
  }

  private func write(_ side: Review.Side, _ out: inout ByteStream) {
    let documents = side.documents.count
    var line = "\(side.name) (\(side.kind.word)"
    if !side.roles.isEmpty { line += "; " + side.roles.joined(separator: "; ") }
    line += "), \(side.mentions) mention\(side.mentions == 1 ? "" : "s")"
    line += " in \(documents) article\(documents == 1 ? "" : "s")"
    out.append(text: "#   \(TextWriter.printable(line))\n")
    guard let quote = side.quote else { return }
    out.append(text: "#     \(quote.place): \(shortened(TextWriter.printable(quote.quote)))\n")
  }

  /// At most 240 letters.
  private func shortened(_ text: String) -> String {
    text.count > 240 ? text.prefix(239) + "…" : text
  }
}
