extension ClauseParser {
  /// Finds the place of a noun phrase: complement, conjunct, apposition, object or subject.
  @inline(__always)
  mutating func take(phrase index: Int32, _ range: Range<Int>) {
    let flags = phrases[Int(index)].flags
    // A possessor waits for what it possesses, which takes its place in the clause.
    if flags.contains(.possessor) { return }
    // "heads both the force and the mission": what follows is the phrase.
    if flags.contains(.pronoun), opensPair(phrases[Int(index)]) { return }
    if comma || conjunction {
      take(listed: index, range)
      return
    }
    if preposition >= 0 {
      attach(index, to: preposition)
    } else if names[Int(phrases[Int(index)].head)] == NameMark.lastOfPerson,
      let role = roleInFront(index), role != frame.subject || frame.verb >= 0
    {
      phrases[Int(index)].apposedTo = role
    } else {
      // A subject that names the holder of a role takes the place of the role.
      take(bare: index, flags, range)
    }
    lastPhrase = index
    last = .phrase
    preposition = -1
  }

  /// Whether "both" stands right in front of a phrase of its own.
  private mutating func opensPair(_ phrase: NounPhrase) -> Bool {
    let end = Int(phrase.end)
    return end < phraseAt.count && phraseAt[end] >= 0 && bits(Int(phrase.head)).contains(.both)
  }

  /// "Ambassador to Ukraine Jane Doe": the phrase of the role whose portfolio ends where a name begins.
  private mutating func roleInFront(_ index: Int32) -> Int32? {
    guard lastPhrase >= 0, phrases[Int(lastPhrase)].end == phrases[Int(index)].first else {
      return nil
    }
    var candidate = phrases[Int(lastPhrase)].governor
    var steps = 0
    while candidate >= 0, steps < 2 {
      let phrase = phrases[Int(candidate)]
      if phrase.flags.contains(.animate), names[Int(phrase.head)] == NameMark.none {
        return phrase.flags.contains(.plural) ? nil : candidate
      }
      candidate = phrase.governor
      steps += 1
    }
    return nil
  }

  /// A phrase with no preposition, comma or conjunction in front.
  @inline(__always)
  private mutating func take(bare index: Int32, _ flags: NounPhraseFlags, _ range: Range<Int>) {
    let p = Int(index)
    if !flags.isDisjoint(with: [.pronounPossessor, .time]) {
      if opensRelative(p) {
        whose(index)
        return
      }
      if saysWhen(p, range) { return }
    }
    if frame.finite >= 0, verbFollows(Int(phrases[p].end), range, isBehind: true) {
      // "X left, Y said": behind a comma another clause begins.
      if opensClause(index) { return }
    }
    place(index)
  }

