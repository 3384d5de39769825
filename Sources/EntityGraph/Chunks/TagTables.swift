/// What ``Preparation`` and ``Tagger`` look up instead of asking, since nobody can foretell what the next
/// word is.
///
/// Made once, and lent as pointers: see ``View``.
struct TagTables: Sendable {
  /// By the open classes of a word: the tag of words that are nothing else.
  private let open: [UInt8]
  /// By kind of token: the tags that it leaves to a word, one bit each, and from bit 32 on the tag that
  /// it has whatever the word.
  private let kinds: [UInt64]
  private let variants: [UInt8]
  private let tags: [PartOfSpeech]
  private let effects: [Effect]
  private let transitions: [UInt64]
  private let contexts: [UInt8]

  /// What a token leaves of the ``Tagger/State``, and what it adds.
  struct Effect {
    var kept: UInt32 = 0
    var added: UInt32 = 0
    /// For a token without a fixed tag all ones: what follows has nothing to do with what is before.
    var fresh: UInt32 = 0
    /// 1 for a token without a fixed tag, 0 for all others.
    var stops: UInt32 = 0
  }

  /// The tables while a document is read; all entries that a byte can ask for are there.
  struct View {
    let open: UnsafePointer<UInt8>
    let kinds: UnsafePointer<UInt64>
    /// By punctuation mark: see ``TagCode/variant(mark:)``.
    let variants: UnsafePointer<UInt8>
    /// By ``TagCode``.
    let tags: UnsafePointer<PartOfSpeech>
    let effects: UnsafePointer<Effect>
    /// By ``TagCode``: four bits for each ``ClauseState``, the one that follows.
    let transitions: UnsafePointer<UInt64>
    /// By ``OpenTags/index(_:)``.
    let contexts: UnsafePointer<UInt8>
  }

  init() {
    let codes = 0..<256
    open = (0..<512).map { FixedTags.open(WordClass(rawValue: $0 << FixedTags.firstOpen)).rawValue }
    kinds = codes.map { FixedTags.kind(TokenKind(rawValue: UInt8($0))) }
    variants = codes.map { TagCode.variant(mark: UInt8($0)) }
    tags = codes.map { TagCode.tag(UInt8($0)) }
    effects = codes.map { Tagger.State.effect(UInt8($0)) }
    transitions = codes.map { ClauseState.transitions(UInt8($0)) }
    contexts = (0..<OpenTags.contextCount).map { OpenTags.context(at: $0).rawValue }
  }

  /// Lends the tables, which are valid within `body` only.
  func withView(_ body: (View) -> Void) {
    open.withUnsafeBufferPointer { open in
      kinds.withUnsafeBufferPointer { kinds in
        variants.withUnsafeBufferPointer { variants in
          tags.withUnsafeBufferPointer { tags in
            effects.withUnsafeBufferPointer { effects in
              transitions.withUnsafeBufferPointer { transitions in
                contexts.withUnsafeBufferPointer { contexts in
                  guard let open = open.baseAddress, let kinds = kinds.baseAddress,
                    let variants = variants.baseAddress, let tags = tags.baseAddress,
                    let effects = effects.baseAddress, let contexts = contexts.baseAddress,
                    let transitions = transitions.baseAddress
                  else { return }
                  body(
                    View(
                      open: open, kinds: kinds, variants: variants, tags: tags, effects: effects,
                      transitions: transitions, contexts: contexts))
                }
              }
            }
          }
        }
      }
    }
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

  static func tag(_ code: UInt8) -> PartOfSpeech { PartOfSpeech(rawValue: code & 31) ?? .other }

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

/// What can be seen of a token without knowing the word, as an index: from the low bit on number,
/// punctuation, capital, only capitals, possessive ending, and three bits of its ``NameMark``.
struct TokenKind {
  let rawValue: UInt8

  @inline(__always)
  static func index(_ flags: UInt64, name: UInt8) -> UInt64 {
    flags >> 1 & 15 | flags >> 7 & 16 | UInt64(name) << 5
  }

  /// Or that of "&", since no mark is a number.
  var isNumber: Bool { rawValue & 1 != 0 }
  var isPunctuation: Bool { rawValue & 2 != 0 }
  var isCapitalized: Bool { rawValue & 4 != 0 }
  var isAllCaps: Bool { rawValue & 8 != 0 }
  var isPossessive: Bool { rawValue & 16 != 0 }
  var name: UInt8 { rawValue >> 5 }
}
