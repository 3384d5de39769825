/// What is wrong with a JSON text, and where.
public struct JSONProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Byte offset in the text, from 0.
  public var offset: Int
  /// What was expected or is not allowed.
  public var what: What

  /// What can be wrong.
  public enum What: String, Sendable {
    case value = "expected a value"
    case key = "expected a string as key"
    case colon = "expected ':'"
    case commaOrBrace = "expected ',' or '}'"
    case commaOrBracket = "expected ',' or ']'"
    case object = "expected an object"
    case trailing = "text after the value"
    case unterminated = "string without end"
    case control = "control character in a string"
    case escape = "unknown escape"
    case number = "malformed number"
    case deep = "nested too deeply"
  }

  /// What is wrong, with the column in bytes from 1.
  public var description: String { "\(what.rawValue) at column \(offset + 1)" }
}

/// A pull reader over the bytes of one JSON text (RFC 8259), without a tree.
///
/// Strict, except that an unpaired surrogate escape becomes U+FFFD: articles that somebody cut to a
/// length end in half an emoji. Whether the bytes are UTF-8 is checked by the caller.
struct JSONReader {
  /// Deeper nesting is refused, so that a hostile line cannot exhaust the stack.
  static let maximumDepth = 128

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Calls `member` with each key of the object that comes next; it must read or skip the value.
  mutating func readObject(
    key: inout [UInt8], _ member: (inout JSONReader, [UInt8]) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    try enter(UInt8(ascii: "{"), .object)
    if take(UInt8(ascii: "}")) { return leave() }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw problem(.key) }
      try readString(into: &key)
      guard take(UInt8(ascii: ":")) else { throw problem(.colon) }
      try member(&self, key)
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw problem(.commaOrBrace) }
      return leave()
    }
  }

  /// Calls `element` at each element of the array that comes next; it must read or skip the value.
  mutating func readArray(
    _ element: (inout JSONReader) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    try enter(UInt8(ascii: "["), .value)
    if take(UInt8(ascii: "]")) { return leave() }
    while true {
      try element(&self)
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw problem(.commaOrBracket) }
      return leave()
    }
  }

  /// Passes over the value that comes next.
  mutating func skipValue() throws(JSONProblem) {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"):
      var key: [UInt8] = []
      try readObject(key: &key) { (reader, _) throws(JSONProblem) in try reader.skipValue() }
    case UInt8(ascii: "["):
      try readArray { (reader) throws(JSONProblem) in try reader.skipValue() }
    case UInt8(ascii: "\""):
      var ignored: [UInt8] = []
      try readString(into: &ignored)
    default: _ = try readScalar()
    }
  }

  /// The kind of the value that comes next, told by its first byte; 0 at the end.
  mutating func nextByte() -> UInt8 {
    skipSpace()
    return peek
  }

  /// Reads a number, `true`, `false` or `null` and returns where it stands.
  mutating func readScalar() throws(JSONProblem) -> Range<Int> {
    skipSpace()
    let start = position
    for literal in ["true", "false", "null"] as [StaticString] where matches(literal) {
      position += literal.utf8CodeUnitCount
      return start..<position
    }
    guard isDigit(peek) || peek == UInt8(ascii: "-") else { throw problem(.value) }
    if peek == UInt8(ascii: "-") { position += 1 }
    let leadingZero = peek == UInt8(ascii: "0")
    guard skipDigits() else { throw problem(.number) }
    if leadingZero, integerDigits(start) > 1 { throw problem(.number) }
    if peek == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() else { throw problem(.number) }
    }
    if peek | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() else { throw problem(.number) }
    }
    return start..<position
  }

  /// Reads the string that comes next; `out` is emptied first.
  mutating func readString(into out: inout [UInt8]) throws(JSONProblem) {
    out.removeAll(keepingCapacity: true)
    guard take(UInt8(ascii: "\"")) else { throw problem(.value) }
    while true {
      copySimple(to: &out)
      let end = endOfPlainRun()
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<end]))
      position = end
      guard position < bytes.count else { throw problem(.unterminated) }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return
      }
      guard byte == UInt8(ascii: "\\") else { throw problem(.control) }
      try readEscape(into: &out)
    }
  }

  /// Makes sure that nothing but white space is left.
  mutating func finish() throws(JSONProblem) {
    skipSpace()
    if position < bytes.count { throw problem(.trailing) }
  }

  /// A problem at the place reached.
  func problem(_ what: JSONProblem.What) -> JSONProblem {
    JSONProblem(offset: position, what: what)
  }
}

