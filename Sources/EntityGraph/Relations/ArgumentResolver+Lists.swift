/// Several entities in one place of a frame: coordination, lists and what names their members.
extension ArgumentResolver {
  /// "Damascus, Syria": read as a list, but the second place holds the first.
  private func isWhole(_ index: Int32, _ context: RelationContext) -> Bool {
    let phrase = context.chunks.nounPhrases[Int(index)]
    guard phrase.previousConjunct >= 0 else { return false }
    let m = heads[Int(index)]
    let n = heads[Int(phrase.previousConjunct)]
    guard m >= 0, n >= 0 else { return false }
    let (outer, inner) = (context.mentions[Int(m)], context.mentions[Int(n)])
    return outer.kind == .place && inner.kind == .place && outer.first == inner.end + 1
      && context.tokens[Int(inner.end)].mark == UInt8(ascii: ",")
      && context.contains(outer, inner)
  }

  /// The first of several names that rename a plural, -1 for none.
  private func renaming(_ index: Int32, _ chunks: ChunkView) -> Int32 {
    let other = apposition[Int(index)]
    guard other >= 0, chunks.nounPhrases[Int(index)].flags.contains(.plural),
      chunks.nounPhrases[Int(other)].nextConjunct >= 0
    else { return -1 }
    return other
  }

  /// "the ministers of X and Y": those behind the first.
  private func furtherOwners(
    _ index: Int32, _ first: ResolvedArgument, _ context: RelationContext,
    into arguments: inout ArgumentList
  ) {
    let phrase = context.chunks.nounPhrases[Int(index)]
    guard phrase.flags.contains(.plural), let whole = complement(phrase, .of, context),
      resolve(whole, context, standIn: false)?.entity == first.entity
    else { return }
    var k = context.chunks.nounPhrases[Int(whole)].nextConjunct
    var steps = 0
    while k >= 0, steps < Self.maximumConjuncts {
      if var found = resolve(k, context, standIn: false) {
        found.isStandIn = true
        arguments.append(found)
      }
      k = context.chunks.nounPhrases[Int(k)].nextConjunct
      steps += 1
    }
  }

  /// The phrase with which a list goes on behind the name of a role's holder, -1 for none: the name may
  /// rename the title ("the minister, X, and Y") or be read as the end of its complement ("the
  /// Secretary of State X and Y").
  private func behindTitle(_ index: Int32, _ context: RelationContext) -> Int32 {
    let phrases = context.chunks.nounPhrases
    let phrase = phrases[Int(index)]
    let renamed = apposition[Int(index)]
    if renamed >= 0, !phrase.flags.contains(.plural) {
      let next = phrases[Int(renamed)].nextConjunct
      return next >= 0 && phrases[Int(next)].flags.isSuperset(of: [.proper, .animate]) ? next : -1
    }
    let holder = holders[Int(phrase.head)]
    guard holder >= 0 else { return -1 }
    var k = phrase.firstArgument
    var steps = 0
    while k >= 0, steps < 4 {
      let argument = context.chunks.arguments[Int(k)]
      let m = heads[Int(argument.phrase)]
      if m >= 0, context.mentions[Int(m)].entity == holder {
        return phrases[Int(argument.phrase)].nextConjunct
      }
      k = argument.next
      steps += 1
    }
    return -1
  }

  /// The mention of a phrase that is a name and neither renames something nor is renamed, as most are.
  @inline(__always)
  private func plainName(_ index: Int32, _ context: RelationContext) -> Mention? {
    let m = heads[Int(index)]
    guard m >= 0, context.chunks.nounPhrases[Int(index)].apposedTo & apposition[Int(index)] < 0,
      !context.chunks.nounPhrases[Int(index)].flags.contains(.pronoun)
    else { return nil }
    return context.mentions[Int(m)]
  }

  /// Adds the entities of a phrase and of everything that is coordinated with it.
  func collect(
    _ index: Int32, _ context: RelationContext, standIn: Bool, into arguments: inout ArgumentList
  ) {
    var k = index
    var steps = 0
    while k >= 0, steps < Self.maximumConjuncts {
      var next = context.chunks.nounPhrases[Int(k)].nextConjunct
      if next < 0 { next = behindTitle(k, context) }
      if let name = plainName(k, context) {
        var found = ResolvedArgument(entity: name.entity, span: name.span)
        found.isWhole = k != index && isWhole(k, context)
        arguments.append(found)
        k = next
        steps += 1
        continue
      }
      let named = renaming(k, context.chunks)
      if named >= 0 {
        // "the ministers, X and Y,".
        collectAll(named, context, standIn: false, &steps, &arguments)
      } else if var found = resolve(k, context, standIn: standIn) {
        found.isWhole = k != index && isWhole(k, context)
        arguments.append(found)
        if found.isStandIn { furtherOwners(k, found, context, into: &arguments) }
      } else if let named = complement(context.chunks.nounPhrases[Int(k)], .among, context),
        named != index
      {
        // "partners including X and Y".
        collectAll(named, context, standIn: standIn, &steps, &arguments)
      }
      k = next
      steps += 1
    }
  }

  /// Adds the entities of a phrase and of those coordinated behind it, each by itself.
  private func collectAll(
    _ first: Int32, _ context: RelationContext, standIn: Bool, _ steps: inout Int,
    _ arguments: inout ArgumentList
  ) {
    var k = first
    while k >= 0, steps < Self.maximumConjuncts {
      if let found = resolve(k, context, standIn: standIn) { arguments.append(found) }
      k = context.chunks.nounPhrases[Int(k)].nextConjunct
      steps += 1
    }
  }
}
