/// Gives titles without a body ("President X") the one that the document states elsewhere.
///
/// In this order: the same person's same title with a body; a body that the title itself names, if
/// the document mentions it; the body that "a spokesman" speaks for; the lexicon's country of a
/// listed person, if mentioned; the country whose body stands beside the title ("the Iraqi parliament
/// and the prime minister"); the country whose stance the person states ("underlined the UK's
/// commitment"); the country of a visit, or the one that the document is about
/// (``EntityStage/homeCountry(_:_:_:_:)``).
extension EntityStage {
  mutating func inheritBodies(
    _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: [Mention]
  ) {
    var isNeeded = false
    for index in roles.links.indices {
      governOthers(index, reader, &roles, mentions)
      enlist(index, reader, &roles, mentions)
      if isOpen(roles.links[index]) { isNeeded = true }
    }
    if !isNeeded { return }
    copyBodies(&roles)
    if infer(0, reader, &roles, mentions) { copyBodies(&roles) }
    if infer(1, reader, &roles, mentions) { copyBodies(&roles) }
  }

  /// - Parameter step: 0 reads the title itself, 1 its holder and surroundings.
  /// - Returns: whether any title got a body.
  private mutating func infer(
    _ step: Int, _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: [Mention]
  ) -> Bool {
    var hasGiven = false
    for index in roles.links.indices {
      guard isOpen(roles.links[index]) else { continue }
      let role = roles.roles[Int(roles.links[index].role)]
      let speaksFor = step == 1 ? infos[Int(roles.links[index].holder)].owner : -1
      if give(speaksFor, index, &roles) {
        hasGiven = true
        continue
      }
      if step == 1, give(modifierBody(role, reader, roles, mentions), index, &roles) {
        hasGiven = true
        continue
      }
      let isOffice = reader.lemmaMarks(Int(role.head)).contains(.office)
      guard isOffice, !roles.links[index].flags.contains(.rank) else { continue }
      if step == 0 {
        var first = Int(role.first)
        // "Her Majesty's Ambassador".
        if first > 1, reader.table.tokens[first - 1].flags.contains(.possessive) { first -= 2 }
        let bodies = titles.bodies(first..<Int(role.end), reader)
        if give(named(bodies, mentions), index, &roles) { hasGiven = true }
        continue
      }
      // A minister's country is the body, and whose head of state somebody is.
      let ofState = role.end > role.head + 1 && reader.marks(Int(role.end) - 1).contains(.country)
      guard ofState || reader.lemmaMarks(Int(role.head)).contains(.national) else { continue }
      let holder = roles.links[index].holder
      var body = country(of: holder, mentions)
      if body >= 0, isForeign(role, to: mentions[Int(body)].canonical, reader) { body = -1 }
      if body < 0, ofState { body = officeCountry(of: holder, index, reader, roles) }
      if body < 0 { body = besides(roles.links[index], reader, mentions) }
      if body < 0 { body = stance(holder, roles, reader, mentions) }
      if body < 0, infos[Int(root(holder))].of == 0 {
        body = homeCountry(index, reader, roles, mentions)
      }
      if give(body, index, &roles) { hasGiven = true }
    }
    return hasGiven
  }

  /// "his foreign minister, X": a minister is his country's whose minister he is called.
  private mutating func governOthers(
    _ index: Int, _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: [Mention]
  ) {
    let link = roles.links[index]
    guard link.of >= 0, link.holder >= 0, kind(link.of) == .person, !infos[Int(link.of)].isDropped
    else { return }
    let role = roles.roles[Int(link.role)]
    guard reader.term(Int(role.head)) == words.minister else { return }
    var own = officeCountry(of: link.of, index, reader, roles)
    if own < 0 { own = country(of: link.of, mentions) }
    if own >= 0 { roles.links[index].of = own }
  }

