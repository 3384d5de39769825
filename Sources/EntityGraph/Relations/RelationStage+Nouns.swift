extension RelationStage {
  /// Matches the frames of a noun phrase's head: "X's meeting with Y", "the killing of X by Y".
  mutating func noun(_ index: Int32, _ context: RelationContext) {
    let phrase = context.chunks.nounPhrases[Int(index)]
    guard !phrase.flags.contains(.pronoun) else { return }
    for k in frames.nouns(phrase.lemma) {
      let frame = frames.frames[Int(k)]
      for arguments in frame.arguments {
        match(frame, arguments, phrase, index, context)
      }
    }
  }

  private mutating func match(
    _ frame: Frame, _ arguments: Frame.Arguments, _ phrase: NounPhrase, _ index: Int32,
    _ context: RelationContext
  ) {
    let label = context.tokens[Int(phrase.head)].span
    let modality = frame.modality ?? modality(of: phrase, index, context)
    subjects.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    if arguments.subjects == arguments.objects {
      guard let slot = arguments.subjects.first, case .preposition(let term) = slot else { return }
      complement(phrase, term, context, &subjects)
      pairUp(frame, modality: modality, label: label, sentence: phrase.sentence, context)
      return
    }
    for slot in arguments.objects {
      guard case .preposition(let term) = slot else { continue }
      complement(phrase, term, context, &objects)
      keepKinds(&objects, frame.objectKinds, context)
      if !objects.isEmpty { break }
    }
    guard !objects.isEmpty else { return }
    for slot in arguments.subjects {
      if case .preposition(let term) = slot {
        complement(phrase, term, context, &subjects)
      } else {
        owners(phrase, index, frame, objects[0], context)
      }
      keepKinds(&subjects, frame.subjectKinds, context)
      if !subjects.isEmpty { break }
    }
    addPairs(
      frame.predicate, modality: modality, label: label, sentence: phrase.sentence,
      rule: frame.rule, reversed: frame.isReversed, context)
  }

  func keepKinds(
    _ arguments: inout [ResolvedArgument], _ kinds: KindMask, _ context: RelationContext
  ) {
    if kinds == .entity || kinds.isEmpty { return }
    arguments.removeAll { kinds.isDisjoint(with: context.kind($0.entity)) }
  }

  private func complement(
    _ phrase: NounPhrase, _ preposition: TermID, _ context: RelationContext,
    _ arguments: inout [ResolvedArgument]
  ) {
    var k = phrase.firstArgument
    var steps = 0
    while k >= 0, steps < 8 {
      let argument = context.chunks.arguments[Int(k)]
      if context.tokens[Int(argument.preposition)].term == preposition {
        context.resolver.collect(argument.phrase, context, standIn: true, into: &arguments)
        if !arguments.isEmpty { return }
      }
      k = argument.next
      steps += 1
    }
  }

  /// Who does what a noun names: its possessor, the name in front of it, "by X", what it renames,
  /// or the subject of the light verb that it completes.
  private mutating func owners(
    _ phrase: NounPhrase, _ index: Int32, _ frame: Frame, _ object: ResolvedArgument,
    _ context: RelationContext
  ) {
    let m = context.resolver.headMention(phrase, context.mentions)
    if m >= 0 {
      // The noun is a person or body itself: "an ally of X" that the text knows.
      let mention = context.mentions[Int(m)]
      subjects.append(ResolvedArgument(entity: mention.entity, span: mention.span))
      return
    }
    if let before = context.resolver.premodifier(phrase, context) {
      subjects.append(before)
      return
    }
    if phrase.possessor >= 0 {
      context.resolver.collect(phrase.possessor, context, standIn: true, into: &subjects)
      if !subjects.isEmpty { return }
    }
    if phrase.flags.contains(.pronounPossessor), phrase.determiner >= 0 {
      let m = context.resolver.ending[Int(phrase.determiner)]
      if m >= 0 {
        let mention = context.mentions[Int(m)]
        subjects.append(ResolvedArgument(entity: mention.entity, span: mention.span))
        return
      }
    }
    var k = phrase.firstArgument
    var steps = 0
    while k >= 0, steps < 8 {
      let argument = context.chunks.arguments[Int(k)]
      let bits = words[context.tokens[Int(argument.preposition)].term]
      if bits.contains(.by) {
        context.resolver.collect(argument.phrase, context, standIn: true, into: &subjects)
        if !subjects.isEmpty { return }
      }
      k = argument.next
      steps += 1
    }
    if phrase.apposedTo >= 0 {
      context.resolver.collect(phrase.apposedTo, context, standIn: true, into: &subjects)
      if !subjects.isEmpty { return }
    }
    throughVerb(phrase, index, frame, context)
  }

  /// "X held a meeting with Y", "X is an ally of Y", "X said so after talks with Y".
  private mutating func throughVerb(
    _ phrase: NounPhrase, _ index: Int32, _ frame: Frame, _ context: RelationContext
  ) {
    // The verb group before the phrase, in the same sentence.
    var i = Int(phrase.first) - 1
    let sentence = context.sentences[Int(phrase.sentence)].tokens
    var steps = 0
    while i >= sentence.lowerBound, steps < 40 {
      let v = context.chunks.verbAt[i]
      if v >= 0 {
        let group = context.chunks.verbGroups[Int(v)]
        let governs = group.object == index && !group.flags.contains(.passive)
        if governs, group.flags.contains(.copula) || words[group.lemma].contains(.light) {
          actor(group, context, into: &subjects)
          return
        }
        if governs, frame.predicate == ids.met {
          actor(group, context, into: &subjects)
          return
        }
        if frame.predicate == ids.met, phrase.preposition >= 0, phrase.governor < 0 || true,
          words[context.tokens[Int(phrase.preposition)].term].contains(.during)
        {
          actor(group, context, into: &subjects)
          return
        }
        return
      }
      i -= 1
      steps += 1
    }
  }

  /// What a noun takes for granted is asserted, unless its verb has not happened.
  private func modality(
    of phrase: NounPhrase, _ index: Int32, _ context: RelationContext
  ) -> Modality {
    if phrase.flags.contains(.negative) { return .negated }
    var i = Int(phrase.first) - 1
    var steps = 0
    while i >= 0, steps < 6 {
      let v = context.chunks.verbAt[i]
      if v >= 0 {
        let group = context.chunks.verbGroups[Int(v)]
        guard group.object == index || group.flags.contains(.copula) else { return .asserted }
        let found = context.modality(v)
        return found
      }
      i -= 1
      steps += 1
    }
    return .asserted
  }
}
