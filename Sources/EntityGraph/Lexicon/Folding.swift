/// Case folding and stripping of diacritics, byte by byte, so that "Müller", "MULLER" and "Muller"
/// are one word.
enum Folding {
  /// Longest word that is folded and looked up, in bytes; longer ones are unknown by definition.
  static let maximumLength = 64

  /// ASCII spellings of U+00C0 … U+017F, one entry a code point, `.` where the point stays as it is.
  private static let latin: StaticString = """
    a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th ss \
    a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th y \
    a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g \
    g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l \
    l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s \
    s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
    """

  /// Two bytes for each of the 192 points (second 0 where one letter is enough; first 0: unchanged).
  private static let table: [UInt8] = {
    var out: [UInt8] = []
    latin.withUTF8Buffer { text in
      for word in text.split(separator: UInt8(ascii: " ")) {
        let bytes = Array(word)
        if bytes == [UInt8(ascii: ".")] {
          out += [0, 0]
        } else {
          out += [bytes[0], bytes.count > 1 ? bytes[1] : 0]
        }
      }
    }
    return out
  }()

  /// Folds `source` into `target`, which must have room for `maximumLength + 8` bytes.
  ///
  /// - Returns: the number of bytes written, or -1 if the folded word is longer than
  ///   ``maximumLength``. The eight bytes behind the word are zero.
  static func fold(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let count = source.count
    if count > 4 * maximumLength { return -1 }
    var written = 0
    var i = 0
    while i < count {
      if written >= maximumLength { return -1 }
      let c = source[i]
      if c < 0x80 {
        target[written] = (c &- 65) < 26 ? c | 0x20 : c
        written += 1
        i += 1
        continue
      }
      let length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2
      if i + length > count { return -1 }
      if length == 2 {
        let point = (UInt32(c & 0x1F) << 6) | UInt32(source[i + 1] & 0x3F)
        i += 2
        if point >= 0xC0 && point < 0x180 {
          let a = table[Int(point - 0xC0) * 2]
          let b = table[Int(point - 0xC0) * 2 + 1]
          if a != 0 {
            target[written] = a
            written += 1
            if b != 0 {
              target[written] = b
              written += 1
            }
            continue
          }
        } else if let ascii = other(point) {
          if ascii != 0 {
            target[written] = ascii
            written += 1
          }
          continue
        }
        target[written] = c
        target[written + 1] = source[i - 1]
        written += 2
        continue
      }
      if length == 3 {
        let point =
          (UInt32(c & 0x0F) << 12) | (UInt32(source[i + 1] & 0x3F) << 6)
          | UInt32(source[i + 2] & 0x3F)
        if let ascii = other(point) {
          if ascii != 0 {
            target[written] = ascii
            written += 1
          }
          i += 3
          continue
        }
      }
      for k in 0..<length { target[written + k] = source[i + k] }
      written += length
      i += length
    }
    if written > maximumLength { return -1 }
    for k in 0..<8 { target[written + k] = 0 }
    return written
  }

  /// Folds a word of at most ``maximumLength`` bytes if all of them are ASCII; see
  /// ``fold(_:into:)``.
  ///
  /// - Returns: false if some byte is not, in which case `target` holds nothing of use.
  @inline(__always)
  static func foldASCII(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let count = source.count
    var all: UInt8 = 0
    for i in 0..<count {
      let c = source[i]
      all |= c
      target[i] = c | ((c &- 65) < 26 ? 0x20 : 0)
    }
    UnsafeMutableRawPointer(target + count).storeBytes(of: 0, as: UInt64.self)
    return all < 0x80
  }

