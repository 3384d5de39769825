/// Groups of nodes that are linked more among themselves than with others: the Louvain method
/// (Blondel, Guillaume, Lambiotte, Lefebvre 2008), made deterministic by visiting nodes in order
/// and, of equally good groups, joining the first.
enum Communities {
  /// The community of each node; larger ones have smaller numbers, nodes without links come last.
  static func find(_ graph: Adjacency) -> [Int] {
    var membership = Array(0..<graph.count)
    var level = graph
    for _ in 0..<16 {
      let (groups, moved) = improve(level)
      if !moved { break }
      let numbers = renumbered(groups)
      membership = membership.map { numbers[$0] }
      level = aggregated(level, numbers)
    }
    return bySize(membership)
  }

  /// Moves nodes between groups while that raises the modularity.
  private static func improve(_ graph: Adjacency) -> (groups: [Int], moved: Bool) {
    var groups = Array(0..<graph.count)
    var totals = graph.strength
    let twice = graph.strength.reduce(0, +)
    if twice == 0 { return (groups, false) }
    var links = [Double](repeating: 0, count: graph.count)
    var movedEver = false
    for _ in 0..<32 {
      var moved = false
      for node in 0..<graph.count {
        var touched: [Int] = []
        for slot in graph.range(node) where graph.neighbours[slot] != node {
          let group = groups[graph.neighbours[slot]]
          if links[group] == 0 { touched.append(group) }
          links[group] += graph.weights[slot]
        }
        let old = groups[node]
        totals[old] -= graph.strength[node]
        var best = old
        var bestGain = links[old] - graph.strength[node] * totals[old] / twice
        for group in touched.sorted() {
          let gain = links[group] - graph.strength[node] * totals[group] / twice
          if gain > bestGain + 1e-12 {
            best = group
            bestGain = gain
          }
        }
        totals[best] += graph.strength[node]
        if best != old {
          groups[node] = best
          moved = true
          movedEver = true
        }
        for group in touched { links[group] = 0 }
      }
      if !moved { break }
    }
    return (groups, movedEver)
  }

  private static func renumbered(_ groups: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return groups.map { group in
      if let known = numbers[group] { return known }
      numbers[group] = numbers.count
      return numbers.count - 1
    }
  }

  /// The graph whose nodes are the groups.
  private static func aggregated(_ graph: Adjacency, _ groups: [Int]) -> Adjacency {
    var pairs: [(Int, Int, Double)] = []
    for node in 0..<graph.count {
      for slot in graph.range(node) {
        let (a, b) = (groups[node], groups[graph.neighbours[slot]])
        // Each link stands there both ways; inside a group both count for it.
        if a == b || node < graph.neighbours[slot] { pairs.append((a, b, graph.weights[slot])) }
      }
    }
    return Adjacency(count: (groups.max() ?? -1) + 1, pairs: pairs)
  }

  private static func bySize(_ membership: [Int]) -> [Int] {
    var sizes: [Int: (size: Int, first: Int)] = [:]
    for (node, group) in membership.enumerated() {
      sizes[group, default: (0, node)].size += 1
    }
    let order = sizes.sorted { a, b in
      a.value.size != b.value.size ? a.value.size > b.value.size : a.value.first < b.value.first
    }
    var numbers: [Int: Int] = [:]
    for (number, item) in order.enumerated() { numbers[item.key] = number }
    return membership.map { numbers[$0] ?? 0 }
  }
}
