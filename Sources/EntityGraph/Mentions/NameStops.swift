/// Where a name may begin, one bit a token, so that the passes jump over everything else.
struct NameStops {
  /// Tokens with a capital or a digit.
  private let capitals: UnsafeMutableBufferPointer<UInt64>
  /// Small words at which a name may begin or end: particles and bodies ("ministry").
  private let small: UnsafeMutableBufferPointer<UInt64>

  /// Words that each of the two memories needs for so many tokens.
  static func words(_ count: Int) -> Int { (count + 63) >> 6 }

  /// Marks the tokens in memory for ``words(_:)`` twice, and counts words of sport.
  init(
    _ tokens: UnsafeBufferPointer<Token>, _ classes: UnsafeBufferPointer<UInt64>,
    in memory: UnsafeMutableBufferPointer<UInt64>, sport: inout Int
  ) {
    let count = Self.words(tokens.count)
    capitals = UnsafeMutableBufferPointer(rebasing: memory[0..<count])
    small = UnsafeMutableBufferPointer(rebasing: memory[count..<count * 2])
    let visible: TokenFlags = [.capitalized, .mixedCase, .number, .hasDigit]
    let opening: WordClass = [.nominalOrg, .particle]
    var sportWords: UInt64 = 0
    for word in 0..<count {
      let first = word << 6
      let last = min(first + 64, tokens.count)
      var capital: UInt64 = 0
      var other: UInt64 = 0
      // The newest token's bit goes in at the top, so that nothing is shifted by a variable count.
      for i in first..<last {
        let isCapital: UInt64 = tokens[i].flags.isDisjoint(with: visible) ? 0 : 1 << 63
        let opens: UInt64 = classes[i] & opening.rawValue == 0 ? 0 : 1 << 63
        capital = capital >> 1 | isCapital
        other = other >> 1 | opens
        sportWords += classes[i] / WordClass.sport.rawValue & 1
      }
      let missing = UInt64(64 - (last - first))
      capitals[word] = capital >> missing
      small[word] = (other >> missing) & ~capitals[word]
    }
    sport = Int(sportWords)
  }

  /// The first token from `i` on with a capital or digit; `end` or more if there is none before it.
  @inline(__always)
  func capital(from i: Int, _ end: Int) -> Int {
    var word = i >> 6
    if i >= end { return end }
    var bits = capitals[word] & (~0 << UInt64(i & 63))
    while bits == 0 {
      word += 1
      if word << 6 >= end { return end }
      bits = capitals[word]
    }
    return word << 6 + bits.trailingZeroBitCount
  }

  /// The first token from `i` on at which something may begin; `end` or more if there is none.
  @inline(__always)
  func any(from i: Int, _ end: Int) -> Int {
    var word = i >> 6
    if i >= end { return end }
    var bits = (capitals[word] | small[word]) & (~0 << UInt64(i & 63))
    while bits == 0 {
      word += 1
      if word << 6 >= end { return end }
      bits = capitals[word] | small[word]
    }
    return word << 6 + bits.trailingZeroBitCount
  }

  /// Whether a token has neither a capital nor a digit.
  @inline(__always)
  func isSmall(_ i: Int) -> Bool { capitals[i >> 6] >> UInt64(i & 63) & 1 == 0 }
}
