/// Where one name ends and the next begins inside a run of capitalized words.
extension NameReader {
  /// The end of a body whose name holds "and" or a plural's apostrophe: "Road Safety and Transport
  /// Council", "Governors' Association"; nil if `a..<end` is no first part of one.
  func joinedBody(_ a: Int, _ end: Int, _ whole: Int) -> Int? {
    guard end + 1 < whole, isNameWord(end + 1) else { return nil }
    // "African Union Water and Harbour Council": behind the body whose it is.
    let parent = Int(matches[a].end)
    let isOwned = parent > a && parent < end && sureSense(matches[a], a)?.kind == .organization
    let first = isOwned ? parent : a
    guard headIndex(first, end) == nil else { return nil }
    let link = tokens[end]
    let owner =
      link.flags.contains(.possessive) && (isGroup(end - 1) || isSaint(a, end))
    guard owner || link.term == words.and else { return nil }
    if tokens[a].flags.contains(.sentenceStart), !owner { return nil }
    for i in first..<end where !owner {
      let bits = classes(i)
      let isName = bits.contains(.first) && lexicon.scores(tokens[i].term).first >= 60
      guard bits.contains(.common), !isName, bits.isDisjoint(with: [.month, .weekday]),
        matches[i].end == 0 || isCommonNoun(i)
      else { return nil }
    }
    let run = runEnd(end + 1, whole)
    let last = pieceEnd(end + 1, run)
    guard last > end + 1, let head = headIndex(end + 1, last), head == last - 1 else {
      return nil
    }
    if !owner, last - end - 1 < 2 || !classes(end + 1).contains(.common) { return nil }
    return extendOf(head, last, whole)
  }

  /// The end of a body named for a group or an office that owns it: "Nurses' Union", "Ames County
  /// Sheriff's Office"; nil if `a..<stop` is no such owner.
  func ownedBody(_ a: Int, _ stop: Int, _ end: Int) -> Int? {
    guard stop + 1 < end, tokens[stop].flags.contains(.possessive), isNameWord(stop + 1),
      !tokens[stop + 1].flags.contains(.lineStart)
    else { return nil }
    let owner = classes(stop - 1)
    let head = classes(stop + 1)
    let run = runEnd(stop + 1, end)
    let body = lists(tokens[stop + 1].term)
    if owner.contains(.nounPlural) {
      guard isGroup(stop - 1), owner.contains(.people) || owner.isDisjoint(with: .last),
        head.contains(.orgHead), !body.contains(.officialHeads),
        pieceEnd(stop + 1, run) == stop + 2
      else { return nil }
      return extendOf(stop + 1, stop + 2, end)
    }
    // Not "Mayor King's Office".
    guard run == stop + 2, body.contains(.offices), tokens[stop + 1].flags.contains(.capitalized),
      !owner.isDisjoint(with: [.title, .role]), !isSurname(stop - 1, behind: max(a, stop - 2)),
      owner.isDisjoint(with: .honorific)
    else { return nil }
    return stop + 2
  }

  func isCommonNoun(_ i: Int) -> Bool {
    lexicon.scores(tokens[i].term).common >= 120
  }

  /// "St Mary's Hospital", "King's College": who a school or hospital is named after.
  private func isSaint(_ a: Int, _ end: Int) -> Bool {
    lists(tokens[a].term).contains(.patrons) && end - a <= 3
  }

  /// Whether a word in front of an apostrophe names a group: Governors', People's.
  func isGroup(_ i: Int) -> Bool {
    let bits = classes(i)
    return lists(tokens[i].term).contains(.possessors)
      || (bits.contains(.nounPlural) && matches[i].end == 0)
  }

  /// Whether a listed name ends where it is listed although the run goes on.
  func separates(
    _ sense: Sense, _ next: Int, _ a: Int, _ end: Int
  ) -> Bool {
    let last = classes(end - 1)
    // "On behalf of France I thank": no part of the country's name.
    if tokens[next].term == words.i, next + 1 == end, sense.kind == .place { return true }
    if sense.kind == .place, last.contains(.placeHead), end - next == 1 { return false }
    // "Geneva International Airport"
    if sense.kind == .place, last.contains(.placeHead), last.isDisjoint(with: .last),
      end - next == 2, classes(next).contains(.orgMod)
    {
      return false
    }
    // "Hong Kong Open": an event named for its place.
    if sense.kind == .place, last.contains(.rejectHead), last.isDisjoint(with: .last) {
      return false
    }
    // "Banco Nacional de Panamá"
    if isParticle(next) { return false }
    // "leader of the Commons Jane Doe", "SNP Holyrood leader"
    if sense.kind == .organization, end - next <= 2, followsBody(next, end) { return true }
    if next - a > 1 { return sense.kind != .person || end - next > 1 }
    // "U.S. Jane Doe" of a summary, "Lusaka Radio Phoenix".
    if sense.kind == .place, end - next >= 2 {
      if classes(next).contains(.first), sense.flags.contains(.country) || followsWhere(a),
        lexicon.scores(tokens[next].term).first >= 80,
        last.isDisjoint(with: [.orgHead, .orgSuffix, .placeHead, .rejectHead])
      {
        return true
      }
    }
    // "Iran Shiite": a country and a people.
    if sense.kind == .place, sense.flags.contains(.country), Int(matches[next].end) == end,
      isDemonymMatch(matches[next], next) || isListedReject(next)
    {
      return true
    }
    // "NATO Summit": an acronym and a common word.
    guard sense.kind == .organization, sense.flags.contains(.acronym),
      last.isDisjoint(with: [.orgHead, .orgSuffix, .placeHead])
    else { return false }
    return last.contains(.rejectHead) || last.contains(.common)
  }

