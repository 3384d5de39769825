import ArgumentParser
import EntityGraph

/// `graphgen explain`: why two actors are linked.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why two actors are linked: sentences, places in the text, rules and merges.")

  @ArgumentParser.Argument(help: "Any name of the one actor.")
  var first: String

  @ArgumentParser.Argument(help: "Any name of the other.")
  var second: String

  @OptionGroup var input: ArticleArguments

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let graph = try session.graph(of: input.articles)
    let lookup = Lookup(graph)
    let (a, b) = (try lookup.node(first), try lookup.node(second))
    if a == b {
      throw Failure(code: 2, message: "both names are the same actor, \(graph.nodes[a].name)")
    }
    let file = try OutputFile(output)
    var stream = ByteStream(file.write)
    let found = try Explanation(graph, a, b).write(to: &stream)
    try file.finish()
    try session.end()
    if !found { throw Failure(code: 1, message: "nothing links the two") }
  }
}
