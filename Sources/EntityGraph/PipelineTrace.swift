/// Reads articles a second time, for those who ask why.
extension Pipeline {
  /// Why the articles state some links of a graph: one trace for each statement, ordered by link,
  /// article and place.
  ///
  /// - Parameters:
  ///   - links: indices into ``Graph/links``.
  ///   - result: the graph of `inputs`.
  ///   - inputs: what the graph was made of. Standard input cannot be read again: its statements
  ///     have no trace.
  public func traces(
    of links: [Int], in result: GraphResult, inputs: [String]
  ) throws -> [StatementTrace] {
    let wanted = Set(links.flatMap { result.graph.links[$0].evidence.map(\.document) })
    let tracer = StatementTracer(
      knowledge: knowledge, workings: result.makeWorkings(), links: links)
    var traces: [StatementTrace] = []
    try again(inputs, wanted, { tracer }) { tracer, document, extraction in
      tracer.trace(document, extraction)
    } take: {
      traces += $0
    }
    return traces.sorted { a, b in
      if a.link != b.link { return a.link < b.link }
      if a.document != b.document { return Mathematics.precedes(a.document, b.document) }
      return (a.trigger.line, a.trigger.column, a.rule)
        < (b.trigger.line, b.trigger.column, b.rule)
    }
  }

  /// Why two names are one node; nil if no article writes them so.
  public func trace(
    _ first: String, _ second: String, node: Int, in result: GraphResult, inputs: [String]
  ) throws -> NameTrace? {
    let workings = result.makeWorkings()
    guard var trace = workings.trace(first, second, node: node) else { return nil }
    guard let article = trace.document else { return trace }
    let names = trace.names
    let tracer = StatementTracer(knowledge: knowledge, workings: workings, links: [])
    try again(inputs, [article], { tracer }) { tracer, document, extraction in
      tracer.steps(between: names[0], names[1], document, extraction).map { [$0] } ?? []
    } take: { found in
      guard trace.start == nil, let first = found.first else { return }
      (trace.start, trace.steps) = (first.start, first.steps)
    }
    return trace
  }

  /// The pairs of actors that may be one or two, the most doubtful first, with a quote for each.
  public func review(
    of inputs: [String], most: Int = 100, in result: GraphResult
  ) throws -> Review {
    let workings = result.makeWorkings()
    var review = Review(workings, most: most)
    let sides = review.proposals.flatMap(\.sides)
    let tracer = StatementTracer(knowledge: knowledge, workings: workings, links: [])
    var quotes: [Int: Evidence] = [:]
    let wanted = Set(sides.map(\.record))
    try again(inputs, Set(sides.compactMap(\.documents.first)), { tracer }) {
      tracer, document, extraction in
      tracer.quotes(document, extraction).filter { wanted.contains($0.record) }
    } take: { found in
      for (record, quote) in found where quotes[record].map({ quote < $0 }) ?? true {
        quotes[record] = quote
      }
    }
    for (place, proposal) in review.proposals.enumerated() {
      for (number, side) in proposal.sides.enumerated() {
        review.proposals[place].sides[number].quote = quotes[side.record]
      }
    }
    return review
  }

  /// Runs over the articles with these ids once more.
  private func again<Worker: Sendable, Item: Sendable>(
    _ inputs: [String], _ wanted: Set<String>, _ make: @escaping @Sendable () -> Worker,
    _ work:
      @escaping @Sendable (inout Worker, borrowing Document, borrowing Extraction) -> [Item],
    take: @escaping ([Item]) -> Void
  ) throws {
    let files = inputs.filter { $0 != "-" }
    if wanted.isEmpty || files.isEmpty { return }
    try run(
      files, makeResult: { (worker: make(), items: [Item]()) },
      work: { document, extraction, result in
        guard wanted.contains(document.id) else { return }
        result.items += work(&result.worker, document, extraction)
      },
      sink: { result in take(result.items) }, problem: { _ in })
  }
}
