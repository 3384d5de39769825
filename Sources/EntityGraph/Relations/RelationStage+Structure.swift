/// Relations that the make-up of names and phrases states.
extension RelationStage {
  mutating func structure(_ context: RelationContext) {
    for (k, role) in context.roles.enumerated() {
      if isRankBeside(k, context) { continue }
      if isOrigin(role, context) { origins.append(Int32(truncatingIfNeeded: k)) }
    }
    notable.collect(context)
    nested(context)
    let all = context.chunks.nounPhrases
    for k in 0..<phrases.structured.count {
      let index = phrases.structured[k]
      let n = Int(index)
      if context.resolver.heads[n] >= 0 {
        possessed(index, context)
      } else {
        if all[n].apposedTo >= 0 { described(all[n], context) }
        if all[n].head >= all[n].first + 4 { fighters(all[n], context) }
      }
      if all[n].firstArgument >= 0 { placed(index, context) }
    }
    commas(context)
  }

  /// A role links its holder with what it is a role of.
  ///
  /// - Returns: whether the place only says where the holder is from ("a Swedish chemist"): the role
  ///   is none of its own. A general's army is his country's.
  private mutating func isOrigin(_ role: RoleMention, _ context: RelationContext) -> Bool {
    guard role.holder >= 0, role.of >= 0, role.holder != role.of else { return false }
    var predicate = ids.holdsRole
    switch context.entities[Int(role.of)].kind {
    case .person: predicate = ids.other
    case .place where context.isNationality(role): predicate = ids.citizenOf
    // "a Boston lawyer": where he lives, no office of the city.
    case .place where context.isResident(role): predicate = ids.livesIn
    default: break
    }
    let sentence = context.sentence(at: Int(role.first))
    var span = role.span
    func take(_ mention: Int) {
      if mention < 0 { return }
      let near = context.mentions[mention].span
      span = ByteSpan(start: min(span.start, near.start), end: max(span.end, near.end))
    }
    let near = context.nearest(role.holder, role.of, to: role.head, in: sentence)
    take(near.0)
    take(near.1)
    add(
      RelationMention(
        subject: role.holder, object: role.of, predicate: predicate, modality: role.modality,
        label: role.span, evidence: span, sentence: sentence, rule: role.rule,
        isFormer: role.isFormer), context)
    return (predicate == ids.citizenOf || predicate == ids.livesIn)
      && !context.known(Int(role.head)).contains(.rank)
  }

  /// "General X, the commander of Y": of the two roles the command says more.
  private func isRankBeside(_ k: Int, _ context: RelationContext) -> Bool {
    let role = context.roles[k]
    guard role.of >= 0, context.known(Int(role.head)).contains(.rank) else { return false }
    for other in max(0, k - 1)..<min(context.roles.count, k + 2) where other != k {
      let beside = context.roles[other]
      if beside.holder == role.holder, beside.of == role.of,
        beside.first > role.first || !context.known(Int(beside.head)).contains(.rank)
      {
        return true
      }
    }
    return false
  }

  /// A country or body inside a body's name: "US Central Command", "Government of Iraq".
  private mutating func nested(_ context: RelationContext) {
    let rule = RelationRule.nested
    for n in 0..<notable.outer.count {
      let k = Int(notable.outer[n])
      let outer = context.mentions[k]
      if outer.form == .name {
        country(of: outer, context)
        parent(of: outer, context)
      }
      // Nested mentions start inside; mentions are in the order of the text.
      var j = k + 1
      var steps = 0
      while j < context.mentions.count, steps < 6 {
        let inner = context.mentions[j]
        if inner.first >= outer.end { break }
        j += 1
        steps += 1
        guard inner.entity >= 0, inner.entity != outer.entity, inner.end <= outer.end,
          inner.form != .pronoun, inner.kind != .person
        else { continue }
        // "European Union".
        if inner.form == .adjective, outer.form == .name, context.isContinent(inner.entity) {
          break
        }
        if addCompound(inner, outer, context) { break }
        let predicate = outer.kind == .place ? ids.locatedIn : ids.partOf
        if outer.kind == .place, inner.kind != .place { continue }
        add(
          RelationMention(
            subject: outer.entity, object: inner.entity, predicate: predicate,
            modality: .asserted, label: inner.span, evidence: outer.span,
            sentence: context.sentence(at: Int(outer.first)), rule: rule), context)
        break
      }
    }
  }

