/// What is seen of a token that stands beside an anchor.
struct TokenSight {
  /// One bit of 64 for its term and one for its mark.
  var terms: UInt64
  var classes: UInt64
  var bits: UInt64

  /// There is no token within the sentence.
  static let nothing = TokenSight(terms: 0, classes: 0, bits: TokenGuard.always)
  /// It is not known which token it is.
  static let unknown = TokenSight(terms: ~0, classes: ~0, bits: ~0)

  init(terms: UInt64, classes: UInt64, bits: UInt64) {
    (self.terms, self.classes, self.bits) = (terms, classes, bits)
  }

  /// Without branches: what the next token is can't be foretold.
  ///
  /// - Parameters:
  ///   - cover: ``KindMask`` of the mentions that it lies in.
  ///   - verb: the verb group that it lies in, below 0 for none; so with its noun phrase.
  @inline(__always)
  init(_ token: Token, classes: UInt64, cover: UInt8, verb: Int32, phrase: Int32) {
    terms = TokenGuard.bit(term: token.term) | TokenGuard.bit(mark: token.mark)
    self.classes = classes
    let flags = token.flags.rawValue & 0x3FFF_FFFF
    let isLower: UInt64 =
      flags & (TokenGuard.word | TokenGuard.capital) == TokenGuard.word ? 1 : 0
    bits =
      UInt64(flags) | UInt64(cover) << 32 | TokenGuard.always | isLower * TokenGuard.lower
      | UInt64(UInt32(bitPattern: ~verb) >> 31) * TokenGuard.verb
      | UInt64(UInt32(bitPattern: ~phrase) >> 31) * TokenGuard.phrase
  }
}

/// What the token beside an anchor must have, so that a program can go on there: any one of several
/// things. Lets through some tokens at which the program fails, and never keeps out one at which it goes on.
struct TokenGuard: Sendable, Equatable {
  var terms: UInt64 = 0
  var classes: UInt64 = 0
  /// ``TokenFlags`` below, then ``lower``, kinds of mentions from bit 32, chunks, and ``always``.
  var bits: UInt64 = 0

  static let word = TokenFlags.word.rawValue
  static let capital = TokenFlags.capitalized.rawValue
  /// A word without a capital.
  static let lower: UInt64 = 1 << 31
  static let verb: UInt64 = 1 << 40
  static let phrase: UInt64 = 1 << 41
  /// Every token has this, and so has the end of the sentence.
  static let always: UInt64 = 1 << 63
  static let any = TokenGuard(bits: always)

  @inline(__always)
  static func bit(term: TermID) -> UInt64 { 1 &<< UInt64((term &* 0x9E37_79B1) >> 26) }

  /// Nothing for a word, which has no mark.
  @inline(__always)
  static func bit(mark: UInt8) -> UInt64 {
    (mark == 0 ? 0 : 1 as UInt64) &<< UInt64((mark &* 0x9D) >> 2)
  }

  /// Whether a token may have what is asked for: 1 or 0.
  @inline(__always)
  func admits(_ sight: TokenSight) -> UInt64 {
    let shared = terms & sight.terms | classes & sight.classes | bits & sight.bits
    // The sign, since of a comparison the compiler makes a branch.
    return (shared | (0 &- shared)) &>> 63
  }
}
