/// Where the titles in front of a person's name end.
extension NameReader {
  /// Behind the titles that begin at `a` ("Deputy Prime Minister", "Lt. Gen."); `a` if there is none.
  func titleEnd(_ a: Int, _ stop: Int) -> Int {
    var i = a
    var end = a
    while i < stop {
      guard tokens[i].flags.contains(.word) else { break }
      let bits = classes(i)
      if isShortRank(i, stop) {
        i += 1
        end = i
        continue
      }
      if tokens[i].flags.contains(.allCaps), isAcronymBody(i) { break }
      if bits.contains(.roleMod), i + 1 < stop, isParty(i, before: i + 1) { break }
      // "Private First Class", "Petty Officer 2nd Class"
      if i > a, i + 1 < stop, tokens[i + 1].term == words.class,
        bits.contains(.roleMod) || tokens[i].flags.contains(.ordinal),
        classes(i - 1).contains(.rank)
      {
        i += 2
        end = i
        continue
      }
      if !bits.isDisjoint(with: Self.titles) || bits.contains(.role) {
        // A first name that is also a title (Dean) stays a name where a surname alone follows it.
        if bits.contains(.first), lexicon.scores(tokens[i].term).first >= 112, i == a,
          stop - i == 2, isSurnameOnly(i + 1, behind: lexicon.scores(tokens[i].term).first)
        {
          break
        }
        // So does one that begins a listed name (Marine Le Pen, Sheikh Hasina).
        if i == a, Int(matches[i].end) > i + 1, isListedPerson(i) { break }
        if end > a, i + 1 == stop, isSurname(i, behind: i - 1) { break }
        i += 1
        end = i
        continue
      }
      if !bits.isDisjoint(with: [.roleMod, .roleOut]), matches[i].end <= Int32(i) + 1 {
        i += 1
        continue
      }
      break
    }
    return end
  }

  /// Whether a word behind a first name that is also a title is a surname: no second first name and
  /// no title. Behind Dean, which is mostly a name, Porter and Smith are surnames too.
  private func isSurnameOnly(_ i: Int, behind first: Int) -> Bool {
    let bits = classes(i)
    guard bits.isDisjoint(with: [.title, .rank]) else { return false }
    let scores = lexicon.scores(tokens[i].term)
    if first >= 170, scores.last >= 100, scores.last > scores.first { return true }
    return bits.isDisjoint(with: [.first, .role])
  }

  /// "DC Jane Doe", but "DC Mayor Jane Doe", "DC Comics".
  func isShortRank(_ i: Int, _ stop: Int) -> Bool {
    guard tokens[i].flags.contains(.allCaps), lists(tokens[i].term).contains(.shortRanks),
      stop - i == 3, classes(i + 1).contains(.first),
      lexicon.scores(tokens[i + 1].term).first >= 100
    else { return false }
    let last = classes(i + 2)
    return last.isDisjoint(with: [.orgHead, .orgSuffix])
      && (last.contains(.last) || !last.contains(.common))
  }

  /// "Labour MP", but "Labour Secretary": a party in front of who sits for it.
  private func isParty(_ i: Int, before next: Int) -> Bool {
    Int(matches[i].end) == next && lists(tokens[next].term).contains(.partisans) && isParty(i)
  }

  /// Whether a title at the end of a run is the surname behind another one: "Mr. King", "Judge
  /// Bishop", "Attorney General Holder", but "Deputy Mayor", "Chief Justice".
  func isSurname(_ i: Int, behind title: Int) -> Bool {
    let before = classes(title)
    guard classes(i).contains(.last),
      before.isDisjoint(with: .roleMod) || !before.isDisjoint(with: [.rank, .honorific])
    else { return false }
    // "Deputy Head"
    if before.contains(.roleMod), classes(i).contains(.role), classes(i).contains(.common) {
      return false
    }
    let last = lexicon.scores(tokens[i].term).last
    let plain = classes(i).isDisjoint(with: Self.titles)
    // "Lord Falconer": what nobody writes in small letters.
    if plain, before.contains(.honorific), !classes(i).contains(.common) { return last > 0 }
    if plain || before.contains(.honorific) || tokens[title].flags.contains(.abbreviation) {
      return last >= 100
    }
    return last >= 140
  }

