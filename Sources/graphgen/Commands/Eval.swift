import ArgumentParser
import EntityGraph

/// `graphgen eval`: how much of a user's own annotations the program finds.
struct Eval: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "eval", _superCommandName: Graphgen.name,
    abstract: "Compare with your own annotations: precision, recall, F1, and the errors by kind.",
    discussion: """
      GOLD is a .jsonl file in the format that extract --format jsonl prints, one article a line, \
      or a folder of .json files. The articles have the same ids; without ARTICLES the text of each \
      is taken from its gold line ("text"). Lines that can't be used are named, the rest is \
      compared, and the exit code is 2.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("Annotations, as docs/formats.md says.", valueName: "gold"))
  var gold: String

  @ArgumentParser.Argument(
    help: ArgumentHelp(
      "Articles: .txt files, .jsonl files, folders, or - for standard input.",
      valueName: "articles"), completion: .file())
  var articles: [String] = []

  @Option(name: .long, help: "text (for people) or json.")
  var format = Format.text

  @Option(
    name: .long, help: ArgumentHelp("Examples to print of each kind of error.", valueName: "n"))
  var errors = 3

  @Flag(
    name: .long,
    help: "The gold standard has flat names alone, as CoNLL's: nested names don't count.")
  var flat = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if errors < 0 { throw ValidationError("--errors takes a number from 0") }
    if articles.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
  }

  func run() throws {
    let session = try Session(common)
    let set: GoldSet
    do { set = try GoldSet(path: gold) } catch {
      throw Failure(code: 2, message: error.description)
    }
    let figures = try session.evaluate(set, articles, isFlat: flat)
    if figures.articles == 0 {
      throw Failure(code: 2, message: "no article could be compared")
    }
    let file = try OutputFile(output)
    let report = EvaluationReport(figures, examples: errors)
    var stream = ByteStream(file.write)
    switch format {
    case .text: try report.writeText(to: &stream)
    case .json: try report.writeJSON(to: &stream)
    }
    try file.finish()
    try session.end()
  }
}
