extension ClauseParser {
  /// Finds the place of a noun phrase: complement, conjunct, apposition, object or subject.
  mutating func take(phrase index: Int32, _ range: Range<Int>, _ chunks: inout Chunks) {
    let phrase = phrases[Int(index)]
    let end = Int(phrase.end)
    // A possessor waits for what it possesses, which takes its place in the clause.
    if phrase.flags.contains(.possessor) { return }
    // "Sen. Paul Smith, D-Ohio,": says of the phrase before where it sits, and ends no list.
    if comma, end >= range.upperBound || tokens[end].flags.contains(.punctuation),
      isSeat(phrase) || isWhole(phrase, range, chunks)
    {
      return
    }
    // "Paul Smith, 34, of Boston", "Doe, 51, who".
    let isAge = comma && tags[Int(phrase.head)] == .number
    defer {
      if !isAge { lastPhrase = index }
      last = .phrase
      comma = false
      conjunction = false
      preposition = -1
    }
    if preposition >= 0 {
      if conjunction, lastPhrase >= 0 {
        attach(index, to: preposition, &chunks)
        return
      }
      attach(index, to: preposition, &chunks)
      return
    }
    if phrase.flags.contains(.time), !phrase.flags.contains(.proper), last != .conjunction {
      // "on Monday" without its preposition: says when, is no argument.
      if frame.verb >= 0 || verbFollows(end, range, chunks) == false { return }
    }
    let follows = verbFollows(end, range, chunks)
    let outerWaits = frame.isRelative && (stack.last?.finite ?? 0) < 0
    if conjunction, lastPhrase >= 0 {
      let later = comma && !follows && frame.finite >= 0 && verbFollowsApposition(end, range)
      if follows || later, frame.finite >= 0, !outerWaits {
        newClause(index, .coordinated)
        return
      }
      coordinate(index, &chunks)
      return
    }
    if isAge { return }
    if comma, lastPhrase >= 0 {
      if let renamed = apposition(index, range, chunks, follows) {
        phrases[Int(index)].apposedTo = renamed
        return
      }
      if listGoesOn(Int(phrase.first), range, chunks), !(follows && frame.finite >= 0),
        lastPhraseIsListed(chunks), !opensSpeaker(phrase)
      {
        coordinate(index, &chunks)
        return
      }
    }
    if frame.finite >= 0, follows {
      // "X left, Y said": behind a comma another clause begins.
      let say = !comma && frame.verb >= 0 && takesClause(groups[Int(frame.verb)])
      if say || !outerWaits {
        if say {
          contentClause(index)
        } else {
          newClause(index, .main)
        }
        return
      }
    }
    place(index, follows: follows, &chunks)
  }

  /// A phrase that is neither tied by a preposition nor coordinated: object, else subject.
  private mutating func place(_ index: Int32, follows: Bool, _ chunks: inout Chunks) {
    guard frame.verb >= 0 else {
      if frame.isRelative, frame.antecedent >= 0, frame.subject < 0 {
        // "the letter that the general sent": the antecedent is the object.
        frame.subject = index
        return
      }
      frame.subject = index
      return
    }
    let v = Int(frame.verb)
    let verb = groups[v]
    if inverted(verb) {
      // "…," said Y.
      groups[v].subject = index
      phrases[Int(index)].flags.insert(.subject)
      frame.subject = index
      return
    }
    // "led by X in Leipzig, Germany, …": nothing follows a passive behind a comma.
    if comma, verb.flags.contains(.passive) { return }
    if verb.object < 0 {
      groups[v].object = index
      phrases[Int(index)].flags.insert(.object)
    } else if verb.recipient < 0, last == .phrase, lastPhrase == verb.object,
      words[verb.lemma].contains(.ditransitive)
    {
      groups[v].recipient = verb.object
      groups[v].object = index
      phrases[Int(index)].flags.insert(.object)
    }
  }

