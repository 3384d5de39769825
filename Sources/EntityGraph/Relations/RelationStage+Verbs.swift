extension RelationStage {
  /// Matches the frames of a verb group; any other action between two entities is `other`.
  mutating func verb(_ index: Int32, _ context: RelationContext) {
    let group = context.chunks.verbGroups[Int(index)]
    // "X is a supporter of Y" is found from the noun.
    if group.flags.contains(.copula) {
      attitude(group, index, context)
      return
    }
    let before = found.count
    let particle = group.particle >= 0 ? context.tokens[Int(group.particle)].term : 0
    match(group, index, particle: particle, context)
    // "shot dead": the verb's frames hold with most particles.
    if found.count == before, particle != 0 { match(group, index, particle: 0, context) }
    if found.count == before { generic(group, index, context) }
  }

  private mutating func match(
    _ group: VerbGroup, _ index: Int32, particle: TermID, _ context: RelationContext
  ) {
    for pack in packs {
      for posting in pack.rules.verbFrames.postings(group.lemma) {
        guard let k = pack.rules.verbFrames.frame(posting, particle: particle) else { continue }
        let frame = pack.rules.frame(k)
        if !pack.isOff(frame.rule) { match(frame, pack, group, index, context) }
      }
    }
  }

  private mutating func match(
    _ frame: CompiledFrame, _ pack: RuleBook.Pack, _ group: VerbGroup, _ index: Int32,
    _ context: RelationContext
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
      let phrase = context.chunks.nounPhrases[Int(object)]
      let head = Int(phrase.head)
      guard
        pack.rules.fits(
          frame.objectHeads, term: context.tokens[head].term, lemma: phrase.lemma,
          classes: context.classes[head])
      else { return }
    }
    // "moved the company to Texas" says nothing of where the mover lives.
    if frame.predicate == ids.livesIn, !passive, group.object >= 0 { return }
    if pack.isReciprocal(frame) {
      reciprocal(frame, pack, group, index, context)
      return
    }
    subjects.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    for slot in frame.subjects {
      fill(pack.rules.slot(slot), group, index, context, &subjects)
      keep(&subjects, frame.subjectKinds, context)
      if !subjects.isEmpty { break }
    }
    guard !subjects.isEmpty else { return }
    for slot in frame.objects {
      fill(pack.rules.slot(slot), group, index, context, &objects)
      keep(&objects, frame.objectKinds, context)
      if !objects.isEmpty { break }
    }
    if objects.isEmpty, takesStance(frame.predicate) {
      // "condemned X's missile test": X is criticised.
      let object = passive ? group.subject : group.object
      if object >= 0, context.chunks.nounPhrases[Int(object)].possessor >= 0,
        let owner = context.resolver.owner(object, context)
      {
        objects.append(owner)
        keep(&objects, frame.objectKinds, context)
      }
    }
    guard !objects.isEmpty else { return }
    addPairs(
      frame.predicate, modality: frame.modality ?? context.modality(index),
      label: label(group, context), sentence: group.sentence, rule: pack.id(frame.rule),
      reversed: frame.isReversed, context)
  }

  private func takesStance(_ predicate: PredicateID) -> Bool {
    predicate == ids.accused || predicate == ids.supports || predicate == ids.opposes
  }

  func keep(
    _ arguments: inout [ResolvedArgument], _ kinds: KindMask, _ context: RelationContext
  ) {
    if kinds == .entity || kinds.isEmpty { return }
    arguments.removeAll { kinds.isDisjoint(with: context.kind($0.entity)) }
  }

  func label(_ group: VerbGroup, _ context: RelationContext) -> ByteSpan {
    let start = context.tokens[Int(group.head)].start
    let last = group.particle >= 0 ? Int(group.particle) : Int(group.head)
    return ByteSpan(start: start, end: context.tokens[last].end)
  }

  private func fill(
    _ slot: FrameSlot, _ group: VerbGroup, _ index: Int32, _ context: RelationContext,
    _ arguments: inout [ResolvedArgument]
  ) {
    switch slot {
    case .subject: actor(group, context, into: &arguments)
    case .object:
      let passive = group.flags.contains(.passive)
      let object = passive ? group.subject : group.object
      collect(object, context, &arguments)
      // "efforts to defeat X and Y": the object of a conjunct further on holds for both.
      if object < 0, !passive {
        let next = context.followingConjunct(index)
        if next >= 0 { collect(context.chunks.verbGroups[Int(next)].object, context, &arguments) }
      }
    case .recipient: collect(group.recipient, context, &arguments)
    case .preposition(let term):
      var k = group.firstArgument
      var steps = 0
      while k >= 0, steps < 12 {
        let argument = context.chunks.arguments[Int(k)]
        // What stands in front of the verb says where and when: "to the Treasury, he said".
        if context.tokens[Int(argument.preposition)].term == term,
          argument.preposition > group.head
        {
          collect(argument.phrase, context, &arguments)
          if !arguments.isEmpty { return }
        }
        k = argument.next
        steps += 1
      }
    }
  }

  private func collect(
    _ phrase: Int32, _ context: RelationContext, _ arguments: inout [ResolvedArgument]
  ) {
    guard phrase >= 0 else { return }
    context.resolver.collect(phrase, context, standIn: true, into: &arguments)
  }

  /// Who acts: the subject, of a passive the agent; of an infinitive or participle whoever governs
  /// it.
  func actor(
    _ group: VerbGroup, _ context: RelationContext, into arguments: inout [ResolvedArgument]
  ) {
    if group.flags.contains(.passive) {
      collect(group.agent, context, &arguments)
      return
    }
    collect(group.subject, context, &arguments)
    if !arguments.isEmpty { return }
    // "efforts to support", "its commitment to supporting": whose efforts they are.
    if group.noun >= 0, !group.flags.contains(.relative) {
      if let owner = context.resolver.owner(group.noun, context) {
        arguments.append(owner)
        return
      }
      // "our efforts": whoever we are, it is not the subject of the clause.
      let phrase = context.chunks.nounPhrases[Int(group.noun)]
      if phrase.flags.contains(.pronounPossessor) || phrase.possessor >= 0 { return }
    }
    let tied = group.flags.contains(.infinitive) || group.flags.contains(.gerund)
    guard tied else { return }
    var v = group.matrix
    var steps = 0
    while v >= 0, steps < 4 {
      let above = context.chunks.verbGroups[Int(v)]
      if above.flags.contains(.passive) { return }
      collect(above.subject, context, &arguments)
      if !arguments.isEmpty { return }
      v = above.matrix
      steps += 1
    }
  }

  /// "X and Y met": pairs of the subject's conjuncts.
  private mutating func reciprocal(
    _ frame: CompiledFrame, _ pack: RuleBook.Pack, _ group: VerbGroup, _ index: Int32,
    _ context: RelationContext
  ) {
    guard group.object < 0 || frame.objectHeads != 0, group.subject >= 0,
      !group.flags.contains(.passive)
    else { return }
    subjects.removeAll(keepingCapacity: true)
    context.resolver.collect(group.subject, context, standIn: true, into: &subjects)
    pairUp(
      frame, pack, modality: frame.modality ?? context.modality(index),
      label: label(group, context),
      sentence: group.sentence, context)
  }

  /// Adds the relation between the first of ``subjects`` and each of the others.
  mutating func pairUp(
    _ frame: CompiledFrame, _ pack: RuleBook.Pack, modality: Modality, label: ByteSpan,
    sentence: Int32,
    _ context: RelationContext
  ) {
    guard subjects.count >= 2 else { return }
    objects = Array(subjects.dropFirst().prefix(6))
    subjects.removeSubrange(1...)
    addPairs(
      frame.predicate, modality: modality, label: label, sentence: sentence,
      rule: pack.id(frame.rule), context)
  }

  /// Any stated action between two entities that no frame covers.
  private mutating func generic(
    _ group: VerbGroup, _ index: Int32, _ context: RelationContext
  ) {
    let bits = words[group.lemma]
    if bits.contains(.empty) { return }
    // "said in Paris" says nothing of Paris; "welcomed France's offer" does.
    let say = group.flags.contains(.say)
    if say, group.object < 0, !group.flags.contains(.passive) { return }
    subjects.removeAll(keepingCapacity: true)
    actor(group, context, into: &subjects)
    let rule = RelationRule.action
    let modality = context.modality(index)
    if !subjects.isEmpty {
      objects.removeAll(keepingCapacity: true)
      let object = group.flags.contains(.passive) ? group.subject : group.object
      collect(object, context, &objects)
      if objects.isEmpty { collect(group.recipient, context, &objects) }
      if objects.isEmpty, !say { tied(group, context) }
    } else if group.flags.contains(.passive), group.subject >= 0 {
      // "troops stationed in Iraq": the agent is left out, what remains is still a tie.
      objects.removeAll(keepingCapacity: true)
      collect(group.subject, context, &subjects)
      if !subjects.isEmpty { tied(group, context) }
    }
    guard !subjects.isEmpty, !objects.isEmpty else { return }
    addPairs(
      ids.other, modality: modality, label: label(group, context), sentence: group.sentence,
      rule: rule, context)
  }

  /// "X was angry over Y's vote", "X is loyal to Y".
  private mutating func attitude(
    _ group: VerbGroup, _ index: Int32, _ context: RelationContext
  ) {
    let next = Int(group.end)
    guard group.object < 0, next < context.tokens.count, context.chunks.tags[next] == .adjective,
      group.firstArgument >= 0
    else { return }
    let argument = context.chunks.arguments[Int(group.firstArgument)]
    let bits = words[context.tokens[Int(argument.preposition)].term]
    guard Int(argument.preposition) == next + 1, bits.contains(.tie) || bits.contains(.of),
      !bits.contains(.location)
    else { return }
    subjects.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    actor(group, context, into: &subjects)
    collect(argument.phrase, context, &objects)
    addPairs(
      ids.other, modality: context.modality(index), label: context.tokens[next].span,
      sentence: group.sentence, rule: RelationRule.action, context)
  }

  /// The first prepositional argument that names an entity which the action concerns.
  private mutating func tied(_ group: VerbGroup, _ context: RelationContext) {
    var k = group.firstArgument
    var steps = 0
    while k >= 0, steps < 6 {
      let argument = context.chunks.arguments[Int(k)]
      let bits = words[context.tokens[Int(argument.preposition)].term]
      let phrase = context.chunks.nounPhrases[Int(argument.phrase)]
      let behind = argument.preposition > group.head
      if behind, bits.contains(.tie) || bits.contains(.location), !phrase.flags.contains(.time) {
        collect(argument.phrase, context, &objects)
        if !objects.isEmpty { return }
      }
      k = argument.next
      steps += 1
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
