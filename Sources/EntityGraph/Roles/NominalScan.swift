/// Finds what may refer without naming: pronouns, "the government", "the country", "a US-led
/// coalition", "X's office". The entity stage decides what each refers to and drops the rest.
extension RoleStage {
  mutating func scanNominals(_ hits: RoleHits, _ reader: RoleReader) {
    reader.sentences.withUnsafeBufferPointer { sentences in
      var sentence = SentenceCursor(sentences)
      for k in 0..<hits.nominalCount {
        let i = hits.nominal(k)
        sentence.move(to: Int32(truncatingIfNeeded: i))
        let tokens = sentence.tokens
        guard tokens.contains(i) else { continue }
        if reader.has(i, .nominalPlace),
          !reader.lemmaMarks(i).isDisjoint(with: [.country, .city, .region, .facility])
        {
          place(i, tokens.lowerBound, tokens.upperBound, reader)
        } else if reader.has(i, [.nominalOrg, .collective]) {
          organization(i, tokens.lowerBound, tokens.upperBound, reader)
        }
      }
    }
  }

  /// Makes a candidate of each pronoun.
  mutating func addPronouns(_ hits: RoleHits, _ reader: RoleReader) {
    let mention = Mention(
      span: ByteSpan(start: 0, end: 0), first: 0, end: 0, kind: .person, form: .pronoun,
      rule: RoleStep.pronoun)
    // Nothing else is a candidate yet.
    candidates.append(contentsOf: repeatElement(mention, count: hits.pronounCount))
    candidateNotes.append(
      contentsOf: repeatElement(MentionNote(head: 0), count: hits.pronounCount))
    let words = words
    var found = 0
    candidates.withUnsafeMutableBufferPointer { candidates in
      candidateNotes.withUnsafeMutableBufferPointer { notes in
        candidateAt.withUnsafeMutableBufferPointer { candidateAt in
          for k in 0..<hits.pronounCount {
            let i = hits.pronoun(k)
            let token = reader.table.tokens[i]
            let marks = words.marks(token.term)
            guard reader.isPronoun(i, token, marks) else { continue }
            candidateAt[i] = Int32(truncatingIfNeeded: found)
            candidates[found].span = token.span
            candidates[found].first = Int32(truncatingIfNeeded: i)
            candidates[found].end = Int32(truncatingIfNeeded: i + 1)
            candidates[found].kind = marks.contains(.neuter) ? .organization : .person
            notes[found].head = Int32(truncatingIfNeeded: i)
            notes[found].flags = token.flags.contains(.quoted) ? .quoted : []
            found += 1
          }
        }
      }
    }
    candidates.removeLast(candidates.count - found)
    candidateNotes.removeLast(candidateNotes.count - found)
  }

  private mutating func organization(
    _ i: Int, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) {
    // "chief cabinet secretary": inside a role.
    if i > start, i + 1 < limit, reader.has(i - 1, .roleMod), !reader.has(i - 1, .adj),
      reader.cover[i - 1] < 0, reader.has(i + 1, .role), !reader.isPossessive(i - 1)
    {
      return
    }
    let marks = reader.lemmaMarks(i)
    var note = MentionNote(head: Int32(i))
    var k = i - 1
    var qualifiers = 0
    // Adjectives and nouns between the article and the head.
    while k >= start, qualifiers < 4, reader.cover[k] < 0, reader.isWord(k),
      !reader.flags(k + 1).contains(.lineStart),
      reader.has(k, [.adj, .noun, .adv, .verbPart, .verbIng]),
      !reader.has(k, [.det, .prep, .conj, .pron, .aux, .modal, .say, .sub])
    {
      if reader.marks(k).contains(.led) { break }
      k -= 1
      qualifiers += 1
    }
    guard k >= start, !reader.flags(k + 1).contains(.lineStart) else {
      bareOrganization(i, start, limit, note, reader)
      return
    }
    let followed = i + 1 < limit && reader.isPlainNoun(i + 1)
    if reader.marks(k).contains(.led), k - 2 >= start, reader.mark(k - 1) == UInt8(ascii: "-"),
      reader.mention(upTo: k - 2) >= 0
    {
      guard
        !marks.isDisjoint(with: [.alliance, .group, .armed, .institution])
          || reader.has(i, .collective)
      else { return }
      let owner = reader.mention(upTo: k - 2)
      var first = Int(reader.mentions[Int(owner)].first)
      note.owner = owner
      note.flags = [.standsAlone, .led]
      if first > start, reader.marks(first - 1).contains(.article) {
        first -= 1
        note.flags.insert(reader.term(first) == reader.words.the ? .definite : .indefinite)
      }
      add(first, i + 1, kind: .organization, form: .nominal, rule: RoleStep.led, note, reader)
      return
    }
    if reader.isPossessive(k), k > start, reader.cover[k - 1] >= 0 {
      let owner = reader.mention(upTo: k - 1)
      guard owner >= 0, !followed else { return }
      let kind = reader.mentions[Int(owner)].kind
      // A person has an office or a campaign, a country a government.
      if kind == .person {
        guard marks.contains(.entourage) else { return }
      } else {
        guard marks.contains(.institution) || marks.contains(.entourage) || qualifiers > 0
        else { return }
      }
      note.owner = owner
      note.flags = [.standsAlone]
      add(
        Int(reader.mentions[Int(owner)].first), i + 1, kind: .organization, form: .nominal,
        rule: kind == .person ? RoleStep.office : RoleStep.organization, note, reader)
      return
    }
    if reader.mention(upTo: k) >= 0, k == i - 1 || qualifiers > 0 {
      let owner = reader.mention(upTo: k)
      let mention = reader.mentions[Int(owner)]
      guard mention.kind == .place, mention.form == .adjective, marks.contains(.institution),
        !followed
      else {
        bareOrganization(i, start, limit, note, reader)
        return
      }
      note.owner = owner
      note.flags = [.standsAlone]
      add(
        Int(mention.first), i + 1, kind: .organization, form: .nominal,
        rule: RoleStep.organization, note, reader)
      return
    }
    // "the office of the mayor" points at nothing in front.
    let isOpen = i + 1 < limit && reader.term(i + 1) == words.of
    guard reader.cover[k] < 0, !followed, !isOpen else {
      bareOrganization(i, start, limit, note, reader)
      return
    }
    switch reader.article(k) {
    case .definite where reader.has(k, .det): note.flags = [.definite]
    case .demonstrative where reader.has(k, .det): note.flags = [.definite, .demonstrative]
    case .pronoun:
      note.flags = [.owned]
      note.owner = candidateAt[k] >= 0 ? -2 - candidateAt[k] : -1
    default:
      bareOrganization(i, start, limit, note, reader)
      return
    }
    add(k, i + 1, kind: .organization, form: .nominal, rule: RoleStep.organization, note, reader)
  }

