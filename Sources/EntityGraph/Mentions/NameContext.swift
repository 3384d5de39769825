/// What speaks for and against the readings of a stretch of text.
extension NameStage {
  /// Weighs the piece that begins at `a`; `lead` is the kind of title that stands in front.
  mutating func takeName(
    _ a: Int, _ stop: Int, _ sentence: Sentence, _ index: Int, _ table: TokenTable,
    lead: NameFeature?
  ) -> Int {
    let start = a
    var end = pieceEnd(a, stop, table)
    if end <= a { return a + 1 }
    let whole = Int(sentence.end)
    let match = matches[a]
    if lead == nil, Int(match.end) == a + 1, a + 1 < end, opensWithPeople(a, end, table) {
      addReject(a, a + 1, index)
      return takePiece(a + 1, end, sentence, index, table)
    }
    if lead == nil {
      if end == stop, let joined = joinedBody(a, end, whole, table) {
        return takeBody(a, joined, sentence, index, table)
      }
      if let head = headIndex(a, end, table), head > a || classes(head, table).contains(.orgOf) {
        let listed = Int(match.end)
        let extended = extendOf(head, end, whole, table)
        let sure = listed == extended ? sureSense(match, a, table) : nil
        let last = classes(end - 1, table)
        if last.isDisjoint(with: [.orgHead, .orgSuffix]), extended <= end,
          last.contains(.rejectHead) || (last.contains(.placeHead) && head < end - 1)
        {
          // The report of a commission, the bridge of a company.
        } else if let sure, sure.kind != .organization {
          // A listed name that only looks like a body: West Bank.
        } else if extended > head + 1 || (head > a && listed <= head + 1) {
          // A listed body may be longer than its head says (Bank of England Museum is another).
          let last = max(extended, listed)
          if last - a > 1 || listed == last {
            return takeBody(a, last, sentence, index, table)
          }
        }
      }
      // A listed place or body in front of something else.
      if Int(match.end) > a, Int(match.end) < end, let sure = sureSense(match, a, table),
        separates(sure, Int(match.end), a, end, table)
      {
        end = Int(match.end)
      }
    }
    // "Beijing Xinhua": a place and a body side by side.
    if lead == nil, Int(match.end) > 0, Int(match.end) < end,
      let place = sureSense(match, a, table), place.kind == .place,
      Int(matches[Int(match.end)].end) >= end,
      sureSense(matches[Int(match.end)], Int(match.end), table)?.kind == .organization
    {
      end = Int(match.end)
    }
    // "Foreign John Smith" of a summary that dropped a word: a portfolio is no first name.
    if lead == nil, end - start >= 3, Int(match.end) <= start + 1,
      classes(start, table).contains(.roleMod), classes(start, table).isDisjoint(with: [.first, .last]),
      !classes(start + 1, table).isDisjoint(with: [.first, .last]) || table.classes[start + 1] == 0
        || table.tokens[start + 1].flags.contains(.initial),
      headIndex(start, end, table) == nil
    {
      return takeName(start + 1, end, sentence, index, table, lead: .afterTitle)
    }
    // "Rival Iran", "Nearby Gori": the common first word of a sentence is no part of the name.
    if lead == nil, end - start >= 2, table.tokens[start].flags.contains(.sentenceStart),
      Int(match.end) <= start + 1, dropsFirst(start, end, table)
    {
      return takePiece(start + 1, end, sentence, index, table)
    }
    var features = NameFeatures()
    let sense = addListed(start, end, table, &features)
    addParts(start, end, table, &features)
    addLeft(start, sentence, index, table, &features)
    addRight(end, whole, table, &features)
    if let lead { features.add(lead) }
    features.add(.sentenceStart, if: table.tokens[start].flags.contains(.sentenceStart))
    features.add(.tableLine, if: sentence.line == .table)
    features.add(.datelineStart, if: sentence.line == .dateline)
    features.add(.sportDocument, if: isSport)
    decide(start, end, index, features, sense, sentence.line, table)
    return end
  }

