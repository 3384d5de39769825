/// What a hyphen ties to a name: "US-led", "pro-Iran", "Tokyo-based".
extension RelationStage {
  /// What the packs say of a compound.
  struct Compound {
    var predicate: PredicateID
    /// The name in the compound is the subject, the phrase that it qualifies the object.
    var isSubject: Bool
    var modality: Modality?
    var rule: RuleID
  }

  /// The relation of a compound's name with the phrase that the compound modifies; nil if the name
  /// is no part of a compound.
  ///
  /// - Returns: the words that state it, and what: nil for a compound that states nothing.
  func compound(
    _ name: Mention, _ context: RelationContext
  ) -> (label: ByteSpan, stated: Compound?)? {
    let end = Int(name.end)
    if end + 1 < context.tokens.count, isHyphen(end, context) {
      let found =
        stated(context.tokens[end + 1].term, CompiledFrame.behindHyphen)
        ?? stated(context.lemmas[end + 1], CompiledFrame.behindHyphen)
      return (context.tokens[end + 1].span, found)
    }
    let first = Int(name.first)
    if first >= 2, isHyphen(first - 1, context) {
      let found = stated(context.tokens[first - 2].term, CompiledFrame.beforeHyphen)
      return (context.tokens[first - 2].span, found)
    }
    return nil
  }

  /// The last pack that knows a word says what it states.
  private func stated(_ term: TermID, _ side: TermID) -> Compound? {
    for pack in packs.reversed() {
      for posting in pack.rules.nounFrames.postings(term) {
        guard let k = pack.rules.nounFrames.frame(posting, particle: side) else { continue }
        let frame = pack.rules.frame(k)
        if pack.isOff(frame.rule) { continue }
        let isSubject = pack.rules.slot(frame.subjects.lowerBound) == .subject
        return Compound(
          predicate: frame.predicate, isSubject: isSubject != frame.isReversed,
          modality: frame.modality, rule: pack.id(frame.rule))
      }
    }
    return nil
  }

  private func isHyphen(_ i: Int, _ context: RelationContext) -> Bool {
    context.tokens[i].mark == UInt8(ascii: "-")
      && !context.tokens[i].flags.contains(.spaceBefore)
  }

  /// Adds what a compound in front of or inside `body` states; false if there is none.
  mutating func addCompound(
    _ name: Mention, _ body: Mention, _ context: RelationContext
  ) -> Bool {
    guard let found = compound(name, context) else { return false }
    guard let stated = found.stated, name.entity != body.entity else { return true }
    let evidence = ByteSpan(
      start: min(name.span.start, body.span.start), end: max(name.span.end, body.span.end))
    add(
      RelationMention(
        subject: stated.isSubject ? name.entity : body.entity,
        object: stated.isSubject ? body.entity : name.entity, predicate: stated.predicate,
        modality: stated.modality ?? .asserted, label: found.label, evidence: evidence,
        sentence: context.sentence(at: Int(name.first)), rule: stated.rule), context)
    return true
  }
}
