extension GraphBuilder {
  /// Joins records into nodes and orders everything by what it is, not by when it came.
  public func build() -> Graph {
    var copy = self
    return copy.assemble().graph
  }

  /// A graph and what went into it.
  struct Assembly {
    var graph: Graph
    var resolution: IdentityResolution
    /// Index of each record's node, -1 for what the user dropped.
    var nodeOf: [Int]
    /// The user's word on identity, and the line behind each part of it.
    var constraints: [IdentityConstraint]
    var decisionTexts: [String]
    var problems: [DecisionProblem]
  }

  /// Builds the graph and keeps what joined its records; the gathered links are used up, so that
  /// they and the graph's are never in memory together.
  mutating func assemble() -> Assembly {
    var graph = Graph()
    graph.sentences = sentences
    graph.documents = documents.sorted { a, b in
      a.source.id != b.source.id
        ? Mathematics.precedes(a.source.id, b.source.id) : a.hash < b.hash
    }.map(\.source)
    var wishes = GraphDecisions(
      decisions, records: decisions.isEmpty ? [] : records,
      documents: decisions.isEmpty ? [] : Set(documents.map(\.source.id)))
    let resolution = resolver.resolve(records.map(\.identity), constraints: wishes.constraints)
    wishes.note(resolution.refused)
    let nodeOf = addNodes(resolution, &wishes, to: &graph)
    addLinks(nodeOf, to: &graph)
    return Assembly(
      graph: graph, resolution: resolution, nodeOf: nodeOf, constraints: wishes.constraints,
      decisionTexts: wishes.constraints.indices.map(wishes.text),
      problems: wishes.problems.sorted { $0.line < $1.line })
  }

  /// Ids of articles that came more than once, ordered.
  public var repeatedDocuments: [String] {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for (source, _) in documents where !seen.insert(source.id).inserted {
      repeated.insert(source.id)
    }
    return repeated.sorted(by: Mathematics.precedes)
  }

  // MARK: Nodes

  /// Adds the nodes in the order of their ids; returns the node of each record.
  private func addNodes(
    _ resolution: IdentityResolution, _ wishes: inout GraphDecisions, to graph: inout Graph
  ) -> [Int] {
    var members = [[Int]](repeating: [], count: resolution.clusterCount)
    for (record, cluster) in resolution.cluster.enumerated() { members[cluster].append(record) }
    var merges = [Set<Node.Merge>](repeating: [], count: resolution.clusterCount)
    for merge in resolution.merges {
      var made = Node.Merge(names: merge.names, rule: merge.sieve.name)
      if merge.constraint >= 0 {
        made.decision = wishes.text(of: merge.constraint)
      } else if Set(merge.names).count < 2 {
        continue
      }
      merges[resolution.cluster[merge.record]].insert(made)
    }
    let documents = distinctDocuments(namings, groups: resolution.cluster, members.count)
    var nodes = members.indices.map { cluster in
      var node = node(of: members[cluster])
      node.documents = documents[cluster]
      node.merges = merges[cluster].sorted { a, b in
        Mathematics.precedes(
          a.names.joined(separator: "\t") + a.rule, b.names.joined(separator: "\t") + b.rule)
      }
      return node
    }
    let keeps = wishes.change(&nodes, clusterOf: resolution.cluster)
    giveIDs(&nodes, members)
    let order = nodes.indices.filter { keeps[$0] }
      .sorted { Mathematics.precedes(nodes[$0].id, nodes[$1].id) }
    var position = [Int](repeating: -1, count: nodes.count)
    for (place, cluster) in order.enumerated() { position[cluster] = place }
    graph.nodes = order.map { nodes[$0] }
    return resolution.cluster.map { position[$0] }
  }