  /// "Acme Army spokesman Colonel X", "General X, the commander of the Acme Army": the rank is one of
  /// the force that the role beside it names. Of a brigade or a joint command that a general leads it
  /// is none: those are parts of an army, or of several.
  private mutating func enlist(
    _ index: Int, _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: [Mention]
  ) {
    let link = roles.links[index]
    guard link.of < 0, link.holder >= 0, link.flags.contains(.rank), isNamed(link.holder) else {
      return
    }
    let rank = roles.roles[Int(link.role)]
    for other in max(0, index - 1)..<min(roles.links.count, index + 2) where other != index {
      let known = roles.links[other]
      guard known.of >= 0, known.holder >= 0, isSame(known.holder, link.holder),
        kind(known.of) == .organization, !infos[Int(known.of)].isDropped
      else { continue }
      let role = roles.roles[Int(known.role)]
      let gap = rank.first - role.end
      let leads =
        gap == 0 || gap == 1 && reader.table.tokens[Int(role.end)].mark == UInt8(ascii: ",")
      let commands =
        gap < 0 && infos[Int(known.holder)].sentence == infos[Int(link.holder)].sentence
        && reader.lemmaMarks(Int(role.head)).contains(.command)
        && !reader.lemmaMarks(Int(mentions[Int(known.of)].end) - 1)
          .isDisjoint(with: [.institution, .entourage])
      guard commands || leads && isForce(known.of) else { continue }
      roles.links[index].of = known.of
      roles.links[index].flags.insert(.inherited)
      return
    }
  }

  /// Whether an organization is an army, a unit or a group that fights.
  private mutating func isForce(_ body: Int32) -> Bool {
    !infos[Int(root(body))].flags.isDisjoint(with: [.armed, .military, .unit])
  }

  /// The country whose office a person holds in a title near another, -1 if there is none.
  private mutating func officeCountry(
    of person: Int32, _ index: Int, _ reader: EntityReader, _ roles: RoleStage
  ) -> Int32 {
    for other in Self.near(index, roles.links.count) where other != index {
      let known = roles.links[other]
      if known.of >= 0, known.holder >= 0, isSame(known.holder, person),
        kind(known.of) == .place, reader.lemmaMarks(headOf(known, roles)).contains(.national)
      {
        return known.of
      }
    }
    return -1
  }

  private mutating func headOf(_ link: RoleLink, _ roles: RoleStage) -> Int {
    Int(roles.roles[Int(link.role)].head)
  }

