/// How a token takes part in a name mention.
enum NameMark {
  static let none: UInt8 = 0
  static let inside: UInt8 = 1
  static let last: UInt8 = 2
  /// A nationality adjective that stands alone.
  static let adjective: UInt8 = 3
  /// The last token of a person's name.
  static let lastOfPerson: UInt8 = 4
  static let lastOfPlace: UInt8 = 5

  @inline(__always)
  static func isLast(_ mark: UInt8) -> Bool {
    // One bit a mark.
    (1 << last | 1 << lastOfPerson | 1 << lastOfPlace) &>> mark & 1 != 0
  }
}

extension Tagger {
  /// Tags nouns, verbs, adjectives and adverbs: most by a look into ``OpenTags``.
  @inline(__always)
  func open(_ i: Int, _ range: Range<Int>, _ state: State) -> PartOfSpeech {
    let known = classes[i]
    let can = candidates(i)
    let context = Int(tables.context(OpenTags.index(state)))
    let classes = Int(truncatingIfNeeded: can.rawValue >> FixedTags.firstOpen)
    let entry = openEntry(context << 9 | classes)
    let isPart = UInt16(truncatingIfNeeded: known / WordClass.splitAfter.rawValue & 1)
    if entry.rawValue / OpenTags.Entry.isSure & 1 & ~isPart != 0 { return entry.end }
    if entry.rawValue & OpenTags.Entry.isOpen != 0, known & Self.notByWhatFollows.rawValue == 0,
      i + 1 >= range.upperBound || !candidates(i + 1).contains(.verbPast)
    {
      let tag = nouny(i + 1, range) ? entry.more : entry.end
      if tag != .other { return tag }
    }
    return decide(i, range, state, can)
  }

  /// Words of these classes that can be adjectives are not told from nouns by what follows alone.
  private static let notByWhatFollows: WordClass = [.splitAfter, .role, .rank, .title]

  @inline(__always)
  private func openEntry(_ at: Int) -> OpenTags.Entry {
    let entry = openTags[at]
    if entry.rawValue != 0 { return entry }
    let (context, can) = (UInt8(truncatingIfNeeded: at >> 9), UInt64(at & 0x1FF))
    let choice = OpenTags.choice(
      OpenTags.Context(rawValue: context) ?? .unsure,
      WordClass(rawValue: can << FixedTags.firstOpen))
    openTags[at] = OpenTags.Entry(choice)
    return openTags[at]
  }

  /// Tags nouns, verbs, adjectives and adverbs by what stands around them.
  private func decide(
    _ i: Int, _ range: Range<Int>, _ state: State, _ can: WordClass
  ) -> PartOfSpeech {
    if can == .adv { return .adverb }
    if i > range.lowerBound, isCompoundEnd(i), !isClauseEnd(i + 1, range) { return .adjective }
    // "has today left", "will tomorrow meet".
    if state.previous == .auxiliary || state.previous == .modal, can.contains(.adv),
      classes[i] & WordClass.time.rawValue != 0
    {
      return .adverb
    }
    if state.expectsBase, can.contains(.verb) { return .verbBase }
    if state.afterHave, !can.isDisjoint(with: [.verbPart, .verbPast]) { return .verbParticiple }
    if state.afterBe {
      if can.contains(.verbIng) { return .verbIng }
      if can.contains(.verbPart) { return .verbParticiple }
      if can.contains(.adv), !can.contains(.adj), nouny(i + 1, range) == false {
        // "is part of".
        let isHead = can.contains(.noun) && i + 1 < range.upperBound && bits(i + 1).contains(.of)
        return isHead ? .noun : .adverb
      }
    }
    if state.open { return insidePhrase(i, range, state, can) }
    switch state.previous {
    case .pronoun where !state.accusative, .relative:
      if let verb = finite(can) { return verb }
      return anything(i, range, can)
    case .noun, .nounPlural, .proper, .pronoun:
      return afterNoun(i, range, state, can)
    case .preposition:
      // "backed by outgoing President Doe", "with acting Prime Minister Doe".
      if can.contains(.verbIng),
        classes[i] & WordClass.roleOut.rawValue != 0 || isInOffice(i, range)
      {
        return .adjective
      }
      if can.contains(.verbIng) {
        let of = i + 1 < range.upperBound && bits(i + 1).contains(.of)
        if of, can.contains(.noun) { return .noun }
        return can.contains(.noun) && !startsPhrase(i + 1, range) && !isPreposition(i + 1, range)
          && !nouny(i + 1, range) ? .noun : .verbIng
      }
      return anything(i, range, can)
    // "left while working for X", but "while fighting in X went on".
    case .subordinator
    where can.contains(.verbIng) && bits(i - 1).contains(.opensClause)
      && (startsPhrase(i + 1, range) || isPreposition(i + 1, range)) && !finiteAhead(i + 1, range):
      return .verbIng
    case .conjunction: return afterConjunction(i, range, state, can)
    case .punctuation: return afterPunctuation(i, range, state, can)
    default:
      if state.previous.isVerb, can.contains(.verb), startsPhrase(i + 1, range),
        words[lemmas[i - 1]].contains(.bare)
      {
        return .verbBase
      }
      if state.previous.isVerb, !can.isDisjoint(with: [.verbIng]), !can.contains(.adj) {
        return can.contains(.noun) && !startsPhrase(i + 1, range) ? .noun : .verbIng
      }
      return anything(i, range, can)
    }
  }

