/// Where bodies, places and persons belong, by the phrases around their names.
extension RelationStage {
  /// "the University of X in Y", "Whitefish in Montana", "the Iraqi city of Mosul", "Jane Doe of
  /// Boston".
  mutating func placed(_ index: Int32, _ context: RelationContext) {
    let phrase = context.chunks.nounPhrases[Int(index)]
    guard phrase.firstArgument >= 0 else { return }
    let argument = context.chunks.arguments[Int(phrase.firstArgument)]
    let word = words[context.tokens[Int(argument.preposition)].term]
    guard !word.isDisjoint(with: [.of, .inside, .from, .location]) else { return }
    let target = context.chunks.nounPhrases[Int(argument.phrase)]
    let t = context.place(argument.phrase)
    guard t >= 0, context.mentions[Int(t)].form == .name else { return }
    let outer = context.mentions[Int(t)]
    let m = context.resolver.heads[Int(index)]
    guard m >= 0, context.mentions[Int(m)].form == .name else {
      if outer.kind == .place { generic(phrase, outer, word, context) }
      if outer.kind == .place, word.contains(.inside) || isAt(argument.preposition, context),
        argument.preposition == phrase.end
      {
        seated(phrase, outer, label: argument.preposition, context)
      }
      if outer.kind == .place, word.contains(.from), argument.preposition == phrase.end {
        comesFrom(index, phrase, outer, label: argument.preposition, context)
      }
      return
    }
    let mention = context.mentions[Int(m)]
    let head = context.known(Int(phrase.head))
    // "Lazio province in Italy" as well.
    let adjacent =
      argument.preposition == mention.end
      || (argument.preposition == phrase.end && phrase.end - mention.end == 1
        && mention.kind == .place && head.contains(.placeHead))
    let gap = argument.preposition - mention.end
    let apart =
      (gap == 1 || gap == 3) && context.tokens[Int(mention.end)].mark == UInt8(ascii: ",")
      && context.tokens[Int(argument.preposition) - 1].mark == UInt8(ascii: ",")
    let predicate: PredicateID
    switch (mention.kind, outer.kind) {
    case (.place, .place) where word.contains(.inside) && adjacent:
      // "beat Bangladesh in Indore".
      guard context.fits(mention, inside: outer) else { return }
      predicate = ids.locatedIn
    case (.organization, .place) where word.contains(.of) && adjacent: predicate = ids.locatedIn
    // "the 5th Brigade at Fort Elm".
    case (.organization, .place)
    where !word.contains(.inside) && isAt(argument.preposition, context) && adjacent
      && head.contains(.orgHead) && context.tokens[Int(phrase.head)].flags.contains(.capitalized):
      predicate = ids.locatedIn
    case (.organization, .place)
    where word.contains(.inside) && adjacent
      && (!head.isDisjoint(with: [.orgHead, .orgSuffix, .orgOf]) || isEmployer(phrase, context)
        || !context.known(Int(mention.first)).isDisjoint(with: [.orgOf, .orgHead])
        || isInstitution(phrase, context)):
      predicate = ids.locatedIn
    case (.person, .place) where (word.contains(.of) && (adjacent || apart)) || apart:
      guard !word.contains(.inside), !hasOffice(phrase, context) else { return }
      // "Naomi Osaka of Japan".
      let isState = context.isState(ResolvedArgument(entity: outer.entity, span: outer.span))
      predicate = isState ? ids.citizenOf : ids.livesIn
    case (.person, .organization)
    where (word.contains(.of) && (adjacent || apart))
      || (word.contains(.location) && adjacent && phrase.flags.contains(.subject)
        && isInstitution(target, context)):
      // "President X of Y" is a role; "MP X, of the Greens," has one elsewhere.
      guard !context.hasRole(mention.entity, outer.entity, in: phrase) else { return }
      predicate = ids.memberOf
    default: return
    }
    let label = context.tokens[Int(argument.preposition)].span
    let rule = mention.kind == .person ? RelationRule.home : RelationRule.placeIn
    state(predicate, mention, outer, label: label, phrase, rule: rule, context)
    // "X and Y of Ohio", "Umbria and Lazio in Italy".
    guard adjacent, phrase.previousConjunct >= 0, mention.kind != .organization else { return }
    let before = context.chunks.nounPhrases[Int(phrase.previousConjunct)]
    let b = context.resolver.heads[Int(phrase.previousConjunct)]
    guard b >= 0, before.firstArgument < 0, before.end + 1 == phrase.first else { return }
    let other = context.mentions[Int(b)]
    guard other.kind == mention.kind, other.form == .name, other.end == before.end,
      mention.kind == .person ? !hasOffice(before, context) : context.fits(other, inside: outer)
    else { return }
    state(predicate, other, outer, label: label, phrase, rule: rule, context)
  }

