/// Turns one document after another into an ``Extraction``; one extractor a thread.
///
/// What a document yields never depends on the documents before it.
public struct Extractor: Sendable {
  public let knowledge: Knowledge
  /// Stops after this stage and yields nothing, to measure what the stages cost; nil: does it all.
  public var measured: Stage?
  /// Whether ``times`` are taken.
  public var isTimed = false
  /// What the stages took so far, where ``isTimed``.
  public private(set) var times = StageTimes()
  private var table = TokenTable()
  private var sentences: [Sentence] = []
  private let tokenizer: Tokenizer
  private var names: NameStage
  private var chunker: ChunkStage
  private var chunks = Chunks()
  /// What rules see that run before there are any.
  private let noChunks = Chunks()
  private var patternNames: PatternNames
  private var patternRoles: PatternRoles
  private var roles: RoleStage
  private var references: EntityStage
  private var relations: RelationStage

  public init(knowledge: Knowledge) {
    self.knowledge = knowledge
    tokenizer = Tokenizer(lexicon: knowledge.lexicon)
    names = NameStage(
      lexicon: knowledge.lexicon, weights: knowledge.nameWeights,
      lists: knowledge.lists)
    chunker = ChunkStage(words: SyntaxWords(knowledge: knowledge))
    patternNames = PatternNames(knowledge: knowledge)
    patternRoles = PatternRoles(knowledge: knowledge)
    roles = RoleStage(knowledge: knowledge)
    references = EntityStage(words: roles.words, knowledge: knowledge)
    relations = RelationStage(knowledge: knowledge, syntax: chunker.words)
  }

  /// Recognizes names, roles, references and relations.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8, at most 2 GiB.
  ///   - extraction: is emptied and filled; reuse it to spare allocations.
  public mutating func extract(_ text: [UInt8], into extraction: inout Extraction) {
    extraction.removeAll()
    run(text, into: &extraction)
    if measured != nil { extraction.removeAll() }
  }

  /// Notes that a stage is done; returns whether it is the last one wanted.
  private mutating func ends(_ stage: Stage) -> Bool {
    if isTimed { times.end(stage) }
    return measured == stage
  }

  private mutating func run(_ text: [UInt8], into extraction: inout Extraction) {
    if isTimed { times.begin() }
    text.withUnsafeBufferPointer { tokenizer.run($0, into: &table) }
    if ends(.tokens) { return }
    SentenceSplitter().run(&table, into: &sentences)
    if ends(.sentences) { return }
    names.run(text, table, sentences, into: &extraction.mentions)
    patternNames.run(
      .mention, text: text, table: table, sentences: sentences, chunks: noChunks,
      into: &extraction.mentions)
    if ends(.names) { return }
    chunker.run(
      text: text, tokens: table.tokens, classes: table.classes, lemmas: table.lemmas,
      sentences: sentences, mentions: extraction.mentions, into: &chunks)
    if ends(.chunks) { return }
    patternNames.run(
      .nominal, text: text, table: table, sentences: sentences, chunks: chunks,
      into: &extraction.mentions)
    roles.run(table, sentences: sentences, into: &extraction.mentions)
    patternRoles.run(
      text: text, table: table, sentences: sentences, chunks: chunks, mentions: extraction.mentions,
      into: &roles)
    references.run(
      text: text, table: table, sentences: sentences, chunks: chunks, roles: &roles,
      mentions: &extraction.mentions, entities: &extraction.entities, merges: &extraction.merges)
    swap(&extraction.roles, &roles.roles)
    if ends(.entities) { return }
    relations.run(
      text: text, table: table, sentences: sentences, chunks: chunks, lexicon: knowledge.lexicon,
      into: &extraction)
    for sentence in sentences {
      extraction.sentences.append(
        ByteSpan(
          start: table.tokens[Int(sentence.first)].start,
          end: table.tokens[Int(sentence.end) - 1].end))
    }
    _ = ends(.relations)
  }

  /// Every statement of the last document, before those of one fact in one sentence are united.
  var statements: [RelationMention] { relations.found }

  /// Why each stretch of the last document was taken for a name or not, in the order of the text.
  public var nameDecisions: [NameDecision] { names.decisions(table) }
}
