import EntityGraph

/// One run of a command: its knowledge and articles, and what could not be used of them.
final class Session {
  private let options: CommonOptions
  private let progress: Progress
  let pipeline: Pipeline
  /// What the last run did.
  private(set) var statistics = Pipeline.Statistics()
  /// Inputs, packs or rows of packs that could not be used.
  private(set) var faults = 0

  init(_ options: CommonOptions, isTimed: Bool = false) throws {
    self.options = options
    progress = Progress(isForced: options.progress)
    var packFaults: [PackError] = []
    do {
      let knowledge = try Session.knowledge(options, &packFaults)
      var pipeline = try Pipeline(knowledge: knowledge, jobs: options.jobs)
      pipeline.measured = options.through
      pipeline.isTimed = isTimed
      self.pipeline = pipeline
    } catch let error as PackError { throw Failure(code: 2, message: error.description) }
    faults = packFaults.count
    for fault in packFaults { Console.print(fault.description) }
  }

  private static func knowledge(
    _ options: CommonOptions, _ faults: inout [PackError]
  ) throws(PackError) -> Knowledge {
    var base: Knowledge?
    if let file = options.knowledge, file.hasSuffix(".bin") {
      base = try Knowledge.compiled(file)
    } else if let folder = options.knowledge {
      if folder.hasSuffix(".bin") {
        base = try Knowledge.compiled(folder)
      } else {
        let (knowledge, errors) = try Knowledge.compile([PackSource(folder: folder)], base: nil)
        faults += errors
        base = knowledge
      }
    } else {
      base = try Knowledge.builtIn()
    }
    if let base, options.pack.isEmpty { return base }
    var packs: [PackSource] = []
    for folder in options.pack { packs.append(try PackSource(folder: folder)) }
    let (knowledge, errors) = try Knowledge.compile(packs, base: base)
    faults += errors
    return knowledge
  }

  /// Builds the graph of the articles.
  ///
  /// - Throws: ``Failure`` if no article, or not the decisions file, could be read.
  func graph(of articles: [String], _ decisions: DecisionOptions) throws -> Graph {
    try result(of: articles, decisions).graph
  }

  /// Builds the graph of the articles and keeps what went into it.
  func result(
    of articles: [String], _ options: DecisionOptions
  ) throws -> Pipeline.GraphResult {
    let decisions = try read(options)
    let result = try pipeline.graph(
      of: articles, quotes: self.options.evidence, decisions: decisions, problem: report,
      progress: progress.show)
    finish(result.statistics)
    note(repeated: result.repeatedDocuments)
    if result.statistics.documents == 0 {
      throw Failure(code: 2, message: "no article could be read")
    }
    show(result.decisionProblems)
    return result
  }

  private func note(repeated ids: [String]) {
    if ids.isEmpty || options.quiet { return }
    let shown = ids.prefix(3).map { "\"\(InputProblem.printable($0))\"" }.joined(separator: ", ")
    Console.note(
      "more than one article has the id \(shown)"
        + (ids.count > 3 ? " (and \(ids.count - 3) more ids)" : "") + "; all are counted")
  }

  // MARK: Decisions

  private func read(_ options: DecisionOptions) throws -> Decisions {
    guard let file = options.decisions else { return Decisions() }
    do throws(DecisionProblem) {
      let decisions = try Decisions(file: file)
      faults += decisions.problems.count
      show(decisions.problems)
      return decisions
    } catch { throw Failure(code: 2, message: error.description) }
  }

  /// Prints errors always, what does not apply unless the user wants no words.
  private func show(_ problems: [DecisionProblem]) {
    let shown = problems.filter { !$0.isWarning || !options.quiet }
    for problem in shown.prefix(100) { Console.print(problem.description) }
    if shown.count > 100 { Console.note("and \(shown.count - 100) more lines of decisions") }
  }

  /// Writes what was recognized, article by article.
  func extract(_ articles: [String], asText: Bool, to file: OutputFile) throws {
    let statistics =
      asText
      ? try pipeline.extractText(
        articles, sink: file.write, problem: report, progress: progress.show)
      : try pipeline.extractJSONL(
        articles, sink: file.write, problem: report, progress: progress.show)
    finish(statistics)
  }

  /// Writes for each name which lists, rules and context decided, and the runner-up.
  func explainNames(_ articles: [String], to file: OutputFile) throws {
    let knowledge = pipeline.knowledge
    let one = try Pipeline(knowledge: knowledge, jobs: 1)
    finish(
      try one.run(
        articles, makeResult: { [UInt8]() },
        work: { document, _, result in
          var extractor = Extractor(knowledge: knowledge)
          var extraction = Extraction()
          extractor.extract(document.text, into: &extraction)
          result += Array("\(InputProblem.printable(document.id))\n".utf8)
          for decision in extractor.nameDecisions {
            result += NameReport.lines(decision, document.text, knowledge)
          }
        },
        sink: { try file.write($0) }, problem: report))
  }

  /// Compares what is found in the articles, or in the texts of the gold lines, with a gold standard.
  func evaluate(_ gold: GoldSet, _ articles: [String], isFlat: Bool) throws -> Figures {
    let evaluation = Evaluation(gold, isFlat: isFlat, knowledge: pipeline.knowledge)
    var figures = Figures()
    if articles.isEmpty {
      evaluation.compareOwnTexts(into: &figures)
    } else {
      finish(
        try pipeline.run(
          articles, makeResult: { Figures() },
          work: { evaluation.compare($0, $1, into: &$2) },
          sink: { figures.add($0) }, problem: report, progress: progress.show))
      evaluation.noteMissing(into: &figures)
    }
    for problem in gold.problems + figures.problems { Console.note(problem.description) }
    faults += gold.problems.count + figures.problems.count
    return figures
  }

  /// Ends the command: exit code 2 if anything could not be used.
  func end() throws {
    if faults > 0 { throw Failure(code: 2, message: "") }
  }

  private func report(_ problem: InputProblem) {
    progress.clear()
    faults += 1
    Console.note(problem.description)
  }

  private func finish(_ statistics: Pipeline.Statistics) {
    self.statistics = statistics
    progress.clear()
    if statistics.skipped > 0, !options.quiet {
      let files = statistics.skipped == 1 ? "1 file" : "\(statistics.skipped) files"
      Console.note("skipped \(files) in folders (neither .txt nor .jsonl)")
    }
  }
}
