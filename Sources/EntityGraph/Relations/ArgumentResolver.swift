/// An entity as an argument of a relation, with the words that mention it.
struct ResolvedArgument {
  var entity: Int32
  var span: ByteSpan
}

/// Finds the entities that noun phrases stand for.
struct ArgumentResolver: Sendable {
  /// One a token: the longest mention that ends behind it, -1 for none; reused.
  private(set) var ending: [Int32] = []
  /// One a noun phrase: the phrase that renames it, -1 for none; reused.
  private(set) var apposition: [Int32] = []

  /// Members of a coordination that are looked at.
  static let maximumConjuncts = 24

  mutating func prepare(_ mentions: [Mention], tokenCount: Int, _ chunks: Chunks) {
    ending.removeAll(keepingCapacity: true)
    for _ in 0..<tokenCount { ending.append(-1) }
    for (k, mention) in mentions.enumerated() where mention.entity >= 0 {
      let last = Int(mention.end) - 1
      guard last >= 0, last < tokenCount else { continue }
      let known = ending[last]
      if known < 0 || mentions[Int(known)].first > mention.first { ending[last] = Int32(k) }
    }
    apposition.removeAll(keepingCapacity: true)
    for _ in chunks.nounPhrases { apposition.append(-1) }
    for (k, phrase) in chunks.nounPhrases.enumerated() where phrase.apposedTo >= 0 {
      if apposition[Int(phrase.apposedTo)] < 0 { apposition[Int(phrase.apposedTo)] = Int32(k) }
    }
  }

  /// The mention that names a phrase's head: it ends with the head and lies in the phrase or in
  /// front of it ("Iraq's parliament").
  func headMention(_ phrase: NounPhrase, _ mentions: [Mention]) -> Int32 {
    let direct = ending[Int(phrase.head)]
    if direct >= 0 { return direct }
    // "Islamic State group", "the Boston area": a name runs over the head or stops before it.
    if phrase.flags.contains(.proper) {
      var k = Int(phrase.end) - 1
      while k >= Int(phrase.first) {
        let mention = ending[k]
        if mention >= 0, mentions[Int(mention)].form == .name { return mention }
        k -= 1
      }
    }
    return -1
  }

  /// The entity of a phrase by itself, without coordination.
  ///
  /// - Parameter standIn: whether a body's forces, officials or deeds may stand for it.
  func resolve(
    _ index: Int32, _ context: RelationContext, standIn: Bool, depth: Int = 0
  ) -> ResolvedArgument? {
    guard index >= 0, depth < 4 else { return nil }
    let phrase = context.chunks.nounPhrases[Int(index)]
    let mention = headMention(phrase, context.mentions)
    if mention >= 0 {
      let m = context.mentions[Int(mention)]
      return ResolvedArgument(entity: m.entity, span: m.span)
    }
    if phrase.flags.contains(.pronoun) { return nil }
    if phrase.apposedTo >= 0, depth == 0 || phrase.flags.contains(.animate) {
      if let found = resolve(phrase.apposedTo, context, standIn: false, depth: depth + 1) {
        return found
      }
    }
    let other = apposition[Int(index)]
    if other >= 0 {
      let m = headMention(context.chunks.nounPhrases[Int(other)], context.mentions)
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
    guard head.contains(.force) || bits.contains(.deed) else { return nil }
    return owner(index, context, depth: depth)
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

  /// Whose a phrase is: its possessor, the name or nationality in front of the head, "of X", "our".
  func owner(_ index: Int32, _ context: RelationContext, depth: Int = 0) -> ResolvedArgument? {
    guard index >= 0, depth < 4 else { return nil }
    let phrase = context.chunks.nounPhrases[Int(index)]
    if let before = premodifier(phrase, context) { return before }
    if phrase.possessor >= 0 {
      return resolve(phrase.possessor, context, standIn: true, depth: depth + 1)
    }
    if phrase.flags.contains(.pronounPossessor), phrase.determiner >= 0 {
      let m = ending[Int(phrase.determiner)]
      if m >= 0 {
        let found = context.mentions[Int(m)]
        return ResolvedArgument(entity: found.entity, span: found.span)
      }
    }
    var k = phrase.firstArgument
    var steps = 0
    while k >= 0, steps < 4 {
      let argument = context.chunks.arguments[Int(k)]
      let word = context.words[context.tokens[Int(argument.preposition)].term]
      if word.contains(.of) || word.contains(.from) {
        return resolve(argument.phrase, context, standIn: false, depth: depth + 1)
      }
      k = argument.next
      steps += 1
    }
    return nil
  }

  /// The last name or nationality in front of a phrase's head.
  func premodifier(_ phrase: NounPhrase, _ context: RelationContext) -> ResolvedArgument? {
    var k = Int(phrase.head) - 1
    while k >= Int(phrase.first) {
      let m = ending[k]
      if m >= 0 {
        let found = context.mentions[Int(m)]
        if found.form != .pronoun, found.first >= phrase.first {
          return ResolvedArgument(entity: found.entity, span: found.span)
        }
      }
      k -= 1
    }
    return nil
  }

  /// Adds the entities of a phrase and of everything that is coordinated with it.
  func collect(
    _ index: Int32, _ context: RelationContext, standIn: Bool,
    into arguments: inout [ResolvedArgument]
  ) {
    var k = index
    var steps = 0
    while k >= 0, steps < Self.maximumConjuncts {
      if let found = resolve(k, context, standIn: standIn) {
        arguments.append(found)
      } else if let named = complement(
        context.chunks.nounPhrases[Int(k)], .among, context), named != index
      {
        // "partners including X and Y".
        var j = named
        while j >= 0, steps < Self.maximumConjuncts {
          if let found = resolve(j, context, standIn: standIn) { arguments.append(found) }
          j = context.chunks.nounPhrases[Int(j)].nextConjunct
          steps += 1
        }
      }
      k = context.chunks.nounPhrases[Int(k)].nextConjunct
      steps += 1
    }
  }
}
