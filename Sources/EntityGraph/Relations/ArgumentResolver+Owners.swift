/// Whose a phrase is, and whose name stands in front of it.
extension ArgumentResolver {
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
    // "the bombing of X by Y": Y does it.
    if let doer = complement(phrase, .by, context),
      let found = resolve(doer, context, standIn: true, depth: depth + 1)
    {
      return found
    }
    // "the bombing of X" is done to X.
    let isOver = context.words[phrase.lemma].contains(.violence)
    var k = phrase.firstArgument
    var steps = 0
    while k >= 0, steps < 4 {
      let argument = context.chunks.arguments[Int(k)]
      let word = context.words[context.tokens[Int(argument.preposition)].term]
      if word.contains(.of) && !isOver || word.contains(.from) {
        return resolve(argument.phrase, context, standIn: false, depth: depth + 1)
      }
      // "officials at the ministry": theirs; "troops in Mali" are another country's.
      if word.contains(.location), context.known(Int(phrase.head)).contains(.people),
        let body = resolve(argument.phrase, context, standIn: false, depth: depth + 1),
        context.kind(body.entity) == .organization
      {
        return body
      }
      k = argument.next
      steps += 1
    }
    return nil
  }

  /// Whose attack it is: "an Israeli strike", "a Hamas attack", "X's raid", "the attack by X"; a
  /// place in front says where ("the Paris attacks").
  func assailant(_ index: Int32, _ context: RelationContext) -> ResolvedArgument? {
    let phrase = context.chunks.nounPhrases[Int(index)]
    var k = Int(phrase.head) - 1
    while k >= Int(phrase.first) {
      let m = inside(k, from: phrase.first, context.mentions)
      if m >= 0 {
        let found = context.mentions[Int(m)]
        guard found.form == .adjective || found.kind == .organization else { return nil }
        return ResolvedArgument(entity: found.entity, span: found.span)
      }
      k -= 1
    }
    if phrase.possessor >= 0 {
      return resolve(phrase.possessor, context, standIn: true).flatMap {
        context.isTown($0) ? nil : $0
      }
    }
    guard let doer = complement(phrase, .by, context) else { return nil }
    return resolve(doer, context, standIn: true)
  }

  /// The last name or nationality in front of a phrase's head.
  func premodifier(_ phrase: NounPhrase, _ context: RelationContext) -> ResolvedArgument? {
    var k = Int(phrase.head) - 1
    while k >= Int(phrase.first) {
      let m = inside(k, from: phrase.first, context.mentions)
      if m >= 0 {
        let found = context.mentions[Int(m)]
        if found.form != .pronoun {
          return ResolvedArgument(entity: found.entity, span: found.span)
        }
      }
      k -= 1
    }
    return nil
  }
}