  private func node(of members: [Int]) -> Node {
    var kinds = [0, 0, 0]
    var names: [String: (canonical: Bool, mentions: Int)] = [:]
    var node = Node(
      id: "", name: "", kind: .person, isNamed: false, aliases: [], mentions: 0, documents: 0,
      sentences: 0,
      roles: [], merges: [])
    for member in members {
      let record = records[member]
      node.mentions += record.mentions
      if record.identity.descriptor.isEmpty { node.isNamed = true }
      node.sentences += record.sentences
      kinds[Int(record.identity.kind.rawValue)] += record.mentions
      let known = names[record.name] ?? (false, 0)
      let isCanonical = known.canonical || record.identity.canonical == record.name
      names[record.name] = (isCanonical, known.mentions + record.mentions)
      for spelling in record.spellings { node.aliases.merge(spelling) }
      for role in record.roles { node.roles.merge(role) }
    }
    node.kind =
      EntityKind.allCases.max { a, b in
        (kinds[Int(a.rawValue)], b.rawValue) < (kinds[Int(b.rawValue)], a.rawValue)
      } ?? .person
    // A lexicon's name first, then a full name, then what the texts use most, then the longer, then
    // by spelling.
    let best = names.min { a, b in
      if a.value.canonical != b.value.canonical { return a.value.canonical }
      if node.kind == .person, node.isNamed {
        let (x, y) = (a.key.utf8.contains(0x20), b.key.utf8.contains(0x20))
        if x != y { return x }
      }
      if a.value.mentions != b.value.mentions { return a.value.mentions > b.value.mentions }
      if a.key.utf8.count != b.key.utf8.count { return a.key.utf8.count > b.key.utf8.count }
      return Mathematics.precedes(a.key, b.key)
    }
    node.name = best?.key ?? ""
    for name in names.keys where !node.aliases.contains(where: { $0.text == name }) {
      node.aliases.append(Node.Alias(text: name, mentions: 0, rule: "entity/exact"))
    }
    node.aliases.removeAll { $0.text == node.name }
    node.aliases.sort { a, b in
      a.mentions != b.mentions ? a.mentions > b.mentions : Mathematics.precedes(a.text, b.text)
    }
    node.roles.sort { a, b in
      if a.mentions != b.mentions { return a.mentions > b.mentions }
      return Mathematics.precedes(a.label + "\t" + a.of, b.label + "\t" + b.of)
    }
    return node
  }

  /// Ids from kind and name; namesakes are numbered by the first article that names them.
  private func giveIDs(_ nodes: inout [Node], _ members: [[Int]]) {
    var namesakes: [String: [Int]] = [:]
    for (index, node) in nodes.enumerated() {
      namesakes["\(node.kind.word):\(node.name)", default: []].append(index)
    }
    for (key, indices) in namesakes {
      let ordered = indices.map { index in
        (index, members[index].map { signature($0) }.min(by: Mathematics.precedes) ?? "")
      }.sorted { Mathematics.precedes($0.1, $1.1) }
      for (rank, (index, _)) in ordered.enumerated() {
        let hash = Mathematics.hash((rank == 0 ? key : "\(key)#\(rank + 1)").utf8)
        nodes[index].id = "\(key.prefix(2))-\(Mathematics.hexadecimal(hash))"
      }
    }
  }

  /// Tells records with one name apart whatever the order of the articles.
  private func signature(_ record: Int) -> String {
    let item = records[record]
    return item.identity.document + "\t" + item.identity.names.map(\.text).joined(separator: "\t")
      + "\t\(item.mentions)\t\(item.sentences)\t" + item.identity.context.joined(separator: "\t")
  }

  /// Counts the different articles of each group; `pairs` are `index << 32 | article`.
  private func distinctDocuments(_ pairs: [UInt64], groups: [Int], _ count: Int) -> [Int] {
    var mapped: [UInt64] = []
    mapped.reserveCapacity(pairs.count)
    for pair in pairs {
      let group = groups[Int(pair >> 32)]
      if group >= 0 { mapped.append(UInt64(group) << 32 | pair & 0xFFFF_FFFF) }
    }
    mapped.sort()
    var counts = [Int](repeating: 0, count: count)
    var last: UInt64?
    for pair in mapped where pair != last {
      counts[Int(pair >> 32)] += 1
      last = pair
    }
    return counts
  }
}
