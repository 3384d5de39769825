/// Shallow syntax of one document: flat arrays in the order of the text, reused from document to
/// document.
struct Chunks: Sendable {
  /// One a token.
  var tags: [PartOfSpeech] = []
  /// One a token: index of the noun phrase that it belongs to, -1 outside.
  var phraseAt: [Int32] = []
  /// One a token: index of the verb group that it belongs to, -1 outside.
  var verbAt: [Int32] = []
  var nounPhrases = Filled<NounPhrase>()
  var verbGroups = Filled<VerbGroup>()
  var arguments = Filled<Argument>()
  var quotes: [Quote] = []

  init() {}

  /// Forgets what the last document held, but for the columns of its tokens, which ``ChunkStage``
  /// overwrites.
  mutating func removeAll() {
    nounPhrases.setCount(0)
    verbGroups.setCount(0)
    arguments.setCount(0)
    quotes.removeAll(keepingCapacity: true)
  }
}