  /// "In Lyon Jane Doe met".
  private func followsWhere(_ a: Int) -> Bool {
    guard a > 0 else { return false }
    let term = tokens[a - 1].term
    return term == words.in || term == words.at || term == words.from || term == words.near
  }

  /// "Jewish West Bank", "Democrat Walter Doe": a people or party in front of a listed place or of a
  /// person.
  func opensWithPeople(_ a: Int, _ end: Int) -> Bool {
    let listed = lexicon.senseRange(matches[a].node).contains {
      let sense = lexicon.sense($0)
      return sense.kind == .reject || sense.flags.contains(.party)
    }
    let isMod = classes(a).contains(.orgMod)
    guard listed, !classes(a).contains(.first), !isMod || isParty(a) else { return false }
    if Int(matches[a + 1].end) == end, sureSense(matches[a + 1], a + 1)?.kind == .place {
      return true
    }
    let last = classes(end - 1)
    // "Republican Jane Hill": some heads of places are surnames before anything else.
    let isName = last.contains(.last) && lexicon.scores(tokens[end - 1].term).last >= 150
    return end - a >= 3 && lexicon.scores(tokens[a + 1].term).first >= (isMod ? 120 : 80)
      && last.isDisjoint(with: [.orgHead, .orgSuffix, .rejectHead])
      && (isName || !last.contains(.placeHead))
  }

  /// "Texas Republican Jane Doe", "an Ohio Democrat", "Labour MPs", but "Texas Republican Party".
  func opensWithSeat(_ a: Int, _ end: Int) -> Bool {
    let next = Int(matches[a].end)
    if next > a, next + 1 == end, isPluralAcronym(next), matches[a].hasSense(.organization) {
      return true
    }
    guard next > a, next < end, Int(matches[next].end) == next + 1,
      classes(next).contains(.nominalPerson), isParty(next), isPlaceMatch(a)
    else { return false }
    return next + 1 == end || opensWithPeople(next, end)
  }

  /// "Archbishop of York Jane Doe", "Minister for Africa John Doe": a see or a field, and behind it
  /// who holds it.
  func opensWithSee(_ a: Int, _ end: Int) -> Bool {
    let next = Int(matches[a].end)
    guard a >= 2, end - next == 2, followsOffice(a), classes(next).contains(.first),
      lexicon.scores(tokens[next].term).first >= 80
    else { return false }
    return classes(end - 1)
      .isDisjoint(with: [.orgHead, .orgSuffix, .placeHead, .rejectHead])
      && matches[a].hasSense(.place)
  }

  /// "Minister for X", "Minister for Europe and the X".
  private func followsOffice(_ a: Int) -> Bool {
    let link = tokens[a - 1].term
    if link == words.the { return tokens[a - 2].term == words.and }
    return (link == words.of || link == words.for)
      && !classes(a - 2).isDisjoint(with: [.title, .role])
  }

  /// Whether a word alone is listed as a party.
  func isParty(_ a: Int) -> Bool {
    lexicon.senseRange(matches[a].node).contains { lexicon.sense($0).flags.contains(.party) }
  }

  /// Takes "Labour party", a party named by a common word, and returns where it ends; nil if
  /// `a..<end` is none.
  func smallParty(_ a: Int, _ end: Int, _ index: Int) -> Int? {
    guard end == a + 1, end < tokens.count, tokens[end].term == words.party,
      tokens[end].flags.isDisjoint(with: .capitalized), classes(a).contains(.common),
      let party = lexicon.senseRange(matches[a].node).lazy.map({ lexicon.sense($0) })
        .first(where: { $0.kind == .organization && $0.flags.contains(.party) })
    else { return nil }
    append(
      NameCandidate(
        first: Int32(a), end: Int32(end + 1), sentence: Int32(index), kind: .organization,
        margin: 60, rule: RuleID(party.list), canonical: party.canonical, flags: party.flags))
    return end + 1
  }

  func isListedReject(_ a: Int) -> Bool {
    matches[a].hasSense(.reject)
  }

