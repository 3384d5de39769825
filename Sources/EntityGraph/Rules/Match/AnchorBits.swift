/// The tokens of a document at which a rule of one target may have its anchor, a bit each.
///
/// Most tokens have none, so all are tested once a document, 64 at a time and without branches that
/// depend on the words; the sentences are read by the bits alone.
struct AnchorBits: Sendable {
  private var words: [UInt64] = []

  /// Forgets the last document and marks the words, mentions and chunks of this one.
  mutating func mark(_ index: AnchorIndex, _ context: MatchContext) {
    let count = (context.tokens.count + 63) >> 6
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(0, count: count))
    words.withUnsafeMutableBufferPointer { words in
      Self.markWords(index, context, words)
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

  private static func markWords(
    _ index: AnchorIndex, _ context: MatchContext, _ words: UnsafeMutableBufferPointer<UInt64>
  ) {
    let tokens = context.tokens
    let terms = index.terms
    let limit = TermID(clamping: terms.count << 5)
    let hasMarks = index.lowMarks | index.highMarks != 0
    for block in words.indices {
      let from = block << 6
      let to = min(tokens.count, from + 64)
      var bits: UInt64 = 0
      var token = to
      while token > from {
        token &-= 1
        let term = tokens[token].term
        bits = bits &<< 1
        if term < limit { bits |= UInt64(terms[Int(term >> 5)] &>> (term & 31) & 1) }
      }
      if index.classMask != 0 {
        for token in from..<to where context.classes[token] & index.classMask != 0 {
          bits |= 1 << UInt64(token & 63)
        }
      }
      if hasMarks {
        for token in from..<to where tokens[token].mark != 0 && index.hasMark(tokens[token].mark) {
          bits |= 1 << UInt64(token & 63)
        }
      }
      words[block] = bits
    }
  }

  /// The bits of those of 64 tokens that lie in a sentence, which must lie within the document.
  @inline(__always)
  func word(_ block: Int, _ first: Int, _ end: Int) -> UInt64 {
    var bits = words[block]
    if block == first >> 6 { bits &= ~0 << UInt64(first & 63) }
    if block == (end - 1) >> 6 { bits &= ~0 >> UInt64(-end & 63) }
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
