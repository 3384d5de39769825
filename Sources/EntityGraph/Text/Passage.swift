/// Reads names and quotes out of a text.
enum Passage {
  /// Appends the bytes of `span` with every run of white space (a line break inside a name, say)
  /// as one space.
  static func append(_ span: ByteSpan, of text: [UInt8], to out: inout [UInt8]) {
    var pending = false
    let start = out.count
    for at in max(0, Int(span.start))..<max(0, min(Int(span.end), text.count)) {
      let byte = text[at]
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        pending = out.count > start
        continue
      }
      if pending { out.append(0x20) }
      pending = false
      out.append(byte)
    }
  }

  /// Whether the bytes of `span` are one line of text as they stand.
  static func isPlain(_ span: ByteSpan, of text: [UInt8]) -> Bool {
    guard span.start >= 0, Int(span.end) <= text.count, span.start < span.end else { return false }
    return text.withUnsafeBytes { text in
      let end = Int(span.end)
      var at = Int(span.start)
      if text[at] == 0x20 || text[end - 1] == 0x20 { return false }
      // Eight bytes a step. Whether the last one before them is a space is in the lowest byte.
      var before: UInt64 = 0
      while at < end {
        let word = eight(at, end, text)
        let spaces = zeros(word ^ 0x2020_2020_2020_2020)
        let controls = zeros(word & 0xE0E0_E0E0_E0E0_E0E0)
        if controls | spaces & (spaces &<< 8 | before) != 0 { return false }
        before = spaces &>> 56
        at += 8
      }
      return true
    }
  }

  /// Eight bytes of a text; those behind `end` count as letters.
  @inline(__always)
  private static func eight(_ at: Int, _ end: Int, _ text: UnsafeRawBufferPointer) -> UInt64 {
    var word: UInt64 = 0
    if at + 8 <= text.count {
      word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    } else {
      for k in (at..<text.count).reversed() { word = word &<< 8 | UInt64(text[k]) }
    }
    if end - at >= 8 { return word }
    let own = (1 &<< UInt64(truncatingIfNeeded: (end - at) * 8)) &- 1
    return word & own | 0x6161_6161_6161_6161 & ~own
  }

  /// The highest bit of each byte that is 0.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~((word & low) &+ low | word | low)
  }

  /// The bytes of `span` as one line of text.
  static func string(_ span: ByteSpan, of text: [UInt8]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    append(span, of: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
