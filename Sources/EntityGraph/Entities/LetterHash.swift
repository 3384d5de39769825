/// Hash of the letters and digits of words, small and without diacritics, hyphens or spaces:
/// "al- Jaafari" and "al-Jaafari" have one.
///
/// Takes up to eight letters at a time. The hash depends on the letters alone, not on how they were
/// cut into words, so that the first words of a name can be hashed on the way to the whole.
struct LetterHash {
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x8080_8080_8080_8080 }
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  /// Letters that do not fill a word of eight yet, the first in the lowest byte.
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  /// What has been taken so far; differs for each seed and is never 0.
  @inline(__always)
  func key(_ seed: UInt64) -> UInt64 { Self.key(base, seed) }

  /// The letters' hash before a seed is added.
  @inline(__always)
  var base: UInt64 {
    // Whether letters are pending nobody can guess: no branch. The mask has all bits if none are.
    let isDone: UInt64 = 0 &- (count &- 1) >> 63
    let mixed = Self.mix(hash, pending)
    return mixed ^ ((mixed ^ hash) & isDone)
  }

  @inline(__always)
  static func key(_ base: UInt64, _ seed: UInt64) -> UInt64 {
    (base ^ (seed &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93 | 1
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let h = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25
    return h ^ h >> 32
  }

  /// Takes up to eight bytes, the rest of the word being 0.
  @inline(__always)
  private mutating func take(_ letters: UInt64, _ length: UInt64) {
    // Whether a word gets full nobody can guess: no branches.
    let joined = pending | letters &<< (count &* 8)
    let total = count &+ length
    let isFull = total >= 8
    let mixed = Self.mix(hash, joined)
    hash = isFull ? mixed : hash
    // What there was no room for: nothing if there was room for eight.
    pending = isFull ? (letters &>> 1) &>> (63 &- count &* 8) : joined
    count = total & 7
  }

  /// A small letter or digit.
  @inline(__always)
  mutating func take(letter: UInt8) { take(UInt64(letter), 1) }

  /// A word that only its number tells apart; no letters hash like it.
  mutating func take(term: TermID) { take(UInt64(term) << 8 | 1, 5) }

  /// The letters and digits of a stretch of ASCII text, in small letters.
  @inline(__always)
  mutating func take(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard let base = text.baseAddress, start >= 0, end <= text.count else { return }
    var at = start
    while at < end {
      let length = min(8, end - at)
      var word: UInt64 = 0
      if at + 8 <= text.count {
        word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
      } else {
        for k in (0..<length).reversed() { word = word << 8 | UInt64(text[at + k]) }
      }
      at += length
      let whole: UInt64 = ~0 >> (UInt64(8 - length) * 8)
      word &= whole
      let small: UInt64 = word | 0x20 &* Self.ones
      // The high bit of each byte that is a letter: at least "a" and not beyond "z".
      let low: UInt64 = small &+ 0x1F &* Self.ones
      let high: UInt64 = small &+ 0x05 &* Self.ones
      if low & ~high & ~word & whole & Self.tops == whole & Self.tops {
        take(small & whole, UInt64(length))
      } else {
        takeEach(word, length)
      }
    }
  }

  @inline(never)
  private mutating func takeEach(_ word: UInt64, _ length: Int) {
    var left = word
    for _ in 0..<length {
      let b = UInt8(truncatingIfNeeded: left)
      let c = (b &- 65) < 26 ? b | 0x20 : b
      if (c &- 97) < 26 || (c &- 48) < 10 { take(letter: c) }
      left >>= 8
    }
  }
}