  /// "D-Ohio": a party's letter and a place.
  private func isSeat(_ phrase: NounPhrase) -> Bool {
    let first = Int(phrase.first)
    return phrase.end - phrase.first >= 3 && tokens[first].length == 1
      && tokens[first].flags.contains(.capitalized) && tokens[first + 1].mark == UInt8(ascii: "-")
      && !tokens[first + 1].flags.contains(.spaceBefore)
  }

  /// "in Memphis, Tennessee,": the region of the place before, no list.
  private func isWhole(_ phrase: NounPhrase, _ range: Range<Int>, _ chunks: Chunks) -> Bool {
    guard preposition < 0, !conjunction, lastPhrase >= 0, frame.verb >= 0,
      names[Int(phrase.end) - 1] == NameMark.lastOfPlace
    else { return false }
    let before = phrases[Int(lastPhrase)]
    return before.preposition >= 0 && before.end + 1 == phrase.first
      && names[Int(before.end) - 1] == NameMark.lastOfPlace
      && !listGoesOn(Int(phrase.first), range, chunks)
  }

  private func inverted(_ verb: VerbGroup) -> Bool {
    verb.flags.contains(.say) && verb.subject < 0 && verb.object < 0
      && verb.flags.contains(.finite) && last == .verb
  }

  func takesClause(_ verb: VerbGroup) -> Bool {
    verb.flags.contains(.say) || words[verb.lemma].contains(.clausal)
      || words[verb.lemma].contains(.reportedVerb)
  }

  /// "X said he left": what follows the verb of saying is a clause of its own.
  private mutating func contentClause(_ index: Int32) {
    let matrix = frame.verb
    push(.content)
    frame.matrix = matrix
    frame.subject = index
  }

  private mutating func newClause(_ index: Int32, _ kind: ClauseKind) {
    let matrix = frame.matrix
    let conditional = frame.isConditional && kind == .coordinated
    if kind == .main {
      // Back to the outermost clause that still waits for its verb, if one does.
      while let outer = stack.last {
        if outer.finite < 0, outer.subject < 0 {
          pop()
          break
        }
        pop()
      }
    }
    let leading = frame.finite < 0 ? frame.leading : -1
    frame = Frame()
    frame.subject = index
    frame.leading = leading
    frame.matrix = kind == .coordinated ? matrix : -1
    frame.isConditional = conditional
  }

  // MARK: Prepositions

  /// Makes a phrase the argument of the phrase before the preposition and of the clause's verb.
  ///
  /// "of" belongs to the noun alone; every other preposition is offered to both, since which one is
  /// meant depends on the words, and the rules know those.
  private mutating func attach(_ index: Int32, to preposition: Int32, _ chunks: inout Chunks) {
    phrases[Int(index)].preposition = preposition
    phrases[Int(index)].flags.insert(.oblique)
    let word = bits(Int(preposition))
    let before = Int(preposition) - 1
    var adjacent = before
    while adjacent > 0, adjacent > before - 3, tags[adjacent] == .adverb { adjacent -= 1 }
    // "Paul Smith, of Boston,".
    if adjacent > 0, word.contains(.of), tokens[adjacent].mark == UInt8(ascii: ",") {
      adjacent -= 1
      // "Paul Smith, 34, of Boston".
      if adjacent > 1, tokens[adjacent].flags.contains(.number),
        tokens[adjacent - 1].mark == UInt8(ascii: ",")
      {
        adjacent -= 2
      }
    }
    // "the deal reached yesterday between X and Y": not the day.
    if adjacent > 0, phraseAt[adjacent] >= 0 {
      let phrase = phrases[Int(phraseAt[adjacent])]
      if phrase.flags.contains(.time), phrase.first > 0 { adjacent = Int(phrase.first) - 1 }
    }
    if adjacent >= 0, phraseAt[adjacent] >= 0 {
      let governor = phraseAt[adjacent]
      phrases[Int(index)].governor = governor
      addToPhrase(governor, preposition, index, &chunks)
      if word.contains(.of) { return }
      // "the head of X in Y": Y is offered to the head as well.
      let up = phrases[Int(governor)].governor
      if up >= 0 { addToPhrase(up, preposition, index, &chunks) }
    }
    guard frame.verb >= 0 else {
      addLeading(preposition, index, &chunks)
      return
    }
    addToVerb(frame.verb, preposition, index, &chunks)
  }

