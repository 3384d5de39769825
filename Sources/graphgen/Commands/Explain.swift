import ArgumentParser
import EntityGraph

/// `graphgen explain`: why two actors are linked.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: Graphgen.name,
    abstract: "Say why two actors are linked, or why two names are one actor.",
    discussion: """
      Prints each sentence with its place, the rule and the words that state the link, the mentions \
      of both actors with the sieves that lead to their names, and what joined them across articles.
      """)

  @ArgumentParser.Argument(help: "Any name of the one actor.")
  var first: String

  @ArgumentParser.Argument(help: "Any name of the other.")
  var second: String

  @OptionGroup var input: ArticleArguments

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var decisions: DecisionOptions

  @OptionGroup var common: CommonOptions

  func validate() throws { try decisions.check(input) }

  func run() throws {
    let session = try Session(common)
    let result = try session.result(of: input.articles, decisions)
    let graph = result.graph
    let lookup = Lookup(graph)
    let (a, b) = (try lookup.node(first), try lookup.node(second))
    let pipeline = session.pipeline
    let traces = try pipeline.traces(
      of: Explanation.links(graph, a, b), in: result, inputs: input.articles)
    let names =
      a == b
      ? try pipeline.trace(first, second, node: a, in: result, inputs: input.articles) : nil
    let file = try OutputFile(output)
    var stream = ByteStream(file.write)
    let found = try Explanation(graph, a, b, traces: traces, names: names).write(to: &stream)
    try file.finish()
    try session.end()
    if !found { throw Failure(code: 1, message: "nothing links the two") }
  }
}
