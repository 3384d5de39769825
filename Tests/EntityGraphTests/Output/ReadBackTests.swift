import Foundation
import Testing

@testable import EntityGraph

/// Exports are read back by the tools that people use and compared by numbers of nodes and links.
@Suite struct ReadBackTests {
  private static let hasNetworkX: Bool = {
    let run = try? Run.shell("python3 -c 'import networkx' 2>/dev/null && echo yes")
    return run?.stdout == "yes\n"
  }()

  @Test(.enabled(if: hasNetworkX, "networkx is not installed"), arguments: [true, false])
  func networkxReadsEveryFormatItKnows(_ isHostile: Bool) throws {
    let graph = isHostile ? HostileNameTests.graph : GraphFragment.graph()
    let folder = try TemporaryFolder()
    for format in [GraphFormat.json, .graphml, .gexf, .cytoscape] {
      try folder.write(format.parts[0].file, format.writer.bytes(of: graph))
    }
    try folder.write(
      "read.py",
      """
      import json, networkx as nx
      links = json.load(open("actors.json"))
      graphs = [
          nx.node_link_graph(links, edges="links"),
          nx.read_graphml("actors.graphml", force_multigraph=True),
          nx.read_gexf("actors.gexf"),
          nx.cytoscape_graph(json.load(open("actors.cyjs"))),
      ]
      print(len(links["nodes"]), len(links["links"]))
      for graph in graphs:
          names = sorted(str(d.get("name") or d.get("label")) for _, d in graph.nodes(data=True))
          print(graph.number_of_nodes(), len(graph.edges()) > 0, len(set(names)))
      print(graphs[1].number_of_edges(), graphs[0].number_of_edges())
      """)
    let run = try Run.shell("python3 read.py", in: folder)
    #expect(run.stderr.isEmpty)
    let (nodes, links) = (graph.nodes.count, graph.links.count)
    let row = "\(nodes) True \(nodes)\n"
    #expect(
      run.stdout == "\(nodes) \(links)\n" + String(repeating: row, count: 4) + "\(links) \(links)\n"
    )
  }

  @Test func dotReadsTheGraph() throws {
    for graph in [GraphFragment.graph(), HostileNameTests.graph] {
      let folder = try TemporaryFolder()
      try folder.write("a.dot", GraphDOT().bytes(of: graph))
      let run = try Run.shell("neato -Tplain a.dot | grep -c '^edge'", in: folder)
      #expect(run.stderr.isEmpty)
      #expect(run.stdout == "\(graph.links.count)\n")
    }
  }

  @Test func tablesHaveARowForEachLink() throws {
    for graph in [GraphFragment.graph(), HostileNameTests.graph] {
      let folder = try TemporaryFolder()
      for format in [GraphFormat.csv, .neo4j] {
        for part in format.parts {
          try folder.write(
            "\(format.rawValue)-\(part.file)", part.writer.bytes(of: graph))
        }
      }
      try folder.write(
        "read.py",
        """
        import csv
        for name in ("csv-links", "csv-nodes", "neo4j-links", "neo4j-nodes"):
            rows = list(csv.reader(open(name + ".csv", newline="")))
            print(len(rows) - 1, len({len(row) for row in rows}))
        """)
      let run = try Run.shell("python3 read.py", in: folder)
      let (nodes, links) = (graph.nodes.count, graph.links.count)
      #expect(run.stdout == "\(links) 1\n\(nodes) 1\n\(links) 1\n\(nodes) 1\n")
    }
  }

  @Test func everyLineOfFollowTheMoneyIsAnEntity() throws {
    for graph in [GraphFragment.graph(), HostileNameTests.graph] {
      let text = String(decoding: FollowTheMoney().bytes(of: graph), as: UTF8.self)
      let lines = text.split(separator: "\n")
      #expect(lines.count == graph.documents.count + graph.nodes.count + graph.links.count)
      var ids: Set<String> = []
      for line in lines {
        let entity = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        ids.insert(entity?["id"] as? String ?? "")
        #expect(entity?["schema"] is String)
        let properties = entity?["properties"] as? [String: [String]]
        #expect(properties?.isEmpty == false)
      }
      #expect(ids.count == lines.count)
    }
  }
}
