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
}
