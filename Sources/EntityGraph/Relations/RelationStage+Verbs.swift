extension RelationStage {
  /// Matches the frames of a verb group of ``NotableVerbs``; any other action between two entities is
  /// `other`.
  mutating func verb(_ index: Int32, _ context: RelationContext) {
    let group = context.chunks.verbGroups[Int(index)]
    // "X is a supporter of Y" is found from the noun.
    if group.flags.contains(.copula) || syntax[group.lemma].contains(.copular) {
      attitude(group, index, context)
      return
    }
    actors.removeAll()
    let (known, traits) = frames.verbs.find(group.lemma)
    if known.isEmpty {
      reader.actor(group, context, into: &actors)
    } else {
      if isBare(group), !traits.contains(.standsAlone), context.followingConjunct(index) < 0 {
        return
      }
      // "researchers at X, led by Y": Y leads them, not X.
      if group.flags.isSuperset(of: [.passive, .reduced]), isLeading(known),
        isPeoples(group.subject, context)
      {
        return
      }
      reader.actor(group, context, into: &actors)
      if !actors.isEmpty || traits.contains(.actorless) {
        let before = found.count
        if traits.contains(.hasBeside) { beside(known, group, index, context) }
        if found.count > before { return }
        let particle = group.particle >= 0 ? context.tokens[Int(group.particle)].term : 0
        match(known, group, index, particle: particle, context)
        // "shot dead": the verb's frames hold with most particles.
        if found.count == before, particle != 0 {
          match(known, group, index, particle: 0, context)
        }
        if found.count > before { return }
      }
    }
    // Where nobody acts only a passive ties two others.
    if actors.isEmpty, !group.flags.contains(.passive) { return }
    if known.isEmpty || !isEmpty(group) { generic(group, index, context) }
  }

  /// Whether nothing stands with an active verb but its subject. A call would copy the whole stage.
  @inline(__always)
  private func isBare(_ group: VerbGroup) -> Bool {
    // The sign is that of none of the three.
    group.object & group.recipient & group.firstArgument < 0 && !group.flags.contains(.passive)
  }

  /// Whether no tie follows from a verb that no frame covers. A call would copy the whole stage.
  @inline(__always)
  private func isEmpty(_ group: VerbGroup) -> Bool {
    if words[group.lemma].contains(.empty) { return true }
    // "X resigned": there is nobody else.
    if group.firstArgument < 0, group.object < 0, group.recipient < 0,
      group.subject < 0 || !group.flags.contains(.passive)
    {
      return true
    }
    // "said in Paris" says nothing of Paris; "welcomed France's offer" does.
    return group.flags.contains(.say) && group.object < 0 && !group.flags.contains(.passive)
  }

  /// Matches the frames that ask for a preposition ("attacked X over …"); they count before others.
  private mutating func beside(
    _ known: Range<Int>, _ group: VerbGroup, _ index: Int32, _ context: RelationContext
  ) {
    for k in known {
      let entry = frames.verbs.entries[k]
      guard entry.hasBeside, entry.particle == 0, !entry.needsActor || !actors.isEmpty
      else { continue }
      let frame = frames.frames[Int(entry.frame)]
      guard
        frame.objects.contains(where: {
          guard case .beside(let term) = frames.slots[Int($0)] else { return false }
          return reader.hasPhrase(group, index, term, context)
        })
      else { continue }
      match(frame, group, index, context)
    }
  }

  private mutating func match(
    _ known: Range<Int>, _ group: VerbGroup, _ index: Int32, particle: TermID,
    _ context: RelationContext
  ) {
    for k in known {
      let entry = frames.verbs.entries[k]
      if entry.hasBeside || entry.particle != particle { continue }
      if entry.needsActor, actors.isEmpty { continue }
      match(frames.frames[Int(entry.frame)], group, index, context)
    }
  }

  private mutating func match(
    _ frame: FrameBook.Frame, _ group: VerbGroup, _ index: Int32, _ context: RelationContext
  ) {
    let passive = group.flags.contains(.passive)
    switch frame.voice {
    case .active where passive: return
    case .passive where !passive: return
    default: break
    }
    if frame.objectHeads != 0 {
      let object = passive ? group.subject : group.object
      guard object >= 0 else { return }
      let head = Int(context.chunks.nounPhrases[Int(object)].head)
      let (term, lemma) = (
        context.tokens[head].term, context.chunks.nounPhrases[Int(object)].lemma
      )
      // Mostly one look tells that it is another word.
      guard
        frame.objectWords & (TokenGuard.bit(term: term) | TokenGuard.bit(term: lemma)) != 0,
        packs[Int(frame.pack)].rules.fits(
          Int(frame.objectHeads), term: term, lemma: lemma, classes: context.classes[head])
      else { return }
    }
    // "offered US aid to X": the United States support X.
    if frame.predicate == ids.supports, frame.objectHeads != 0, !passive, group.object >= 0,
      let giver = context.resolver.premodifier(
        context.chunks.nounPhrases[Int(group.object)], context),
      context.kind(giver.entity) != .person, !actors.contains(giver.entity)
    {
      return
    }
    // "moved the company to Texas" says nothing of where the mover lives.
    if frame.predicate == ids.livesIn, !passive, group.object >= 0 { return }
    if frame.isReciprocal {
      reciprocal(frame, group, index, context)
      return
    }
    subjects.removeAll()
    objects.removeAll()
    for slot in frame.subjects {
      if case .subject = frames.slots[Int(slot)] {
        subjects.append(actors)
      } else {
        reader.fill(frames.slots[Int(slot)], group, index, context, &subjects)
      }
      reader.keep(&subjects, frame.subjectKinds, context)
      if !subjects.isEmpty { break }
    }
    if frame.predicate == ids.succeeded, group.flags.contains(.gerund) {
      appointee(group, index, context)
      reader.keep(&subjects, frame.subjectKinds, context)
    }
    guard !subjects.isEmpty else { return }
    for slot in frame.objects {
      if isNouns(slot, of: frame, group, context) { continue }
      reader.fill(frames.slots[Int(slot)], group, index, context, &objects)
      reader.keep(&objects, frame.objectKinds, context)
      if frame.predicate == ids.attacked || frame.predicate == ids.met {
        reader.dropWords(group, context, &objects)
      }
      if !objects.isEmpty { break }
      // "a letter to X was sent by Y", "froze X's assets": behind the noun rather than the verb, and
      // what "of" would say the possessor says as well.
      let object = passive ? group.subject : group.object
      if object >= 0,
        frame.objectHeads != 0 || passive && frame.predicate == ids.attacked,
        case .preposition(let term) = frames.slots[Int(slot)]
      {
        let phrase = context.chunks.nounPhrases[Int(object)]
        if frame.objectHeads != 0, syntax[term].contains(.of) {
          reader.genitive(phrase, before: phrase.head, context, &objects)
        } else if passive {
          reader.complement(phrase, term, context, &objects)
        }
        reader.keep(&objects, frame.objectKinds, context)
        if !objects.isEmpty { break }
      }
    }
    if objects.isEmpty, frame.takesObject, reader.takesStance(frame.predicate) {
      // "condemned X's missile test": X is criticised.
      let object = passive ? group.subject : group.object
      if object >= 0, hasDoer(context.chunks.nounPhrases[Int(object)], context),
        let owner = context.resolver.owner(object, context)
      {
        objects.append(owner)
        reader.keep(&objects, frame.objectKinds, context)
      }
      // "supports the mediation led by X".
      if objects.isEmpty, object >= 0 {
        let phrase = context.chunks.nounPhrases[Int(object)]
        if phrase.modifierVerb >= 0, words[phrase.lemma].contains(.deed) {
          reader.complement(phrase, syntax.byTerm, context, &objects)
          reader.keep(&objects, frame.objectKinds, context)
        }
      }
    }
    // "hit back at X's claim", "voted for X's plan".
    if objects.isEmpty, !frame.takesObject, frame.predicate != ids.told,
      reader.takesStance(frame.predicate)
    {
      for slot in frame.objects {
        guard case .preposition(let term) = frames.slots[Int(slot)] else { continue }
        let phrase = reader.argument(term, of: group, context)
        if phrase >= 0, hasDoer(context.chunks.nounPhrases[Int(phrase)], context),
          let owner = context.resolver.owner(phrase, context)
        {
          objects.append(owner)
          reader.keep(&objects, frame.objectKinds, context)
          break
        }
      }
    }
    guard !objects.isEmpty else { return }
    addPairs(
      frame.predicate, modality: frame.modality ?? context.modality(index),
      label: reader.label(group, context), sentence: group.sentence, rule: frame.rule,
      reversed: frame.isReversed, context)
  }

  /// "discussed it in a call with X": what the noun says of X is no meeting.
  private func isNouns(
    _ slot: Int32, of frame: FrameBook.Frame, _ group: VerbGroup, _ context: RelationContext
  ) -> Bool {
    guard frame.predicate == ids.met, frame.objectHeads == 0, group.object >= 0,
      case .preposition(let term) = frames.slots[Int(slot)]
    else { return false }
    let phrase = reader.argument(term, of: group, context)
    guard phrase >= 0 else { return false }
    let governor = context.chunks.nounPhrases[Int(phrase)].governor
    return governor >= 0 && frames.takes(context.chunks.nounPhrases[Int(governor)].lemma, term)
  }

  private func isLeading(_ known: Range<Int>) -> Bool {
    frames.frames[Int(frames.verbs.entries[known.lowerBound].frame)].predicate == ids.holdsRole
  }

  /// "researchers at X", "a team from X and Y": X is whose people they are.
  private func isPeoples(_ index: Int32, _ context: RelationContext) -> Bool {
    guard index >= 0 else { return false }
    var phrase = context.chunks.nounPhrases[Int(index)]
    var steps = 0
    while phrase.previousConjunct >= 0, steps < 4 {
      phrase = context.chunks.nounPhrases[Int(phrase.previousConjunct)]
      steps += 1
    }
    guard phrase.governor >= 0, phrase.preposition >= 0,
      words[context.tokens[Int(phrase.preposition)].term].isDisjoint(with: .of)
    else { return false }
    let governor = context.chunks.nounPhrases[Int(phrase.governor)]
    return !context.known(Int(governor.head)).isDisjoint(with: [.people, .collective])
  }

  /// "X's plans", "plans by X".
  private func hasDoer(_ phrase: NounPhrase, _ context: RelationContext) -> Bool {
    phrase.possessor >= 0 || context.resolver.complement(phrase, .by, context) != nil
  }

  /// "the king appointed X as prime minister, replacing Y": X replaces, not the king.
  private mutating func appointee(
    _ group: VerbGroup, _ index: Int32, _ context: RelationContext
  ) {
    var v = index - 1
    while v >= 0, index - v <= 3 {
      let before = context.chunks.verbGroups[Int(v)]
      guard before.sentence == group.sentence else { return }
      if before.flags.contains(.finite), before.subject == group.subject,
        before.flags.isDisjoint(with: [.passive, .copula]), before.object >= 0,
        let object = context.resolver.resolve(before.object, context, standIn: false),
        context.kind(object.entity) == .person
      {
        subjects.removeAll()
        subjects.append(object)
        return
      }
      v -= 1
    }
  }

  /// "X and Y met": pairs of the subject's conjuncts.
  private mutating func reciprocal(
    _ frame: FrameBook.Frame, _ group: VerbGroup, _ index: Int32, _ context: RelationContext
  ) {
    guard group.object < 0 || frame.objectHeads != 0, group.subject >= 0,
      !group.flags.contains(.passive)
    else { return }
    subjects.removeAll()
    context.resolver.collect(group.subject, context, standIn: true, into: &subjects)
    guard subjects.count >= 2 else { return }
    pairUp(
      frame, modality: frame.modality ?? context.modality(index),
      label: reader.label(group, context), sentence: group.sentence, context)
  }

  /// Adds the relation between the first of ``subjects`` and each of the others.
  mutating func pairUp(
    _ frame: FrameBook.Frame, modality: Modality, label: ByteSpan, sentence: Int32,
    _ context: RelationContext
  ) {
    guard subjects.count >= 2 else { return }
    let all = subjects
    // Four make six pairs; of more the first one with the others.
    for first in 0..<(all.count <= 4 ? all.count - 1 : 1) {
      subjects.removeAll()
      subjects.append(all[first])
      objects.removeAll()
      for k in (first + 1)..<min(all.count, 7) { objects.append(all[k]) }
      addPairs(
        frame.predicate, modality: modality, label: label, sentence: sentence, rule: frame.rule,
        context)
    }
  }
}

extension RelationContext {
  /// The verb group coordinated behind this one that takes the object both share, -1 for none.
  func followingConjunct(_ verb: Int32) -> Int32 {
    var v = verb + 1
    while Int(v) < chunks.verbGroups.count, v - verb <= 3 {
      if chunks.verbGroups[Int(v)].previousConjunct == verb,
        chunks.verbGroups[Int(v)].first - chunks.verbGroups[Int(verb)].end <= 3
      {
        return v
      }
      v += 1
    }
    return -1
  }
}
