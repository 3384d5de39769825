/// Cuts a run into titles, country adjectives and names.
extension NameReader {
  /// Words of which some open no name although they have a capital.
  private static let doubtful: WordClass = [
    .det, .pron, .prep, .conj, .wh, .aux, .sub, .weak, .neg, .month, .weekday, .modal, .verbIng,
    .nominalOrg, .particle,
  ]

  /// Handles what begins at `a` and returns where to go on.
  func takePiece(
    _ a: Int, _ stop: Int, _ sentence: Sentence, _ index: Int
  ) -> Int {
    let flags = tokens[a].flags
    let bits = classes(a)
    let match = matches[a]
    let listedMany = Int(match.end) > a + 1
    if flags.contains(.punctuation) || flags.contains(.possessive) {
      if !listedMany { return a + 1 }
    }
    // "On May 5," is a date although an alliance has its name.
    if Int(match.end) == a + 2, bits.contains(.month), tokens[a + 1].flags.contains(.number),
      a == 0 || tokens[a - 1].term != words.the
    {
      return a + 2
    }
    // "Peru's Congress" is no other country's.
    if a > 1, tokens[a - 1].flags.contains(.possessive), stop == a + 1, isOfficial(a) {
      let count = state.pointee.candidates.count
      findLowerBody(a, Int(sentence.end), index)
      if state.pointee.candidates.count > count { return stop }
    }
    if !listedMany, flags.contains(.allCaps) || !bits.isDisjoint(with: Self.doubtful) {
      if isFirstName(a, stop, bits) { return takeName(a, stop, sentence, index, lead: nil) }
      if isDate(a, bits) { return a + 1 }
      if opensWithDeed(a, stop, bits) { return a + 1 }
      if a + 1 < stop, opensWithFirmNoun(a), !classes(a + 1).contains(.common) { return a + 1 }
      if flags.contains(.allCaps), lists(tokens[a].term).contains(.degrees), a > 1,
        let last = state.pointee.candidates.last, Int(last.end) == a, last.kind == .person
      {
        return a + 1
      }
      // "De Groote", "Van Damme": a particle may open a surname.
      if bits.contains(.particle), a + 1 < stop, !flags.contains(.sentenceStart),
        tokens[a].term != words.the, !bits.contains(.det), !isShortRank(a, stop)
      {
        return takeName(a, stop, sentence, index, lead: nil)
      }
      // "First Harbour Corp." inside a sentence: a closed word may open the name of a firm.
      let opensFirm =
        stop - a >= 2 && !flags.contains(.sentenceStart)
        && classes(stop - 1).contains(.orgSuffix) && bits.isDisjoint(with: [.prep, .conj])
        && tokens[a].term != words.the
      let opens = opensFirm || isNumberedBody(a, stop)
      if bits.contains(.weak), !isListedAcronym(a), !opens { return a + 1 }
      // "the NGO Clean Rivers": says what follows.
      if bits.contains(.nominalOrg), flags.contains(.allCaps), !isListedAcronym(a),
        a + 1 < stop
      {
        return a + 1
      }
      if !bits.isDisjoint(with: Self.closed), !isListedAcronym(a), !opens {
        if flags.contains(.sentenceStart) || !flags.contains(.allCaps) || tokens[a].length < 2 {
          let initial =
            flags.contains(.initial) && a + 1 < stop
            && (flags.contains(.abbreviation) || !bits.contains(.det))
          if !initial { return a + 1 }
        }
      }
    }
    if !listedMany, stop < Int(sentence.end), tokens[stop].flags.contains(.possessive),
      let owned = ownedBody(a, stop, Int(sentence.end))
    {
      return takeBody(a, owned, sentence, index)
    }
    if !listedMany, match.hasSense(.organization), isBodyAlone(a, stop, bits) {
      return takeName(a, stop, sentence, index, lead: nil)
    }
    // A title and the person behind it.
    let title = Self.titles.union([.role, .roleMod, .roleOut])
    if flags.contains(.allCaps) || !bits.isDisjoint(with: title),
      !listedMany || isDemonymMatch(match, a) == false
    {
      let afterTitles = titleEnd(a, stop)
      let listedWithTitle =
        listedMany && Int(match.end) > afterTitles
        && !isPersonMatch(match)
      if afterTitles > a, !listedWithTitle,
        !endsInHead(a, afterTitles, stop)
      {
        if afterTitles < stop {
          return takeName(afterTitles, stop, sentence, index, lead: lead(a))
        }
        let beyond = portfolioEnd(afterTitles, Int(sentence.end))
        if beyond > afterTitles {
          let next = min(runEnd(beyond - 1, Int(sentence.end)), Int(sentence.end))
          if next > beyond {
            return takeName(beyond, next, sentence, index, lead: .afterTitle)
          }
          return beyond
        }
        if afterTitles == a + 1 {
          if isBareSurname(a, sentence) {
            return takeName(a, stop, sentence, index, lead: .afterTitle)
          }
          rejectAlone(a, index)
        }
        return afterTitles
      }
    }
    if isDemonymMatch(match, a) {
      return takeDemonym(a, stop, sentence, index)
    }
    if stop - a >= 3, let person = behindPortfolio(a, stop) {
      return takeName(person, stop, sentence, index, lead: .afterTitle)
    }
    return takeName(a, stop, sentence, index, lead: nil)
  }

