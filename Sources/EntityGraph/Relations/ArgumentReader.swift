/// Finds the entities that stand at the places of a frame, around a verb group.
///
/// An object of its own beside the stage, so that its results can be written into the stage's reused
/// arrays, and is handed on as one pointer.
final class ArgumentReader: Sendable {
  let words: RelationWords
  let syntax: SyntaxWords
  let ids: PredicateIDs
  let frames: FrameBook

  init(words: RelationWords, syntax: SyntaxWords, ids: PredicateIDs, frames: FrameBook) {
    (self.words, self.syntax, self.ids, self.frames) = (words, syntax, ids, frames)
  }

  func takesStance(_ predicate: PredicateID) -> Bool {
    predicate == ids.accused || predicate == ids.supports || predicate == ids.opposes
      || predicate == ids.told
  }

  func keep(
    _ arguments: inout ArgumentList, _ kinds: KindMask, _ context: RelationContext
  ) {
    if kinds == .entity || kinds.isEmpty || arguments.isEmpty { return }
    arguments.removeAll { kinds.isDisjoint(with: context.kind($0.entity)) }
  }

  /// "attacked X's decision": words, no blows; "met X's demands": no meeting.
  func dropWords(_ group: VerbGroup, _ context: RelationContext, _ arguments: inout ArgumentList) {
    let object = group.flags.contains(.passive) ? group.subject : group.object
    guard object >= 0 else { return }
    let phrase = context.chunks.nounPhrases[Int(object)]
    guard words[phrase.lemma].contains(.deed),
      !context.known(Int(phrase.head)).contains(.force),
      !words[context.tokens[Int(phrase.head)].term].contains(.site)
    else { return }
    arguments.removeAll { $0.isStandIn }
  }

  func label(_ group: VerbGroup, _ context: RelationContext) -> ByteSpan {
    let start = context.tokens[Int(group.head)].start
    let last = group.particle >= 0 ? Int(group.particle) : Int(group.head)
    return ByteSpan(start: start, end: context.tokens[last].end)
  }

  func fill(
    _ slot: FrameSlot, _ group: VerbGroup, _ index: Int32, _ context: RelationContext,
    _ arguments: inout ArgumentList
  ) {
    switch slot {
    case .subject, .actor: actor(group, context, into: &arguments)
    case .object:
      let passive = group.flags.contains(.passive)
      let object = passive ? group.subject : group.object
      if object >= 0, !passive, isReciprocal(object, context) {
        collect(group.subject, context, &arguments)
        return
      }
      collect(object, context, &arguments)
      // "efforts to defeat X and Y": the object of a conjunct further on holds for both.
      if object < 0, !passive {
        let next = context.followingConjunct(index)
        if next >= 0 { collect(context.chunks.verbGroups[Int(next)].object, context, &arguments) }
      }
    case .recipient: collect(group.recipient, context, &arguments)
    case .beside: return
    case .preposition(let term):
      var k = group.firstArgument
      var steps = 0
      while k >= 0, steps < 12 {
        let argument = context.chunks.arguments[Int(k)]
        // What stands in front of the verb says where and when: "to the Treasury, he said".
        if context.tokens[Int(argument.preposition)].term == term,
          argument.preposition > group.head, belongs(argument, to: group, context)
        {
          if arguments.isEmpty || isListed(argument.preposition, context) {
            collect(argument.phrase, context, &arguments)
          }
        }
        k = argument.next
        steps += 1
      }
    }
  }

  /// "wrote to X, and to Y", "and, later, to Y".
  private func isListed(_ preposition: Int32, _ context: RelationContext) -> Bool {
    var k = Int(preposition) - 1
    var steps = 0
    while k > 0, steps < 4,
      context.chunks.tags[k] == .adverb || context.tokens[k].mark == UInt8(ascii: ",")
    {
      k -= 1
      steps += 1
    }
    return context.chunks.tags[k] == .conjunction
  }

