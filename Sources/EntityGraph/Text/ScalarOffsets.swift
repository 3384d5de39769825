/// Converts byte offsets of a text into offsets in Unicode scalars, which outputs use.
///
/// Keeps one running count for every 64 bytes of text, so that a conversion looks at 63 bytes at
/// most; for ASCII text the two offsets are the same and nothing is kept.
struct ScalarOffsets {
  private static let step = 64
  private var counts: [UInt32] = []
  private var isASCII = true

  /// Makes ready for a text; memory of the last one is reused.
  mutating func prepare(_ text: [UInt8]) {
    counts.removeAll(keepingCapacity: true)
    isASCII = text.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      var all: UInt64 = 0
      for at in stride(from: 0, to: whole, by: 8) {
        all |= bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      }
      return all & 0x8080_8080_8080_8080 == 0 && bytes[whole...].allSatisfy { $0 < 0x80 }
    }
    if isASCII { return }
    counts.reserveCapacity(text.count / ScalarOffsets.step + 1)
    text.withUnsafeBufferPointer { bytes in
      var count: UInt32 = 0
      var at = 0
      while at < bytes.count {
        counts.append(count)
        let end = min(at + ScalarOffsets.step, bytes.count)
        count += ScalarOffsets.scalars(in: bytes, at, end)
        at = end
      }
      counts.append(count)
    }
  }

  /// The scalar offset of a byte offset that stands on a scalar's border.
  func scalar(of byte: Int, in text: [UInt8]) -> Int {
    if isASCII { return byte }
    let slot = min(byte / ScalarOffsets.step, counts.count - 1)
    let from = slot * ScalarOffsets.step
    if from >= byte { return Int(counts[slot]) }
    let inside = text.withUnsafeBufferPointer { bytes in
      ScalarOffsets.scalars(in: bytes, from, min(byte, bytes.count))
    }
    return Int(counts[slot] + inside)
  }

  private static func scalars(
    in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> UInt32 {
    // Eight bytes at a time: all that do not begin with the bits 10.
    let raw = UnsafeRawBufferPointer(bytes)
    var count = 0
    var at = start
    while at + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      count &+= 8 &- ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      at += 8
    }
    while at < end {
      if bytes[at] & 0xC0 != 0x80 { count &+= 1 }
      at += 1
    }
    return UInt32(truncatingIfNeeded: count)
  }
}
