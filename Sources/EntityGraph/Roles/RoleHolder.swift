/// Who holds a role: named behind it, in apposition, as the subject of a copula, or nobody.
extension RoleStage {
  /// Fills holder, rule and evidence.
  ///
  /// - Returns: false if the phrase states nothing about anybody.
  mutating func findHolder(
    _ s: inout RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    if named(behind: &s, limit, reader) { return true }
    if s.phrase.isPlural {
      return listed(behind: &s, limit, reader) || listed(before: &s, start, limit, reader)
    }
    if behindName(&s, limit, reader) || asOpening(&s, start, limit, reader) { return true }
    if apposition(&s, start, limit, reader) { return true }
    if copula(&s, start, limit, reader) { return true }
    if describesBody(s, start, limit, reader) { return false }
    return nominal(&s, start, limit, reader)
  }

  /// "spokeswoman Jane Doe", "the head of X, Jane Doe,".
  private mutating func named(
    behind s: inout RoleStatement, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    let direct = reader.person(at: s.end, limit: limit)
    if direct >= 0 {
      s.holder = direct
      s.rule = RoleStep.premodifier
      let end = Int(reader.mentions[Int(direct)].end)
      s.evidence = s.front.start..<end
      readBehind(&s, end, limit, reader)
      return true
    }
    if s.phrase.isPlural { return false }
    if inverse(&s, limit, reader) { return true }
    if s.complementEnd > s.end {
      let person = reader.person(at: s.complementEnd, limit: limit)
      if person >= 0, s.complement >= 0 {
        s.holder = person
        s.rule = RoleStep.premodifier
        s.evidence = s.front.start..<Int(reader.mentions[Int(person)].end)
        return true
      }
    }
    if let person = behindTopic(s.end, limit, reader) {
      s.holder = person
      s.rule = RoleStep.premodifier
      s.evidence = s.front.start..<Int(reader.mentions[Int(person)].end)
      return true
    }
    let k = behindPosting(s.fullEnd, limit, reader)
    // "Ambassador to the United Nations X".
    if k > s.fullEnd, reader.isCapital(s.phrase.head) {
      let person = reader.person(at: k, limit: limit)
      if person >= 0 {
        s.holder = person
        s.rule = RoleStep.premodifier
        s.evidence = s.front.start..<Int(reader.mentions[Int(person)].end)
        return true
      }
    }
    guard k + 1 < limit,
      reader.isComma(k) || k > s.fullEnd && reader.mark(k) == UInt8(ascii: ":")
    else { return false }
    var person = reader.person(at: k + 1, limit: limit)
    // "Acme's technical manager, engineer Jane Doe,".
    if person < 0, k + 2 < limit, reader.has(k + 1, .role), reader.cover[k + 1] < 0,
      reader.cover[k + 2] >= 0
    {
      person = reader.person(at: k + 2, limit: limit)
    }
    guard person >= 0 else { return false }
    let isAs = s.front.start > 0 && reader.term(s.front.start - 1) == words.as
    let hasBody = s.front.of >= 0 || s.complement >= 0 || s.front.candidate >= 0
    guard isAs || hasBody || s.front.article == .definite || s.phrase.end - s.phrase.first > 1
    else { return false }
    var end = Int(reader.mentions[Int(person)].end)
    // "Jane Doe QC,"
    let isDegree =
      end + 1 < limit && reader.cover[end] < 0 && reader.flags(end).contains(.allCaps)
      && reader.table.tokens[end].length <= 4 && !reader.isWord(end + 1)
    if isDegree { end += 1 }
    let closes =
      end >= limit || !reader.isWord(end) || reader.term(end) == words.in
      || reader.term(end) == words.at || reader.has(end, .prep)
    guard isAs || closes, end >= limit || !reader.isPossessive(end) || isAs else { return false }
    s.holder = person
    s.rule = isAs ? RoleStep.asRole : RoleStep.appositionBefore
    s.evidence = s.front.start..<end
    s.hasNominal = !isAs && s.complement >= 0
    return true
  }