  mutating func addToVerb(
    _ verb: Int32, _ preposition: Int32, _ index: Int32, _ chunks: inout Chunks
  ) {
    var v = Int(verb)
    // "was accused of bullying by X", "was told to leave by X": the agent of what governs it.
    if bits(Int(preposition)).contains(.by), groups[v].matrix >= 0,
      groups[v].flags.isDisjoint(with: [.passive, .finite]),
      groups[v].flags.contains(.infinitive) || groups[v].preposition >= 0
    {
      let above = Int(groups[v].matrix)
      if groups[above].flags.contains(.passive), groups[above].agent < 0,
        phrases[Int(index)].flags.contains(.proper)
      {
        v = above
      }
    }
    if bits(Int(preposition)).contains(.by), groups[v].flags.contains(.passive),
      groups[v].agent < 0, !phrases[Int(index)].flags.contains(.time)
    {
      groups[v].agent = index
      return
    }
    let added = Int32(chunks.arguments.count)
    chunks.arguments.append(Argument(preposition: preposition, phrase: index))
    while verbTail.count <= v { verbTail.append(-1) }
    if groups[v].firstArgument < 0 {
      groups[v].firstArgument = added
    } else {
      chunks.arguments[Int(verbTail[v])].next = added
    }
    verbTail[v] = added
  }

  private mutating func addToPhrase(
    _ governor: Int32, _ preposition: Int32, _ index: Int32, _ chunks: inout Chunks
  ) {
    let g = Int(governor)
    let added = Int32(chunks.arguments.count)
    chunks.arguments.append(Argument(preposition: preposition, phrase: index))
    while phraseTail.count <= g { phraseTail.append(-1) }
    if phrases[g].firstArgument < 0 {
      phrases[g].firstArgument = added
    } else {
      chunks.arguments[Int(phraseTail[g])].next = added
    }
    phraseTail[g] = added
  }

  private mutating func addLeading(
    _ preposition: Int32, _ index: Int32, _ chunks: inout Chunks
  ) {
    let added = Int32(chunks.arguments.count)
    chunks.arguments.append(
      Argument(preposition: preposition, phrase: index, next: frame.leading))
    frame.leading = added
  }

  // MARK: Coordination and apposition

  /// Joins a phrase to the conjunct that fits best among the last phrase and what governs it.
  private mutating func coordinate(_ index: Int32, _ chunks: inout Chunks) {
    let phrase = phrases[Int(index)]
    var best = lastPhrase
    var bestScore = -1
    var candidate = lastPhrase
    var steps = 0
    // The object of the verb comes last: "visited X on Monday and Y on Friday".
    let object = frame.verb >= 0 ? groups[Int(frame.verb)].object : -1
    while candidate >= 0, steps < 6 {
      let other = phrases[Int(candidate)]
      if other.nextConjunct < 0 {
        var score = 0
        let sameKind = phrase.flags.contains(.proper) == other.flags.contains(.proper)
        if sameKind { score += 3 }
        if phrase.flags.contains(.animate) == other.flags.contains(.animate) { score += 3 }
        if phrase.flags.contains(.plural) == other.flags.contains(.plural) { score += 1 }
        if steps == 0 { score += 2 }
        if other.apposedTo >= 0 { score -= 2 }
        if other.flags.contains(.time) != phrase.flags.contains(.time) { score -= 6 }
        if score > bestScore {
          best = candidate
          bestScore = score
        }
      }
      let above = other.governor >= 0 ? other.governor : other.apposedTo
      candidate = above < 0 && candidate != object ? object : above
      steps += 1
    }
    guard best >= 0, best != index, phrases[Int(best)].nextConjunct < 0 else { return }
    phrases[Int(best)].nextConjunct = index
    phrases[Int(index)].previousConjunct = best
    let flags = phrases[Int(best)].flags
    phrases[Int(index)].flags.formUnion(
      flags.intersection([.subject, .object, .oblique]))
    phrases[Int(index)].preposition = phrases[Int(best)].preposition
    phrases[Int(index)].governor = phrases[Int(best)].governor
  }

