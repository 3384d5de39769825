/// The verb groups of a document that may state something; found without branches as
/// ``NotableMentions`` are.
struct NotableVerbs: Sendable {
  private(set) var all = NotableMentions.List<Int32>()

  mutating func collect(_ context: RelationContext, _ frames: FrameList) {
    let groups = context.chunks.verbGroups
    all.refill(-1, atMost: groups.count) { all in
      var watched = 0
      for v in 0..<groups.count {
        all[watched] = Int32(truncatingIfNeeded: v)
        watched &+= Self.isWatched(groups[v], context.counts).signBit
      }
      var count = 0
      frames.withWords { frames in
        context.words.withView { words in
          context.syntax.withView { syntax in
            for k in 0..<watched {
              let v = Int(all[k])
              let mayState = Self.mayState(
                groups[v], frames, words, syntax, isShared: Self.isShared(v, groups),
                isAdjective: Self.isAdjective(Int(groups[v].end), context.chunks.tags))
              all[count] = Int32(truncatingIfNeeded: v)
              count &+= mayState.signBit
            }
          }
        }
      }
      return count
    }
  }

  /// Whether the sentence names two. What a quotation says may be about its speaker, who stands in another
  /// sentence.
  @inline(__always)
  private static func isWatched(
    _ group: VerbGroup, _ counts: UnsafeBufferPointer<PairCounter.Count>
  ) -> Int32 {
    let sentence = counts[Int(group.sentence)]
    let hasPair = ~((sentence.entities &- 2) | (sentence.mentions &- 2))
    return hasPair | ~group.quote & (0 &- sentence.mentions)
  }

  /// Whether something stands with the verb of which it can state something.
  ///
  /// - Parameters:
  ///   - isShared: whether a verb behind may be coordinated with it and share its object.
  ///   - isAdjective: whether an adjective stands behind it.
  @inline(__always)
  private static func mayState(
    _ group: VerbGroup, _ frames: FrameList.Words, _ words: RelationWords.View,
    _ syntax: SyntaxWords.View, isShared: Int32, isAdjective: Int32
  ) -> Int32 {
    let isPassive = group.flags.sign(of: .passive)
    // "X is a supporter of Y" is found from the noun, "X is loyal to Y" from the adjective.
    let isCopular = group.flags.sign(of: .copula) | syntax[group.lemma].sign(of: .copular)
    let isAttitude = isAdjective & group.object & ~group.firstArgument
    let hasNothing = group.object & group.recipient & group.firstArgument
    let hasFrame = 0 &- frames.hasFrame(group.lemma)
    let fitsFrame = ~hasNothing | isPassive | isShared | (0 &- frames.standsAlone(group.lemma))
    // No tie follows: a verb that says nothing; "X resigned", where there is nobody else; "said in
    // Paris", which says nothing of Paris.
    let isEmpty =
      words[group.lemma].sign(of: .empty) | hasNothing & (group.subject | ~isPassive)
      | group.flags.sign(of: .say) & group.object & ~isPassive
    return isCopular & isAttitude | ~isCopular & (hasFrame & fitsFrame | ~hasFrame & ~isEmpty)
  }

  @inline(__always)
  private static func isAdjective(
    _ token: Int, _ tags: UnsafeBufferPointer<PartOfSpeech>
  ) -> Int32 {
    let isInside = Int32(truncatingIfNeeded: token &- tags.count)
    return isInside & (tags[min(token, tags.count &- 1)] == .adjective ? -1 : 0)
  }

  /// Whether one of the next three verb groups is coordinated with one in front.
  @inline(__always)
  private static func isShared(_ v: Int, _ groups: UnsafeBufferPointer<VerbGroup>) -> Int32 {
    let last = groups.count &- 1
    let none =
      groups[min(v &+ 1, last)].previousConjunct & groups[min(v &+ 2, last)].previousConjunct
      & groups[min(v &+ 3, last)].previousConjunct
    return ~none
  }
}
