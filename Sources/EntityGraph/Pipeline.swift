/// The way through: articles in, extractions or a graph out, on all cores and in bounded memory.
///
///     let pipeline = try Pipeline()
///     let graph = try pipeline.graph(of: ["articles/"])
///     for link in graph.links { print(graph.nodes[link.source].name, link.label) }
///
/// The calls block until all is done; from asynchronous code call them on a thread of your own.
public struct Pipeline: Sendable {
  /// What has been done so far; for progress lines and for the summary at the end.
  public struct Statistics: Sendable {
    /// Articles processed.
    public var documents = 0
    /// UTF-8 bytes of their texts.
    public var bytes = 0
    /// Inputs that could not be used.
    public var problems = 0
    /// Files in folders that are neither `.txt` nor `.jsonl`.
    public var skipped = 0
    /// What the stages took on all cores together, if the pipeline was told to measure.
    public var times: StageTimes?
    /// Seconds of processor time for joining the articles' results, if it was told to measure.
    public var joining: Double?
    /// How much of the inputs has been read, 0...1, by files and by bytes of JSON Lines; 0 where
    /// nothing is known, as of a pipe.
    public var fraction = 0.0

    /// Nothing done yet.
    public init() {}
  }

  /// Words, names and rules; shared by all threads.
  public let knowledge: Knowledge
  /// Number of threads.
  public let jobs: Int
  /// Stops every document after this stage, to measure what the stages cost; nil: does it all.
  public var measured: Stage?
  /// Whether statistics say how long the stages take; costs some microseconds an article.
  public var isTimed = false

  /// Makes a pipeline.
  ///
  /// - Parameters:
  ///   - knowledge: what packs say; the built-in English by default.
  ///   - jobs: number of threads; 0 for one a core.
  public init(knowledge: Knowledge? = nil, jobs: Int = 0) throws {
    self.knowledge = try knowledge ?? Knowledge.builtIn()
    self.jobs = jobs > 0 ? jobs : Threads.processors
  }

  /// Processes every article of `inputs`.
  ///
  /// Results arrive in the order of the inputs, whatever the number of threads; a worker that is
  /// far ahead waits, so that memory does not grow with the input.
  ///
  /// - Parameters:
  ///   - inputs: paths of files and folders, or `-` for standard input.
  ///   - makeResult: makes an empty result for a batch of articles.
  ///   - work: is called on any thread with each article and adds to the batch's result.
  ///   - sink: receives each batch's result; never two at a time.
  ///   - problem: receives what could not be used, in order with the results.
  ///   - progress: receives the counts after each batch.
  /// - Returns: what was done.
  /// - Throws: what `sink` throws, after which no more articles are read.
  @discardableResult
  public func run<Result: Sendable>(
    _ inputs: [String],
    makeResult: @escaping @Sendable () -> Result,
    work: @escaping @Sendable (borrowing Document, borrowing Extraction, inout Result) -> Void,
    sink: @escaping (inout Result) throws -> Void,
    problem: @escaping (InputProblem) -> Void,
    progress: @escaping (Statistics) -> Void = { _ in }
  ) throws -> Statistics {
    let run = Run(
      source: DocumentSource(inputs), knowledge: knowledge, measured: measured, isTimed: isTimed,
      window: jobs * 8,
      makeResult: makeResult, work: work, sink: sink, problem: problem, progress: progress)
    Threads.run(run.isOneBatch ? 1 : jobs) { run.worker() }
    if let failure = run.failure { throw failure }
    return run.statistics
  }
}

/// One run over all inputs: workers take batches, process them, and hand results over in order.
///
/// `reader` guards the source; `order` guards everything else that changes. Whoever finishes the
/// batch that is next in order hands it over, and all finished ones behind it.
private final class Run<Result: Sendable>: @unchecked Sendable {
  /// Enough work in a batch that locks cost nothing, little enough that order costs no memory.
  private static var batchBytes: Int { 1 << 17 }
  private static var batchDocuments: Int { 64 }

  private struct Batch {
    var number: Int
    var result: Result
    var problems: [InputProblem] = []
    var documents = 0
    var bytes = 0
    var fraction = 0.0
  }

  private let reader = Monitor()
  private var source: DocumentSource
  private var taken = 0
  /// Batches that were read before the workers started.
  private var ahead: [[DocumentSource.Record]] = []
  /// Whether there is so little to do that more threads would only cost time.
  let isOneBatch: Bool

