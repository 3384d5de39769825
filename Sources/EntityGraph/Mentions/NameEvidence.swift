/// What speaks for each reading of a name: lists and its own words.
extension NameReader {
  // MARK: Lists

  /// Adds what the lists say and returns the senses by kind.
  func addListed(
    _ a: Int, _ end: Int, _ features: inout NameFeatures
  ) -> SenseChoice {
    var choice = SenseChoice()
    let match = matches[a]
    guard Int(match.end) == end else { return choice }
    features.add(.listMultiword, if: end - a > 1)
    let firm = isFirm(match, a)
    let isBody = end - a > 1 && sureSense(match, a)?.kind == .organization
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      guard gazetteer.fits(sense, a, end, tokens, false) else { continue }
      // A country or a city of a million is meant even where it is a first name too.
      let known =
        sense.kind == .place && (sense.population >= 20 || sense.flags.contains(.country))
      let maybe = sense.flags.contains(.ambiguous) && !known
      features.add(.listAcronym, if: sense.flags.contains(.acronym))
      switch sense.kind {
      case .person:
        features.add(maybe ? .maybePerson : .listPerson)
        features.add(.listSolo, if: sense.flags.contains(.solo))
        SenseChoice.keep(sense, &choice.person)
      case .organization:
        if sense.flags.contains(.team), maybe {
          if isSport || isNearSport(a, end) { features.add(.listTeam) } else { continue }
        } else {
          features.add(maybe ? .maybeOrganization : .listOrganization)
        }
        SenseChoice.keep(sense, &choice.organization)
      case .place, .demonym:
        if sense.kind == .demonym { continue }
        let small = sense.flags.contains(.city) && sense.population < 17
        let town = small && sense.population < 16 && end - a == 1
        // West Ham and Rio Tinto are known as bodies.
        // So is Toyota: a company or medium goes before a city of its name.
        let lesser =
          (small && isBody) || (firm && !known && !sense.flags.contains(.state))
        features.add(maybe || lesser ? .maybePlace : town ? .listTown : .listPlace)
        features.add(.listCountry, if: sense.flags.contains(.country))
        features.add(.listState, if: sense.flags.contains(.state))
        features.add(.listLargeCity, if: sense.population >= 18 && !lesser)
        features.add(.listCity, if: sense.flags.contains(.city))
        SenseChoice.keep(sense, &choice.place)
      case .reject:
        features.add(maybe ? .maybeReject : .listReject)
      }
    }
    return choice
  }

  /// "Everton signed the striker", "Chelsea's manager": a word of sport beside a team's name.
  private func isNearSport(_ a: Int, _ end: Int) -> Bool {
    for i in max(0, a - 4)..<min(tokens.count, end + 5)
    where classes(i).contains(.sport) || lists(tokens[i].term).contains(.clubWords) {
      return true
    }
    return false
  }

  /// Whether a name is listed as a company or medium that needs no context.
  private func isFirm(_ match: Gazetteer.Match, _ a: Int) -> Bool {
    guard match.hasSense(.organization) else { return false }
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      if sense.kind == .organization, !sense.flags.contains(.ambiguous),
        !sense.flags.isDisjoint(with: [.company, .media]),
        gazetteer.fits(sense, a, Int(match.end), tokens, false)
      {
        return true
      }
    }
    return false
  }

  // MARK: Parts

  func addParts(
    _ a: Int, _ end: Int, _ features: inout NameFeatures
  ) {
    let count = end - a
    features.add(
      count == 1 ? .oneToken : count == 2 ? .twoTokens : count == 3 ? .threeTokens : .fourTokens)
    var unknown = 0
    var common = 0
    var last = end - 1
    while last > a, classes(last).contains(.suffixPerson) {
      features.add(.personSuffix)
      last -= 1
    }
    for i in a..<end {
      let flags = tokens[i].flags
      let bits = classes(i)
      if flags.contains(.allCaps), !flags.contains(.initial), tokens[i].length <= 6,
        !flags.contains(.abbreviation) || count == 1
      {
        features.add(.allCaps)
      }
      features.add(.mixedCase, if: flags.contains(.mixedCase) && !flags.contains(.hyphenated))
      features.add(.hasDigit, if: flags.contains(.hasDigit))
      features.add(.hyphenated, if: flags.contains(.hyphenated))
      features.add(.ampersand, if: tokens[i].mark == UInt8(ascii: "&"))
      features.add(.orgMod, if: bits.contains(.orgMod))
      features.add(
        .particleInside, if: count > 1 && bits.contains(.particle) && !flags.contains(.capitalized))
      features.add(.initialInside, if: flags.contains(.initial) && count > 1 && i < last)
      features.add(.roleInside, if: bits.contains(.role) && count > 1)
      features.add(.nickname, if: tokens[i].mark == UInt8(ascii: "\"") && i > a)
      if classBits[i] == 0 { unknown += 1 }
      if bits.contains(.common) { common += 1 }
    }
    let head = classes(last)
    let firstBits = classes(a)
    let firstScores = lexicon.scores(tokens[a].term)
    let lastScores = lexicon.scores(tokens[last].term)
    if firstBits.contains(.first), !tokens[a].flags.contains(.initial) {
      features.add(firstScores.first >= 110 ? .firstName : .firstNameWeak)
    }
    if last > a || count == 1 {
      if head.contains(.last) || lastScores.last > 0 {
        features.add(lastScores.last >= 90 ? .surname : .surnameWeak)
      }
      features.add(
        .bothNames,
        if: last > a && firstBits.contains(.first) && (head.contains(.last) || lastScores.last > 0))
    }
    features.add(
      .knownSurnameOnly, if: last > a && !firstBits.contains(.first) && head.contains(.last))
    features.add(.unknownWord, if: unknown > 0)
    features.add(.allUnknown, if: unknown == count)
    if count == 1 {
      // A capital says little at the start of a sentence and much inside it.
      let score = firstScores.common
      let open =
        tokens[a].flags.contains(.sentenceStart)
        || (a > 0 && tokens[a - 1].flags.contains(.openQuote)) || isTitleLine
      // Smith and Cook are surnames before they are words.
      let isWord = firstBits.contains(.common) && !(lastScores.last >= 200 && score < 120)
      features.add(.commonWord, if: isWord && open)
      features.add(.veryCommonWord, if: isWord && score >= 120 && open)
      features.add(.midCommon, if: firstBits.contains(.common) && !open)
      features.add(
        .commonPlace,
        if: firstBits.contains(.common) && !features.contains(.listPlace)
          && !features.contains(.maybePlace))
    } else {
      features.add(.firstCommon, if: firstBits.contains(.common) && !firstBits.contains(.first))
      features.add(
        .lastCommon, if: head.contains(.common) && !head.contains(.last) && lastScores.common > 60)
      features.add(.allCommon, if: common == count)
    }
    features.add(.orgHead, if: head.contains(.orgHead) && count > 1)
    features.add(
      .officialHead,
      if: count == 1 && head.contains(.orgHead) && matches[a].end > 0 && isOfficial(a))
    // "Company spokeswoman": at the start of a sentence the suffix alone may be the common noun.
    let isOpen = count == 1 && tokens[a].flags.contains(.sentenceStart)
    features.add(.orgSuffix, if: head.contains(.orgSuffix) && !isOpen)
    features.add(
      .rejectHead, if: head.contains(.rejectHead) && (count > 1 || followsNoun(a)))
    if head.contains(.placeHead), count > 1 {
      // Hill, Woods and Park are surnames too.
      // "Bristol West" is a part of Bristol.
      let isPart =
        head.contains(.direction) && Int(matches[a].end) == last && isPlaceMatch(a)
        && firstScores.first < 110
      let weak =
        lastScores.last >= 60 && !lists(tokens[a].term).contains(.royals) && !isPart
      features.add(weak ? .placeHeadWeak : .placeHead)
    }
    features.add(.midName, if: count == 1 && isMidName(a))
    features.add(.pluralAcronym, if: isPluralAcronym(last))
    features.add(.initialsOnly, if: count > 1 && isInitialsOnly(a, end))
    features.add(.shortWord, if: count == 1 && tokens[a].length <= 2)
    features.add(.oneLetter, if: count == 1 && tokens[a].length == 1)
    features.add(.sportWord, if: count == 1 && firstBits.contains(.sport))
    features.add(
      .columnHeads, if: count >= 3 && matches[a].end == 0 && areColumnHeads(a, end))
    features.add(.placePre, if: firstBits.contains(.placePre) && count > 1)
    features.add(.directionFirst, if: firstBits.contains(.direction) && count > 1)
    if count > 1, matches[a].end > 0, Int(matches[a].end) < end, isPlaceMatch(a) {
      features.add(.placeFirst)
    }
  }

  /// A capital inside a sentence on a word that is not common says that it is a name.
  private func isMidName(_ a: Int) -> Bool {
    let token = tokens[a]
    return a > 0 && token.length > 2 && !isTitleLine && !classes(a).contains(.common)
      && token.flags.isDisjoint(with: [.sentenceStart, .hasDigit])
      && !tokens[a - 1].flags.contains(.openQuote)
  }

  /// `N / A`, `F G`: letters without any word.
  private func isInitialsOnly(_ a: Int, _ end: Int) -> Bool {
    for i in a..<end where !tokens[i].flags.contains(.initial) { return false }
    return matches[a].end == 0
  }

  /// "the ID cards Bill": a noun in small letters in front.
  private func followsNoun(_ a: Int) -> Bool {
    guard a > 0, !tokens[a].flags.contains(.sentenceStart) else { return false }
    let flags = tokens[a - 1].flags
    let bits = classes(a - 1)
    return flags.contains(.word) && !flags.contains(.capitalized) && bits.contains(.noun)
      && classes(a).contains(.common)
      && bits.isDisjoint(with: [.role, .kin, .verb, .prep, .say, .verbPast, .aux, .nominalOrg])
  }

  /// `W L PCT GB`: short words in capitals above a table.
  func areColumnHeads(_ a: Int, _ end: Int) -> Bool {
    for i in a..<end {
      let token = tokens[i]
      if token.length > 3 || token.flags.isDisjoint(with: [.allCaps, .initial])
        || token.flags.contains(.abbreviation)
      {
        return false
      }
    }
    return true
  }

  func isPlaceMatch(_ a: Int) -> Bool {
    guard matches[a].hasSense(.place) else { return false }
    for s in lexicon.senseRange(matches[a].node) {
      let sense = lexicon.sense(s)
      if sense.kind == .place, gazetteer.fits(sense, a, Int(matches[a].end), tokens, false) {
        return true
      }
    }
    return false
  }
}
