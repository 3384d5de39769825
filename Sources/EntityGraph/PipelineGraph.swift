extension Pipeline {
  /// A graph and what was met on the way.
  public struct GraphResult: Sendable {
    /// Actors and links of all articles that could be read.
    public var graph: Graph
    /// Counts over the whole run.
    public var statistics: Statistics
    /// Ids that more than one article has; all of them are counted.
    public var repeatedDocuments: [String]
    /// Decisions that do not apply to these articles, in the order of their lines.
    public var decisionProblems: [DecisionProblem]
    /// What went into the graph, for those who ask why.
    var makeWorkings: @Sendable () -> GraphWorkings
  }

  /// Reads every article of `inputs` and builds the graph of their actors.
  ///
  /// - Parameters:
  ///   - inputs: paths of files and folders, or `-` for standard input.
  ///   - quotes: how many quotes to keep for each link, best first; counts are exact anyway.
  ///   - decisions: the user's word on actors; it goes before everything.
  ///   - problem: receives what could not be used; ignored by default.
  ///   - progress: receives the counts from time to time.
  public func graph(
    of inputs: [String], quotes: Int = 5, decisions: Decisions = Decisions(),
    problem: @escaping (InputProblem) -> Void = { _ in },
    progress: @escaping (Statistics) -> Void = { _ in }
  ) throws -> GraphResult {
    let knowledge = knowledge
    let resolver = IdentityResolver(knowledge: knowledge)
    var gathered = GraphBuilder(quotes: quotes, resolver: resolver, decisions: decisions)
    var statistics = try run(
      inputs, makeResult: { FragmentBatch(knowledge, resolver) },
      work: { document, extraction, batch in batch.add(document, extraction) },
      sink: { batch in for fragment in batch.fragments { gathered.add(fragment) } },
      problem: problem, progress: progress)
    let began = StageTimes.now()
    // What has been used is given back before the graph is complete.
    var own = gathered
    gathered = GraphBuilder()
    let assembly = own.assemble()
    let builder = own
    if isTimed { statistics.joining = StageTimes.now() - began }
    return GraphResult(
      graph: assembly.graph, statistics: statistics,
      repeatedDocuments: builder.repeatedDocuments, decisionProblems: assembly.problems,
      makeWorkings: { GraphWorkings(builder, assembly) })
  }

  /// Writes what is recognized in every article of `inputs`, one line of JSON each.
  ///
  /// - Parameters:
  ///   - inputs: paths of files and folders, or `-` for standard input.
  ///   - sink: receives the lines of some articles at a time, in the order of the inputs.
  ///   - problem: receives what could not be used.
  ///   - progress: receives the counts from time to time.
  @discardableResult
  public func extractJSONL(
    _ inputs: [String], sink: @escaping ([UInt8]) throws -> Void,
    problem: @escaping (InputProblem) -> Void = { _ in },
    progress: @escaping (Statistics) -> Void = { _ in }
  ) throws -> Statistics {
    try write(
      inputs, { [knowledge] in JSONLWriter(knowledge: knowledge) },
      { writer, document, extraction, out in writer.write(document, extraction, to: &out) },
      sink: sink, problem: problem, progress: progress)
  }

  /// Writes what is recognized in every article of `inputs` as text for people.
  ///
  /// The parameters are those of ``extractJSONL(_:sink:problem:progress:)``.
  @discardableResult
  public func extractText(
    _ inputs: [String], sink: @escaping ([UInt8]) throws -> Void,
    problem: @escaping (InputProblem) -> Void = { _ in },
    progress: @escaping (Statistics) -> Void = { _ in }
  ) throws -> Statistics {
    try write(
      inputs, { [knowledge] in TextWriter(knowledge: knowledge) },
      { writer, document, extraction, out in writer.write(document, extraction, to: &out) },
      sink: sink, problem: problem, progress: progress)
  }

  /// Runs over `inputs` and hands what `write` makes of each article to `sink`.
  private func write<Writer: Sendable>(
    _ inputs: [String], _ makeWriter: @escaping @Sendable () -> Writer,
    _ write:
      @escaping @Sendable (
        inout Writer, borrowing Document, borrowing Extraction, inout ByteWriter
      ) -> Void,
    sink: @escaping ([UInt8]) throws -> Void, problem: @escaping (InputProblem) -> Void,
    progress: @escaping (Statistics) -> Void
  ) throws -> Statistics {
    let spares = Spares<WriterBatch<Writer>>()
    return try run(
      inputs,
      makeResult: { spares.take() ?? WriterBatch(makeWriter()) },
      work: { document, extraction, batch in
        write(&batch.writer, document, extraction, &batch.out)
      },
      sink: { batch in
        try batch.out.flush(sink)
        spares.give(batch)
      }, problem: problem, progress: progress)
  }
}

/// What a worker writes of a batch of articles. One thread at a time has it; an object, so that its
/// memory is never shared by two.
private final class WriterBatch<Writer: Sendable>: @unchecked Sendable {
  var writer: Writer
  var out = ByteWriter()

  init(_ writer: Writer) { self.writer = writer }
}

/// Results that have been handed over; their memory serves for later batches. To ask the system for
/// the same room batch after batch costs more than to write into it.
private final class Spares<Value: Sendable>: @unchecked Sendable {
  private let monitor = Monitor()
  private var values: [Value] = []

  func take() -> Value? { monitor.locked { values.popLast() } }
  func give(_ value: Value) { monitor.locked { values.append(value) } }
}

/// What a worker gathers from a batch of articles.
private struct FragmentBatch: Sendable {
  private var maker: FragmentMaker
  private(set) var fragments: [GraphFragment] = []

  init(_ knowledge: Knowledge, _ resolver: IdentityResolver) {
    maker = FragmentMaker(knowledge: knowledge, resolver: resolver)
  }

  mutating func add(_ document: borrowing Document, _ extraction: borrowing Extraction) {
    fragments.append(maker.make(document, extraction))
  }
}
