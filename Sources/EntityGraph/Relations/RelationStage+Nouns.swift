extension RelationStage {
  /// Matches the frames of a noun phrase's head: "X's meeting with Y", "the killing of X by Y".
  mutating func noun(_ index: Int32, _ context: RelationContext) {
    let phrase = context.chunks.nounPhrases[Int(index)]
    guard !phrase.flags.contains(.pronoun) else { return }
    match(phrase.lemma, at: phrase.head, phrase, index, context)
    // "Kennedy's assassin X", "the Hamas member X": the noun stands in front of the name.
    guard phrase.flags.contains(.proper) else { return }
    var k = Int(phrase.head) - 1
    while k >= Int(phrase.first), Int(phrase.head) - k < 8 {
      if context.chunks.tags[k] == .noun, reader.isBearer(k, context) {
        match(context.tokens[k].term, at: Int32(k), phrase, index, context)
      }
      k -= 1
    }
  }

  private mutating func match(
    _ lemma: TermID, at head: Int32, _ phrase: NounPhrase, _ index: Int32,
    _ context: RelationContext
  ) {
    guard nounLemmas.contains(lemma) else { return }
    for pack in packs {
      for posting in pack.rules.nounFrames.postings(lemma) {
        guard let k = pack.rules.nounFrames.frame(posting, particle: 0) else { continue }
        let frame = pack.rules.frame(k)
        if !pack.isOff(frame.rule) { match(frame, pack, phrase, index, head: head, context) }
      }
    }
  }

  private mutating func match(
    _ frame: CompiledFrame, _ pack: RuleBook.Pack, _ phrase: NounPhrase, _ index: Int32,
    head: Int32, _ context: RelationContext
  ) {
    let label = context.tokens[Int(head)].span
    let bearer = reader.isBearer(Int(head), context)
    let modality =
      frame.modality ?? reader.modality(of: phrase, index, isBearer: bearer, context)
    subjects.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    if pack.isReciprocal(frame) {
      guard case .preposition(let term) = pack.rules.slot(frame.subjects.lowerBound) else { return }
      reader.complement(phrase, term, context, &subjects)
      pairUp(frame, pack, modality: modality, label: label, sentence: phrase.sentence, context)
      return
    }
    for slot in frame.objects {
      reader.fill(pack.rules.slot(slot), phrase, index, frame, context, &objects)
      reader.keep(&objects, frame.objectKinds, context)
      if !objects.isEmpty { break }
    }
    // "Danish rival Acme": a firm's home, not whom it stands against.
    if objects.isEmpty, bearer, !isHome(phrase, frame, head, context) {
      // "Kennedy's killer", "a Hamas member".
      reader.genitive(phrase, before: head, context, &objects)
      reader.keep(&objects, frame.objectKinds, context)
    }
    guard !objects.isEmpty else { return }
    for slot in frame.subjects {
      if bearer, pack.rules.slot(slot) == .subject {
        reader.bearers(phrase, index, frame, context, &subjects)
      } else {
        reader.fill(pack.rules.slot(slot), phrase, index, frame, context, &subjects)
      }
      reader.keep(&subjects, frame.subjectKinds, context)
      if !subjects.isEmpty { break }
    }
    addPairs(
      frame.predicate, modality: modality, label: label, sentence: phrase.sentence,
      rule: pack.id(frame.rule), reversed: frame.isReversed, context)
  }

  private func isHome(
    _ phrase: NounPhrase, _ frame: CompiledFrame, _ head: Int32, _ context: RelationContext
  ) -> Bool {
    guard frame.predicate == ids.opposes, head > phrase.first,
      context.chunks.tags[Int(head) - 1] == .adjective
    else { return false }
    let m = context.resolver.headMention(phrase, context.mentions, context.chunks)
    return m >= 0 && context.mentions[Int(m)].kind == .organization
  }
}
