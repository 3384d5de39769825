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
    // "spoke to X, and last week met Y": says when, before the verb of the same subject.
    if conjunction, phrase.flags.contains(.time), frame.finite >= 0, frame.subject >= 0,
      end < range.upperBound, verbAt[end] >= 0,
      groups[Int(verbAt[end])].flags.isDisjoint(with: [.copula, .passive]),
      groups[Int(verbAt[end])].flags.contains(.finite)
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
    if preposition < 0, opensRelative(phrase) {
      whose(index, chunks)
      return
    }
    if preposition >= 0 {
      if conjunction, lastPhrase >= 0 {
        attach(index, to: preposition, &chunks)
        return
      }
      attach(index, to: preposition, &chunks)
      return
    }
    let isDay =
      phrase.flags.contains(.time)
      && (!phrase.flags.contains(.proper) || known(Int(phrase.head)).contains(.weekday))
    if isDay, last != .conjunction {
      // "on Monday" without its preposition: says when, is no argument; "X today met Y".
      if frame.verb >= 0 || frame.subject >= 0 || !verbFollows(end, range, chunks) { return }
    }
    let follows = verbFollows(end, range, chunks, isBehind: true)
    let outerWaits = frame.isRelative && (stack.last?.finite ?? 0) < 0
    if conjunction, lastPhrase >= 0 {
      let later = comma && !follows && frame.finite >= 0 && verbFollowsApposition(end, range)
      if follows || later, frame.finite >= 0, !outerWaits {
        newClause(index, .coordinated)
        return
      }
      // "X, who sent troops to Y, and Z agreed": Z stands beside X.
      if comma, frame.finite < 0, frame.subject >= 0, frame.verb < 0, lastVerb >= 0,
        groups[Int(lastVerb)].flags.contains(.relative), groups[Int(lastVerb)].sentence == sentence,
        groups[Int(lastVerb)].first > phrases[Int(frame.subject)].first,
        follows || verbFollowsApposition(end, range)
      {
        lastPhrase = frame.subject
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
      if listGoesOn(Int(phrase.first), range, chunks)
        || phrases[Int(lastPhrase)].apposedTo >= 0 && closesList(phrase, range),
        !(follows && frame.finite >= 0),
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

  /// "whose wife".
  private func opensRelative(_ phrase: NounPhrase) -> Bool {
    phrase.flags.contains(.pronounPossessor)
      && bits(Int(phrase.first)).isSuperset(of: [.relative, .possessivePronoun])
  }

  /// "X, whose wife is Y, left": the wife is X's, and what follows the clause says of X.
  private mutating func whose(_ index: Int32, _ chunks: Chunks) {
    let antecedent = relativeAntecedent(Int(phrases[Int(index)].first), chunks, nearest: comma)
    push(.relative)
    frame.antecedent = antecedent
    frame.isPlace = true
    frame.subject = index
    if antecedent >= 0, antecedent != index { phrases[Int(index)].possessor = antecedent }
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
    // "several officials of the court, including X": of the plural.
    if adjacent > 0, word.contains(.among), tokens[adjacent].mark == UInt8(ascii: ",") {
      var whole = phraseAt[adjacent - 1]
      var steps = 0
      while whole >= 0, steps < 4, !phrases[Int(whole)].flags.contains(.plural) {
        whole = phrases[Int(whole)].governor
        steps += 1
      }
      if whole >= 0, phrases[Int(whole)].flags.contains(.plural) {
        phrases[Int(index)].governor = whole
        addToPhrase(whole, preposition, index, &chunks)
        return
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
}
