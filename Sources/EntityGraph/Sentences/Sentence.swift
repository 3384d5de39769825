/// How a line or sentence is written; names are recognized differently in each.
public enum LineKind: UInt8, Sendable {
  case running
  /// A headline in capitals.
  case capitals
  /// A headline in title case.
  case title
  /// A row of a table or a list of results.
  case table
  case dateline
  case byline
}

/// A sentence: a range of token indices.
public struct Sentence: Sendable {
  public var first: Int32
  public var end: Int32
  public var line: LineKind
  @inlinable public var tokens: Range<Int> { Int(first)..<Int(end) }
}
