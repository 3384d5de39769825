/// A pattern whose names are resolved to ids: what the program is made from, and what
/// ``ReferenceMatcher`` runs.
struct ResolvedNode: Sendable {
  indirect enum Kind: Sendable {
    /// Conditions on one token, all of which must hold; none for any token.
    case token([TokenTest])
    /// Entries of `length` words of a list.
    case phrase(list: Int, length: Int)
    case mention(MentionTest)
    case chunk(ChunkTest)
    case sequence([ResolvedNode])
    case alternatives([ResolvedNode])
    case repeated(ResolvedNode, min: Int, max: Int, isLazy: Bool)
    case capture(slot: Int, ResolvedNode)
    case look(ResolvedNode, isNegated: Bool, isBehind: Bool)
    case sentenceStart
    case sentenceEnd
  }
  /// Tells occurrences apart; a named pattern that is used twice has two.
  var id: Int
  var kind: Kind
}

/// One condition on a token.
struct TokenTest: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case term(TermID)
    case mark(UInt8)
    /// All of the first and none of the second.
    case flags(required: UInt32, forbidden: UInt32)
    /// Any of these word classes.
    case classes(UInt64)
    /// A one-word entry of a list.
    case list(Int)
    /// Exactly these bytes.
    case exact(String)
    /// Folded text at the word's start.
    case prefix(String)
    case suffix(String)
    /// Inside a mention of one of these kinds.
    case covered(KindMask)
  }
  var kind: Kind
  var isNegated = false
}

/// Conditions on a mention.
struct MentionTest: Sendable, Hashable {
  var kinds: KindMask
  /// Bit `MentionForm.rawValue`.
  var forms: UInt8 = 0x0F
  /// Any of these, if there are some.
  var traits: UInt32 = 0
  var forbiddenTraits: UInt32 = 0
}

/// Conditions on a noun phrase or verb group.
struct ChunkTest: Sendable, Hashable {
  var isVerb: Bool
  /// Raw flags of ``NounPhraseFlags`` or ``VerbGroupFlags``.
  var required: UInt32 = 0
  var forbidden: UInt32 = 0
  /// Any of these, if there are some.
  var heads: [HeadTest] = []
}

/// One thing that the head word of a noun phrase or verb group may be.
enum HeadTest: Sendable, Hashable {
  /// The word or its base form; for a verb with this particle (0: none).
  case word(TermID, particle: TermID)
  /// An entry of a list; of two words: verb and particle.
  case list(Int)
  /// Any of these word classes.
  case classes(UInt64)
}

extension ResolvedNode {
  /// Fewest and most tokens that it can take; a mention or chunk counts as at most 64.
  var width: (min: Int, max: Int) {
    switch kind {
    case .token: return (1, 1)
    case .phrase(_, let length): return (length, length)
    case .mention, .chunk: return (1, 64)
    case .sequence(let nodes):
      return nodes.reduce((0, 0)) { sum, node in
        let width = node.width
        return (sum.0 + width.min, sum.1 + width.max)
      }
    case .alternatives(let nodes):
      let widths = nodes.map(\.width)
      return (widths.map(\.min).min() ?? 0, widths.map(\.max).max() ?? 0)
    case .repeated(let node, let low, let high, _):
      let width = node.width
      return (width.min * low, width.max * high)
    case .capture(_, let node): return node.width
    case .look, .sentenceStart, .sentenceEnd: return (0, 0)
    }
  }
}
