/// What a graph holds, in numbers, for people.
public struct StatisticsReport {
  private let graph: Graph
  private let statistics: Pipeline.Statistics
  private let most: Int

  /// Makes a report on a graph and the run that built it.
  ///
  /// - Parameter most: how many of the most central actors to list.
  public init(_ graph: Graph, _ statistics: Pipeline.Statistics, most: Int = 10) {
    self.graph = graph
    self.statistics = statistics
    self.most = most
  }

  /// Writes counts, kinds, predicates, the most central actors and the communities.
  public func write(to out: inout ByteStream) throws {
    let stated = graph.links.count { !$0.isCooccurrence }
    line("articles", statistics.documents, &out)
    line("bytes", statistics.bytes, &out)
    line("sentences", graph.sentences, &out)
    line("actors", graph.nodes.count, &out)
    for kind in EntityKind.allCases {
      line("  " + kind.plural, graph.nodes.count { $0.kind == kind }, &out)
    }
    line("links", graph.links.count, &out)
    line("  stated", stated, &out)
    line("  co-occurrence", graph.links.count - stated, &out)
    var predicates: [String: Int] = [:]
    for link in graph.links where !link.isCooccurrence {
      predicates[link.predicate, default: 0] += 1
    }
    out.append("\nrelations\n")
    for (name, count) in predicates.sorted(by: {
      $0.value != $1.value ? $0.value > $1.value : Mathematics.precedes($0.key, $1.key)
    }) {
      line("  " + name, count, &out)
    }
    let measures = Measures(graph)
    writeCentral(measures, &out)
    writeCommunities(measures, &out)
    writeTimes(&out)
    try out.flush()
  }

  private func writeCentral(_ measures: Measures, _ out: inout ByteStream) {
    let order = graph.nodes.indices.sorted { a, b in
      measures.pageRank[a] != measures.pageRank[b]
        ? measures.pageRank[a] > measures.pageRank[b] : a < b
    }
    out.append("\nmost central            PageRank  betweenness  degree  mentions\n")
    for index in order.prefix(most) {
      let node = graph.nodes[index]
      let name = TextWriter.printable(node.name)
      let short = name.count > 22 ? name.prefix(21) + "…" : name[...]
      out.append(text: "  \(short)\(String(repeating: " ", count: 22 - short.count))  ")
      out.append(measures.pageRank[index], places: 4)
      out.append("       ")
      out.append(measures.betweenness[index], places: 4)
      out.append(text: "  \(padded(measures.degree[index], 6))  \(padded(node.mentions, 8))\n")
    }
  }

  private func writeCommunities(_ measures: Measures, _ out: inout ByteStream) {
    var members: [Int: [Int]] = [:]
    for (node, community) in measures.communities.enumerated() {
      members[community, default: []].append(node)
    }
    let large = members.filter { $0.value.count > 2 }.sorted { $0.key < $1.key }
    out.append(text: "\ncommunities of three or more: \(large.count)\n")
    for (_, nodes) in large.prefix(most) {
      let names = nodes.sorted { a, b in
        measures.pageRank[a] != measures.pageRank[b]
          ? measures.pageRank[a] > measures.pageRank[b] : a < b
      }.prefix(5).map { TextWriter.printable(graph.nodes[$0].name) }
      out.append(text: "  \(padded(nodes.count, 5))  \(names.joined(separator: ", "))")
      out.append(nodes.count > 5 ? ", …\n" : "\n")
    }
  }

  private func writeTimes(_ out: inout ByteStream) {
    guard let times = statistics.times else { return }
    out.append("\nprocessor time, all cores together\n")
    for (stage, seconds) in zip(Stage.allCases, times.seconds) {
      writeTime(stage.rawValue, seconds, &out)
    }
    if let joining = statistics.joining { writeTime("graph", joining, &out) }
  }

  private func writeTime(_ name: String, _ seconds: Double, _ out: inout ByteStream) {
    var digits = ByteWriter()
    digits.append(seconds * 1000, places: 1)
    let text = String(decoding: digits.bytes, as: UTF8.self)
    out.append(text: "  " + name + String(repeating: " ", count: max(1, 18 - name.count)))
    out.append(text: String(repeating: " ", count: max(0, 12 - text.count)) + text + " ms\n")
  }

  private func line(_ name: String, _ value: Int, _ out: inout ByteStream) {
    out.append(text: name + String(repeating: " ", count: max(1, 20 - name.count)))
    out.append(text: padded(value, 12) + "\n")
  }

  private func padded(_ value: Int, _ width: Int) -> String {
    let text = "\(value)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
