extension Tagger {
  /// The classes and the words that ``choose(_:_:_:)`` asks for.
  static let closed: WordClass = [
    .number, .prep, .neg, .modal, .aux, .det, .conj, .pron, .sub, .wh,
  ]
  static let asked: SyntaxBits = [
    .to, .that, .relative, .possessivePronoun, .be, .have, .does, .least, .than, .negative,
    .definite, .indefinite, .demonstrative, .quantifier, .coordinator, .opensClause, .conditional,
    .particle,
  ]

  /// What makes ``choose(_:_:_:)`` say more of a word than that its class is open; 0 where nothing does.
  @inline(__always)
  static func closedBits(_ classes: UInt64, _ word: UInt64) -> UInt64 {
    classes & closed.rawValue | word & asked.rawValue
  }

  /// Words that are decided before all others, one by one.
  private static let single: SyntaxBits = [
    .to, .that, .relative, .possessivePronoun, .be, .have, .does, .least, .than, .negative,
  ]
  private static let determiners: SyntaxBits = [
    .definite, .indefinite, .demonstrative, .quantifier,
  ]

  /// Tags a word that has no fixed tag.
  func choose(_ i: Int, _ range: Range<Int>, _ state: State) -> PartOfSpeech {
    let question = codes[i]
    if question != 0 { return answer(question, i, range, state) }
    let word = bits(i)
    if word.isDisjoint(with: [.named, .closed]) {
      // Most words are of open classes.
      return word.contains(.capitalized) && isNameLike(i, range) ? .proper : open(i, range, state)
    }
    return chooseClosed(i, range, state, word)
  }

  /// Tags one of the words that are asked just one thing: see ``TagCode``.
  @inline(__always)
  private func answer(
    _ question: UInt8, _ i: Int, _ range: Range<Int>, _ state: State
  ) -> PartOfSpeech {
    if question == TagCode.to { return infinitive(i, range) ? .infinitive : .preposition }
    if question == TagCode.particle || question == TagCode.opensClause {
      // "at least 20 soldiers", "more than 20": no preposition's phrase but a number.
      if i + 1 < range.upperBound, bits(i + 1).contains(.least) { return .adverb }
      if question == TagCode.particle {
        return state.previous.isVerb && isParticle(i, range) ? .particle : .preposition
      }
      return opening(i, range, state, WordClass(rawValue: classes[i]))
    }
    if question == TagCode.determiner { return demonstrative(i, range) }
    if question == TagCode.possessive { return possessive(i, state) }
    if question == TagCode.possessivePronoun { return possessivePronoun(i, range) }
    return that(i, range, state)
  }

