import CMemory

extension UnsafePointer {
  /// Asks for the memory at this address, which need not be valid, and does not wait for it.
  @inline(__always)
  func prefetch() { eg_prefetch(self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the bytes from `start` on, looked at 64 at a time, may no longer be ASCII.
  @inline(__always)
  func endOfASCII(from start: Int) -> Int {
    guard let base = baseAddress else { return start }
    var at = start
    while at + 64 <= count, eg_is_ascii(base + at) { at += 64 }
    return at
  }
}

/// Sixteen bytes asked at once, one bit a byte; all of them must be readable.
extension UnsafePointer<UInt8> {
  /// Which of them are ASCII letters.
  @inline(__always)
  var letterBits: UInt32 { eg_letters(self) }

  /// Which of them, if they are ASCII letters, are small ones.
  @inline(__always)
  var smallBits: UInt32 { eg_small(self) }

  /// Which of them end a run of plain characters in a string of JSON.
  @inline(__always)
  var stringEndBits: UInt32 { eg_string_ends(self) }

  /// The first `count` bytes, which must be ASCII letters, as small ones in two machine words with
  /// zeroes behind.
  @inline(__always)
  func smallLetters(_ count: Int) -> (low: UInt64, high: UInt64) {
    let raw = UnsafeRawPointer(self)
    let small: UInt64 = 0x2020_2020_2020_2020
    let low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) | small
    let high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) | small
    let kept = UInt64(truncatingIfNeeded: count)
    return (low & eg_mask(kept, 0), high & eg_mask(kept, 8))
  }
}
