/// Roles that "as" or a noun gives, and those behind a name.
extension RoleStage {
  /// "Jane Doe MP": a seat in capitals behind the name.
  mutating func behindName(_ s: inout RoleStatement, _ limit: Int, _ reader: RoleReader) -> Bool {
    let k = s.phrase.first
    guard k > 0, s.phrase.end == k + 1, reader.flags(k).contains(.allCaps),
      reader.cover[k - 1] >= 0, reader.lemmaMarks(k).contains(.seat),
      !reader.flags(k).contains(.lineStart)
    else { return false }
    let person = reader.mention(upTo: k - 1)
    guard person >= 0, reader.mentions[Int(person)].kind == .person,
      reader.mentions[Int(person)].end - reader.mentions[Int(person)].first > 1
    else { return false }
    s.holder = person
    s.rule = RoleStep.apposition
    s.evidence = Int(reader.mentions[Int(person)].first)..<s.phrase.end
    return true
  }

  /// "As finance minister he cut taxes": the pronoun behind a role that opens the clause.
  mutating func asOpening(
    _ s: inout RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    let p = s.front.start - 1
    guard p >= start, reader.term(p) == words.as,
      p == start || !reader.isWord(p - 1) || reader.has(p - 1, .conj)
    else { return false }
    var k = s.fullEnd
    if k < limit, reader.isComma(k) { k += 1 }
    guard k < limit, candidateAt[k] >= 0 else { return false }
    let candidate = candidates[Int(candidateAt[k])]
    let marks = reader.marks(k)
    guard candidate.form == .pronoun, candidate.kind == .person,
      marks.contains(.male) || marks.contains(.female),
      marks.isDisjoint(with: [.possessivePronoun, .objectPronoun, .reflexive])
    else { return false }
    s.holder = -2 - candidateAt[k]
    s.rule = RoleStep.asRole
    s.evidence = s.front.start..<k + 1
    return true
  }

  /// "her resignation as chairwoman", "Jane Doe's first day as finance minister".
  ///
  /// - Parameter end: the token in front of "as".
  mutating func asNoun(_ s: inout RoleStatement, _ end: Int, _ start: Int, _ reader: RoleReader)
    -> Bool
  {
    guard reader.cover[end] < 0, reader.has(end, .noun), !reader.isCapital(end),
      // "his deputy as chairman" is about the deputy.
      !reader.has(end, [.role, .kin, .nominalPerson, .people, .prep, .pron, .det])
    else { return false }
    var k = end - 1
    while k > start, end - k < 4, reader.cover[k] < 0, reader.isWord(k), !reader.isPossessive(k),
      reader.has(k, [.adj, .noun]) && !reader.has(k, [.pron, .det, .prep, .conj, .aux, .verbPast])
    {
      k -= 1
    }
    guard k >= start else { return false }
    if reader.isPossessive(k), k > start, reader.cover[k - 1] >= 0 {
      let person = reader.mention(upTo: k - 1)
      guard person >= 0, reader.mentions[Int(person)].kind == .person else { return false }
      s.holder = person
    } else if candidateAt[k] >= 0, reader.marks(k).contains(.possessivePronoun),
      !reader.marks(k).isDisjoint(with: [.male, .female])
    {
      s.holder = -2 - candidateAt[k]
    } else {
      return false
    }
    s.rule = RoleStep.asRole
    s.evidence = k..<s.fullEnd
    return true
  }

  /// "Jane Doe, whom he described as a leader": who the relative clause is about.
  ///
  /// - Parameter v: last token of the clause's subject.
  mutating func relativeObject(_ v: Int, _ start: Int, _ reader: RoleReader) -> Int32? {
    var k = reader.cover[v] >= 0 ? Int(reader.mentions[Int(reader.cover[v])].first) : v
    k -= 1
    while k > start, reader.has(k, [.honorific, .title]), reader.cover[k] < 0 { k -= 1 }
    guard k > start + 1, reader.cover[k] < 0,
      reader.term(k) == words.who || reader.term(k) == words.whom
    else { return nil }
    k -= reader.isComma(k - 1) ? 2 : 1
    guard k >= start, reader.cover[k] >= 0 else { return nil }
    let person = reader.mention(upTo: k)
    return person >= 0 && reader.mentions[Int(person)].kind == .person ? person : nil
  }

  /// "Riga, where he was mayor": the place or body in front of "where", -1 if there is none.
  ///
  /// - Parameter subject: first token of who is said to hold the role.
  mutating func whereabouts(_ subject: Int, _ start: Int, _ reader: RoleReader) -> Int32 {
    var k = subject - 1
    guard k > start, reader.term(k) == words.where else { return -1 }
    k -= reader.isComma(k - 1) ? 2 : 1
    guard k >= start, reader.cover[k] >= 0 else { return -1 }
    let m = reader.mention(upTo: k)
    return m >= 0 && reader.mentions[Int(m)].kind != .person ? m : -1
  }

  /// "Jane Doe, until now her aide, as minister": the last token of the name in front of an aside
  /// that ends at the comma `close`, nil if there is none.
  func behindAside(_ close: Int, _ start: Int, _ reader: RoleReader) -> Int? {
    var k = close - 1
    while k > start, close - k < 12, !reader.isComma(k) {
      if reader.cover[k] < 0, reader.has(k, [.aux, .modal, .wh]) { return nil }
      k -= 1
    }
    guard k > start, reader.isComma(k), reader.cover[k - 1] >= 0 else { return nil }
    return k - 1
  }

  /// "the appointment of": whether "of" at `k` stands behind a noun that gives a role.
  func isNaming(_ k: Int, _ reader: RoleReader) -> Bool {
    k > 0 && reader.term(k) == words.of && reader.marks(k - 1).contains(.appointment)
  }

  /// "Acme named Jane Doe chairman": the body or country that is the subject of the verb at `v`.
  mutating func employer(_ v: Int, _ start: Int, _ reader: RoleReader) -> Int32 {
    guard reader.has(v, [.verb3sg, .verbPast, .verbPart, .verb]) else { return -1 }
    var k = v - 1
    while k > start, v - k < 4, reader.cover[k] < 0, reader.has(k, [.aux, .adv]) { k -= 1 }
    guard k >= start else { return -1 }
    if reader.cover[k] >= 0 {
      let m = reader.mention(upTo: k)
      let isBody =
        m >= 0 && reader.mentions[Int(m)].kind != .person
        && reader.mentions[Int(m)].form == .name
      return isBody && opensClause(Int(reader.mentions[Int(m)].first), start, reader) ? m : -1
    }
    guard candidateAt[k] >= 0 else { return -1 }
    let candidate = candidates[Int(candidateAt[k])]
    guard candidate.kind == .organization, !reader.marks(k).contains(.possessivePronoun),
      opensClause(Int(candidate.first), start, reader)
    else { return -1 }
    return -2 - candidateAt[k]
  }

  /// "the board of Acme named": what a preposition governs is no subject.
  private mutating func opensClause(_ first: Int, _ start: Int, _ reader: RoleReader) -> Bool {
    var k = first - 1
    if k >= start, reader.marks(k).contains(.article) { k -= 1 }
    return k < start || !reader.has(k, .prep)
  }
}