  /// "X, a truck driver from Ohio".
  private mutating func comesFrom(
    _ index: Int32, _ phrase: NounPhrase, _ place: Mention, label: Int32,
    _ context: RelationContext
  ) {
    guard phrase.flags.contains(.animate), !phrase.flags.contains(.plural), phrase.apposedTo >= 0,
      let person = context.resolver.resolve(index, context, standIn: false),
      context.kind(person.entity) == .person, place.entity >= 0,
      !context.isState(ResolvedArgument(entity: place.entity, span: place.span))
    else { return }
    add(
      RelationMention(
        subject: person.entity, object: place.entity, predicate: ids.livesIn,
        modality: .asserted, label: context.tokens[Int(label)].span,
        evidence: ByteSpan(
          start: min(person.span.start, place.span.start),
          end: max(person.span.end, place.span.end)),
        sentence: phrase.sentence, rule: RelationRule.home), context)
  }

  /// "the Iraqi city of Mosul", "Serbia's province of Kosovo"; "Mosul, a city in Iraq".
  private mutating func generic(
    _ phrase: NounPhrase, _ outer: Mention, _ word: RelationBits, _ context: RelationContext
  ) {
    let head = context.known(Int(phrase.head))
    guard
      !head.isDisjoint(with: [.placeGeneral, .nominalPlace, .placeHead])
        || words[phrase.lemma].contains(.part)
    else { return }
    if word.contains(.of) {
      var owner = context.resolver.premodifier(phrase, context)
      if owner == nil, phrase.possessor >= 0 {
        owner = context.resolver.resolve(phrase.possessor, context, standIn: false)
      }
      if let owner, context.kind(owner.entity) == .place {
        // "the Brooklyn area of New York": the part comes first.
        let isPart = words[phrase.lemma].contains(.part)
        let evidence = ByteSpan(start: owner.span.start, end: outer.span.end)
        add(
          RelationMention(
            subject: isPart ? owner.entity : outer.entity,
            object: isPart ? outer.entity : owner.entity, predicate: ids.locatedIn,
            modality: .asserted, label: context.tokens[Int(phrase.head)].span, evidence: evidence,
            sentence: phrase.sentence, rule: RelationRule.placeIn), context)
        return
      }
    }
    guard phrase.apposedTo >= 0 else { return }
    let r = context.resolver.heads[Int(phrase.apposedTo)]
    guard r >= 0, context.mentions[Int(r)].kind == .place else { return }
    state(
      ids.locatedIn, context.mentions[Int(r)], outer,
      label: context.tokens[Int(phrase.head)].span, phrase, rule: RelationRule.placeIn, context)
  }

  /// "the Atlantic Forum, a think tank in Washington".
  private mutating func seated(
    _ phrase: NounPhrase, _ place: Mention, label: Int32, _ context: RelationContext
  ) {
    guard phrase.apposedTo >= 0, phrase.flags.isDisjoint(with: [.plural, .animate]) else { return }
    let m = context.resolver.heads[Int(phrase.apposedTo)]
    guard m >= 0, context.mentions[Int(m)].kind == .organization,
      context.mentions[Int(m)].form == .name,
      phrase.flags.contains(.indefinite) || words[phrase.lemma].contains(.repeats)
        || !context.known(Int(phrase.head)).isDisjoint(with: [.orgHead, .nominalOrg])
    else { return }
    state(
      ids.locatedIn, context.mentions[Int(m)], place, label: context.tokens[Int(label)].span,
      phrase,
      rule: RelationRule.placeIn, context)
  }

  /// "an economist with Acme in New York": the body of somebody's function.
  private func isEmployer(_ phrase: NounPhrase, _ context: RelationContext) -> Bool {
    guard phrase.governor >= 0, phrase.preposition >= 0 else { return false }
    let governor = context.chunks.nounPhrases[Int(phrase.governor)]
    return context.known(Int(governor.head)).contains(.role)
      && phrase.preposition == governor.end
  }