  /// "police chief X", "army spokesman Y": the only police or army that the document names.
  private mutating func modifierBody(
    _ role: RoleMention, _ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]
  ) -> Int32 {
    // A local government minister's field is no body.
    guard !reader.lemmaMarks(Int(role.head)).contains(.national) else { return -1 }
    for token in Int(role.first)..<Int(role.head)
    where reader.lemmaMarks(token).contains(.institution) {
      guard searchSteps > 0 else { return -1 }
      searchSteps -= mentions.count
      let lemma = reader.table.lemmas[token]
      var found: Int32 = -1
      for k in mentions.indices
      where mentions[k].kind == .organization && !infos[k].isDropped
        && mentions[k].form != .pronoun && mentions[k].form != .adjective
      {
        let m = Int32(k)
        guard headLemma(m, roles.notes, reader, mentions) == lemma else { continue }
        if found >= 0, !isSame(found, m) { return -1 }
        found = m
      }
      return found
    }
    return -1
  }

  private mutating func give(_ body: Int32, _ index: Int, _ roles: inout RoleStage) -> Bool {
    guard body >= 0 else { return false }
    roles.links[index].of = body
    roles.links[index].flags.insert(.inherited)
    roles.links[index].flags.remove(.citizen)
    return true
  }

  @inline(__always)
  private func isOpen(_ link: RoleLink) -> Bool {
    link.of < 0 && link.holder >= 0
      && !infos[Int(link.holder)].isDropped
  }

  /// The same person and the same title: stated bodies first, inferred ones last.
  mutating func copyBodies(_ roles: inout RoleStage) {
    table.removeAll()
    second.removeAll()
    for (index, link) in roles.links.enumerated() where link.of >= 0 && link.holder >= 0 {
      let key = roleKey(link)
      if link.flags.contains(.inherited) {
        if second.value(key) == nil { second.set(key, Int32(index)) }
      } else if table.value(key) == nil {
        table.set(key, Int32(index))
      }
    }
    for index in roles.links.indices {
      let link = roles.links[index]
      let isInferred = link.flags.contains(.inherited)
      guard isOpen(link) || isInferred else { continue }
      guard
        let known = table.value(roleKey(link)) ?? (isInferred ? nil : second.value(roleKey(link)))
      else { continue }
      let source = roles.links[Int(known)]
      roles.links[index].of = source.of
      roles.links[index].flags.formUnion(source.flags.intersection([.citizen, .complement]))
      roles.links[index].flags.insert(.inherited)
    }
  }

  private mutating func roleKey(_ link: RoleLink) -> UInt64 {
    UInt64(link.lemma) << 32 | UInt64(root(link.holder)) << 1 | 1
  }

  /// The first of some canonical names that the document mentions, -1 if none.
  private mutating func named(_ bodies: ArraySlice<NameID>, _ mentions: [Mention]) -> Int32 {
    if bodies.isEmpty { return -1 }
    noteCanonicals(mentions)
    for body in bodies {
      if let known = canonicals.value(UInt64(body) << 1 | 1) { return known }
    }
    return -1
  }

  /// Notes, when first asked, where each listed place and organization is named first.
  private mutating func noteCanonicals(_ mentions: [Mention]) {
    if hasNotedCanonicals { return }
    hasNotedCanonicals = true
    canonicals.removeAll()
    for index in lists.listed where mentions[Int(index)].kind != .person {
      _ = canonicals.insert(UInt64(mentions[Int(index)].canonical) << 1 | 1, index)
    }
  }

  /// The country or body that the lexicon gives a listed person, if the document mentions it.
  mutating func country(of person: Int32, _ mentions: [Mention]) -> Int32 {
    let own = infos[Int(root(person))].of
    return own == 0 ? -1 : named([own], mentions)
  }

  /// "the Iraqi parliament and the prime minister": the country of the body in front.
  private mutating func besides(
    _ link: RoleLink, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    let nominal = mentions[Int(link.holder)]
    let before = Int(nominal.first) - 1
    guard nominal.form == .nominal, before > 0, reader.term(before) == words.and else { return -1 }
    var k = Int(link.holder) - 1
    while k >= 0, Int(link.holder) - k < 4 {
      let body = mentions[k]
      if Int(body.end) == before, body.kind == .organization,
        let own = nestedCountry(Int32(k), mentions)
      {
        return own
      }
      k -= 1
    }
    return -1
  }

  /// The country whose support, commitment or position the person states in a sentence of theirs;
  /// -1 if there is none or several.
  private mutating func stance(
    _ person: Int32, _ roles: RoleStage, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    guard searchSteps > 0 else { return -1 }
    let r = root(person)
    let near = max(0, Int(person) - 300)..<min(mentions.count, Int(person) + 300)
    // So few persons and mentions that all searches together stay far from the limit.
    let isShort = mentions.count <= 200 && roles.links.count <= 50
    if isShort, findStances(reader, mentions).isEmpty { return -1 }
    searchSteps -= near.count
    var found: Int32 = -1
    for k in near where root(Int32(k)) == r && !infos[k].isDropped {
      let sentence = infos[k].sentence
      var j = k + 1
      while j < mentions.count, infos[j].sentence == sentence {
        searchSteps -= 1
        if mentions[j].kind == .place, isName(mentions[j]), statesStance(mentions[j], reader) {
          if found >= 0, !isSame(found, Int32(j)) { return -1 }
          found = Int32(j)
        }
        j += 1
      }
    }
    return found
  }

  /// The names of places whose stance a sentence states; most documents have none.
  private mutating func findStances(_ reader: EntityReader, _ mentions: [Mention]) -> [Int32] {
    if hasFoundStances { return stances }
    hasFoundStances = true
    stances.removeAll(keepingCapacity: true)
    for (k, mention) in mentions.enumerated()
    where mention.kind == .place && isName(mention) && statesStance(mention, reader) {
      stances.append(Int32(k))
    }
    return stances
  }

  /// Whether "commitment", "support", "message" follows a country as its owner.
  private mutating func statesStance(_ mention: Mention, _ reader: EntityReader) -> Bool {
    var k = Int(mention.end)
    let limit = min(reader.table.tokens.count, k + 4)
    var steps = 0
    while k < limit {
      if reader.lemmaMarks(k).contains(.stance) { return true }
      let token = reader.table.tokens[k]
      guard token.flags.contains(.possessive) || (steps < 2 && reader.has(k, [.adj, .verbIng]))
      else { return false }
      steps += token.flags.contains(.possessive) ? 0 : 1
      k += 1
    }
    return false
  }
}