  /// The first phrase that a preposition ties to a verb, -1 for none.
  func argument(_ preposition: TermID, of group: VerbGroup, _ context: RelationContext) -> Int32 {
    var k = group.firstArgument
    var steps = 0
    while k >= 0, steps < 12 {
      let argument = context.chunks.arguments[Int(k)]
      if context.tokens[Int(argument.preposition)].term == preposition,
        argument.preposition > group.head, belongs(argument, to: group, context)
      {
        return argument.phrase
      }
      k = argument.next
      steps += 1
    }
    return -1
  }

  /// "each other", "one another".
  private func isReciprocal(_ phrase: Int32, _ context: RelationContext) -> Bool {
    let head = Int(context.chunks.nounPhrases[Int(phrase)].head)
    guard head + 1 < context.tokens.count else { return false }
    return words[context.tokens[head].term].contains(.each)
      && words[context.tokens[head + 1].term].contains(.mutual)
  }

  /// Whether a preposition stands behind a verb with a phrase or clause that is no time.
  func hasPhrase(
    _ group: VerbGroup, _ index: Int32, _ preposition: TermID, _ context: RelationContext
  ) -> Bool {
    // "called on X, its leader, to sign": an infinitive that the verb governs.
    if syntax[preposition].contains(.to) {
      let last = min(Int(index) + 3, context.chunks.verbGroups.count - 1)
      for v in stride(from: Int(index) + 1, through: last, by: 1) {
        let next = context.chunks.verbGroups[v]
        if next.matrix == index, next.flags.contains(.infinitive) { return true }
      }
    }
    var k = group.firstArgument
    var steps = 0
    while k >= 0, steps < 12 {
      let argument = context.chunks.arguments[Int(k)]
      if context.tokens[Int(argument.preposition)].term == preposition,
        argument.preposition > group.head,
        !context.chunks.nounPhrases[Int(argument.phrase)].flags.contains(.time)
      {
        return true
      }
      k = argument.next
      steps += 1
    }
    // "attacked X for doing": the preposition of a gerund has no phrase.
    let end = min(context.tokens.count - 1, Int(group.end) + 12)
    var i = Int(group.end)
    while i < end, !context.tokens[i].flags.contains(.punctuation), context.chunks.verbAt[i] < 0 {
      if context.tokens[i].term == preposition, context.chunks.verbAt[i + 1] >= 0 {
        let next = context.chunks.verbGroups[Int(context.chunks.verbAt[i + 1])]
        return next.flags.contains(.gerund)
      }
      // "attacked X as weak".
      if context.tokens[i].term == preposition, context.chunks.tags[i + 1] == .adjective {
        return true
      }
      i += 1
    }
    return false
  }

  func collect(
    _ phrase: Int32, _ context: RelationContext, _ arguments: inout ArgumentList
  ) {
    guard phrase >= 0 else { return }
    context.resolver.collect(phrase, context, standIn: true, into: &arguments)
  }

  /// Whether a phrase may depend on the verb: what stands before the preposition is the verb's
  /// object or depends on it, or says when. "Said X, an adviser to Y" ties Y to the adviser.
  func belongs(_ argument: Argument, to group: VerbGroup, _ context: RelationContext) -> Bool {
    var governor = context.chunks.nounPhrases[Int(argument.phrase)].governor
    guard governor >= 0 else { return true }
    let first = context.chunks.nounPhrases[Int(governor)]
    // "was appointed Ambassador to Peru": a part of the role.
    if context.isInRole(argument.preposition, of: first) { return false }
    if !first.flags.isDisjoint(with: [.time, .proper, .pronoun]) { return true }
    if context.chunks.tags[Int(first.head)] == .number { return true }
    // "spoke by telephone with X", "met in private with X".
    if first.preposition == group.end, !first.flags.contains(.animate),
      !words[context.tokens[Int(first.preposition)].term].isDisjoint(with: [.by, .inside])
    {
      return true
    }
    let object = group.flags.contains(.passive) ? group.agent : group.object
    if isNouns(argument, of: governor, object, group, context) { return false }
    var steps = 0
    while governor >= 0, steps < 4 {
      if governor == object { return true }
      let phrase = context.chunks.nounPhrases[Int(governor)]
      // "imposed a ban and a freeze on X": behind the last of several objects.
      governor = phrase.governor >= 0 ? phrase.governor : phrase.previousConjunct
      steps += 1
    }
    return false
  }