  /// "NATO Response Force", "European Union Mission": what an acronym or a name of several words in
  /// front names is a body of the text's own.
  private mutating func parent(of body: Mention, _ context: RelationContext) {
    let first = context.tokens[Int(body.first)]
    let isAcronym = first.flags.contains(.allCaps) && first.length <= 6
    guard body.kind == .organization, isAcronym || body.end - body.first >= 3 else { return }
    for n in 0..<notable.bodies.count where notable.bodies[n].term == first.term {
      let mention = context.mentions[Int(notable.bodies[n].mention)]
      let length = mention.end - mention.first
      guard mention.entity != body.entity,
        length == 1 ? isAcronym : length < body.end - body.first
      else { continue }
      var k: Int32 = 1
      while k < length,
        context.tokens[Int(mention.first + k)].term == context.tokens[Int(body.first + k)].term
      {
        k += 1
      }
      let last = context.tokens[Int(body.first + length) - 1]
      guard k == length, !context.joins(Int(body.first + length)) else { continue }
      let span = ByteSpan(start: body.span.start, end: last.end)
      add(
        RelationMention(
          subject: body.entity, object: mention.entity, predicate: ids.partOf,
          modality: .asserted, label: span, evidence: body.span,
          sentence: context.sentence(at: Int(body.first)), rule: RelationRule.nested), context)
      return
    }
  }

  /// "Iran's ally Syria": the noun in front of a body's or place's name says what ties the two.
  private func isRelated(
    _ mention: Mention, in phrase: NounPhrase, _ context: RelationContext
  ) -> Bool {
    guard mention.kind != .person else { return false }
    var k = Int(mention.first) - 1
    while k >= Int(phrase.first) {
      if !context.tokens[k].flags.contains(.capitalized), reader.isBearer(k, context),
        mention.kind == .place || !frames.nouns[context.tokens[k].term].isEmpty
      {
        return true
      }
      k -= 1
    }
    return false
  }

  /// A named phrase: "Iran's elite Quds Force", "the Iraqi militia Hashd al-Shaabi", "Iranian general X".
  private mutating func possessed(_ index: Int32, _ context: RelationContext) {
    let phrase = context.chunks.nounPhrases[Int(index)]
    let m = context.resolver.heads[Int(index)]
    let mention = context.mentions[Int(m)]
    guard mention.form == .name || mention.form == .nominal else { return }
    var owner: ResolvedArgument?
    if phrase.possessor >= 0 {
      owner = context.resolver.resolve(phrase.possessor, context, standIn: false)
    }
    var isAdjective = false
    if owner == nil {
      var k = Int(min(phrase.head, mention.first)) - 1
      while k >= Int(phrase.first) {
        let before = context.resolver.inside(k, from: phrase.first, context.mentions)
        if before >= 0 {
          let found = context.mentions[Int(before)]
          // "the Cosmopolitan interview Jane Doe gave", "Turkish EU bid".
          if found.kind != .person {
            guard context.qualifies(found, mention, phrase) else {
              fighters(phrase, context)
              return
            }
            if addCompound(found, mention, context) { return }
            owner = ResolvedArgument(entity: found.entity, span: found.span)
            isAdjective = found.form == .adjective
            break
          }
        }
        k -= 1
      }
    }
    guard let owner, owner.entity != mention.entity,
      isAdjective || !isRelated(mention, in: phrase, context)
    else { return }
    let ownerKind = context.entities[Int(owner.entity)].kind
    let span = ByteSpan(
      start: min(owner.span.start, mention.span.start), end: max(owner.span.end, mention.span.end))
    var predicate: PredicateID
    var rule = RelationRule.possessor
    switch (mention.kind, ownerKind) {
    case (.organization, .place) where phrase.possessor >= 0 && context.isCity(owner, mention):
      predicate = ids.locatedIn
    case (.organization, .place), (.organization, .organization): predicate = ids.partOf
    case (.place, .place): predicate = ids.locatedIn
    case (.person, .place):
      if context.isContinent(owner.entity) { return }
      // "Spain's Rafael Nadal".
      let isHome = phrase.possessor >= 0 && phrase.first == mention.first
      let isCountry = context.isState(owner)
      // "Ohio's Sherrod Brown".
      if isHome, !isCountry, context.isRegion(owner) {
        predicate = ids.livesIn
        rule = RelationRule.home
        break
      }
      guard isHome && isCountry || isAdjective && nationality(phrase, mention, owner, context)
      else { return }
      predicate = ids.citizenOf
      rule = RelationRule.nationality
    case (.person, .organization):
      let isOwn = phrase.first == mention.first && mention.end == phrase.end
      guard phrase.possessor < 0 || isOwn,
        !context.hasRole(mention.entity, owner.entity, in: phrase)
      else { return }
      predicate = ids.memberOf
    default: return
    }
    add(
      RelationMention(
        subject: mention.entity, object: owner.entity, predicate: predicate, modality: .asserted,
        label: owner.span, evidence: span, sentence: phrase.sentence,
        rule: rule), context)
  }

