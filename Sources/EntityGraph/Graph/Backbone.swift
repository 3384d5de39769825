/// The part of a graph that a picture can show and still be read.
///
/// Links are taken one by one, the most telling first, until the budget of actors or links is used
/// up. A stated relation is worth its ``Link/strength`` (`other` half of it) times the square root of
/// the prominence (PageRank) of both actors; co-occurrence comes behind all stated relations, only where it is significant (G² above
/// 10.83, p < 0.001; 6.63, p < 0.01, where it joins parts that nothing else does), and fills at most
/// a third of the links. A hub shows at most eight actors that nothing else links, before others
/// have had their turn. Who is only described without any name ("his counterpart") is left out.
public struct Backbone: Sendable {
  /// How much a picture may hold.
  public struct Budget: Sendable {
    /// Most actors to show.
    public var actors: Int
    /// Most lines to show.
    public var lines: Int
    /// Whether co-occurrence that may be chance is shown as well, as far as there is room: for a
    /// part of the graph that the user asked for by name.
    public var showsChance = false

    /// Makes a budget; by default three lines for two actors.
    public init(actors: Int = 40, lines: Int? = nil) {
      self.actors = max(2, actors)
      self.lines = lines ?? max(2, actors) * 3 / 2
    }
  }

  /// All links between two nodes, drawn as one line.
  public struct Line: Sendable {
    /// Index into the graph's nodes; more is stated from here to the target than back.
    public var source: Int
    /// Index into the graph's nodes.
    public var target: Int
    /// Indices into the graph's links, strongest first.
    public var links: [Int]
    /// Whether no text states it.
    public var isCooccurrence: Bool
  }

  /// Indices of the nodes to show, ordered.
  public private(set) var nodes: [Int] = []
  /// The lines to show, ordered by their nodes.
  public private(set) var lines: [Line] = []
  /// PageRank of every node of the graph.
  public private(set) var prominence: [Double]

  private static let significance = 10.83
  private static let significanceOfJoint = 6.63
  private static let leavesOfHub = 8

  /// Chooses what to show of `graph`.
  public init(_ graph: Graph, budget: Budget = Budget()) {
    prominence = Measures.pageRank(Adjacency(graph))
    let candidates = ranked(Backbone.joined(graph, budget.showsChance), graph)
    var parts = DisjointSets(count: graph.nodes.count)
    var shown: Set<Int> = []
    var leaves = [Int](repeating: 0, count: graph.nodes.count)
    var deferred: [Line] = []
    let limit = (
      stated: budget.lines, beside: budget.showsChance ? budget.lines : budget.lines / 3
    )
    var count = (stated: 0, beside: 0)
    func take(_ line: Line, _ capsLeaves: Bool) {
      let full =
        line.isCooccurrence
        ? count.beside >= limit.beside || count.stated + count.beside >= budget.lines
        : count.stated >= limit.stated
      if full { return }
      let isWeak =
        line.isCooccurrence && !budget.showsChance
        && (graph.links[line.links[0]].association?.significance ?? 0) <= Backbone.significance
      if isWeak, parts.find(line.source) == parts.find(line.target) { return }
      let new = [line.source, line.target].filter { !shown.contains($0) }
      if shown.count + new.count > budget.actors { return }
      if capsLeaves, new.count == 1 {
        let hub = new[0] == line.source ? line.target : line.source
        if leaves[hub] >= Backbone.leavesOfHub { return deferred.append(line) }
        leaves[hub] += 1
      }
      shown.formUnion(new)
      parts.join(line.source, line.target)
      lines.append(line)
      if line.isCooccurrence { count.beside += 1 } else { count.stated += 1 }
    }
    for line in candidates { take(line, true) }
    let second = deferred
    for line in second { take(line, false) }
    nodes = shown.sorted()
    lines.sort { ($0.source, $0.target) < ($1.source, $1.target) }
  }

  /// Joins the links of each pair; co-occurrence only where nothing is stated.
  private static func joined(_ graph: Graph, _ showsChance: Bool) -> [Line] {
    struct Pair: Hashable {
      var low: Int
      var high: Int

      init(_ link: Link) {
        low = min(link.source, link.target)
        high = max(link.source, link.target)
      }
    }
    let hasFace = graph.nodes.map { showsChance || Backbone.hasFace($0) }
    func isShown(_ link: Link) -> Bool { hasFace[link.source] && hasFace[link.target] }
    var stated: [Pair: [Int]] = [:]
    for (index, link) in graph.links.enumerated() where !link.isCooccurrence && isShown(link) {
      stated[Pair(link), default: []].append(index)
    }
    var lines = stated.map { pair, links in
      var forth = 0.0
      for link in links.map({ graph.links[$0] }) where !link.isSymmetric {
        forth += link.source == pair.low ? link.strength : -link.strength
      }
      let isTurned = forth < 0 || forth == 0 && graph.links[links[0]].source == pair.high
      return Line(
        source: isTurned ? pair.high : pair.low, target: isTurned ? pair.low : pair.high,
        links: links, isCooccurrence: false)
    }
    for (index, link) in graph.links.enumerated() {
      guard let association = link.association, isShown(link),
        showsChance || association.significance > significanceOfJoint, stated[Pair(link)] == nil
      else { continue }
      lines.append(
        Line(source: link.source, target: link.target, links: [index], isCooccurrence: true))
    }
    return lines
  }

  /// A name, or a description that starts with one.
  private static func hasFace(_ node: Node) -> Bool {
    node.isNamed || node.name.unicodeScalars.first?.properties.isUppercase ?? false
  }

  private func ranked(_ lines: [Line], _ graph: Graph) -> [Line] {
    let ordered = lines.map { line in
      var line = line
      line.links.sort { a, b in
        let (x, y) = (graph.links[a].strength, graph.links[b].strength)
        return x != y ? x > y : a < b
      }
      return line
    }
    func score(_ line: Line) -> Double {
      let strength = line.links.reduce(0) { sum, index in
        // What is only a verb says less than a relation with a name of its own.
        sum + graph.links[index].strength * (graph.links[index].predicate == "other" ? 0.5 : 1)
      }
      return strength * (prominence[line.source] + prominence[line.target]).squareRoot()
    }
    return ordered.map { ($0, score($0)) }.sorted { a, b in
      if a.0.isCooccurrence != b.0.isCooccurrence { return b.0.isCooccurrence }
      if a.1 != b.1 { return a.1 > b.1 }
      return (a.0.source, a.0.target) < (b.0.source, b.0.target)
    }.map(\.0)
  }
}

/// Which of a set of things hang together (Tarjan 1975).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func find(_ item: Int) -> Int {
    var root = item
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func join(_ a: Int, _ b: Int) { parents[find(a)] = find(b) }
}
