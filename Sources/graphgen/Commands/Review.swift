import ArgumentParser
import EntityGraph

/// `graphgen review`: which actors may be one or two.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", _superCommandName: Graphgen.name,
    abstract: "List pairs of actors that may be one or two, as a decisions file to edit.",
    discussion: """
      Each line says what the program does now, with the reason and quotes as comments. Change the \
      lines that are wrong and pass the file to any command with --decisions.
      """)

  @OptionGroup var input: ArticleArguments

  @Option(name: .long, help: ArgumentHelp("Pairs to list.", valueName: "n"))
  var top = 100

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @OptionGroup var decisions: DecisionOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if top < 1 { throw ValidationError("--top takes a number from 1") }
    try decisions.check(input)
  }

  func run() throws {
    let session = try Session(common)
    let result = try session.result(of: input.articles, decisions)
    let review = try session.pipeline.review(of: input.articles, most: top, in: result)
    let file = try OutputFile(output)
    var stream = ByteStream(file.write)
    try ReviewWriter(review).write(to: &stream)
    try file.finish()
    try session.end()
  }
}
