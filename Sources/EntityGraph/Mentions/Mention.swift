/// What an entity is. Roles are spans of their own and never entities.
public enum EntityKind: UInt8, Sendable, CaseIterable {
  case person, organization, place
}

/// How a mention refers.
public enum MentionForm: UInt8, Sendable, CaseIterable {
  case name, adjective, nominal, pronoun
}

/// A rule, list or sieve in ``Knowledge``; its text form is `pack/name`.
public typealias RuleID = UInt32

/// A canonical name in the lexicon's string table ("United States" for "US"); 0 for none.
public typealias NameID = UInt32

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
  @inlinable public var tokens: Range<Int> { Int(first)..<Int(end) }
}
