/// Writes the parts of one record into room that is large enough for all of them; see
/// ``ByteWriter/append(atMost:_:)``.
struct RecordWriter {
  /// Room that a number takes at most.
  static let digits = 20
  /// Bytes behind a text that ``append(padded:)`` may read, and behind its copy that it may write.
  static let padding = 32

  private let room: UnsafeMutableRawPointer
  /// Bytes written so far.
  private(set) var count = 0

  init(_ room: UnsafeMutableRawPointer) { self.room = room }

  /// Appends a text that the compiler knows: its length is a constant, so this is a store or two.
  @inline(__always)
  mutating func append(_ literal: StaticString) {
    let bytes = literal.utf8CodeUnitCount
    (room + count).copyMemory(from: literal.utf8Start, byteCount: bytes)
    count += bytes
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(source)
    let target = room + count
    count += bytes.count
    if bytes.count < 8 {
      for at in 0..<bytes.count {
        target.storeBytes(of: bytes[at], toByteOffset: at, as: UInt8.self)
      }
      return
    }
    // The last bytes may write some of those before once more: how often a loop runs for a name is
    // nothing a processor can guess.
    let last = bytes.count - 8
    Self.copyWord(raw, target)
    if bytes.count > 16 {
      Self.copyWord(raw + 8, target + 8)
      var at = 16
      while at < last - 8 {
        Self.copyWord(raw + at, target + at)
        at += 8
      }
      Self.copyWord(raw + last - 8, target + last - 8)
    }
    Self.copyWord(raw + last, target + last)
  }

  /// Appends a text with ``padding`` behind it, without a branch for its length that is hard to guess.
  @inline(__always)
  mutating func append(padded bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(source)
    var at = 0
    repeat {
      for word in 0..<4 { Self.copyWord(raw + at + word * 8, room + count + at + word * 8) }
      at += 32
    } while at < bytes.count
    count += bytes.count
  }

  /// Appends what `body` writes, which returns how many bytes. What is seldom written goes this way: a call
  /// that takes the record itself would keep it in memory.
  @inline(__always)
  mutating func append(_ body: (UnsafeMutableRawPointer) -> Int) {
    count += body(room + count)
  }

  mutating func append(byte: UInt8) {
    (room + count).storeBytes(of: byte, as: UInt8.self)
    count += 1
  }

  /// Forgets the last byte.
  mutating func removeLast() { count -= 1 }

  @inline(__always)
  private static func copyWord(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
    target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
  }

  /// Appends a number. One below 10,000 is written as four digits of which the leading zeros are
  /// shifted out: how many digits the next one has is nothing a processor can guess.
  @inline(__always)
  mutating func append(_ value: UInt) {
    if value >= 10_000 { return append { Self.write(long: value, $0) } }
    let high = value / 100
    let pairs = UInt32(truncatingIfNeeded: high | (value - high * 100) << 16)
    let tens = ((pairs &* 103) &>> 10) & 0x000F_000F
    let digits = tens | ((pairs &- tens &* 10) &<< 8)
    // The first digit is the low byte; the last one stays whatever it is.
    let zeros = (digits | 0x0100_0000).trailingZeroBitCount & ~7
    (room + count).storeBytes(
      of: ((digits | 0x3030_3030) &>> UInt32(truncatingIfNeeded: zeros)).littleEndian,
      as: UInt32.self)
    count += 4 - zeros / 8
  }

  /// Returns how many bytes it has written.
  @inline(never)
  private static func write(long value: UInt, _ room: UnsafeMutableRawPointer) -> Int {
    var length = 0
    var rest = value
    while rest > 0 {
      length += 1
      rest /= 10
    }
    var at = length
    rest = value
    while rest > 0 {
      at -= 1
      (room + at).storeBytes(of: UInt8(truncatingIfNeeded: 0x30 + rest % 10), as: UInt8.self)
      rest /= 10
    }
    return length
  }
}