  /// "acting Prime Minister": a word that roles begin with, and a title behind it.
  private func isInOffice(_ i: Int, _ range: Range<Int>) -> Bool {
    i + 1 < range.upperBound && classes[i] & WordClass.roleMod.rawValue != 0
      && tokens[i + 1].flags.contains(.capitalized) && names[i + 1] == NameMark.none
      && !WordClass(rawValue: classes[i + 1]).isDisjoint(with: [.role, .roleMod, .title, .rank])
  }

  /// "Tokyo-based": the part behind the hyphen qualifies what follows.
  private func isCompoundEnd(_ i: Int) -> Bool {
    tokens[i - 1].mark == UInt8(ascii: "-") && !tokens[i].flags.contains(.spaceBefore)
      && !tokens[i - 1].flags.contains(.spaceBefore)
      && WordClass(rawValue: classes[i]).contains(.splitAfter)
  }

  private func finite(_ can: WordClass) -> PartOfSpeech? {
    if can.contains(.verbPast) { return .verbPast }
    if can.contains(.verb3sg) { return .verbPresent }
    if can.contains(.verb) { return .verbBase }
    return nil
  }

  /// Behind a determiner, adjective or number.
  private func insidePhrase(
    _ i: Int, _ range: Range<Int>, _ state: State, _ can: WordClass
  ) -> PartOfSpeech {
    let more = nouny(i + 1, range)
    let known = WordClass(rawValue: classes[i])
    // "X, long accused by Y".
    if state.previous == .adjective, can.contains(.verbPart), i + 1 < range.upperBound,
      bits(i + 1).contains(.by), i >= range.lowerBound + 2,
      tokens[i - 2].mark == UInt8(ascii: ",")
    {
      return .verbParticiple
    }
    if !known.isDisjoint(with: [.role, .rank, .title]), can.contains(.noun) {
      return can.contains(.nounPlural) ? .nounPlural : .noun
    }
    // "a senior official accused Israel": a past form with its object.
    if can.contains(.verbPast), state.previous != .determiner, !state.hasFinite,
      startsPhrase(i + 1, range), state.previous != .possessivePronoun
    {
      return .verbPast
    }
    // "the UAE cut ties": a country's short form that only looks like an adjective.
    if names[i - 1] == NameMark.adjective, tokens[i - 1].flags.contains(.allCaps),
      can.contains(.verbPast), !state.hasFinite, more || startsPhrase(i + 1, range),
      i - 2 < range.lowerBound || tags[i - 2] != .preposition, !finiteAhead(i + 1, range)
    {
      return .verbPast
    }
    // "his side beat Arsenal", "a firm registered in Cyprus": no adjective in front of a verb with
    // its object, nor a body in front of a participle.
    let isActing =
      can.contains(.noun) && more && candidates(i + 1).contains(.verbPast)
      && names[i + 1] == NameMark.none
      && (startsPhrase(i + 2, range) || isPreposition(i + 2, range) && isBody(i))
    if can.contains(.adj), more, !isActing { return .adjective }
    if !can.isDisjoint(with: [.verbPart, .verbIng]), more, !can.contains(.noun) {
      return .adjective
    }
    if can.contains(.adv), !can.contains(.noun), !can.contains(.adj) { return .adverb }
    if state.previous == .adjective || state.previous == .number {
      // "Iraqi fighters" but also "the Iraqi said": a form that can only be a verb is one.
      if can.isDisjoint(with: Self.nominal.union(.adj)), let verb = finite(can) { return verb }
      if can.contains(.verbPast), !can.contains(.noun), !can.contains(.adj) || !more {
        return .verbPast
      }
    }
    if can.contains(.nounPlural) { return .nounPlural }
    if can.contains(.noun) { return .noun }
    if can.contains(.adj) { return .adjective }
    if can.contains(.verbIng) { return .noun }
    if can.contains(.verbPart) { return .adjective }
    if can.contains(.adv) { return .adverb }
    return finite(can) ?? .noun
  }

