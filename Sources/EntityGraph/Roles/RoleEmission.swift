/// Writes what a role statement says into the extraction.
extension RoleStage {
  mutating func emit(
    _ s: inout RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) {
    var of = body(s)
    if of == -1, s.front.article == .none, reader.lemmaMarks(s.phrase.head).contains(.office),
      s.phrase.end == s.phrase.head + 1, let last = links.last, last.of != -1, last.holder >= 0,
      s.front.start > start + 1, reader.term(s.front.start - 1) == words.and,
      reader.cover[s.front.start - 2] == last.holder, !last.flags.contains(.complement)
    {
      // "X chief executive A and finance director B", but "X chief A and singer B"
      of = last.of
    }
    var flags: RoleLink.Flags = []
    let head = s.phrase.head
    if s.front.isFormer { flags.insert(.former) }
    if s.isNegated { flags.insert(.negated) }
    if s.isPossible { flags.insert(.possible) }
    if s.phrase.isRank { flags.insert(.rank) }
    let fromComplement = of != -1 && of == complement(s)
    if fromComplement { flags.insert(.complement) }
    if !reader.lemmaMarks(head).contains(.office), !fromComplement { flags.insert(.citizen) }
    if of == -1 { flags.insert(.bare) }
    let isCounterpart = reader.marks(head).contains(.counterpart)
    if isCounterpart, complement(s) == -1 { of = s.front.of }
    var holder = s.holder
    if s.hasNominal {
      let nominal = addNominal(s, of, isCounterpart, reader)
      candidateNotes[Int(nominal)].link = Int32(links.count)
      if holder == -1 {
        holder = -2 - nominal
      } else {
        // The apposed phrase and the name are one person.
        appositions.append((-2 - nominal, holder))
      }
    }
    append(s.phrase, holder, of, flags, s, reader)
    if let second = s.second {
      var body = of
      if s.secondIsFormer {
        flags.formUnion([.former, .bare])
        body = -1
      }
      append(second, holder, body, flags, s, reader)
    }
    guard s.phrase.isPlural, s.holder >= 0 else { return }
    // "Presidents X and Y"
    var k = Int(reader.mentions[Int(s.holder)].end)
    for _ in 0..<6 {
      guard k + 1 < limit, reader.isComma(k) || reader.term(k) == words.and else { return }
      k += 1
      if reader.term(k) == words.and, k + 1 < limit { k += 1 }
      let person = reader.person(at: k, limit: limit)
      guard person >= 0 else { return }
      append(s.phrase, person, of, flags, s, reader)
      k = Int(reader.mentions[Int(person)].end)
    }
  }

  private mutating func complement(_ s: RoleStatement) -> Int32 {
    s.complementCandidate >= 0 ? -2 - s.complementCandidate : s.complement
  }

  /// The body: of "X of Y" the direct one, else what stands in front, else what stands behind.
  private mutating func body(_ s: RoleStatement) -> Int32 {
    let front = s.front.candidate >= 0 ? -2 - s.front.candidate : s.front.of
    let behind = complement(s)
    // "his counterpart at X": a pronoun in front says less than a name behind.
    if behind != -1, s.complementIsOf || front == -1 || s.front.article == .pronoun {
      return behind
    }
    if front != -1 { return front }
    return s.behind
  }

  mutating func append(
    _ phrase: RolePhrase, _ holder: Int32, _ of: Int32, _ flags: RoleLink.Flags,
    _ s: RoleStatement, _ reader: RoleReader
  ) {
    links.append(
      RoleLink(
        role: Int32(roles.count), holder: holder, of: of,
        first: Int32(s.evidence.lowerBound), end: Int32(s.evidence.upperBound), flags: flags,
        lemma: reader.table.lemmas[phrase.head]))
    roles.append(
      RoleMention(
        span: reader.span(phrase.first, phrase.end), first: Int32(phrase.first),
        end: Int32(phrase.end), head: Int32(phrase.head), rule: s.rule,
        isFormer: flags.contains(.former),
        modality: s.isNegated ? .negated : s.isPossible ? .possible : .asserted))
  }

  private mutating func addNominal(
    _ s: RoleStatement, _ of: Int32, _ isCounterpart: Bool, _ reader: RoleReader
  ) -> Int32 {
    // "the commander of the force" runs to the force, "a general in Iraq" to the general.
    let end = s.complementIsOf ? s.fullEnd : s.end
    var note = MentionNote(head: Int32(s.phrase.head), flags: [.role])
    switch s.front.article {
    case .definite: note.flags.insert(.definite)
    case .demonstrative: note.flags.formUnion([.definite, .demonstrative])
    case .indefinite: note.flags.insert(.indefinite)
    case .pronoun: note.flags.insert(.owned)
    case .none, .other: break
    }
    if s.front.isPossessive { note.flags.insert(.definite) }
    if isCounterpart { note.flags.insert(.counterpart) }
    let marks = reader.lemmaMarks(s.phrase.head)
    // Of prime ministers and foreign secretaries there is one.
    let isUnique =
      s.front.article == .definite && marks.contains(.office)
      && (marks.contains(.head) || s.phrase.end - s.phrase.first > 1)
    if of != -1 || isCounterpart || isUnique { note.flags.insert(.standsAlone) }
    note.owner = of
    let known = candidateAt[end - 1]
    let index = add(
      s.front.start, end, kind: .person, form: .nominal, rule: s.rule, note, reader)
    // A body that ends at the same token stays the one that is found there.
    if known >= 0 { candidateAt[end - 1] = known }
    return index
  }
}
