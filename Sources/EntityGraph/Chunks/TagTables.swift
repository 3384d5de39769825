/// What ``Preparation`` and ``Tagger`` look up instead of asking, since nobody can foretell what the next
/// word is.
///
/// Made once, and lent as one pointer, from which all tables are reached: see ``View``.
struct TagTables: Sendable {
  private var storage = [UInt64](repeating: 0, count: Offset.end / 8)

  /// Where each table begins, in bytes.
  private enum Offset {
    static let kinds = 0
    static let effects = kinds + TokenKind.count * 8
    static let transitions = effects + 256 * 8
    static let contexts = transitions + 256 * 8
    static let kept = contexts + OpenTags.contextCount
    static let open = kept + 4 * 256
    static let variants = open + 512
    static let heads = variants + 256
    static let openers = heads + 256 * 4
    static let verbSteps = openers + 32 * 4
    static let verbParts = verbSteps + 16 * 32 * 4
    static let end = verbParts + 256
  }

  init() {
    storage.withUnsafeMutableBytes { bytes in
      for kind in TokenKind.all {
        bytes.storeBytes(
          of: FixedTags.kind(kind), toByteOffset: Offset.kinds + Int(kind.rawValue) * 8,
          as: UInt64.self)
      }
      for code in UInt8.min...UInt8.max {
        let at = Int(code)
        bytes.storeBytes(
          of: Tagger.State.effect(code), toByteOffset: Offset.effects + at * 8, as: TagEffect.self)
        bytes.storeBytes(
          of: ClauseState.transitions(code), toByteOffset: Offset.transitions + at * 8,
          as: UInt64.self)
        for level in 0..<4 {
          bytes[Offset.kept + level * 256 + at] = FixedTags.kept(code, level)
        }
        bytes[Offset.variants + at] = TagCode.variant(mark: code)
        bytes[Offset.verbParts + at] = VerbPart(code: code).rawValue
        bytes.storeBytes(
          of: NounPhraseFlags.ofHead(TagCode.tag(code), name: code >> 5).rawValue,
          toByteOffset: Offset.heads + at * 4, as: UInt32.self)
      }
      for part in VerbPart.allCases {
        for state in VerbState.all {
          let at = Int(part.rawValue) << 5 | Int(state.rawValue)
          bytes.storeBytes(
            of: VerbStep(part, state), toByteOffset: Offset.verbSteps + at * 4, as: VerbStep.self)
        }
      }
      for tag in PartOfSpeech.allCases {
        bytes.storeBytes(
          of: PhraseOpener(tag), toByteOffset: Offset.openers + Int(tag.rawValue) * 4,
          as: PhraseOpener.self)
      }
      for at in 0..<512 {
        let known = WordClass(rawValue: UInt64(at) << FixedTags.firstOpen)
        bytes[Offset.open + at] = FixedTags.open(known).rawValue
      }
      for at in 0..<OpenTags.contextCount {
        bytes[Offset.contexts + at] = OpenTags.context(at: at).rawValue
      }
    }
  }

  /// Lends the tables, which are valid within `body` only.
  func withView(_ body: (View) -> Void) {
    storage.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { body(View(base: base)) }
    }
  }

  /// The tables while a document is read. What is asked for is cut to the length of the table.
  struct View {
    fileprivate let base: UnsafeRawPointer

    @inline(__always)
    private func byte(_ offset: Int, _ index: UInt64) -> UInt8 {
      base.load(fromByteOffset: offset &+ Int(truncatingIfNeeded: index), as: UInt8.self)
    }

    /// By the raw value of a ``TokenKind``: see ``FixedTags/kind(_:)``.
    @inline(__always)
    func kind(_ index: UInt64) -> UInt64 {
      let at = Int(truncatingIfNeeded: index & UInt64(TokenKind.count - 1))
      return base.load(fromByteOffset: Offset.kinds &+ at &* 8, as: UInt64.self)
    }

    /// By ``TagCode``.
    @inline(__always)
    func effect(_ code: UInt8) -> TagEffect {
      base.load(fromByteOffset: Offset.effects &+ Int(code) &* 8, as: TagEffect.self)
    }

    /// By ``TagCode``: four bits for each ``ClauseState``, the one that follows.
    @inline(__always)
    func transitions(_ code: UInt8) -> UInt64 {
      base.load(fromByteOffset: Offset.transitions &+ Int(code) &* 8, as: UInt64.self)
    }

    /// By ``OpenTags/index(_:)``.
    @inline(__always)
    func context(_ index: Int) -> UInt8 {
      byte(Offset.contexts, UInt64(index & (OpenTags.contextCount - 1)))
    }

    /// By level and ``TagCode``: see ``FixedTags/kept(_:_:)``.
    @inline(__always)
    func kept(_ index: UInt64) -> UInt8 { byte(Offset.kept, index & 0x3FF) }

    /// By the classes of a word, moved so that the open ones begin at the low bit: the tag of words that
    /// are in no other one.
    @inline(__always)
    func open(_ classes: UInt64) -> UInt8 { byte(Offset.open, classes & 0x1FF) }

    /// What the tag and the ``NameMark`` of its head say of a phrase.
    @inline(__always)
    func head(_ tag: PartOfSpeech, name: UInt8) -> NounPhraseFlags {
      let at = Int(tag.rawValue) | Int(name & 7) << 5
      return NounPhraseFlags(
        rawValue: base.load(fromByteOffset: Offset.heads &+ at &* 4, as: UInt32.self))
    }

    /// By the ``TagCode`` of a token and the ``VerbState`` in front of it, which is below 32.
    @inline(__always)
    func verbStep(_ code: UInt8, _ state: UInt8) -> VerbStep {
      let part = byte(Offset.verbParts, UInt64(code))
      let at = Int(part) << 5 | Int(state)
      return base.load(fromByteOffset: Offset.verbSteps &+ at &* 4, as: VerbStep.self)
    }

    @inline(__always)
    func opener(_ tag: PartOfSpeech) -> PhraseOpener {
      base.load(fromByteOffset: Offset.openers &+ Int(tag.rawValue) &* 4, as: PhraseOpener.self)
    }

    /// By punctuation mark: see ``TagCode/variant(mark:)``.
    @inline(__always)
    func variant(_ mark: UInt8) -> UInt8 { byte(Offset.variants, UInt64(mark)) }
  }
}