  /// Behind a noun: its verb, or one more word of the compound.
  private func afterNoun(
    _ i: Int, _ range: Range<Int>, _ state: State, _ can: WordClass
  ) -> PartOfSpeech {
    let name = state.previous == .proper
    if name, let verb = verbBehindName(i, range, state, can) { return verb }
    // "troops still occupy X", "France still supports X": a verb follows.
    if can.contains(.adv), i + 1 < range.upperBound, names[i + 1] == NameMark.none {
      let next = candidates(i + 1)
      let isVerb =
        !next.isDisjoint(with: Self.verbal)
        && next.isDisjoint(with: Self.nominal.union([.adj, .adv]))
      let mayBeVerb =
        NameMark.isLast(names[i - 1]) && !state.hasFinite
        && !next.isDisjoint(with: [.verb3sg, .verbPast])
      if isVerb || mayBeVerb { return .adverb }
    }
    // "warplanes hit targets": a plural is seldom the first part of a compound.
    if state.plural, !name, !state.hasFinite, can.contains(.noun),
      !can.isDisjoint(with: [.verb, .verbPast]), !isClauseEnd(i + 1, range),
      nouny(i + 1, range) || startsPhrase(i + 1, range), !finiteAhead(i + 1, range),
      state.previous == .nounPlural
    {
      return can.contains(.verbPast) ? .verbPast : .verbBase
    }
    if can.contains(.verbPast), !can.contains(.noun) || startsPhrase(i + 1, range) || name {
      if name, !state.hasFinite { return .verbPast }
      if can.contains(.adj), nouny(i + 1, range), !startsClosed(i + 1, range),
        !isTime(i + 1, range), state.hasFinite || finiteAhead(i + 1, range)
      {
        return .adjective
      }
      return .verbPast
    }
    if can.contains(.verbPart), !can.contains(.noun) { return .verbParticiple }
    // "officials accused of", "targets hit by": no plural makes a compound with what follows.
    if can.contains(.verbPart), state.previous == .nounPlural, isPreposition(i + 1, range) {
      return .verbParticiple
    }
    if can.contains(.verb3sg), !can.contains(.nounPlural) { return .verbPresent }
    if can.contains(.verb3sg) {
      if words[lemmas[i]].contains(.copular), !state.hasFinite { return .verbPresent }
      // "said the House of Lords needs its own Speaker".
      if name, NameMark.isLast(names[i - 1]), i + 1 < range.upperBound,
        !words[lemmas[i]].contains(.clausal),
        !bits(i + 1).isDisjoint(with: [.definite, .indefinite, .possessivePronoun])
      {
        return .verbPresent
      }
      if state.plural || state.hasFinite || finiteAhead(i + 1, range) { return .nounPlural }
      return startsPhrase(i + 1, range) || isPreposition(i + 1, range) && name
        || infinitiveFollows(i + 1, range) ? .verbPresent : .nounPlural
    }
    if can.contains(.verbIng) {
      if !can.contains(.noun) || startsPhrase(i + 1, range) { return .verbIng }
      // "a journalist working for".
      let isThing = WordClass(rawValue: classes[i - 1])
        .isDisjoint(with: [.role, .nominalPerson, .people])
      return (state.plural || !name && !isThing) && isPreposition(i + 1, range) ? .verbIng : .noun
    }
    if can.contains(.verb), can.isDisjoint(with: [.noun, .nounPlural]) {
      return can.contains(.adj) && nouny(i + 1, range) && !startsClosed(i + 1, range)
        ? .adjective : .verbBase
    }
    if can.contains(.verb), !state.hasFinite,
      state.plural || isCoordinated(i, range) || infinitiveFollows(i + 1, range),
      WordClass(rawValue: classes[i]).isDisjoint(with: [.role, .people, .nominalPerson]),
      startsPhrase(i + 1, range) || infinitiveFollows(i + 1, range),
      !finiteAhead(i + 1, range)
    {
      return .verbBase
    }
    return anything(i, range, can)
  }

