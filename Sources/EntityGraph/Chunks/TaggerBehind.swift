/// Words of open classes behind a conjunction or a punctuation mark.
extension Tagger {
  func afterConjunction(
    _ i: Int, _ range: Range<Int>, _ state: State, _ can: WordClass
  ) -> PartOfSpeech {
    let before = beforeConjunction(i, range)
    let verbBefore = before.isVerb || before == .particle
    let object = startsPhrase(i + 1, range) || isPreposition(i + 1, range)
    if !can.isDisjoint(with: Self.verbal),
      verbBefore || can.isDisjoint(with: Self.nominal.union(.adj)) || (object && state.hasFinite)
    {
      if verbBefore, can.contains(.verbPast),
        !can.contains(.noun) || startsPhrase(i + 1, range),
        state.lastVerb == .verbPast || state.lastVerb == .verbParticiple
      {
        return words[lemmas[i]].contains(.stance) && startsPhrase(i + 1, range)
          ? .verbPast : state.lastVerb
      }
      switch state.lastVerb {
      case .verbBase where can.contains(.verb):
        if verbBefore || can.isDisjoint(with: Self.nominal) || startsPhrase(i + 1, range)
          || before == .punctuation
        {
          return .verbBase
        }
      case .verbPresent where can.contains(.verb3sg) && startsPhrase(i + 1, range):
        return .verbPresent
      case .verbPresent where can.contains(.verb3sg) && !can.contains(.nounPlural):
        return .verbPresent
      case .verbIng where can.contains(.verbIng): return .verbIng
      case .verbParticiple where can.contains(.verbPart) && !can.contains(.noun):
        let goesBack =
          can.contains(.verbPast) && startsPhrase(i + 1, range)
          && (words[lemmas[i]].contains(.stance) || isBehindPassive(i, range))
        return goesBack ? .verbPast : .verbParticiple
      default: break
      }
      if can.contains(.verbPast), !can.contains(.noun), !isAttributive(i, range, can) {
        return .verbPast
      }
      // "rejected the result and accused X": the form of the verb before, with its object.
      if can.contains(.verbPast), object, startsPhrase(i + 1, range),
        state.lastVerb == .verbPast || words[lemmas[i]].contains(.stance)
      {
        return .verbPast
      }
    }
    return anything(i, range, can)
  }

  /// "…, who has been held since May, and urged X to free her": a passive has no object, so what has one
  /// goes on with an earlier verb, as does "accused" of "said they had left and accused X".
  private func isBehindPassive(_ i: Int, _ range: Range<Int>) -> Bool {
    var k = i - 1
    while k > range.lowerBound, tags[k] != .verbParticiple {
      if tags[k].isVerb { return false }
      k -= 1
    }
    k -= 1
    while k > range.lowerBound, tags[k] == .adverb || tags[k] == .negation { k -= 1 }
    return k >= range.lowerBound && tags[k] == .auxiliary && bits(k).contains(.be)
  }

  func afterPunctuation(
    _ i: Int, _ range: Range<Int>, _ state: State, _ can: WordClass
  ) -> PartOfSpeech {
    if can.contains(.verbIng), !can.contains(.noun) || startsPhrase(i + 1, range) {
      return can.contains(.adj) && !state.hasFinite && nouny(i + 1, range)
        && !startsClosed(i + 1, range) ? .adjective : .verbIng
    }
    // "Paul Smith, speaking in Lyon, …".
    if can.contains(.verbIng), i >= range.lowerBound + 2, tokens[i - 1].mark == UInt8(ascii: ","),
      names[i - 2] == NameMark.lastOfPerson, isPreposition(i + 1, range)
    {
      return .verbIng
    }
    // "Serving as ambassador, X …".
    if can.contains(.verbIng), i + 1 < range.upperBound, bits(i + 1).contains(.opensClause),
      isPreposition(i + 1, range), !finiteAhead(i + 1, range)
    {
      return .verbIng
    }
    if can.contains(.verbPast), !can.contains(.noun), !isAttributive(i, range, can) {
      return .verbPast
    }
    // "X, a friend of Y, accused Z": with what it acts on.
    if can.contains(.verbPast), i > range.lowerBound, startsPhrase(i + 1, range),
      tokens[i - 1].mark == UInt8(ascii: ",") || tokens[i - 1].mark == UInt8(ascii: ")")
    {
      return .verbPast
    }
    // "X, a friend of Y, spoke to Z": the clause has no other verb.
    if can.contains(.verbPast), i > range.lowerBound, tokens[i - 1].mark == UInt8(ascii: ","),
      !state.hasFinite, isPreposition(i + 1, range), !bits(i + 1).contains(.by),
      !finiteAhead(i + 1, range)
    {
      return .verbPast
    }
    // "Acme, run by X, …".
    if can.contains(.verbPart), i > range.lowerBound, i + 1 < range.upperBound,
      tokens[i - 1].mark == UInt8(ascii: ","), bits(i + 1).contains(.by)
    {
      return .verbParticiple
    }
    // "Born in Dublin, X …".
    if can.contains(.verbPart), !can.contains(.noun), isPreposition(i + 1, range) {
      return .verbParticiple
    }
    if can.contains(.verbPast), i > range.lowerBound, !state.hasFinite, isClauseEnd(i + 1, range) {
      return .verbPast
    }
    if i > range.lowerBound, can.contains(.verb3sg),
      !can.contains(.nounPlural) || startsPhrase(i + 1, range) && !state.hasFinite
    {
      return .verbPresent
    }
    // "X, who …, lives in Dublin": what only a person does.
    if i > range.lowerBound, can.contains(.verb3sg), tokens[i - 1].mark == UInt8(ascii: ","),
      WordClass(rawValue: classes[i]).contains(.actPerson), isPreposition(i + 1, range),
      state.hasFinite
    {
      return .verbPresent
    }
    if can.contains(.verb3sg), !state.hasFinite, endsApposition(i, range) { return .verbPresent }
    return anything(i, range, can)
  }

  /// "her husband, Paul Smith, works for Acme", "Paul Smith, a lawyer, lives in Leeds": a comma in front
  /// of a word that a preposition follows, another one further in front, and a person's name before
  /// either, but no verb until the clause ends.
  private func endsApposition(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i > range.lowerBound + 2, tokens[i - 1].mark == UInt8(ascii: ","),
      isPreposition(i + 1, range), !finiteAhead(i + 1, range)
    else { return false }
    var k = i - 2
    let stop = max(range.lowerBound + 1, i - Self.reach)
    while k >= stop {
      if tokens[k].mark == UInt8(ascii: ",") {
        return names[i - 2] == NameMark.lastOfPerson || names[k - 1] == NameMark.lastOfPerson
      }
      if tags[k] == .conjunction || tags[k].isVerb { return false }
      k -= 1
    }
    return false
  }
}
