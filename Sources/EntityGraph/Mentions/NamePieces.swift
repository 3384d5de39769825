/// Cuts a run into titles, country adjectives and names.
extension NameStage {
  /// Handles what begins at `a` and returns where to go on.
  mutating func takePiece(
    _ a: Int, _ stop: Int, _ sentence: Sentence, _ index: Int, _ table: TokenTable
  ) -> Int {
    let flags = table.tokens[a].flags
    let bits = classes(a, table)
    let match = matches[a]
    let listedMany = Int(match.end) > a + 1
    if flags.contains(.punctuation) || flags.contains(.possessive) {
      if !listedMany { return a + 1 }
    }
    if !listedMany {
      if isDate(a, bits, table) { return a + 1 }
      if flags.contains(.allCaps), degrees.contains(table.tokens[a].term), a > 1,
        let last = candidates.last, Int(last.end) == a, last.kind == .person
      {
        return a + 1
      }
      // "De Groote", "Van Damme": a particle may open a surname.
      if bits.contains(.particle), a + 1 < stop, !flags.contains(.sentenceStart),
        table.tokens[a].term != words.the, !bits.contains(.det)
      {
        return takeName(a, stop, sentence, index, table, lead: nil)
      }
      // "First Harbour Corp." inside a sentence: a closed word may open the name of a firm.
      let opensFirm =
        stop - a >= 2 && !flags.contains(.sentenceStart)
        && classes(stop - 1, table).contains(.orgSuffix) && bits.isDisjoint(with: [.prep, .conj])
        && table.tokens[a].term != words.the
      let opens = opensFirm || isNumberedBody(a, stop, table)
      if bits.contains(.weak), !isListedAcronym(a, table), !opens { return a + 1 }
      // "the NGO Clean Rivers": says what follows.
      if bits.contains(.nominalOrg), flags.contains(.allCaps), !isListedAcronym(a, table),
        a + 1 < stop
      {
        return a + 1
      }
      if !bits.isDisjoint(with: Self.closed), !isListedAcronym(a, table), !opens {
        if flags.contains(.sentenceStart) || !flags.contains(.allCaps) || table.tokens[a].length < 2
        {
          let initial =
            flags.contains(.initial) && a + 1 < stop
            && (flags.contains(.abbreviation) || !bits.contains(.det))
          if !initial { return a + 1 }
        }
      }
    }
    if !listedMany, isBodyAlone(a, stop, bits, table) {
      return takeName(a, stop, sentence, index, table, lead: nil)
    }
    // A title and the person behind it.
    if !listedMany || isDemonymMatch(match, a, table) == false {
      let afterTitles = titleEnd(a, stop, table)
      let listedWithTitle =
        listedMany && Int(match.end) > afterTitles
        && !isPersonMatch(match)
      if afterTitles > a, !listedWithTitle,
        !endsInHead(a, afterTitles, stop, table)
      {
        if afterTitles < stop {
          return takeName(afterTitles, stop, sentence, index, table, lead: lead(a, table))
        }
        let beyond = portfolioEnd(afterTitles, Int(sentence.end), table)
        if beyond > afterTitles {
          let next = min(runEnd(beyond - 1, Int(sentence.end), table), Int(sentence.end))
          if next > beyond {
            return takeName(beyond, next, sentence, index, table, lead: .afterTitle)
          }
          return beyond
        }
        if afterTitles == a + 1 {
          if isBareSurname(a, sentence, table) {
            return takeName(a, stop, sentence, index, table, lead: .afterTitle)
          }
          rejectAlone(a, index, table)
        }
        return afterTitles
      }
    }
    if isDemonymMatch(match, a, table) {
      return takeDemonym(a, stop, sentence, index, table)
    }
    return takeName(a, stop, sentence, index, table, lead: nil)
  }

  /// "the First National Bank", "the Second Circuit Court": an ordinal that belongs to the name.
  private func isNumberedBody(_ a: Int, _ stop: Int, _ table: TokenTable) -> Bool {
    stop - a >= 3 && !isSport && a > 0 && table.tokens[a - 1].term == words.the
      && ordinals.contains(table.tokens[a].term)
      && classes(stop - 1, table).contains(.orgHead)
  }

