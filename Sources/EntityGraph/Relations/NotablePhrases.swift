/// The noun phrases of a document that may state something, of sentences with two entities; found
/// without branches as ``NotableMentions`` are.
struct NotablePhrases: Sendable {
  /// Nouns that have a frame, and names with words in front, which may be such nouns.
  private(set) var nouns = NotableMentions.List<Int32>()
  /// Names with an owner or words in front; what renames a name; what has a complement.
  private(set) var structured = NotableMentions.List<Int32>()

  mutating func collect(_ context: RelationContext, _ frames: FrameList) {
    // Without mentions no sentence has two entities.
    let most = context.mentions.isEmpty ? 0 : context.chunks.nounPhrases.count
    var structured = NotableMentions.List<Int32>()
    swap(&structured, &self.structured)
    nouns.refill(-1, atMost: most) { nouns in
      var nounCount = 0
      structured.refill(-1, atMost: most) { structured in
        frames.withWords { words in
          Self.collect(context, words, nouns, &nounCount, structured)
        }
      }
      return nounCount
    }
    swap(&structured, &self.structured)
  }

  /// - Returns: how many are written to `structured`.
  @inline(__always)
  private static func collect(
    _ context: RelationContext, _ frames: FrameList.Words,
    _ nouns: UnsafeMutableBufferPointer<Int32>, _ nounCount: inout Int,
    _ structured: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    let phrases = context.chunks.nounPhrases
    let mentions = context.mentions
    let heads = context.resolver.heads
    if mentions.isEmpty { return 0 }
    var (first, second) = (0, 0)
    context.resolver.forEachSentence(of: context.counts, where: \.hasPair) { range in
      for n in range {
        let start = phrases[n].first
        let flags = phrases[n].flags
        let mayStandInFront = flags.sign(of: .proper) & (start &- phrases[n].head)
        let isNoun =
          (mayStandInFront | (0 &- frames.hasFrame(phrases[n].lemma))) & ~flags.sign(of: .pronoun)
        nouns[first] = Int32(truncatingIfNeeded: n)
        first &+= isNoun.signBit

        let m = heads[n]
        let hasFront = ~phrases[n].possessor | (start &- mentions[Int(max(m, 0))].first)
        let isRenaming = ~phrases[n].apposedTo | (3 &- (phrases[n].head &- start))
        let isStructured = ~m & hasFront | m & isRenaming | ~phrases[n].firstArgument
        structured[second] = Int32(truncatingIfNeeded: n)
        second &+= isStructured.signBit
      }
    }
    nounCount = first
    return second
  }
}