  /// A phrase behind a comma or conjunction.
  private mutating func take(listed index: Int32, _ range: Range<Int>) {
    let phrase = phrases[Int(index)]
    let end = Int(phrase.end)
    // "Sen. Paul Smith, D-Ohio,": says of the phrase before where it sits, and ends no list.
    if comma, end >= range.upperBound || tokens[end].flags.contains(.punctuation),
      isSeat(phrase) || isWhole(phrase, range) || isHigherUnit(phrase)
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
    if preposition < 0, opensRelative(Int(index)) {
      whose(index)
      return
    }
    if preposition >= 0 {
      attach(index, to: preposition)
      return
    }
    if saysWhen(Int(index), range) { return }
    let follows = verbFollows(end, range, isBehind: true)
    if conjunction, lastPhrase >= 0 {
      let later = comma && !follows && frame.finite >= 0 && verbFollowsApposition(end, range)
      if follows || later, frame.finite >= 0, !outerWaits() {
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
      coordinate(index)
      return
    }
    if isAge { return }
    if comma, lastPhrase >= 0 {
      if let renamed = apposition(index, range, follows) {
        phrases[Int(index)].apposedTo = renamed
        return
      }
      if listGoesOn(Int(phrase.first), range)
        || phrases[Int(lastPhrase)].apposedTo >= 0 && closesList(phrase, range),
        !(follows && frame.finite >= 0),
        lastPhraseIsListed(), !opensSpeaker(phrase)
      {
        coordinate(index)
        return
      }
    }
    if frame.finite >= 0, follows, opensClause(index) { return }
    place(index)
  }

  /// "on Monday" without its preposition: says when, is no argument; "X today met Y".
  private mutating func saysWhen(_ p: Int, _ range: Range<Int>) -> Bool {
    let flags = phrases[p].flags
    guard flags.contains(.time), last != .conjunction,
      !flags.contains(.proper) || known(Int(phrases[p].head)).contains(.weekday)
    else { return false }
    return frame.verb >= 0 || frame.subject >= 0 || !verbFollows(Int(phrases[p].end), range)
  }

  /// Whether the clause around a relative one has no verb yet.
  private mutating func outerWaits() -> Bool {
    frame.isRelative && depth > 0 && frames[depth - 1].finite < 0
  }

  /// A phrase with a verb behind it, in a clause that has its own: "X left, Y said".
  private mutating func opensClause(_ index: Int32) -> Bool {
    // Behind a comma another clause begins.
    if !comma, frame.verb >= 0, takesClause(groups[Int(frame.verb)]) {
      contentClause(index)
    } else if !outerWaits() {
      newClause(index, .main)
    } else {
      return false
    }
    return true
  }

  /// "whose wife".
  private mutating func opensRelative(_ p: Int) -> Bool {
    phrases[p].flags.contains(.pronounPossessor)
      && bits(Int(phrases[p].first)).isSuperset(of: [.relative, .possessivePronoun])
  }

  /// "X, whose wife is Y, left": the wife is X's, and what follows the clause says of X.
  private mutating func whose(_ index: Int32) {
    let antecedent = relativeAntecedent(Int(phrases[Int(index)].first), nearest: comma)
    push(.relative)
    frame.antecedent = antecedent
    frame.isPlace = true
    frame.subject = index
    if antecedent >= 0, antecedent != index { phrases[Int(index)].possessor = antecedent }
  }

  /// A phrase that is neither tied by a preposition nor coordinated: object, else subject.
  @inline(__always)
  private mutating func place(_ index: Int32) {
    guard frame.verb >= 0 else {
      // Of "the letter that the general sent" as well: the antecedent is the object.
      frame.subject = index
      return
    }
    let v = Int(frame.verb)
    let flags = groups[v].flags
    if last == .verb, flags.isSuperset(of: [.say, .finite]), groups[v].subject < 0,
      groups[v].object < 0
    {
      // "…," said Y.
      groups[v].subject = index
      phrases[Int(index)].flags.insert(.subject)
      frame.subject = index
      return
    }
    // "led by X in Leipzig, Germany, …": nothing follows a passive behind a comma.
    if comma, flags.contains(.passive) { return }
    let object = groups[v].object
    if object < 0 {
      groups[v].object = index
      phrases[Int(index)].flags.insert(.object)
    } else if last == .phrase, lastPhrase == object, groups[v].recipient < 0,
      words[groups[v].lemma].contains(.ditransitive)
    {
      groups[v].recipient = object
      groups[v].object = index
      phrases[Int(index)].flags.insert(.object)
    }
  }

  /// "D-Ohio": a party's letter and a place.
  private mutating func isSeat(_ phrase: NounPhrase) -> Bool {
    let first = Int(phrase.first)
    return phrase.end - phrase.first >= 3 && tokens[first].length == 1
      && tokens[first].flags.contains(.capitalized) && tokens[first + 1].mark == UInt8(ascii: "-")
      && !tokens[first + 1].flags.contains(.spaceBefore)
  }

  /// "in Memphis, Tennessee,": the region of the place before, no list.
  private mutating func isWhole(_ phrase: NounPhrase, _ range: Range<Int>) -> Bool {
    guard preposition < 0, !conjunction, lastPhrase >= 0, frame.verb >= 0,
      names[Int(phrase.end) - 1] == NameMark.lastOfPlace
    else { return false }
    let before = phrases[Int(lastPhrase)]
    return before.preposition >= 0 && before.end + 1 == phrase.first
      && names[Int(before.end) - 1] == NameMark.lastOfPlace
      && !listGoesOn(Int(phrase.first), range)
  }

  /// "the 3rd Squadron, 5th Cavalry Regiment,": the unit that the one before belongs to.
  private mutating func isHigherUnit(_ phrase: NounPhrase) -> Bool {
    guard !conjunction, lastPhrase >= 0, tokens[Int(phrase.first)].flags.contains(.number),
      names[Int(phrase.end) - 1] == NameMark.last
    else { return false }
    let before = phrases[Int(lastPhrase)]
    let first = Int(before.determiner) == Int(before.first) ? before.first + 1 : before.first
    return before.end + 1 == phrase.first && names[Int(before.end) - 1] == NameMark.last
      && tokens[Int(first)].flags.contains(.number)
  }

  mutating func takesClause(_ verb: VerbGroup) -> Bool {
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
      while depth > 0 {
        pop()
        if frame.finite < 0, frame.subject < 0 { break }
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
  private mutating func attach(_ index: Int32, to preposition: Int32) {
    phrases[Int(index)].preposition = preposition
    phrases[Int(index)].flags.insert(.oblique)
    let word = bits(Int(preposition))
    let before = Int(preposition) - 1
    var adjacent = before
    while adjacent > 0, adjacent > before - 3, tags[adjacent] == .adverb { adjacent -= 1 }
    // "Paul Smith, of Boston,".
    let isComma = adjacent > 0 && tokens[adjacent].mark == UInt8(ascii: ",")
    if isComma, word.contains(.of) {
      adjacent -= 1
      // "Paul Smith, 34, of Boston".
      if adjacent > 1, tokens[adjacent].flags.contains(.number),
        tokens[adjacent - 1].mark == UInt8(ascii: ",")
      {
        adjacent -= 2
      }
    }
    // "several officials of the court, including X": of the plural.
    if word.contains(.among), adjacent > 0, tokens[adjacent].mark == UInt8(ascii: ",") {
      var whole = phraseAt[adjacent - 1]
      var steps = 0
      while whole >= 0, steps < 4, !phrases[Int(whole)].flags.contains(.plural) {
        whole = phrases[Int(whole)].governor
        steps += 1
      }
      if whole >= 0, phrases[Int(whole)].flags.contains(.plural) {
        phrases[Int(index)].governor = whole
        addToPhrase(whole, preposition, index)
        return
      }
    }
    // "the deal reached yesterday between X and Y": not the day.
    var governor = adjacent >= 0 ? phraseAt[adjacent] : -1
    if governor >= 0, adjacent > 0, phrases[Int(governor)].flags.contains(.time) {
      let first = Int(phrases[Int(governor)].first)
      if first > 0 { governor = phraseAt[first - 1] }
    }
    if governor >= 0 {
      phrases[Int(index)].governor = governor
      addToPhrase(governor, preposition, index)
      if word.contains(.of) { return }
      // "the head of X in Y": Y is offered to the head as well.
      let up = phrases[Int(governor)].governor
      if up >= 0 { addToPhrase(up, preposition, index) }
    }
    guard frame.verb >= 0 else {
      addLeading(preposition, index)
      return
    }
    addToVerb(frame.verb, preposition, index)
  }

  @inline(__always)
  mutating func addToVerb(_ verb: Int32, _ preposition: Int32, _ index: Int32) {
    var v = Int(verb)
    if bits(Int(preposition)).contains(.by) {
      v = takeAgent(v, index)
      if v < 0 { return }
    }
    let added = add(Argument(preposition: preposition, phrase: index))
    if groups[v].firstArgument < 0 {
      groups[v].firstArgument = added
    } else {
      arguments[Int(groups[v].lastArgument)].next = added
    }
    groups[v].lastArgument = added
  }

  /// Makes what stands behind "by" the agent of a passive and returns -1, or the verb that takes it as
  /// an argument.
  @inline(never)
  private mutating func takeAgent(_ verb: Int, _ index: Int32) -> Int {
    var v = verb
    // "was accused of bullying by X", "was told to leave by X": the agent of what governs it.
    if groups[v].matrix >= 0, groups[v].flags.isDisjoint(with: [.passive, .finite]),
      groups[v].flags.contains(.infinitive) || groups[v].preposition >= 0
    {
      let above = Int(groups[v].matrix)
      if groups[above].flags.contains(.passive), groups[above].agent < 0,
        phrases[Int(index)].flags.contains(.proper)
      {
        v = above
      }
    }
    guard groups[v].flags.contains(.passive), !phrases[Int(index)].flags.contains(.time) else {
      return v
    }
    // "was backed by X, by Y and by Z".
    if groups[v].agent >= 0 {
      guard comma || conjunction, phrases[Int(index)].flags.contains(.proper),
        joins(index, groups[v].agent)
      else { return v }
      return -1
    }
    groups[v].agent = index
    return -1
  }

  /// Adds a phrase to the end of a short list; whether it could.
  private mutating func joins(_ index: Int32, _ first: Int32) -> Bool {
    var end = first
    var steps = 0
    while phrases[Int(end)].nextConjunct >= 0, steps < 6 {
      end = phrases[Int(end)].nextConjunct
      steps += 1
    }
    guard phrases[Int(end)].nextConjunct < 0, end < index,
      phrases[Int(index)].previousConjunct < 0
    else { return false }
    phrases[Int(end)].nextConjunct = index
    phrases[Int(index)].previousConjunct = end
    return true
  }

  @inline(__always)
  private mutating func addToPhrase(_ governor: Int32, _ preposition: Int32, _ index: Int32) {
    let g = Int(governor)
    let added = add(Argument(preposition: preposition, phrase: index))
    if phrases[g].firstArgument < 0 {
      phrases[g].firstArgument = added
    } else {
      arguments[Int(phrases[g].lastArgument)].next = added
    }
    phrases[g].lastArgument = added
  }

  private mutating func addLeading(_ preposition: Int32, _ index: Int32) {
    frame.leading = add(
      Argument(preposition: preposition, phrase: index, next: frame.leading))
  }

  @inline(__always)
  private mutating func add(_ argument: Argument) -> Int32 {
    let added = argumentCount
    arguments[added] = argument
    argumentCount = added + 1
    return Int32(truncatingIfNeeded: added)
  }
}
