/// Writes a graph as node-link JSON, as d3 and networkx read it (`edges="links"`).
public struct GraphJSON: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends the whole graph.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append("{\"directed\":true,\"multigraph\":true,\"graph\":{\"documents\":[")
    for (index, source) in graph.documents.enumerated() {
      out.append(index > 0 ? ",\n" : "\n")
      out.append("{\"id\":")
      out.json(source.id)
      member("title", source.title, &out)
      member("date", source.date, &out)
      member("url", source.url, &out)
      out.append("}")
      try out.flushIfLarge()
    }
    out.append("]},\n\"nodes\":[")
    for (index, node) in graph.nodes.enumerated() {
      out.append(index > 0 ? ",\n" : "\n")
      write(node, &out)
      try out.flushIfLarge()
    }
    out.append("],\n\"links\":[")
    for (index, link) in graph.links.enumerated() {
      out.append(index > 0 ? ",\n" : "\n")
      write(link, graph, &out)
      try out.flushIfLarge()
    }
    out.append("]}\n")
    try out.flush()
  }

  private func write(_ node: Node, _ out: inout ByteStream) {
    out.append("{\"id\":")
    out.json(node.id)
    out.append(",\"name\":")
    out.json(node.name)
    out.append(",\"kind\":\"")
    out.append(text: node.kind.word)
    out.append(node.isNamed ? "\",\"named\":true" : "\",\"named\":false")
    out.append(",\"aliases\":[")
    list(node.aliases.map(\.text), &out)
    out.append("],\"mentions\":")
    out.append(node.mentions)
    out.append(",\"documents\":")
    out.append(node.documents)
    out.append(",\"roles\":[")
    list(node.roleLabels, &out)
    out.append("]}")
  }

  private func write(_ link: Link, _ graph: Graph, _ out: inout ByteStream) {
    out.append("{\"source\":")
    out.json(graph.nodes[link.source].id)
    out.append(",\"target\":")
    out.json(graph.nodes[link.target].id)
    out.append(",\"key\":")
    out.json(link.id)
    out.append(",\"predicate\":")
    out.json(link.predicate)
    out.append(",\"label\":")
    out.json(link.label)
    out.append(",\"modality\":\"")
    out.append(text: link.modality.word)
    out.append("\",\"directed\":")
    out.append(link.isSymmetric ? "false" : "true")
    out.append(",\"weight\":")
    out.append(link.weight)
    out.append(",\"documents\":")
    out.append(link.documents)
    if let association = link.association {
      out.append(",\"association\":")
      out.append(association.npmi, places: 4)
      out.append(",\"significance\":")
      out.append(association.significance, places: 2)
    }
    out.append(",\"evidence\":[")
    for (index, item) in link.evidence.enumerated() {
      if index > 0 { out.append(",") }
      GraphJSON.write(item, &out)
    }
    out.append("]}")
  }

  /// Appends one quote as an object.
  static func write(_ item: Evidence, _ out: inout ByteStream) {
    out.append("{\"document\":")
    out.json(item.document)
    out.append(",\"start\":")
    out.append(item.start)
    out.append(",\"end\":")
    out.append(item.end)
    out.append(",\"quote\":")
    out.json(item.quote)
    out.append(",\"rule\":")
    out.json(item.rule)
    out.append("}")
  }

  private func member(_ name: StaticString, _ value: String?, _ out: inout ByteStream) {
    guard let value else { return }
    out.append(",\"")
    out.append(name)
    out.append("\":")
    out.json(value)
  }

  private func list(_ texts: [String], _ out: inout ByteStream) {
    for (index, text) in texts.enumerated() {
      if index > 0 { out.append(",") }
      out.json(text)
    }
  }
}
