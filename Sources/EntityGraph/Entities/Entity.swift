/// What the mentions of one document refer to.
public struct Entity: Sendable {
  public var kind: EntityKind
  /// The mention whose text names the entity best (the fullest name, else the first nominal).
  public var naming: Int32
  /// Canonical name in the lexicon, 0 where the text alone names it.
  public var canonical: NameID
  /// The entity of the same document that it belongs to as far as its naming says: the country of a
  /// government, the leader of a coalition, the person of an office; -1 for none.
  public var owner: Int32 = -1
}

/// Why two mentions are one entity.
public struct Merge: Sendable {
  /// Index of the later mention.
  public var mention: Int32
  /// Index of the mention that it was joined to.
  public var antecedent: Int32
  /// The sieve that joined them.
  public var sieve: RuleID
}
