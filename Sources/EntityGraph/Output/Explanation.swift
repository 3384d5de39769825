/// Why two actors are linked: every quote with its place and rule, and what joined their names.
public struct Explanation {
  private let graph: Graph
  private let a: Int
  private let b: Int
  private let traces: [StatementTrace]
  private let names: NameTrace?

  /// Explains the links between two nodes.
  ///
  /// - Parameters:
  ///   - traces: of these links, see ``Pipeline/traces(of:in:inputs:)``; without them an
  ///     explanation ends at the sentence and its rule.
  ///   - names: if the two are one node, what joined the names that it was asked for.
  public init(
    _ graph: Graph, _ a: Int, _ b: Int, traces: [StatementTrace] = [], names: NameTrace? = nil
  ) {
    self.graph = graph
    self.a = a
    self.b = b
    self.traces = traces
    self.names = names
  }

  /// The links between two nodes, stated ones first.
  public static func links(_ graph: Graph, _ a: Int, _ b: Int) -> [Int] {
    let links = graph.links.indices.filter { index in
      let link = graph.links[index]
      return (link.source == a && link.target == b) || (link.source == b && link.target == a)
    }
    return links.filter { !graph.links[$0].isCooccurrence }
      + links.filter { graph.links[$0].isCooccurrence }
  }

  /// Writes the explanation; returns whether anything links the two.
  public func write(to out: inout ByteStream) throws -> Bool {
    if a == b {
      write(names, &out)
      writeNames(graph.nodes[a], &out)
      try out.flush()
      return true
    }
    let links = Explanation.links(graph, a, b)
    for link in links { write(link, &out) }
    for node in [a, b] { writeNames(graph.nodes[node], &out) }
    try out.flush()
    return !links.isEmpty
  }

  private func write(_ index: Int, _ out: inout ByteStream) {
    let link = graph.links[index]
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
      if !link.isCooccurrence { write(traces(of: index, item), item, &out) }
    }
    out.append("\n")
  }

  // MARK: The chain of a statement

  private func traces(of link: Int, _ item: Evidence) -> [StatementTrace] {
    traces.filter {
      $0.link == link && $0.document == item.document && $0.quoteStart == item.start
        && $0.rule == item.rule
    }
  }

  private func write(_ traces: [StatementTrace], _ item: Evidence, _ out: inout ByteStream) {
    guard let trace = traces.first else {
      return out.append(text: "    rule \(item.rule)\n")
    }
    out.append(text: "    rule \(trace.rule)")
    if !trace.trigger.text.isEmpty { out.append(text: " at \(place(trace.trigger))") }
    out.append("\n")
    write("subject", trace.subject, &out)
    write("object", trace.object, &out)
  }

  private func write(
    _ title: String, _ argument: StatementTrace.Argument, _ out: inout ByteStream
  ) {
    out.append(text: "    \(title) \(place(argument.mention)), \(argument.form.word)")
    if !argument.rule.isEmpty { out.append(text: " by \(argument.rule)") }
    out.append("\n")
    for step in argument.steps { write(step, &out) }
    for merge in argument.merges { write(merge, indent: "      ", &out) }
  }

  private func write(_ step: StatementTrace.Step, _ out: inout ByteStream) {
    out.append(text: "      is \(place(step.mention)) by \(step.sieve)\n")
  }

  private func place(_ place: StatementTrace.Place) -> String {
    "\"\(line(place.text))\" \(place.line):\(place.column)"
  }

  // MARK: Names

  private func write(_ trace: NameTrace?, _ out: inout ByteStream) {
    guard let trace, trace.names.count == 2 else {
      return out.append(text: "Both names are one actor.\n\n")
    }
    out.append(text: "\"\(line(trace.names[0]))\" and \"\(line(trace.names[1]))\" are one actor")
    if let document = trace.document, let start = trace.start {
      out.append(text: " within an article\n  \(line(document)): \(place(start))\n")
      for step in trace.steps { write(step, &out) }
    } else {
      out.append(text: "\n")
    }
    for merge in trace.merges { write(merge, indent: "  ", &out) }
    out.append("\n")
  }

  private func writeNames(_ node: Node, _ out: inout ByteStream) {
    out.append(text: "\(line(node.name)) (\(node.kind.word), \(node.id))\n")
    for alias in node.aliases.prefix(20) {
      out.append(text: "  \"\(line(alias.text))\" ×\(alias.mentions) by \(alias.rule)\n")
    }
    for merge in node.merges.prefix(20) { write(merge, indent: "  ", &out) }
    for decision in node.decisions.prefix(20) {
      out.append(text: "  decision: \(line(decision))\n")
    }
  }

  private func write(_ merge: Node.Merge, indent: String, _ out: inout ByteStream) {
    let names = merge.names.map { "\"\(line($0))\"" }.joined(separator: " = ")
    out.append(text: "\(indent)across articles: \(names) by \(merge.rule)")
    if !merge.decision.isEmpty { out.append(text: ": \(line(merge.decision))") }
    out.append("\n")
  }

  private func line(_ text: String) -> String { TextWriter.printable(text) }
}