  /// The end of a body whose name holds "and" or a plural's apostrophe: "Crime Victim and Witness
  /// Council", "Governors' Association"; nil if `a..<end` is no first part of one.
  private func joinedBody(_ a: Int, _ end: Int, _ whole: Int, _ table: TokenTable) -> Int? {
    guard end + 1 < whole, isNameWord(end + 1, table), headIndex(a, end, table) == nil else {
      return nil
    }
    let link = table.tokens[end]
    let owner = link.flags.contains(.possessive) && isGroup(end - 1, table)
    guard owner || link.term == words.and else { return nil }
    if table.tokens[a].flags.contains(.sentenceStart), !owner { return nil }
    for i in a..<end where !owner {
      let bits = classes(i, table)
      guard bits.contains(.common), bits.isDisjoint(with: [.first, .month, .weekday]),
        matches[i].end == 0 || isCommonNoun(i, table)
      else { return nil }
    }
    let run = runEnd(end + 1, whole, table)
    let last = pieceEnd(end + 1, run, table)
    guard last > end + 1, let head = headIndex(end + 1, last, table), head == last - 1 else {
      return nil
    }
    if !owner, last - end - 1 < 2 || !classes(end + 1, table).contains(.common) { return nil }
    return extendOf(head, last, whole, table)
  }

  private func isCommonNoun(_ i: Int, _ table: TokenTable) -> Bool {
    lexicon.scores(table.tokens[i].term).common >= 120
  }

  /// Whether a word in front of an apostrophe names a group: Governors', People's.
  private func isGroup(_ i: Int, _ table: TokenTable) -> Bool {
    let bits = classes(i, table)
    return possessors.contains(table.tokens[i].term)
      || (bits.contains(.nounPlural) && matches[i].end == 0)
  }

  /// Whether a listed name ends where it is listed although the run goes on.
  private func separates(
    _ sense: Sense, _ next: Int, _ a: Int, _ end: Int, _ table: TokenTable
  ) -> Bool {
    let last = classes(end - 1, table)
    if sense.kind == .place, last.contains(.placeHead), end - next == 1 { return false }
    // "Hong Kong Open": an event named for its place.
    if sense.kind == .place, last.contains(.rejectHead), last.isDisjoint(with: .last) { return false }
    if next - a > 1 { return sense.kind != .person || end - next > 1 }
    // "U.S. Jane Doe" of a summary, "Havana Radio Reloj".
    if sense.kind == .place, end - next >= 2 {
      if sense.flags.contains(.country), classes(next, table).contains(.first),
        lexicon.scores(table.tokens[next].term).first >= 80,
        last.isDisjoint(with: [.orgHead, .orgSuffix, .placeHead, .rejectHead])
      {
        return true
      }
      if sense.flags.contains(.city), stations.contains(table.tokens[next].term) { return true }
    }
    // "Iran Shiite": a country and a people.
    if sense.kind == .place, sense.flags.contains(.country), Int(matches[next].end) == end,
      isDemonymMatch(matches[next], next, table) || isListedReject(next, table)
    {
      return true
    }
    // "NATO Summit": an acronym and a common word.
    guard sense.kind == .organization, sense.flags.contains(.acronym),
      last.isDisjoint(with: [.orgHead, .orgSuffix, .placeHead])
    else { return false }
    return last.contains(.rejectHead) || last.contains(.common)
  }

  /// "Jewish West Bank", "Democrat Walter Doe": a people or party in front of a listed place or of a
  /// person.
  private func opensWithPeople(_ a: Int, _ end: Int, _ table: TokenTable) -> Bool {
    let listed = lexicon.senseRange(matches[a].node).contains {
      let sense = lexicon.sense($0)
      return sense.kind == .reject || sense.flags.contains(.party)
    }
    guard listed, classes(a, table).isDisjoint(with: [.first, .orgMod]) else { return false }
    if Int(matches[a + 1].end) == end, sureSense(matches[a + 1], a + 1, table)?.kind == .place {
      return true
    }
    let last = classes(end - 1, table)
    return end - a >= 3 && lexicon.scores(table.tokens[a + 1].term).first >= 80
      && last.isDisjoint(with: [.orgHead, .orgSuffix, .placeHead, .rejectHead])
  }

  private func isListedReject(_ a: Int, _ table: TokenTable) -> Bool {
    lexicon.senseRange(matches[a].node).contains { lexicon.sense($0).kind == .reject }
  }

