/// Which part of a graph is wanted. What is not said is not filtered.
public struct GraphFilter: Sendable {
  /// Only actors of these kinds.
  public var kinds: Set<EntityKind>?
  /// Only links with these predicates; `cooccurs` is one.
  public var predicates: Set<String>?
  /// Only actors and links that so many articles have.
  public var minimumDocuments = 1
  /// Whether actors are kept that no article names ("the prime minister").
  public var keepsDescribed = true
  /// Whether co-occurrence is kept.
  public var keepsCooccurrence = true
  /// Only what is at most `depth` links from this node.
  public var focus: (node: Int, depth: Int)?
  /// Only the strongest chain between two nodes: its actors, and the links from each to the next.
  public var path: (from: Int, to: Int)?

  /// Makes a filter that keeps everything.
  public init() {}

  /// The part of `graph` that passes; nodes keep their order.
  public func apply(to graph: Graph) -> Graph {
    if keepsAll { return graph }
    var keepsNode = graph.nodes.map { node in
      node.documents >= minimumDocuments && (kinds?.contains(node.kind) ?? true)
        && (keepsDescribed || node.isNamed)
    }
    // Whoever is asked for by name is kept, whatever else is filtered.
    for named in [focus?.node, path?.from, path?.to].compactMap({ $0 }) { keepsNode[named] = true }
    var links = graph.links.filter { link in
      keepsNode[link.source] && keepsNode[link.target] && link.documents >= minimumDocuments
        && (predicates?.contains(link.predicate) ?? true)
        && (keepsCooccurrence || !link.isCooccurrence)
    }
    if let path {
      let chain = GraphFilter.strongestPath(links, graph.nodes.count, path.from, path.to)
      var step: [Int: Int] = [:]
      for (index, node) in chain.enumerated() { step[node] = index }
      keepsNode = graph.nodes.indices.map { step[$0] != nil }
      links.removeAll { link in
        guard let source = step[link.source], let target = step[link.target] else { return true }
        return abs(source - target) != 1
      }
    } else if let focus {
      keepsNode = GraphFilter.neighbourhood(links, graph.nodes.count, focus.node, focus.depth)
    }
    var part = graph
    part.links = links
    return part.keeping(nodes: keepsNode)
  }

  private var keepsAll: Bool {
    kinds == nil && predicates == nil && minimumDocuments <= 1 && keepsCooccurrence
      && keepsDescribed && focus == nil && path == nil
  }

  private static func neighbourhood(
    _ links: [Link], _ count: Int, _ start: Int, _ depth: Int
  ) -> [Bool] {
    var keeps = [Bool](repeating: false, count: count)
    keeps[start] = true
    for _ in 0..<depth {
      let before = keeps
      for link in links where before[link.source] || before[link.target] {
        keeps[link.source] = true
        keeps[link.target] = true
      }
    }
    return keeps
  }

  /// The chain whose links are strongest: Dijkstra with 1 / (strength) as the length of a link, and
  /// co-occurrence three times as long as a stated relation. From end to start; empty without one.
  private static func strongestPath(
    _ links: [Link], _ count: Int, _ from: Int, _ to: Int
  ) -> [Int] {
    let graph = Adjacency(
      count: count,
      pairs: links.map {
        ($0.source, $0.target, $0.isCooccurrence ? $0.strength / 3 : $0.strength)
      })
    var length = [Double](repeating: .infinity, count: count)
    var previous = [Int](repeating: -1, count: count)
    var isDone = [Bool](repeating: false, count: count)
    length[from] = 0
    var heap = BinaryHeap()
    heap.push(0, from)
    while let (at, node) = heap.pop() {
      if isDone[node] || at > length[node] { continue }
      isDone[node] = true
      if node == to { break }
      for slot in graph.range(node) {
        let next = graph.neighbours[slot]
        let candidate = at + 1 / max(graph.weights[slot], 1e-6)
        if candidate < length[next] {
          length[next] = candidate
          previous[next] = node
          heap.push(candidate, next)
        }
      }
    }
    if to != from, previous[to] < 0 { return [] }
    var chain = [to]
    var node = to
    while node != from {
      node = previous[node]
      chain.append(node)
    }
    return chain
  }
}

extension Graph {
  /// The graph with these nodes and the links among them.
  func keeping(nodes keeps: [Bool]) -> Graph {
    var part = self
    var position = [Int](repeating: -1, count: nodes.count)
    part.nodes = []
    for (index, node) in nodes.enumerated() where keeps[index] {
      position[index] = part.nodes.count
      part.nodes.append(node)
    }
    part.links = links.compactMap { link in
      guard keeps[link.source], keeps[link.target] else { return nil }
      var link = link
      link.source = position[link.source]
      link.target = position[link.target]
      return link
    }
    return part
  }
}

/// Pairs of a length and a node, the shortest first, ties by node.
private struct BinaryHeap {
  private var items: [(Double, Int)] = []

  mutating func push(_ length: Double, _ node: Int) {
    items.append((length, node))
    var at = items.count - 1
    while at > 0, items[at] < items[(at - 1) / 2] {
      items.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  mutating func pop() -> (Double, Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return first }
    items[0] = last
    var at = 0
    while true {
      var least = at
      for child in [2 * at + 1, 2 * at + 2] where child < items.count {
        if items[child] < items[least] { least = child }
      }
      if least == at { return first }
      items.swapAt(at, least)
      at = least
    }
  }
}
