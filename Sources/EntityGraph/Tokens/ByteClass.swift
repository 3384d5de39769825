/// What a byte starts, for the tokenizer's one look-up a byte.
enum ByteClass {
  static let space: UInt8 = 0
  static let newline: UInt8 = 1
  static let letter: UInt8 = 2
  static let upper: UInt8 = 3
  static let digit: UInt8 = 4
  static let mark: UInt8 = 5
  static let high: UInt8 = 6

  /// 256 classes; never freed.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for c in 0..<256 {
      switch UInt8(c) {
      case 10, 13: memory[c] = newline
      case 0...32, 127: memory[c] = space
      case 97...122: memory[c] = letter
      case 65...90: memory[c] = upper
      case 48...57: memory[c] = digit
      case 128...255: memory[c] = high
      default: memory[c] = mark
      }
    }
    return UnsafePointer(memory)
  }()
}

extension ByteClass {
  /// What a byte does behind a run of letters, whatever stands behind it.
  enum Ending {
    /// The word may go on.
    static let none: UInt8 = 0
    /// A blank.
    static let space: UInt8 = 1
    /// A mark that is one token wherever it stands.
    static let mark: UInt8 = 2
    static let other: UInt8 = 3
  }

  /// 256 of ``Ending``; never freed.
  nonisolated(unsafe) static let endings: UnsafePointer<UInt8> = {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    let continuing = Array("'-.&:_@".utf8)
    let special = Array("`#".utf8)
    for c in 0..<256 {
      let kind = table[c]
      if c == 32 {
        memory[c] = Ending.space
      } else if kind == space || kind == newline {
        memory[c] = Ending.other
      } else if kind == mark, !continuing.contains(UInt8(c)) {
        memory[c] = special.contains(UInt8(c)) ? Ending.other : Ending.mark
      } else {
        memory[c] = Ending.none
      }
    }
    return UnsafePointer(memory)
  }()
}

/// A code point outside ASCII as the tokenizer sees it.
struct WidePoint {
  enum Class { case letter, upper, space, mark, combining }
  var kind: Class
  /// ASCII stand-in of a mark; 0 for none.
  var mark: UInt8
  var length: Int

  /// Reads the point at `i`; the text must be valid UTF-8.
  @inline(never)
  init(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) {
    let c = text[i]
    length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1
    mark = 0
    guard i + length <= text.count, length > 1 else {
      kind = .mark
      length = 1
      return
    }
    var point = UInt32(c) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for k in 1..<length { point = point << 6 | UInt32(text[i + k] & 0x3F) }
    switch point {
    case 0xAA, 0xB5, 0xBA: kind = .letter
    case 0x85, 0xA0: kind = .space
    case 0xAB, 0xBB:
      kind = .mark
      mark = UInt8(ascii: "\"")
    case 0xAD: kind = .combining
    case 0x80...0xBF, 0xD7, 0xF7: kind = .mark
    case 0xC0...0xDE: kind = .upper
    case 0xDF...0xFF: kind = .letter
    case 0x100...0x137, 0x14A...0x177: kind = point & 1 == 0 ? .upper : .letter
    case 0x139...0x148, 0x179...0x17E: kind = point & 1 == 1 ? .upper : .letter
    case 0x178, 0x18F, 0x1A0, 0x1AF: kind = .upper
    case 0x1CD...0x1DC: kind = point & 1 == 1 ? .upper : .letter
    case 0x1DE...0x21F, 0x222...0x233: kind = point & 1 == 0 ? .upper : .letter
    case 0x300...0x36F: kind = .combining
    case 0x386...0x3AB: kind = point < 0x390 || (point > 0x390 && point < 0x3AC) ? .upper : .letter
    case 0x400...0x42F: kind = .upper
    case 0x2BB...0x2BF: kind = .letter
    case 0x1E00...0x1E95, 0x1EA0...0x1EFF: kind = point & 1 == 0 ? .upper : .letter
    case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: kind = .space
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: kind = .combining
    case 0x2010, 0x2011:
      kind = .mark
      mark = UInt8(ascii: "-")
    case 0x2012...0x2015:
      kind = .mark
      mark = UInt8(ascii: "_")
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2039, 0x203A:
      kind = .mark
      mark = UInt8(ascii: "'")
    case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x300C, 0x300D:
      kind = .mark
      mark = UInt8(ascii: "\"")
    case 0x2026:
      kind = .mark
      mark = UInt8(ascii: ".")
    case 0x2000...0x2BFF, 0x3001...0x303F, 0xFE00...0xFE6F, 0xFFE0...0xFFFF,
      0xE000...0xF8FF, 0x1F000...0x1FAFF, 0xE0000...0x10FFFF:
      kind = .mark
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20:
      kind = .mark
      mark = UInt8(truncatingIfNeeded: point - 0xFEE0)
    default: kind = .letter
    }
  }
}