  /// "which France supports", "Arsenal play Chelsea": a name does something to what follows.
  private func verbBehindName(
    _ i: Int, _ range: Range<Int>, _ state: State, _ can: WordClass
  ) -> PartOfSpeech? {
    guard !bits(i).contains(.capitalized) else { return nil }
    var k = i - 1
    while k > range.lowerBound, i - k < 5, tags[k] == .proper { k -= 1 }
    if tags[k] == .relative, !bits(k).contains(.possessivePronoun) { return finite(can) }
    guard !state.hasFinite, can.contains(.verb), can.contains(.noun), i + 1 < range.upperBound,
      names[i + 1] != NameMark.none, names[i + 1] != NameMark.adjective,
      tokens[i].flags.contains(.spaceBefore),
      WordClass(rawValue: classes[i])
        .isDisjoint(with: [.role, .people, .nominalPerson, .kin, .rank, .title, .nominalOrg]),
      k < range.lowerBound || tags[k] != .preposition, !finiteAhead(i + 1, range)
    else { return nil }
    return can.contains(.verbPast) ? .verbPast : .verbBase
  }

  /// Behind and/or: the same kind of word as before it, if the form allows that.
  /// No verb expected: noun or adjective before verb.
  func anything(_ i: Int, _ range: Range<Int>, _ can: WordClass) -> PartOfSpeech {
    let more = nouny(i + 1, range)
    if can.contains(.adj), can.contains(.noun), more,
      !WordClass(rawValue: classes[i]).isDisjoint(with: [.role, .people, .nominalPerson]),
      candidates(i + 1).contains(.verbPast), names[i + 1] == NameMark.none
    {
      // "a Hamas official accused": the person, and a verb behind him.
      return .noun
    }
    if can.contains(.adj), more { return .adjective }
    if can.contains(.adv), !can.contains(.noun), !can.contains(.adj) { return .adverb }
    if can.contains(.adv), isClauseEnd(i + 1, range) || startsClosed(i + 1, range),
      !can.contains(.noun)
    {
      return .adverb
    }
    if can.contains(.nounPlural) { return .nounPlural }
    if can.contains(.noun) { return .noun }
    if can.contains(.adj) { return .adjective }
    if can.contains(.verbPart), more, !startsClosed(i + 1, range) { return .adjective }
    if can.contains(.verbIng) { return .verbIng }
    if can.contains(.verbPart), !can.contains(.verbPast) { return .verbParticiple }
    return finite(can) ?? (can.contains(.adv) ? .adverb : .noun)
  }
}