  /// "Minister for Europe and Foreign Affairs John Doe": where the person begins behind what a
  /// minister is in charge of.
  private func behindPortfolio(_ a: Int, _ stop: Int) -> Int? {
    guard a >= 3, tokens[a - 1].term == words.and, classes(a).contains(.roleMod) else { return nil }
    var k = a
    while k < stop, classes(k).contains(.roleMod), classes(k).isDisjoint(with: [.first, .last]) {
      k += 1
    }
    guard k > a, stop - k >= 2, classes(k - 1).contains(.nounPlural) || k - a > 1,
      classes(stop - 1).isDisjoint(with: [.orgHead, .orgSuffix, .placeHead, .rejectHead])
    else { return nil }
    return k
  }

  /// "spokesman Per Olsen", "spokeswoman May Chan": behind a function a capital inside the sentence
  /// makes a first name of what else is a small word or a month.
  private func isFirstName(_ a: Int, _ stop: Int, _ bits: WordClass) -> Bool {
    stop - a >= 2 && a > 0 && !bits.isDisjoint(with: Self.closed.union([.month, .modal]))
      && !bits.contains(.det) && tokens[a].flags.isDisjoint(with: [.sentenceStart, .allCaps])
      && tokens[a - 1].flags.isDisjoint(with: [.capitalized, .punctuation])
      && classes(a - 1).contains(.role) && classes(a - 1).isDisjoint(with: [.verb, .verbPast])
      && classes(a + 1).contains(.last) && !isTitleLine
  }

  /// "Praising Celtic for …": a verb that opens the sentence is no part of the name behind it.
  private func opensWithDeed(_ a: Int, _ stop: Int, _ bits: WordClass) -> Bool {
    bits.contains(.verbIng) && bits.contains(.common) && tokens[a].flags.contains(.sentenceStart)
      && a + 1 < stop && bits.isDisjoint(with: [.noun, .first, .last, .orgMod, .placePre])
      && !classes(a + 1).contains(.common) && tokens[a].flags.isDisjoint(with: .allCaps)
      && (classes(stop - 1).isDisjoint(with: [.orgHead, .orgSuffix])
        || Int(matches[a + 1].end) == stop)
      && !isTitleLine
  }

  /// "the First National Bank", "the Second Circuit Court": an ordinal that belongs to the name.
  private func isNumberedBody(_ a: Int, _ stop: Int) -> Bool {
    stop - a >= 3 && !isSport && a > 0 && tokens[a - 1].term == words.the
      && lists(tokens[a].term).contains(.ordinals)
      && classes(stop - 1).contains(.orgHead)
  }