  /// Whether a listed body's name is also a role or a people: the Guardian, Celtic, Yankees.
  private func isBodyAlone(_ a: Int, _ stop: Int, _ bits: WordClass, _ table: TokenTable) -> Bool {
    let match = matches[a]
    guard Int(match.end) == a + 1 else { return false }
    let isRole = !bits.isDisjoint(with: Self.titles.union(.role))
    guard isRole || isDemonymMatch(match, a, table) else { return false }
    let range = lexicon.senseRange(match.node)
    guard
      let sense = range.lazy.map({ lexicon.sense($0) }).first(where: {
        $0.kind == .organization && gazetteer.fits($0, a, a + 1, table.tokens, false)
      })
    else { return false }
    if sense.flags.contains(.team), isSport { return !isRole || bits.contains(.nounPlural) }
    if sense.flags.contains(.ambiguous) { return false }
    if sense.flags.contains(.the) {
      guard a > 0, table.tokens[a - 1].term == words.the, stop == a + 1 else { return false }
      return true
    }
    // A title or adjective stands in front of something.
    guard a + 1 < table.tokens.count, stop == a + 1 else { return stop == a + 1 }
    let next = classes(a + 1, table)
    return table.tokens[a + 1].flags.isDisjoint(with: .word)
      || table.tokens[a + 1].flags.contains(.possessive)
      || !next.isDisjoint(with: [.aux, .modal, .say, .prep, .conj])
      || (isRole && !next.isDisjoint(with: [.verbPast, .verb3sg]))
  }

  func isPersonMatch(_ match: Gazetteer.Match) -> Bool {
    lexicon.senseRange(match.node).contains { lexicon.sense($0).kind == .person }
  }

  func isListedAcronym(_ a: Int, _ table: TokenTable) -> Bool {
    guard matches[a].end > 0, table.tokens[a].flags.contains(.allCaps) else { return false }
    return true
  }

  /// "King was shot", "the murder of King": a frequent surname that is also a title, with neither
  /// an article nor a name beside it.
  private func isBareSurname(_ a: Int, _ sentence: Sentence, _ table: TokenTable) -> Bool {
    guard sentence.line == .running, classes(a, table).contains(.last),
      lexicon.scores(table.tokens[a].term).last >= 200, a + 1 < Int(sentence.end)
    else { return false }
    let next = classes(a + 1, table)
    if a == Int(sentence.first) {
      return !next.isDisjoint(with: [.aux, .say, .verbPast, .verb3sg]) && !next.contains(.noun)
    }
    let before = classes(a - 1, table)
    let flags = table.tokens[a - 1].flags
    guard flags.contains(.word), !flags.contains(.capitalized) else { return false }
    return !before.isDisjoint(with: [.verbPast, .verbIng]) && before.isDisjoint(with: [.aux, .adj])
      || (table.tokens[a - 1].term == words.of && a > 1
        && deeds.contains(table.tokens[a - 2].term))
  }

  /// A title that stands alone; the document may know it as a surname.
  mutating func rejectAlone(_ a: Int, _ sentence: Int, _ table: TokenTable) {
    append(
      NameCandidate(
        first: Int32(a), end: Int32(a + 1), sentence: Int32(sentence), kind: .reject,
        rule: rules.context))
  }

  func lead(_ a: Int, _ table: TokenTable) -> NameFeature {
    let bits = classes(a, table)
    if bits.contains(.honorific) { return .afterHonorific }
    if bits.contains(.rank) { return .afterRank }
    return .afterTitle
  }

  // MARK: Country adjectives

