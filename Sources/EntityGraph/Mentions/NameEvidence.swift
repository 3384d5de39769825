/// What speaks for each reading of a name: lists and its own words.
extension NameReader {
  // MARK: Lists

  /// Adds what the lists say of the name that is listed so, and returns the senses by kind.
  func addListed(
    _ a: Int, _ end: Int, _ features: inout NameFeatures
  ) -> SenseChoice {
    var choice = SenseChoice()
    let match = matches[a]
    features.add(.listMultiword, if: end - a > 1)
    // Only a place is asked whether a body has its name.
    let isShared = match.hasSense(.place) && match.hasSense(.organization)
    let firm = isShared && isFirm(match, a)
    let isBody = isShared && end - a > 1 && sureSense(match, a)?.kind == .organization
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
        SenseChoice.keep(s, sense, &choice.person, lexicon)
      case .organization:
        if sense.flags.contains(.team), maybe {
          if isSport || isNearSport(a, end) { features.add(.listTeam) } else { continue }
        } else {
          features.add(maybe ? .maybeOrganization : .listOrganization)
        }
        SenseChoice.keep(s, sense, &choice.organization, lexicon)
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
        SenseChoice.keep(s, sense, &choice.place, lexicon)
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

  func addParts(_ a: Int, _ end: Int, _ features: inout NameFeatures) {
    if end - a == 1 { addWord(a, &features) } else { addWords(a, end, &features) }
  }

  /// The features of a name of one word.
  private func addWord(_ a: Int, _ features: inout NameFeatures) {
    let flags = tokens[a].flags
    let bits = classes(a)
    let scores = lexicon.scores(tokens[a].term)
    features.add(.oneToken)
    if !flags.isDisjoint(with: Self.shapes) { addShapes(a, a + 1, a, &features) }
    features.add(.orgMod, if: bits.contains(.orgMod))
    let isFirst = bits.contains(.first) && !flags.contains(.initial)
    features.add(.firstName, if: isFirst && scores.first >= 110)
    features.add(.firstNameWeak, if: isFirst && scores.first < 110)
    let isLast = bits.contains(.last) || scores.last > 0
    features.add(.surname, if: isLast && scores.last >= 90)
    features.add(.surnameWeak, if: isLast && scores.last < 90)
    features.add(.unknownWord, if: classBits[a] == 0)
    features.add(.allUnknown, if: classBits[a] == 0)
    if bits.contains(.common) {
      // A capital says little at the start of a sentence and much inside it.
      let isOpen =
        flags.contains(.sentenceStart) || (a > 0 && tokens[a - 1].flags.contains(.openQuote))
        || isTitleLine
      // Smith and Cook are surnames before they are words.
      let isWord = isOpen && !(scores.last >= 200 && scores.common < 120)
      features.add(.commonWord, if: isWord)
      features.add(.veryCommonWord, if: isWord && scores.common >= 120)
      features.add(.midCommon, if: !isOpen)
      features.add(
        .commonPlace, if: !features.contains(.listPlace) && !features.contains(.maybePlace))
    } else {
      features.add(.midName, if: isMidName(a))
    }
    if !bits.isDisjoint(with: [.orgHead, .orgSuffix, .rejectHead]) {
      features.add(
        .officialHead, if: bits.contains(.orgHead) && matches[a].end > 0 && isOfficial(a))
      // "Company spokeswoman": at the start of a sentence the suffix alone may be the common noun.
      features.add(
        .orgSuffix, if: bits.contains(.orgSuffix) && !flags.contains(.sentenceStart))
      features.add(.rejectHead, if: bits.contains(.rejectHead) && followsNoun(a))
    }
    features.add(.pluralAcronym, if: isPluralAcronym(a))
    features.add(.shortWord, if: tokens[a].length <= 2)
    features.add(.oneLetter, if: tokens[a].length == 1)
    features.add(.sportWord, if: bits.contains(.sport))
  }

  /// What is rare in the words of names and seen without knowing them.
  private static let shapes: TokenFlags = [
    .allCaps, .mixedCase, .hasDigit, .hyphenated, .initial, .punctuation,
  ]

  /// The features of the shapes of a name's words, the last of which stands at `last`.
  @inline(never)
  private func addShapes(_ a: Int, _ end: Int, _ last: Int, _ features: inout NameFeatures) {
    let isSingle = end - a == 1
    for i in a..<end {
      let flags = tokens[i].flags
      if flags.contains(.allCaps), !flags.contains(.initial), tokens[i].length <= 6,
        !flags.contains(.abbreviation) || isSingle
      {
        features.add(.allCaps)
      }
      features.add(.mixedCase, if: flags.contains(.mixedCase) && !flags.contains(.hyphenated))
      features.add(.hasDigit, if: flags.contains(.hasDigit))
      features.add(.hyphenated, if: flags.contains(.hyphenated))
      features.add(.ampersand, if: tokens[i].mark == UInt8(ascii: "&"))
      features.add(.initialInside, if: flags.contains(.initial) && !isSingle && i < last)
      features.add(.nickname, if: tokens[i].mark == UInt8(ascii: "\"") && i > a)
    }
  }

  /// The features of a name of several words.
  private func addWords(_ a: Int, _ end: Int, _ features: inout NameFeatures) {
    let count = end - a
    features.add(count == 2 ? .twoTokens : count == 3 ? .threeTokens : .fourTokens)
    var last = end - 1
    while last > a, classes(last).contains(.suffixPerson) {
      features.add(.personSuffix)
      last -= 1
    }
    var unknown = 0
    var common = 0
    var anyFlags: TokenFlags = []
    var anyBits: WordClass = []
    for i in a..<end {
      anyFlags.formUnion(tokens[i].flags)
      anyBits.formUnion(classes(i))
      unknown += classBits[i] == 0 ? 1 : 0
      common += classes(i).contains(.common) ? 1 : 0
    }
    if !anyFlags.isDisjoint(with: Self.shapes) { addShapes(a, end, last, &features) }
    features.add(.orgMod, if: anyBits.contains(.orgMod))
    features.add(.roleInside, if: anyBits.contains(.role))
    if anyBits.contains(.particle) {
      for i in a..<end where classes(i).contains(.particle) {
        features.add(.particleInside, if: !tokens[i].flags.contains(.capitalized))
      }
    }
    let head = classes(last)
    let firstBits = classes(a)
    let firstScores = lexicon.scores(tokens[a].term)
    let lastScores = lexicon.scores(tokens[last].term)
    let isFirst = firstBits.contains(.first)
    let isNamed = isFirst && !tokens[a].flags.contains(.initial)
    features.add(.firstName, if: isNamed && firstScores.first >= 110)
    features.add(.firstNameWeak, if: isNamed && firstScores.first < 110)
    if last > a {
      let isLast = head.contains(.last) || lastScores.last > 0
      features.add(.surname, if: isLast && lastScores.last >= 90)
      features.add(.surnameWeak, if: isLast && lastScores.last < 90)
      features.add(.bothNames, if: isFirst && isLast)
      features.add(.knownSurnameOnly, if: !isFirst && head.contains(.last))
    }
    features.add(.unknownWord, if: unknown > 0)
    features.add(.allUnknown, if: unknown == count)
    features.add(.firstCommon, if: firstBits.contains(.common) && !isFirst)
    features.add(
      .lastCommon, if: head.contains(.common) && !head.contains(.last) && lastScores.common > 60)
    features.add(.allCommon, if: common == count)
    features.add(.orgHead, if: head.contains(.orgHead))
    features.add(.orgSuffix, if: head.contains(.orgSuffix))
    features.add(.rejectHead, if: head.contains(.rejectHead))
    if head.contains(.placeHead) {
      // Hill, Woods and Park are surnames too.
      // "Bristol West" is a part of Bristol.
      let isPart =
        head.contains(.direction) && Int(matches[a].end) == last && isPlaceMatch(a)
        && firstScores.first < 110
      let weak =
        lastScores.last >= 60 && !lists(tokens[a].term).contains(.royals) && !isPart
      features.add(weak ? .placeHeadWeak : .placeHead)
    }
    features.add(.pluralAcronym, if: isPluralAcronym(last))
    if matches[a].end == 0 {
      features.add(.initialsOnly, if: isInitialsOnly(a, end))
      features.add(.columnHeads, if: count >= 3 && areColumnHeads(a, end))
    }
    features.add(.placePre, if: firstBits.contains(.placePre))
    features.add(.directionFirst, if: firstBits.contains(.direction))
    if matches[a].end > 0, Int(matches[a].end) < end, isPlaceMatch(a) {
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
    return true
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
