/// One statement of a relation between two entities of a document.
public struct RelationMention: Sendable {
  /// Index into ``Extraction/entities``.
  public var subject: Int32
  public var object: Int32
  public var predicate: PredicateID
  public var modality: Modality
  /// The words that state it (the trigger).
  public var label: ByteSpan
  /// From the first to the last argument, trigger included.
  public var evidence: ByteSpan
  public var sentence: Int32
  public var rule: RuleID
  /// A role that its holder held before; the label begins with "former".
  public var isFormer = false
}

/// Two entities named in one sentence.
public struct Cooccurrence: Sendable {
  /// Index into ``Extraction/entities``; `a < b`.
  public var a: Int32
  public var b: Int32
  public var sentence: Int32
}
