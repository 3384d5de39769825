/// A word of up to fifteen ASCII letters, measured and folded in two machine words.
///
/// Nine of ten words of a text are such; the bytes are compared eight at a time (SWAR: Lamport,
/// "Multiple Byte Processing with Full-Word Instructions", 1975).
struct ShortWord {
  /// Bytes that must be readable from the word's start.
  static let window = 16

  /// The folded bytes, zero behind the word's end.
  let low: UInt64
  let high: UInt64
  let length: Int
  /// Whether the first letter, and no other, is a capital.
  let isCapitalized: Bool

  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Reads the letters at `start`, behind which ``window`` bytes must be readable.
  ///
  /// - Returns: nil if no letter stands there, the letters go on to the window's end, or a letter
  ///   behind the first is a capital.
  @inline(__always)
  init?(_ start: UnsafePointer<UInt8>) {
    let raw = UnsafeRawPointer(start)
    let first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    let letters = Self.letters(first)
    let others = ~letters & Self.tops
    if others != 0 {
      length = others.trailingZeroBitCount >> 3
      if length == 0 { return nil }
      let inside = (1 << (UInt64(length) << 3)) - 1 as UInt64
      let capitals = letters & ~(first << 2) & inside
      if capitals & ~0x80 != 0 { return nil }
      low = (first | 0x2020_2020_2020_2020) & inside
      high = 0
      isCapitalized = capitals != 0
      return
    }
    let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let secondLetters = Self.letters(second)
    let secondOthers = ~secondLetters & Self.tops
    if secondOthers == 0 { return nil }
    let rest = secondOthers.trailingZeroBitCount >> 3
    let inside = (1 << (UInt64(rest) << 3)) - 1 as UInt64
    let capitals = letters & ~(first << 2)
    if capitals & ~0x80 != 0 || secondLetters & ~(second << 2) & inside != 0 { return nil }
    low = first | 0x2020_2020_2020_2020
    high = (second | 0x2020_2020_2020_2020) & inside
    length = 8 + rest
    isCapitalized = capitals != 0
  }

  /// The top bit of each byte that is an ASCII letter.
  @inline(__always)
  private static func letters(_ bytes: UInt64) -> UInt64 {
    let small = (bytes | 0x2020_2020_2020_2020) & ~tops
    let fromA = small &+ 0x1F1F_1F1F_1F1F_1F1F
    let beyondZ = small &+ 0x0505_0505_0505_0505
    return fromA & ~beyondZ & ~bytes & tops
  }

  /// ``Folding/hash(_:count:)`` of the folded word.
  @inline(__always)
  var hash: UInt64 { Folding.hash(low, high, count: length) }
}
