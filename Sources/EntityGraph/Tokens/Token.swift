/// One word, number or punctuation mark of a document: 16 bytes, no references.
public struct Token: Sendable {
  /// Offset of the first byte in the document.
  public var start: Int32
  /// Length in bytes; a longer run of letters is cut into several tokens.
  public var length: UInt16
  /// For a punctuation mark the ASCII byte that stands for it (`"` for every double quote,
  /// `'` for every single quote, `-` for hyphens, `_` for dashes); 0 for a word or number.
  public var mark: UInt8
  public var reserved: UInt8 = 0
  public var term: TermID
  public var flags: TokenFlags

  @inlinable public var end: Int32 { start + Int32(length) }
  @inlinable public var span: ByteSpan { ByteSpan(start: start, end: end) }
}

/// What can be seen of a token without any word knowledge.
public struct TokenFlags: OptionSet, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Letters, possibly with inner apostrophes, hyphens, periods or digits.
  public static let word = TokenFlags(rawValue: 1 << 0)
  /// Digits, possibly with separators (`5,200`, `3.5`, `93rd`).
  public static let number = TokenFlags(rawValue: 1 << 1)
  public static let punctuation = TokenFlags(rawValue: 1 << 2)
  /// The first letter is upper case.
  public static let capitalized = TokenFlags(rawValue: 1 << 3)
  /// Two letters or more, none of them lower case.
  public static let allCaps = TokenFlags(rawValue: 1 << 4)
  public static let hasDigit = TokenFlags(rawValue: 1 << 5)
  /// White space (or the start of the text) stands before.
  public static let spaceBefore = TokenFlags(rawValue: 1 << 6)
  /// A line break stands before.
  public static let lineStart = TokenFlags(rawValue: 1 << 7)
  /// A blank line or the start of the text stands before.
  public static let paragraphStart = TokenFlags(rawValue: 1 << 8)
  /// A single letter, with or without a period: `J.`
  public static let initial = TokenFlags(rawValue: 1 << 9)
  /// The period belongs to the token: `Gov.`, `U.S.`
  public static let abbreviation = TokenFlags(rawValue: 1 << 10)
  /// The possessive ending, `'s` or a bare `'` behind an s: a token of its own.
  public static let possessive = TokenFlags(rawValue: 1 << 11)
  public static let hyphenated = TokenFlags(rawValue: 1 << 12)
  /// Upper-case letters inside (`McDonald`, `SpaceX`, `iPhone`).
  public static let mixedCase = TokenFlags(rawValue: 1 << 13)
  public static let sentenceStart = TokenFlags(rawValue: 1 << 14)
  public static let openQuote = TokenFlags(rawValue: 1 << 15)
  public static let closeQuote = TokenFlags(rawValue: 1 << 16)
  /// Inside a quotation (set by the sentence stage).
  public static let quoted = TokenFlags(rawValue: 1 << 17)
  public static let nonASCII = TokenFlags(rawValue: 1 << 18)
  /// A number with a letter at its end: `93rd`, `1st`, `5pm`.
  public static let ordinal = TokenFlags(rawValue: 1 << 19)
}
