/// Shallow syntax of one document: flat arrays in the order of the text, reused from document to
/// document.
struct Chunks: Sendable {
  /// One a token.
  var tags: [PartOfSpeech] = []
  /// One a token: index of the noun phrase that it belongs to, -1 outside.
  var phraseAt: [Int32] = []
  /// One a token: index of the verb group that it belongs to, -1 outside.
  var verbAt: [Int32] = []
  var nounPhrases: [NounPhrase] = []
  var verbGroups: [VerbGroup] = []
  var arguments: [Argument] = []
  var clauses: [Clause] = []
  var quotes: [Quote] = []

  init() {}

  /// Forgets the last document but keeps the memory.
  mutating func removeAll() {
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