  /// Whether a listed body's name is also a role or a people: the Guardian, Celtic, Yankees.
  private func isBodyAlone(_ a: Int, _ stop: Int, _ bits: WordClass) -> Bool {
    let match = matches[a]
    guard Int(match.end) == a + 1 else { return false }
    let isRole = !bits.isDisjoint(with: Self.titles.union(.role))
    guard isRole || isDemonymMatch(match, a) else { return false }
    let range = lexicon.senseRange(match.node)
    guard
      let sense = range.lazy.map({ lexicon.sense($0) }).first(where: {
        $0.kind == .organization && gazetteer.fits($0, a, a + 1, tokens, false)
      })
    else { return false }
    if sense.flags.contains(.team), isSport { return !isRole || bits.contains(.nounPlural) }
    if sense.flags.contains(.ambiguous) { return false }
    if sense.flags.contains(.the) {
      guard a > 0, tokens[a - 1].term == words.the, stop == a + 1 else { return false }
      return true
    }
    // A title or adjective stands in front of something.
    guard a + 1 < tokens.count, stop == a + 1 else { return stop == a + 1 }
    let next = classes(a + 1)
    return tokens[a + 1].flags.isDisjoint(with: .word)
      || tokens[a + 1].flags.contains(.possessive)
      || !next.isDisjoint(with: [.aux, .modal, .say, .prep, .conj])
      || (isRole && !next.isDisjoint(with: [.verbPast, .verb3sg]))
  }

  func isPersonMatch(_ match: Gazetteer.Match) -> Bool {
    match.hasSense(.person)
  }

  func isListedAcronym(_ a: Int) -> Bool {
    guard matches[a].end > 0, tokens[a].flags.contains(.allCaps) else { return false }
    return true
  }

  /// "King was shot", "the murder of King": a frequent surname that is also a title, with neither
  /// an article nor a name beside it.
  private func isBareSurname(_ a: Int, _ sentence: Sentence) -> Bool {
    guard sentence.line == .running, classes(a).contains(.last),
      lexicon.scores(tokens[a].term).last >= 200, a + 1 < Int(sentence.end)
    else { return false }
    let next = classes(a + 1)
    if a == Int(sentence.first) {
      return !next.isDisjoint(with: [.aux, .say, .verbPast, .verb3sg]) && !next.contains(.noun)
    }
    let before = classes(a - 1)
    let flags = tokens[a - 1].flags
    guard flags.contains(.word), !flags.contains(.capitalized) else { return false }
    return !before.isDisjoint(with: [.verbPast, .verbIng]) && before.isDisjoint(with: [.aux, .adj])
      || (tokens[a - 1].term == words.of && a > 1
        && lists(tokens[a - 2].term).contains(.deeds))
  }

  /// A title that stands alone; the document may know it as a surname.
  func rejectAlone(_ a: Int, _ sentence: Int) {
    append(
      NameCandidate(
        first: Int32(a), end: Int32(a + 1), sentence: Int32(sentence), kind: .reject,
        rule: rules.context))
  }

  func lead(_ a: Int) -> NameFeature {
    let bits = classes(a)
    if bits.contains(.honorific) { return .afterHonorific }
    if bits.contains(.rank) { return .afterRank }
    return .afterTitle
  }

  func addReject(_ a: Int, _ end: Int, _ index: Int) {
    var candidate = NameCandidate(
      first: Int32(a), end: Int32(end), sentence: Int32(index), kind: .reject, rule: rules.context)
    candidate.margin = 100
    append(candidate)
  }

  func addPlace(_ a: Int, _ end: Int, _ index: Int) {
    var candidate = NameCandidate(
      first: Int32(a), end: Int32(end), sentence: Int32(index), kind: .place, rule: rules.head)
    candidate.margin = 50
    append(candidate)
  }