extension JSONReader {
  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte, position < bytes.count else { return false }
    position += 1
    return true
  }

  private mutating func enter(_ byte: UInt8, _ what: JSONProblem.What) throws(JSONProblem) {
    guard take(byte) else { throw problem(what) }
    depth += 1
    if depth > JSONReader.maximumDepth { throw problem(.deep) }
  }

  private mutating func leave() { depth -= 1 }

  private func matches(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == literal.utf8Start[$0] }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while isDigit(peek) { position += 1 }
    return position > start
  }

  private func integerDigits(_ start: Int) -> Int {
    let first = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
    return position - first
  }

  /// The next quote, backslash or control character: sixteen bytes a step.
  private func endOfPlainRun() -> Int {
    guard let base = bytes.baseAddress else { return position }
    var at = position
    while at + 16 <= bytes.count {
      let found = (base + at).stringEndBits
      if found != 0 { return at + found.trailingZeroBitCount }
      at += 16
    }
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
    return at
  }

  /// Copies plain characters and escapes of one letter, and stops in front of what needs care: the
  /// string's end, any other escape, what is not allowed, the last bytes of the text.
  ///
  /// In an article an escaped quote or line end is never far: to look for each, append what stands
  /// in front and then one byte more would take longer than to copy everything sixteen bytes a step.
  private mutating func copySimple(to out: inout [UInt8]) {
    guard let base = bytes.baseAddress else { return }
    let step = 16
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { chunk in
      guard let target = chunk.baseAddress else { return }
      let limit = bytes.count - step
      var count = 0
      var at = position
      while at <= limit {
        if count > chunk.count &- step {
          out.append(contentsOf: UnsafeBufferPointer(start: target, count: count))
          count = 0
        }
        let source = base + at
        UnsafeMutableRawPointer(target + count).storeBytes(
          of: UnsafeRawPointer(source).loadUnaligned(as: SIMD16<UInt8>.self),
          as: SIMD16<UInt8>.self)
        // A bit more, for a step without an end.
        let plain = (source.stringEndBits | 1 << UInt32(step)).trailingZeroBitCount
        at &+= plain
        count &+= plain
        if plain == step { continue }
        guard source[plain] == UInt8(ascii: "\\"), at &+ 1 < bytes.count,
          let byte = Self.byte(escaped: source[plain + 1])
        else { break }
        target[count] = byte
        count &+= 1
        at &+= 2
      }
      out.append(contentsOf: UnsafeBufferPointer(start: target, count: count))
      position = at
    }
  }

  /// The byte that a letter behind a backslash stands for, nil if it stands for none.
  @inline(__always)
  private static func byte(escaped letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  private mutating func readEscape(into out: inout [UInt8]) throws(JSONProblem) {
    position += 1
    guard position < bytes.count else { throw problem(.unterminated) }
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: "u") { return try appendCodePoint(to: &out) }
    guard let plain = Self.byte(escaped: byte) else {
      position -= 1
      throw problem(.escape)
    }
    out.append(plain)
  }

  private mutating func appendCodePoint(to out: inout [UInt8]) throws(JSONProblem) {
    var value = try readHex()
    if value >= 0xD800, value < 0xDC00, position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      let back = position
      position += 2
      let low = try readHex()
      if low >= 0xDC00, low < 0xE000 {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      } else {
        position = back
      }
    }
    let scalar = Unicode.Scalar(value) ?? Unicode.Scalar(0xFFFD as UInt16) ?? " "
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func readHex() throws(JSONProblem) -> UInt32 {
    guard position + 4 <= bytes.count else { throw problem(.escape) }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw problem(.escape)
      }
    }
    position += 4
    return value
  }
}