  /// "the Iran-backed Hezbollah fighters": the compound is the body's.
  private mutating func fighters(_ phrase: NounPhrase, _ context: RelationContext) {
    guard phrase.head >= phrase.first + 4, phrase.flags.contains(.plural),
      words[phrase.lemma].contains(.fighter)
    else { return }
    let b = context.resolver.inside(Int(phrase.head) - 1, from: phrase.first, context.mentions)
    guard b >= 0, context.mentions[Int(b)].kind == .organization,
      context.mentions[Int(b)].first >= phrase.first + 3
    else { return }
    let body = context.mentions[Int(b)]
    let front = context.resolver.inside(Int(body.first) - 3, from: phrase.first, context.mentions)
    guard front >= 0, context.mentions[Int(front)].kind != .person else { return }
    _ = addCompound(context.mentions[Int(front)], body, context)
  }

  /// "Sony, the Japanese maker of games,": the body belongs to the country.
  private mutating func described(_ phrase: NounPhrase, _ context: RelationContext) {
    guard phrase.apposedTo >= 0, phrase.flags.isDisjoint(with: [.plural, .time]) else { return }
    let m = context.resolver.heads[Int(phrase.apposedTo)]
    guard m >= 0 else { return }
    let body = context.mentions[Int(m)]
    guard body.kind == .organization, body.form == .name else { return }
    let saysBody = namesBody(phrase, context)
    if phrase.possessor >= 0 {
      // "the SVR, Russia's intelligence agency,".
      guard saysBody, phrase.flags.isDisjoint(with: [.animate]),
        let owner = context.resolver.resolve(phrase.possessor, context, standIn: false),
        context.kind(owner.entity) != .person
      else { return }
      belongs(body, to: owner, phrase, context)
      return
    }
    var k = Int(phrase.head) - 1
    while k >= Int(phrase.first) {
      let n = context.resolver.inside(k, from: phrase.first, context.mentions)
      if n >= 0 {
        let front = context.mentions[Int(n)]
        // "Acme, a Tokyo-based start-up,".
        if addCompound(front, body, context) { return }
        // "Amisom, the African Union force,".
        let isParent =
          front.kind == .organization && front.form == .name && saysBody
          && phrase.flags.contains(.definite)
        guard front.kind == .place && front.form == .adjective || isParent else { return }
        belongs(
          body, to: ResolvedArgument(entity: front.entity, span: front.span), phrase, context)
        return
      }
      k -= 1
    }
  }

  /// Whether the head of a phrase is a word for a body: agency, force, wing.
  private func namesBody(_ phrase: NounPhrase, _ context: RelationContext) -> Bool {
    let head = context.known(Int(phrase.head))
    if words[phrase.lemma].contains(.repeats) { return true }
    if !head.isDisjoint(with: [.force, .orgHead]) { return true }
    // "the UN supplier" is none of its bodies.
    if phrase.possessor >= 0, head.contains(.nominalOrg) { return true }
    return frames.nouns[phrase.lemma].contains {
      frames.frames[Int(frames.nouns.entries[$0].frame)].predicate == ids.partOf
    }
  }