  func addBody(
    _ a: Int, _ end: Int, _ sentence: Sentence, _ index: Int
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
  @inline(__always)
  func pieceEnd(_ a: Int, _ stop: Int) -> Int {
    let j = max(a + 1, Int(matches[a].end))
    return j < stop ? longPieceEnd(a, j, stop) : stop
  }

  @inline(never)
  private func longPieceEnd(_ a: Int, _ from: Int, _ stop: Int) -> Int {
    var j = from
    let title = Self.titles.union([.role, .month, .weekday])
    while j < stop {
      let bits = classes(j)
      // Most words are neither title nor date, and no change of case is at hand.
      if bits.isDisjoint(with: title),
        tokens[j].flags.union(tokens[j - 1].flags).isDisjoint(with: .allCaps)
      {
        j = max(j + 1, Int(matches[j].end))
        continue
      }
      if shiftsCase(j) { return j }
      if Int(matches[j].end) > j + 1 {
        j = Int(matches[j].end)
        continue
      }
      if isDate(j, bits) { return j }
      // "Guy Mansfield QC"
      if tokens[j].flags.contains(.allCaps), j > a + 1, lists(tokens[j].term).contains(.degrees) {
        return j
      }
      let isTitle =
        !bits.isDisjoint(with: [.title, .rank, .honorific])
        || (bits.contains(.role) && bits.isDisjoint(with: [.last, .nounPlural]))
      // Earl, Dean and King are names behind a first name.
      let isName =
        !bits.isDisjoint(with: [.first, .last]) && classes(a).contains(.first)
        && j == a + 1
      // "Traders' Association"
      let owner =
        bits.contains(.nounPlural) && j + 1 == stop && j + 1 < tokens.count
        && tokens[j + 1].flags.contains(.possessive)
      if isTitle, !isName, !owner, j + 1 < stop || bits.isDisjoint(with: [.last, .orgHead]) {
        // Someone may be called King or Pope: a title ends the piece only if a name follows it.
        if j + 1 < stop || !bits.contains(.last) {
          var k = j
          while k > a + 1, saysOfWhat(k - 1, behind: Int(matches[a].end)) { k -= 1 }
          return k
        }
      }
      j += 1
    }
    return min(j, stop)
  }

  /// Whether a word in front of a function says what the function is about: "Pentagon Press
  /// Secretary", where the listed body ends at `listed`.
  private func saysOfWhat(_ k: Int, behind listed: Int) -> Bool {
    let (bits, lists) = (classes(k), lists(tokens[k].term))
    if listed > 0, k >= listed, lists.contains(.fields) { return true }
    return bits.contains(.roleMod) && !lists.contains(.counties)
      && (!bits.contains(.orgHead) || bits.contains(.adj))
  }

  /// A weekday, or a month unless it may be a name and no number follows it.
  func isDate(_ j: Int, _ bits: WordClass) -> Bool {
    if bits.contains(.weekday) { return true }
    guard bits.contains(.month) else { return false }
    // DEC and MAR may be bodies.
    if tokens[j].flags.contains(.allCaps), isAcronymBody(j) { return false }
    if bits.isDisjoint(with: [.first, .last]) { return true }
    return j + 1 < tokens.count && tokens[j + 1].flags.contains(.number)
  }

  /// Whether capitals begin or end at `j` ("Lusaka MWEZI", "KEYWORD Smith").
  func shiftsCase(_ j: Int) -> Bool {
    let before = tokens[j - 1]
    let here = tokens[j]
    guard before.flags.contains(.word), here.flags.contains(.word),
      !before.flags.contains(.initial), !here.flags.contains(.initial)
    else { return false }
    let shouted = before.flags.contains(.allCaps)
    let shouts = here.flags.contains(.allCaps)
    if shouts, !shouted {
      return (here.length >= 5 || shoutsOn(j + 1)) && endsPlace(j)
    }
    // A code such as BK2106 in front of a wire report.
    return before.flags.contains(.hasDigit) && shouted && before.length >= 8
  }

  func shoutsOn(_ j: Int) -> Bool {
    j < tokens.count && tokens[j].flags.contains(.allCaps)
      && !tokens[j].flags.contains(.sentenceStart)
  }

  /// Whether a listed place ends in front of `j`.
  func endsPlace(_ j: Int) -> Bool {
    var k = j - 1
    while k >= 0, j - k <= 4 {
      if Int(matches[k].end) == j, isPlaceMatch(k) { return true }
      k -= 1
    }
    return false
  }
}
