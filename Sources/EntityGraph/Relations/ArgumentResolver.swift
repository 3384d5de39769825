/// An entity as an argument of a relation, with the words that mention it.
struct ResolvedArgument {
  var entity: Int32
  var span: ByteSpan
  /// The phrase is not the entity's own: its troops, officials or deeds.
  var isStandIn = false
  /// "Syria" of "Damascus, Syria": the place that the argument before lies in.
  var isWhole = false
}

/// Finds the entities that noun phrases stand for.
///
/// Its columns lie in working memory that ``RelationContext`` lends.
struct ArgumentResolver {
  /// One a token: the longest mention that ends behind it, -1 for none.
  let ending: UnsafeMutableBufferPointer<Int32>
  /// One a token: the longest mention that begins there.
  private let beginning: UnsafeMutableBufferPointer<Int32>
  /// One a token: who holds the role whose head word it is, -1 for none.
  let holders: UnsafeMutableBufferPointer<Int32>
  /// One a mention: the next shorter one that ends at the same token.
  private let shorter: UnsafeMutableBufferPointer<Int32>
  /// One a noun phrase: the phrase that renames it, -1 for none.
  let apposition: UnsafeMutableBufferPointer<Int32>
  /// One a noun phrase: the mention that names its head, -1 for none.
  let heads: UnsafeMutableBufferPointer<Int32>
  /// One a sentence: whether it says "according to", -1 before somebody asks.
  let hearsay: UnsafeMutableBufferPointer<Int32>
  /// One a sentence: the noun phrase behind its last one, 0 where it has none.
  private let phraseEnds: UnsafeMutableBufferPointer<Int32>

  /// Members of a coordination that are looked at.
  static let maximumConjuncts = 24

  /// Memory for the columns, kept from document to document.
  struct Room: Sendable {
    /// For the columns with an entry a token: all -1 between two documents, so that only what a
    /// document's mentions and roles have written must be cleared.
    fileprivate var tokens: [Int32] = []
    fileprivate var others: [Int32] = []

    /// Lends the columns of a document; they are valid within `body` only.
    mutating func withResolver(
      tokens count: Int, counts: UnsafeBufferPointer<PairCounter.Count>,
      _ mentions: UnsafeBufferPointer<Mention>, roles: UnsafeBufferPointer<RoleMention>,
      _ chunks: ChunkView, _ body: (ArgumentResolver) -> Void
    ) {
      let more = mentions.count + chunks.nounPhrases.count * 3 + counts.count * 2
      tokens.grow(-1, count: count * 3)
      others.grow(-1, count: more)
      tokens.withUnsafeMutableBufferPointer { tokens in
        others.withUnsafeMutableBufferPointer { others in
          let resolver = ArgumentResolver(
            tokens, others, tokens: count, counts: counts, mentions, roles: roles, chunks)
          body(resolver)
          resolver.clear(mentions, roles: roles)
        }
      }
    }
  }

  private init(
    _ tokens: UnsafeMutableBufferPointer<Int32>, _ others: UnsafeMutableBufferPointer<Int32>,
    tokens tokenCount: Int, counts: UnsafeBufferPointer<PairCounter.Count>,
    _ mentions: UnsafeBufferPointer<Mention>, roles: UnsafeBufferPointer<RoleMention>,
    _ chunks: ChunkView
  ) {
    var used = 0
    func column(_ count: Int) -> UnsafeMutableBufferPointer<Int32> {
      defer { used += count }
      return UnsafeMutableBufferPointer(rebasing: others[used..<(used + count)])
    }
    ending = UnsafeMutableBufferPointer(rebasing: tokens[..<tokenCount])
    beginning = UnsafeMutableBufferPointer(rebasing: tokens[tokenCount..<(tokenCount * 2)])
    holders = UnsafeMutableBufferPointer(rebasing: tokens[(tokenCount * 2)..<(tokenCount * 3)])
    apposition = column(chunks.nounPhrases.count)
    heads = column(chunks.nounPhrases.count)
    hearsay = column(counts.count)
    UnsafeMutableBufferPointer(rebasing: others[..<used]).update(repeating: -1)
    phraseEnds = column(counts.count)
    phraseEnds.update(repeating: 0)
    shorter = column(mentions.count)
    for role in roles where role.holder >= 0 && Int(role.head) < tokenCount {
      holders[Int(role.head)] = role.holder
    }
    place(mentions)
    for k in 0..<chunks.nounPhrases.count {
      phraseEnds[Int(chunks.nounPhrases[k].sentence)] = Int32(truncatingIfNeeded: k + 1)
      let renamed = Int(chunks.nounPhrases[k].apposedTo)
      if renamed >= 0, apposition[renamed] < 0 {
        apposition[renamed] = Int32(truncatingIfNeeded: k)
      }
    }
    findHeads(counts, mentions, chunks, open: column(chunks.nounPhrases.count))
  }