  /// "rejected the deal, its leader, Jane Doe, said": nobody's leader is listed with a thing.
  private func opensSpeaker(_ phrase: NounPhrase) -> Bool {
    phrase.flags.isSuperset(of: [.pronounPossessor, .animate])
      && phrases[Int(lastPhrase)].flags.isDisjoint(with: [.animate, .proper])
  }

  private func lastPhraseIsListed(_ chunks: Chunks) -> Bool {
    let phrase = phrases[Int(lastPhrase)]
    return phrase.sentence == sentence && !phrase.flags.contains(.time)
  }

  /// The phrase that `index` renames: "Y, the deputy head of Z," or "the head of Z, Y,".
  private func apposition(
    _ index: Int32, _ range: Range<Int>, _ chunks: Chunks, _ follows: Bool
  ) -> Int32? {
    let phrase = phrases[Int(index)]
    if phrase.flags.contains(.pronoun) || phrase.flags.contains(.time) { return nil }
    // "…, killing four people, the army said": a clause of its own.
    if follows, frame.finite >= 0 { return nil }
    // "In the words of a minister, Paul Smith is": the subject of the clause.
    if follows, frame.finite < 0, frame.subject < 0, lastPhrase >= 0,
      phrases[Int(lastPhrase)].preposition >= 0, phrases[Int(lastPhrase)].sentence == sentence
    {
      return nil
    }
    let common = phrase.flags.contains(.animate) && !phrase.flags.contains(.proper)
    let described =
      phrase.flags.contains(.definite) || phrase.flags.contains(.indefinite)
      || phrase.possessor >= 0 || phrase.flags.contains(.pronounPossessor)
    var candidate = lastPhrase
    var steps = 0
    while candidate >= 0, steps < 4 {
      let other = phrases[Int(candidate)]
      guard other.sentence == sentence else { return nil }
      // "As an ally, Germany agreed": the phrase in front is no name of the subject.
      if steps == 0, other.preposition >= 0, other.governor < 0, frame.finite < 0, follows {
        return nil
      }
      let otherCommon = other.flags.contains(.animate) && !other.flags.contains(.proper)
      let otherName = other.flags.contains(.proper)
      // "Soleimani, the commander of…"; "the head of the force, General X".
      if otherName, common || (described && !phrase.flags.contains(.proper)),
        !other.flags.contains(.time)
      {
        if steps == 0 || common { return candidate }
      }
      // "Paul Smith, a Republican,".
      if steps == 0, otherName, phrase.flags.isSuperset(of: [.proper, .indefinite]),
        other.flags.contains(.animate)
      {
        return candidate
      }
      // "The singer, a native of Dublin,".
      if steps == 0, otherCommon, common, described, !listGoesOn(Int(phrase.first), range, chunks) {
        return candidate
      }
      if otherCommon, phrase.flags.contains(.proper) {
        // "the ministers of A and B, X and Y,": as many names as there are.
        let many = other.flags.contains(.plural) && candidate != lastPhrase
        if many || !listGoesOn(Int(phrase.first), range, chunks) { return candidate }
      }
      candidate = other.governor
      steps += 1
    }
    // Brackets: "Islamic State (IS)".
    let before = Int(phrase.first) - 1
    if before > range.lowerBound, tokens[before].mark == UInt8(ascii: "("),
      phrase.flags.contains(.proper), phraseAt[before - 1] == lastPhrase
    {
      return lastPhrase
    }
    return nil
  }
}
