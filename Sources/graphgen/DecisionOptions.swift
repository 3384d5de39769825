import ArgumentParser
import EntityGraph

/// The user's word on actors.
struct DecisionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Your word on actors: a file of same, different, rename, kind and drop lines.",
      valueName: "file"))
  var decisions: String?

  /// Standard input can be read once only.
  func check(_ input: ArticleArguments) throws {
    if decisions == "-", input.articles.contains("-") {
      throw ValidationError("standard input (-) can be read once only")
    }
  }
}
