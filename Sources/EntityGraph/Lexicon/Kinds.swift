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

/// How far the text vouches for a relation.
public enum Modality: UInt8, Sendable, CaseIterable {
  case asserted, reported, possible, negated
}
