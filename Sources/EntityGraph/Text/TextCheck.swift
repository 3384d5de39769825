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
  static func invalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> InputProblem.Reason? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let offset = min(error.byteOffsets.lowerBound, max(0, bytes.count - 1))
      return .notUTF8(offset: offset, byte: bytes[offset])
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
