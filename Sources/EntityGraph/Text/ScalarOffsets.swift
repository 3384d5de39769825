/// Converts byte offsets of a text into offsets in Unicode scalars, which outputs use.
///
/// Keeps one running count for every eight bytes of text, so that a conversion looks at one machine
/// word; for ASCII text the two offsets are the same and nothing is kept.
struct ScalarOffsets {
  /// Bytes before each word of eight that do not begin a scalar.
  private var counts: [UInt32] = []
  private var isASCII = true

  /// Makes ready for a text; memory of the last one is reused.
  mutating func prepare(_ text: [UInt8]) {
    isASCII = text.withUnsafeBufferPointer { bytes in
      bytes[bytes.endOfASCII(from: 0)...].allSatisfy { $0 < 0x80 }
    }
    if isASCII { return }
    let words = text.count / 8
    if counts.count < words + 1 {
      counts.append(contentsOf: repeatElement(0, count: words * 2 + 1 - counts.count))
    }
    counts.withUnsafeMutableBufferPointer { counts in
      text.withUnsafeBytes { bytes in
        var count: UInt32 = 0
        for k in 0..<words {
          counts[k] = count
          let word = bytes.loadUnaligned(fromByteOffset: k * 8, as: UInt64.self)
          count &+= UInt32(truncatingIfNeeded: ScalarOffsets.sum(ScalarOffsets.inner(word)))
        }
        counts[words] = count
      }
    }
  }

  /// The scalar offset of a byte offset that stands on a scalar's border.
  @inline(__always)
  func scalar(of byte: Int, in text: [UInt8]) -> Int {
    isASCII
      ? byte : text.withUnsafeBufferPointer { withView(of: $0) { $0.scalar(of: byte) } }
  }

  /// The offsets of a text that is lent.
  struct View {
    fileprivate let counts: UnsafeBufferPointer<UInt32>
    fileprivate let isASCII: Bool
    let text: UnsafeBufferPointer<UInt8>

    /// The scalar offset of a byte offset that stands on a scalar's border.
    @inline(__always)
    func scalar(of byte: Int) -> Int { isASCII ? byte : counted(byte) }

    @inline(__always)
    private func counted(_ byte: Int) -> Int {
      let slot = byte >> 3
      guard byte >= 0, byte <= text.count else { return byte }
      var count = Int(counts[slot])
      let from = slot * 8
      if from + 8 <= text.count {
        let raw = UnsafeRawBufferPointer(text)
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: from, as: UInt64.self))
        let before = (1 &<< UInt64(truncatingIfNeeded: (byte & 7) * 8)) &- 1
        count += ScalarOffsets.sum(ScalarOffsets.inner(word) & before)
      } else {
        for at in from..<byte where text[at] & 0xC0 == 0x80 { count += 1 }
      }
      return byte - count
    }
  }

  /// Lends the offsets of the text that they were made ready for; valid within `body` only.
  @inline(__always)
  func withView<Result>(of text: UnsafeBufferPointer<UInt8>, _ body: (View) -> Result) -> Result {
    counts.withUnsafeBufferPointer { body(View(counts: $0, isASCII: isASCII, text: text)) }
  }

  /// One in each byte of a word that does not begin a scalar: all that begin with the bits 10.
  @inline(__always)
  private static func inner(_ word: UInt64) -> UInt64 {
    (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
  }

  /// The sum of the bytes of a word, at most 255, by one multiplication.
  @inline(__always)
  private static func sum(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x0101_0101_0101_0101) >> 56)
  }
}
