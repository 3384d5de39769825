/// The formats that a graph can be written in.
public enum GraphFormat: String, Sendable, CaseIterable {
  case dot, json, cytoscape, graphml, gexf, csv, neo4j, cypher, ftm, turtle

  /// A file of the format.
  public struct Part: Sendable {
    /// The file's name where the format is written into a folder.
    public var file: String
    /// What writes it.
    public var writer: any GraphWriter
  }

  /// The files of the format, the main one first.
  public var parts: [Part] {
    switch self {
    case .dot: [Part(file: "actors.dot", writer: GraphDOT())]
    case .json: [Part(file: "actors.json", writer: GraphJSON())]
    case .cytoscape: [Part(file: "actors.cyjs", writer: CytoscapeJSON())]
    case .graphml: [Part(file: "actors.graphml", writer: GraphML())]
    case .gexf: [Part(file: "actors.gexf", writer: GEXF())]
    case .csv:
      [
        Part(file: "links.csv", writer: LinksCSV()), Part(file: "nodes.csv", writer: NodesCSV()),
      ]
    case .neo4j:
      [
        Part(file: "links.csv", writer: Neo4jLinks()),
        Part(file: "nodes.csv", writer: Neo4jNodes()),
      ]
    case .cypher: [Part(file: "actors.cypher", writer: Cypher())]
    case .ftm: [Part(file: "actors.ftm.json", writer: FollowTheMoney())]
    case .turtle: [Part(file: "actors.ttl", writer: Turtle())]
    }
  }

  /// The writer of the main file.
  public var writer: any GraphWriter { parts[0].writer }

  /// The format that a file's ending names.
  public init?(ending path: String) {
    let lower = path.lowercased()
    // Longer endings go first: `.ftm.json` is no plain JSON.
    guard let hit = GraphFormat.endings.first(where: { lower.hasSuffix($0.ending) }) else {
      return nil
    }
    self = hit.format
  }

  private static let endings: [(ending: String, format: GraphFormat)] = [
    (".ftm.json", .ftm), (".ftm", .ftm), (".cyjs", .cytoscape), (".json", .json), (".dot", .dot),
    (".gv", .dot), (".graphml", .graphml), (".gexf", .gexf), (".csv", .csv), (".cypher", .cypher),
    (".cql", .cypher), (".ttl", .turtle),
  ]
}