  /// "discussed X's ties with Y", "discussed it in a call with Y": what a noun ties to its owner, or a
  /// noun deeper down, is no partner of the verb, unless that only completes the noun ("held a round of
  /// talks with").
  private func isNouns(
    _ argument: Argument, of governor: Int32, _ object: Int32, _ group: VerbGroup,
    _ context: RelationContext
  ) -> Bool {
    let noun = context.chunks.nounPhrases[Int(governor)]
    return (governor != object || noun.possessor >= 0) && !words[group.lemma].contains(.light)
      && frames.takes(noun.lemma, context.tokens[Int(argument.preposition)].term)
  }

  /// "was killed in an Israeli strike": whose attack it was.
  private func attack(
    _ group: VerbGroup, _ context: RelationContext, _ arguments: inout ArgumentList
  ) {
    var k = group.firstArgument
    var steps = 0
    while k >= 0, steps < 6 {
      let argument = context.chunks.arguments[Int(k)]
      k = argument.next
      steps += 1
      guard argument.preposition == group.end,
        words[context.tokens[Int(argument.preposition)].term].contains(.during),
        words[context.chunks.nounPhrases[Int(argument.phrase)].lemma].contains(.violence),
        let doer = context.resolver.assailant(argument.phrase, context)
      else { continue }
      arguments.append(doer)
      return
    }
  }

  /// "X and Y, which have backed Z": a plural verb has the whole list for its subject.
  private func firstOfMany(_ group: VerbGroup, _ context: RelationContext) -> Int32 {
    guard group.flags.contains(.relative), group.subject >= 0 else { return group.subject }
    let phrase = context.chunks.nounPhrases[Int(group.subject)]
    guard phrase.previousConjunct >= 0, phrase.nextConjunct < 0,
      phrase.flags.isDisjoint(with: [.plural, .oblique]),
      syntax[context.tokens[Int(group.first)].term].contains(.plural)
    else { return group.subject }
    return phrase.previousConjunct
  }

  /// Who acts: the subject, of a passive the agent; of an infinitive or participle whoever governs
  /// it.
  func actor(
    _ group: VerbGroup, _ context: RelationContext, into arguments: inout ArgumentList
  ) {
    if group.flags.contains(.passive) {
      collect(group.agent, context, &arguments)
      if arguments.isEmpty, group.agent < 0 { attack(group, context, &arguments) }
      return
    }
    // "Italy's call for France to leave": France leaves.
    let called = group.flags.contains(.infinitive) ? context.calledUpon(group) : -1
    if called >= 0 {
      collect(called, context, &arguments)
      return
    }
    collect(firstOfMany(group, context), context, &arguments)
    // "X, who visited Y, and Z left": Z did not visit Y.
    if group.flags.contains(.relative), arguments.count > 1 {
      let (first, start) = (arguments[0].entity, context.tokens[Int(group.first)].start)
      arguments.removeAll { $0.entity != first && $0.span.start > start }
    }
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
    // "urged the rebels to attack X": they do, whoever they are.
    if group.subject >= 0, group.matrix >= 0,
      context.chunks.verbGroups[Int(group.matrix)].object == group.subject
    {
      let phrase = context.chunks.nounPhrases[Int(group.subject)]
      if phrase.isActor(context.known(Int(phrase.head))) { return }
    }
    var v = group.matrix
    var steps = 0
    while v >= 0, steps < 4 {
      let above = context.chunks.verbGroups[Int(v)]
      if above.flags.contains(.passive) { return }
      // "it is time for X to stop helping Y".
      let called = context.calledUpon(above)
      collect(called >= 0 ? called : above.subject, context, &arguments)
      if !arguments.isEmpty { return }
      v = above.matrix
      steps += 1
    }
  }
}
