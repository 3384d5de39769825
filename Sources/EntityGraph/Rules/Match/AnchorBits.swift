/// The tokens of a document at which a rule of one target may have its anchor, a bit each.
///
/// Most tokens have none, so those of a sentence that is looked at are tested at once, without branches
/// that depend on the words; then the sentence is read by the bits alone.
struct AnchorBits: Sendable {
  /// Where mentions and chunks that may be anchors begin, and words if ``isWhole``.
  private var words: [UInt64] = []
  /// Whether all words have been tested; else they are when a sentence is read.
  private var isWhole = false

  /// Forgets the last document and marks the mentions and chunks of this one.
  ///
  /// - Parameter isWhole: whether nearly all sentences will be read; then the words of all are tested,
  ///   64 at a time whatever the sentences.
  mutating func mark(_ index: AnchorIndex, _ context: MatchContext, isWhole: Bool) {
    let count = (context.tokens.count + 63) >> 6
    self.isWhole = isWhole
    words.refill(0, count: count)
    words.withUnsafeMutableBufferPointer { words in
      if isWhole {
        for block in words.indices {
          let from = block << 6
          words[block] = Self.anchors(from, min(from + 64, context.tokens.count), index, context)
        }
      }
      if index.mentionMask != 0 {
        for view in context.views where UInt64(view.kinds.rawValue) & index.mentionMask != 0 {
          Self.set(Int(view.first), words)
        }
      }
      if index.usesVerbs {
        for group in context.verbGroups
        where AnchorIndex.has(index.verbs, group.lemma)
          || context.classes(Int(group.head)) & index.verbClassMask != 0
        {
          Self.set(Int(group.first), words)
        }
      }
      if index.usesHeads {
        for phrase in context.nounPhrases {
          let head = Int(phrase.head)
          if AnchorIndex.has(index.heads, phrase.lemma)
            || context.classes(head) & index.headClassMask != 0
            || head >= 0 && head < context.tokens.count
              && AnchorIndex.has(index.heads, context.tokens[head].term)
          {
            Self.set(Int(phrase.first), words)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func set(_ token: Int, _ words: UnsafeMutableBufferPointer<UInt64>) {
    let word = token >> 6
    if word >= 0, word < words.count { words[word] |= 1 << UInt64(token & 63) }
  }

  /// The bits of those of 64 tokens that lie in a sentence, which must lie within the document.
  @inline(__always)
  func word(
    _ block: Int, _ first: Int, _ end: Int, _ index: AnchorIndex, _ context: MatchContext
  ) -> UInt64 {
    var bits = words[block]
    if block == first >> 6 { bits &= ~0 << UInt64(first & 63) }
    if block == (end - 1) >> 6 { bits &= ~0 >> UInt64(-end & 63) }
    if isWhole { return bits }
    let from = max(first, block << 6)
    let to = min(end, block << 6 + 64)
    return bits | Self.anchors(from, to, index, context) &<< UInt64(from & 63)
  }

  /// Which words may be anchors, of at most 64 tokens, a bit each from the first on.
  private static func anchors(
    _ from: Int, _ to: Int, _ index: AnchorIndex, _ context: MatchContext
  ) -> UInt64 {
    let tokens = context.tokens
    let terms = index.terms
    let limit = TermID(clamping: terms.count << 5)
    var bits: UInt64 = 0
    var token = limit > 0 ? to : from
    while token > from {
      token &-= 1
      // Words that no list has, which come where names do, are looked for in place of word 0.
      let term = tokens[token].term
      let isListed = term < limit
      let place = isListed ? term : 0
      let bit = terms[Int(place >> 5)] &>> (place & 31) & (isListed ? 1 : 0)
      bits = bits &<< 1 | UInt64(bit)
    }
    if index.classMask != 0 {
      var found: UInt64 = 0
      token = to
      while token > from {
        token &-= 1
        found = found &<< 1 | (context.classes[token] & index.classMask != 0 ? 1 : 0)
      }
      bits |= found
    }
    // What is no mark has mark 0.
    let low = index.lowMarks & ~1
    let high = index.highMarks
    if low | high != 0 {
      var found: UInt64 = 0
      token = to
      while token > from {
        token &-= 1
        let mark = tokens[token].mark
        found = found &<< 1 | (mark < 64 ? low : high) &>> UInt64(mark & 63) & 1
      }
      bits |= found
    }
    return bits
  }
}

extension MatchContext {
  /// ``WordClass`` bits of a token, none for one outside of the document.
  @inline(__always)
  fileprivate func classes(_ token: Int) -> UInt64 {
    token >= 0 && token < classes.count ? classes[token] : 0
  }
}
