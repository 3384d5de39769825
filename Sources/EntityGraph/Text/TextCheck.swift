/// Tells text that can be processed from what cannot.
enum TextCheck {
  /// Longest document, in bytes: offsets are 32-bit.
  static let maximumBytes = Int(Int32.max)

  /// Removes a byte order mark and returns what is wrong with the bytes, `nil` for good text.
  static func problem(in bytes: inout [UInt8]) -> InputProblem.Reason? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let offset = bytes.firstIndex(of: 0) {
      return looksUTF16(bytes) ? .utf16 : .binary(offset: offset)
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

  /// Every second byte of the start is NUL: UTF-16 without a mark.
  private static func looksUTF16(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(512)
    guard head.count >= 4 else { return false }
    let odd = head.indices.count { $0 % 2 == 1 && head[$0] == 0 }
    let even = head.indices.count { $0 % 2 == 0 && head[$0] == 0 }
    let half = head.count / 2
    return (odd > half * 3 / 4 && even == 0) || (even > half * 3 / 4 && odd == 0)
  }
}