/// The tag of a token in the low five bits, and in the upper three what else the token says to those
/// behind it.
enum TagCode {
  // Of punctuation.
  static let comma: UInt8 = 1 << 5
  /// Without white space in front.
  static let hyphen: UInt8 = 1 << 6
  static let quotation: UInt8 = 1 << 7
  // Of pronouns.
  static let accusative: UInt8 = 1 << 5
  // Of auxiliaries, in the order of ``SyntaxBits``.
  static let be: UInt8 = 1 << 5
  static let have: UInt8 = 1 << 6
  static let does: UInt8 = 1 << 7
  // Of possessive pronouns.
  static let whose: UInt8 = 1 << 5
  // Of base forms.
  /// Right behind "to".
  static let afterTo: UInt8 = 1 << 5
  /// The clause has no tense yet, and this gives it none.
  static let tenseless: UInt8 = 1 << 6

  // Of words without a fixed tag, those that are asked just one thing. None of them is part of a name
  // or has a capital.
  static let to: UInt8 = 1 << 5
  static let that: UInt8 = 2 << 5
  static let possessivePronoun: UInt8 = 3 << 5
  /// A demonstrative or quantifier: determiner or pronoun.
  static let determiner: UInt8 = 4 << 5
  /// Preposition or particle.
  static let particle: UInt8 = 5 << 5
  /// Preposition or subordinator.
  static let opensClause: UInt8 = 6 << 5
  /// The ending, also that of names.
  static let possessive: UInt8 = 7 << 5

  /// Not of a token but of "&", which may be part of a name: see ``TokenKind``.
  static let ampersand: UInt8 = 1

  static func tag(_ code: UInt8) -> PartOfSpeech { PartOfSpeech(byte: code & 31) }

  /// Leaves the tags of eight codes.
  @inline(__always)
  static func tags(ofEight codes: UInt64) -> UInt64 { codes & 0x1F1F_1F1F_1F1F_1F1F }

  /// What a mark says; 0 for words, which have none.
  static func variant(mark: UInt8) -> UInt8 {
    switch mark {
    case UInt8(ascii: ","): comma
    case UInt8(ascii: "-"): hyphen
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quotation
    case UInt8(ascii: "&"): ampersand
    default: 0
    }
  }

  /// What a pronoun or auxiliary says by its word.
  @inline(__always)
  static func variant(_ tag: PartOfSpeech, _ word: SyntaxBits) -> UInt8 {
    switch tag {
    case .pronoun: word.contains(.accusative) ? accusative : 0
    case .auxiliary: UInt8(truncatingIfNeeded: word.rawValue / SyntaxBits.be.rawValue & 7) << 5
    default: 0
    }
  }
}

/// What can be seen of a token without knowing the word, as an index: its ``TokenFlags`` of these, its
/// ``NameMark`` in between, and whether it is "&".
struct TokenKind {
  let rawValue: UInt16

  static let count = 4096
  static let flags: TokenFlags = [
    .number, .punctuation, .capitalized, .allCaps, .possessive,
  ]
  static let nameShift: UInt64 = 5
  static let names: UInt16 = 7 << 5

  static var all: [TokenKind] {
    let used = UInt16(truncatingIfNeeded: flags.rawValue) | names | UInt16(TagCode.ampersand)
    return (0..<UInt16(count)).filter { $0 & ~used == 0 }.map { TokenKind(rawValue: $0) }
  }

  private func has(_ flag: TokenFlags) -> Bool { UInt32(rawValue) & flag.rawValue != 0 }

  var isNumber: Bool { has(.number) }
  var isPunctuation: Bool { has(.punctuation) }
  var isCapitalized: Bool { has(.capitalized) }
  var isAllCaps: Bool { has(.allCaps) }
  var isPossessive: Bool { has(.possessive) }
  var isAmpersand: Bool { rawValue & UInt16(TagCode.ampersand) != 0 }
  var name: UInt8 { UInt8((rawValue & Self.names) >> 5) }
}
