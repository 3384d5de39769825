import ArgumentParser
import EntityGraph

/// Options that every command with articles has.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Add rules and name lists of your own.", valueName: "folder"),
    completion: .directory)
  var pack: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Threads to use (default: one a core).", valueName: "n"))
  var jobs = 0

  @Option(
    name: .long, help: ArgumentHelp("Quotes to keep for each link, best first.", valueName: "n"))
  var evidence = 5

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .long, help: "Say how far it is where there is no terminal, too.")
  var progress = false

  @Option(
    name: .long,
    help: ArgumentHelp("Use this pack instead of the built-in one.", visibility: .hidden))
  var knowledge: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Stop after this stage, for measuring.", visibility: .hidden))
  var through: Stage?

  func validate() throws {
    if jobs < 0 { throw ValidationError("--jobs takes a number from 1") }
    if evidence < 0 { throw ValidationError("--evidence takes a number from 0") }
  }
}

/// The articles of a command.
struct ArticleArguments: ParsableArguments {
  @ArgumentParser.Argument(
    help: ArgumentHelp(
      "Articles: .txt files, .jsonl files, folders, or - for standard input.",
      valueName: "articles"), completion: .file())
  var articles: [String]

  func validate() throws {
    if articles.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
  }
}

/// An error that ends the program, with its exit code.
struct Failure: Error {
  /// 1: failed; 2: wrong use or unusable input.
  var code: Int32
  var message: String
}

extension Stage: ExpressibleByArgument {}
