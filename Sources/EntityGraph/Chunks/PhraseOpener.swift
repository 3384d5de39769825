/// What the tag of its first word says of a phrase, packed: flags, and whether the word is a determiner.
struct PhraseOpener {
  /// Besides ``NounPhraseFlags``, in bits that they leave free.
  private let rawValue: UInt32

  private static let speaking: UInt32 = 1 << 31
  private static let determining: UInt32 = 1 << 30

  init(_ tag: PartOfSpeech) {
    switch tag {
    case .number: rawValue = NounPhraseFlags.quantified.rawValue | Self.speaking
    case .possessivePronoun:
      rawValue = NounPhraseFlags.pronounPossessor.rawValue | Self.speaking | Self.determining
    case .determiner: rawValue = Self.speaking | Self.determining
    default: rawValue = 0
    }
  }

  @inline(__always) var flags: NounPhraseFlags {
    NounPhraseFlags(rawValue: rawValue & ~(Self.speaking | Self.determining))
  }

  /// All ones where the word itself says something of the phrase: a determiner, or a number.
  @inline(__always) var says: UInt64 {
    UInt64(bitPattern: Int64(Int32(bitPattern: rawValue) >> 31))
  }

  /// Whether two words both say something of their phrase, where `mask` is all ones, and not where it is 0:
  /// one test, since nobody could foretell each of the three.
  @inline(__always)
  static func both(_ first: PhraseOpener, _ second: PhraseOpener, _ mask: Int) -> Bool {
    let all = first.rawValue & second.rawValue & UInt32(truncatingIfNeeded: mask)
    return Int32(bitPattern: all) < 0
  }

  /// All ones for a determiner or possessive pronoun.
  @inline(__always) var isDeterminer: Int32 { Int32(bitPattern: rawValue << 1) >> 31 }
}

extension NounPhraseFlags {
  /// What a determiner says: the bits of both stand in the same order.
  @inline(__always)
  init(determiner word: SyntaxBits) {
    let all: NounPhraseFlags = [.definite, .indefinite, .demonstrative, .quantified, .negative]
    self.init(rawValue: UInt32(truncatingIfNeeded: word.rawValue << 1) & all.rawValue)
  }

  /// What the tag and the ``NameMark`` of its head say of a phrase.
  static func ofHead(_ tag: PartOfSpeech, name: UInt8) -> NounPhraseFlags {
    var flags: NounPhraseFlags = []
    flags.insert(.plural, if: tag == .nounPlural)
    flags.insert(.proper, if: tag == .proper || NameMark.isLast(name))
    flags.insert(.pronoun, if: tag == .pronoun)
    flags.insert(.animate, if: name == NameMark.lastOfPerson)
    return flags
  }
}
