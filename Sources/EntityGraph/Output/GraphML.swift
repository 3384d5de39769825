/// Writes a graph as GraphML that shows labels in Gephi, Cytoscape and yEd alike: plain keys for
/// the first two, and yEd's own graphics block.
public struct GraphML: GraphWriter {
  /// Makes a writer.
  public init() {}

  private static let types = GraphAttribute.Types(
    text: "string", count: "int", flag: "boolean", score: "double")
  private static let nodeKeys =
    [("label", "string"), ("name", "string")] + GraphAttribute.ofNodes(types)
  private static let edgeKeys =
    [("label", "string"), ("weight", "double")] + GraphAttribute.ofLinks(types)

  /// Appends the whole graph.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" ")
    out.append("xmlns:y=\"http://www.yworks.com/xml/graphml\" ")
    out.append("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ")
    out.append("xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns ")
    out.append("http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd\">\n")
    for (name, type) in GraphML.nodeKeys { key("n", "node", name, type, &out) }
    for (name, type) in GraphML.edgeKeys { key("e", "edge", name, type, &out) }
    out.append("<key id=\"ng\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n")
    out.append("<key id=\"eg\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n")
    out.append("<graph id=\"actors\" edgedefault=\"directed\">\n")
    for node in graph.nodes {
      write(node, &out)
      try out.flushIfLarge()
    }
    for link in graph.links {
      write(link, graph, &out)
      try out.flushIfLarge()
    }
    out.append("</graph>\n</graphml>\n")
    try out.flush()
  }

  private func key(
    _ prefix: String, _ of: String, _ name: String, _ type: String, _ out: inout ByteStream
  ) {
    out.append(text: "<key id=\"\(prefix)-\(name)\" for=\"\(of)\" attr.name=\"\(name)\" ")
    out.append(text: "attr.type=\"\(type)\"/>\n")
  }

  private func data(_ key: String, _ value: String, _ out: inout ByteStream) {
    data(key, xml: XMLText.escaped(value), &out)
  }

  private func data(_ key: String, xml: String, _ out: inout ByteStream) {
    out.append(text: "<data key=\"\(key)\">\(xml)</data>")
  }

  private func write(_ node: Node, _ out: inout ByteStream) {
    out.append(text: "<node id=\"\(XMLText.escaped(node.id))\">")
    // Gephi shows the one, Cytoscape the other.
    data("n-label", node.name, &out)
    data("n-name", node.name, &out)
    for (name, value) in node.attributes { data("n-" + name, xml: value.xml, &out) }
    let ink = Palette.ink(node.kind)
    let shape = ["roundrectangle", "rectangle", "hexagon"][Int(node.kind.rawValue)]
    let width = min(240, 30 + 7 * node.name.count)
    out.append(text: "<data key=\"ng\"><y:ShapeNode><y:Geometry height=\"30\" width=\"\(width)\"/>")
    out.append(text: "<y:Fill color=\"\(ink.fill)\" transparent=\"false\"/>")
    out.append(text: "<y:BorderStyle color=\"\(ink.stroke)\" type=\"line\" width=\"1.0\"/>")
    out.append(text: "<y:NodeLabel>\(XMLText.escaped(node.name))</y:NodeLabel>")
    out.append(text: "<y:Shape type=\"\(shape)\"/></y:ShapeNode></data></node>\n")
  }

  private func write(_ link: Link, _ graph: Graph, _ out: inout ByteStream) {
    out.append(text: "<edge id=\"\(link.id)\" source=\"\(graph.nodes[link.source].id)\" ")
    out.append(text: "target=\"\(graph.nodes[link.target].id)\"")
    // networkx refuses directed and undirected edges in one graph; `symmetric` says it instead.
    out.append(">")
    let words = link.isCooccurrence ? "" : LinkWords.words(link)
    data("e-label", words, &out)
    data("e-weight", "\(link.weight)", &out)
    for (name, value) in link.attributes { data("e-" + name, xml: value.xml, &out) }
    let color = link.isCooccurrence ? "#c4c4c4" : "#5a5a5a"
    let type = link.modality == .asserted ? "line" : "dashed"
    out.append(text: "<data key=\"eg\"><y:PolyLineEdge>")
    out.append(text: "<y:LineStyle color=\"\(color)\" type=\"\(type)\" width=\"1.0\"/>")
    let target = link.isSymmetric ? "none" : "standard"
    out.append(text: "<y:Arrows source=\"none\" target=\"\(target)\"/>")
    if !words.isEmpty { out.append(text: "<y:EdgeLabel>\(XMLText.escaped(words))</y:EdgeLabel>") }
    out.append(text: "</y:PolyLineEdge></data></edge>\n")
  }
}
