/// Clusters of records while the sieves run.
///
/// Everything is decided in an order that depends on what the records say, never on where they
/// stand: `rank` orders them by kind, names and document.
struct IdentityClusters {
  let records: [IdentityRecord]
  let tables: IdentityTables
  let persons: PersonComparison
  let bodies: BodyComparison
  /// Spellings of each record, the most frequent first.
  private(set) var names: [[SpelledName]] = []
  /// Different spellings of each cluster, at its root.
  private var shown: [[SpelledName]] = []
  /// What tells namesakes apart, at the root of each cluster.
  private(set) var profiles: [IdentityProfile] = []
  /// Position of each record in the order of contents.
  private(set) var rank: [Int] = []
  private var order: [Int] = []
  private var parent: [Int] = []
  private var members: [[Int]] = []
  private var merges: [IdentityMerge] = []
  private var doubts: [IdentityDoubt] = []
  /// What the user keeps apart, and what of the user's word cannot hold.
  var wishes = IdentityWishes()
  /// Names of a cluster that a merge is checked against; more are not looked at.
  private static let checked = 24

  init(_ records: [IdentityRecord], tables: IdentityTables) {
    self.records = records
    self.tables = tables
    persons = PersonComparison(tables: tables)
    bodies = BodyComparison(tables: tables)
    var known: [String: SpelledName] = [:]
    let homes = IdentityProfile.homes(of: records, tables: tables)
    names = zip(records, homes).map { record, home in
      var texts = record.names.sorted {
        $0.count != $1.count ? $0.count > $1.count : Self.precedes($0.text, $1.text)
      }.map(\.text)
      if texts.isEmpty, record.kind == .organization, !record.descriptor.isEmpty {
        texts = [record.descriptor]
      }
      let country = record.kind == .organization ? home.first ?? "" : ""
      return texts.prefix(12).map { text in
        let key = "\(record.kind.rawValue)\(text)\t\(country)"
        if let name = known[key] { return name }
        var name = SpelledName(text, kind: record.kind, tables: tables)
        if !country.isEmpty, name.isWithoutCountry(tables) {
          name = SpelledName(text, kind: record.kind, tables: tables, country: country)
        }
        known[key] = name
        return name
      }
    }
    shown = names.map { $0.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    profiles = records.indices.map { k in
      IdentityProfile(records[k], names: names[k], home: homes[k], tables: tables)
    }
    let labels = records.indices.map { k in
      "\(records[k].kind.rawValue)\t\(names[k].map(\.text).joined(separator: "\t"))\t"
        + "\(records[k].canonical)\t\(records[k].document)\t"
        + (records[k].home + ["\t"] + records[k].roles + ["\t"] + records[k].context)
        .joined(separator: "\t")
    }
    order = records.indices.sorted { a, b in
      labels[a] != labels[b] ? Self.precedes(labels[a], labels[b]) : a < b
    }
    rank = [Int](repeating: 0, count: records.count)
    for (place, record) in order.enumerated() { rank[record] = place }
    parent = Array(records.indices)
    members = records.indices.map { [$0] }
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  /// Whether a record can be joined at all: it has a name, or a description that names somebody.
  func isComparable(_ record: Int) -> Bool {
    guard !names[record].isEmpty else { return false }
    guard records[record].names.isEmpty else { return true }
    // "US-led coalition" names a country, "the group" nobody.
    return records[record].descriptor.utf8.contains { ($0 &- 65) < 26 }
      && names[record][0].words.count > 1
  }

  var inOrder: [Int] { order }

  func root(_ record: Int) -> Int {
    var r = record
    while parent[r] != r { r = parent[r] }
    return r
  }

  func members(of record: Int) -> [Int] { members[root(record)] }

  // MARK: Joining

  /// What all names of two clusters say together: the weakest of their relations, `same` only if a
  /// pair is the same and none is in conflict.
  func relation(_ a: Int, _ b: Int) -> (relation: NameRelation, names: [String]) {
    var best: (NameRelation, [String]) = (.conflict, [])
    var hasSame = false
    var isCompatible = true
    let (x, y) = (telling(a), telling(b))
    for one in x {
      for other in y {
        let found = compare(one, other)
        switch found {
        case .same:
          if !hasSame { best = (found, [one.text, other.text]) }
          hasSame = true
        case .compatible:
          if !hasSame { best = (found, [one.text, other.text]) }
        case .doubtful:
          if !hasSame { best = (found, [one.text, other.text]) }
          isCompatible = false
        case .conflict:
          // "Tony" beside "Blair" is no conflict where both are parts of one full name.
          if one.words.count == 1, other.words.count == 1, arePartsOfOneName(one, other, a, b) {
            continue
          }
          if isVouchedFor(one, other, a, b) { continue }
          // A full name against an acronym says nothing against them.
          if one.isAcronym == other.isAcronym || one.kind != .organization { isCompatible = false }
        }
      }
    }
    if isCompatible { return best }
    if hasSame, isCovered(a, b) { return best }
    return (
      hasSame ? .doubtful(.identityAlias) : best.0 == .compatible ? .conflict : best.0, best.1
    )
  }

  /// The names that decide: of a person the full ones, if there are any.
  private func telling(_ record: Int) -> [SpelledName] {
    let names = distinctNames(record)
    guard records[record].kind == .person else { return names }
    let full = names.filter { !$0.isShort }
    return full.isEmpty ? names : full
  }

  /// Whether one document calls one person by both names ("Abu Mazen", "Mahmoud Abbas").
  private func isVouchedFor(
    _ x: SpelledName, _ y: SpelledName, _ a: Int, _ b: Int
  ) -> Bool {
    guard x.kind == .person else { return false }
    func vouches(_ cluster: Int, _ own: SpelledName, _ foreign: SpelledName) -> Bool {
      members(of: cluster).prefix(Self.checked).contains { member in
        names[member].count > 1 && names[member].contains(own)
          && names[member].contains { $0 != own && !$0.isShort && isSame(compare($0, foreign)) }
      }
    }
    return vouches(a, x, y) || vouches(b, y, x)
  }

  /// Whether a full name of either cluster holds both words.
  private func arePartsOfOneName(_ x: SpelledName, _ y: SpelledName, _ a: Int, _ b: Int) -> Bool {
    guard x.kind == .person else { return false }
    for record in [a, b] {
      for full in distinctNames(record)
      where full.words.count > 1 && full.words.contains(x.words[0])
        && full.words.contains(y.words[0])
      {
        return true
      }
    }
    return false
  }

  /// Several names of one body ("Islamic State", "ISIL"): the two records share most of theirs.
  private func isCovered(_ a: Int, _ b: Int) -> Bool {
    guard records[a].kind != .person else { return false }
    let x = distinctNames(a)
    let y = distinctNames(b)
    var shared = 0
    for one in x where y.contains(where: { isSame(compare(one, $0)) }) { shared += 1 }
    return shared * 2 >= min(x.count, y.count)
  }

  private func isSame(_ relation: NameRelation) -> Bool {
    if case .same = relation { return true }
    return false
  }

  func compare(_ a: SpelledName, _ b: SpelledName) -> NameRelation {
    if a.kind != b.kind { return .conflict }
    return a.kind == .person ? persons.relation(a, b) : bodies.relation(a, b)
  }

  private func distinctNames(_ record: Int) -> [SpelledName] { shown[root(record)] }

  /// Joins two clusters if all their names allow it.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int, trusting sieve: Sieve? = nil) -> Bool {
    if root(a) == root(b) { return true }
    if !mayBeOne(a, b) || canonicalsDiffer(a, b) { return false }
    let found = relation(a, b)
    switch (found.relation, sieve) {
    case (.same(let own), _): unite(a, b, sieve ?? own, found.names)
    case (.compatible, .some(let sieve)): unite(a, b, sieve, found.names)
    case (.doubtful(let own), _):
      doubt(a, b, own, "the names differ in more than spelling", found.names, 0.4)
      return false
    default: return false
    }
    return true
  }

  /// Whether neither the user nor what the documents say of them keeps two clusters apart.
  func mayBeOne(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (root(a), root(b))
    return !wishes.areApart(x, y) && !profiles[x].contradicts(profiles[y])
  }

  /// Two names that the lexicon knows as two.
  func canonicalsDiffer(_ a: Int, _ b: Int) -> Bool {
    let x = canonical(a)
    let y = canonical(b)
    guard !x.isEmpty, !y.isEmpty, x != y else { return false }
    // The lexicon may have one name in two spellings.
    let kind = records[a].kind
    let own = SpelledName(x, kind: kind, tables: tables)
    let other = SpelledName(y, kind: kind, tables: tables)
    if own.joined == other.joined { return false }
    if kind == .person {
      switch persons.relation(own, other) {
      case .same(.identityAccents), .same(.identityTransliteration), .same(.identityMiddleName):
        return false
      default: break
      }
    }
    // A name with several readings ("Labour Party") may have been given either.
    for name in distinctNames(a) where tables.canonicals(of: name.text).contains(y) { return false }
    for name in distinctNames(b) where tables.canonicals(of: name.text).contains(x) { return false }
    return true
  }

  func canonical(_ record: Int) -> String {
    for member in members(of: record) where !records[member].canonical.isEmpty {
      return records[member].canonical
    }
    return ""
  }

  mutating func unite(
    _ a: Int, _ b: Int, _ sieve: Sieve, _ names: [String], constraint: Int = -1
  ) {
    let x = root(a)
    let y = root(b)
    if x == y { return }
    let (first, second) = rank[x] < rank[y] ? (x, y) : (y, x)
    let isInOrder = rank[a] > rank[b]
    let (record, into) = isInOrder ? (a, b) : (b, a)
    parent[second] = first
    members[first] += members[second]
    members[second] = []
    for name in shown[second] where shown[first].count < Self.checked {
      if !shown[first].contains(name) { shown[first].append(name) }
    }
    profiles[first].formUnion(profiles[second])
    wishes.unite(second, into: first)
    merges.append(
      IdentityMerge(
        record: record, into: into, sieve: sieve, names: isInOrder ? names : names.reversed(),
        constraint: constraint))
  }

  mutating func doubt(
    _ a: Int, _ b: Int, _ sieve: Sieve, _ reason: String, _ names: [String], _ score: Double
  ) {
    let isInOrder = rank[a] < rank[b]
    let (x, y) = isInOrder ? (a, b) : (b, a)
    doubts.append(
      IdentityDoubt(
        a: x, b: y, sieve: sieve, score: score, names: isInOrder ? names : names.reversed(),
        reason: reason))
  }

  // MARK: Result

  func resolution() -> IdentityResolution {
    var cluster = [Int](repeating: -1, count: records.count)
    var count = 0
    for record in records.indices {
      let r = root(record)
      if cluster[r] < 0 {
        cluster[r] = count
        count += 1
      }
      cluster[record] = cluster[r]
    }
    var seen: Set<[Int]> = []
    let open = doubts.filter {
      cluster[$0.a] != cluster[$0.b] && !wishes.areApart(root($0.a), root($0.b))
        && seen.insert([cluster[$0.a], cluster[$0.b]].sorted()).inserted
    }.sorted { a, b in
      if a.score != b.score { return a.score > b.score }
      return (rank[a.a], rank[a.b]) < (rank[b.a], rank[b.b])
    }
    return IdentityResolution(
      cluster: cluster, clusterCount: count,
      merges: merges.sorted { (rank[$0.record], rank[$0.into]) < (rank[$1.record], rank[$1.into]) },
      doubts: open, refused: wishes.refused.sorted { $0.constraint < $1.constraint })
  }
}