  /// Notes where the mentions begin and end.
  private func place(_ mentions: UnsafeBufferPointer<Mention>) {
    for k in 0..<mentions.count where mentions[k].entity >= 0 {
      let end = mentions[k].end
      let last = Int(end) - 1
      guard last >= 0, last < ending.count else { continue }
      let first = Int(mentions[k].first)
      if beginning[first] < 0 || mentions[Int(beginning[first])].end < end {
        beginning[first] = Int32(truncatingIfNeeded: k)
      }
      // Mentions come in the order of their first token: the longest that ends here comes first.
      if ending[last] < 0 {
        shorter[k] = -1
        ending[last] = Int32(truncatingIfNeeded: k)
      } else {
        shorter[k] = shorter[Int(ending[last])]
        shorter[Int(ending[last])] = Int32(truncatingIfNeeded: k)
      }
    }
  }

  /// Takes back what was written into the columns with an entry a token.
  private func clear(
    _ mentions: UnsafeBufferPointer<Mention>, roles: UnsafeBufferPointer<RoleMention>
  ) {
    for role in roles where role.holder >= 0 && Int(role.head) < holders.count {
      holders[Int(role.head)] = -1
    }
    for k in 0..<mentions.count where mentions[k].entity >= 0 {
      let last = Int(mentions[k].end) - 1
      guard last >= 0, last < ending.count else { continue }
      ending[last] = -1
      beginning[Int(mentions[k].first)] = -1
    }
  }

  /// The noun phrases of each sentence that is wanted.
  @inline(__always)
  func forEachSentence(
    of counts: UnsafeBufferPointer<PairCounter.Count>, where isWanted: (PairCounter.Count) -> Bool,
    _ body: (Range<Int>) -> Void
  ) {
    var start = 0
    for s in 0..<counts.count {
      let end = max(start, Int(phraseEnds[s]))
      if isWanted(counts[s]) { body(start..<end) }
      start = end
    }
  }

  /// Finds the mentions that name the heads of phrases. Most phrases have one that ends with the head and
  /// begins in the phrase, or nothing near; which, nobody can foretell, so that is told without a branch.
  ///
  /// - Parameter open: room for the others.
  private func findHeads(
    _ counts: UnsafeBufferPointer<PairCounter.Count>, _ mentions: UnsafeBufferPointer<Mention>,
    _ chunks: ChunkView, open: UnsafeMutableBufferPointer<Int32>
  ) {
    let phrases = chunks.nounPhrases
    var count = 0
    forEachSentence(of: counts, where: { $0.named > 0 }) { range in
      for n in range {
        let first = phrases[n].first
        let from = start(of: phrases[n], chunks)
        let m = ending[Int(phrases[n].head)]
        // All ones where no mention ends with the head, or the longest begins too early.
        let isMissing = (m | (mentions[Int(max(m, 0))].first &- from)) >> 31
        heads[n] = m | isMissing
        // Below 0 if there may be another one.
        let isNear =
          ~m | ~beginning[Int(from)] | ~beginning[Int(first)] | phrases[n].flags.sign(of: .proper)
        open[count] = Int32(truncatingIfNeeded: n)
        count &+= (isMissing & isNear).signBit
      }
    }
    for k in 0..<count {
      let n = Int(open[k])
      heads[n] = headMention(phrases[n], mentions, chunks)
    }
  }

