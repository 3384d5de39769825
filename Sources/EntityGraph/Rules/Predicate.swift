/// A relation type with its signature.
public struct Predicate: Sendable, Hashable {
  /// The word that outputs use, for example `holds_role`.
  public var name: String
  /// Kinds that the subject may have.
  public var subjects: Set<EntityKind>
  /// Kinds that the object may have.
  public var objects: Set<EntityKind>
  /// Whether `a predicate b` says the same as `b predicate a`.
  public var isSymmetric: Bool

  public init(
    name: String, subjects: Set<EntityKind>, objects: Set<EntityKind>, isSymmetric: Bool = false
  ) {
    self.name = name
    self.subjects = subjects
    self.objects = objects
    self.isSymmetric = isSymmetric
  }
}

/// Index into ``Knowledge``'s predicates (packs may declare their own).
public typealias PredicateID = UInt16
