/// Why two actors are linked: every quote with its place and rule, and what joined their names.
public struct Explanation {
  private let graph: Graph
  private let a: Int
  private let b: Int

  /// Explains the links between two nodes.
  public init(_ graph: Graph, _ a: Int, _ b: Int) {
    self.graph = graph
    self.a = a
    self.b = b
  }

  /// Writes the explanation; returns whether anything links the two.
  public func write(to out: inout ByteStream) throws -> Bool {
    let links = graph.links.filter { link in
      (link.source == a && link.target == b) || (link.source == b && link.target == a)
    }
    for link in links where !link.isCooccurrence { write(link, &out) }
    for link in links where link.isCooccurrence { write(link, &out) }
    for node in [a, b] { writeNames(graph.nodes[node], &out) }
    try out.flush()
    return !links.isEmpty
  }

  private func write(_ link: Link, _ out: inout ByteStream) {
    let (source, target) = (graph.nodes[link.source].name, graph.nodes[link.target].name)
    if let association = link.association {
      out.append(
        text: "\(line(source)) and \(line(target)) are named in one sentence \(link.weight)×")
      out.append(" (association ")
      out.append(association.npmi, places: 2)
      out.append(", significance ")
      out.append(association.significance, places: 1)
      out.append(")\n")
    } else {
      out.append(text: "\(line(source)) \(link.predicate) \(line(target))")
      if !link.label.isEmpty { out.append(text: ": \"\(line(link.label))\"") }
      out.append(text: " (\(link.modality.word)")
      out.append(text: ", stated \(link.weight)× in \(link.documents) article")
      out.append(link.documents == 1 ? ")\n" : "s)\n")
    }
    for item in link.evidence {
      out.append(text: "  \(item.place): \(line(item.quote))\n")
      if !link.isCooccurrence { out.append(text: "    rule \(item.rule)\n") }
    }
    out.append("\n")
  }

  private func writeNames(_ node: Node, _ out: inout ByteStream) {
    out.append(text: "\(line(node.name)) (\(node.kind.word), \(node.id))\n")
    for alias in node.aliases.prefix(20) {
      out.append(text: "  \"\(line(alias.text))\" ×\(alias.mentions) by \(alias.rule)\n")
    }
    for merge in node.merges.prefix(20) {
      let names = merge.names.map { "\"\(line($0))\"" }.joined(separator: " = ")
      out.append(text: "  across articles: \(names) by \(merge.rule)\n")
    }
  }

  private func line(_ text: String) -> String { TextWriter.printable(text) }
}
