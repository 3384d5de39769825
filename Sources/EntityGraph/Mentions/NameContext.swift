/// What speaks for and against the readings of a stretch of text.
extension NameReader {
  /// Whether one word may be part of something longer, or less than a name: only then what
  /// ``takeName(_:_:_:_:lead:)`` asks of several words is asked of it.
  @inline(__always)
  private func mayBeMore(_ a: Int, _ end: Int, _ stop: Int, _ whole: Int) -> Bool {
    if end < stop || classes(a).contains(.orgOf) { return true }
    guard end < tokens.count else { return false }
    let next = tokens[end]
    return next.term == words.party || next.term == words.and || next.flags.contains(.possessive)
  }

  /// Weighs the piece that begins at `a`; `lead` is the kind of title that stands in front.
  func takeName(
    _ a: Int, _ stop: Int, _ sentence: Sentence, _ index: Int,
    lead: NameFeature?
  ) -> Int {
    let start = a
    var end = pieceEnd(a, stop)
    if end <= a { return a + 1 }
    let whole = Int(sentence.end)
    let match = matches[a]
    if lead == nil, end - a > 1 || mayBeMore(a, end, stop, whole) {
      // "Lusaka Radio Phoenix": a city and its station.
      if Int(match.end) > a, Int(match.end) + 1 < end,
        lists(tokens[Int(match.end)].term).contains(.stations),
        let city = sureSense(match, a), city.kind == .place, city.flags.contains(.city)
      {
        end = Int(match.end)
      }
      if isCountryAndBody(match, a, end) || opensWithSee(a, end) {
        end = Int(match.end)
      }
      if isPeople(a, end) || isPortfolio(a, end, stop) {
        addReject(a, end, index)
        return end
      }
      if Int(match.end) == a + 1, a + 1 < end, opensWithPeople(a, end) {
        if isParty(a) {
          addBody(a, a + 1, sentence, index)
        } else {
          addReject(a, a + 1, index)
        }
        return takePiece(a + 1, end, sentence, index)
      }
      if let party = smallParty(a, end, index) { return party }
      // "Texas Republican Jane Doe", "Labour MPs": a state or party, and who is from there.
      if opensWithSeat(a, end) {
        let next = Int(match.end)
        if next + 1 == end, !isPluralAcronym(next) {
          _ = takeName(a, next, sentence, index, lead: nil)
          addBody(next, end, sentence, index)
          return end
        }
        end = next
      }
      do {
        if end == stop, let joined = joinedBody(a, end, whole) {
          return takeBody(a, joined, sentence, index)
        }
        if !isPersonWithHead(a, end), let head = headIndex(a, end),
          head > a || classes(head).contains(.orgOf)
        {
          let listed = Int(match.end)
          let extended = extendOf(head, end, whole)
          let sure = listed == extended ? sureSense(match, a) : nil
          let last = classes(end - 1)
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
              return takeBody(a, last, sentence, index)
            }
          }
        }
        // A listed place or body in front of something else.
        if Int(match.end) > a, Int(match.end) < end, let sure = sureSense(match, a),
          separates(sure, Int(match.end), a, end)
        {
          end = Int(match.end)
        }
      }
      // "Secretary to the Treasury Jane Doe": the head of a body, and behind it a person.
      if end - a == 3, Int(match.end) == a + 1, classes(a).contains(.orgHead),
        a > 0, tokens[a - 1].term == words.the, match.hasSense(.organization),
        followsBody(a + 1, end)
      {
        end = a + 1
      }
      // "Beijing Xinhua": a place and a body side by side.
      if Int(match.end) > 0, Int(match.end) < end,
        let place = sureSense(match, a), place.kind == .place,
        Int(matches[Int(match.end)].end) >= end,
        sureSense(matches[Int(match.end)], Int(match.end))?.kind == .organization
      {
        end = Int(match.end)
      }
      // "Foreign John Smith" of a summary that dropped a word: a portfolio is no first name.
      if end - start >= 3, Int(match.end) <= start + 1,
        classes(start).contains(.roleMod),
        classes(start).isDisjoint(with: [.first, .last]),
        !classes(start + 1).isDisjoint(with: [.first, .last]) || classBits[start + 1] == 0
          || tokens[start + 1].flags.contains(.initial),
        headIndex(start, end) == nil
      {
        return takeName(start + 1, end, sentence, index, lead: .afterTitle)
      }
      // "Rival Iran", "Nearby Gori": the common first word of a sentence is no part of the name.
      if end - start >= 2, tokens[start].flags.contains(.sentenceStart),
        Int(match.end) <= start + 1, dropsFirst(start, end)
      {
        return takePiece(start + 1, end, sentence, index)
      }
    }
    var features = NameFeatures()
    let sense =
      Int(matches[start].end) == end ? addListed(start, end, &features) : SenseChoice()
    addParts(start, end, &features)
    addLeft(start, end, sentence, index, &features)
    addRight(end, whole, &features)
    if let lead { features.add(lead) }
    if sense.organization >= 0 { settleListed(start, sense, &features) }
    features.add(.sentenceStart, if: tokens[start].flags.contains(.sentenceStart))
    features.add(.tableLine, if: sentence.line == .table)
    features.add(.datelineStart, if: sentence.line == .dateline)
    features.add(.sportDocument, if: isSport)
    decide(start, end, index, features, sense, sentence.line)
    return end
  }

  /// What the name of a listed body makes of the words around it.
  private func settleListed(
    _ start: Int, _ sense: SenseChoice, _ features: inout NameFeatures
  ) {
    // "the auditor Ernst and Young": a listed body of several words is no holder of a role.
    if features.contains(.listOrganization), features.contains(.listMultiword),
      !features.contains(.listPerson), !features.contains(.maybePerson)
    {
      features.remove(.afterRole)
      features.remove(.afterTitle)
    }
    // "Apple said": a common word without an article that speaks is a name.
    features.add(
      .firmSubject,
      if: features.contains(.maybeOrganization) && features.contains(.commonWord)
        && (features.contains(.beforeSay) || features.contains(.beforeActOrg)
          || (features.contains(.beforeAux)
            && (features.contains(.officialHead)
              || isCompany(sense))))
        && classes(start).isDisjoint(with: [.nounPlural, .people, .role, .collective]))
  }

  private func isCompany(_ choice: SenseChoice) -> Bool {
    choice.organization >= 0
      && lexicon.sense(Int(choice.organization)).flags.contains(.company)
  }

  /// A body recognized by its head word.
  func takeBody(
    _ a: Int, _ end: Int, _ sentence: Sentence, _ index: Int
  ) -> Int {
    var start = a
    if tokens[start].flags.contains(.sentenceStart), end - start >= 3,
      Int(matches[start].end) <= start + 1,
      classes(start).isDisjoint(with: [.noun, .adj, .number])
        || classes(start).contains(.roleOut),
      dropsFirst(start, end)
    {
      start += 1
    }
    // The country in front is a mention of its own.
    let match = matches[start]
    if match.end > 0, Int(match.end) < end, isCountry(match, start) {
      addCountryInside(start, Int(match.end), match, index, form: .adjective)
    } else if Int(match.end) == end {
      let flags = lexicon.senseRange(match.node).lazy.map { lexicon.sense($0) }
        .first { $0.kind == .organization }?.flags
      if let flags { addCountryInFront(start, end, flags, index) }
    }
    addBody(start, end, sentence, index)
    // "Government of Iraq", "Federal Government of Somalia"
    for k in start + 1..<max(start + 1, end - 1) where tokens[k].term == words.of {
      let country = tokens[k + 1].term == words.the ? k + 2 : k + 1
      if country < end, isOfficial(start) || isOfficial(k - 1),
        Int(matches[country].end) == end, isCountry(matches[country], country)
      {
        addCountryInside(country, end, matches[country], index, form: .name)
      }
    }
    return end
  }

  /// Adds the mention of a country inside a body's name.
  func addCountryInside(
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

  // MARK: Decision

  func decide(
    _ a: Int, _ end: Int, _ index: Int, _ features: NameFeatures, _ choice: SenseChoice,
    _ line: LineKind
  ) {
    let best = score(features).best
    var candidate = NameCandidate(
      first: Int32(a), end: Int32(end), sentence: Int32(index), kind: best.kind,
      margin: best.margin, rule: rules.context, features: features)
    let listed = choice.index(best.kind)
    if listed >= 0 { apply(Int(listed), to: &candidate) }
    // "Idlib province"
    if candidate.kind == .place, end < tokens.count,
      lists(tokens[end].term).contains(.insideHeads),
      !tokens[end].flags.contains(.capitalized),
      candidate.flags.isDisjoint(with: [.country, .continent, .natural]), !isPlural(end + 1)
    {
      candidate.end += 1
      candidate.canonical = 0
      candidate.rule = rules.head
      state.pointee.consumed = end + 1
    }
    if candidate.kind == .place, isTeam(candidate, line) {
      candidate.kind = .organization
      candidate.rule = rules.table
      candidate.margin = 40
      candidate.canonical = 0
      if let key = nameKey(candidate) { state.pointee.memory.update(key) { $0.organization += 1 } }
    }
    append(candidate)
    if candidate.kind == .organization, features.contains(.listMultiword) {
      addCountryInFront(a, end, candidate.flags, index)
    }
  }

  /// Whether a noun follows that the small word in front belongs to: "Idlib province officials".
  private func isPlural(_ i: Int) -> Bool {
    guard i < tokens.count, !tokens[i].flags.contains(.sentenceStart) else {
      return false
    }
    return !classes(i).isDisjoint(with: [.people, .role])
  }

  /// Takes over what the list says of the reading that won.
  func apply(_ index: Int, to candidate: inout NameCandidate) {
    let sense = lexicon.sense(index)
    candidate.rule = RuleID(sense.list)
    candidate.canonical = sense.canonical
    candidate.flags = sense.flags
    if candidate.kind == .place, sense.flags.contains(.capital), sense.of != 0,
      acts(candidate)
    {
      candidate.canonical = sense.of
    }
    if candidate.kind == .place, sense.flags.contains(.country), sense.flags.contains(.acronym),
      isPrenominal(Int(candidate.end))
    {
      candidate.form = .adjective
    }
  }

  /// Whether a capital stands where a government would: in front of a verb, with nothing that says
  /// place.
  func acts(_ c: NameCandidate) -> Bool {
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
    return c.features.contains(.afterWith) && next < tokens.count
      && classes(next).contains(.verbIng) && !classes(next).contains(.noun)
  }

  /// Whether no other word of the sentence can only be a verb with tense; what lies far off counts as
  /// one.
  private func isLastVerb(_ n: Int) -> Bool {
    var k = n + 1
    while k < tokens.count, !tokens[k].flags.contains(.sentenceStart) {
      let bits = classes(k)
      if k > n + 40 || !bits.isDisjoint(with: [.aux, .modal]) { return false }
      if !bits.isDisjoint(with: [.verbPast, .verb3sg]),
        bits.isDisjoint(with: [.noun, .nounPlural, .adj, .verbPart])
      {
        return false
      }
      k += 1
    }
    return true
  }

  /// Whether a noun or adjective follows directly, so that "US" is an adjective.
  func isPrenominal(_ n: Int) -> Bool {
    guard n < tokens.count else { return false }
    let flags = tokens[n].flags
    guard flags.contains(.word), !flags.contains(.possessive), !flags.contains(.sentenceStart)
    else {
      return false
    }
    if flags.contains(.capitalized) { return true }
    let bits = classes(n)
    // "US and Iraqi officials"
    if tokens[n].term == words.and, n + 1 < tokens.count,
      isDemonymMatch(matches[n + 1], n + 1)
    {
      return true
    }
    if !bits.isDisjoint(with: [.aux, .modal, .prep, .conj, .det, .pron, .wh, .sub, .neg]) {
      return false
    }
    // "The UAE condemned the", "UAE backs her"
    if !bits.isDisjoint(with: [.verbPast, .verb3sg]), bits.isDisjoint(with: [.force, .people]),
      n + 1 < tokens.count
    {
      let after = classes(n + 1)
      if !after.isDisjoint(with: [.det, .pron, .sub]) || tokens[n + 1].term == words.to
        || (tokens[n + 1].flags.contains(.capitalized) && !bits.contains(.noun))
      {
        return false
      }
      // "The UK calls on Egypt to act": the sentence has no other verb.
      if bits.contains(.verb3sg), after.contains(.prep), isLastVerb(n) { return false }
    }
    if !bits.isDisjoint(with: [.noun, .nounPlural, .adj, .nominalOrg, .force, .role]) {
      return true
    }
    return bits.isDisjoint(with: [.verbPast, .verb3sg, .adv, .verb, .say])
  }
}

/// The listed readings of a name, one a kind: indices of senses, -1 for none.
struct SenseChoice: Sendable {
  var person: Int32 = -1
  var organization: Int32 = -1
  var place: Int32 = -1

  /// The sense of a reading; which one wins is a matter of chance, so there is no branch.
  @inline(__always)
  func index(_ kind: SenseKind) -> Int32 {
    SIMD8(person, organization, place, place, -1, -1, -1, -1)[Int(kind.rawValue)]
  }

  /// Keeps the first sense that needs no context, else the first.
  static func keep(_ index: Int, _ sense: Sense, _ slot: inout Int32, _ lexicon: LexiconView) {
    if slot >= 0 {
      let old = lexicon.sense(Int(slot)).flags
      let isBetter =
        old.contains(.ambiguous) && !sense.flags.contains(.ambiguous)
        || (sense.flags.contains(.country) && !old.contains(.country))
      if !isBetter { return }
    }
    slot = Int32(truncatingIfNeeded: index)
  }
}