  /// Whether the run that a title opens is the name of a body or place (Queen Elizabeth Hospital).
  func endsInHead(_ a: Int, _ afterTitles: Int, _ stop: Int) -> Bool {
    guard stop - afterTitles >= 1, stop - a >= 2 else { return false }
    let last = classes(stop - 1)
    guard !last.isDisjoint(with: [.orgHead, .placeHead, .orgSuffix, .rejectHead]) else {
      return false
    }
    // "Attorney General Susan Park", but "Queen Elizabeth Park"
    if last.contains(.last), last.isDisjoint(with: [.orgHead, .orgSuffix]),
      lexicon.scores(tokens[stop - 1].term).last >= 100,
      classes(afterTitles).contains(.first), afterTitles > a,
      !lists(tokens[afterTitles - 1].term).contains(.royals)
        || classes(afterTitles - 1).contains(.rank)
        || classes(afterTitles - 1).isDisjoint(with: [.male, .female])
    {
      return false
    }
    // "Finance Minister Ole Dam", but "King Fahd Dam".
    if afterTitles > a, stop - afterTitles == 2, last.contains(.last),
      last.isDisjoint(with: [.orgHead, .orgSuffix]), classes(stop - 2).contains(.first),
      !classes(stop - 2).contains(.last), !lists(tokens[afterTitles - 1].term).contains(.royals)
    {
      return false
    }
    // "Foreign Minister Qin Gang": two surnames behind an office, the second of them a head.
    if afterTitles > a, stop - afterTitles == 2, !last.isDisjoint(with: [.last, .first]),
      last.isDisjoint(with: [.orgSuffix, .placeHead]),
      !classes(stop - 2).isDisjoint(with: [.last, .first]),
      !classes(stop - 2).contains(.common),
      !lists(tokens[afterTitles - 1].term).contains(.royals)
    {
      return false
    }
    // "President Bush" with a surname that is also a head keeps the title.
    return last.isDisjoint(with: [.last, .first]) || stop - afterTitles >= 2
  }

  /// Whether an acronym is listed as a body that needs no context.
  func isAcronymBody(_ i: Int) -> Bool {
    guard Int(matches[i].end) == i + 1, tokens[i].length > 2,
      matches[i].hasSense(.organization)
    else { return false }
    return lexicon.senseRange(matches[i].node).contains {
      let sense = lexicon.sense($0)
      return sense.kind == .organization && sense.flags.contains(.acronym)
        && !sense.flags.contains(.ambiguous)
    }
  }

  /// Behind "of State", "for Foreign Affairs": what a title is in charge of, unless it is a listed
  /// body or place.
  func portfolioEnd(_ i: Int, _ end: Int) -> Int {
    guard i + 1 < end, classes(i).contains(.prep),
      tokens[i].term == words.of || tokens[i].term == words.for
    else { return i }
    var k = i + 1
    if tokens[k].term == words.the { k += 1 }
    let first = k
    while k < end, k - first < 5, isNameWord(k) {
      let bits = classes(k)
      if !bits.contains(.common) && bits.isDisjoint(with: [.roleMod, .noun]) { break }
      let scores = lexicon.scores(tokens[k].term)
      if bits.contains(.first), scores.common < 60 || scores.first > 150 { break }
      if isStrongPlace(k) || isStateBody(k, end) { return i }
      k += 1
      // "Culture, Media and Sport"
      if k + 2 < end, tokens[k].mark == UInt8(ascii: ","), isNameWord(k + 1),
        classes(k + 1).contains(.common), closesList(k + 1, end)
      {
        k += 1
        continue
      }
      if k + 1 < end, tokens[k].term == words.and, isNameWord(k + 1),
        classes(k + 1).contains(.common)
      {
        k += 1
      }
    }
    return k > first ? portfolioEnd(k, end) : i
  }

  /// "the Parliament of Georgia": the body itself, no portfolio.
  private func isStateBody(_ k: Int, _ end: Int) -> Bool {
    k + 2 < end && tokens[k + 1].term == words.of && isOfficial(k)
      && isCountry(matches[k + 2], k + 2)
  }

  /// Whether a list of common words goes on to an "and" and one more.
  private func closesList(_ start: Int, _ end: Int) -> Bool {
    var k = start
    while k + 2 < end, k - start < 8 {
      guard isNameWord(k), classes(k).contains(.common) else { return false }
      if tokens[k + 1].term == words.and {
        return isNameWord(k + 2) && classes(k + 2).contains(.common)
      }
      k += tokens[k + 1].mark == UInt8(ascii: ",") ? 2 : 1
    }
    return false
  }

  private func isListedPerson(_ i: Int) -> Bool {
    matches[i].hasSense(.person)
  }

  func isStrongPlace(_ k: Int) -> Bool {
    let match = matches[k]
    guard match.end > 0 else { return false }
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      if sense.kind == .place, !sense.flags.contains(.ambiguous) { return true }
      // A magazine is called Foreign Affairs.
      if sense.kind == .organization, Int(match.end) > k + 1, !sense.flags.contains(.ambiguous) {
        return true
      }
    }
    return false
  }
}
