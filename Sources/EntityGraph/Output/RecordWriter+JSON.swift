extension RecordWriter {
  /// Bytes that one byte of a JSON string takes at most.
  static let escape = 6

  /// Appends a JSON string of UTF-8 bytes with its quotes.
  @inline(__always)
  mutating func json(_ text: UnsafeBufferPointer<UInt8>) {
    append("\"")
    var start = 0
    while true {
      let end = Self.endOfPlain(text, start)
      append(UnsafeBufferPointer(rebasing: text[start..<end]))
      if end == text.count { break }
      append { Self.write(escaped: text[end], $0) }
      start = end + 1
    }
    append("\"")
  }

  /// Whether JSON takes a text as it is.
  @inline(__always)
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    endOfPlain(text, 0) == text.count
  }

  /// The next byte that JSON does not take as it is: eight bytes a step.
  @inline(__always)
  private static func endOfPlain(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard let base = text.baseAddress else { return start }
    let raw = UnsafeRawPointer(base)
    var at = start
    while at + 8 <= text.count, areTaken(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
      at += 8
    }
    // The last eight bytes once more, rather than the rest one by one.
    let last = text.count - 8
    if last >= start, at > last,
      areTaken(raw.loadUnaligned(fromByteOffset: last, as: UInt64.self))
    {
      return text.count
    }
    while at < text.count, text[at] >= 0x20, text[at] != 0x22, text[at] != 0x5C { at += 1 }
    return at
  }

  /// Whether JSON takes eight bytes as they are.
  @inline(__always)
  private static func areTaken(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = (word ^ (ones &* 0x22)) &- ones
    let slash = (word ^ (ones &* 0x5C)) &- ones
    return (quote | slash | (word &- (ones &* 0x20))) & ~word & (ones &* 0x80) == 0
  }

  /// Returns how many bytes it has written.
  @inline(never)
  private static func write(escaped byte: UInt8, _ room: UnsafeMutableRawPointer) -> Int {
    var record = RecordWriter(room)
    switch byte {
    case 0x22: record.append("\\\"")
    case 0x5C: record.append("\\\\")
    case 0x0A: record.append("\\n")
    case 0x0D: record.append("\\r")
    case 0x09: record.append("\\t")
    default:
      record.append("\\u00")
      for digit in [byte >> 4, byte & 15] {
        record.append(byte: digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return record.count
  }
}
