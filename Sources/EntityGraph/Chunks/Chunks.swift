/// Shallow syntax of one document: flat arrays in the order of the text, reused from document to
/// document.
public struct Chunks: Sendable {
  /// One a token.
  public var tags: [PartOfSpeech] = []
  /// One a token: index of the noun phrase that it belongs to, -1 outside.
  public var phraseAt: [Int32] = []
  /// One a token: index of the verb group that it belongs to, -1 outside.
  public var verbAt: [Int32] = []
  public var nounPhrases: [NounPhrase] = []
  public var verbGroups: [VerbGroup] = []
  public var arguments: [Argument] = []
  public var clauses: [Clause] = []
  public var quotes: [Quote] = []

  public init() {}

  /// Forgets the last document but keeps the memory.
  public mutating func removeAll() {
    tags.removeAll(keepingCapacity: true)
    phraseAt.removeAll(keepingCapacity: true)
    verbAt.removeAll(keepingCapacity: true)
    nounPhrases.removeAll(keepingCapacity: true)
    verbGroups.removeAll(keepingCapacity: true)
    arguments.removeAll(keepingCapacity: true)
    clauses.removeAll(keepingCapacity: true)
    quotes.removeAll(keepingCapacity: true)
  }
}