  func isDemonymMatch(_ match: Gazetteer.Match, _ start: Int, _ table: TokenTable) -> Bool {
    guard match.end > 0 else { return false }
    var found = false
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      guard gazetteer.fits(sense, start, Int(match.end), table.tokens, false) else { continue }
      // "Christian Roe": an ambiguous people-word that is a first name, in front of a name.
      let isName =
        sense.flags.contains(.ambiguous) && classes(start, table).contains(.first)
        && Int(match.end) < table.tokens.count && isNameWord(Int(match.end), table)
      if sense.kind == .demonym, !isName { found = true }
    }
    return found
  }

  /// "Iraqi", alone or in front of a body.
  mutating func takeDemonym(
    _ a: Int, _ stop: Int, _ sentence: Sentence, _ index: Int, _ table: TokenTable
  ) -> Int {
    let match = matches[a]
    let end = Int(match.end)
    if end < stop {
      let titles = titleEnd(end, stop, table)
      if titles == end || endsInHead(end, titles, stop, table) {
        let pieceStop = pieceEnd(end, stop, table)
        if let head = headIndex(end, pieceStop, table) {
          let extended = extendOf(head, pieceStop, Int(sentence.end), table)
          addAdjective(a, end, match, index, table, nested: true)
          addBody(a, extended, sentence, index, table)
          return extended
        }
        let last = classes(pieceStop - 1, table)
        if last.contains(.rejectHead) {
          addReject(a, pieceStop, index)
          return pieceStop
        }
        if last.contains(.placeHead), last.isDisjoint(with: .last) {
          addAdjective(a, end, match, index, table, nested: true)
          addPlace(a, pieceStop, index)
          return pieceStop
        }
        // "Baltic Stone, a Riga-based builder,": the firm's name.
        if pieceStop == stop, stop - end <= 2 {
          var behind = NameFeatures()
          addRight(stop, Int(sentence.end), table, &behind)
          if behind.contains(.beforeOrgApposition) {
            addAdjective(a, end, match, index, table, nested: true)
            addBody(a, stop, sentence, index, table)
            return stop
          }
        }
      }
    } else if end + 1 < Int(sentence.end), table.tokens[end].flags.contains(.word) {
      // "Iraqi" followed by small letters: an adjective.
    }
    addAdjective(a, end, match, index, table, nested: false)
    return end
  }

  mutating func addAdjective(
    _ a: Int, _ end: Int, _ match: Gazetteer.Match, _ index: Int, _ table: TokenTable, nested: Bool
  ) {
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      guard sense.kind == .demonym, gazetteer.fits(sense, a, end, table.tokens, false) else {
        continue
      }
      // "Iraqis" and "the Frenchman" are people, "Arab" belongs to no country.
      if !sense.flags.contains(.adjective) || sense.canonical == 0 {
        addReject(a, end, index)
        return
      }
      let next = end < table.tokens.count ? table.tokens[end] : nil
      let noun = next.map { $0.flags.contains(.word) && !$0.flags.contains(.possessive) } ?? false
      let closes = end >= table.tokens.count || !noun
      let alone =
        closes || !classes(end, table).isDisjoint(with: [.aux, .modal, .prep, .conj, .wh])
      if alone, a > 0, classes(a - 1, table).contains(.det) {
        addReject(a, end, index)
        return
      }
      var candidate = NameCandidate(
        first: Int32(a), end: Int32(end), sentence: Int32(index), kind: .demonym, form: .adjective,
        rule: RuleID(sense.list), canonical: sense.canonical, flags: sense.flags)
      candidate.margin = 100
      candidate.nested = nested
      append(candidate)
      return
    }
  }

  mutating func addReject(_ a: Int, _ end: Int, _ index: Int) {
    var candidate = NameCandidate(
      first: Int32(a), end: Int32(end), sentence: Int32(index), kind: .reject, rule: rules.context)
    candidate.margin = 100
    append(candidate)
  }

  mutating func addPlace(_ a: Int, _ end: Int, _ index: Int) {
    var candidate = NameCandidate(
      first: Int32(a), end: Int32(end), sentence: Int32(index), kind: .place, rule: rules.head)
    candidate.margin = 50
    append(candidate)
  }

  mutating func addBody(
    _ a: Int, _ end: Int, _ sentence: Sentence, _ index: Int, _ table: TokenTable
  ) {
    var candidate = NameCandidate(
      first: Int32(a), end: Int32(end), sentence: Int32(index), kind: .organization,
      rule: rules.head)
    candidate.margin = 60
    if matches[a].end == Int32(end) {
      for s in lexicon.senseRange(matches[a].node) {
        let sense = lexicon.sense(s)
        if sense.kind == .organization {
          candidate.canonical = sense.canonical
          candidate.rule = RuleID(sense.list)
        }
      }
    }
    append(candidate)
  }

  /// Where the piece that begins at `a` ends: before a title or a date in the middle of the run.
  func pieceEnd(_ a: Int, _ stop: Int, _ table: TokenTable) -> Int {
    var j = max(a + 1, Int(matches[a].end))
    while j < stop {
      let bits = classes(j, table)
      if shiftsCase(j, table) { return j }
      if Int(matches[j].end) > j + 1 {
        j = Int(matches[j].end)
        continue
      }
      if isDate(j, bits, table) { return j }
      // "Guy Mansfield QC"
      if table.tokens[j].flags.contains(.allCaps), j > a + 1, degrees.contains(table.tokens[j].term)
      {
        return j
      }
      let isTitle =
        !bits.isDisjoint(with: [.title, .rank, .honorific])
        || (bits.contains(.role) && bits.isDisjoint(with: [.last, .nounPlural]))
      // Earl, Dean and King are names behind a first name.
      let isName =
        !bits.isDisjoint(with: [.first, .last]) && classes(a, table).contains(.first)
        && j == a + 1
      // "Traders' Association"
      let owner =
        bits.contains(.nounPlural) && j + 1 == stop && j + 1 < table.tokens.count
        && table.tokens[j + 1].flags.contains(.possessive)
      if isTitle, !isName, !owner, j + 1 < stop || bits.isDisjoint(with: [.last, .orgHead]) {
        // Someone may be called King or Pope: a title ends the piece only if a name follows it.
        if j + 1 < stop || !bits.contains(.last) {
          var k = j
          while k > a + 1, classes(k - 1, table).contains(.roleMod),
            !counties.contains(table.tokens[k - 1].term),
            !classes(k - 1, table).contains(.orgHead) || classes(k - 1, table).contains(.adj)
          {
            k -= 1
          }
          return k
        }
      }
      j += 1
    }
    return min(j, stop)
  }

  /// A weekday, or a month unless it may be a name and no number follows it.
  func isDate(_ j: Int, _ bits: WordClass, _ table: TokenTable) -> Bool {
    if bits.contains(.weekday) { return true }
    guard bits.contains(.month) else { return false }
    // DEC and MAR may be bodies.
    if table.tokens[j].flags.contains(.allCaps), isAcronymBody(j, table) { return false }
    if bits.isDisjoint(with: [.first, .last]) { return true }
    return j + 1 < table.tokens.count && table.tokens[j + 1].flags.contains(.number)
  }

  /// Whether capitals begin or end at `j` ("Lusaka MWEZI", "KEYWORD Smith").
  func shiftsCase(_ j: Int, _ table: TokenTable) -> Bool {
    let before = table.tokens[j - 1]
    let here = table.tokens[j]
    guard before.flags.contains(.word), here.flags.contains(.word),
      !before.flags.contains(.initial), !here.flags.contains(.initial)
    else { return false }
    let shouted = before.flags.contains(.allCaps)
    let shouts = here.flags.contains(.allCaps)
    if shouts, !shouted {
      return (here.length >= 5 || shoutsOn(j + 1, table)) && endsPlace(j, table)
    }
    // A code such as BK2106 in front of a wire report.
    return before.flags.contains(.hasDigit) && shouted && before.length >= 8
  }

  func shoutsOn(_ j: Int, _ table: TokenTable) -> Bool {
    j < table.tokens.count && table.tokens[j].flags.contains(.allCaps)
      && !table.tokens[j].flags.contains(.sentenceStart)
  }

  /// Whether a listed place ends in front of `j`.
  func endsPlace(_ j: Int, _ table: TokenTable) -> Bool {
    var k = j - 1
    while k >= 0, j - k <= 4 {
      if Int(matches[k].end) == j, isPlaceMatch(k, table) { return true }
      k -= 1
    }
    return false
  }
}