  /// The token with which a phrase begins, or what stands in front of it and owns it.
  @inline(__always)
  private func start(of phrase: NounPhrase, _ chunks: ChunkView) -> Int32 {
    phrase.possessor < 0
      ? phrase.first : min(phrase.first, chunks.nounPhrases[Int(phrase.possessor)].first)
  }

  /// The mention that names a phrase's head: it ends with the head and lies in the phrase or in
  /// front of it ("Iraq's parliament").
  @inline(__always)
  private func headMention(
    _ phrase: NounPhrase, _ mentions: UnsafeBufferPointer<Mention>, _ chunks: ChunkView
  ) -> Int32 {
    // "the commander of Iran's Quds Force" ends with "Quds Force" but is another phrase's mention.
    let from = start(of: phrase, chunks)
    let direct = inside(Int(phrase.head), from: from, mentions)
    if direct >= 0 { return direct }
    let whole = described(from, phrase, mentions)
    if whole >= 0 { return whole }
    let own = from == phrase.first ? -1 : described(phrase.first, phrase, mentions)
    if own >= 0 { return own }
    // "Islamic State group", "the Boston area": a name runs over the head or stops before it; "the UN
    // Representative" is who holds the role.
    if phrase.flags.contains(.proper), holders[Int(phrase.head)] < 0 {
      var k = Int(phrase.end) - 1
      while k >= Int(phrase.first) {
        let mention = ending[k]
        // "the U.S.-Peru Forum" is neither.
        let isPart = k + 1 < Int(phrase.end) && chunks.tags[k + 1] == .punctuation
        if mention >= 0, mentions[Int(mention)].form == .name { return isPart ? -1 : mention }
        k -= 1
      }
    }
    return -1
  }

  /// The description ("a Pentagon spokeswoman") that begins at a token and covers the head, -1 for none.
  @inline(__always)
  private func described(
    _ start: Int32, _ phrase: NounPhrase, _ mentions: UnsafeBufferPointer<Mention>
  ) -> Int32 {
    let whole = beginning[Int(start)]
    guard whole >= 0, mentions[Int(whole)].form == .nominal,
      mentions[Int(whole)].end > phrase.head
    else { return -1 }
    return whole
  }

