import ArgumentParser
import EntityGraph

/// `graphgen extract`: what was recognized, article by article.
struct Extract: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, text
  }

  static let configuration = CommandConfiguration(
    commandName: "extract", _superCommandName: Graphgen.name,
    abstract: "Print the people, organizations, places, roles and relations of each article.")

  @OptionGroup var input: ArticleArguments

  @Option(name: .long, help: "jsonl (one object an article) or text (for people).")
  var format = Format.text

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .long, help: "Print for each name what spoke for and against it.")
  var explain = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let file = try OutputFile(output)
    if explain {
      try session.explainNames(input.articles, to: file)
      try file.finish()
      return try session.end()
    }
    try session.extract(input.articles, asText: format == .text, to: file)
    try file.finish()
    try session.end()
  }
}
