/// Actions that no frame covers: the relation `other`.
extension RelationStage {
  /// Any stated action between two entities that no frame covers.
  mutating func generic(
    _ group: VerbGroup, _ index: Int32, _ context: RelationContext
  ) {
    let say = group.flags.contains(.say)
    // "the man who, she claims, is ill": she claims that, and not him.
    if say, group.object >= 0, !group.flags.contains(.passive),
      context.chunks.nounPhrases[Int(group.object)].first < group.first,
      Int(group.end) < context.tokens.count,
      context.tokens[Int(group.end)].flags.contains(.punctuation)
    {
      return
    }
    // "denies supporting X": what is denied is the support.
    if !group.flags.contains(.passive), Int(group.end) < context.tokens.count,
      reader.syntax[group.lemma].contains(.negativeVerb),
      context.known(Int(group.end)).contains(.verbIng)
    {
      return
    }
    // "opened a road across the line dividing X": the line does that, whoever opened the road.
    if group.noun >= 0, group.flags.contains(.gerund) {
      let noun = context.chunks.nounPhrases[Int(group.noun)]
      if noun.end == group.first, noun.preposition >= 0,
        !words[context.tokens[Int(noun.preposition)].term].contains(.inside),
        context.resolver.resolve(group.noun, context, standIn: true) == nil
      {
        return
      }
    }
    subjects.removeAll()
    subjects.append(actors)
    if !subjects.isEmpty {
      objects.removeAll()
      let object = group.flags.contains(.passive) ? group.subject : group.object
      reader.collect(object, context, &objects)
      // "withdrew its troops from X": its own.
      if object >= 0, context.chunks.nounPhrases[Int(object)].flags.contains(.force) {
        objects.removeAll { $0.isStandIn && subjects.contains($0.entity) }
      }
      if objects.isEmpty { reader.collect(group.recipient, context, &objects) }
      if objects.isEmpty, !say || isSuffered(object, context) { concerned(object, context) }
      // "signed in Geneva by X": where it happened.
      if objects.isEmpty, !say {
        tied(group, context, isLocation: !group.flags.contains(.passive))
      }
    } else if group.flags.contains(.passive), group.subject >= 0 {
      // "troops stationed in Iraq": the agent is left out, what remains is still a tie.
      objects.removeAll()
      reader.collect(group.subject, context, &subjects)
      // "X was arrested in Lyon" says nothing of X and Lyon.
      subjects.removeAll { context.kind($0.entity) == .person && !$0.isStandIn }
      if !subjects.isEmpty {
        tied(group, context)
      } else {
        reader.collect(group.subject, context, &subjects)
        tied(group, context, isLocation: false)
      }
    }
    guard !subjects.isEmpty, !objects.isEmpty else { return }
    addPairs(
      ids.other, modality: context.modality(index), label: reader.label(group, context),
      sentence: group.sentence, rule: RelationRule.action, context)
  }

  /// "X was angry over Y's vote", "X is loyal to Y".
  mutating func attitude(
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
    subjects.removeAll()
    objects.removeAll()
    reader.actor(group, context, into: &subjects)
    reader.collect(argument.phrase, context, &objects)
    addPairs(
      ids.other, modality: context.modality(index), label: context.tokens[next].span,
      sentence: group.sentence, rule: RelationRule.action, context)
  }

  /// "toured the offices of X", "welcomed X's decision": whom a thing belongs to that is acted on.
  private mutating func concerned(_ object: Int32, _ context: RelationContext) {
    guard object >= 0 else { return }
    let phrase = context.chunks.nounPhrases[Int(object)]
    guard phrase.flags.isDisjoint(with: [.animate, .time, .pronoun]) else { return }
    var whose = phrase.possessor
    if whose < 0, let whole = context.resolver.complement(phrase, .of, context) { whose = whole }
    reader.collect(whose, context, &objects)
  }

  /// "the murder of X": whoever speaks of it speaks of X.
  private func isSuffered(_ index: Int32, _ context: RelationContext) -> Bool {
    index >= 0 && words[context.chunks.nounPhrases[Int(index)].lemma].contains(.suffered)
  }

  /// The prepositional arguments that name entities which the action concerns.
  ///
  /// - Parameter isLocation: whether "in" and "at" count.
  private mutating func tied(
    _ group: VerbGroup, _ context: RelationContext, isLocation: Bool = true
  ) {
    var k = group.firstArgument
    var steps = 0
    while k >= 0, steps < 6 {
      let argument = context.chunks.arguments[Int(k)]
      let bits = words[context.tokens[Int(argument.preposition)].term]
      let phrase = context.chunks.nounPhrases[Int(argument.phrase)]
      let behind = argument.preposition > group.head
      if behind, isClose(argument, group, context), reader.belongs(argument, to: group, context),
        concerns(phrase, bits, group, context),
        bits.contains(.tie) || isLocation, isLocation || !bits.contains(.location),
        bits.contains(.tie) || bits.contains(.location), !phrase.flags.contains(.time)
      {
        // "travelled with X from Y to Z": all of them, but not where the last is.
        if objects.isEmpty || !bits.contains(.location) {
          reader.collect(argument.phrase, context, &objects)
          // "posted a video on Twitter".
          if bits.contains(.upon) { objects.removeAll { context.isNetwork($0) } }
        }
        // "appealed for the release of X".
        if objects.isEmpty, isSuffered(argument.phrase, context) {
          concerned(argument.phrase, context)
        }
      }
      k = argument.next
      steps += 1
    }
  }

  /// "won most seats - with X among its candidates": a dash begins something else.
  private func isClose(
    _ argument: Argument, _ group: VerbGroup, _ context: RelationContext
  ) -> Bool {
    let before = Int(argument.preposition) - 1
    return before < Int(group.end) || context.tokens[before].mark != UInt8(ascii: "_")
  }

  /// Whether an action of which little is known concerns what a preposition governs.
  private func concerns(
    _ phrase: NounPhrase, _ preposition: RelationBits, _ group: VerbGroup,
    _ context: RelationContext
  ) -> Bool {
    // "came after X resigned", "with X saying": X begins a clause of its own.
    if phrase.flags.contains(.subject) { return false }
    let object = group.flags.contains(.passive) ? group.agent : group.object
    guard phrase.governor >= 0, object >= 0, phrase.governor != object else {
      // "upheld X's victory over Y": Y lost to X, not to the court.
      return phrase.governor < 0 || phrase.governor != object
        || context.chunks.nounPhrases[Int(object)].possessor < 0
    }
    // "drew a line under the feud with X": further down, it is what the noun before concerns;
    // but "gave details of the plan to X".
    if !preposition.isDisjoint(with: [.from, .to]) { return true }
    let before = context.chunks.nounPhrases[Int(phrase.governor)]
    return !before.flags.isDisjoint(with: [.time, .proper, .pronoun])
      || context.chunks.tags[Int(before.head)] == .number
  }
}
