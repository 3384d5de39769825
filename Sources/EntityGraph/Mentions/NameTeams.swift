/// Cities that stand for their team in reports on sport ("Boston beat Chicago 3-1").
extension NameReader {
  /// Whether a city at hand means its team; countries never do.
  func isTeam(_ c: NameCandidate, _ line: LineKind) -> Bool {
    if takesPlural(c) { return true }
    guard isSport, c.kind == .place, c.flags.isDisjoint(with: [.country, .continent, .facility]),
      c.flags.contains(.city) || c.flags.contains(.state)
    else { return false }
    if isPlaced(c.features) { return false }
    if c.features.contains(.beforeNumber), line == .table || c.features.contains(.sentenceStart) {
      return true
    }
    if c.first > 0, c.flags.contains(.city), lists(tokens[Int(c.first) - 1].term).contains(.versus)
    {
      return true
    }
    return c.features.contains(.beforePersonVerb) || c.features.contains(.beforeActPerson)
  }

  /// "Norwood City have signed": no town takes a plural, but the team does.
  private func takesPlural(_ c: NameCandidate) -> Bool {
    let (first, next) = (Int(c.first), Int(c.end))
    guard c.kind == .place, c.features.contains(.beforeAux) || c.rule == rules.head,
      c.flags.isDisjoint(with: [.country, .continent, .facility, .region, .state, .natural]),
      next < tokens.count, lists(tokens[next].term).contains(.plurals),
      first == 0 || tokens[first].flags.contains(.sentenceStart)
        || !classes(first - 1).isDisjoint(with: [.sub, .say])
    else { return false }
    return true
  }

  /// Whether the words around say that a place is meant.
  func isPlaced(_ features: NameFeatures) -> Bool {
    var placed = NameFeatures()
    placed.add(.afterIn)
    placed.add(.afterAt)
    placed.add(.afterFrom)
    placed.add(.afterNear)
    placed.add(.afterPlaceComma)
    placed.add(.beforeCommaPlace)
    placed.add(.datelineStart)
    placed.add(.beforePlaceNoun)
    placed.add(.afterDirection)
    placed.add(.beforeBased)
    return !features.isDisjoint(with: placed)
  }

  /// The key by which a listed name of any length is remembered.
  func nameKey(_ c: NameCandidate) -> TermID? {
    let match = matches[Int(c.first)]
    return match.end == c.end ? TermID(0x8000_0000) | match.node : nil
  }

  /// Whether a city in a line of capitals stands in a fixture (`CITY AT CITY`, `CITY 4 CITY 2`).
  func isFixture(_ first: Int, _ end: Int, _ sentence: Sentence) -> Bool {
    guard isSport else { return false }
    if end < Int(sentence.end) {
      if tokens[end].flags.contains(.number) { return true }
      if isVersus(end), end + 1 < Int(sentence.end), matches[end + 1].end > 0 { return true }
    }
    // What stands behind "at" is the place of the match.
    return first - 1 > Int(sentence.first) && lists(tokens[first - 1].term).contains(.versus)
      && isTeamName(before: first - 1, sentence)
  }

  private func isTeamName(before i: Int, _ sentence: Sentence) -> Bool {
    guard let last = state.pointee.candidates.last else { return false }
    return Int(last.end) == i && (last.kind == .organization || last.kind == .place)
  }

  private func isVersus(_ i: Int) -> Bool {
    let term = tokens[i].term
    return term == words.at || lists(term).contains(.versus)
  }
}
