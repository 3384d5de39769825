/// What the user keeps apart. Of every wish "a and b are different" the clusters of the one side
/// carry label 2k, those of the other 2k + 1; two clusters are apart if they carry both of one wish.
struct IdentityWishes {
  /// Labels of a cluster, at its root; only of those that have any.
  private var labels: [Int: Set<Int>] = [:]
  fileprivate(set) var refused: [IdentityRefusal] = []
  fileprivate var isRefused: Set<Int> = []

  func areApart(_ a: Int, _ b: Int) -> Bool { wish(between: a, b) != nil }

  /// The first wish that keeps two roots apart.
  func wish(between a: Int, _ b: Int) -> Int? {
    guard !labels.isEmpty, let x = labels[a], let y = labels[b] else { return nil }
    return x.filter { y.contains($0 ^ 1) }.min().map { $0 / 2 }
  }

  mutating func unite(_ second: Int, into first: Int) {
    guard !labels.isEmpty, let moved = labels.removeValue(forKey: second) else { return }
    labels[first, default: []].formUnion(moved)
  }

  mutating func mark(_ root: Int, _ label: Int) { labels[root, default: []].insert(label) }

  mutating func refuse(_ constraint: Int, _ reason: IdentityRefusal.Reason) {
    if isRefused.insert(constraint).inserted {
      refused.append(IdentityRefusal(constraint: constraint, reason: reason))
    }
  }
}

/// The user's word on identity.
extension IdentityClusters {
  /// Finds contradictions, and labels what is to stay apart before any sieve runs.
  mutating func prepare(_ constraints: [IdentityConstraint]) {
    if constraints.isEmpty { return }
    // Records that wishes join, directly or over others.
    var group = GroupFinder()
    var grouped = IdentityWishes()
    var joins: [(constraint: Int, record: Int)] = []
    for (index, wish) in constraints.enumerated() {
      let a = wish.a.filter(records.indices.contains)
      let b = wish.b.filter(records.indices.contains)
      if wish.isSame {
        let (x, y) = (Set(a.map { group.root($0) }), Set(b.map { group.root($0) }))
        let against = x.compactMap { one in
          y.compactMap { grouped.wish(between: one, $0) }.min()
        }.min()
        if let against {
          wishes.refuse(index, .contradicts(against))
          continue
        }
        guard let first = a.first ?? b.first else { continue }
        for other in a + b { group.unite(other, first, &grouped) }
        joins.append((index, first))
      } else {
        let (x, y) = (Set(a.map { group.root($0) }), Set(b.map { group.root($0) }))
        if let common = x.intersection(y).min() {
          let against = joins.first { group.root($0.record) == common }?.constraint ?? index
          wishes.refuse(index, .contradicts(against))
          continue
        }
        for one in x { grouped.mark(one, 2 * index) }
        for one in y { grouped.mark(one, 2 * index + 1) }
      }
    }
    for record in records.indices {
      for label in grouped.labels(of: group.root(record)) { wishes.mark(record, label) }
    }
  }

  /// Joins what the user says is the same, after all sieves.
  mutating func join(_ constraints: [IdentityConstraint]) {
    for (index, wish) in constraints.enumerated() where wish.isSame && !wishes.isRefused(index) {
      var x = Set(wish.a.filter(records.indices.contains).map { root($0) })
      var y = Set(wish.b.filter(records.indices.contains).map { root($0) })
      // "same Smith | John Smith": of the Smiths the one that is no John Smith yet.
      let common = x.intersection(y)
      if !common.isEmpty {
        if x.count > 1 { x.subtract(common) }
        if y.count > 1 { y.subtract(common) }
      }
      if x.count > 1 { wishes.refuse(index, .severalA(x.count)) }
      if y.count > 1 { wishes.refuse(index, .severalB(y.count)) }
      guard x.count == 1, y.count == 1, let a = x.first, let b = y.first, a != b else { continue }
      if let against = wishes.wish(between: a, b) {
        wishes.refuse(index, .contradicts(against))
      } else {
        unite(a, b, .identityDecision, wish.names, constraint: index)
      }
    }
  }
}

extension IdentityWishes {
  func isRefused(_ constraint: Int) -> Bool { isRefused.contains(constraint) }

  fileprivate func labels(of root: Int) -> Set<Int> { labels[root] ?? [] }
}

/// Union-find over the few records that wishes name.
private struct GroupFinder {
  private var parent: [Int: Int] = [:]

  func root(_ record: Int) -> Int {
    var r = record
    while let next = parent[r] { r = next }
    return r
  }

  mutating func unite(_ a: Int, _ b: Int, _ labels: inout IdentityWishes) {
    let (x, y) = (root(a), root(b))
    if x == y { return }
    parent[max(x, y)] = min(x, y)
    labels.unite(max(x, y), into: min(x, y))
  }
}
