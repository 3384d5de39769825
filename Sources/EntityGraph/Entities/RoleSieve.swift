/// Joins somebody known by a role with who is named for it: "a Pentagon spokeswoman" with "Pentagon
/// spokeswoman Jane Doe", "the minister" with "Foreign Minister John Doe".
extension EntityStage {
  /// How many roles a role is compared with, in front and behind.
  static let linkReach = 128

  static func near(_ index: Int, _ count: Int) -> Range<Int> {
    max(0, index - linkReach)..<min(count, index + linkReach)
  }

  mutating func joinRoles(
    _ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]
  ) {
    for (index, link) in roles.links.enumerated() {
      guard link.holder >= 0, mentions[Int(link.holder)].form == .nominal,
        roles.notes[Int(link.holder)].link == Int32(index)
      else { continue }
      let holder = link.holder
      guard !isNamed(holder), !roles.notes[Int(holder)].flags.contains(.counterpart)
      else { continue }
      let note = roles.notes[Int(holder)]
      var found: Int32 = -1
      var isCertain = true
      for other in Self.near(index, roles.links.count) where other != index {
        let candidate = roles.links[other]
        guard candidate.lemma == link.lemma, candidate.holder >= 0, isNamed(candidate.holder),
          fits(link, candidate, note, reader, roles, mentions)
        else { continue }
        if found >= 0, !isSame(found, candidate.holder) {
          // Of several the nearest in front, for a phrase with an article that points back.
          if note.flags.contains(.definite), link.of < 0 {
            if candidate.holder < holder,
              found > holder || candidate.holder > found && !isHeading(link, reader, roles)
            {
              found = candidate.holder
            }
          } else {
            isCertain = false
          }
        } else if found < 0 {
          found = candidate.holder
        }
      }
      if found > holder, isNamedBefore(index, roles, reader, mentions) { continue }
      if found >= 0, isCertain { join(holder, found, .role) }
    }
    joinUnnamedOffice(reader, roles, mentions)
    joinSameRoles(reader, roles, mentions)
  }

  /// "The justice minister … the minister … First Minister John Doe": the bare phrase means who stands
  /// in front of it, although nobody has named him yet.
  private mutating func isNamedBefore(
    _ index: Int, _ roles: RoleStage, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let link = roles.links[index]
    let role = roles.roles[Int(link.role)]
    guard link.of < 0, role.end - role.first == 1 else { return false }
    for other in max(0, index - 8)..<index {
      let before = roles.links[other]
      guard before.lemma == link.lemma, before.of >= 0, before.holder >= 0,
        mentions[Int(before.holder)].form == .nominal, !isNamed(before.holder),
        agree(before.holder, link.holder)
      else { continue }
      let phrase = roles.roles[Int(before.role)]
      if lesser(role, reader) == lesser(phrase, reader), isWithin(role, phrase, reader) {
        return true
      }
    }
    return false
  }

  /// Whether a cluster has a name.
  @inline(__always)
  func isNamed(_ m: Int32) -> Bool { infos[Int(root(m))].isNamed }

  private mutating func fits(
    _ nominal: RoleLink, _ named: RoleLink, _ note: MentionNote, _ reader: EntityReader,
    _ roles: RoleStage, _ mentions: [Mention]
  ) -> Bool {
    guard agree(nominal.holder, named.holder) else { return false }
    let a = roles.roles[Int(nominal.role)]
    let b = roles.roles[Int(named.role)]
    guard lesser(a, reader) == lesser(b, reader), isPrime(a, reader) == isPrime(b, reader),
      nominal.flags.contains(.former) == named.flags.contains(.former)
    else { return false }
    if nominal.of >= 0 {
      // "The British ambassador … The ambassador, John Doe": the article points back.
      if named.of < 0, named.holder > nominal.holder, note.flags.contains(.definite),
        !nominal.flags.contains(.citizen), b.first > 0,
        reader.term(Int(b.first) - 1) == reader.words.the
      {
        return isWithin(b, a, reader)
      }
      guard named.of >= 0, isSame(nominal.of, named.of),
        isWithin(a, b, reader) || isWithin(b, a, reader)
      else { return false }
      // Of "a US general" there are many: the two must be in the same event.
      if nominal.flags.contains(.citizen), !note.flags.contains(.definite) {
        return sharesEvent(nominal, named, reader)
      }
      return true
    }
    let first = Int(mentions[Int(nominal.holder)].first) + 1
    for i in first..<max(first, Int(a.first)) where reader.has(i, .adj) && !reader.has(i, .roleOut)
    {
      return false
    }
    guard note.flags.contains(.definite) else { return false }
    return isWithin(a, b, reader)
  }

  /// "the general" within "Brigadier General", "the Minister" within "Minister for X".
  mutating func isWithin(_ a: RoleMention, _ b: RoleMention, _ reader: EntityReader) -> Bool {
    for i in a.tokens {
      var has = false
      for j in b.tokens where reader.term(i) == reader.term(j) { has = true }
      if !has { return false }
    }
    return true
  }

  private mutating func lesser(_ role: RoleMention, _ reader: EntityReader) -> Bool {
    for i in role.tokens where reader.marks(i).contains(.lesser) { return true }
    return false
  }

  /// "the minister" is no prime minister.
  private mutating func isPrime(_ role: RoleMention, _ reader: EntityReader) -> Bool {
    role.tokens.contains { reader.term($0) == words.prime }
  }

  /// "The Minister" of a release, in capitals: whose visit it tells of.
  private mutating func isHeading(_ link: RoleLink, _ reader: EntityReader, _ roles: RoleStage)
    -> Bool
  {
    let role = roles.roles[Int(link.role)]
    return role.end - role.first == 1
      && reader.table.tokens[Int(role.head)].flags.contains(.capitalized)
  }

  /// The words in front of both phrases share a verb or noun: "the killing of a general", "after the
  /// killing of the general X".
  private mutating func sharesEvent(_ a: RoleLink, _ b: RoleLink, _ reader: EntityReader) -> Bool {
    let content: WordClass = [.verb, .verbPast, .verbPart, .verbIng, .noun]
    for i in max(0, Int(a.first) - 5)..<Int(a.first) where reader.has(i, content) {
      if reader.has(i, [.prep, .det, .aux, .pron, .weekday, .role, .people, .time]) { continue }
      for j in max(0, Int(b.first) - 5)..<Int(b.first)
      where reader.table.lemmas[i] == reader.table.lemmas[j] {
        return true
      }
    }
    return false
  }

  /// "The Foreign Secretary" of a text that names exactly one person without any role.
  private mutating func joinUnnamedOffice(
    _ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]
  ) {
    guard roles.links.contains(where: { isUnnamedOffice($0, reader, roles, mentions) }) else {
      return
    }
    var only: Int32 = -1
    table.removeAll()
    for link in roles.links where link.holder >= 0 {
      table.set(UInt64(root(link.holder)) << 1 | 1, 0)
    }
    for index in lists.people where root(index) == index {
      if table.value(UInt64(index) << 1 | 1) != nil { continue }
      if only >= 0 { return }
      only = index
    }
    guard only >= 0 else { return }
    var office: Int32 = -1
    for link in roles.links {
      guard isUnnamedOffice(link, reader, roles, mentions), agree(link.holder, only)
      else { continue }
      if office >= 0, roles.links[Int(office)].lemma != link.lemma { return }
      if office < 0 { office = roles.notes[Int(link.holder)].link }
    }
    guard office >= 0 else { return }
    join(roles.links[Int(office)].holder, only, .role)
  }

  /// A title in capitals is one office, "the driver" may be anybody.
  private mutating func isUnnamedOffice(
    _ link: RoleLink, _ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]
  ) -> Bool {
    guard link.of < 0, link.holder >= 0, mentions[Int(link.holder)].form == .nominal,
      roles.notes[Int(link.holder)].flags.contains(.definite), !isNamed(link.holder)
    else { return false }
    let role = roles.roles[Int(link.role)]
    return role.end - role.first > 1
      && reader.table.tokens[Int(role.first)].flags.contains(.capitalized)
      && reader.table.tokens[Int(role.head)].flags.contains(.capitalized)
      && reader.lemmaMarks(Int(role.head)).contains(.office)
  }

  /// The same office of the same body, or the same bare phrase, never named: one person.
  private mutating func joinSameRoles(
    _ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]
  ) {
    for (index, link) in roles.links.enumerated() {
      guard link.holder >= 0, mentions[Int(link.holder)].form == .nominal,
        roles.notes[Int(link.holder)].link == Int32(index)
      else { continue }
      for other in max(0, index - Self.linkReach)..<index {
        let before = roles.links[other]
        guard before.lemma == link.lemma, before.holder >= 0,
          mentions[Int(before.holder)].form == .nominal, !isSame(before.holder, link.holder),
          before.flags.contains(.former) == link.flags.contains(.former),
          agree(before.holder, link.holder)
        else { continue }
        let isDefinite = roles.notes[Int(link.holder)].flags.contains(.definite)
        let a = roles.roles[Int(link.role)]
        let b = roles.roles[Int(before.role)]
        guard lesser(a, reader) == lesser(b, reader), isWithin(a, b, reader) else { continue }
        // Who has a name holds what he is named for, no other office of that kind.
        if isNamed(link.holder), !isNamed(before.holder), !isWithin(b, a, reader) { continue }
        let sameBody = link.of >= 0 && before.of >= 0 && isSame(link.of, before.of)
        // "A spokesman for X … the spokesman": the article points back.
        if isDefinite, sameBody || link.of < 0 {
          join(link.holder, before.holder, .role)
          break
        }
      }
    }
  }
}
