/// What joined the records of a graph: kept for those who ask why, and what is doubtful.
struct GraphWorkings: Sendable {
  let graph: Graph
  let records: [GraphBuilder.Record]
  let resolution: IdentityResolution
  let constraints: [IdentityConstraint]
  /// The line behind each constraint, with its place.
  let decisionTexts: [String]
  /// Index of each record's node, -1 for what the user dropped.
  let nodeOf: [Int]
  /// Ids of the articles that name each record.
  let articlesOf: [Set<String>]
  /// Records and merges of each cluster.
  let members: [[Int]]
  private let merges: [[IdentityMerge]]
  private let recordOf: [String: Int]
  private let signature: @Sendable (GraphFragment.Actor, String) -> String

  init(_ builder: GraphBuilder, _ assembly: GraphBuilder.Assembly) {
    graph = assembly.graph
    records = builder.records
    resolution = assembly.resolution
    constraints = assembly.constraints
    decisionTexts = assembly.decisionTexts
    nodeOf = assembly.nodeOf
    recordOf = builder.recordOf
    signature = { builder.signature(of: $0, in: $1) }
    var articles = [Set<String>](repeating: [], count: builder.records.count)
    for naming in builder.namings {
      let article = builder.documents[Int(naming & 0xFFFF_FFFF)].source.id
      articles[Int(naming >> 32)].insert(article)
    }
    articlesOf = articles
    var members = [[Int]](repeating: [], count: resolution.clusterCount)
    for (record, cluster) in resolution.cluster.enumerated() { members[cluster].append(record) }
    self.members = members
    var merges = [[IdentityMerge]](repeating: [], count: resolution.clusterCount)
    for merge in resolution.merges { merges[resolution.cluster[merge.record]].append(merge) }
    self.merges = merges
  }

  /// The record of an article's actor.
  func record(of actor: GraphFragment.Actor, in document: String) -> Int? {
    recordOf[signature(actor, document)]
  }

  /// How two names of a node came to be one, as far as the articles' actors tell; and the article
  /// that joins them itself, if there is one.
  func trace(_ a: String, _ b: String, node: Int) -> NameTrace? {
    let index = DecisionIndex(records, documents: [])
    let x = index.spelled(a).filter { nodeOf[$0.record] == node }
    let y = index.spelled(b).filter { nodeOf[$0.record] == node }
    guard let first = x.first, let second = y.first else { return nil }
    var trace = NameTrace(names: [first.text, second.text])
    for one in x {
      if let other = y.first(where: { $0.record == one.record }) {
        trace.names = [one.text, other.text]
        trace.document = articlesOf[one.record].min(by: Mathematics.precedes)
        return trace
      }
    }
    trace.merges = path(from: first.record, to: second.record).compactMap(merge)
    return trace
  }

  /// The merges between two records of one node, in order; empty if they are the same record.
  func path(from start: Int, to goal: Int) -> [IdentityMerge] {
    if start == goal { return [] }
    var edges: [Int: [(Int, IdentityMerge)]] = [:]
    for merge in merges[resolution.cluster[start]] {
      edges[merge.record, default: []].append((merge.into, merge))
      edges[merge.into, default: []].append((merge.record, merge))
    }
    return Chain.find(from: start, to: goal) { edges[$0, default: []] }
  }
}

/// The shortest way through merges, each an edge between what it joined.
enum Chain {
  static func find<Edge>(
    from start: Int, to goal: Int, _ edges: (Int) -> [(to: Int, edge: Edge)]
  ) -> [Edge] {
    var came: [Int: (from: Int, edge: Edge)] = [:]
    var queue = [start]
    var next = 0
    var seen: Set<Int> = [start]
    while next < queue.count, !seen.contains(goal) {
      let at = queue[next]
      next += 1
      for (to, edge) in edges(at) where seen.insert(to).inserted {
        came[to] = (at, edge)
        queue.append(to)
      }
    }
    var chain: [Edge] = []
    var at = goal
    while at != start, let step = came[at] {
      chain.append(step.edge)
      at = step.from
    }
    return at == start ? chain.reversed() : []
  }
}
