import ArgumentParser
import EntityGraph

/// `graphgen stats`: what the articles hold, in numbers.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", _superCommandName: Graphgen.name,
    abstract: "Count actors, links and kinds; list the most central actors and the communities.")

  @OptionGroup var input: ArticleArguments

  @Option(name: .long, help: ArgumentHelp("Actors and communities to list.", valueName: "n"))
  var top = 10

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(
    name: .long, help: "Say what each stage took; the only figures that differ from run to run.")
  var times = false

  @OptionGroup var decisions: DecisionOptions

  @OptionGroup var common: CommonOptions

  func validate() throws { try decisions.check(input) }

  func run() throws {
    let session = try Session(common, isTimed: times)
    let graph = try session.graph(of: input.articles, decisions)
    let file = try OutputFile(output)
    var stream = ByteStream(file.write)
    try StatisticsReport(graph, session.statistics, most: max(0, top)).write(to: &stream)
    try file.finish()
    try session.end()
  }
}
