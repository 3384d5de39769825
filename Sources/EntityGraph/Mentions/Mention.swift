/// One occurrence of an entity in the text.
public struct Mention: Sendable {
  public var span: ByteSpan
  /// Token range.
  public var first: Int32
  public var end: Int32
  public var kind: EntityKind
  public var form: MentionForm
  /// Index into ``Extraction/entities``; -1 before the entity stage.
  public var entity: Int32 = -1
  public var rule: RuleID
  public var canonical: NameID = 0

  @inlinable public var tokens: Range<Int> { Int(first)..<Int(end) }
}

/// The words that state a function somebody holds ("caretaker prime minister").
public struct RoleMention: Sendable {
  public var span: ByteSpan
  public var first: Int32
  public var end: Int32
  /// Index of the token that is the role's head word.
  public var head: Int32
  /// Index into ``Extraction/entities``, -1 where nobody is named.
  public var holder: Int32 = -1
  public var of: Int32 = -1
  public var rule: RuleID
  /// The holder held it before ("former", "ex-", "then").
  public var isFormer = false
  /// How far the text vouches for it ("will be named", "is not").
  public var modality = Modality.asserted
  @inlinable public var tokens: Range<Int> { Int(first)..<Int(end) }
}
