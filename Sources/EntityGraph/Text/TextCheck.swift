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
    if isUTF8(bytes) { return nil }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let offset = min(error.byteOffsets.lowerBound, max(0, bytes.count - 1))
      return .notUTF8(offset: offset, byte: bytes[offset])
    }
  }

  /// Whether bytes are UTF-8 (Unicode 16, table 3-7): 64 bytes of ASCII a step, as most text has
  /// little else, and sixteen near what is none.
  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = 0
    while at < bytes.count {
      at = bytes.endOfASCII(from: at)
      while at + 16 <= bytes.count {
        let low =
          UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) & highs
        let high =
          UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)) & highs
        if low | high == 0 {
          at += 16
          continue
        }
        at += low != 0 ? low.trailingZeroBitCount / 8 : 8 + high.trailingZeroBitCount / 8
        break
      }
      if at == bytes.count { return true }
      let byte = raw[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard byte >= 0xC2, byte <= 0xF4, at + length <= bytes.count else { return false }
      // No longer form than needed, no surrogates, nothing above U+10FFFF.
      let second = raw[at + 1]
      let first: UInt8 = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80
      let last: UInt8 = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF
      guard second >= first, second <= last else { return false }
      for k in 2..<length where raw[at + k] & 0xC0 != 0x80 { return false }
      at += length
    }
    return true
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