  /// A body recognized by its head word.
  private mutating func takeBody(
    _ a: Int, _ end: Int, _ sentence: Sentence, _ index: Int, _ table: TokenTable
  ) -> Int {
    var start = a
    if table.tokens[start].flags.contains(.sentenceStart), end - start >= 3,
      Int(matches[start].end) <= start + 1,
      classes(start, table).isDisjoint(with: [.noun, .adj, .number]),
      dropsFirst(start, end, table)
    {
      start += 1
    }
    // The country in front is a mention of its own.
    let match = matches[start]
    if match.end > 0, Int(match.end) < end, isCountry(match, start, table) {
      addCountryInside(start, Int(match.end), match, index, form: .adjective)
    }
    addBody(start, end, sentence, index, table)
    // "Government of Iraq"
    var k = start + 1
    while k < end, table.tokens[k].term != words.of { k += 1 }
    if k + 1 < end, table.tokens[k + 1].term == words.the { k += 1 }
    if k + 1 < end, isOfficial(start, table), Int(matches[k + 1].end) == end,
      isCountry(matches[k + 1], k + 1, table)
    {
      addCountryInside(k + 1, end, matches[k + 1], index, form: .name)
    }
    return end
  }

  /// Adds the mention of a country inside a body's name.
  mutating func addCountryInside(
    _ a: Int, _ end: Int, _ match: Gazetteer.Match, _ index: Int, form: MentionForm
  ) {
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      guard sense.kind == .place, sense.flags.contains(.country) else { continue }
      var candidate = NameCandidate(
        first: Int32(a), end: Int32(end), sentence: Int32(index), kind: .place, form: form,
        rule: RuleID(sense.list), canonical: sense.canonical, flags: sense.flags)
      candidate.margin = 100
      candidate.nested = true
      append(candidate)
      return
    }
  }

  private func dropsFirst(_ a: Int, _ end: Int, _ table: TokenTable) -> Bool {
    let bits = classes(a, table)
    let scores = lexicon.scores(table.tokens[a].term)
    guard bits.contains(.common), scores.common > 0 else { return false }
    if bits.contains(.orgMod) || table.tokens[a].flags.contains(.allCaps) { return false }
    let rest = matches[a + 1]
    if Int(rest.end) == end, sureSense(rest, a + 1, table) != nil { return true }
    if rest.end > 0, isDemonymMatch(rest, a + 1, table) { return true }
    if bits.contains(.first) { return false }
    if end - a >= 3, lexicon.scores(table.tokens[a + 1].term).first > 60 { return true }
    // Adverbs and verbs never begin a name; nouns and adjectives may.
    return bits.isDisjoint(with: [.noun, .adj]) && !bits.isDisjoint(with: [.adv, .verb])
  }

  /// The first reading of a listed name that needs no context.
  func sureSense(_ match: Gazetteer.Match, _ start: Int, _ table: TokenTable) -> Sense? {
    guard match.end > 0 else { return nil }
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      if sense.kind != .demonym, !sense.flags.contains(.ambiguous),
        gazetteer.fits(sense, start, Int(match.end), table.tokens, false)
      {
        return sense
      }
    }
    return nil
  }

  // MARK: Lists

  /// Adds what the lists say and returns the senses by kind.
  private func addListed(
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

  private func addParts(
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
      features.add(.particleInside, if: i > a && bits.contains(.particle) && !flags.contains(.capitalized))
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
    features.add(.knownSurnameOnly, if: last > a && !firstBits.contains(.first) && head.contains(.last))
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
    features.add(.columnHeads, if: count >= 3 && matches[a].end == 0 && areColumnHeads(a, end, table))
    features.add(.placePre, if: firstBits.contains(.placePre) && count > 1)
    features.add(.directionFirst, if: firstBits.contains(.direction) && count > 1)
    if count > 1, matches[a].end > 0, Int(matches[a].end) < end, isPlaceMatch(a, table) {
      features.add(.placeFirst)
    }
  }

  /// `W L PCT GB`: short words in capitals above a table.
  private func areColumnHeads(_ a: Int, _ end: Int, _ table: TokenTable) -> Bool {
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

  private func addLeft(
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

  private func addRight(
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
      if: !bits.isDisjoint(with: [.verbPast, .verb3sg]) && bits.isDisjoint(with: [.noun, .say, .aux]))
  }

  private func addAfterComma(
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
        if bits.contains(.role) || bits.contains(.kin) { return features.add(.beforeRoleApposition) }
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

  // MARK: Decision

  private mutating func decide(
    _ a: Int, _ end: Int, _ index: Int, _ features: NameFeatures, _ choice: SenseChoice,
    _ line: LineKind, _ table: TokenTable
  ) {
    let best = weights.score(features).best
    var candidate = NameCandidate(
      first: Int32(a), end: Int32(end), sentence: Int32(index), kind: best.kind,
      margin: best.margin, rule: rules.context, features: features)
    apply(choice, to: &candidate, table)
    if isTeam(candidate, line, table) {
      candidate.kind = .organization
      candidate.rule = rules.table
      candidate.margin = 40
      candidate.canonical = 0
      if let key = nameKey(candidate) { memory.update(key) { $0.organization += 1 } }
    }
    append(candidate)
  }

  /// Takes over what the list says of the reading that won.
  func apply(_ choice: SenseChoice, to candidate: inout NameCandidate, _ table: TokenTable) {
    let sense: Sense?
    switch candidate.kind {
    case .person: sense = choice.person
    case .organization: sense = choice.organization
    case .place, .demonym: sense = choice.place
    case .reject: sense = nil
    }
    guard let sense else { return }
    candidate.rule = RuleID(sense.list)
    candidate.canonical = sense.canonical
    candidate.flags = sense.flags
    if candidate.kind == .place, sense.flags.contains(.capital), sense.of != 0,
      acts(candidate, table)
    {
      candidate.canonical = sense.of
    }
    if candidate.kind == .place, sense.flags.contains(.country), sense.flags.contains(.acronym),
      isPrenominal(Int(candidate.end), table)
    {
      candidate.form = .adjective
    }
  }

  /// Whether a capital stands where a government would: in front of a verb, with nothing that says
  /// place.
  private func acts(_ c: NameCandidate, _ table: TokenTable) -> Bool {
    if isPlaced(c.features) || c.features.contains(.afterTo) || c.features.contains(.afterOf) {
      return false
    }
    if c.features.contains(.beforeSay) || c.features.contains(.beforePersonVerb)
      || c.features.contains(.beforeActOrg)
    {
      return true
    }
    // "with Washington blaming them"
    let next = Int(c.end)
    return c.features.contains(.afterWith) && next < table.tokens.count
      && classes(next, table).contains(.verbIng) && !classes(next, table).contains(.noun)
  }

  /// Whether a noun or adjective follows directly, so that "US" is an adjective.
  private func isPrenominal(_ n: Int, _ table: TokenTable) -> Bool {
    guard n < table.tokens.count else { return false }
    let flags = table.tokens[n].flags
    guard flags.contains(.word), !flags.contains(.possessive), !flags.contains(.sentenceStart) else {
      return false
    }
    if flags.contains(.capitalized) { return true }
    let bits = classes(n, table)
    // "US and Iraqi officials"
    if table.tokens[n].term == words.and, n + 1 < table.tokens.count,
      isDemonymMatch(matches[n + 1], n + 1, table)
    {
      return true
    }
    if !bits.isDisjoint(with: [.aux, .modal, .prep, .conj, .det, .pron, .wh, .sub, .neg]) { return false }
    if !bits.isDisjoint(with: [.noun, .nounPlural, .adj, .nominalOrg, .force, .role]) { return true }
    return bits.isDisjoint(with: [.verbPast, .verb3sg, .adv, .verb, .say])
  }
}

/// The listed readings of a name, one a kind.
struct SenseChoice: Sendable {
  var person: Sense?
  var organization: Sense?
  var place: Sense?

  /// Keeps the first sense that needs no context, else the first.
  static func keep(_ sense: Sense, _ slot: inout Sense?) {
    guard let old = slot else {
      slot = sense
      return
    }
    let larger =
      old.flags.contains(.ambiguous) && !sense.flags.contains(.ambiguous)
      || (sense.flags.contains(.country) && !old.flags.contains(.country))
    if larger { slot = sense }
  }
}
