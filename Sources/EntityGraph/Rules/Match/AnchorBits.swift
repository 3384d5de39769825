/// The tokens of a document at which a rule of one target may have its anchor, a bit each.
///
/// Most tokens have none. What stands at few of them (mentions, verb groups, noun phrases) is marked
/// once a document; words are tested 64 at a time and without branches when their sentence is read,
/// so that sentences that are left out cost nothing.
struct AnchorBits: Sendable {
  private var words: [UInt64] = []

  /// Forgets the last document and marks the mentions and chunks of this one.
  mutating func mark(_ index: AnchorIndex, _ context: MatchContext) {
    let count = (context.tokens.count + 63) >> 6
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(0, count: count))
    words.withUnsafeMutableBufferPointer { words in
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
    let from = max(first, block << 6)
    let to = min(end, (block + 1) << 6)
    var bits = words[block]
    bits &= ~0 << UInt64(from & 63)
    bits &= ~0 >> UInt64(-to & 63)
    for token in from..<to {
      bits |= AnchorIndex.bit(index.terms, context.tokens[token].term) << UInt64(token & 63)
    }
    if index.classMask != 0 {
      for token in from..<to where context.classes[token] & index.classMask != 0 {
        bits |= 1 << UInt64(token & 63)
      }
    }
    if index.lowMarks | index.highMarks != 0 {
      for token in from..<to {
        let mark = context.tokens[token].mark
        if mark != 0, index.hasMark(mark) { bits |= 1 << UInt64(token & 63) }
      }
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
