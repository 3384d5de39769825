/// Writes a graph as GEXF 1.3 for Gephi, with colours, sizes and, where articles have dates, the
/// time between the first and the last article that states a link.
public struct GEXF: GraphWriter {
  /// Makes a writer.
  public init() {}

  private static let types = GraphAttribute.Types(
    text: "string", count: "integer", flag: "boolean", score: "double")

  /// Appends the whole graph.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    let hasTime = graph.links.contains { $0.dates != nil }
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" ")
    out.append("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ")
    out.append("xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" ")
    out.append("version=\"1.3\">\n<meta><creator>graphgen</creator></meta>\n")
    out.append("<graph defaultedgetype=\"directed\"")
    out.append(hasTime ? " mode=\"dynamic\" timeformat=\"date\">\n" : ">\n")
    declare("node", GraphAttribute.ofNodes(GEXF.types), &out)
    declare("edge", GraphAttribute.ofLinks(GEXF.types), &out)
    let most = Double(graph.nodes.map(\.mentions).max() ?? 1)
    out.append("<nodes>\n")
    for node in graph.nodes {
      write(node, most, &out)
      try out.flushIfLarge()
    }
    out.append("</nodes>\n<edges>\n")
    for link in graph.links {
      write(link, graph, &out)
      try out.flushIfLarge()
    }
    out.append("</edges>\n</graph>\n</gexf>\n")
    try out.flush()
  }

  private func declare(
    _ kind: String, _ attributes: [(name: String, type: String)], _ out: inout ByteStream
  ) {
    out.append(text: "<attributes class=\"\(kind)\">")
    for (name, type) in attributes {
      out.append(text: "<attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>")
    }
    out.append("</attributes>\n")
  }

  private func write(
    _ attributes: [(name: String, value: GraphAttribute)], _ out: inout ByteStream
  ) {
    out.append("<attvalues>")
    for (name, value) in attributes {
      out.append(text: "<attvalue for=\"\(name)\" value=\"\(value.xml)\"/>")
    }
    out.append("</attvalues>")
  }

  private func write(_ node: Node, _ most: Double, _ out: inout ByteStream) {
    out.append(text: "<node id=\"\(node.id)\" label=\"\(XMLText.escaped(node.name))\">")
    write(node.attributes, &out)
    let (red, green, blue) = GEXF.color(Palette.ink(node.kind).stroke)
    out.append(text: "<viz:color r=\"\(red)\" g=\"\(green)\" b=\"\(blue)\"/>")
    out.append("<viz:size value=\"")
    out.append(8 + 32 * (Double(node.mentions) / max(1, most)).squareRoot(), places: 2)
    out.append("\"/></node>\n")
  }

  private func write(_ link: Link, _ graph: Graph, _ out: inout ByteStream) {
    let words = link.isCooccurrence ? "" : LinkWords.words(link)
    out.append(text: "<edge id=\"\(link.id)\" source=\"\(graph.nodes[link.source].id)\" ")
    out.append(text: "target=\"\(graph.nodes[link.target].id)\" ")
    // networkx refuses directed and undirected edges in one graph; `symmetric` says it instead.
    out.append("type=\"directed\" ")
    out.append(text: "kind=\"\(XMLText.escaped(link.predicate))\" weight=\"\(link.weight)\" ")
    out.append(text: "label=\"\(XMLText.escaped(words))\"")
    if let dates = link.dates {
      out.append(text: " start=\"\(dates.first)\" end=\"\(dates.last)\"")
    }
    out.append(">")
    write(link.attributes, &out)
    out.append("</edge>\n")
  }

  /// The three parts of `#rrggbb`.
  private static func color(_ hex: String) -> (UInt32, UInt32, UInt32) {
    let value = UInt32(hex.dropFirst(), radix: 16) ?? 0
    return (value >> 16 & 255, value >> 8 & 255, value & 255)
  }
}
