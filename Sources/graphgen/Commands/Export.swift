import ArgumentParser
import EntityGraph

/// `graphgen export`: the graph for other tools.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph for other tools.")

  @OptionGroup var input: ArticleArguments

  @Option(
    name: .long,
    help: "One of \(GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: GraphFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let format = format ?? output.flatMap(GraphFormat.init(ending:)) else {
      let names = GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(code: 2, message: "name a format with --format: \(names)")
    }
    let session = try Session(common)
    let graph = try session.graph(of: input.articles)
    let file = try OutputFile(output)
    var stream = ByteStream(file.write)
    try format.writer.write(graph, to: &stream)
    try file.finish()
    try session.end()
  }
}

extension GraphFormat: ExpressibleByArgument {}
