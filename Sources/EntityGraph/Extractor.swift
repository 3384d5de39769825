/// Turns one document after another into an ``Extraction``; one extractor a thread.
///
/// What a document yields never depends on the documents before it.
public struct Extractor: Sendable {
  public let knowledge: Knowledge
  private var table = TokenTable()
  private var sentences: [Sentence] = []
  private let tokenizer: Tokenizer
  private var names: NameStage

  public init(knowledge: Knowledge) {
    self.knowledge = knowledge
    tokenizer = Tokenizer(lexicon: knowledge.lexicon)
    names = NameStage(
      lexicon: knowledge.lexicon, weights: NameWeights.parse(knowledge.weightRows).weights,
      lists: knowledge.lists)
  }

  /// Recognizes names, roles, references and relations.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8, at most 2 GiB.
  ///   - extraction: is emptied and filled; reuse it to spare allocations.
  public mutating func extract(_ text: [UInt8], into extraction: inout Extraction) {
    extraction.removeAll()
    text.withUnsafeBufferPointer { tokenizer.run($0, into: &table) }
    SentenceSplitter().run(&table, into: &sentences)
    names.run(table, sentences, into: &extraction.mentions)
    // Until the entity stage joins them, every mention is an entity of its own.
    for i in extraction.mentions.indices {
      extraction.mentions[i].entity = Int32(extraction.entities.count)
      extraction.entities.append(
        Entity(
          kind: extraction.mentions[i].kind, naming: Int32(i),
          canonical: extraction.mentions[i].canonical))
    }
    for sentence in sentences {
      extraction.sentences.append(
        ByteSpan(
          start: table.tokens[Int(sentence.first)].start,
          end: table.tokens[Int(sentence.end) - 1].end))
    }
  }
}
