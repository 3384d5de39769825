/// The noun phrases of a document that may state something, of sentences with two entities; found
/// without branches as ``NotableMentions`` are.
struct NotablePhrases: Sendable {
  /// Nouns that have a frame, and names with words in front, which may be such nouns.
  private(set) var nouns = NotableMentions.List<Int32>()
  /// Names with an owner or words in front; what renames a name; what has a complement.
  private(set) var structured = NotableMentions.List<Int32>()

  mutating func collect(_ context: RelationContext, _ frames: FrameList) {
    let phrases = context.chunks.nounPhrases
    let mentions = context.mentions
    let heads = context.resolver.heads
    let counts = context.counts
    // Without mentions no sentence has two entities.
    let most = mentions.isEmpty ? 0 : phrases.count
    nouns.refill(-1, atMost: most) { nouns in
      var count = 0
      for n in 0..<most {
        nouns[count] = Int32(truncatingIfNeeded: n)
        let flags = phrases[n].flags
        let mayStandInFront =
          Self.bit(flags.contains(.proper)) & Self.bit(phrases[n].first < phrases[n].head)
        count &+=
          (mayStandInFront | Self.bit(frames.contains(phrases[n].lemma)))
          & Self.bit(!flags.contains(.pronoun)) & Self.bit(counts[Int(phrases[n].sentence)].hasPair)
      }
      return count
    }
    structured.refill(-1, atMost: most) { structured in
      var count = 0
      for n in 0..<most {
        structured[count] = Int32(truncatingIfNeeded: n)
        let first = phrases[n].first
        let isNamed = Self.bit(heads[n] >= 0)
        let hasFront =
          Self.bit(phrases[n].possessor >= 0)
          | Self.bit(mentions[Int(max(heads[n], 0))].first > first)
        let isRenaming =
          Self.bit(phrases[n].apposedTo >= 0) | Self.bit(phrases[n].head &- first >= 4)
        count &+=
          (isNamed & hasFront | (1 &- isNamed) & isRenaming
            | Self.bit(phrases[n].firstArgument >= 0))
          & Self.bit(counts[Int(phrases[n].sentence)].hasPair)
      }
      return count
    }
  }

  @inline(__always)
  private static func bit(_ holds: Bool) -> Int { holds ? 1 : 0 }
}
