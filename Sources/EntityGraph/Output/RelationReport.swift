/// The relations of one actor, for people and for other programs.
public struct RelationReport {
  private let graph: Graph
  private let node: Int
  /// Stated relations, most stated first.
  private let stated: [Link]
  /// Co-occurrence, most significant first.
  private let beside: [Link]

  /// Gathers the links of a node.
  public init(_ graph: Graph, of node: Int) {
    self.graph = graph
    self.node = node
    let own = graph.links.filter { $0.source == node || $0.target == node }
    stated = own.filter { !$0.isCooccurrence }.sorted { a, b in
      if a.documents != b.documents { return a.documents > b.documents }
      if a.weight != b.weight { return a.weight > b.weight }
      return a.modality.rawValue < b.modality.rawValue
    }
    beside = own.filter(\.isCooccurrence).sorted { a, b in
      let (x, y) = (a.association?.significance ?? 0, b.association?.significance ?? 0)
      return x != y ? x > y : a.weight > b.weight
    }
  }

  private func other(_ link: Link) -> Node {
    graph.nodes[link.source == node ? link.target : link.source]
  }

  private func direction(_ link: Link) -> String {
    link.isSymmetric ? "both" : link.source == node ? "out" : "in"
  }

  /// Writes a heading, one relation a row with its best quote below, and who is named beside.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - styled: whether it may use bold and dim type.
  public func writeText(to out: inout ByteStream, width: Int, styled: Bool = false) throws {
    let table = RelationTable(width: width, styled: styled)
    writeHeading(table, &out)
    if stated.isEmpty { out.append("  No relation is stated.\n") }
    let rows = stated.map { link in
      RelationTable.Row(
        arrow: link.isSymmetric ? "↔" : link.source == node ? "→" : "←",
        name: TextWriter.printable(other(link).name), words: phrase(link),
        modality: link.modality.word, documents: count(link.documents, "article"),
        place: link.evidence.first?.place ?? "",
        quote: TextWriter.printable(link.evidence.first?.quote ?? ""))
    }
    table.write(rows, to: &out)
    if !beside.isEmpty {
      let names = beside.prefix(12).map { link in
        "\(TextWriter.printable(other(link).name)) ×\(link.weight)"
      }
      let all = "named together with: " + names.joined(separator: ", ")
      out.append("\n")
      for line in table.wrapped(all + (beside.count > 12 ? ", …" : ""), indent: 2) {
        out.append(text: line + "\n")
      }
    }
    try out.flush()
  }

  private func writeHeading(_ table: RelationTable, _ out: inout ByteStream) {
    let this = graph.nodes[node]
    out.append(text: table.bold(TextWriter.printable(this.name)) + " (\(this.kind.word))\n")
    for role in this.roles.prefix(5) {
      let of = role.of.isEmpty ? "" : ", \(role.of)"
      let words = "role: \(TextWriter.printable(role.label + of)) ×\(role.mentions)"
      for line in table.wrapped(words, indent: 2) { out.append(text: line + "\n") }
    }
    if !this.aliases.isEmpty {
      let names = this.aliases.prefix(8).map { TextWriter.printable($0.text) }
      for line in table.wrapped("also: " + names.joined(separator: ", "), indent: 2) {
        out.append(text: line + "\n")
      }
    }
    out.append(
      text: "  \(count(this.mentions, "mention")) in \(count(this.documents, "article"))\n\n")
  }

  /// The relation with the words of the text: `holds_role "spokeswoman"`.
  private func phrase(_ link: Link) -> String {
    let label = TextWriter.printable(link.label)
    return label.isEmpty ? link.predicate : "\(link.predicate) \"\(label)\""
  }

  /// Writes a table in Markdown, one relation a row.
  public func writeMarkdown(to out: inout ByteStream) throws {
    let this = graph.nodes[node]
    out.append(text: "# \(RelationTable.markdown(this.name))\n\n")
    out.append("| | actor | relation | modality | articles | quote | source |\n")
    out.append("| --- | --- | --- | --- | --- | --- | --- |\n")
    for link in stated {
      let quote = link.evidence.first
      let cells = [
        link.isSymmetric ? "↔" : link.source == node ? "→" : "←", other(link).name, phrase(link),
        link.modality.word, "\(link.documents)", quote?.quote ?? "", quote?.place ?? "",
      ]
      out.append(text: "| " + cells.map(RelationTable.markdown).joined(separator: " | ") + " |\n")
      try out.flushIfLarge()
    }
    try out.flush()
  }

  /// Writes one object with the actor and its relations.
  public func writeJSON(to out: inout ByteStream) throws {
    let this = graph.nodes[node]
    out.append("{\"id\":")
    out.json(this.id)
    out.append(",\"name\":")
    out.json(this.name)
    out.append(text: ",\"kind\":\"\(this.kind.word)\",\"aliases\":[")
    for (index, alias) in this.aliases.enumerated() {
      if index > 0 { out.append(",") }
      out.json(alias.text)
    }
    out.append("],\"roles\":[")
    for (index, label) in this.roleLabels.enumerated() {
      if index > 0 { out.append(",") }
      out.json(label)
    }
    out.append(text: "],\"mentions\":\(this.mentions),\"documents\":\(this.documents)")
    out.append(",\"relations\":[")
    for (index, link) in (stated + beside).enumerated() {
      out.append(index > 0 ? ",\n" : "\n")
      out.append("{\"predicate\":")
      out.json(link.predicate)
      out.append(text: ",\"direction\":\"\(direction(link))\",\"label\":")
      out.json(link.label)
      out.append(",\"other\":{\"id\":")
      out.json(other(link).id)
      out.append(",\"name\":")
      out.json(other(link).name)
      out.append(text: ",\"kind\":\"\(other(link).kind.word)\"},")
      out.append(text: "\"modality\":\"\(link.modality.word)\",\"weight\":\(link.weight),")
      out.append(text: "\"documents\":\(link.documents),")
      if let association = link.association {
        out.append("\"association\":")
        out.append(association.npmi, places: 4)
        out.append(",")
      }
      out.append("\"evidence\":[")
      for (position, item) in link.evidence.enumerated() {
        if position > 0 { out.append(",") }
        GraphJSON.write(item, &out)
      }
      out.append("]}")
      try out.flushIfLarge()
    }
    out.append("]}\n")
    try out.flush()
  }

  /// Writes one row a relation, with its best quote.
  public func writeCSV(to out: inout ByteStream) throws {
    out.append(
      text: CSV.row([
        "subject", "predicate", "object", "label", "modality", "weight", "documents", "document",
        "start", "end", "quote", "rule",
      ]))
    for link in stated + beside {
      let quote = link.evidence.first
      out.append(
        text: CSV.row([
          graph.nodes[link.source].name, link.predicate, graph.nodes[link.target].name,
          link.label, "\(link.modality.word)", "\(link.weight)", "\(link.documents)",
          quote?.document ?? "", quote.map { "\($0.start)" } ?? "",
          quote.map { "\($0.end)" } ?? "", quote?.quote ?? "", quote?.rule ?? "",
        ]))
      try out.flushIfLarge()
    }
    try out.flush()
  }

  private func count(_ number: Int, _ what: String) -> String {
    number == 1 ? "1 \(what)" : "\(number) \(what)s"
  }
}

extension Evidence {
  /// Where the quote stands: `article:line:column`.
  var place: String { "\(TextWriter.printable(document)):\(line):\(column)" }
}
