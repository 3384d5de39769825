/// What makes an actor stand out. Each list has one value a node, in the order of the nodes.
public struct Measures: Sendable {
  /// Number of different actors that each is linked to.
  public var degree: [Int]
  /// Share of a random walker's time over weighted links (Page et al. 1998), damping 0.85; sums to 1.
  public var pageRank: [Double]
  /// Share of the shortest chains between others that lead through each (Brandes 2001), 0...1.
  public var betweenness: [Double]
  /// Number of each node's community, larger communities first (Blondel et al. 2008).
  public var communities: [Int]

  /// Measures a graph.
  ///
  /// - Parameters:
  ///   - graph: what to measure; the order of its links does not matter.
  ///   - sources: from how many nodes betweenness starts; where there are more, evenly spaced
  ///     ones stand for all (Brandes and Pich 2007).
  public init(_ graph: Graph, sources: Int = 500) {
    let adjacency = Adjacency(graph)
    degree = (0..<adjacency.count).map(adjacency.degree)
    pageRank = Measures.pageRank(adjacency)
    betweenness = Measures.betweenness(adjacency, sources: sources)
    communities = Communities.find(adjacency)
  }

  /// PageRank alone, where the other measures are not needed.
  static func pageRank(_ graph: Adjacency) -> [Double] {
    let count = graph.count
    if count == 0 { return [] }
    let damping = 0.85
    var rank = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<60 {
      var next = [Double](repeating: 0, count: count)
      var idle = 0.0
      for node in 0..<count {
        if graph.strength[node] == 0 {
          idle += rank[node]
          continue
        }
        let share = rank[node] / graph.strength[node]
        for slot in graph.range(node) {
          next[graph.neighbours[slot]] += share * graph.weights[slot]
        }
      }
      let base = (1 - damping) / Double(count) + damping * idle / Double(count)
      var change = 0.0
      for node in 0..<count {
        let value = base + damping * next[node]
        change += abs(value - rank[node])
        rank[node] = value
      }
      if change < 1e-10 { break }
    }
    return rank
  }

  private static func betweenness(_ graph: Adjacency, sources: Int) -> [Double] {
    let count = graph.count
    var total = [Double](repeating: 0, count: count)
    if count < 3 { return total }
    let step = max(1, (count + sources - 1) / max(1, sources))
    var used = 0
    var distance = [Int](repeating: -1, count: count)
    var paths = [Double](repeating: 0, count: count)
    var share = [Double](repeating: 0, count: count)
    for source in stride(from: 0, to: count, by: step) {
      used += 1
      var queue = [source]
      distance[source] = 0
      paths[source] = 1
      var head = 0
      while head < queue.count {
        let node = queue[head]
        head += 1
        for slot in graph.range(node) {
          let next = graph.neighbours[slot]
          if distance[next] < 0 {
            distance[next] = distance[node] + 1
            queue.append(next)
          }
          if distance[next] == distance[node] + 1 { paths[next] += paths[node] }
        }
      }
      for node in queue.reversed() {
        for slot in graph.range(node) {
          let next = graph.neighbours[slot]
          if distance[next] == distance[node] + 1 {
            share[node] += paths[node] / paths[next] * (1 + share[next])
          }
        }
        if node != source { total[node] += share[node] }
      }
      for node in queue {
        distance[node] = -1
        paths[node] = 0
        share[node] = 0
      }
    }
    let pairs = Double(used) * Double(count - 2)
    return total.map { $0 / pairs }
  }
}