  /// University, institute, hospital: "X at the Institute of Zoology" works there.
  private func isInstitution(_ phrase: NounPhrase, _ context: RelationContext) -> Bool {
    var k = Int(phrase.first)
    while k <= Int(phrase.head) {
      if context.known(k).contains(.orgOf) || words[context.tokens[k].term].contains(.institution) {
        return true
      }
      k += 1
    }
    return false
  }

  /// "at" of the words that say where; "near" does not say that it is there.
  private func isAt(_ token: Int32, _ context: RelationContext) -> Bool {
    let token = context.tokens[Int(token)]
    return token.length == 2 && words[token.term].contains(.location)
  }

  private mutating func state(
    _ predicate: PredicateID, _ a: Mention, _ b: Mention, label: ByteSpan, _ phrase: NounPhrase,
    rule: RuleID, _ context: RelationContext
  ) {
    guard a.entity >= 0, b.entity >= 0, a.entity != b.entity else { return }
    add(
      RelationMention(
        subject: a.entity, object: b.entity, predicate: predicate, modality: .asserted,
        label: label,
        evidence: ByteSpan(
          start: min(a.span.start, b.span.start), end: max(a.span.end, b.span.end)),
        sentence: phrase.sentence, rule: rule), context)
  }

  /// Whether a title stands in front of the name: "King X of Y" is a role.
  private func hasOffice(_ phrase: NounPhrase, _ context: RelationContext) -> Bool {
    var k = context.firstRole(from: phrase.first)
    if k < context.roles.count, context.roles[k].first < phrase.end { return true }
    k = Int(phrase.first)
    while k < Int(phrase.head) {
      if !context.known(k).isDisjoint(with: [.title, .role, .rank]),
        context.tokens[k].flags.contains(.capitalized)
      {
        return true
      }
      k += 1
    }
    return false
  }

  /// The country that a listed name begins with or that its government is "of": "U.S. Central
  /// Command", "Government of Iraq", where the document names the country elsewhere.
  mutating func country(of outer: Mention, _ context: RelationContext) {
    guard outer.kind == .organization else { return }
    let tokens = outer.tokens
    var found = place(tokens.lowerBound, in: tokens, context)
    if found == nil, tokens.count >= 3,
      words[context.tokens[tokens.lowerBound + 1].term].contains(.of),
      words[context.lemmas[tokens.lowerBound]].contains(.national)
    {
      found = place(tokens.lowerBound + 2, in: tokens, context)
    }
    guard let found, let entity = country(found.name), entity != outer.entity,
      !context.isContinent(entity), !found.isNoun || !context.isPrivate(outer)
    else { return }
    add(
      RelationMention(
        subject: outer.entity, object: entity, predicate: ids.partOf, modality: .asserted,
        label: found.span, evidence: outer.span, sentence: context.sentence(at: tokens.lowerBound),
        rule: RelationRule.nested), context)
  }

  /// The entity of the document that is a country, by its canonical name.
  private func country(_ name: NameID) -> Int32? {
    name == 0 ? nil : countries.value(UInt64(name))
  }

  /// The canonical country of the name or nationality that begins at a token, if it ends inside. Mutating,
  /// so that a call borrows the stage: else each would copy it.
  private mutating func place(
    _ start: Int, in range: Range<Int>, _ context: RelationContext
  ) -> (name: NameID, span: ByteSpan, isNoun: Bool)? {
    var node = context.lexicon.root(context.tokens[start].term)
    var end = start + 1
    var best: (name: NameID, end: Int, isNoun: Bool)?
    while node != 0 {
      for k in context.lexicon.senseRange(node) {
        let sense = context.lexicon.sense(k)
        let isCountry = sense.kind == .place && sense.flags.contains(.country)
        if isCountry || sense.kind == .demonym, country(sense.canonical) != nil {
          best = (sense.canonical, end, isCountry)
          break
        }
      }
      guard end < range.upperBound else { break }
      node = context.lexicon.step(node, context.tokens[end].term)
      end += 1
    }
    guard let best, best.end <= range.upperBound, range.count > 1 else { return nil }
    let span = ByteSpan(start: context.tokens[start].start, end: context.tokens[best.end - 1].end)
    return (best.name, span, best.isNoun)
  }
}
