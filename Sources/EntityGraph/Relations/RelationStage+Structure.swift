/// Relations that the make-up of names and phrases states.
extension RelationStage {
  mutating func structure(_ context: RelationContext) {
    for role in context.roles { self.role(role, context) }
    nested(context)
    for n in context.chunks.nounPhrases.indices {
      possessed(Int32(n), context)
      placed(Int32(n), context)
    }
    commas(context)
  }

  /// A role links its holder with what it is a role of.
  private mutating func role(_ role: RoleMention, _ context: RelationContext) {
    guard role.holder >= 0, role.of >= 0, role.holder != role.of else { return }
    var predicate = ids.holdsRole
    switch context.entities[Int(role.of)].kind {
    case .person: predicate = ids.other
    case .place where isNationality(role, context): predicate = ids.citizenOf
    default: break
    }
    let sentence = context.sentence(at: Int(role.first))
    let range = context.sentences[Int(sentence)].tokens
    var span = role.span
    for entity in [role.holder, role.of] {
      if let near = context.nearest(entity, to: Int(role.head), in: range) {
        span = ByteSpan(start: min(span.start, near.start), end: max(span.end, near.end))
      }
    }
    add(
      RelationMention(
        subject: role.holder, object: role.of, predicate: predicate, modality: role.modality,
        label: role.span, evidence: span, sentence: sentence, rule: role.rule,
        isFormer: role.isFormer), context)
  }

  /// "Iranian general", "Iraqi commander": a nationality in front of what is no office.
  private func isNationality(_ role: RoleMention, _ context: RelationContext) -> Bool {
    let head = Int(role.head)
    let word = words[context.tokens[head].term].union(words[context.lemmas[head]])
    if word.contains(.office) { return false }
    var k = Int(role.first) - 1
    let stop = max(0, Int(role.first) - 4)
    while k >= stop {
      let m = context.resolver.ending[k]
      if m >= 0, context.mentions[Int(m)].entity == role.of {
        return context.mentions[Int(m)].form == .adjective
      }
      if context.chunks.tags[k] != .adjective { return false }
      k -= 1
    }
    return false
  }

  /// A country or body inside a body's name: "US Central Command", "Government of Iraq".
  private mutating func nested(_ context: RelationContext) {
    let rule = RelationRule.nested
    for (k, outer) in context.mentions.enumerated() {
      guard outer.entity >= 0, outer.form == .name || outer.form == .nominal,
        outer.end - outer.first >= 2, outer.kind != .person
      else { continue }
      if outer.form == .name { country(of: outer, context) }
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

  /// "Iran's elite Quds Force", "the Iraqi militia Hashd al-Shaabi", "Iranian general X".
  private mutating func possessed(_ index: Int32, _ context: RelationContext) {
    let phrase = context.chunks.nounPhrases[Int(index)]
    let m = context.resolver.headMention(phrase, context.mentions, context.chunks)
    guard m >= 0 else { return described(phrase, context) }
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
          if found.kind != .person {
            if addCompound(found, mention, context) { return }
            owner = ResolvedArgument(entity: found.entity, span: found.span)
            isAdjective = found.form == .adjective
            break
          }
        }
        k -= 1
      }
    }
    guard let owner, owner.entity != mention.entity else { return }
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
      // "Spain's Rafael Nadal".
      let isHome = phrase.possessor >= 0 && phrase.first == mention.first && context.isState(owner)
      guard isHome || isAdjective && nationality(phrase, mention, owner, context)
      else { return }
      predicate = ids.citizenOf
      rule = RelationRule.nationality
    case (.person, .organization):
      let isOwn = phrase.first == mention.first && mention.end == phrase.end
      guard phrase.possessor < 0 || isOwn, !context.hasRole(mention.entity, owner.entity, in: phrase)
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

  /// "Sony, the Japanese maker of games,": the body belongs to the country.
  private mutating func described(_ phrase: NounPhrase, _ context: RelationContext) {
    guard phrase.apposedTo >= 0, phrase.flags.isDisjoint(with: [.plural, .time]) else { return }
    let renamed = context.chunks.nounPhrases[Int(phrase.apposedTo)]
    let m = context.resolver.headMention(renamed, context.mentions, context.chunks)
    guard m >= 0 else { return }
    let body = context.mentions[Int(m)]
    guard body.kind == .organization, body.form == .name else { return }
    var k = Int(phrase.head) - 1
    while k >= Int(phrase.first) {
      let n = context.resolver.inside(k, from: phrase.first, context.mentions)
      if n >= 0 {
        let country = context.mentions[Int(n)]
        guard country.kind == .place, country.form == .adjective,
          compound(country, context) == nil, country.entity != body.entity
        else { return }
        add(
          RelationMention(
            subject: body.entity, object: country.entity, predicate: ids.partOf,
            modality: .asserted, label: country.span,
            evidence: ByteSpan(
              start: min(body.span.start, country.span.start),
              end: max(body.span.end, country.span.end)),
            sentence: phrase.sentence, rule: RelationRule.possessor), context)
        return
      }
      k -= 1
    }
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
    for (k, inner) in context.mentions.enumerated() {
      guard inner.kind == .place, inner.form == .name, inner.entity >= 0,
        Int(inner.end) + 1 < context.tokens.count,
        context.tokens[Int(inner.end)].mark == UInt8(ascii: ",")
      else { continue }
      var j = k + 1
      var steps = 0
      while j < context.mentions.count, context.mentions[j].first < inner.end + 1, steps < 4 {
        j += 1
        steps += 1
      }
      guard j < context.mentions.count else { continue }
      let outer = context.mentions[j]
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
}

extension RelationContext {
  /// Index of the sentence that holds a token (binary search).
  func sentence(at token: Int) -> Int32 {
    var low = 0
    var high = sentences.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(sentences[middle].first) <= token { low = middle } else { high = middle }
    }
    return Int32(low)
  }

  /// The mention of an entity next to a token within a sentence.
  func nearest(_ entity: Int32, to token: Int, in range: Range<Int>) -> ByteSpan? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if Int(mentions[middle].first) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var best: ByteSpan?
    var distance = Int.max
    var steps = 0
    while low < mentions.count, Int(mentions[low].first) < range.upperBound, steps < 200 {
      if mentions[low].entity == entity {
        let far = abs(Int(mentions[low].first) - token)
        if far < distance {
          distance = far
          best = mentions[low].span
        }
      }
      low += 1
      steps += 1
    }
    return best
  }

