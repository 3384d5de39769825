/// What the lists and the neighbourhood say of names: where they stand, what they can lie in.
extension RelationContext {
  /// Index of the sentence that holds a token (binary search).
  func sentence(at token: Int) -> Int32 {
    var low = 0
    var high = sentences.count
    while low + 1 < high {
      let middle = (low + high) / 2
      let isBefore = Int(sentences[middle].first) <= token
      low = isBefore ? middle : low
      high = isBefore ? high : middle
    }
    return Int32(low)
  }

  /// Indices of the mentions of two entities next to a token within a sentence, -1 for none.
  func nearest(_ a: Int32, _ b: Int32, to token: Int32, in sentence: Int32) -> (Int, Int) {
    let range = sentences[Int(sentence)]
    var k = Int(counts[Int(sentence)].first)
    while k < mentions.count, mentions[k].first < range.first { k += 1 }
    let end = min(mentions.count, k + 200)
    // Distance and index as one number, the first of equally near ones the smallest.
    var (bestA, bestB) = (Int.max, Int.max)
    while k < end, mentions[k].first < range.end {
      let place = Int(abs(mentions[k].first - token)) << 32 | k
      let entity = mentions[k].entity
      bestA = min(bestA, entity == a ? place : Int.max)
      bestB = min(bestB, entity == b ? place : Int.max)
      k += 1
    }
    func index(_ place: Int) -> Int { place == Int.max ? -1 : place & 0xFFFF_FFFF }
    return (index(bestA), index(bestB))
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

  /// Whether a token behind a phrase is part of the role that the phrase names.
  func isInRole(_ token: Int32, of phrase: NounPhrase) -> Bool {
    guard phrase.flags.contains(.animate), known(Int(phrase.head)).contains(.role) else {
      return false
    }
    var k = firstRole(from: phrase.first)
    while k < roles.count, roles[k].first < phrase.end {
      if roles[k].end > token { return true }
      k += 1
    }
    return false
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
    if chunks.tags[after] == .conjunction {
      return isRegion(outer) && !isRegion(inner) && !(isCounty(outer) && isListed(after + 1))
    }
    return !(isCountry(inner) && isCountry(outer)) || isRegion(outer)
  }

  /// A region that is no country or state, such as may stand in a list of towns.
  private func isCounty(_ mention: Mention) -> Bool {
    flags(mention).isDisjoint(with: [.country, .state])
  }

  /// "at Bristol, Devon and Stoke": whether the place that begins at a token ends a list.
  private func isListed(_ token: Int) -> Bool {
    guard resolver.starts(at: token, mentions) else { return false }
    var end = token + 1
    while end < tokens.count, chunks.tags[end] == .proper { end += 1 }
    return end >= tokens.count || tokens[end].mark != UInt8(ascii: ",")
  }

  /// No country, state or region by what the lists say.
  func isTown(_ mention: Mention) -> Bool {
    flags(mention).isDisjoint(with: [.country, .state, .region, .continent])
  }

  /// The mention of a place that a phrase names: its own, or "the department of X".
  func place(_ index: Int32) -> Int32 {
    let m = resolver.heads[Int(index)]
    if m >= 0 { return m }
    let phrase = chunks.nounPhrases[Int(index)]
    let isGeneric =
      !known(Int(phrase.head)).isDisjoint(with: [.placeGeneral, .nominalPlace, .direction])
      || words[phrase.lemma].contains(.part)
    guard isGeneric, let whole = resolver.complement(phrase, .of, self) else { return -1 }
    return resolver.heads[Int(whole)]
  }

  /// Whether a name or nationality qualifies a name behind it in one phrase.
  func qualifies(_ front: Mention, _ name: Mention, _ phrase: NounPhrase) -> Bool {
    if name.end <= phrase.head {
      let head = known(Int(phrase.head))
      if head.isDisjoint(with: [.nominalOrg, .collective, .orgHead, .placeGeneral, .placeHead]) {
        return false
      }
    }
    // "an Ohio Democrat": somebody from there, no part of the state.
    if name.kind == .organization, front.kind == .place, name.end - name.first == 1,
      known(Int(name.first)).contains(.nominalPerson)
    {
      return false
    }
    guard name.kind == .person || front.form == .name, front.end < name.first else { return true }
    let last = Int(name.first) - 1
    guard chunks.tags[last] == .noun || chunks.tags[last] == .nounPlural,
      resolver.ending[last] < 0, !tokens[last].flags.contains(.capitalized)
    else { return true }
    let class_ = known(last)
    return name.kind == .person
      ? !class_.isDisjoint(with: [.role, .nominalPerson, .people, .kin, .rank, .title, .honorific])
      : !class_.isDisjoint(with: [.nominalOrg, .collective, .orgHead, .nominalPlace, .placeGeneral])
  }

  /// Whether an entity is a continent.
  func isContinent(_ entity: Int32) -> Bool {
    let name = entities[Int(entity)].naming
    guard name >= 0 else { return false }
    let mention = mentions[Int(name)]
    return flags(mention).contains(.continent) || flags(mention, .demonym).contains(.continent)
  }

  /// Whether an entity is a country.
  func isState(_ owner: ResolvedArgument) -> Bool {
    let name = entities[Int(owner.entity)].naming
    return name >= 0 && isCountry(mentions[Int(name)])
  }

  /// Whether an entity is a social network: what is said on it is not said to it.
  func isNetwork(_ owner: ResolvedArgument) -> Bool {
    let name = entities[Int(owner.entity)].naming
    return name >= 0 && flags(mentions[Int(name)], .organization).contains(.network)
  }

  /// Whether an entity is a state or region.
  func isRegion(_ owner: ResolvedArgument) -> Bool {
    let name = entities[Int(owner.entity)].naming
    return name >= 0 && !flags(mentions[Int(name)]).isDisjoint(with: [.state, .region])
  }

  /// Whether an entity is a place that is no country, state or region.
  func isTown(_ owner: ResolvedArgument) -> Bool {
    let entity = entities[Int(owner.entity)]
    return entity.kind == .place && entity.naming >= 0 && isTown(mentions[Int(entity.naming)])
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

  /// Whether "of", "for", "in" or "and" goes on at a token, so that a name does not end there.
  func joins(_ token: Int) -> Bool {
    !known(token).isDisjoint(with: [.prep, .conj])
  }

  /// Firms, media and armed groups: a country's noun in front is part of the name only ("Vietnam
  /// Airlines", "Malta Today"), where an adjective says whose they are.
  func isPrivate(_ body: Mention) -> Bool {
    !flags(body, .organization).isDisjoint(with: [.company, .media, .armed])
  }

  private func isCountry(_ mention: Mention) -> Bool { flags(mention).contains(.country) }
  private func isRegion(_ mention: Mention) -> Bool {
    !flags(mention).isDisjoint(with: [.country, .state, .region])
  }

  private func flags(_ mention: Mention, _ kind: SenseKind = .place) -> SenseFlags {
    var node: UInt32 = 0
    var all: SenseFlags = []
    for i in mention.tokens {
      node = node == 0 ? lexicon.root(tokens[i].term) : lexicon.step(node, tokens[i].term)
      if node == 0 { return [] }
    }
    for k in lexicon.senseRange(node) {
      let sense = lexicon.sense(k)
      if sense.kind == kind { all.formUnion(sense.flags) }
    }
    return all
  }
}

extension RelationContext {
  /// lawyer, farmer, resident: nothing that a town or region gives.
  func isResident(_ role: RoleMention) -> Bool {
    let head = Int(role.head)
    // "U.S. Attorney" in capitals is an office.
    return !tokens[head].flags.contains(.capitalized)
      && words[tokens[head].term].union(words[lemmas[head]]).contains(.resident)
  }

  /// "Iranian general", "Iraqi commander": a nationality in front of what is no office.
  func isNationality(_ role: RoleMention) -> Bool {
    let head = Int(role.head)
    let word = words[tokens[head].term].union(words[lemmas[head]])
    if word.contains(.office), !word.contains(.privateOffice) { return false }
    // "Attorney General", "Consul General" are no ranks.
    if head > Int(role.first), known(head).contains(.rank), !known(head - 1).contains(.rank),
      known(head - 1).contains(.role)
    {
      return false
    }
    var k = Int(role.first) - 1
    let stop = max(0, Int(role.first) - 4)
    while k >= stop {
      let m = resolver.ending[k]
      if m >= 0, mentions[Int(m)].entity == role.of {
        return mentions[Int(m)].form == .adjective
      }
      if chunks.tags[k] != .adjective { return false }
      k -= 1
    }
    return false
  }
}

extension ArgumentResolver {
  /// Whether a mention begins at a token.
  func starts(at token: Int, _ mentions: UnsafeBufferPointer<Mention>) -> Bool {
    var k = token
    while k < ending.count, k < token + 5 {
      let m = ending[k]
      if m >= 0, Int(mentions[Int(m)].first) == token { return true }
      k += 1
    }
    return false
  }
}
