/// What speaks for each reading of a name: lists, its own words, and what stands around it.
extension NameStage {
  // MARK: Lists

  /// Adds what the lists say and returns the senses by kind.
  func addListed(
    _ a: Int, _ end: Int, _ table: TokenTable, _ features: inout NameFeatures
  ) -> SenseChoice {
    var choice = SenseChoice()
    let match = matches[a]
    guard Int(match.end) == end else { return choice }
    features.add(.listMultiword, if: end - a > 1)
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      guard gazetteer.fits(sense, a, end, table.tokens, false) else { continue }
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
          if isSport { features.add(.listTeam) } else { continue }
        } else {
          features.add(maybe ? .maybeOrganization : .listOrganization)
        }
        SenseChoice.keep(sense, &choice.organization)
      case .place, .demonym:
        if sense.kind == .demonym { continue }
        let town = sense.flags.contains(.city) && sense.population < 16 && end - a == 1
        features.add(maybe ? .maybePlace : town ? .listTown : .listPlace)
        features.add(.listCountry, if: sense.flags.contains(.country))
        features.add(.listState, if: sense.flags.contains(.state))
        features.add(.listLargeCity, if: sense.population >= 18)
        features.add(.listCity, if: sense.flags.contains(.city))
        SenseChoice.keep(sense, &choice.place)
      case .reject:
        features.add(maybe ? .maybeReject : .listReject)
      }
    }
    return choice
  }

  // MARK: Parts

  func addParts(
    _ a: Int, _ end: Int, _ table: TokenTable, _ features: inout NameFeatures
  ) {
    let count = end - a
    features.add(
      count == 1 ? .oneToken : count == 2 ? .twoTokens : count == 3 ? .threeTokens : .fourTokens)
    var unknown = 0
    var common = 0
    var last = end - 1
    while last > a, classes(last, table).contains(.suffixPerson) {
      features.add(.personSuffix)
      last -= 1
    }
    for i in a..<end {
      let flags = table.tokens[i].flags
      let bits = classes(i, table)
      if flags.contains(.allCaps), !flags.contains(.initial), table.tokens[i].length <= 6,
        !flags.contains(.abbreviation) || count == 1
      {
        features.add(.allCaps)
      }
      features.add(.mixedCase, if: flags.contains(.mixedCase) && !flags.contains(.hyphenated))
      features.add(.hasDigit, if: flags.contains(.hasDigit))
      features.add(.hyphenated, if: flags.contains(.hyphenated))
      features.add(.ampersand, if: table.tokens[i].mark == UInt8(ascii: "&"))
      features.add(.orgMod, if: bits.contains(.orgMod))
      features.add(
        .particleInside, if: i > a && bits.contains(.particle) && !flags.contains(.capitalized))
      features.add(.initialInside, if: flags.contains(.initial) && count > 1 && i < last)
      features.add(.roleInside, if: bits.contains(.role) && count > 1)
      features.add(.nickname, if: table.tokens[i].mark == UInt8(ascii: "\"") && i > a)
      if table.classes[i] == 0 { unknown += 1 }
      if bits.contains(.common) { common += 1 }
    }
    let head = classes(last, table)
    let firstBits = classes(a, table)
    let firstScores = lexicon.scores(table.tokens[a].term)
    let lastScores = lexicon.scores(table.tokens[last].term)
    if firstBits.contains(.first), !table.tokens[a].flags.contains(.initial) {
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
        table.tokens[a].flags.contains(.sentenceStart)
        || (a > 0 && table.tokens[a - 1].flags.contains(.openQuote))
      features.add(.commonWord, if: firstBits.contains(.common) && open)
      features.add(.veryCommonWord, if: firstBits.contains(.common) && score >= 120 && open)
      features.add(.midCommon, if: firstBits.contains(.common) && !open)
    } else {
      features.add(.firstCommon, if: firstBits.contains(.common) && !firstBits.contains(.first))
      features.add(
        .lastCommon, if: head.contains(.common) && !head.contains(.last) && lastScores.common > 60)
      features.add(.allCommon, if: common == count)
    }
    features.add(.orgHead, if: head.contains(.orgHead) && count > 1)
    features.add(
      .officialHead,
      if: count == 1 && head.contains(.orgHead) && matches[a].end > 0 && isOfficial(a, table))
    features.add(.orgSuffix, if: head.contains(.orgSuffix))
    features.add(.rejectHead, if: head.contains(.rejectHead) && count > 1)
    if head.contains(.placeHead), count > 1 {
      // Hill, Woods and Park are surnames too.
      features.add(lastScores.last >= 60 ? .placeHeadWeak : .placeHead)
    }
    features.add(.shortWord, if: count == 1 && table.tokens[a].length <= 2)
    features.add(.oneLetter, if: count == 1 && table.tokens[a].length == 1)
    features.add(.sportWord, if: count == 1 && firstBits.contains(.sport))
    features.add(
      .columnHeads, if: count >= 3 && matches[a].end == 0 && areColumnHeads(a, end, table))
    features.add(.placePre, if: firstBits.contains(.placePre) && count > 1)
    features.add(.directionFirst, if: firstBits.contains(.direction) && count > 1)
    if count > 1, matches[a].end > 0, Int(matches[a].end) < end, isPlaceMatch(a, table) {
      features.add(.placeFirst)
    }
  }

  /// `W L PCT GB`: short words in capitals above a table.
  func areColumnHeads(_ a: Int, _ end: Int, _ table: TokenTable) -> Bool {
    for i in a..<end {
      let token = table.tokens[i]
      if token.length > 3 || token.flags.isDisjoint(with: [.allCaps, .initial])
        || token.flags.contains(.abbreviation)
      {
        return false
      }
    }
    return true
  }

  func isPlaceMatch(_ a: Int, _ table: TokenTable) -> Bool {
    guard matches[a].end > 0 else { return false }
    for s in lexicon.senseRange(matches[a].node) {
      let sense = lexicon.sense(s)
      if sense.kind == .place, gazetteer.fits(sense, a, Int(matches[a].end), table.tokens, false) {
        return true
      }
    }
    return false
  }

  // MARK: Neighbours

  func addLeft(
    _ a: Int, _ sentence: Sentence, _ index: Int, _ table: TokenTable,
    _ features: inout NameFeatures
  ) {
    let p = a - 1
    guard p >= Int(sentence.first) else { return }
    let token = table.tokens[p]
    let bits = classes(p, table)
    if token.flags.contains(.punctuation) {
      switch token.mark {
      case UInt8(ascii: "("): features.add(.afterOpenBracket)
      case UInt8(ascii: ","):
        if let last = candidates.last, Int(last.end) == p, last.kind == .place,
          last.sentence == Int32(index)
        {
          features.add(.afterPlaceComma)
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if token.flags.contains(.openQuote) { features.add(.quotedName) }
      default: break
      }
      return
    }
    if token.flags.contains(.possessive) { features.add(.afterPossessive) }
    if token.flags.contains(.number) { features.add(.afterNumber) }
    if let last = candidates.last, Int(last.end) == a, last.kind == .demonym {
      features.add(.afterDemonym)
    }
    if bits.contains(.honorific) { features.add(.afterHonorific) }
    if !token.flags.contains(.capitalized) {
      if bits.contains(.role), !bits.contains(.kin) { features.add(.afterRole) }
      features.add(.afterKin, if: bits.contains(.kin))
      features.add(.afterRank, if: bits.contains(.rank))
      features.add(.afterDirection, if: bits.contains(.direction))
    }
    features.add(.afterSay, if: bits.contains(.say))
    switch token.term {
    case words.the: features.add(.afterThe)
    case words.a, words.an: features.add(.afterA)
    case words.in: features.add(.afterIn)
    case words.at: features.add(.afterAt)
    case words.from: features.add(.afterFrom)
    case words.of: features.add(.afterOf)
    case words.to: features.add(.afterTo)
    case words.by: features.add(.afterBy)
    case words.with: features.add(.afterWith)
    case words.for: features.add(.afterFor)
    case words.near: features.add(.afterNear)
    case words.and: features.add(.afterAnd)
    default: break
    }
  }

  func addRight(
    _ n: Int, _ end: Int, _ table: TokenTable, _ features: inout NameFeatures
  ) {
    guard n < end else { return }
    let token = table.tokens[n]
    let bits = classes(n, table)
    if token.flags.contains(.possessive) {
      features.add(.beforePossessive)
      return
    }
    if token.flags.contains(.number) {
      // A date behind a name says nothing of it.
      if token.length < 8 || !token.flags.contains(.hyphenated) { features.add(.beforeNumber) }
      let row =
        n + 2 < end && table.tokens[n + 1].flags.contains(.number)
        && table.tokens[n + 2].flags.contains(.number)
      features.add(.standingsRow, if: row)
      return
    }
    if token.flags.contains(.punctuation) {
      switch token.mark {
      case UInt8(ascii: ","): addAfterComma(n + 1, end, table, &features)
      case UInt8(ascii: "("):
        if n + 2 < end, table.tokens[n + 1].flags.contains(.allCaps),
          table.tokens[n + 2].mark == UInt8(ascii: ")"), !isPlaceMatch(n + 1, table)
        {
          features.add(.beforeAcronymBracket)
        } else if n + 2 < end, table.tokens[n + 1].flags.contains(.number),
          table.tokens[n + 1].length <= 2, table.tokens[n + 2].mark == UInt8(ascii: ")")
        {
          features.add(.beforeAge)
        }
      case UInt8(ascii: "-"):
        if n + 1 < end, table.tokens[n + 1].term == words.based { features.add(.beforeBased) }
      default: break
      }
      return
    }
    if token.flags.contains(.capitalized) { return }
    features.add(.beforeSay, if: bits.contains(.say))
    features.add(.beforeActPerson, if: bits.contains(.actPerson))
    features.add(.beforeActOrg, if: bits.contains(.actOrg))
    features.add(.beforeWho, if: token.term == words.who)
    features.add(.beforePlaceNoun, if: !bits.isDisjoint(with: [.placeGeneral, .nominalPlace]))
    features.add(.beforeOrgNoun, if: bits.contains(.nominalOrg))
    features.add(.beforeRole, if: bits.contains(.role))
    features.add(
      .beforePersonVerb,
      if: !bits.isDisjoint(with: [.verbPast, .verb3sg])
        && bits.isDisjoint(with: [.noun, .say, .aux]))
  }

  func addAfterComma(
    _ n: Int, _ end: Int, _ table: TokenTable, _ features: inout NameFeatures
  ) {
    guard n < end else { return }
    let token = table.tokens[n]
    if token.flags.contains(.number), token.length <= 3,
      n + 1 >= end || table.tokens[n + 1].flags.contains(.punctuation)
    {
      features.add(.beforeAge)
      return
    }
    if token.term == words.who {
      features.add(.beforeWho)
      return
    }
    if token.term == words.which {
      features.add(.beforeWhich)
      return
    }
    if matches[n].end > 0, token.flags.contains(.capitalized), isPlaceMatch(n, table) {
      let after = Int(matches[n].end)
      if after >= end || table.tokens[after].flags.contains(.punctuation) {
        features.add(.beforeCommaPlace)
      }
      return
    }
    // ", a former aide", ", the capital": the head of the noun phrase behind the comma.
    var k = n
    while k < end, k - n < 6 {
      let bits = classes(k, table)
      let flags = table.tokens[k].flags
      if flags.contains(.punctuation) || bits.contains(.prep) { return }
      if !flags.contains(.capitalized) || bits.contains(.role) {
        if bits.contains(.role) || bits.contains(.kin) {
          return features.add(.beforeRoleApposition)
        }
        let closes =
          k + 1 >= end || table.tokens[k + 1].flags.contains(.punctuation)
          || !classes(k + 1, table).isDisjoint(with: [.prep, .wh, .conj])
        if closes, bits.contains(.nominalOrg) { return features.add(.beforeOrgApposition) }
        if closes, !bits.isDisjoint(with: [.placeGeneral, .nominalPlace]) {
          return features.add(.beforePlaceApposition)
        }
        if !bits.isDisjoint(with: [.aux, .say]) { return }
      }
      k += 1
    }
  }
}