  /// "Jane Doe, the deputy head of X,", "Jane Doe (chairman)".
  private mutating func apposition(
    _ s: inout RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    var p = s.front.start - 1
    guard p > start else { return false }
    // "Jane Doe, then the head of X", "Jane Doe, now an analyst at X".
    let time = reader.cover[p] < 0 && !reader.isCapital(p) ? reader.marks(p) : []
    let isThen = time.contains(.former)
    if isThen || time.contains(.current) { p -= 1 }
    if reader.term(p) == words.and, let comma = behindOther(p, start, reader) { p = comma }
    let mark = reader.mark(p)
    guard mark == UInt8(ascii: ",") || mark == UInt8(ascii: "_") || mark == UInt8(ascii: "(")
    else { return false }
    var q = p - 1
    // "Jane Doe, 45, the …"
    if q - 1 > start, reader.flags(q).contains(.number), reader.isComma(q - 1) { q -= 2 }
    guard q >= start, reader.cover[q] >= 0 else { return false }
    var person = reader.mention(upTo: q)
    if person >= 0, reader.mentions[Int(person)].kind != .person {
      // "Jane Doe of Ohio, chairman of …"
      let of = Int(reader.mentions[Int(person)].first) - 1
      if of > start, reader.term(of) == words.of || reader.term(of) == words.from {
        person = reader.mention(upTo: of - 1)
      } else if of - 3 > start, reader.mark(of) == UInt8(ascii: "-"), reader.isComma(of - 2),
        reader.table.tokens[of - 1].length <= 3, reader.isCapital(of - 1)
      {
        // "Sen. Jane Doe, D-Ohio, chairman of …"
        person = reader.mention(upTo: of - 3)
      }
    }
    guard person >= 0, reader.mentions[Int(person)].kind == .person else { return false }
    let k = s.fullEnd
    // "Jane Doe, the president's wife".
    if k < limit, reader.isPossessive(k) { return false }
    if k < limit, reader.isWord(k), reader.cover[k] < 0 {
      // "Asked about Doe, the minister said": the role is a subject of its own. It is none in
      // "Jane Doe, director of X said" and in a sentence that begins with "Jane Doe, the director of X".
      let isBare = s.front.article == .none && !reader.isCapital(s.phrase.head)
      let opens = reader.table.tokens[Int(reader.mentions[Int(person)].first)].flags
        .contains(.sentenceStart)
      if reader.has(k, [.say, .verbPast, .verb3sg, .aux, .modal]), !reader.has(k, [.prep, .adv]),
        s.complement < 0 || !isBare && !opens
      {
        return false
      }
    }
    s.holder = person
    if isThen { s.front.isFormer = true }
    s.rule = RoleStep.apposition
    s.evidence = Int(reader.mentions[Int(person)].first)..<s.fullEnd
    s.hasNominal = s.front.article != .none || s.front.of >= 0 || s.complement >= 0
    return true
  }

  /// "Jane Doe, X's brother and the leader of Y": the comma in front of another description of the
  /// same person.
  private func behindOther(_ and: Int, _ start: Int, _ reader: RoleReader) -> Int? {
    guard and - 1 > start, reader.cover[and - 1] < 0,
      reader.has(and - 1, [.kin, .role, .nominalPerson]), !reader.has(and - 1, .nounPlural)
    else { return nil }
    var k = and - 2
    while k > start, and - k < 9 {
      if reader.isComma(k) { return k }
      if reader.cover[k] < 0, reader.has(k, [.verbPast, .verb3sg, .aux, .modal, .conj]) {
        return nil
      }
      k -= 1
    }
    return nil
  }

  /// "Acme, the biggest investor in Y,": the phrase renames a body and is nobody.
  private mutating func describesBody(
    _ s: RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    let p = s.front.start - 1
    guard p > start, reader.isComma(p), reader.cover[p - 1] >= 0,
      s.front.article != .none || s.front.isPossessive
    else { return false }
    let m = reader.mention(upTo: p - 1)
    guard m >= 0, reader.mentions[Int(m)].kind == .organization else { return false }
    let k = s.fullEnd
    return k >= limit || !reader.isWord(k) && !reader.isPossessive(k)
      || reader.has(k, [.prep, .wh])
  }

