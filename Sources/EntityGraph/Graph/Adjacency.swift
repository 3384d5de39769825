/// A graph's links as weighted neighbours, both ways: what the measures run on.
///
/// All links between two nodes are one, as strong as they are together.
struct Adjacency {
  /// Neighbours of node `n` are `neighbours[starts[n]..<starts[n + 1]]`, ordered.
  private(set) var starts: [Int] = [0]
  private(set) var neighbours: [Int] = []
  private(set) var weights: [Double] = []
  /// Sum of the weights of each node's links.
  private(set) var strength: [Double] = []

  var count: Int { starts.count - 1 }

  func range(_ node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }
  func degree(_ node: Int) -> Int { starts[node + 1] - starts[node] }

  /// Joins the links of `graph`.
  init(_ graph: Graph) {
    self.init(
      count: graph.nodes.count,
      pairs: graph.links.map { ($0.source, $0.target, $0.strength) })
  }

  /// Joins weighted pairs; the order of the pairs does not matter.
  init(count: Int, pairs: [(Int, Int, Double)]) {
    var both: [(from: Int, to: Int, weight: Double)] = []
    both.reserveCapacity(pairs.count * 2)
    for (a, b, weight) in pairs where weight > 0 {
      both.append((a, b, weight))
      if a != b { both.append((b, a, weight)) }
    }
    // Weights are part of the order: sums of floating-point numbers depend on it.
    both.sort { ($0.from, $0.to, $0.weight) < ($1.from, $1.to, $1.weight) }
    starts = [Int](repeating: 0, count: count + 1)
    strength = [Double](repeating: 0, count: count)
    var last = (-1, -1)
    for item in both {
      strength[item.from] += item.weight
      if (item.from, item.to) == last {
        weights[weights.count - 1] += item.weight
        continue
      }
      last = (item.from, item.to)
      neighbours.append(item.to)
      weights.append(item.weight)
      starts[item.from + 1] += 1
    }
    for node in 0..<count { starts[node + 1] += starts[node] }
  }
}

extension Link {
  /// How much a link counts where links are compared: an article that states a relation counts 1
  /// and each further statement in it a quarter, doubtful ones half of that; being named together
  /// counts at most 1, by how far it is from chance.
  var strength: Double {
    if let association {
      return association.significance > 0
        ? max(0, association.npmi) * min(1, Double(weight) / 4) : 0
    }
    let count = Double(documents) + Double(weight - documents) / 4
    return modality == .asserted ? count : count / 2
  }
}
