/// What the rest of the document says: surnames of full names, short forms and acronyms of bodies,
/// and the names of headlines.
extension NameStage {
  /// Remembers the words of sure names.
  mutating func learn(_ table: TokenTable) {
    for c in candidates {
      let first = Int(c.first)
      var last = Int(c.end) - 1
      let term = table.tokens[first].term
      if last == first, c.rule == rules.context, c.kind != .reject { note(c, term) }
      switch c.kind {
      case .person:
        while last > first, classes(last, table).contains(.suffixPerson) { last -= 1 }
        if last > first {
          guard c.margin >= 10, !endsInCountry(c, last, table) else { continue }
          memory.update(table.tokens[last].term) {
            $0.surname += 1
            if $0.source < 0 { $0.source = c.first }
          }
          if !table.tokens[first].flags.contains(.initial) {
            memory.update(term) { $0.firstName += 1 }
          }
        } else if c.margin >= 40 || (c.margin >= 24 && isSpeaker(c)) {
          memory.update(term) { $0.surname += 1 }
        }
      case .organization:
        if last > first {
          if c.margin >= 20 {
            memory.update(term) {
              if $0.body < 0 { ($0.body, $0.bodyEnd) = (c.first, c.end) }
            }
          }
          if c.margin >= 20, let acronym = initials(first, last + 1, table) {
            memory.update(acronym) { $0.organization += 2 }
          }
          if c.margin >= 20, isShortForm(first, table, isClub: c.flags.contains(.club)) {
            memory.update(term) { $0.organization += 1 }
          }
        } else if c.margin >= 30 {
          memory.update(term) { $0.organization += 1 }
        }
      case .place:
        if last > first, c.margin >= 20 {
          memory.update(term) {
            if $0.body < 0 { ($0.body, $0.bodyEnd, $0.bodyKind) = (c.first, c.end, .place) }
          }
        }
        if last == first {
          if c.margin >= 30 { memory.update(term) { $0.place += 1 } }
          if c.margin >= 5, isPlaced(c.features) { memory.update(term) { $0.placed += 1 } }
        }
      case .demonym: break
      case .reject:
        if last == first, c.margin >= 100 { memory.update(term) { $0.reject += 1 } }
      }
    }
  }

  /// Whether somebody speaks or acts as only persons do.
  private func isSpeaker(_ c: NameCandidate) -> Bool {
    c.features.contains(.namedSubject)
      || (c.features.contains(.beforeSay) && c.features.contains(.surname))
  }

  /// "Good Morning Wales" is no person whose surname is Wales.
  private func endsInCountry(_ c: NameCandidate, _ last: Int, _ table: TokenTable) -> Bool {
    c.rule == rules.context && !classes(Int(c.first), table).contains(.first)
      && Int(matches[last].end) == last + 1 && isPlaceMatch(last, table)
      && sureSense(matches[last], last, table)?.kind == .place
      && !classes(last - 1, table).isDisjoint(with: .common)
  }

  /// Whether a body may go by its first word alone (Lockheed, Sabena).
  private func isShortForm(_ first: Int, _ table: TokenTable, isClub: Bool) -> Bool {
    let bits = classes(first, table)
    // A club goes by a common word too (Real, Sporting).
    let barred: WordClass = [.orgMod, .orgHead, .first, .direction, .number]
    return bits.isDisjoint(with: isClub ? barred : barred.union(.common))
      && !isPlaceMatch(first, table) && table.tokens[first].flags.contains(.word)
      && !isDemonymMatch(matches[first], first, table)
  }

  /// The term of a body's initials, if the document uses it.
  private func initials(_ first: Int, _ end: Int, _ table: TokenTable) -> TermID? {
    guard end < table.tokens.count else { return nil }
    // Behind the name in brackets.
    if end + 2 < table.tokens.count, table.tokens[end].mark == UInt8(ascii: "("),
      table.tokens[end + 2].mark == UInt8(ascii: ")"),
      table.tokens[end + 1].flags.contains(.allCaps)
    {
      return table.tokens[end + 1].term
    }
    return nil
  }

