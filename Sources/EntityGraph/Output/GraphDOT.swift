/// Writes a graph in Graphviz's DOT language, every actor and link of it.
///
/// What `draw` lays out is made by ``DrawingDOT``; this is the plain graph for other tools.
public struct GraphDOT: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends the whole graph.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append("digraph \"actors\" {\n  graph [charset=\"UTF-8\"];\n")
    for node in graph.nodes {
      out.append(text: "  \(DOTText.quoted(node.id)) [label=\(DOTText.quoted(node.name)), ")
      out.append(text: "kind=\"\(node.kind.word)\", mentions=\"\(node.mentions)\", ")
      out.append(text: "documents=\"\(node.documents)\", shape=\(shape(node.kind))];\n")
      try out.flushIfLarge()
    }
    for link in graph.links {
      let (source, target) = (graph.nodes[link.source].id, graph.nodes[link.target].id)
      out.append(text: "  \(DOTText.quoted(source)) -> \(DOTText.quoted(target)) [")
      if !link.isCooccurrence {
        let words = link.label.isEmpty ? link.predicate : link.label
        out.append(text: "label=\(DOTText.quoted(words)), ")
      }
      out.append(text: "predicate=\(DOTText.quoted(link.predicate)), ")
      out.append(text: "modality=\"\(link.modality.word)\", weight=\"\(link.weight)\", ")
      out.append(text: "documents=\"\(link.documents)\"")
      if link.isSymmetric { out.append(", dir=none") }
      out.append("];\n")
      try out.flushIfLarge()
    }
    out.append("}\n")
    try out.flush()
  }

  private func shape(_ kind: EntityKind) -> StaticString {
    switch kind {
    case .person: "ellipse"
    case .organization: "box"
    case .place: "hexagon"
    }
  }
}
