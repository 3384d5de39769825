/// What the rest of the document says: surnames of full names, short forms and acronyms of bodies,
/// and the names of headlines.
extension NameReader {
  /// Remembers the words of sure names.
  func learn() {
    for c in state.pointee.candidates {
      let first = Int(c.first)
      var last = Int(c.end) - 1
      let term = tokens[first].term
      if last == first, c.rule == rules.context, c.kind != .reject {
        if spellsWords(first) {
          state.pointee.memory.update(term) { $0.spelled += 1 }
          continue
        }
        note(c, term)
      }
      switch c.kind {
      case .person:
        while last > first, classes(last).contains(.suffixPerson) { last -= 1 }
        if last > first {
          guard c.margin >= 10, !endsInCountry(c, last) else { continue }
          state.pointee.memory.update(tokens[last].term) {
            $0.surname += 1
            if $0.source < 0 { $0.source = c.first }
          }
          if !tokens[first].flags.contains(.initial) {
            state.pointee.memory.update(term) { $0.firstName += 1 }
          }
        } else if c.margin >= 40 || (c.margin >= 24 && isSpeaker(c)) {
          state.pointee.memory.update(term) { $0.surname += 1 }
        }
      case .organization:
        if last > first {
          if c.margin >= 20 {
            state.pointee.memory.update(term) {
              if $0.body < 0 { ($0.body, $0.bodyEnd) = (c.first, c.end) }
            }
          }
          if c.margin >= 20 { noteInitials(first, last + 1) }
          if c.margin >= 20, let acronym = initials(first, last + 1) {
            state.pointee.memory.update(acronym) { $0.organization += 2 }
          }
          if c.margin >= 20, isShortForm(first, isClub: c.flags.contains(.club)) {
            state.pointee.memory.update(term) { $0.organization += 1 }
          }
        } else if c.margin >= 30 {
          state.pointee.memory.update(term) { $0.organization += 1 }
        }
      case .place:
        if last > first, c.margin >= 20 {
          state.pointee.memory.update(term) {
            if $0.body < 0 { ($0.body, $0.bodyEnd, $0.bodyKind) = (c.first, c.end, .place) }
          }
        }
        if last == first {
          let isSure = c.margin >= 30
          let isPlaced = c.margin >= 5 && isPlaced(c.features)
          if isSure || isPlaced {
            state.pointee.memory.update(term) {
              $0.place += isSure ? 1 : 0
              $0.placed += isPlaced ? 1 : 0
            }
          }
        }
      case .demonym, .reject: break
      }
    }
  }

  /// Whether somebody speaks or acts as only persons do.
  private func isSpeaker(_ c: NameCandidate) -> Bool {
    c.features.contains(.namedSubject)
      || (c.features.contains(.beforeSay) && c.features.contains(.surname))
  }

  /// "Good Morning Wales" is no person whose surname is Wales.
  private func endsInCountry(_ c: NameCandidate, _ last: Int) -> Bool {
    c.rule == rules.context && !classes(Int(c.first)).contains(.first)
      && Int(matches[last].end) == last + 1 && isPlaceMatch(last)
      && sureSense(matches[last], last)?.kind == .place
      && !classes(last - 1).isDisjoint(with: .common)
  }

  /// Whether a body may go by its first word alone (Lockheed, Sabena).
  private func isShortForm(_ first: Int, isClub: Bool) -> Bool {
    let bits = classes(first)
    // A club goes by a common word too (Real, Sporting).
    let barred: WordClass = [.orgMod, .orgHead, .first, .direction, .number]
    return bits.isDisjoint(with: isClub ? barred : barred.union(.common))
      && !isPlaceMatch(first) && tokens[first].flags.contains(.word)
      && !isDemonymMatch(matches[first], first)
  }