  /// Decides doubtful single words by what the document taught.
  ///
  /// - Parameter first: index of the first candidate to look at.
  mutating func reconsider(_ table: TokenTable, from first: Int = 0) {
    for k in first..<candidates.count {
      let c = candidates[k]
      if isSport, c.kind == .place, c.flags.isDisjoint(with: [.country, .continent, .facility]),
        !isPlaced(c.features), let key = nameKey(c), memory[key].organization > 0,
        c.end - c.first > 1 || memory[table.tokens[Int(c.first)].term].surname == 0
      {
        candidates[k].kind = .organization
        candidates[k].rule = rules.table
        candidates[k].canonical = 0
        continue
      }
      guard c.end - c.first == 1, c.kind != .demonym else { continue }
      let token = table.tokens[Int(c.first)]
      let index = memory.find(token.term)
      guard index >= 0 else { continue }
      let entry = memory.entries[index]
      let features = c.features
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
        // A city that everybody knows is taken for a person only where a person would stand.
        if features.contains(.listPlace),
          features.contains(.listLargeCity) || features.contains(.listState),
          !features.contains(.beforeSay), !features.contains(.beforeActPerson),
          !features.contains(.beforePersonVerb), entry.placed > 0
        {
          placed = true
        }
        let title = c.kind == .reject && c.margin == 0
        if c.margin < 60 || title, !placed, c.kind != .reject || entry.surname > 0 {
          if title, !isPersonPosition(Int(c.first), table) { continue }
          candidates[k].kind = .person
          candidates[k].rule = rules.surname
          candidates[k].canonical = 0
          candidates[k].flags = []
          continue
        }
      }
      if entry.placed > 0, entry.surname == 0, c.kind == .person, c.margin < 30,
        features.contains(.unknownWord), !features.contains(.beforeSay),
        !features.contains(.firstName), !features.contains(.firstNameWeak)
      {
        candidates[k].kind = .place
        candidates[k].rule = rules.short
        continue
      }
      if let kind = sense(entry), c.kind != kind, c.rule == rules.context, c.margin < 40,
        c.kind != .reject || features.contains(.unknownWord)
      {
        candidates[k].kind = kind
        candidates[k].rule = rules.short
        continue
      }
      if entry.firstName > 0, c.kind == .reject, c.margin < 30 {
        candidates[k].kind = .person
        candidates[k].rule = rules.surname
        continue
      }
      if entry.organization > 0,
        c.kind == .reject || (c.kind == .person && entry.surname <= 1 && c.margin < 25),
        c.margin < 100
      {
        candidates[k].kind = .organization
        candidates[k].rule = token.flags.contains(.allCaps) ? rules.acronym : rules.short
        candidates[k].canonical = 0
      }
    }
  }

  /// Whether a title-like word stands where a surname would.
  private func isPersonPosition(_ i: Int, _ table: TokenTable) -> Bool {
    guard i > 0, !table.tokens[i].flags.contains(.sentenceStart) || i + 1 < table.tokens.count
    else {
      return false
    }
    let next = i + 1 < table.tokens.count ? table.tokens[i + 1] : nil
    if classes(i - 1, table).contains(.det) { return false }
    guard let next else { return true }
    return !next.flags.contains(.capitalized)
  }

  // MARK: Headlines

  /// Finds in a headline what the lists are sure of and what the body names.
  mutating func findInHeadline(_ sentence: Sentence, _ index: Int, _ table: TokenTable) {
    if sentence.line == .title {
      let known = candidates.count
      isTitleLine = capitalizesAll(sentence, table)
      findNames(in: sentence, index, table)
      isTitleLine = false
      reconsider(table, from: known)
      return
    }
    var i = Int(sentence.first)
    let end = Int(sentence.end)
    while i < end {
      if (!table.tokens[i].flags.contains(.word) && matches[i].end == 0)
        || (!classes(i, table).isDisjoint(with: Self.dates) && matches[i].end <= Int32(i) + 1)
      {
        i += 1
        continue
      }
      let hosted =
        isSport && i > Int(sentence.first) && table.tokens[i - 1].term == words.at
        && isPlaceMatch(i, table)
      if !hosted, let name = bodyName(i, end, table) {
        append(name.candidate(at: i, index, rules.capitals))
        i = name.end(from: i)
        continue
      }
      if matches[i].end > 0, let sense = sureSense(matches[i], i, table), sense.kind != .reject,
        Int(matches[i].end) > i + 1 || !isPlainWord(i, table)
      {
        var candidate = NameCandidate(
          first: Int32(i), end: matches[i].end, sentence: Int32(index), kind: sense.kind,
          rule: RuleID(sense.list), canonical: sense.canonical, flags: sense.flags)
        candidate.margin = 50
        if sense.kind == .place, !sense.flags.contains(.country) {
          let key = TermID(0x8000_0000) | matches[i].node
          if !hosted,
            isFixture(i, Int(matches[i].end), sentence, table)
              || (isSport && memory[key].organization > 0)
          {
            candidate.kind = .organization
            candidate.rule = rules.table
            candidate.canonical = 0
            memory.update(key) { $0.organization += 1 }
          }
        }
        append(candidate)
        i = Int(matches[i].end)
        continue
      }
      if matches[i].end > 0, isDemonymMatch(matches[i], i, table) {
        i = Int(matches[i].end)
        continue
      }
      i += 1
    }
  }

  /// Whether a line has capitals on verbs or small words, so that a capital says nothing; a credit
  /// or a list of names has none.
  private func capitalizesAll(_ sentence: Sentence, _ table: TokenTable) -> Bool {
    sentence.tokens.dropFirst().contains { i in
      let bits = classes(i, table)
      return table.tokens[i].flags.contains(.capitalized) && table.tokens[i].length > 1
        && (!bits.isDisjoint(with: Self.closed.union(.modal).subtracting(.weak))
          || !bits.isDisjoint(with: [.verb3sg, .verbPast]))
        && bits.isDisjoint(with: [.first, .last, .particle, .honorific]) && matches[i].end == 0
        && !table.tokens[i].flags.contains(.allCaps)
    }
  }

  private func isPlainWord(_ i: Int, _ table: TokenTable) -> Bool {
    let bits = classes(i, table)
    return bits.contains(.common) && lexicon.scores(table.tokens[i].term).common > 60
      || !bits.isDisjoint(with: Self.closed)
  }

  /// The longest name of the body that is written at `i` in capitals.
  private func bodyName(_ i: Int, _ end: Int, _ table: TokenTable) -> BodyName? {
    let entry = memory[table.tokens[i].term]
    let length = Int(entry.bodyEnd - entry.body)
    if entry.body >= 0, i + length <= end,
      entry.bodyKind == .organization || Int(matches[i].end) < i + length,
      (0..<length).allSatisfy({
        table.tokens[Int(entry.body) + $0].term == table.tokens[i + $0].term
      })
    {
      return BodyName(kind: entry.bodyKind, length: length)
    }
    let single = table.tokens[i]
    guard single.length > 2, !isPlainWord(i, table) || entry.surname > 1 || entry.source >= 0
    else { return nil }
    if entry.firstName > 0, i + 1 < end, memory[table.tokens[i + 1].term].surname > 0 {
      return BodyName(kind: .person, length: 2)
    }
    if entry.surname > 0, entry.surname >= entry.place, entry.surname >= entry.organization {
      return BodyName(kind: .person, length: 1)
    }
    if entry.organization > entry.place { return BodyName(kind: .organization, length: 1) }
    if entry.place > 0 || (entry.placed > 0 && entry.surname == 0),
      sureSense(matches[i], i, table) == nil
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
