/// Finds what a document states about its entities: frames on verb groups and nouns, nested names,
/// possessors, roles, and any other action between two entities; and counts co-occurrence.
///
/// Linear in the number of chunks: every coordination, argument list and look back is bounded.
struct RelationStage: Sendable {
  let packs: [RuleBook.Pack]
  let words: RelationWords
  let syntax: SyntaxWords
  let ids: PredicateIDs
  let reader: ArgumentReader
  private let predicates: [Predicate]
  /// The kinds that the arguments of each predicate may have.
  private let signatures: [(subjects: KindMask, objects: KindMask)]
  /// Base forms that some pack's frames know; most words have none.
  let nounLemmas: TermSet
  let verbLemmas: TermSet

  /// Relations of one sentence that frames or structure state; reused.
  var found: [RelationMention] = []
  var subjects: [ResolvedArgument] = []
  var objects: [ResolvedArgument] = []
  private var resolver = ArgumentResolver()
  private var pairs = PairCounter()
  private var order = FactOrder()
  private var patterns = SurfacePatterns()
  private var matched: [RelationMention] = []
  /// One a sentence: its mentions; what has fewer than two entities states nothing. Reused.
  private var mentionCount: [Int32] = []
  /// Country entities of the document by canonical name; reused.
  var countries: [NameID: Int32] = [:]

  init(knowledge: Knowledge, syntax: SyntaxWords) {
    self.init(
      packs: knowledge.rules.packs,
      words: RelationWords(
        term: { knowledge.lexicon.term($0) }, list: { knowledge.list($0) }),
      syntax: syntax, predicates: knowledge.predicates)
  }

  init(
    packs: [RuleBook.Pack], words: RelationWords, syntax: SyntaxWords, predicates: [Predicate]
  ) {
    self.packs = packs
    self.words = words
    self.syntax = syntax
    self.predicates = predicates
    signatures = predicates.map { (KindMask($0.subjects), KindMask($0.objects)) }
    nounLemmas = TermSet(packs.flatMap { $0.rules.nounFrames.lemmas })
    verbLemmas = TermSet(packs.flatMap { $0.rules.verbFrames.lemmas })
    ids = PredicateIDs(predicates)
    reader = ArgumentReader(words: words, syntax: syntax, ids: ids)
  }

  /// Fills `relations` and `cooccurrences` of `extraction`, whose entities, mentions and roles are
  /// there.
  mutating func run(
    text: [UInt8], table: TokenTable, sentences: [Sentence], chunks: Chunks, lexicon: Lexicon,
    into extraction: inout Extraction
  ) {
    found.removeAll(keepingCapacity: true)
    matched.removeAll(keepingCapacity: true)
    resolver.prepare(
      extraction.mentions, roles: extraction.roles, tokenCount: table.tokens.count, chunks)
    let context = RelationContext(
      tokens: table.tokens, classes: table.classes, lemmas: table.lemmas, sentences: sentences,
      chunks: chunks, mentions: extraction.mentions, entities: extraction.entities,
      roles: extraction.roles, lexicon: lexicon, words: words, syntax: syntax, resolver: resolver)
    countries.removeAll(keepingCapacity: true)
    for (k, entity) in extraction.entities.enumerated()
    where entity.kind == .place && entity.canonical != 0 && countries[entity.canonical] == nil {
      countries[entity.canonical] = Int32(k)
    }
    patterns.run(packs, text: text, table: table, context, into: &matched)
    for relation in matched { add(relation, context) }
    countMentions(extraction.mentions, sentences)
    for v in chunks.verbGroups.indices {
      let group = chunks.verbGroups[v]
      // What a quotation says may be about its speaker, who stands in another sentence.
      if mentionCount[Int(group.sentence)] >= (group.quote < 0 ? 2 : 1) { verb(Int32(v), context) }
    }
    for n in chunks.nounPhrases.indices
    where mentionCount[Int(chunks.nounPhrases[n].sentence)] > 1 {
      noun(Int32(n), context)
    }
    structure(context)
    order.sort(
      &found, predicates, generic: ids.other, partOf: ids.partOf, into: &extraction.relations)
    pairs.run(extraction.mentions, sentences: sentences, into: &extraction.cooccurrences)
  }

