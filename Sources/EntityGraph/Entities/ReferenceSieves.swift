/// Resolves what has no name, in the order of the text: "the government", "the country", pronouns.
///
/// Each looks back over a bounded window of mentions that are resolved already, with kind, number,
/// sex and grammatical function; without a clear answer it stays open.
extension EntityStage {
  /// Mentions that the search looks back over.
  static let reach = 160

  mutating func resolve(_ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]) {
    var next: Int32 = 0
    for m in lists.open {
      // What has a name is never dropped.
      window.append(next..<m)
      next = m &+ 1
      if mentions[Int(m)].form == .pronoun {
        pronoun(m, roles, reader, mentions)
      } else if sizes[Int(root(m))] == 1 || root(m) == m && !isNamed(m) {
        switch mentions[Int(m)].kind {
        case .person: person(m, roles.notes[Int(m)], reader, roles, mentions)
        case .organization: organization(m, roles.notes, reader, mentions)
        case .place: place(m, reader, mentions)
        }
      }
      if !infos[Int(m)].isDropped { window.append(m) }
    }
  }

  // MARK: Nominals

  private mutating func person(
    _ m: Int32, _ note: MentionNote, _ reader: EntityReader, _ roles: RoleStage,
    _ mentions: [Mention]
  ) {
    // An owner that is itself open leaves the phrase open ("the group's leader").
    let ownerIsOpen = note.owner >= 0 && infos[Int(note.owner)].isDropped
    if note.flags.contains(.standsAlone), !ownerIsOpen { return }
    if isNamed(m) { return }
    if let body = spokenFor(m, note, reader, mentions) {
      infos[Int(m)].owner = body
      return
    }
    if sizes[Int(root(m))] > 1 { return }
    // "A spokesman said …" is somebody, whoever he speaks for.
    let speaks =
      note.flags.contains(.indefinite) && mentions[Int(m)].end - mentions[Int(m)].first == 2
      && reader.lemmaMarks(Int(note.head)).contains(.voice)
    if !speaks { infos[Int(m)].isDropped = true }
  }

  /// "A spokesman said …": the one body that the sentence, or else the one in front, names; of several
  /// the only one that acts there.
  private mutating func spokenFor(
    _ m: Int32, _ note: MentionNote, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32? {
    guard mentions[Int(m)].end - mentions[Int(m)].first == 2, note.owner == -1,
      reader.lemmaMarks(Int(note.head)).contains(.voice),
      note.flags.isDisjoint(with: [.demonstrative, .owned, .counterpart])
    else { return nil }
    var found: Int32 = -1
    var subject: Int32 = -1
    var isOnly = true
    var isOnlySubject = true
    for k in window.suffix(Self.reach).reversed() {
      if infos[Int(m)].sentence - infos[Int(k)].sentence > 1 { break }
      if found >= 0, infos[Int(k)].sentence < infos[Int(found)].sentence { break }
      let other = mentions[Int(k)]
      guard other.kind == .organization, other.form == .name || other.form == .nominal,
        infos[Int(root(k))].flags.isDisjoint(with: [.media]), !isAgency(Int(other.end), reader),
        !isNested(k, mentions)
      else { continue }
      if found < 0 { found = k } else if !isSame(found, k) { isOnly = false }
      guard isSubject(k, reader) else { continue }
      if subject < 0 { subject = k } else if !isSame(subject, k) { isOnlySubject = false }
    }
    if isOnly { return found >= 0 ? found : nil }
    return subject >= 0 && isOnlySubject ? subject : nil
  }

  private mutating func organization(
    _ m: Int32, _ notes: [MentionNote], _ reader: EntityReader, _ mentions: [Mention]
  ) {
    let note = notes[Int(m)]
    let head = Int(note.head)
    let lemma = reader.table.lemmas[head]
    let marks = reader.lemmaMarks(head)
    // "the newspaper Aftenbladet" is whom the name behind it names.
    if let name = named(behind: m, mentions) {
      if mentions[Int(name)].kind == .organization {
        join(m, name, .apposition)
      } else {
        infos[Int(m)].isDropped = true
      }
      return
    }
    if note.flags.contains(.standsAlone) {
      // The same head of the same owner: "Turkey's government", "Turkish government".
      guard note.owner >= 0 else { return }
      admit(reader, mentions)
      var at = bodiesInFront.count
      let low = window.count - Self.reach
      while at > 0, bodiesInFront[at - 1].position >= low {
        at -= 1
        let k = bodiesInFront[at].mention
        guard lemma == headLemma(at, notes, reader, mentions),
          let owner = ownerOf(k, notes, mentions), isSame(owner, note.owner)
        else { continue }
        join(m, k, .possessiveForm)
        return
      }
      return
    }
    if note.flags.contains(.owned) {
      // "its government" is nobody's if it is unclear whose.
      infos[Int(m)].isDropped = true
      return
    }
    // The same head word: "the parliament", "Iraq's parliament".
    admit(reader, mentions)
    var at = bodiesInFront.count
    let low = window.count - Self.reach
    while at > 0, bodiesInFront[at - 1].position >= low {
      at -= 1
      let k = bodiesInFront[at].mention
      if lemma == headLemma(at, notes, reader, mentions)
        || (marks.contains(.alliance) && isAlliance(k, notes, reader, mentions))
      {
        guard mentions[Int(k)].form != .pronoun, mentions[Int(k)].form != .adjective,
          qualifiersAgree(m, k, notes, reader, mentions)
        else { continue }
        join(m, k, .descriptor)
        return
      }
    }
    if let k = described(m, marks, note, notes, reader, mentions) {
      join(m, k, .descriptor)
      return
    }
    // A later name: "the coalition … the US-led coalition" is rare; an institution stands alone.
    let isInstitution = marks.contains(.institution) && reader.has(head, .nominalOrg)
    if !isInstitution || note.flags.contains(.demonstrative) {
      infos[Int(m)].isDropped = true
    } else {
      infos[Int(m)].owner = likeliest(m, .country, reader, mentions)
    }
  }

  /// The name that begins where a nominal ends.
  private mutating func named(behind m: Int32, _ mentions: [Mention]) -> Int32? {
    var k = Int(m) + 1
    while k < mentions.count, mentions[k].first <= mentions[Int(m)].end {
      if mentions[k].first == mentions[Int(m)].end, mentions[k].form == .name { return Int32(k) }
      k += 1
    }
    return nil
  }

  /// The head of a body in front, looked for once.
  @inline(__always)
  private mutating func headLemma(
    _ at: Int, _ notes: [MentionNote], _ reader: EntityReader, _ mentions: [Mention]
  ) -> TermID {
    let known = bodiesInFront[at].lemma
    if known != Antecedent.unknown { return known }
    let lemma = headLemma(bodiesInFront[at].mention, notes, reader, mentions)
    bodiesInFront[at].lemma = lemma
    return lemma
  }

  /// The word that says what an organization is: "Government of Iraq" government, "Iraqi parliament"
  /// parliament.
  ///
  /// Mutating like others that change nothing: to call it would else copy the stage.
  mutating func headLemma(
    _ k: Int32, _ notes: [MentionNote], _ reader: EntityReader, _ mentions: [Mention]
  ) -> TermID {
    let mention = mentions[Int(k)]
    if mention.form == .nominal { return reader.table.lemmas[Int(notes[Int(k)].head)] }
    for i in mention.tokens.dropFirst() where reader.term(i) == words.of {
      return reader.table.lemmas[i - 1]
    }
    return reader.table.lemmas[Int(mention.end) - 1]
  }

  private mutating func isAlliance(
    _ k: Int32, _ notes: [MentionNote], _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let mention = mentions[Int(k)]
    guard mention.form == .nominal, notes[Int(k)].flags.contains(.led) else { return false }
    return reader.lemmaMarks(Int(notes[Int(k)].head)).contains(.alliance)
  }

  /// The mention of the country or person that a body belongs to.
  private mutating func ownerOf(_ k: Int32, _ notes: [MentionNote], _ mentions: [Mention]) -> Int32?
  {
    if mentions[Int(k)].form == .nominal {
      return notes[Int(k)].owner >= 0 ? notes[Int(k)].owner : nil
    }
    return nestedCountry(k, mentions)
  }

  /// "the regional government" is not "the Iraqi government": adjectives must be shared.
  private mutating func qualifiersAgree(
    _ m: Int32, _ k: Int32, _ notes: [MentionNote], _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let mention = mentions[Int(m)]
    let other = mentions[Int(k)]
    let head = Int(notes[Int(m)].head)
    guard Int(mention.first) + 1 < head else { return true }
    if reader.lemmaMarks(head).contains(.alliance) { return true }
    for i in Int(mention.first) + 1..<head {
      if reader.has(i, .roleOut) || reader.has(i, [.adv, .number]) { continue }
      var has = false
      for j in other.tokens where reader.term(j) == reader.term(i) { has = true }
      if !has { return false }
    }
    return true
  }

  /// "the group" by what the lexicon says of names in front.
  private mutating func described(
    _ m: Int32, _ marks: RoleWords.Marks, _ note: MentionNote, _ notes: [MentionNote],
    _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32? {
    var wanted: SenseFlags = []
    if marks.contains(.group) { wanted.formUnion([.armed, .party, .religious]) }
    if marks.contains(.armed) { wanted.formUnion([.armed, .military, .unit]) }
    if marks.contains(.company) { wanted.formUnion([.company, .media, .network]) }
    if marks.contains(.club) { wanted.formUnion([.club, .team]) }
    if marks.contains(.party) { wanted.formUnion([.party]) }
    let isFree = !marks.isDisjoint(with: [.company, .group, .charity])
    if wanted.isEmpty, !isFree { return nil }
    let sentence = infos[Int(m)].sentence
    var nearest: Int32?
    for k in window.suffix(Self.reach).reversed() {
      let distance = sentence - infos[Int(k)].sentence
      guard distance <= 2 else { break }
      if let nearest, infos[Int(k)].sentence < infos[Int(nearest)].sentence { break }
      guard mentions[Int(k)].kind == .organization, mentions[Int(k)].form == .name,
        !isAgency(Int(mentions[Int(k)].end), reader)
      else { continue }
      let flags = infos[Int(k)].flags
      // A named body of another sort in between makes it doubtful only if nothing is known of it.
      let isUnlisted = flags.isEmpty && mentions[Int(k)].canonical == 0
      let fits =
        !flags.isDisjoint(with: wanted)
        || (isUnlisted && marks.contains(.company) && distance > 0)
        || (flags.isEmpty && isFree && continues(k, m, distance: distance, reader, mentions))
      guard fits else { continue }
      // A subject goes on about the subject: "A bought B. The company …".
      if distance > 0, isSubject(k, reader), isSubject(m, reader) { return k }
      if nearest == nil { nearest = k }
    }
    return nearest
  }

  /// "PARIS (Coast Wire) - …": who reports is not what the article is about.
  private mutating func isAgency(_ end: Int, _ reader: EntityReader) -> Bool {
    let tokens = reader.table.tokens
    guard end + 1 < tokens.count, tokens[end].mark == UInt8(ascii: ")") else { return false }
    let mark = tokens[end + 1].mark
    return mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_")
  }

  /// "Acme said the group …" in a sentence; "Acme left. The group's leader …" in the next.
  private mutating func continues(
    _ k: Int32, _ m: Int32, distance: Int32, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let (from, to) = (Int(mentions[Int(k)].end), Int(mentions[Int(m)].first))
    if distance == 0 {
      return to - from <= 24 && (from..<max(from, to)).contains { reader.has($0, .say) }
    }
    let tokens = reader.table.tokens
    let end = Int(mentions[Int(m)].end)
    return distance == 1 && end < tokens.count
      && (tokens[end].flags.contains(.possessive) || reader.has(end, .role))
      && (isSubject(k, reader) || tokens[to].flags.contains(.sentenceStart))
  }

  private mutating func place(_ m: Int32, _ reader: EntityReader, _ mentions: [Mention]) {
    let marks = reader.lemmaMarks(Int(mentions[Int(m)].end) - 1)
    // "Milley, the country's highest officer": his own, if it is named.
    let before = Int(m) - 1
    if marks.contains(.country), before >= 0, mentions[before].kind == .person,
      mentions[before].end + 1 == mentions[Int(m)].first
    {
      let own = country(of: Int32(before), mentions)
      if own >= 0 {
        join(m, own, .descriptor)
        return
      }
    }
    let best = likeliest(m, marks, reader, mentions)
    if best >= 0 { join(m, best, .descriptor) } else { infos[Int(m)].isDropped = true }
  }

  /// The place in front that a general word most likely means, -1 for none.
  private mutating func likeliest(
    _ m: Int32, _ marks: RoleWords.Marks, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    let mention = mentions[Int(m)]
    var best: Int32 = -1
    var bestScore = 0
    let sentence = infos[Int(m)].sentence
    for k in window.suffix(Self.reach).reversed()
    where mentions[Int(k)].kind == .place && isName(mentions[Int(k)]) {
      let distance = sentence - infos[Int(k)].sentence
      if distance > 3 { break }
      let flags = infos[Int(k)].flags
      let fits =
        marks.contains(.country)
        ? flags.contains(.country) || mentions[Int(k)].form == .adjective
        : marks.contains(.city)
          ? flags.contains(.city)
          : marks.contains(.facility)
            ? flags.contains(.facility) || isNamedAfter(k, mention, reader, mentions)
            : flags.contains(.region) || flags.contains(.state)
              || isNamedAfter(k, mention, reader, mentions)
      guard fits else { continue }
      let score = weight(k, distance: Int(distance), reader, mentions)
      if score > bestScore {
        best = k
        bestScore = score
      }
    }
    return best
  }

  /// "Camp Hurriya" for "the camp".
  private mutating func isNamedAfter(
    _ k: Int32, _ mention: Mention, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let lemma = reader.table.lemmas[Int(mention.end) - 1]
    for i in mentions[Int(k)].tokens where reader.table.lemmas[i] == lemma { return true }
    return false
  }

  /// How likely "the country" means a place: named where things happen rather than who acts.
  private mutating func weight(
    _ k: Int32, distance: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int {
    let mention = mentions[Int(k)]
    var score = 8 - 2 * distance + min(Int(sizes[Int(root(k))]), 12) / 2
    let next = Int(mention.end)
    if next < reader.table.tokens.count {
      if reader.table.tokens[next].mark == UInt8(ascii: "-") { score -= 6 }
      if mention.form == .adjective, reader.has(next, [.force, .people]) { score -= 6 }
    }
    if mention.first > 0 {
      let before = Int(mention.first) - 1
      if reader.has(before, .prep), mention.form == .name { score += 3 }
      if reader.table.tokens[before].mark == UInt8(ascii: "-") { score -= 6 }
    }
    // What the same clause names as its subject or object is rarely called "the country" in it.
    if distance == 0, mention.form == .name, infos[Int(k)].phrase >= 0 {
      let flags = reader.chunks.nounPhrases[Int(infos[Int(k)].phrase)].flags
      if flags.contains(.object) || flags.contains(.subject) { score -= 4 }
    }
    return score
  }
}
