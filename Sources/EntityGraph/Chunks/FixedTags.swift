/// Tags that a word has whatever stands around it: those of most words, which so cost no
/// decision.
///
/// ``SyntaxWords`` keeps them for words of closed classes, ``Preparation`` works them out for the rest.
enum FixedTags {
  /// The tag of a word of a closed class; `other` for one of an open class, and where that depends.
  static func closed(_ word: SyntaxBits, _ known: WordClass) -> PartOfSpeech {
    guard Tagger.closedBits(known.rawValue, word.rawValue) != 0 else { return .other }
    let classes = known.intersection(Tagger.closed)
    let asked = word.intersection(Tagger.asked)
    if !asked.isDisjoint(with: [.be, .have, .does]),
      asked.isDisjoint(with: [.to, .that, .relative, .possessivePronoun]),
      !classes.contains(.number)
    {
      return .auxiliary
    }
    if !asked.isEmpty, asked.isSubset(of: [.definite, .indefinite]), classes.isSubset(of: .det) {
      return .determiner
    }
    if asked == .coordinator, classes == .conj { return .conjunction }
    guard asked.isEmpty else { return .other }
    switch classes {
    case .conj: return .conjunction
    case .number: return .number
    case .pron: return .pronoun
    case .prep where known.isDisjoint(with: Tagger.verbal): return .preposition
    case .modal where !known.contains(.noun): return .modal
    default: return .other
    }
  }

  /// One bit a tag: those that a capital does not change ("The" but "in May").
  @inline(__always)
  private static var anyCase: UInt64 {
    let tags =
      PartOfSpeech.determiner.bit | PartOfSpeech.auxiliary.bit | PartOfSpeech.conjunction.bit
      | PartOfSpeech.number.bit
    return UInt64(tags)
  }

  /// Four bits for each open class: the tag of words that are nothing else.
  @inline(__always)
  private static var open: UInt64 {
    place(.noun, at: .noun) | place(.nounPlural, at: .nounPlural) | place(.adjective, at: .adj)
      | place(.adverb, at: .adv)
  }

  @inline(__always)
  private static func place(_ tag: PartOfSpeech, at known: WordClass) -> UInt64 {
    UInt64(tag.rawValue) << position(of: known.rawValue)
  }

  @inline(__always)
  private static func position(of can: UInt64) -> UInt64 {
    let first = WordClass.noun.rawValue.trailingZeroBitCount
    return UInt64(truncatingIfNeeded: 4 &* (can.trailingZeroBitCount &- first)) & 63
  }

  /// The raw value of the tag of a token that is no part of a name, that of `other` where the words
  /// around decide.
  ///
  /// - Parameters:
  ///   - word: what ``SyntaxWords`` says of it, ``SyntaxBits/closed`` included.
  ///   - known: its classes.
  @inline(__always)
  static func of(_ flags: TokenFlags, _ word: UInt64, _ known: UInt64) -> UInt64 {
    // Bits, no branches: nobody can foretell them. -x is all ones for 1 and nothing for 0.
    let can = known & OpenClasses.all.rawValue
    // More than one class, or the second part of a compound.
    let several = can & (can &- 1) | known & WordClass.splitAfter.rawValue
    let isSingle = UInt64(bitPattern: Int64(bitPattern: several &- 1) >> 63)
    let ofOpen = open >> position(of: can) & 0xF & isSingle
    let ofClosed = word >> SyntaxBits.tagShift & 0x1F
    let isClosed = 0 &- (word / SyntaxBits.closed.rawValue & 1)
    let tag = ofOpen ^ (ofOpen ^ ofClosed) & isClosed
    // Number, punctuation, capital and possessive ending, one bit each.
    let seen = UInt64(flags.rawValue)
    let kind = seen >> 1 & 7 | seen >> 8 & 8
    let isCased = kind >> 2 & ~(anyCase >> tag)
    let isKept = keptKinds >> kind & ~isCased & 1
    return tag & (0 &- isKept) | givenTags >> (kind << 2) & 0xF
  }

  /// One bit a kind of token: words, with or without a capital.
  @inline(__always)
  private static var keptKinds: UInt64 { 1 << 0 | 1 << 4 }

  /// Four bits a kind of token: what marks and numbers are.
  @inline(__always)
  private static var givenTags: UInt64 {
    let mark = UInt64(PartOfSpeech.punctuation.rawValue)
    let number = UInt64(PartOfSpeech.number.rawValue)
    // Whatever the case and the ending.
    return (number << 4 | mark << 8 | mark << 12) &* 0x0001_0001_0001_0001
  }
}
