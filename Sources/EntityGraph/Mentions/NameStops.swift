/// Where a name may begin, one bit a token, so that the passes jump over everything else.
struct NameStops {
  /// Tokens with a capital or a digit.
  let capitals: UnsafeMutableBufferPointer<UInt64>
  /// Of these, where a name may begin: marked while the listed names are looked for.
  let starts: UnsafeMutableBufferPointer<UInt64>
  /// Small words at which a name may begin or end: bodies ("ministry"), and particles with a capital
  /// near behind.
  private let small: UnsafeMutableBufferPointer<UInt64>
  /// Particles that are neither preposition nor conjunction, behind which a listed name may go on.
  private let openers: UnsafeMutableBufferPointer<UInt64>

  /// Words of memory for so many tokens.
  static func memory(_ count: Int) -> Int { words(count) * 4 }

  private static func words(_ count: Int) -> Int { (count + 63) >> 6 }

  /// Marks the tokens in ``memory(_:)``, and counts words of sport.
  init(
    _ tokens: UnsafeBufferPointer<Token>, _ classes: UnsafeBufferPointer<UInt64>,
    in memory: UnsafeMutableBufferPointer<UInt64>, sport: inout Int
  ) {
    let count = Self.words(tokens.count)
    capitals = UnsafeMutableBufferPointer(rebasing: memory[0..<count])
    small = UnsafeMutableBufferPointer(rebasing: memory[count..<count * 2])
    starts = UnsafeMutableBufferPointer(rebasing: memory[count * 2..<count * 3])
    openers = UnsafeMutableBufferPointer(rebasing: memory[count * 3..<count * 4])
    let visible: TokenFlags = [.capitalized, .mixedCase, .number, .hasDigit]
    let special: WordClass = [.nominalOrg, .particle, .sport]
    var sportWords: UInt64 = 0
    for word in 0..<count {
      let first = word << 6
      var capital: UInt64 = 0
      var other: UInt64 = 0
      // From the last token on, so that nothing is shifted by a variable count.
      var i = min(first + 64, tokens.count)
      while i > first {
        i &-= 1
        // The sign of what is negative unless it is 0: whether it is makes no branch.
        let seen = UInt64(tokens[i].flags.rawValue & visible.rawValue)
        capital = capital << 1 | (0 &- seen) >> 63
        other = other << 1 | (0 &- (classes[i] & special.rawValue)) >> 63
      }
      capitals[word] = capital
      var bodies: UInt64 = 0
      var particles: UInt64 = 0
      var opening: UInt64 = 0
      while other != 0 {
        let bits = classes[first + other.trailingZeroBitCount]
        let bit = other & (0 &- other)
        bodies |= bit & (0 &- (bits / WordClass.nominalOrg.rawValue & 1))
        let particle = bits / WordClass.particle.rawValue
        let isLink = bits / WordClass.prep.rawValue | bits / WordClass.conj.rawValue
        particles |= bit & (0 &- (particle & 1))
        opening |= bit & (0 &- (particle & ~isLink & 1))
        sportWords += bits / WordClass.sport.rawValue & 1
        other ^= bit
      }
      small[word] = bodies & ~capital
      starts[word] = particles & ~capital
      openers[word] = opening
    }
    sport = Int(sportWords)
    for word in 0..<count {
      small[word] |= openings(word)
      starts[word] = 0
    }
  }

  /// Particles with a capital behind, or with one more particle behind and a capital not far.
  private func openings(_ word: Int) -> UInt64 {
    let particles = starts[word]
    if particles == 0 { return 0 }
    let isLast = word + 1 == capitals.count
    let next = isLast ? 0 : capitals[word + 1]
    let nextParticles = isLast ? 0 : starts[word + 1]
    let capital = { (ahead: UInt64) in capitals[word] >> ahead | next << (64 - ahead) }
    let particle = particles >> 1 | nextParticles << 63
    return particles & (capital(1) | particle & (capital(2) | capital(3) | capital(4)))
  }

  /// The first token from `i` on at which something may begin; `end` or more if there is none.
  @inline(__always)
  func any(from i: Int, _ end: Int) -> Int {
    var word = i >> 6
    if i >= end { return end }
    var bits = (starts[word] | small[word]) & (~0 << UInt64(i & 63))
    while bits == 0 {
      word += 1
      if word << 6 >= end { return end }
      bits = starts[word] | small[word]
    }
    return word << 6 + bits.trailingZeroBitCount
  }

  /// Whether a token has neither a capital nor a digit.
  @inline(__always)
  func isSmall(_ i: Int) -> Bool { capitals[i >> 6] >> UInt64(i & 63) & 1 == 0 }

  /// The tokens of a word of bits in front of which a particle stands.
  @inline(__always)
  func behindOpeners(_ word: Int) -> UInt64 {
    openers[word] << 1 | (word > 0 ? openers[word - 1] >> 63 : 0)
  }

  /// Makes the passes stop at a token with a capital or digit.
  func markStart(_ i: Int) { starts[i >> 6] |= capitals[i >> 6] & (1 << UInt64(i & 63)) }
}