  /// The term of a body's initials, if the document uses it.
  private func initials(_ first: Int, _ end: Int) -> TermID? {
    guard end < tokens.count else { return nil }
    // Behind the name in brackets.
    if end + 2 < tokens.count, tokens[end].mark == UInt8(ascii: "("),
      tokens[end + 2].mark == UInt8(ascii: ")"),
      tokens[end + 1].flags.contains(.allCaps) || abbreviates(end + 1, first)
    {
      return tokens[end + 1].term
    }
    return nil
  }

  /// "Northern Rivers Inspectorate (Norin)": a word that nobody knows, with the body's first letter.
  private func abbreviates(_ i: Int, _ first: Int) -> Bool {
    classBits[i] == 0 && matches[i].end == 0 && tokens[i].flags.contains(.capitalized)
      && tokens[i].length <= 8
      && view.pointee.text[Int(tokens[i].start)] == view.pointee.text[Int(tokens[first].start)]
  }

  /// Decides doubtful single words by what the document taught.
  ///
  /// - Parameter first: index of the first candidate to look at.
  func reconsider(from first: Int = 0) {
    for k in first..<state.pointee.candidates.count {
      let c = state.pointee.candidates[k]
      if isSport, c.kind == .place, c.flags.isDisjoint(with: [.country, .continent, .facility]),
        !isPlaced(c.features), let key = nameKey(c), state.pointee.memory[key].organization > 0,
        c.end - c.first > 1 || state.pointee.memory[tokens[Int(c.first)].term].surname == 0
      {
        state.pointee.candidates[k].kind = .organization
        state.pointee.candidates[k].rule = rules.table
        state.pointee.candidates[k].canonical = 0
        continue
      }
      guard c.end - c.first == 1, c.kind != .demonym else { continue }
      let token = tokens[Int(c.first)]
      let index = state.pointee.memory.find(token.term)
      if c.kind != .organization, c.rule == rules.context, classBits[Int(c.first)] == 0,
        spellsBody(Int(c.first)),
        index < 0 || state.pointee.memory.entries[index].source < 0
      {
        state.pointee.candidates[k].kind = .organization
        state.pointee.candidates[k].rule = rules.acronym
        continue
      }
      guard index >= 0 else { continue }
      let entry = state.pointee.memory.entries[index]
      if entry.isSilent(c.kind) { continue }
      let features = c.features
      if entry.spelled > 0, c.rule == rules.context, entry.source < 0 {
        state.pointee.candidates[k].kind = .reject
        continue
      }
      if standsForBody(c, entry) {
        state.pointee.candidates[k].kind = .organization
        state.pointee.candidates[k].rule = rules.short
        state.pointee.candidates[k].canonical = 0
        state.pointee.candidates[k].flags = []
        continue
      }
      if entry.surname > 0, c.kind != .person {
        var placed =
          features.contains(.afterIn) || features.contains(.beforeCommaPlace)
          || (features.contains(.listCountry)
            && (!c.flags.contains(.ambiguous) || entry.placed > entry.surname))
          || features.contains(.afterPlaceComma)
          || features.contains(.datelineStart) || features.contains(.beforePlaceNoun)
        // What only the lists of places hold is no surname.
        if features.contains(.listPlace), !c.flags.contains(.ambiguous),
          !features.contains(.surname), !features.contains(.surnameWeak)
        {
          placed = true
        }
        if isFirm(c) { continue }
        // A city that everybody knows is taken for a person only where a person would stand.
        if features.contains(.listPlace),
          features.contains(.listLargeCity) || features.contains(.listState),
          !features.contains(.beforeSay), !features.contains(.beforeActPerson),
          !features.contains(.beforePersonVerb), entry.placed > 0
        {
          placed = true
        }
        let title = c.kind == .reject && c.margin == 0
        // "close to Murcia" of a text that names a Pilar Murcia and puts nobody in that town.
        let isBearer =
          entry.source >= 0 && entry.placed == 0
          && (entry.surname > 1 || classes(Int(entry.source)).contains(.first))
        let limit: Int32 = isBearer && features.contains(.surname) ? 90 : 60
        if c.margin < limit || title, !placed, c.kind != .reject || entry.surname > 0 {
          if title, !isPersonPosition(Int(c.first)) { continue }
          state.pointee.candidates[k].kind = .person
          state.pointee.candidates[k].rule = rules.surname
          state.pointee.candidates[k].canonical = 0
          state.pointee.candidates[k].flags = []
          continue
        }
      }
      // "at Nordvend": short for Nordvend Lines, whatever stands around it.
      if c.kind == .place, entry.body >= 0, entry.body < c.first,
        entry.bodyKind == .organization,
        c.rule == rules.context && entry.organization > 0 && entry.place == 0 && c.margin < 40
          || isTownOfFirm(c, entry),
        !features.contains(.afterIn)
      {
        state.pointee.candidates[k].kind = .organization
        state.pointee.candidates[k].rule = rules.short
        continue
      }
      if entry.placed > 0, entry.surname == 0, c.kind == .person, c.margin < 30,
        features.contains(.unknownWord), !features.contains(.beforeSay),
        !features.contains(.firstName), !features.contains(.firstNameWeak)
      {
        state.pointee.candidates[k].kind = .place
        state.pointee.candidates[k].rule = rules.short
        continue
      }
      if let kind = sense(entry), c.kind != kind, c.rule == rules.context, c.margin < 40,
        c.kind != .reject || features.contains(.unknownWord)
      {
        state.pointee.candidates[k].kind = kind
        state.pointee.candidates[k].rule = rules.short
        continue
      }
      if entry.firstName > 0, c.kind == .reject, c.margin < 30 {
        state.pointee.candidates[k].kind = .person
        state.pointee.candidates[k].rule = rules.surname
        continue
      }
      // "Harbour Building Society" is Harbour where a capital inside a sentence says so.
      if c.kind == .reject, entry.body >= 0, entry.bodyKind == .organization, c.margin < 40,
        entry.body < c.first, features.contains(.midCommon), !features.contains(.afterThe),
        !features.contains(.afterTheInside), !features.contains(.afterA),
        isShortForm(Int(c.first), isClub: true)
      {
        state.pointee.candidates[k].kind = .organization
        state.pointee.candidates[k].rule = rules.short
        state.pointee.candidates[k].canonical = 0
        continue
      }
      if entry.organization > 0,
        c.kind == .reject
          || (c.kind == .person && entry.surname <= 1 && c.margin < 25 && !isSurelyHuman(features)
            && !isPartner(entry)),
        c.margin < 100
      {
        state.pointee.candidates[k].kind = .organization
        state.pointee.candidates[k].rule =
          token.flags.contains(.allCaps) ? rules.acronym : rules.short
        state.pointee.candidates[k].canonical = 0
      }
    }
  }

