extension RelationStage {
  /// Matches the frames of a noun phrase's head: "X's meeting with Y", "the killing of X by Y".
  mutating func noun(_ index: Int32, _ context: RelationContext) {
    let phrase = context.chunks.nounPhrases[Int(index)]
    match(phrase.lemma, at: phrase.head, phrase, index, context)
    // "Kennedy's assassin X", "the Hamas member X": the noun stands in front of the name.
    guard phrase.flags.contains(.proper) else { return }
    var k = Int(phrase.head) - 1
    while k >= Int(phrase.first), Int(phrase.head) - k < 8 {
      if frames.nouns.contains(context.tokens[k].term), reader.isBearer(k, context) {
        // "Oslo resident X": a word that is an adjective as well.
        let isNoun =
          context.chunks.tags[k] == .noun
          || context.chunks.tags[k] == .adjective && context.known(k).contains(.nominalPerson)
        if isNoun { match(context.tokens[k].term, at: Int32(k), phrase, index, context) }
      }
      k -= 1
    }
  }

  private mutating func match(
    _ lemma: TermID, at head: Int32, _ phrase: NounPhrase, _ index: Int32,
    _ context: RelationContext
  ) {
    for k in frames.nouns[lemma] where frames.nouns.entries[k].particle == 0 {
      let frame = frames.frames[Int(frames.nouns.entries[k].frame)]
      match(frame, phrase, index, head: head, context)
    }
  }

  private mutating func match(
    _ frame: FrameBook.Frame, _ phrase: NounPhrase, _ index: Int32, head: Int32,
    _ context: RelationContext
  ) {
    let label = context.tokens[Int(head)].span
    let bearer = reader.isBearer(Int(head), context)
    subjects.removeAll()
    objects.removeAll()
    if frame.isReciprocal {
      guard case .preposition(let term) = frames.slots[Int(frame.subjects.lowerBound)] else {
        return
      }
      reader.complement(phrase, term, context, &subjects)
      if subjects.isEmpty { reader.behindPlace(phrase, term, context, &subjects) }
      if subjects.isEmpty { reader.behindVerb(phrase, index, term, context, &subjects) }
      guard subjects.count >= 2 else { return }
      let modality =
        frame.modality ?? reader.modality(of: phrase, index, isBearer: bearer, context)
      pairUp(frame, modality: modality, label: label, sentence: phrase.sentence, context)
      return
    }
    for slot in frame.objects {
      reader.fill(frames.slots[Int(slot)], phrase, index, frame, context, &objects)
      reader.keep(&objects, frame.objectKinds, context)
      if !objects.isEmpty { break }
    }
    // "Danish rival Acme": a firm's home, not whom it stands against.
    if objects.isEmpty, bearer, !isHome(phrase, index, frame, head, context) {
      // "Kennedy's killer", "a Hamas member".
      reader.genitive(phrase, before: head, context, &objects)
      reader.keep(&objects, frame.objectKinds, context)
    }
    guard !objects.isEmpty else { return }
    for slot in frame.subjects {
      if bearer, frames.slots[Int(slot)].isSubject {
        reader.bearers(phrase, index, frame, context, &subjects)
      } else {
        reader.fill(frames.slots[Int(slot)], phrase, index, frame, context, &subjects)
      }
      reader.keep(&subjects, frame.subjectKinds, context)
      if !subjects.isEmpty { break }
    }
    guard !subjects.isEmpty else { return }
    // "a former adviser to X": the role says it, and that it is over.
    if bearer, frame.predicate == ids.other,
      context.hasRole(subjects[0].entity, objects[0].entity, in: phrase)
    {
      return
    }
    let modality = frame.modality ?? reader.modality(of: phrase, index, isBearer: bearer, context)
    addPairs(
      frame.predicate, modality: modality, label: label, sentence: phrase.sentence,
      rule: frame.rule, reversed: frame.isReversed, context)
  }

  private func isHome(
    _ phrase: NounPhrase, _ index: Int32, _ frame: FrameBook.Frame, _ head: Int32,
    _ context: RelationContext
  ) -> Bool {
    guard frame.predicate == ids.opposes, head > phrase.first,
      context.chunks.tags[Int(head) - 1] == .adjective
    else { return false }
    let m = context.resolver.heads[Int(index)]
    return m >= 0 && context.mentions[Int(m)].kind == .organization
  }
}
