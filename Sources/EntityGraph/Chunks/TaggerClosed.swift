extension Tagger {
  /// The classes and the words that ``choose(_:_:_:)`` asks for.
  private static let closed: WordClass = [
    .number, .prep, .neg, .modal, .aux, .det, .conj, .pron, .sub, .wh,
  ]
  private static let asked: SyntaxBits = [
    .to, .that, .relative, .possessivePronoun, .be, .have, .does, .least, .than, .negative,
    .definite, .indefinite, .demonstrative, .quantifier, .coordinator, .opensClause, .conditional,
    .particle,
  ]

  /// Tags punctuation, numbers, names and closed classes; leaves the rest to ``open(_:_:_:)``.
  func choose(_ i: Int, _ range: Range<Int>, _ state: inout State) -> PartOfSpeech {
    let token = tokens[i]
    let flags = token.flags
    if flags.contains(.punctuation) {
      // "Procter & Gamble" is one name.
      let isInside = token.mark == UInt8(ascii: "&") && names[i] == NameMark.inside
      return isInside ? .proper : .punctuation
    }
    if flags.contains(.possessive) { return possessive(i, state) }
    let name = names[i]
    if name == NameMark.adjective { return .adjective }
    if name != NameMark.none, flags.contains(.capitalized) || flags.contains(.number) {
      return .proper
    }
    let word = bits(i)
    let known = WordClass(rawValue: classes[i])
    // Most words are of open classes and have no part in the tests below.
    if name == NameMark.none, known.isDisjoint(with: Self.closed),
      word.isDisjoint(with: Self.asked),
      !flags.contains(.number)
    {
      if flags.contains(.capitalized), isNameLike(i, range, known) { return .proper }
      return open(i, range, state)
    }
    if flags.contains(.number) || (known.contains(.number) && !word.contains(.quantifier)) {
      return .number
    }
    if name != NameMark.none { return i + 1 < range.upperBound ? open(i, range, state) : .noun }
    if word.contains(.to) { return infinitive(i, range) ? .infinitive : .preposition }
    if word.contains(.that) { return that(i, range, state) }
    if word.contains(.relative), !word.contains(.possessivePronoun) { return .relative }
    if word.contains(.possessivePronoun) { return possessivePronoun(i, range, word) }
    if !word.isDisjoint(with: [.be, .have, .does]) {
      // "having" and "being" as well: the group decides which word is the main verb.
      return .auxiliary
    }
    // "at least 20 soldiers", "more than 20": no preposition's phrase but a number.
    if i + 1 < range.upperBound, known.contains(.prep), bits(i + 1).contains(.least) {
      return .adverb
    }
    if word.contains(.least), i > range.lowerBound, tags[i - 1] == .adverb,
      WordClass(rawValue: classes[i - 1]).contains(.prep)
    {
      return .adverb
    }
    if word.contains(.than), i + 1 < range.upperBound,
      tokens[i + 1].flags.contains(.number)
        || WordClass(rawValue: classes[i + 1]).contains(.number)
    {
      return .adverb
    }
    if word.contains(.negative) {
      let det = known.contains(.det) && nouny(i + 1, range)
      return det ? .determiner : .negation
    }
    if known.contains(.neg) { return .negation }
    if !word.isDisjoint(with: [.definite, .indefinite]) { return .determiner }
    if flags.contains(.capitalized), isNameLike(i, range, known) { return .proper }
    if known.contains(.modal) { return modal(i, range, known, state) }
    if known.contains(.aux) { return .auxiliary }
    if word.contains(.demonstrative) || word.contains(.quantifier) {
      return nouny(i + 1, range) || isAdverbBeforeNoun(i + 1, range) ? .determiner : .pronoun
    }
    if known.contains(.det) { return nouny(i + 1, range) ? .determiner : .pronoun }
    if known.contains(.conj) || word.contains(.coordinator) { return .conjunction }
    // "is considering sanctions": a preposition elsewhere.
    if state.afterBe, known.contains(.prep), known.contains(.verbIng) { return .verbIng }
    if word.contains(.opensClause) {
      return opensClause(i, range) || !known.contains(.prep) ? .subordinator : .preposition
    }
    if word.contains(.conditional) { return .subordinator }
    if known.contains(.pron) {
      // "the IT firm".
      return state.open && flags.contains(.allCaps) && nouny(i + 1, range) ? .noun : .pronoun
    }
    if known.contains(.prep) {
      if state.previous.isVerb, word.contains(.particle), isParticle(i, range) { return .particle }
      if !known.isDisjoint(with: Self.verbal), known.contains(.verbPart) || known.contains(.verb) {
        // "following", "regarding", "past": a preposition unless an auxiliary stands before.
        if state.afterBe || state.expectsBase { return open(i, range, state) }
      }
      return .preposition
    }
    if known.contains(.sub) || known.contains(.wh) { return .subordinator }
    if word.contains(.particle), state.previous.isVerb { return .particle }
    return open(i, range, state)
  }

  private func possessive(_ i: Int, _ state: State) -> PartOfSpeech {
    // "he's", "there's": a verb.
    state.previous == .pronoun || state.previous == .relative ? .auxiliary : .possessive
  }

  private func modal(
    _ i: Int, _ range: Range<Int>, _ known: WordClass, _ state: State
  ) -> PartOfSpeech {
    // "the will of the people", "a can".
    if state.open, known.contains(.noun) { return .noun }
    return .modal
  }

  /// "to" is an infinitive's where a base form follows that is no plain noun phrase.
  private func infinitive(_ i: Int, _ range: Range<Int>) -> Bool {
    var k = i + 1
    var steps = 0
    while k < range.upperBound, steps < 3 {
      if names[k] != NameMark.none { return false }
      let word = bits(k)
      if word.contains(.be) || word.contains(.have) || word.contains(.does) { return true }
      let found = candidates(k)
      let known = WordClass(rawValue: classes[k])
      if !known.isDisjoint(with: [.det, .pron, .prep]) || tokens[k].flags.contains(.punctuation) {
        return false
      }
      if found.contains(.verb) {
        return !tokens[k].flags.contains(.capitalized) || found.isDisjoint(with: Self.nominal)
      }
      if found.contains(.adv) {
        k += 1
        steps += 1
        continue
      }
      return false
    }
    return false
  }

  private func that(_ i: Int, _ range: Range<Int>, _ state: State) -> PartOfSpeech {
    guard i + 1 < range.upperBound else { return .pronoun }
    let next = WordClass(rawValue: classes[i + 1])
    let finite = isFiniteWord(i + 1)
    let afterNoun = state.previous.isNoun || state.previous == .punctuation
    if finite, state.previous.isNoun { return .relative }
    if finite { return .pronoun }
    // "a group that controls Sanaa".
    if state.previous.isNoun, names[i + 1] == NameMark.none,
      !next.isDisjoint(with: [.verb3sg, .verbPast]), startsPhrase(i + 2, range)
    {
      return .relative
    }
    if names[i + 1] != NameMark.none, i > range.lowerBound {
      // "the strikes that Germany launched" but "the news that Germany left".
      let noun = state.previous == .noun || state.previous == .nounPlural
      let clausal = words[lemmas[i - 1]].union(words[tokens[i - 1].term]).contains(.clausal)
      return noun && !clausal ? .relative : .subordinator
    }
    if afterNoun || state.previous.isVerb || state.previous == .adjective {
      let singular = candidates(i + 1).contains(.noun) && names[i + 1] == NameMark.none
      if state.previous == .verbBase || !singular || state.previous.isNoun { return .subordinator }
      if !next.isDisjoint(with: [.det, .pron]) { return .subordinator }
      return finiteAhead(i + 2, range) ? .subordinator : .determiner
    }
    return nouny(i + 1, range) ? .determiner : .pronoun
  }

  private func possessivePronoun(
    _ i: Int, _ range: Range<Int>, _ word: SyntaxBits
  ) -> PartOfSpeech {
    nouny(i + 1, range) || isAdverbBeforeNoun(i + 1, range) ? .possessivePronoun : .pronoun
  }

  /// Whether after, before, since, as… open a clause: a verb with tense follows its noun phrase.
  private func opensClause(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i + 1 < range.upperBound else { return false }
    if bits(i + 1).contains(.nominative) { return true }
    let known = WordClass(rawValue: classes[i])
    if !known.contains(.prep) { return true }
    return finiteAhead(i + 1, range)
  }

  private func isParticle(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i + 1 < range.upperBound else { return true }
    let known = WordClass(rawValue: classes[i])
    if !known.contains(.prep) { return true }
    let next = WordClass(rawValue: classes[i + 1])
    // "set up a camp", "shut down", "went up in": but "on Sunday", "in Iraq" are phrases.
    if bits(i).contains(.particle) {
      return !next.contains(.weekday) && !next.contains(.month)
    }
    return tokens[i + 1].flags.contains(.punctuation)
  }

  /// A capital inside a sentence makes a name, but for titles and words of a headline.
  private func isNameLike(_ i: Int, _ range: Range<Int>, _ known: WordClass) -> Bool {
    if i == range.lowerBound { return false }
    let before = tokens[i - 1]
    if before.mark == UInt8(ascii: "\"") || before.mark == UInt8(ascii: ":") { return false }
    // "in May": a capital inside a sentence is never that of a modal.
    if !known.isDisjoint(with: [.weekday, .month]) { return true }
    if !known.isDisjoint(with: [.det, .prep, .pron, .conj, .modal, .sub, .wh, .say]) {
      return false
    }
    return !known.contains(.verbPast)
  }
}