  /// Tags names and closed classes; leaves the rest to ``open(_:_:_:)``.
  @inline(never)
  private func chooseClosed(
    _ i: Int, _ range: Range<Int>, _ state: State, _ word: SyntaxBits
  ) -> PartOfSpeech {
    if word.contains(.named) {
      if names[i] == NameMark.adjective { return .adjective }
      if !word.isDisjoint(with: [.capitalized, .number]) { return .proper }
      // "al-Kadhimi", "eBay".
      if tokens[i].flags.contains(.mixedCase) { return .proper }
    }
    let known = WordClass(rawValue: classes[i])
    if word.contains(.number) || (known.contains(.number) && !word.contains(.quantifier)) {
      return .number
    }
    if word.contains(.named) {
      return i + 1 < range.upperBound ? open(i, range, state) : .noun
    }
    if !word.isDisjoint(with: Self.single), let tag = single(i, range, state, word, known) {
      return tag
    }
    // "at least 20 soldiers", "more than 20": no preposition's phrase but a number.
    if known.contains(.prep), i + 1 < range.upperBound, bits(i + 1).contains(.least) {
      return .adverb
    }
    if known.contains(.neg) { return .negation }
    if !word.isDisjoint(with: [.definite, .indefinite]) { return .determiner }
    if word.contains(.capitalized), isNameLike(i, range) { return .proper }
    if !word.isDisjoint(with: Self.determiners) || !known.isDisjoint(with: [.modal, .aux, .det]) {
      if known.contains(.modal) { return modal(i, range, known, state) }
      if known.contains(.aux) { return .auxiliary }
      if word.contains(.demonstrative) || word.contains(.quantifier) {
        return demonstrative(i, range)
      }
      return nouny(i + 1, range) ? .determiner : .pronoun
    }
    if known.contains(.conj) || word.contains(.coordinator) { return .conjunction }
    // "is considering sanctions": a preposition elsewhere.
    if state.afterBe, known.contains(.prep), known.contains(.verbIng) { return .verbIng }
    if word.contains(.opensClause) { return opening(i, range, state, known) }
    if word.contains(.conditional) { return .subordinator }
    if known.contains(.pron) {
      // "the IT firm".
      let isNoun = state.open && tokens[i].flags.contains(.allCaps) && nouny(i + 1, range)
      // "and other members".
      if known.contains(.adj), nouny(i + 1, range) { return .adjective }
      return isNoun ? .noun : .pronoun
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

  /// Tags the words that only their spelling tells apart.
  private func single(
    _ i: Int, _ range: Range<Int>, _ state: State, _ word: SyntaxBits, _ known: WordClass
  ) -> PartOfSpeech? {
    if word.contains(.to) { return infinitive(i, range) ? .infinitive : .preposition }
    if word.contains(.that) { return that(i, range, state) }
    if word.contains(.relative), !word.contains(.possessivePronoun) { return .relative }
    if word.contains(.possessivePronoun) { return possessivePronoun(i, range) }
    if !word.isDisjoint(with: [.be, .have, .does]) {
      // "having" and "being" as well: the group decides which word is the main verb.
      return .auxiliary
    }
    if known.contains(.prep), i + 1 < range.upperBound, bits(i + 1).contains(.least) {
      return .adverb
    }
    if word.contains(.least), i > range.lowerBound, tags[i - 1] == .adverb,
      WordClass(rawValue: classes[i - 1]).contains(.prep)
    {
      return .adverb
    }
    if word.contains(.than), i + 1 < range.upperBound,
      bits(i + 1).contains(.number) || WordClass(rawValue: classes[i + 1]).contains(.number)
    {
      return .adverb
    }
    if word.contains(.negative) {
      return known.contains(.det) && nouny(i + 1, range) ? .determiner : .negation
    }
    return nil
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
    let end = min(range.upperBound, i + 4)
    while k < end {
      let word = bits(k)
      let isVerb = !word.isDisjoint(with: [.be, .have, .does])
      let known = WordClass(rawValue: classes[k])
      // No base form: one test, since most words that follow are of these or verbs.
      let ends = word.intersection([.named, .punctuation]).rawValue
      if ends | known.intersection([.det, .pron, .prep]).rawValue != 0 {
        return isVerb && !word.contains(.named)
      }
      if isVerb { return true }
      let found = candidates(k)
      if found.contains(.verb) {
        return !word.contains(.capitalized) || found.isDisjoint(with: Self.nominal)
      }
      if !found.contains(.adv) { return false }
      k += 1
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
    if leavesGap(i, range, state) { return .relative }
    if afterNoun || state.previous.isVerb || state.previous == .adjective {
      let singular = candidates(i + 1).contains(.noun) && names[i + 1] == NameMark.none
      if state.previous == .verbBase || !singular || state.previous.isNoun { return .subordinator }
      if !next.isDisjoint(with: [.det, .pron]) { return .subordinator }
      return finiteAhead(i + 2, range) ? .subordinator : .determiner
    }
    return nouny(i + 1, range) ? .determiner : .pronoun
  }

  /// "a firm that he owns in Lima": the verb has a subject and nothing behind it that it acts on; what
  /// is told to people is no such clause.
  private func leavesGap(_ i: Int, _ range: Range<Int>, _ state: State) -> Bool {
    guard state.previous == .noun || state.previous == .nounPlural, i + 3 < range.upperBound,
      bits(i + 1).contains(.nominative), !bits(i + 1).contains(.relative)
    else { return false }
    let noun = WordClass(rawValue: classes[i - 1])
    let verb = WordClass(rawValue: classes[i + 2])
    return noun.isDisjoint(with: [.role, .rank, .people, .nominalPerson, .kin])
      && !words[lemmas[i - 1]].union(words[tokens[i - 1].term]).contains(.clausal)
      && !verb.isDisjoint(with: [.verbPast, .verb3sg, .verb])
      && verb.isDisjoint(with: [.aux, .modal, .say])
      && !startsPhrase(i + 3, range) && !nouny(i + 3, range)
  }

  private func demonstrative(_ i: Int, _ range: Range<Int>) -> PartOfSpeech {
    nouny(i + 1, range) || isAdverbBeforeNoun(i + 1, range) ? .determiner : .pronoun
  }

  private func opening(
    _ i: Int, _ range: Range<Int>, _ state: State, _ known: WordClass
  ) -> PartOfSpeech {
    // "has since left".
    if state.previous == .auxiliary, known.contains(.adv), i + 1 < range.upperBound,
      !WordClass(rawValue: classes[i + 1]).isDisjoint(with: [.verbPast, .verbPart])
    {
      return .adverb
    }
    // "Jane Doe once led X".
    if known.contains(.adv), !known.contains(.prep), i + 1 < range.upperBound,
      state.previous.isNoun || state.previous == .pronoun,
      !candidates(i + 1).isDisjoint(with: [.verbPast, .verb3sg]),
      candidates(i + 1).isDisjoint(with: [.noun, .nounPlural])
    {
      return .adverb
    }
    return opensClause(i, range) || !known.contains(.prep) ? .subordinator : .preposition
  }

  private func possessivePronoun(_ i: Int, _ range: Range<Int>) -> PartOfSpeech {
    nouny(i + 1, range) || isAdverbBeforeNoun(i + 1, range) ? .possessivePronoun : .pronoun
  }

  /// Whether after, before, since, as… open a clause: a verb with tense follows its noun phrase.
  private func opensClause(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i + 1 < range.upperBound else { return false }
    if bits(i + 1).contains(.nominative) { return true }
    let known = WordClass(rawValue: classes[i])
    if !known.contains(.prep) { return true }
    return finiteAhead(i + 1, range) || namedActorAhead(i + 1, range)
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
    return bits(i + 1).contains(.punctuation)
  }

  /// A capital inside a sentence makes a name, but for titles and words of a headline.
  func isNameLike(_ i: Int, _ range: Range<Int>) -> Bool {
    if i == range.lowerBound { return false }
    let known = WordClass(rawValue: classes[i])
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