  private mutating func countMentions(_ mentions: [Mention], _ sentences: [Sentence]) {
    mentionCount.removeAll(keepingCapacity: true)
    var m = 0
    for sentence in sentences {
      var count: Int32 = 0
      while m < mentions.count, mentions[m].first < sentence.end {
        count += 1
        m += 1
      }
      mentionCount.append(count)
    }
  }

  /// Adds a relation whose arguments are of the right kinds.
  mutating func add(_ relation: RelationMention, _ context: RelationContext) {
    guard relation.subject != relation.object, relation.subject >= 0, relation.object >= 0,
      Int(relation.predicate) < predicates.count
    else { return }
    let signature = signatures[Int(relation.predicate)]
    guard signature.subjects.contains(context.kind(relation.subject)),
      signature.objects.contains(context.kind(relation.object))
    else { return }
    found.append(relation)
  }

  /// Adds every pair of ``subjects`` and ``objects``.
  mutating func addPairs(
    _ predicate: PredicateID, modality: Modality, label: ByteSpan, sentence: Int32, rule: RuleID,
    reversed: Bool = false, _ context: RelationContext
  ) {
    var budget = 64
    for a in subjects {
      for b in objects {
        budget -= 1
        if budget < 0 { return }
        guard a.entity != b.entity else { continue }
        // Troops may be based in a place or join a body, but their country does neither.
        if a.isStandIn || b.isStandIn, ids.isStructural(predicate) { continue }
        if b.isWhole, predicate != ids.livesIn { continue }
        let start = min(a.span.start, b.span.start, label.start)
        let end = max(a.span.end, b.span.end, label.end)
        add(
          RelationMention(
            subject: reversed ? b.entity : a.entity, object: reversed ? a.entity : b.entity,
            predicate: predicate, modality: modality, label: label,
            evidence: ByteSpan(start: start, end: end), sentence: sentence, rule: rule), context)
      }
    }
  }
}

/// The predicates that the engine itself states, by name.
struct PredicateIDs: Sendable {
  let other: PredicateID
  let holdsRole: PredicateID
  let partOf: PredicateID
  let locatedIn: PredicateID
  let citizenOf: PredicateID
  let livesIn: PredicateID
  let memberOf: PredicateID
  let familyOf: PredicateID
  let met: PredicateID
  let supports: PredicateID
  let opposes: PredicateID
  let owns: PredicateID
  let killed: PredicateID
  let accused: PredicateID
  let founded: PredicateID
  let told: PredicateID
  let succeeded: PredicateID

  /// States what something is, not what somebody does.
  func isStructural(_ predicate: PredicateID) -> Bool {
    predicate == partOf || predicate == locatedIn || predicate == livesIn || predicate == memberOf
      || predicate == familyOf || predicate == holdsRole || predicate == owns
      || predicate == founded
  }

  init(_ predicates: [Predicate]) {
    func id(_ name: String) -> PredicateID {
      PredicateID(predicates.firstIndex { $0.name == name } ?? Int(PredicateID.max))
    }
    other = id("other")
    holdsRole = id("holds_role")
    partOf = id("part_of")
    locatedIn = id("located_in")
    citizenOf = id("citizen_of")
    livesIn = id("lives_in")
    memberOf = id("member_of")
    familyOf = id("family_of")
    met = id("met")
    supports = id("supports")
    opposes = id("opposes")
    owns = id("owns")
    killed = id("killed")
    accused = id("accused")
    founded = id("founded")
    told = id("told")
    succeeded = id("succeeded")
  }
}