  /// "Jane Doe is / became / was named chairman", "named Jane Doe chairman", "resigned as chairman".
  private mutating func copula(
    _ s: inout RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    var k = s.front.start - 1
    guard k >= start else { return false }
    var viaAs = false
    if reader.term(k) == words.as {
      viaAs = true
      k -= 1
    } else if reader.term(k) == words.to || reader.term(k) == words.for {
      return false
    }
    while k >= start, reader.has(k, [.adv, .neg]), reader.cover[k] < 0,
      !reader.lemmaMarks(k).contains(.link)
    {
      if reader.has(k, .neg) { s.isNegated = true }
      k -= 1
    }
    guard k >= start else { return false }
    // "was sworn in as".
    if viaAs, k > start, reader.cover[k] < 0, reader.has(k, .prep), reader.has(k - 1, verbForms) {
      k -= 1
    }
    if viaAs, asNoun(&s, k, start, reader) { return true }
    if viaAs {
      let next = successor(k, s.fullEnd, start, limit, reader)
      if next >= 0 {
        s.holder = next
        s.rule = RoleStep.asRole
        s.evidence = k..<Int(reader.mentions[Int(next)].end)
        return true
      }
    }
    if viaAs, let verb = succession(k, start, reader) { k = verb }
    if viaAs, reader.isComma(k), let person = behindAside(k, start, reader) { k = person }
    if reader.cover[k] >= 0 {
      // "the board named Jane Doe chairman"
      let person = reader.mention(upTo: k)
      guard person >= 0, reader.mentions[Int(person)].kind == .person else { return false }
      var v = Int(reader.mentions[Int(person)].first) - 1
      while v >= start, reader.has(v, [.honorific, .rank, .title]) { v -= 1 }
      // "swore in Jane Doe as", "the appointment of Jane Doe as"
      if viaAs, v > start, reader.has(v, .prep), !reader.lemmaMarks(v).contains(.appoint),
        reader.lemmaMarks(v - 1).contains(.appoint) || isNaming(v, reader)
      {
        v -= 1
      }
      guard v >= start,
        reader.lemmaMarks(v).contains(.appoint) || isNaming(v + 1, reader)
          || isAgent(v, start, reader)
      else {
        return false
      }
      s.holder = person
      s.rule = RoleStep.appointed
      s.evidence = v..<s.fullEnd
      if reader.lemmaMarks(v).contains(.appoint) { s.behind = employer(v, start, reader) }
      return true
    }
    let marks = reader.lemmaMarks(k)
    guard marks.contains(.link) || marks.contains(.appoint) || (viaAs && reader.has(k, verbForms))
    else { return false }
    if viaAs || !marks.contains(.link) {
      // "stepped down as", "was sworn in as"
      while k > start, !reader.has(k, verbForms), reader.has(k, [.adv, .prep]) { k -= 1 }
    }
    var v = k - 1
    var sawAuxiliary = false
    while v >= start, reader.cover[v] < 0, reader.isWord(v) || isTo(v, reader) {
      let isAuxiliary = reader.has(v, .aux)
      // "is expected to become", "went on to become".
      let isParticle = isTo(v + 1, reader) && reader.has(v, [.prep, .adv]) && v > start
      let governs =
        reader.has(v, verbForms)
        && (isTo(v + 1, reader) || isTo(v + 2, reader) && reader.has(v + 1, [.prep, .adv]))
      guard
        isAuxiliary || isTo(v, reader) || governs || reader.has(v, [.modal, .neg, .adv])
          || isParticle && reader.has(v - 1, verbForms)
      else { break }
      if reader.has(v, .neg) { s.isNegated = true }
      if reader.has(v, .modal) || governs && reader.lemmaMarks(v).contains(.possible)
        || isAuxiliary && isTo(v + 1, reader)
      {
        s.isPossible = true
      }
      if isAuxiliary { sawAuxiliary = true }
      v -= 1
    }
    guard v >= start else { return false }
    if marks.contains(.appoint), !marks.contains(.link), !sawAuxiliary, !viaAs,
      !reader.isComma(v)
    {
      return false
    }
    if reader.term(v) == words.who, v > start { v -= 1 }
    if viaAs, !sawAuxiliary, let object = relativeObject(v, start, reader) {
      s.holder = object
      s.rule = RoleStep.asRole
      s.evidence = Int(reader.mentions[Int(object)].first)..<s.fullEnd
      return true
    }
    // "Jane Doe, 58, was …"
    if v - 3 >= start, reader.isComma(v), reader.isComma(v - 2),
      reader.flags(v - 1).contains(.number)
    {
      v -= 2
    }
    if reader.isComma(v), v > start {
      v -= 1
      let isNoPerson =
        reader.cover[v] < 0 || reader.mention(upTo: v) < 0
        || reader.mentions[Int(reader.cover[v])].kind != .person
      var open = v
      while open > start, v - open < 14, !reader.isComma(open) { open -= 1 }
      // "Doe, the oldest of them, served as …", "Doe, a former aide to Roe, became …"
      if open > start, reader.isComma(open),
        isNoPerson || reader.has(open + 1, [.det, .wh]) && reader.mention(upTo: open - 1) >= 0
      {
        v = open - 1
      }
    }
    if reader.cover[v] >= 0 {
      let person = reader.mention(upTo: v)
      guard person >= 0, reader.mentions[Int(person)].kind == .person else { return false }
      s.holder = person
      s.evidence = Int(reader.mentions[Int(person)].first)..<s.fullEnd
    } else if candidateAt[v] >= 0 {
      let candidate = candidates[Int(candidateAt[v])]
      let pronoun = reader.marks(v)
      guard candidate.form == .pronoun, candidate.kind == .person, !pronoun.contains(.plural),
        !pronoun.contains(.possessivePronoun)
      else { return false }
      s.holder = -2 - candidateAt[v]
      s.evidence = v..<s.fullEnd
    } else {
      return false
    }
    s.rule = marks.contains(.appoint) ? RoleStep.appointed : RoleStep.copula
    s.behind = whereabouts(s.evidence.lowerBound, start, reader)
    return true
  }

