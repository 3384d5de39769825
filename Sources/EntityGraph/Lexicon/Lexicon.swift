/// The compiled word knowledge, read in place.
public struct Lexicon: Sendable {
  /// Number of known words; higher term ids belong to one document.
  public let termCount: Int = 0
}
