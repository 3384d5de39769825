/// Writes the parts of one record into room that is large enough for all of them; see
/// ``ByteWriter/append(atMost:_:)``.
struct RecordWriter {
  /// Room that a number takes at most.
  static let digits = 20

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
    // The last eight bytes may write some of those before once more.
    var at = 0
    while at + 8 < bytes.count {
      Self.copyWord(raw + at, target + at)
      at += 8
    }
    Self.copyWord(raw + bytes.count - 8, target + bytes.count - 8)
  }

  @inline(__always)
  private static func copyWord(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
    target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
  }

  /// Appends a number: two digits a step, and no step decides where they stand but the length.
  @inline(__always)
  mutating func append(_ value: UInt) {
    var rest = value
    var at = count + Self.length(value)
    count = at
    while rest >= 100 {
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      at -= 2
      (room + at).storeBytes(of: Self.pair(pair), as: UInt16.self)
      rest = quotient
    }
    if rest >= 10 {
      (room + at - 2).storeBytes(of: Self.pair(rest), as: UInt16.self)
    } else {
      (room + at - 1).storeBytes(of: UInt8(truncatingIfNeeded: 0x30 + rest), as: UInt8.self)
    }
  }

  /// The two digits of a number below 100, as they stand in memory.
  @inline(__always)
  private static func pair(_ value: UInt) -> UInt16 {
    let tens = value / 10
    let digits = 0x3030 + (tens | (value - tens * 10) << 8)
    return UInt16(littleEndian: UInt16(truncatingIfNeeded: digits))
  }

  @inline(__always)
  private static func length(_ value: UInt) -> Int {
    if value < 100 { return value < 10 ? 1 : 2 }
    if value < 10_000 { return value < 1000 ? 3 : 4 }
    if value < 1_000_000 { return value < 100_000 ? 5 : 6 }
    var length = 7
    var rest = value / 10_000_000
    while rest > 0 {
      length += 1
      rest /= 10
    }
    return length
  }
}