  /// Index of the first role that begins at or behind a token (binary search).
  func firstRole(from token: Int32) -> Int {
    var low = 0
    var high = roles.count
    while low < high {
      let middle = (low + high) / 2
      if roles[middle].first < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a role inside a phrase already links a person with a body.
  func hasRole(_ person: Int32, _ body: Int32, in phrase: NounPhrase) -> Bool {
    var k = firstRole(from: phrase.first)
    while k < roles.count, roles[k].first < phrase.end {
      if roles[k].holder == person, roles[k].of == body { return true }
      k += 1
    }
    return false
  }

  /// Whether the second of two places with a comma between is the region or country of the first:
  /// the lexicon knows it as state or country, and no list goes on.
  func contains(_ outer: Mention, _ inner: Mention) -> Bool {
    let after = Int(outer.end)
    if isCountry(inner) { return false }
    guard after < tokens.count else { return true }
    if tokens[after].mark == UInt8(ascii: ","), after + 1 < tokens.count {
      // "Paris, France, and": closed by a comma, but "Iraq, Syria, Iran and" is a list.
      let next = resolver.starts(at: after + 1, mentions)
      if next, chunks.tags[after + 1] == .proper { return false }
      if chunks.tags[after + 1] == .conjunction { return isRegion(outer) && !isRegion(inner) }
    }
    if chunks.tags[after] == .conjunction { return isRegion(outer) && !isRegion(inner) }
    return !(isCountry(inner) && isCountry(outer)) || isRegion(outer)
  }

  /// No country, state or region by what the lists say.
  func isTown(_ mention: Mention) -> Bool {
    flags(mention).isDisjoint(with: [.country, .state, .region, .continent])
  }

  /// The mention of a place that a phrase names: its own, or "the department of X".
  func place(_ phrase: NounPhrase) -> Int32 {
    let m = resolver.headMention(phrase, mentions, chunks)
    if m >= 0 { return m }
    let isGeneric =
      !known(Int(phrase.head)).isDisjoint(with: [.placeGeneral, .nominalPlace, .direction])
      || words[phrase.lemma].contains(.part)
    guard isGeneric, let whole = resolver.complement(phrase, .of, self) else { return -1 }
    return resolver.headMention(chunks.nounPhrases[Int(whole)], mentions, chunks)
  }

  /// Whether an entity is a country.
  func isState(_ owner: ResolvedArgument) -> Bool {
    let name = entities[Int(owner.entity)].naming
    return name >= 0 && isCountry(mentions[Int(name)])
  }

  /// Whether a place can lie in another one by what the lists say of both.
  func fits(_ inner: Mention, inside outer: Mention) -> Bool {
    let whole = flags(outer)
    if isCountry(inner) { return whole.isEmpty || whole.contains(.continent) }
    return true
  }

  /// "Edinburgh's Napier University": a city that is no country or state, and no government of it.
  func isCity(_ owner: ResolvedArgument, _ body: Mention) -> Bool {
    let head = known(Int(body.end) - 1)
    if head.contains(.nominalOrg), !head.contains(.orgHead) { return false }
    let k = resolver.inside(
      sentenceToken(endingAt: owner.span.end, before: Int(body.first)), from: 0, mentions)
    guard k >= 0 else { return false }
    let found = flags(mentions[Int(k)])
    return found.contains(.city) && found.isDisjoint(with: [.country, .state])
  }

  /// The token that ends at a byte, looked for from `before` backwards.
  private func sentenceToken(endingAt byte: Int32, before: Int) -> Int {
    var k = max(0, before - 1)
    let stop = max(0, before - 12)
    while k > stop, tokens[k].end > byte { k -= 1 }
    return k
  }

  private func isCountry(_ mention: Mention) -> Bool { flags(mention).contains(.country) }
  private func isRegion(_ mention: Mention) -> Bool {
    !flags(mention).isDisjoint(with: [.country, .state, .region])
  }

  private func flags(_ mention: Mention) -> SenseFlags {
    var node: UInt32 = 0
    var all: SenseFlags = []
    for i in mention.tokens {
      node = node == 0 ? lexicon.root(tokens[i].term) : lexicon.step(node, tokens[i].term)
      if node == 0 { return [] }
    }
    for k in lexicon.senseRange(node) {
      let sense = lexicon.sense(k)
      if sense.kind == .place { all.formUnion(sense.flags) }
    }
    return all
  }
}

extension ArgumentResolver {
  /// Whether a mention begins at a token.
  func starts(at token: Int, _ mentions: [Mention]) -> Bool {
    var k = token
    while k < ending.count, k < token + 5 {
      let m = ending[k]
      if m >= 0, Int(mentions[Int(m)].first) == token { return true }
      k += 1
    }
    return false
  }
}
