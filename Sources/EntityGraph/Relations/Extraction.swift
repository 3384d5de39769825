/// Everything recognized in one document. Offsets are bytes of that document's text.
///
/// The arrays are reused from document to document by ``Extractor``; copy what is to be kept.
public struct Extraction: Sendable {
  public var entities: [Entity] = []
  /// In the order of the text; `entity` says whom each refers to.
  public var mentions: [Mention] = []
  public var merges: [Merge] = []
  public var roles: [RoleMention] = []
  /// Statements of the same fact stand next to each other, in the order of the text.
  public var relations: [RelationMention] = []
  public var cooccurrences: [Cooccurrence] = []
  /// Byte span of each sentence.
  public var sentences: [ByteSpan] = []

  public init() {}

  /// Forgets the last document but keeps the memory.
  public mutating func removeAll() {
    entities.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    merges.removeAll(keepingCapacity: true)
    roles.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
    cooccurrences.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
  }
}
