/// Pairs of actors that may be one or two, as lines of a decisions file.
///
/// Each line says what the program has done, so that a file of them changes nothing until somebody
/// changes a line.
public struct Review: Sendable {
  /// A pair, what was done, and why that is doubtful.
  public struct Proposal: Sendable {
    /// `same` or `different`, as it is now.
    public var decision: Decision
    /// In a few words.
    public var reason: String
    /// The sieve that joined or proposed them.
    public var rule: String
    /// 0...1, greater is more doubtful.
    public var doubt: Double
    /// What the articles say of the two.
    public var sides: [Side]
  }

  /// One of a pair.
  public struct Side: Sendable {
    public var name: String
    public var kind: EntityKind
    public var mentions: Int
    public var roles: [String]
    /// Ids of articles that name it, ordered.
    public var documents: [String]
    /// A sentence that names it, where one was found.
    public var quote: Evidence?
    /// Index of its record.
    var record: Int
  }

  /// The most doubtful first.
  public internal(set) var proposals: [Proposal]
  /// How many more there are than were asked for.
  public let left: Int

  /// Collects what is doubtful in a graph.
  init(_ workings: GraphWorkings, most: Int) {
    var all = Review.open(workings) + Review.joined(workings)
    all.sort { a, b in
      if a.doubt != b.doubt { return a.doubt > b.doubt }
      let (x, y) = (a.sides.map(\.mentions).min() ?? 0, b.sides.map(\.mentions).min() ?? 0)
      if x != y { return x > y }
      return Mathematics.precedes(a.decision.description, b.decision.description)
    }
    var seen: Set<String> = []
    all = all.filter { seen.insert($0.decision.description).inserted }
    proposals = Array(all.prefix(max(0, most)))
    left = all.count - proposals.count
  }

  /// What was left apart.
  private static func open(_ workings: GraphWorkings) -> [Proposal] {
    let names = ReviewNames(workings)
    return workings.resolution.doubts.compactMap { doubt in
      let x = workings.bearer(doubt.a, doubt.names.first)
      let y = workings.bearer(doubt.b, doubt.names.last)
      guard let a = names.target(x, doubt.names.first), let b = names.target(y, doubt.names.last),
        a != b
      else { return nil }
      return Proposal(
        decision: Decision(.different([a, b])), reason: doubt.reason, rule: doubt.sieve.name,
        doubt: doubt.score,
        sides: [(x, a), (y, b)].map { workings.side($0.0, $0.1) })
    }
  }

  /// What was joined for a reason that is sometimes wrong.
  private static func joined(_ workings: GraphWorkings) -> [Proposal] {
    let names = ReviewNames(workings)
    return workings.resolution.merges.compactMap { merge in
      guard let (doubt, reason) = doubt(of: merge.sieve), merge.constraint < 0 else { return nil }
      let x = workings.bearer(merge.record, merge.names.first)
      let y = workings.bearer(merge.into, merge.names.last)
      guard !workings.isConfirmed(x, y), let a = names.target(x, merge.names.first),
        let b = names.target(y, merge.names.last), a != b
      else { return nil }
      return Proposal(
        decision: Decision(.same([a, b])), reason: reason, rule: merge.sieve.name, doubt: doubt,
        sides: [(x, a), (y, b)].map { workings.side($0.0, $0.1) })
    }
  }

  /// How doubtful a sieve's merges are; nil where they hardly ever fail.
  private static func doubt(of sieve: Sieve) -> (Double, String)? {
    switch sieve {
    case .identitySurname: (0.4, "an article gives one word of the name only")
    case .identityInitials: (0.35, "a first name is abbreviated")
    case .identityAcronym: (0.3, "the letters of the one begin the words of the other")
    case .identityNickname: (0.25, "different forms of the first name")
    case .identityTransliteration: (0.2, "two spellings")
    case .identityWords: (0.15, "the names differ in words that say little")
    default: nil
    }
  }
}

/// Names that mean one record and nothing else.
private struct ReviewNames {
  private let workings: GraphWorkings
  private let index: DecisionIndex

  init(_ workings: GraphWorkings) {
    self.workings = workings
    index = DecisionIndex(workings.records, documents: [])
  }

  /// A target for a record by one of its names, narrowed down until it means the record's cluster
  /// alone; nil if that cannot be done.
  func target(_ record: Int, _ name: String?) -> Decision.Target? {
    let item = workings.records[record]
    let text = name.flatMap { $0.isEmpty ? nil : $0 } ?? item.name
    let cluster = workings.resolution.cluster[record]
    var target = Decision.Target(text)
    func meansCluster(_ records: [Int]) -> Bool {
      !records.isEmpty && records.allSatisfy { workings.resolution.cluster[$0] == cluster }
    }
    if meansCluster(index.records(target)) { return target }
    target.kind = item.identity.kind
    if meansCluster(index.records(target)) { return target }
    // The article that tells it from its namesakes.
    let namesakes = index.records(target)
    let article = workings.articlesOf[record].filter { id in
      !namesakes.contains { $0 != record && workings.articlesOf[$0].contains(id) }
    }.min(by: Mathematics.precedes)
    guard namesakes.contains(record), let article else { return nil }
    target.kind = nil
    let isAlone = index.records(target).allSatisfy { other in
      other == record || !workings.articlesOf[other].contains(article)
    }
    if !isAlone { target.kind = item.identity.kind }
    target.document = article
    return target
  }
}

extension GraphWorkings {
  fileprivate func side(_ record: Int, _ target: Decision.Target) -> Review.Side {
    let item = records[record]
    var roles: [String] = []
    for role in item.roles.sorted(by: { ($1.mentions, $0.label) < ($0.mentions, $1.label) }) {
      let text = role.of.isEmpty ? role.label : "\(role.label), \(role.of)"
      if !roles.contains(text), roles.count < 3 { roles.append(text) }
    }
    return Review.Side(
      name: target.name, kind: item.identity.kind, mentions: item.mentions, roles: roles,
      documents: articlesOf[record].sorted(by: Mathematics.precedes), quote: nil, record: record)
  }

  /// The record of a cluster that is written so: sieves compare all names of a cluster.
  fileprivate func bearer(_ record: Int, _ name: String?) -> Int {
    func bears(_ record: Int) -> Bool {
      records[record].name == name || records[record].identity.names.contains { $0.text == name }
    }
    if bears(record) { return record }
    return members[resolution.cluster[record]].first(where: bears) ?? record
  }

  /// Whether the user has said already that the two are one.
  fileprivate func isConfirmed(_ a: Int, _ b: Int) -> Bool {
    constraints.contains { wish in
      wish.isSame
        && ((wish.a.contains(a) && wish.b.contains(b))
          || (wish.b.contains(a) && wish.a.contains(b)))
    }
  }
}
