/// What prepositions tie to phrases and verbs.
extension ClauseParser {
  /// Makes a phrase the argument of the phrase before the preposition and of the clause's verb.
  ///
  /// "of" belongs to the noun alone; every other preposition is offered to both, since which one is
  /// meant depends on the words, and the rules know those.
  mutating func attach(_ index: Int32, to preposition: Int32) {
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