  /// Folds a word of one to sixteen ASCII bytes into two zero-padded machine words, nil for any other.
  ///
  /// - Parameter source: sixteen bytes must be readable, whatever `count` is.
  @inline(__always)
  static func foldASCII(
    _ source: UnsafePointer<UInt8>, count: Int
  ) -> (low: UInt64, high: UInt64)? {
    guard count > 0, count <= 16 else { return nil }
    let raw = UnsafeRawPointer(source)
    var low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    var high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    // A shift by 64 or more gives 0: smart shifts.
    low &= ~((~0 as UInt64) << UInt64(count * 8))
    high &= count > 8 ? ~((~0 as UInt64) << UInt64(count * 8 - 64)) : 0
    if (low | high) & tops != 0 { return nil }
    return (low | capitals(low) >> 2, high | capitals(high) >> 2)
  }

  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of each of eight ASCII bytes that is a capital.
  @inline(__always)
  private static func capitals(_ bytes: UInt64) -> UInt64 {
    let fromA = bytes &+ 0x3F3F_3F3F_3F3F_3F3F
    let beyondZ = bytes &+ 0x2525_2525_2525_2525
    return fromA & ~beyondZ & tops
  }

  /// Points outside Latin-1 and Extended-A; 0 drops the point, nil keeps it.
  private static func other(_ point: UInt32) -> UInt8? {
    switch point {
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: 0
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2BB, 0x2BF: UInt8(ascii: "'")
    case 0x2010, 0x2011: UInt8(ascii: "-")
    case 0x1A0, 0x1A1, 0x1D1, 0x1D2: UInt8(ascii: "o")
    case 0x1AF, 0x1B0, 0x1D3...0x1DC: UInt8(ascii: "u")
    case 0x1CD, 0x1CE: UInt8(ascii: "a")
    case 0x1CF, 0x1D0: UInt8(ascii: "i")
    case 0x1E6, 0x1E7, 0x1F4, 0x1F5: UInt8(ascii: "g")
    case 0x218, 0x219: UInt8(ascii: "s")
    case 0x21A, 0x21B: UInt8(ascii: "t")
    case 0x18F, 0x259: UInt8(ascii: "e")
    case 0x1E0C...0x1E13: UInt8(ascii: "d")
    case 0x1E24...0x1E2B: UInt8(ascii: "h")
    case 0x1E30...0x1E35: UInt8(ascii: "k")
    case 0x1E60...0x1E69: UInt8(ascii: "s")
    case 0x1E6A...0x1E71: UInt8(ascii: "t")
    case 0x1E90...0x1E95: UInt8(ascii: "z")
    case 0x1EA0...0x1EB7: UInt8(ascii: "a")
    case 0x1EB8...0x1EC7: UInt8(ascii: "e")
    case 0x1EC8...0x1ECB: UInt8(ascii: "i")
    case 0x1ECC...0x1EE3: UInt8(ascii: "o")
    case 0x1EE4...0x1EF1: UInt8(ascii: "u")
    case 0x1EF2...0x1EF9: UInt8(ascii: "y")
    default: nil
    }
  }

  /// Hash of a folded word; multiply-and-rotate over eight bytes a step, zero padded.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var h = seed ^ UInt64(truncatingIfNeeded: count)
    var i = 0
    let raw = UnsafeRawPointer(bytes)
    while i < count {
      h = mix(h, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
      i += 8
    }
    return h
  }

  /// ``hash(_:count:)`` of a word of one to sixteen bytes in two zero-padded machine words.
  @inline(__always)
  static func hash(_ low: UInt64, _ high: UInt64, count: Int) -> UInt64 {
    let h = mix(seed ^ UInt64(truncatingIfNeeded: count), low)
    return count > 8 ? mix(h, high) : h
  }

  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// One step of ``hash(_:count:)``.
  @inline(__always)
  static func mix(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let h = (hash ^ bytes) &* 0xD6E8_FEB8_6659_FD93
    return h ^ h >> 32
  }

  /// Folds a string for tables and rules.
  static func fold(_ word: String) -> [UInt8]? {
    var copy = Array(word.utf8)
    return copy.withUnsafeMutableBufferPointer { source in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maximumLength + 16) { target in
        guard let base = target.baseAddress else { return nil }
        let n = fold(UnsafeBufferPointer(source), into: base)
        return n < 0 ? nil : Array(target[0..<n])
      }
    }
  }
}