  /// Whether a title-like word stands where a surname would.
  private func isPersonPosition(_ i: Int) -> Bool {
    guard i > 0, !tokens[i].flags.contains(.sentenceStart) || i + 1 < tokens.count
    else {
      return false
    }
    let next = i + 1 < tokens.count ? tokens[i + 1] : nil
    if classes(i - 1).contains(.det) { return false }
    guard let next else { return true }
    return !next.flags.contains(.capitalized)
  }

  // MARK: Headlines

  /// Finds in a headline what the lists are sure of and what the body names.
  func findInHeadline(_ sentence: Sentence, _ index: Int) {
    if sentence.line == .title {
      let known = state.pointee.candidates.count
      state.pointee.isTitleLine = capitalizesAll(sentence)
      findNames(in: sentence, index)
      state.pointee.isTitleLine = false
      reconsider(from: known)
      return
    }
    var i = Int(sentence.first)
    let end = Int(sentence.end)
    while i < end {
      if (!tokens[i].flags.contains(.word) && matches[i].end == 0)
        || (!classes(i).isDisjoint(with: Self.dates) && matches[i].end <= Int32(i) + 1)
      {
        i += 1
        continue
      }
      let hosted =
        isSport && i > Int(sentence.first) && tokens[i - 1].term == words.at
        && isPlaceMatch(i)
      if !hosted, let name = bodyName(i, end) {
        append(name.candidate(at: i, index, rules.capitals))
        i = name.end(from: i)
        continue
      }
      if matches[i].end > 0, let sense = sureSense(matches[i], i), sense.kind != .reject,
        Int(matches[i].end) > i + 1 || !isPlainWord(i)
      {
        var candidate = NameCandidate(
          first: Int32(i), end: matches[i].end, sentence: Int32(index), kind: sense.kind,
          rule: RuleID(sense.list), canonical: sense.canonical, flags: sense.flags)
        candidate.margin = 50
        if sense.kind == .place, !sense.flags.contains(.country) {
          let key = TermID(0x8000_0000) | matches[i].node
          if !hosted,
            isFixture(i, Int(matches[i].end), sentence)
              || (isSport && state.pointee.memory[key].organization > 0)
          {
            candidate.kind = .organization
            candidate.rule = rules.table
            candidate.canonical = 0
            state.pointee.memory.update(key) { $0.organization += 1 }
          }
        }
        append(candidate)
        i = Int(matches[i].end)
        continue
      }
      if matches[i].end > 0, isDemonymMatch(matches[i], i) {
        i = Int(matches[i].end)
        continue
      }
      i += 1
    }
  }

