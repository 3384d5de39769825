/// The places of a frame around a noun.
extension ArgumentReader {
  /// Whether a noun names somebody by what he is to others: member, killer, wife.
  func isBearer(_ i: Int, _ context: RelationContext) -> Bool {
    !context.known(i).isDisjoint(with: [.role, .kin, .nominalPerson, .people])
  }

  func fill(
    _ slot: FrameSlot, _ phrase: NounPhrase, _ index: Int32, _ frame: FrameBook.Frame,
    _ context: RelationContext, _ arguments: inout ArgumentList
  ) {
    switch slot {
    case .subject: owners(phrase, index, frame, context, &arguments)
    case .actor: owners(phrase, index, frame, context, inClause: true, &arguments)
    case .preposition(let term):
      complement(phrase, term, context, &arguments)
      // "convicted of X's murder".
      if term == syntax.byTerm, arguments.isEmpty, frame.predicate == ids.killed {
        throughVerb(phrase, index, frame, context, &arguments)
      }
    case .object: genitive(phrase, before: phrase.head, context, &arguments)
    case .recipient, .beside: return
    }
  }

  /// "Kennedy's assassination": the possessor, or a name in front of the noun, suffers it.
  func genitive(
    _ phrase: NounPhrase, before head: Int32, _ context: RelationContext,
    _ arguments: inout ArgumentList
  ) {
    possessor(phrase, context, &arguments)
    if arguments.isEmpty {
      var front = phrase
      front.head = head
      if let name = context.resolver.premodifier(front, context) { arguments.append(name) }
    }
    if arguments.isEmpty, let whole = context.resolver.complement(phrase, .of, context) {
      context.resolver.collect(whole, context, standIn: true, into: &arguments)
    }
  }

  /// Who a noun for a person or body speaks of: its mention, what it renames, or its subject.
  func bearers(
    _ phrase: NounPhrase, _ index: Int32, _ frame: FrameBook.Frame, _ context: RelationContext,
    _ arguments: inout ArgumentList
  ) {
    // "Paul Smith, the head of X and a member of Y".
    var first = phrase
    var steps = 0
    while first.apposedTo < 0, first.previousConjunct >= 0, steps < 3 {
      first = context.chunks.nounPhrases[Int(first.previousConjunct)]
      steps += 1
    }
    // "Germany, an ally of France": Germany rather than "an ally of France".
    if first.apposedTo >= 0, phrase.flags.contains(.plural),
      context.chunks.nounPhrases[Int(first.apposedTo)].previousConjunct >= 0
    {
      // "Germany and Italy, both allies of France".
      var k = first.apposedTo
      steps = 0
      while steps < 16, context.chunks.nounPhrases[Int(k)].previousConjunct >= 0 {
        k = context.chunks.nounPhrases[Int(k)].previousConjunct
        steps += 1
      }
      context.resolver.collect(k, context, standIn: false, into: &arguments)
      if !arguments.isEmpty { return }
    }
    if first.apposedTo >= 0,
      let renamed = context.resolver.resolve(first.apposedTo, context, standIn: false)
    {
      arguments.append(renamed)
      return
    }
    if let found = context.resolver.resolve(index, context, standIn: false) {
      arguments.append(found)
      return
    }
    throughVerb(phrase, index, frame, context, &arguments)
    if arguments.isEmpty { predicate(of: phrase, index, context, &arguments) }
    if arguments.isEmpty { holder(phrase, context, &arguments) }
  }

  /// "X has been appointed ambassador to Y": who the role stage found to hold it.
  private func holder(
    _ phrase: NounPhrase, _ context: RelationContext, _ arguments: inout ArgumentList
  ) {
    var k = context.firstRole(from: phrase.first)
    while k < context.roles.count, context.roles[k].first <= phrase.head {
      let role = context.roles[k]
      if role.head == phrase.head, role.holder >= 0 {
        arguments.append(ResolvedArgument(entity: role.holder, span: role.span))
        return
      }
      k += 1
    }
  }

  /// "X's wife is Y", "the owner of X is Y".
  private func predicate(
    of phrase: NounPhrase, _ index: Int32, _ context: RelationContext,
    _ arguments: inout ArgumentList
  ) {
    guard phrase.flags.contains(.subject), phrase.nextConjunct < 0 else { return }
    var i = Int(phrase.end)
    let end = min(context.sentences[Int(phrase.sentence)].tokens.upperBound, i + 12)
    while i < end, context.chunks.verbAt[i] < 0 { i += 1 }
    guard i < end else { return }
    let group = context.chunks.verbGroups[Int(context.chunks.verbAt[i])]
    guard group.flags.contains(.copula), !group.flags.contains(.negated), group.subject == index,
      group.object >= 0, Int(context.chunks.nounPhrases[Int(group.object)].first) == Int(group.end)
    else { return }
    let m = context.resolver.heads[Int(group.object)]
    guard m >= 0, context.mentions[Int(m)].form == .name else { return }
    let mention = context.mentions[Int(m)]
    arguments.append(ResolvedArgument(entity: mention.entity, span: mention.span))
  }