  private mutating func belongs(
    _ body: Mention, to owner: ResolvedArgument, _ phrase: NounPhrase, _ context: RelationContext
  ) {
    guard owner.entity != body.entity else { return }
    add(
      RelationMention(
        subject: body.entity, object: owner.entity, predicate: ids.partOf, modality: .asserted,
        label: owner.span,
        evidence: ByteSpan(
          start: min(body.span.start, owner.span.start), end: max(body.span.end, owner.span.end)),
        sentence: phrase.sentence, rule: RelationRule.possessor), context)
  }

  /// Nationality in front of a rank or a plain noun for a person; an office is a role instead.
  private func nationality(
    _ phrase: NounPhrase, _ mention: Mention, _ owner: ResolvedArgument,
    _ context: RelationContext
  ) -> Bool {
    var k = context.firstRole(from: phrase.first)
    while k < context.roles.count, context.roles[k].first < phrase.end {
      if context.roles[k].of == owner.entity { return false }
      k += 1
    }
    return true
  }

  /// "Fort Bragg, North Carolina": a place inside the larger one behind the comma.
  private mutating func commas(_ context: RelationContext) {
    let rule = RelationRule.placeComma
    for n in 0..<notable.beforeComma.count {
      let k = Int(notable.beforeComma[n])
      let inner = context.mentions[k]
      var j = k + 1
      var steps = 0
      while j < context.mentions.count, context.mentions[j].first < inner.end + 1, steps < 4 {
        j += 1
        steps += 1
      }
      guard j < context.mentions.count else { continue }
      let outer = context.mentions[j]
      if inner.kind == .organization {
        higherUnit(inner, outer, context)
        continue
      }
      guard outer.first == inner.end + 1, outer.kind == .place, outer.form == .name,
        outer.entity >= 0, outer.entity != inner.entity, context.contains(outer, inner)
      else { continue }
      add(
        RelationMention(
          subject: inner.entity, object: outer.entity, predicate: ids.locatedIn,
          modality: .asserted, label: context.tokens[Int(inner.end)].span,
          evidence: ByteSpan(start: inner.span.start, end: outer.span.end),
          sentence: context.sentence(at: Int(inner.first)), rule: rule), context)
      // "Pittsburgh and Harrisburg, Pennsylvania".
      let and = Int(inner.first) - 1
      guard and > 0, context.chunks.tags[and] == .conjunction else { continue }
      let b = context.resolver.inside(and - 1, from: 0, context.mentions)
      guard b >= 0 else { continue }
      let other = context.mentions[Int(b)]
      guard other.kind == .place, other.form == .name, other.entity >= 0,
        other.entity != outer.entity, context.isTown(other)
      else { continue }
      add(
        RelationMention(
          subject: other.entity, object: outer.entity, predicate: ids.locatedIn,
          modality: .asserted, label: context.tokens[Int(inner.end)].span,
          evidence: ByteSpan(start: other.span.start, end: outer.span.end),
          sentence: context.sentence(at: Int(inner.first)), rule: rule), context)
    }
  }

  /// "3rd Squadron, 5th Cavalry Regiment": the unit that the one before belongs to.
  private mutating func higherUnit(_ unit: Mention, _ other: Mention, _ context: RelationContext) {
    guard other.kind == .organization, other.form == .name, other.entity >= 0,
      other.entity != unit.entity, other.first == unit.end + 1,
      context.tokens[Int(other.first)].flags.contains(.number),
      context.tokens[Int(unit.first)].flags.contains(.number)
    else { return }
    // "the 1st, 3rd and 5th Brigade" is a list.
    let end = Int(other.end)
    if end + 1 < context.tokens.count, context.chunks.tags[end] == .conjunction { return }
    if end + 1 < context.tokens.count, context.tokens[end].mark == UInt8(ascii: ","),
      context.tokens[end + 1].flags.contains(.number)
        || context.chunks.tags[end + 1] == .conjunction
    {
      return
    }
    add(
      RelationMention(
        subject: unit.entity, object: other.entity, predicate: ids.partOf, modality: .asserted,
        label: context.tokens[Int(unit.end)].span,
        evidence: ByteSpan(start: unit.span.start, end: other.span.end),
        sentence: context.sentence(at: Int(unit.first)), rule: RelationRule.placeComma), context)
  }
}