  func dropsFirst(_ a: Int, _ end: Int) -> Bool {
    let bits = classes(a)
    let scores = lexicon.scores(tokens[a].term)
    guard bits.contains(.common), scores.common > 0 else { return false }
    if bits.contains(.orgMod) || tokens[a].flags.contains(.allCaps) { return false }
    // "Former Conservative leader"
    if bits.contains(.roleOut), bits.isDisjoint(with: [.first, .placePre]) { return true }
    // "Will Chad ask again?": a question, not a name.
    if bits.contains(.modal), Int(matches[a + 1].end) == end, isPlaceMatch(a + 1),
      end < tokens.count, classes(end).contains(.verb),
      classes(end).isDisjoint(with: [.verbPast, .verb3sg])
    {
      return true
    }
    let rest = matches[a + 1]
    if Int(rest.end) == end, sureSense(rest, a + 1) != nil { return true }
    if rest.end > 0, isDemonymMatch(rest, a + 1) { return true }
    if bits.contains(.first) { return false }
    if end - a >= 3, lexicon.scores(tokens[a + 1].term).first > 60 { return true }
    // Adverbs and verbs never begin a name; nouns and adjectives may.
    return bits.isDisjoint(with: [.noun, .adj]) && !bits.isDisjoint(with: [.adv, .verb])
  }

  /// The first reading of a listed name that needs no context; a body goes before a small town of
  /// its name.
  func sureSense(_ match: Gazetteer.Match, _ start: Int) -> Sense? {
    guard match.end > 0 else { return nil }
    var town: Sense?
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      if sense.kind != .demonym, !sense.flags.contains(.ambiguous),
        gazetteer.fits(sense, start, Int(match.end), tokens, false)
      {
        if sense.kind == .place, sense.flags.contains(.city), sense.population < 17, town == nil {
          town = sense
        } else if town == nil || sense.kind == .organization {
          return sense
        }
      }
    }
    return town
  }

  /// "Iran Hezbollah" of "pro-Iran Hezbollah": a country and a listed body that is none of its
  /// institutions.
  func isCountryAndBody(_ match: Gazetteer.Match, _ a: Int, _ end: Int) -> Bool {
    let next = Int(match.end)
    guard next > a, next < end, Int(matches[next].end) == end, isCountry(match, a),
      let body = sureSense(matches[next], next), body.kind == .organization
    else { return false }
    return body.flags.isDisjoint(with: [.government, .military, .agency, .court, .unit, .body])
  }

  /// Whether a person or a listed place stands behind a listed body.
  func followsBody(_ next: Int, _ end: Int) -> Bool {
    if end - next == 1 {
      return Int(matches[next].end) == end && sureSense(matches[next], next)?.kind == .place
        && classes(next).isDisjoint(with: [.orgHead, .orgMod])
    }
    return lexicon.scores(tokens[next].term).first >= 100
      && classes(next).isDisjoint(with: [.common, .orgMod])
      && classes(end - 1).isDisjoint(with: [
        .orgHead, .orgSuffix, .placeHead, .rejectHead, .common,
      ])
  }

  /// "Lifelong Learning Minister": common words that a title and a person follow.
  func isPortfolio(_ a: Int, _ end: Int, _ stop: Int) -> Bool {
    guard end < stop, end - a <= 4, !classes(end).isDisjoint(with: [.title, .role]),
      classes(end).isDisjoint(with: [.first, .last]), matches[a].end == 0
    else { return false }
    for i in a..<end {
      let bits = classes(i)
      guard bits.contains(.common), bits.isDisjoint(with: [.first, .last, .orgHead, .orgSuffix]),
        matches[i].end <= Int32(i) + 1
      else { return false }
    }
    return true
  }

  /// "Christian Arab", "Middle-class Argentines": a people with common words in front.
  func isPeople(_ a: Int, _ end: Int) -> Bool {
    guard end - a >= 2, Int(matches[end - 1].end) == end,
      isDemonymMatch(matches[end - 1], end - 1)
    else { return false }
    // "Former French president": the capital is the sentence's.
    if tokens[a].flags.contains(.sentenceStart), matches[a].end == 0,
      !tokens[a].flags.contains(.hyphenated)
    {
      return false
    }
    for i in a..<end - 1
    where !classes(i).contains(.common) && !tokens[i].flags.contains(.hyphenated)
      && !isListedReject(i)
    {
      return false
    }
    return matches[a].end != Int32(end)
  }

  /// "the analyst Justin Post": a first name and a surname that is also the head of bodies.
  func isPersonWithHead(_ a: Int, _ end: Int) -> Bool {
    guard end - a == 2, Int(matches[a].end) < end, classes(a).contains(.first),
      classes(a + 1).contains(.last),
      !classes(a + 1).contains(.orgSuffix)
    else { return false }
    let first = lexicon.scores(tokens[a].term).first
    let last = lexicon.scores(tokens[a + 1].term).last
    let afterRole =
      a > 0 && !classes(a - 1).isDisjoint(with: [.role, .kin, .honorific])
      && !tokens[a - 1].flags.contains(.sentenceStart)
    // Tony Banks, but Airbus Industries
    if classes(a + 1).contains(.nounPlural) {
      return first >= (afterRole ? 60 : 150) && last >= 130
    }
    return afterRole ? first >= 90 && last > 0 : first >= 150 && last >= 120
  }
}