  func complement(
    _ phrase: NounPhrase, _ preposition: TermID, _ context: RelationContext,
    _ arguments: inout ArgumentList
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
    // "the founder and chairman of X": what stands behind the second is of both.
    if phrase.firstArgument < 0, phrase.nextConjunct >= 0, isBearer(Int(phrase.head), context) {
      let next = context.chunks.nounPhrases[Int(phrase.nextConjunct)]
      if next.first == phrase.end + 1, !next.flags.contains(.proper), next.determiner < 0,
        isBearer(Int(next.head), context)
      {
        complement(next, preposition, context, &arguments)
        if !arguments.isEmpty { return }
      }
    }
    // "the deal reached between X and Y", "an attack carried out on X by Y".
    guard phrase.modifierVerb >= 0 else { return }
    let verb = context.chunks.verbGroups[Int(phrase.modifierVerb)]
    guard verb.flags.contains(.passive) else { return }
    if preposition == syntax.byTerm {
      if verb.agent >= 0 {
        context.resolver.collect(verb.agent, context, standIn: true, into: &arguments)
      }
      return
    }
    k = verb.firstArgument
    steps = 0
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

  /// "talks in Juba between X and Y": what stands behind where it happens.
  func behindPlace(
    _ phrase: NounPhrase, _ preposition: TermID, _ context: RelationContext,
    _ arguments: inout ArgumentList
  ) {
    guard phrase.firstArgument >= 0 else { return }
    let place = context.chunks.arguments[Int(phrase.firstArgument)]
    guard words[context.tokens[Int(place.preposition)].term].contains(.location) else { return }
    complement(
      context.chunks.nounPhrases[Int(place.phrase)], preposition, context, &arguments)
  }

  /// "Fighting erupted between X and Y": what stands behind the noun's verb.
  func behindVerb(
    _ phrase: NounPhrase, _ index: Int32, _ preposition: TermID, _ context: RelationContext,
    _ arguments: inout ArgumentList
  ) {
    guard phrase.flags.contains(.subject) else { return }
    var i = Int(phrase.end)
    let end = min(context.sentences[Int(phrase.sentence)].tokens.upperBound, i + 4)
    while i < end, context.chunks.verbAt[i] < 0 { i += 1 }
    guard i < end else { return }
    let group = context.chunks.verbGroups[Int(context.chunks.verbAt[i])]
    guard group.subject == index else { return }
    fill(.preposition(preposition), group, context.chunks.verbAt[i], context, &arguments)
  }

  /// Who does what a noun names: its possessor, the name in front of it, "by X", what it renames,
  /// or the subject of the light verb that it completes.
  ///
  /// - Parameter inClause: whoever its clause is about counts as well.
  func owners(
    _ phrase: NounPhrase, _ index: Int32, _ frame: FrameBook.Frame, _ context: RelationContext,
    inClause: Bool = false, _ arguments: inout ArgumentList
  ) {
    let m = context.resolver.heads[Int(index)]
    if m >= 0 {
      // The noun is a person or body itself: "an ally of X" that the text knows.
      let mention = context.mentions[Int(m)]
      arguments.append(ResolvedArgument(entity: mention.entity, span: mention.span))
      return
    }
    // "the Dallas killing of X": where, not who; "the Israeli killing of X".
    if let before = context.resolver.premodifier(phrase, context),
      frame.predicate != ids.killed || !context.isTown(before)
    {
      arguments.append(before)
      return
    }
    possessor(phrase, context, &arguments)
    if !arguments.isEmpty { return }
    complement(phrase, syntax.byTerm, context, &arguments)
    if !arguments.isEmpty { return }
    if phrase.apposedTo >= 0 {
      context.resolver.collect(phrase.apposedTo, context, standIn: true, into: &arguments)
      if !arguments.isEmpty { return }
    }
    // "her meeting with X, the negotiator at the talks with Y": the negotiator, not she.
    if inClause, phrase.governor >= 0 {
      let above = context.chunks.nounPhrases[Int(phrase.governor)]
      if above.apposedTo >= 0, above.flags.contains(.animate) {
        context.resolver.collect(phrase.governor, context, standIn: false, into: &arguments)
        return
      }
    }
    throughVerb(phrase, index, frame, context, inClause: inClause, &arguments)
  }

  /// "X's", "his".
  func possessor(
    _ phrase: NounPhrase, _ context: RelationContext, _ arguments: inout ArgumentList
  ) {
    if phrase.possessor >= 0 {
      context.resolver.collect(phrase.possessor, context, standIn: true, into: &arguments)
    }
    if arguments.isEmpty, phrase.flags.contains(.pronounPossessor), phrase.determiner >= 0 {
      let m = context.resolver.ending[Int(phrase.determiner)]
      if m >= 0 {
        let mention = context.mentions[Int(m)]
        arguments.append(ResolvedArgument(entity: mention.entity, span: mention.span))
      }
    }
    // "Paul Smith and his wife".
    if arguments.isEmpty, phrase.flags.contains(.pronounPossessor), phrase.previousConjunct >= 0,
      let before = context.resolver.resolve(phrase.previousConjunct, context, standIn: false)
    {
      arguments.append(before)
    }
  }

  /// "X held a meeting with Y", "X is an ally of Y", "X said so after talks with Y".
  func throughVerb(
    _ phrase: NounPhrase, _ index: Int32, _ frame: FrameBook.Frame, _ context: RelationContext,
    inClause: Bool = false, _ arguments: inout ArgumentList
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
        // "said in a letter to X", "at the request of X", "is on a visit to X".
        let during =
          phrase.preposition >= 0
          && (words[context.tokens[Int(phrase.preposition)].term].contains(.during)
            || words[context.tokens[Int(phrase.preposition)].term].contains(.upon)
              && (group.flags.contains(.copula) || isIndefinite(phrase, context)))
        // "spoke in support of X", "in opposition to X".
        let adverbial =
          phrase.preposition >= 0 && phrase.first == phrase.head
          && words[context.tokens[Int(phrase.preposition)].term].contains(.inside)
          && (frame.predicate == ids.supports || frame.predicate == ids.opposes)
        if adverbial, !governs {
          actor(group, context, into: &arguments)
          return
        }
        // "has the support of X" is X's support.
        if governs, frame.predicate == ids.supports, !isBearer(Int(phrase.head), context),
          context.resolver.complement(phrase, .of, context) != nil
        {
          return
        }
        // "convicted of the murder of X", "suspected in the killing of X".
        if !governs, phrase.preposition >= 0, words[group.lemma].contains(.charge),
          frame.predicate == ids.killed
        {
          let who =
            group.flags.contains(.passive) || group.object < 0 || group.object == index
            ? group.subject : group.object
          if who >= 0 {
            context.resolver.collect(who, context, standIn: false, into: &arguments)
          }
          return
        }
        if governs
          ? inClause || group.flags.contains(.copula) || words[group.lemma].contains(.light)
          : inClause && during
        {
          actor(group, context, into: &arguments)
        }
        return
      }
      i -= 1
      steps += 1
    }
    if i < sentence.lowerBound, inClause { afterwards(phrase, sentence, context, &arguments) }
  }

  private func isIndefinite(_ phrase: NounPhrase, _ context: RelationContext) -> Bool {
    phrase.determiner >= 0
      && syntax[context.tokens[Int(phrase.determiner)].term].contains(.indefinite)
  }

  /// "After talks with Y, X said", "X, after talks with Y, said": whoever the sentence goes on to speak of.
  private func afterwards(
    _ phrase: NounPhrase, _ sentence: Range<Int>, _ context: RelationContext,
    _ arguments: inout ArgumentList
  ) {
    guard phrase.preposition >= 0,
      words[context.tokens[Int(phrase.preposition)].term].contains(.during)
    else { return }
    var i = Int(phrase.end)
    let end = min(sentence.upperBound, i + 40)
    while i < end {
      let v = context.chunks.verbAt[i]
      guard v >= 0 else {
        i += 1
        continue
      }
      let group = context.chunks.verbGroups[Int(v)]
      i = max(i + 1, Int(group.end))
      guard group.flags.contains(.finite), !group.flags.contains(.relative) else { continue }
      guard group.subject >= 0 else { return }
      let subject = context.chunks.nounPhrases[Int(group.subject)]
      // "X, in cooperation with Y, sent": the comma stands behind the subject.
      let comma = Int(subject.first > phrase.end ? subject.first : phrase.preposition) - 1
      guard comma > 0, context.tokens[comma].mark == UInt8(ascii: ","),
        subject.first > phrase.end || Int(subject.end) == comma
      else { return }
      collect(group.subject, context, &arguments)
      return
    }
  }

  /// What a noun takes for granted is asserted, unless its verb has not happened.
  ///
  /// - Parameter isBearer: whether the noun names somebody ("the rival of X"): what is done to him
  ///   is no doubt about what he is.
  func modality(
    of phrase: NounPhrase, _ index: Int32, isBearer: Bool, _ context: RelationContext
  ) -> Modality {
    if phrase.flags.contains(.negative) { return .negated }
    var i = Int(phrase.first) - 1
    var steps = 0
    while i >= 0, steps < 6 {
      let v = context.chunks.verbAt[i]
      if v >= 0 {
        let group = context.chunks.verbGroups[Int(v)]
        if isBearer, !group.flags.contains(.copula) { return .asserted }
        // "cleared of the murder", "cancelled a meeting with X".
        if words[group.lemma].contains(.acquit) { return .negated }
        if group.object == index, syntax[group.lemma].contains(.negativeVerb) {
          return group.flags.contains(.negated) ? .asserted : .negated
        }
        // "accused of the murder": hearsay.
        if syntax[group.lemma].contains(.reportedVerb), words[group.lemma].contains(.charge) {
          return .reported
        }
        guard group.object == index || group.flags.contains(.copula) else { return .asserted }
        let found = context.modality(v)
        // "is considering sanctions".
        return found == .asserted && syntax[group.lemma].contains(.possibleVerb) ? .possible : found
      }
      i -= 1
      steps += 1
    }
    return .asserted
  }
}