  /// A body without any article in front of a person's role: "government spokesman".
  private mutating func bareOrganization(
    _ i: Int, _ start: Int, _ limit: Int, _ note: MentionNote, _ reader: RoleReader
  ) {
    guard i + 1 < limit, reader.has(i + 1, .role), reader.namesBody(i, before: i + 1),
      !reader.isQualified(i, from: start)
    else { return }
    // "local government spokesman" speaks on a field, "local party leader" leads the party.
    if i > start, !reader.marks(i).contains(.headed), reader.has(i - 1, [.adj, .noun]),
      !reader.has(i - 1, [.det, .prep, .say])
    {
      return
    }
    var note = note
    note.flags = [.definite]
    add(i, i + 1, kind: .organization, form: .nominal, rule: RoleStep.organization, note, reader)
  }

  private mutating func place(_ i: Int, _ start: Int, _ limit: Int, _ reader: RoleReader) {
    var k = i - 1
    var steps = 0
    while k >= start, steps < 3, reader.cover[k] < 0, reader.isWord(k), reader.has(k, .adj),
      !reader.has(k, [.det, .prep])
    {
      k -= 1
      steps += 1
    }
    guard k >= start, reader.cover[k] < 0, reader.has(k, .det),
      !(i + 1 < limit && reader.isPlainNoun(i + 1)),
      !reader.lemmaMarks(i).isDisjoint(with: [.country, .city, .region, .facility])
    else { return }
    var note = MentionNote(head: Int32(i))
    switch reader.article(k) {
    case .definite: note.flags = [.definite]
    case .demonstrative: note.flags = [.definite, .demonstrative]
    default: return
    }
    // "the city of Mosul" names the place itself.
    if i + 1 < limit, reader.term(i + 1) == reader.words.of { return }
    add(k, i + 1, kind: .place, form: .nominal, rule: RoleStep.place, note, reader)
  }

  @discardableResult
  mutating func add(
    _ first: Int, _ end: Int, kind: EntityKind, form: MentionForm, rule: RuleID,
    _ note: MentionNote, _ reader: RoleReader
  ) -> Int32 {
    let index = Int32(candidates.count)
    candidates.append(
      Mention(
        span: reader.span(first, end), first: Int32(first), end: Int32(end), kind: kind,
        form: form, rule: rule))
    candidateNotes.append(note)
    candidateAt[end - 1] = index
    return index
  }
}

extension RoleReader {
  /// Whether a word of a pronoun is one here.
  @inline(__always)
  func isPronoun(_ i: Int, _ token: Token, _ marks: RoleWords.Marks) -> Bool {
    // What could be wrong about it is asked only of the few that look like it: capitals, and "His".
    let isOwner = UInt32(
      truncatingIfNeeded: marks.rawValue / RoleWords.Marks.possessivePronoun.rawValue & 1)
    let looks =
      token.flags.rawValue
      & (TokenFlags.allCaps.rawValue | isOwner &* TokenFlags.capitalized.rawValue)
    if looks == 0, token.length > 1 { return true }
    return isPronoun(looking: i, token, marks)
  }

  private func isPronoun(looking i: Int, _ token: Token, _ marks: RoleWords.Marks) -> Bool {
    let isLetter = marks.contains(.firstPerson) && token.length == 1
    // "His Honour Judge X" is how one is addressed.
    if marks.contains(.possessivePronoun), i + 1 < table.tokens.count,
      isCapital(i), isCapital(i + 1), has(i + 1, .honorific)
    {
      return false
    }
    // "US" as a word of a headline is the country, and "I" may count ("World War I").
    if token.flags.contains(.allCaps), token.length > 1 { return false }
    if isLetter {
      return isCapital(i) && i + 1 < table.tokens.count && isWord(i + 1)
    }
    return true
  }
}
