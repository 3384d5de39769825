/// One entity of one document, as far as identity across documents depends on it.
public struct IdentityRecord: Sendable {
  /// A spelling under which the document names the entity.
  public struct Name: Sendable, Hashable {
    public var text: String
    /// How many mentions write it so.
    public var count: Int

    public init(_ text: String, count: Int = 1) {
      self.text = text
      self.count = count
    }
  }

  /// The document's identifier; only breaks ties, so that the order of the input never matters.
  public var document: String
  public var kind: EntityKind
  /// Each spelling of its `name` mentions once. Empty where the text only describes the entity.
  public var names: [Name]
  /// The nominal that describes it best ("US-led coalition"), empty if there is none.
  public var descriptor: String
  /// Canonical name in the lexicon ("United States"), empty where the lexicon has none.
  public var canonical: String
  /// Role words that the document states of it ("prime minister"), in any case.
  public var roles: [String]
  /// Names of the entities that the document relates it to or names beside it, best first; a few
  /// are enough. They decide between namesakes.
  public var context: [String]
  /// Of a place or body the country that it is in, then the region, as far as the document or the
  /// lexicon tells; empty if neither does.
  public var home: [String]

  public init(
    document: String, kind: EntityKind, names: [Name], descriptor: String = "",
    canonical: String = "", roles: [String] = [], context: [String] = [],
    home: [String] = []
  ) {
    self.document = document
    self.kind = kind
    self.names = names
    self.descriptor = descriptor
    self.canonical = canonical
    self.roles = roles
    self.context = context
    self.home = home
  }
}

/// Why two records are one entity.
public struct IdentityMerge: Sendable, Hashable {
  /// Index of the record that was joined.
  public var record: Int
  /// Index of the record that it was joined to.
  public var into: Int
  /// The sieve that joined them.
  public var sieve: Sieve
  /// The two spellings that it compared, in the order of `record` and `into`.
  public var names: [String]
  /// Index of the constraint that joined them, -1 for a sieve.
  public var constraint = -1
}

/// Two records that may be one entity, left apart because the evidence is too thin.
public struct IdentityDoubt: Sendable, Hashable {
  public var a: Int
  public var b: Int
  /// The sieve that proposed them.
  public var sieve: Sieve
  /// 0...1, greater is likelier.
  public var score: Double
  /// The two spellings that it compared, in the order of `a` and `b`.
  public var names: [String]
  /// A few words in English.
  public var reason: String
}

/// A user's word on records, which goes before every sieve.
public struct IdentityConstraint: Sendable, Hashable {
  /// Records of the one name.
  public var a: [Int]
  /// Records of the other.
  public var b: [Int]
  public var isSame: Bool
  /// The two names that the user wrote.
  public var names: [String]

  public init(_ a: [Int], _ b: [Int], isSame: Bool, names: [String] = ["", ""]) {
    self.a = a
    self.b = b
    self.isSame = isSame
    self.names = names
  }

  public init(_ a: Int, _ b: Int, isSame: Bool) { self.init([a], [b], isSame: isSame) }
}

/// A constraint that does not hold in the result, and why.
public struct IdentityRefusal: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// An earlier constraint says otherwise.
    case contradicts(Int)
    /// The names mean so many clusters; which is meant is unclear.
    case severalA(Int)
    case severalB(Int)
  }

  /// Index of the constraint.
  public var constraint: Int
  public var reason: Reason
}

/// What ``IdentityResolver/resolve(_:constraints:)`` finds.
public struct IdentityResolution: Sendable {
  /// For each record the number of its cluster, `0..<clusterCount`, in the order of each cluster's
  /// first record.
  public var cluster: [Int]
  public var clusterCount: Int
  /// One merge fewer than records in each cluster; the chain explains the cluster.
  public var merges: [IdentityMerge]
  /// Best first.
  public var doubts: [IdentityDoubt]
  /// Constraints that do not hold, in their order.
  public var refused: [IdentityRefusal] = []
}
