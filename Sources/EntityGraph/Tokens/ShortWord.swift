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
  /// Whether the first letter is a capital; the others are small.
  let isCapitalized: Bool

  private static let tops: UInt64 = 0x8080_8080_8080_8080
  private static let small: UInt64 = 0x20

  /// Reads the letter at `start` and the small letters behind it; ``window`` bytes must be readable.
  ///
  /// - Returns: nil if no letter stands there or the letters go on to the window's end. What ends the
  ///   word may well be a letter too, a capital.
  @inline(__always)
  init?(_ start: UnsafePointer<UInt8>) {
    let raw = UnsafeRawPointer(start)
    let bytes = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    // A capital in front becomes small, and nothing else becomes a letter by this.
    let first = bytes | Self.small
    isCapitalized = bytes & Self.small == 0
    let others = Self.others(first)
    if others != 0 {
      length = others.trailingZeroBitCount >> 3
      if length == 0 { return nil }
      low = first & Self.below(others)
      high = 0
      return
    }
    let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let secondOthers = Self.others(second)
    if secondOthers == 0 { return nil }
    length = 8 &+ secondOthers.trailingZeroBitCount >> 3
    low = first
    high = second & Self.below(secondOthers)
  }

  /// The top bit of each byte that is no small ASCII letter.
  @inline(__always)
  private static func others(_ bytes: UInt64) -> UInt64 {
    let low = bytes & ~tops
    let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let beyondZ = low &+ 0x0505_0505_0505_0505
    return (beyondZ | bytes | ~fromA) & tops
  }

  /// All bits of the bytes below the first one whose top bit is set.
  @inline(__always)
  private static func below(_ marked: UInt64) -> UInt64 { (marked & (0 &- marked)) >> 7 &- 1 }

  /// ``Folding/hash(_:count:)`` of the folded word.
  @inline(__always)
  var hash: UInt64 { Folding.hash(low, high, count: length) }
}
