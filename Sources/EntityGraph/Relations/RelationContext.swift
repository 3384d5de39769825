/// What the steps of the relation stage look at: one document's tokens, chunks and mentions.
struct RelationContext {
  let tokens: [Token]
  let classes: [UInt64]
  let lemmas: [TermID]
  let sentences: [Sentence]
  let chunks: Chunks
  let mentions: [Mention]
  let entities: [Entity]
  let roles: [RoleMention]
  let lexicon: Lexicon
  let words: RelationWords
  let syntax: SyntaxWords
  let resolver: ArgumentResolver

  @inline(__always) func known(_ i: Int) -> WordClass { WordClass(rawValue: classes[i]) }

  @inline(__always)
  func kind(_ entity: Int32) -> KindMask { KindMask(entities[Int(entity)].kind) }
}

extension RelationContext {
  /// How far the text vouches for what a verb group says.
  func modality(_ verb: Int32) -> Modality {
    var negated = false
    var possible = false
    var reported = false
    var v = verb
    var steps = 0
    var isBehindPreposition = false
    while v >= 0, steps < 5 {
      let group = chunks.verbGroups[Int(v)]
      let flags = group.flags
      // "was not careful in attacking X": X was attacked.
      if flags.contains(.negated), !isBehindPreposition { negated.toggle() }
      isBehindPreposition = flags.contains(.gerund) && group.preposition >= 0
      if flags.contains(.possible) || flags.contains(.conditional) { possible = true }
      if flags.contains(.reported) { reported = true }
      let matrix = group.matrix
      guard matrix >= 0 else { break }
      let above = chunks.verbGroups[Int(matrix)]
      var bits = syntax[above.lemma]
      // "is likely to meet X", "was due to": the adjective says it.
      if above.flags.contains(.copula), group.first > above.end {
        bits.formUnion(syntax[tokens[Int(group.first) - 1].term])
      }
      let isInfinitive = flags.contains(.infinitive) || flags.contains(.gerund)
      if isInfinitive {
        // "is to meet X".
        if above.flags.contains(.copula), flags.contains(.infinitive), group.first == above.end {
          possible = true
        }
        // "its bid to join X".
        if group.noun >= 0, flags.contains(.infinitive),
          syntax[chunks.nounPhrases[Int(group.noun)].lemma].contains(.possibleVerb)
        {
          possible = true
        }
        if bits.contains(.negativeVerb) { negated.toggle() }
        if bits.contains(.possibleVerb) { possible = true }
        // "is said to have left".
        if above.flags.contains(.passive), above.flags.contains(.say) { reported = true }
        if bits.contains(.reportedVerb),
          above.flags.contains(.passive) || !bits.contains(.possibleVerb)
        {
          reported = true
        }
      } else {
        // A clause that somebody says: what the sentence holds of saying does not negate it.
        if bits.contains(.reportedVerb) { reported = true }
        if bits.contains(.possibleVerb), !bits.contains(.clausal) { possible = true }
        if bits.contains(.negativeVerb) { negated.toggle() }
        break
      }
      v = matrix
      steps += 1
    }
    if negated { return .negated }
    if possible { return .possible }
    if reported || isHearsay(chunks.verbGroups[Int(verb)]) { return .reported }
    return .asserted
  }

  /// "according to X" in the sentence, outside a direct quotation.
  private func isHearsay(_ group: VerbGroup) -> Bool {
    guard group.quote < 0, group.sentence >= 0 else { return false }
    let range = sentences[Int(group.sentence)].tokens
    // It stands at the start or at the end.
    let head = range.lowerBound..<min(range.lowerBound + 3, range.upperBound)
    let tail = max(range.lowerBound, range.upperBound - 14)..<range.upperBound
    for i in head where words[tokens[i].term].contains(.according) { return true }
    for i in tail where words[tokens[i].term].contains(.according) { return true }
    return false
  }
}