  /// The entity of a phrase by itself, without coordination.
  ///
  /// - Parameter standIn: whether a body's forces, officials or deeds may stand for it.
  func resolve(
    _ index: Int32, _ context: RelationContext, standIn: Bool, depth: Int = 0
  ) -> ResolvedArgument? {
    guard index >= 0, depth < 4 else { return nil }
    let phrase = context.chunks.nounPhrases[Int(index)]
    // "hurt himself" is done to nobody else.
    if phrase.flags.contains(.pronoun),
      context.words[context.tokens[Int(phrase.head)].term].contains(.reflexive)
    {
      return nil
    }
    let mention = heads[Int(index)]
    // "Paul Smith, a Republican who served": the person.
    if mention >= 0, phrase.apposedTo >= 0, phrase.flags.isSuperset(of: [.indefinite, .proper]),
      context.mentions[Int(mention)].kind == .organization,
      let found = resolve(phrase.apposedTo, context, standIn: false, depth: depth + 1)
    {
      return found
    }
    if mention >= 0 {
      let m = context.mentions[Int(mention)]
      return ResolvedArgument(entity: m.entity, span: m.span)
    }
    if phrase.flags.contains(.pronoun) { return nil }
    // "the Hamas movement": the body that the noun repeats.
    if context.words[phrase.lemma].contains(.repeats), phrase.head > phrase.first,
      !phrase.flags.contains(.plural)
    {
      var last = Int(phrase.head) - 1
      // "the EFE news agency".
      if last > Int(phrase.first), ending[last] < 0, context.chunks.tags[last].isNoun { last -= 1 }
      let m = inside(last, from: phrase.first, context.mentions)
      if m >= 0, context.mentions[Int(m)].kind == .organization,
        context.mentions[Int(m)].form == .name
      {
        let body = context.mentions[Int(m)]
        return ResolvedArgument(entity: body.entity, span: body.span)
      }
    }
    // "Deputy Secretary of State X": the phrase of the role stands for its holder.
    let holder = holders[Int(phrase.head)]
    if holder >= 0 {
      return ResolvedArgument(entity: holder, span: context.tokens[Int(phrase.head)].span)
    }
    if phrase.apposedTo >= 0, depth == 0 || phrase.flags.contains(.animate) {
      if let found = resolve(phrase.apposedTo, context, standIn: false, depth: depth + 1) {
        return found
      }
    }
    let other = apposition[Int(index)]
    if other >= 0 {
      let m = heads[Int(other)]
      if m >= 0 {
        let found = context.mentions[Int(m)]
        return ResolvedArgument(entity: found.entity, span: found.span)
      }
    }
    guard standIn else { return nil }
    let head = context.known(Int(phrase.head))
    // "the north of the country", "parts of Syria".
    if head.contains(.direction) || context.words[phrase.lemma].contains(.part) {
      if let whole = complement(phrase, .of, context) {
        return resolve(whole, context, standIn: false, depth: depth + 1)
      }
    }
    let bits = context.words[phrase.lemma]
    // "the port city of Odesa": the name behind.
    if !head.isDisjoint(with: [.placeGeneral, .nominalPlace]), !phrase.flags.contains(.plural),
      let whole = complement(phrase, .of, context),
      let named = resolve(whole, context, standIn: false, depth: depth + 1),
      context.kind(named.entity) == .place
    {
      return named
    }
    // "the Hamas fighters", but no country's.
    if bits.contains(.fighter), phrase.flags.contains(.plural) {
      var owner = premodifier(phrase, context)
      if owner == nil, let whole = complement(phrase, [.of, .from], context) {
        owner = resolve(whole, context, standIn: false, depth: depth + 1)
      }
      guard var body = owner, context.kind(body.entity) == .organization else { return nil }
      body.isStandIn = true
      return body
    }
    guard head.contains(.force) || bits.contains(.deed) || isSite(phrase, context)
    else { return nil }
    // "the Paris attacks killed X": where, not who.
    var found =
      bits.contains(.violence) && phrase.possessor < 0
      ? assailant(index, context) : owner(index, context, depth: depth)
    // "X's board" is X itself.
    found?.isStandIn = !bits.contains(.repeats)
    return found
  }

  /// Whether a phrase is what belongs to a body: "X's headquarters", "X positions".
  private func isSite(_ phrase: NounPhrase, _ context: RelationContext) -> Bool {
    context.words[context.tokens[Int(phrase.head)].term].contains(.site)
  }

  /// The first complement whose preposition has some of `bits`, nil for none.
  func complement(_ phrase: NounPhrase, _ bits: RelationBits, _ context: RelationContext) -> Int32?
  {
    var k = phrase.firstArgument
    var steps = 0
    while k >= 0, steps < 6 {
      let argument = context.chunks.arguments[Int(k)]
      let word = context.words[context.tokens[Int(argument.preposition)].term]
      if !word.isDisjoint(with: bits) { return argument.phrase }
      k = argument.next
      steps += 1
    }
    return nil
  }

  /// The longest mention that ends behind a token and does not begin before `from`, -1 for none.
  func inside(
    _ token: Int, from: Int32, _ mentions: UnsafeBufferPointer<Mention>
  ) -> Int32 {
    var m = ending[token]
    var best: Int32 = -1
    var steps = 0
    while m >= 0, steps < 8 {
      if mentions[Int(m)].first >= from,
        best < 0 || mentions[Int(m)].first < mentions[Int(best)].first
      {
        best = m
      }
      m = shorter[Int(m)]
      steps += 1
    }
    return best
  }
}
