/// Writes one flat row a link: what Maltego, i2 and spreadsheets import.
public struct LinksCSV: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends the whole table.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append(
      text: CSV.row([
        "from", "from_type", "relation", "to", "to_type", "words", "modality", "weight",
        "documents", "association", "first_date", "last_date", "source", "start", "end", "quote",
        "rule", "from_id", "to_id",
      ]))
    for link in graph.links {
      let (from, to) = (graph.nodes[link.source], graph.nodes[link.target])
      let item = link.evidence.first
      out.append(
        text: CSV.row([
          from.name, from.kind.word, link.predicate, to.name, to.kind.word, link.label,
          link.modality.word, "\(link.weight)", "\(link.documents)",
          link.association.map { CSV.decimal($0.npmi) } ?? "", link.dates?.first ?? "",
          link.dates?.last ?? "", item?.document ?? "", item.map { "\($0.start)" } ?? "",
          item.map { "\($0.end)" } ?? "", item?.quote ?? "", item?.rule ?? "", from.id, to.id,
        ]))
      try out.flushIfLarge()
    }
    try out.flush()
  }
}

/// Writes one row a node.
public struct NodesCSV: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends the whole table.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append(
      text: CSV.row(["id", "name", "kind", "role", "aliases", "mentions", "documents"]))
    for node in graph.nodes {
      out.append(
        text: CSV.row([
          node.id, node.name, node.kind.word, node.mainRole ?? "",
          node.aliases.map(\.text).joined(separator: "; "), "\(node.mentions)",
          "\(node.documents)",
        ]))
      try out.flushIfLarge()
    }
    try out.flush()
  }
}
