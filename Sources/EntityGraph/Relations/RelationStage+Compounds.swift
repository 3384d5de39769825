/// What a hyphen ties to a name: "US-led", "pro-Iran", "Tokyo-based".
extension RelationStage {
  /// The relation of a compound's name with the phrase that the compound modifies; nil if the name
  /// is no part of a compound.
  ///
  /// - Returns: the predicate, whether the name is its subject, and the words that state it;
  ///   predicate nil for a compound that states nothing.
  func compound(
    _ name: Mention, _ context: RelationContext
  ) -> (predicate: PredicateID?, isSubject: Bool, label: ByteSpan)? {
    let end = Int(name.end)
    if end + 1 < context.tokens.count, isHyphen(end, context) {
      let label = context.tokens[end + 1].span
      let bits = words[context.tokens[end + 1].term].union(words[context.lemmas[end + 1]])
      if bits.contains(.ally) { return (ids.supports, false, label) }
      if bits.contains(.based) { return (ids.locatedIn, false, label) }
      if bits.contains(.owned) { return (ids.owns, true, label) }
      if bits.contains(.backer) { return (ids.supports, true, label) }
      if bits.contains(.holder) { return (ids.other, true, label) }
      return (nil, false, label)
    }
    let first = Int(name.first)
    if first >= 2, isHyphen(first - 1, context) {
      let label = context.tokens[first - 2].span
      let bits = words[context.tokens[first - 2].term]
      if bits.contains(.pro) { return (ids.supports, false, label) }
      if bits.contains(.anti) { return (ids.opposes, false, label) }
      return (nil, false, label)
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
    guard let predicate = found.predicate, name.entity != body.entity else { return true }
    let evidence = ByteSpan(
      start: min(name.span.start, body.span.start), end: max(name.span.end, body.span.end))
    add(
      RelationMention(
        subject: found.isSubject ? name.entity : body.entity,
        object: found.isSubject ? body.entity : name.entity, predicate: predicate,
        modality: .asserted, label: found.label, evidence: evidence,
        sentence: context.sentence(at: Int(name.first)), rule: RelationRule.compound), context)
    return true
  }
}
