/// How many items of one layer there are in the gold standard, in what the program found, and in
/// both.
public struct Tally: Equatable, Sendable {
  public var both = 0
  public var gold = 0
  public var system = 0

  public var precision: Double { system > 0 ? Double(both) / Double(system) : 0 }
  public var recall: Double { gold > 0 ? Double(both) / Double(gold) : 0 }
  /// The harmonic mean of precision and recall.
  public var f1: Double { Tally.f1(precision, recall) }

  static func f1(_ p: Double, _ r: Double) -> Double { p + r > 0 ? 2 * p * r / (p + r) : 0 }

  mutating func add<Item: Hashable>(_ gold: Set<Item>, _ system: Set<Item>) {
    both += gold.intersection(system).count
    self.gold += gold.count
    self.system += system.count
  }

  mutating func add(_ other: Tally) {
    both += other.both
    gold += other.gold
    system += other.system
  }
}

/// What is counted.
public enum Layer: String, CaseIterable, Sendable {
  /// Unordered pairs of entities that some stated relation joins.
  case links
  /// Exact span and kind of mentions of the form `name`.
  case names
  case organizations = "names.organization"
  case persons = "names.person"
  case places = "names.place"
  /// Subject, predicate and object.
  case relations
  /// Exact spans of roles.
  case roles
  /// Spans of roles with the right holder and body.
  case linkedRoles = "roles.linked"

  init(_ kind: EntityKind) {
    switch kind {
    case .person: self = .persons
    case .organization: self = .organizations
    case .place: self = .places
    }
  }
}

/// B-cubed over the mentions that both sides have (Bagga and Baldwin 1998): for each, which share of
/// the mentions that one side joins with it the other side joins too.
public struct IdentityTally: Equatable, Sendable {
  var precisionSum = 0.0
  var recallSum = 0.0
  public internal(set) var mentions = 0

  public var precision: Double { mentions > 0 ? precisionSum / Double(mentions) : 0 }
  public var recall: Double { mentions > 0 ? recallSum / Double(mentions) : 0 }
  public var f1: Double { Tally.f1(precision, recall) }
}

/// One difference between the gold standard and what the program found.
public struct Finding: Sendable {
  /// What kind of difference, as it is printed.
  public enum Class: String, Sendable, CaseIterable {
    case missedName = "name missed"
    case spuriousName = "name that is none"
    case wrongKind = "name of another kind"
    case wrongBoundary = "name with other ends"
    case wrongBoth = "name with other ends and kind"
    case wrongForm = "name or other form"
    case missedRole = "role missed"
    case spuriousRole = "role that is none"
    case roleBoundary = "role with other ends"
    case roleHolder = "role with another holder"
    case roleBody = "role with another body"
    case missedRelation = "relation missed"
    case spuriousRelation = "relation not stated"
    case wrongPredicate = "relation with another predicate"
    case wrongDirection = "relation the other way round"
  }

  public var kind: Class
  /// Offset in Unicode scalars; of what the program found where the gold standard has nothing.
  public var offset: Int
  /// What the gold standard says; nil where it says nothing.
  public var gold: String?
  /// What the program says; nil where it says nothing.
  public var system: String?
}

/// The figures of some articles, added up.
public struct Figures: Sendable {
  public private(set) var articles = 0
  public internal(set) var tallies: [Layer: Tally] = [:]
  public internal(set) var identity = IdentityTally()
  /// The differences of each article, in the order of its text.
  public private(set) var findings: [(document: String, finding: Finding)] = []
  /// What could not be compared.
  public internal(set) var problems: [GoldProblem] = []
  /// Ids of articles that a gold standard had.
  var compared: [String] = []

  /// Nothing yet.
  public init() {}

  /// Adds another batch's figures.
  public mutating func add(_ other: Figures) {
    articles += other.articles
    tallies.merge(other.tallies) { a, b in
      var sum = a
      sum.add(b)
      return sum
    }
    identity.precisionSum += other.identity.precisionSum
    identity.recallSum += other.identity.recallSum
    identity.mentions += other.identity.mentions
    findings += other.findings
    problems += other.problems
    compared += other.compared
  }

  mutating func add<Item: Hashable>(_ layer: Layer, _ gold: Set<Item>, _ system: Set<Item>) {
    tallies[layer, default: Tally()].add(gold, system)
  }

  mutating func finish(_ document: String, _ found: [Finding]) {
    articles += 1
    compared.append(document)
    findings += found.map { (document, $0) }
  }
}