  var verbForms: WordClass { [.verb, .verb3sg, .verbPast, .verbPart, .verbIng] }

  @inline(__always)
  private func isTo(_ k: Int, _ reader: RoleReader) -> Bool { reader.term(k) == words.to }

  /// "a Pentagon spokeswoman", "the minister": somebody whom only the role pins down.
  private mutating func nominal(
    _ s: inout RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    let hasBody =
      s.front.of >= 0 || s.front.candidate >= 0 || s.complement >= 0 || s.complementCandidate >= 0
    let marks = reader.lemmaMarks(s.phrase.head)
    // "the retailer", "Germany's biggest lender": a body.
    if marks.contains(.company) { return false }
    if marks.contains(.ambiguous), !hasBody, s.phrase.end - s.phrase.first < 2 { return false }
    // "the Argentine Center": a body, no player.
    if reader.isCapital(s.phrase.head), !reader.flags(s.phrase.head).contains(.sentenceStart),
      reader.has(s.phrase.head, .orgHead)
        || marks.contains(.ambiguous) && !reader.has(s.phrase.first, [.role, .title])
    {
      return false
    }
    // "his student" may be one of many.
    if s.front.article == .pronoun, marks.isDisjoint(with: [.office, .counterpart, .portfolio]) {
      return false
    }
    switch s.front.article {
    case .definite, .demonstrative, .pronoun: break
    case .indefinite:
      // "to stand as a candidate of X" names nobody.
      let before = s.front.start - 1
      if before >= start, reader.term(before) == words.as { return false }
      if !hasBody, !marks.contains(.voice) || !speaks(s, start, limit, reader) { return false }
    case .other: return false
    case .none:
      if heads(s, limit, reader) {
        s.front.article = .definite
      } else if s.front.of < 0 && s.front.candidate < 0 {
        return false
      }
    }
    if s.front.article == .none, s.front.of >= 0, !s.front.isPossessive {
      // Without any article only a subject is somebody ("Iranian general says").
      let k = s.fullEnd
      guard k < limit, reader.has(k, [.verbPast, .verb3sg, .aux, .modal, .say]) else {
        return false
      }
    }
    s.rule = RoleStep.nominal
    s.hasNominal = true
    s.evidence = s.front.start..<s.fullEnd
    return true
  }

  /// "Minister for Africa visits Kenya": a headline says no articles.
  private mutating func heads(_ s: RoleStatement, _ limit: Int, _ reader: RoleReader) -> Bool {
    let k = s.fullEnd
    return s.front.start == s.phrase.first && s.phrase.end - s.phrase.first > 1
      && reader.flags(s.phrase.first).contains(.lineStart) && reader.isCapital(s.phrase.head)
      && reader.lemmaMarks(s.phrase.head).contains(.national)
      && k < limit && reader.has(k, .verb3sg)
  }

  /// "a spokesman said", "said a spokesman".
  private mutating func speaks(
    _ s: RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    let before = s.front.start - 1
    var after = s.fullEnd
    // "a spokesman later said".
    if after + 1 < limit, reader.has(after, .adv), reader.cover[after] < 0 { after += 1 }
    return before >= start && reader.has(before, .say)
      || after < limit && reader.has(after, [.verbPast, .verb3sg, .aux, .modal, .say])
  }
}
