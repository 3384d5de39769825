/// A word of up to fifteen ASCII letters, measured and folded in two machine words.
///
/// Nine of ten words of a text are such; their bytes are compared all at once.
struct ShortWord {
  /// Bytes that must be readable from the word's start.
  static let window = 16

  /// The folded bytes, zero behind the word's end.
  let low: UInt64
  let high: UInt64
  let length: Int
  /// Which letters are capitals; the lowest bit is the first one's.
  let capitals: UInt32

  /// Reads the letters from `start` on; ``window`` bytes must be readable.
  ///
  /// - Returns: nil if no letter stands there or the letters go on to the window's end.
  @inline(__always)
  init?(_ start: UnsafePointer<UInt8>) {
    let others = ~start.letterBits
    length = others.trailingZeroBitCount
    if UInt(bitPattern: length &- 1) >= UInt(Self.window - 1) { return nil }
    capitals = ~others & (others &- 1) & ~start.smallBits
    (low, high) = start.smallLetters(length)
  }

  /// What is seen of the word.
  @inline(__always)
  var flags: TokenFlags {
    let isCapitalized = (capitals & 1) &* TokenFlags.capitalized.rawValue
    let flags = TokenFlags(rawValue: TokenFlags.word.rawValue | isCapitalized)
    return capitals > 1 || Int(capitals) == length ? flags.union(rareFlags) : flags
  }

  /// What is seen of a word that has more capitals than the first one, or is one capital letter.
  @inline(never)
  private var rareFlags: TokenFlags {
    if length == 1 { return .initial }
    let isAll = capitals == 1 << UInt32(length) - 1
    // A capital stands behind a small letter.
    let isMixed = capitals & (capitals + 1) != 0
    return isAll ? .allCaps : isMixed ? .mixedCase : []
  }
}
