/// Tells text that can be processed from what cannot.
enum TextCheck {
  /// Longest document and longest line of JSON Lines, in bytes: what is larger is no article, and
  /// each of its bytes would take some twenty bytes of memory.
  static let maximumBytes = 64 << 20

  /// Removes a byte order mark and returns what is wrong with the bytes, `nil` for good text.
  static func problem(in bytes: inout [UInt8]) -> InputProblem.Reason? {
    if let reason = mark(of: bytes[...]) { return reason }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let offset = bytes.firstIndex(of: 0) {
      return bareUTF16(bytes).map { .encoding($0) } ?? .binary(offset: offset)
    }
    return bytes.withUnsafeBufferPointer(invalidUTF8)
  }

  /// Where the bytes stop being UTF-8, `nil` where they do not.
  ///
  /// Most bytes are ASCII and are passed over sixteen at a time; only the stretches between are
  /// validated, which ASCII on both sides keeps apart.
  static func invalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> InputProblem.Reason? {
    guard let base = bytes.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    let tops: UInt64 = 0x8080_8080_8080_8080
    var at = 0
    while true {
      while at + 16 <= bytes.count {
        let low = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let high = raw.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
        if (low | high) & tops != 0 { break }
        at += 16
      }
      while at < bytes.count, bytes[at] < 0x80 { at += 1 }
      if at == bytes.count { return nil }
      let start = at
      while at < bytes.count, bytes[at] >= 0x80 { at += 1 }
      do {
        _ = try UTF8Span(validating: UnsafeBufferPointer(rebasing: bytes[start..<at]).span)
      } catch {
        let offset = start + min(error.byteOffsets.lowerBound, at - start - 1)
        return .notUTF8(offset: offset, byte: bytes[offset])
      }
    }
  }

  /// What a byte order mark says of text that is not UTF-8.
  static func mark(of bytes: ArraySlice<UInt8>) -> InputProblem.Reason? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .encoding("UTF-32")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .encoding("UTF-16")
    }
    return nil
  }

  /// Every second byte of the start is NUL: UTF-16 without a mark.
  private static func bareUTF16(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(512)
    guard head.count >= 4 else { return nil }
    let odd = head.indices.count { $0 % 2 == 1 && head[$0] == 0 }
    let even = head.indices.count { $0 % 2 == 0 && head[$0] == 0 }
    let half = head.count / 2
    if odd > half * 3 / 4, even == 0 { return "UTF-16LE" }
    return even > half * 3 / 4 && odd == 0 ? "UTF-16BE" : nil
  }
}
