/// A half-open range of UTF-8 bytes in one document's text.
public struct ByteSpan: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var start: Int32
  /// Offset just past the last byte.
  public var end: Int32

  /// Makes the span `start..<end`, in bytes.
  @inlinable
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  @inlinable public var count: Int { Int(end - start) }
  @inlinable public var isEmpty: Bool { start >= end }

  /// Orders spans as they stand in the text; of two that start together the longer comes first.
  @inlinable
  public static func < (a: ByteSpan, b: ByteSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }

  @inlinable
  public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }
  @inlinable
  public func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }
}
