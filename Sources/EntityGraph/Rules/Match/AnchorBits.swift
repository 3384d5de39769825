/// The tokens of a document at which a rule of one target may have its anchor, a bit each.
///
/// Most tokens have none. They are tested 64 at a time, without branches that depend on the words or on
/// where sentences end, when the first sentence that has one of them is read; then the sentences are read
/// by the bits alone.
struct AnchorBits: Sendable {
  /// Where chunks that may be anchors begin; whoever reads a sentence adds its mentions.
  private var words: [UInt64] = []

  /// Forgets the last document and marks the chunks of this one.
  mutating func mark(_ index: AnchorIndex, _ context: MatchContext) {
    words.refill(0, count: (context.tokens.count + 63) >> 6)
    words.withUnsafeMutableBufferPointer { words in
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

  /// Lends the bits, 64 tokens a word, and another array beside them.
  mutating func withBits(
    and other: [UInt64],
    _ body: (UnsafeMutableBufferPointer<UInt64>, UnsafeBufferPointer<UInt64>) -> Void
  ) {
    words.withUnsafeMutableBufferPointer { words in
      other.withUnsafeBufferPointer { body(words, $0) }
    }
  }

  @inline(__always)
  static func set(_ token: Int, _ words: UnsafeMutableBufferPointer<UInt64>) {
    let word = token >> 6
    if word >= 0, word < words.count { words[word] |= 1 << UInt64(token & 63) }
  }

  /// Marks those of 64 tokens whose words may be anchors; some are none.
  @inline(__always)
  static func test(
    _ words: UnsafeMutableBufferPointer<UInt64>, _ block: Int, _ index: AnchorIndex,
    _ context: MatchContext
  ) {
    let from = block << 6
    words[block] |= anchors(from, min(from + 64, context.tokens.count), index, context)
  }

  /// The bits of those of 64 tokens that lie in a sentence.
  @inline(__always)
  static func word(
    _ words: UnsafeMutableBufferPointer<UInt64>, _ block: Int, _ first: Int, _ end: Int
  ) -> UInt64 {
    var bits = words[block]
    if block == first >> 6 { bits &= ~0 << UInt64(first & 63) }
    if block == (end - 1) >> 6 { bits &= ~0 >> UInt64(-end & 63) }
    return bits
  }

  /// Which words may be anchors, of at most 64 tokens, a bit each from the first on.
  @inline(__always)
  private static func anchors(
    _ from: Int, _ to: Int, _ index: AnchorIndex, _ context: MatchContext
  ) -> UInt64 {
    let tokens = context.tokens
    let terms = index.terms
    var found: UInt64 = 0
    if !terms.isEmpty {
      // Words that no list has, which come where names do, are looked for in place of word 0.
      let limit = TermID(clamping: terms.count << 5)
      found = bits(from, to) { token in
        let term = tokens[token].term
        let place = term < limit ? term : 0
        return UInt64(terms[Int(place &>> 5)] &>> (place & 31) & 1)
      }
    }
    let classMask = index.classMask
    if classMask != 0 {
      found |= bits(from, to) { context.classes[$0] & classMask != 0 ? 1 : 0 }
    }
    // What is no mark has mark 0.
    let low = index.lowMarks & ~1
    let high = index.highMarks
    if low | high != 0 {
      found |= bits(from, to) { token in
        let mark = tokens[token].mark
        return (mark < 64 ? low : high) &>> UInt64(mark & 63) & 1
      }
    }
    return found
  }

  /// A bit for each of at most 64 tokens, that of the first the lowest.
  @inline(__always)
  private static func bits(_ from: Int, _ to: Int, _ bit: (Int) -> UInt64) -> UInt64 {
    var bits: UInt64 = 0
    var token = to
    // Four a step: to count and to compare would cost a third.
    while token &- from >= 4 {
      bits = bits &<< 1 | bit(token &- 1)
      bits = bits &<< 1 | bit(token &- 2)
      bits = bits &<< 1 | bit(token &- 3)
      bits = bits &<< 1 | bit(token &- 4)
      token &-= 4
    }
    while token > from {
      token &-= 1
      bits = bits &<< 1 | bit(token)
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
