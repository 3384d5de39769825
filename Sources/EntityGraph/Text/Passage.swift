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
    return text.withUnsafeBufferPointer { text in
      var wasSpace = true
      for at in Int(span.start)..<Int(span.end) {
        let byte = text[at]
        if byte < 0x20 || (byte == 0x20 && wasSpace) { return false }
        wasSpace = byte == 0x20
      }
      return !wasSpace
    }
  }

  /// The bytes of `span` as one line of text.
  static func string(_ span: ByteSpan, of text: [UInt8]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    append(span, of: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
