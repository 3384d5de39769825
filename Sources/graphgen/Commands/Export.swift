import ArgumentParser
import EntityGraph

/// `graphgen export`: the graph for other tools.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: Graphgen.name,
    abstract: "Write the graph for other tools.")

  @OptionGroup var input: ArticleArguments

  @Option(
    name: .long,
    help: "One of \(GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: GraphFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, or a folder (csv, neo4j).", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var filter: FilterOptions

  @OptionGroup var decisions: DecisionOptions

  @OptionGroup var common: CommonOptions

  func validate() throws { try decisions.check(input) }

  func run() throws {
    guard let format = format ?? output.flatMap(GraphFormat.init(ending:)) else {
      let names = GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(code: 2, message: "name a format with --format: \(names)")
    }
    let session = try Session(common)
    let whole = try session.graph(of: input.articles, decisions)
    let graph = try filter.filter(for: whole).apply(to: whole)
    if let output, output.hasSuffix("/") || OutputFile.isFolder(output) {
      try OutputFile.makeFolder(output)
      let separator = output.hasSuffix("/") ? "" : "/"
      let files = try format.parts.map { part in
        try written(part, graph, to: output + separator + part.file)
      }
      // None takes its place before all are complete.
      for file in files { try file.finish() }
    } else {
      try written(format.parts[0], graph, to: output).finish()
    }
    try session.end()
  }

  private func written(
    _ part: GraphFormat.Part, _ graph: Graph, to path: String?
  ) throws -> OutputFile {
    let file = try OutputFile(path)
    var stream = ByteStream(file.write)
    try part.writer.write(graph, to: &stream)
    return file
  }
}

extension GraphFormat: ExpressibleByArgument {}