  private let order = Monitor()
  /// Few at a time; a dictionary's type would have to be made at every start.
  private var finished: [Batch] = []
  private var handed = 0
  private var isHanding = false
  private var isStopped = false
  private(set) var failure: (any Error)?
  private(set) var statistics = Pipeline.Statistics()

  private let knowledge: Knowledge
  private let measured: Stage?
  private let isTimed: Bool
  private let window: Int
  private let makeResult: @Sendable () -> Result
  private let work: @Sendable (borrowing Document, borrowing Extraction, inout Result) -> Void
  private let sink: (inout Result) throws -> Void
  private let problem: (InputProblem) -> Void
  private let progress: (Pipeline.Statistics) -> Void

  init(
    source: DocumentSource, knowledge: Knowledge, measured: Stage?, isTimed: Bool,
    window: Int,
    makeResult: @escaping @Sendable () -> Result,
    work: @escaping @Sendable (borrowing Document, borrowing Extraction, inout Result) -> Void,
    sink: @escaping (inout Result) throws -> Void, problem: @escaping (InputProblem) -> Void,
    progress: @escaping (Pipeline.Statistics) -> Void
  ) {
    var source = source
    while ahead.count < 2, case let batch = Run.nextBatch(&source), !batch.isEmpty {
      ahead.append(batch)
    }
    isOneBatch = ahead.count < 2
    ahead.reverse()
    self.source = source
    self.knowledge = knowledge
    self.measured = measured
    self.isTimed = isTimed
    self.window = window
    self.makeResult = makeResult
    self.work = work
    self.sink = sink
    self.problem = problem
    self.progress = progress
  }

  private static func nextBatch(_ source: inout DocumentSource) -> [DocumentSource.Record] {
    var records: [DocumentSource.Record] = []
    var weight = 0
    while weight < batchBytes, records.count < batchDocuments, let record = source.next() {
      weight += record.weight
      records.append(record)
    }
    return records
  }

  func worker() {
    var extractor = Extractor(knowledge: knowledge)
    extractor.measured = measured
    extractor.isTimed = isTimed
    var extraction = Extraction()
    var decoder = DocumentDecoder()
    var records: [DocumentSource.Record] = []
    var fraction = 0.0
    while let number = take(&records, &fraction) {
      var batch = Batch(number: number, result: makeResult(), fraction: fraction)
      for record in records {
        do {
          let document = try decoder.decode(record)
          extractor.extract(document.text, into: &extraction)
          work(document, extraction, &batch.result)
          batch.documents += 1
          batch.bytes += document.text.count
        } catch { batch.problems.append(error) }
      }
      hand(batch)
    }
    if isTimed {
      order.locked {
        var all = statistics.times ?? StageTimes()
        all.add(extractor.times)
        statistics.times = all
      }
    }
  }

  /// Takes the next batch; returns its number, `nil` at the end.
  private func take(
    _ records: inout [DocumentSource.Record], _ fraction: inout Double
  ) -> Int? {
    records = []
    reader.lock()
    defer { reader.unlock() }
    let mayGoOn = order.locked {
      while taken >= handed + window, !isStopped { order.wait() }
      return !isStopped
    }
    guard mayGoOn else { return nil }
    records = ahead.popLast() ?? Run.nextBatch(&source)
    fraction = source.fraction
    if records.isEmpty {
      order.locked { statistics.skipped = source.skipped }
      return nil
    }
    taken += 1
    return taken - 1
  }

  /// Puts a finished batch in its place and hands over all that are due.
  private func hand(_ batch: Batch) {
    order.lock()
    defer { order.unlock() }
    finished.append(batch)
    if isHanding { return }
    isHanding = true
    while !isStopped, let next = finished.firstIndex(where: { $0.number == handed }) {
      var due = finished.remove(at: next)
      statistics.documents += due.documents
      statistics.bytes += due.bytes
      statistics.problems += due.problems.count
      statistics.fraction = due.fraction
      let counts = statistics
      order.unlock()
      var thrown: (any Error)?
      do { try sink(&due.result) } catch { thrown = error }
      due.problems.forEach(problem)
      progress(counts)
      order.lock()
      if let thrown {
        failure = thrown
        isStopped = true
      }
      handed += 1
      order.wakeAll()
    }
    isHanding = false
  }
}
