/// Writes a graph for Cytoscape.js and Cytoscape (`.cyjs`).
public struct CytoscapeJSON: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends the whole graph.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append("{\"format_version\":\"1.0\",\"generated_by\":\"graphgen\",")
    out.append("\"target_cytoscapejs_version\":\"~3\",\"data\":{\"name\":\"actors\"},")
    out.append("\"elements\":{\"nodes\":[")
    for (index, node) in graph.nodes.enumerated() {
      out.append(index > 0 ? ",\n" : "\n")
      out.append("{\"data\":{\"id\":")
      out.json(node.id)
      // networkx reads the id from here.
      out.append(",\"value\":")
      out.json(node.id)
      out.append(",\"name\":")
      out.json(node.name)
      out.append(",\"label\":")
      out.json(node.name)
      write(node.attributes, &out)
      out.append("}}")
      try out.flushIfLarge()
    }
    out.append("],\"edges\":[")
    for (index, link) in graph.links.enumerated() {
      out.append(index > 0 ? ",\n" : "\n")
      out.append("{\"data\":{\"id\":")
      out.json(link.id)
      out.append(",\"source\":")
      out.json(graph.nodes[link.source].id)
      out.append(",\"target\":")
      out.json(graph.nodes[link.target].id)
      out.append(",\"interaction\":")
      out.json(link.predicate)
      out.append(",\"label\":")
      out.json(link.label)
      out.append(text: ",\"directed\":\(!link.isSymmetric),\"weight\":\(link.weight)")
      write(link.attributes, &out)
      out.append("}}")
      try out.flushIfLarge()
    }
    out.append("]}}\n")
    try out.flush()
  }

  private func write(
    _ attributes: [(name: String, value: GraphAttribute)], _ out: inout ByteStream
  ) {
    for (name, value) in attributes {
      out.append(text: ",\"\(name)\":")
      out.json(value)
    }
  }
}
