/// How a clause hangs in its sentence.
enum ClauseKind: UInt8, Sendable {
  case main, coordinated
  /// Opened by who, which, that or where.
  case relative
  /// What somebody says, thinks or wants ("that they left").
  case content
  /// Opened by because, while, after, when…
  case adverbial
  /// Opened by if, unless, whether.
  case conditional
}

/// A direct quotation and who says it.
struct Quote: Sendable {
  /// Token range between the quotation marks, which may span several sentences.
  var first: Int32
  var end: Int32
  /// Noun phrase of the speaker, -1 where the text leaves it open.
  var speaker: Int32 = -1
  /// Verb group of saying, -1 where there is none ("according to X").
  var verb: Int32 = -1

  public var tokens: Range<Int> { Int(first)..<Int(end) }
}
