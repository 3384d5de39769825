/// Appends text to a byte buffer without making strings.
///
/// The escaping of every format that the program writes is built on ``append(_:)-(UInt8)`` and
/// ``json(_:)``; formats add their own in their own files.
public struct ByteWriter: Sendable {
  /// Room; what has been written are the first ``count`` bytes. An array that grows by itself would
  /// check and count for every few bytes.
  private var storage: [UInt8] = []
  /// Number of bytes written.
  public private(set) var count = 0

  /// Makes an empty writer.
  public init() {}

  /// What has been written.
  public var bytes: [UInt8] { Array(storage[..<count]) }

  /// Gives away what has been written, without a copy, and forgets it.
  mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &storage)
    taken.removeLast(taken.count - count)
    count = 0
    return taken
  }

  /// Lends what has been written, without a copy, then forgets it but keeps the room.
  mutating func flush(_ body: ([UInt8]) throws -> Void) rethrows {
    var taken = takeBytes()
    try body(taken)
    swap(&taken, &storage)
  }

  /// Lends a part of what has been written.
  @inline(__always)
  func withBytes(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard range.upperBound <= count else { return }
    storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The last byte written, nil if there is none.
  var last: UInt8? { count > 0 ? storage[count - 1] : nil }

  mutating func removeLast() { count = max(0, count - 1) }

  /// Forgets what has been written but keeps the room.
  public mutating func removeAll() { count = 0 }

  /// Appends bytes as they are.
  @inline(__always)
  mutating func append(bytes source: UnsafeBufferPointer<UInt8>) {
    guard let start = source.baseAddress, source.count > 0 else { return }
    if storage.count - count < source.count { grow(source.count) }
    storage.withUnsafeMutableBytes {
      guard let room = $0.baseAddress else { return }
      Self.copy(UnsafeRawPointer(start), to: room + count, source.count)
    }
    count += source.count
  }

  /// Copies a few bytes without a call: nearly everything that is written is short.
  @inline(__always)
  private static func copy(
    _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ count: Int
  ) {
    if count > 32 { return target.copyMemory(from: source, byteCount: count) }
    var at = 0
    while at + 8 <= count {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: at, as: UInt64.self), toByteOffset: at,
        as: UInt64.self)
      at += 8
    }
    while at < count {
      target.storeBytes(
        of: source.load(fromByteOffset: at, as: UInt8.self), toByteOffset: at, as: UInt8.self)
      at += 1
    }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let needed = count + more
    // Room that was lent and came back is taken step by step; new room is twice the old one.
    let room =
      needed <= storage.capacity
      ? min(storage.capacity, max(needed, storage.count + 4096))
      : max(storage.count * 2, needed, 256)
    storage.append(contentsOf: repeatElement(0, count: room - storage.count))
  }

  /// Lends room for at most `most` bytes; `body` returns how many it has written.
  ///
  /// For records of several short parts: one check of the room for all of them.
  @inline(__always)
  mutating func append(atMost most: Int, _ body: (UnsafeMutableRawPointer) -> Int) {
    if storage.count - count < most { grow(most) }
    let start = count
    count += storage.withUnsafeMutableBytes { $0.baseAddress.map { body($0 + start) } ?? 0 }
  }

  mutating func append(_ literal: StaticString) {
    append(
      bytes: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if storage.count == count { grow(1) }
    storage[count] = byte
    count += 1
  }

  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(bytes: $0) }
  }

  mutating func append(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(atMost: RecordWriter.digits) { room in
      var record = RecordWriter(room)
      record.append(value.magnitude)
      return record.count
    }
  }

  /// Appends a number with exactly `places` digits behind the point (at most 9).
  mutating func append(_ value: Double, places: Int) {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    if scaled < 0 { append(UInt8(ascii: "-")) }
    let (whole, part) = Int(scaled.magnitude).quotientAndRemainder(dividingBy: scale)
    append(whole)
    if places == 0 { return }
    append(UInt8(ascii: "."))
    var unit = scale / 10
    while unit > 0 {
      append(0x30 + UInt8(part / unit % 10))
      unit /= 10
    }
  }

  /// Appends a JSON string with its quotes.
  mutating func json(_ text: String) {
    var text = text
    text.withUTF8 { json($0) }
  }

  /// Appends a JSON string of UTF-8 bytes with its quotes.
  mutating func json(_ text: UnsafeBufferPointer<UInt8>) {
    // Nearly every text is written as it is.
    let most = RecordWriter.isPlain(text) ? text.count : text.count * RecordWriter.escape
    append(atMost: most + 2) { room in
      var record = RecordWriter(room)
      record.json(text)
      return record.count
    }
  }
}
