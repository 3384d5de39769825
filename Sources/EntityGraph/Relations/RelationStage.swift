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
  let frames: FrameBook

  /// Relations of one sentence that frames or structure state; reused.
  var found: [RelationMention] = []
  var subjects = ArgumentList()
  var objects = ArgumentList()
  /// Who does what the verb group at hand says.
  var actors = ArgumentList()
  /// Working memory of ``ArgumentResolver``.
  private var room = ArgumentResolver.Room()
  private var pairs = PairCounter()
  private var order = FactOrder()
  private var patterns = SurfacePatterns()
  private var matched: [RelationMention] = []
  /// Roles whose place only says where the holder is from.
  var origins: [Int32] = []
  /// Which mentions, noun phrases and verb groups some steps look at; reused.
  var notable = NotableMentions()
  var phrases = NotablePhrases()
  private var verbs = NotableVerbs()
  /// Country entities of the document by canonical name; reused.
  var countries = SmallTable()

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
    ids = PredicateIDs(predicates)
    frames = FrameBook(packs, succession: ids.succeeded)
    reader = ArgumentReader(words: words, syntax: syntax, ids: ids, frames: frames)
  }

  /// Fills `relations` and `cooccurrences` of `extraction`, whose entities, mentions and roles are
  /// there.
  mutating func run(
    text: [UInt8], table: TokenTable, sentences: [Sentence], chunks: Chunks, lexicon: Lexicon,
    into extraction: inout Extraction
  ) {
    found.removeAll(keepingCapacity: true)
    matched.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    countries.removeAll()
    for (k, entity) in extraction.entities.enumerated()
    where entity.kind == .place && entity.canonical != 0 {
      let key = UInt64(entity.canonical)
      if countries.value(key) == nil { countries.add(key, Int32(truncatingIfNeeded: k)) }
    }
    pairs.run(
      extraction.mentions, roles: extraction.roles, sentences: sentences,
      into: &extraction.cooccurrences)
    var room = ArgumentResolver.Room()
    swap(&room, &self.room)
    RelationContext.with(
      table, sentences, chunks, extraction, lexicon, counts: pairs.sentences,
      room: &room, words: words, syntax: syntax
    ) { context in
      patterns.run(
        packs, text: text, table: table, sentences: sentences, chunks: chunks,
        counts: pairs.sentences, extraction, context, into: &matched)
      for relation in matched { add(relation, context) }
      state(context)
    }
    for k in origins { extraction.roles[Int(k)].of = -1 }
    swap(&room, &self.room)
    order.sort(
      &found, predicates, generic: ids.other, partOf: ids.partOf, into: &extraction.relations)
  }

  /// Frames of verbs and nouns, then what the make-up of names and phrases states.
  private mutating func state(_ context: RelationContext) {
    verbs.collect(context, frames.verbs)
    for k in 0..<verbs.all.count { verb(verbs.all[k], context) }
    phrases.collect(context, frames.nouns)
    for k in 0..<phrases.nouns.count { noun(phrases.nouns[k], context) }
    structure(context)
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
    for i in 0..<subjects.count {
      let a = subjects[i]
      for k in 0..<objects.count {
        let b = objects[k]
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
  let attacked: PredicateID
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
    attacked = id("attacked")
    founded = id("founded")
    told = id("told")
    succeeded = id("succeeded")
  }
}