  /// Whether a line has capitals on verbs or small words, so that a capital says nothing; a credit
  /// or a list of names has none.
  private func capitalizesAll(_ sentence: Sentence) -> Bool {
    sentence.tokens.dropFirst().contains { i in
      let bits = classes(i)
      return tokens[i].flags.contains(.capitalized) && tokens[i].length > 1
        && (!bits.isDisjoint(with: Self.closed.union(.modal).subtracting(.weak))
          || !bits.isDisjoint(with: [.verb3sg, .verbPast]))
        && bits.isDisjoint(with: [.first, .last, .particle, .honorific]) && matches[i].end == 0
        && !tokens[i].flags.contains(.allCaps)
    }
  }

  private func isPlainWord(_ i: Int) -> Bool {
    let bits = classes(i)
    return bits.contains(.common) && lexicon.scores(tokens[i].term).common > 60
      || !bits.isDisjoint(with: Self.closed)
  }

  /// The longest name of the body that is written at `i` in capitals.
  private func bodyName(_ i: Int, _ end: Int) -> BodyName? {
    let entry = state.pointee.memory[tokens[i].term]
    let length = Int(entry.bodyEnd - entry.body)
    if entry.body >= 0, i + length <= end,
      entry.bodyKind == .organization || Int(matches[i].end) < i + length,
      (0..<length).allSatisfy({
        tokens[Int(entry.body) + $0].term == tokens[i + $0].term
      })
    {
      return BodyName(kind: entry.bodyKind, length: length)
    }
    let single = tokens[i]
    guard single.length > 2, !isPlainWord(i) || entry.surname > 1 || entry.source >= 0
    else { return nil }
    if entry.firstName > 0, i + 1 < end, state.pointee.memory[tokens[i + 1].term].surname > 0 {
      return BodyName(kind: .person, length: 2)
    }
    if entry.surname > 0, entry.surname >= entry.place, entry.surname >= entry.organization {
      return BodyName(kind: .person, length: 1)
    }
    if entry.organization > entry.place { return BodyName(kind: .organization, length: 1) }
    if entry.place > 0 || (entry.placed > 0 && entry.surname == 0),
      sureSense(matches[i], i) == nil
    {
      return BodyName(kind: .place, length: 1)
    }
    return nil
  }

  private struct BodyName {
    var kind: SenseKind
    var length: Int
    func end(from i: Int) -> Int { i + length }
    func candidate(at i: Int, _ sentence: Int, _ rule: RuleID) -> NameCandidate {
      NameCandidate(
        first: Int32(i), end: Int32(i + length), sentence: Int32(sentence), kind: kind,
        margin: 40, rule: rule)
    }
  }
}
