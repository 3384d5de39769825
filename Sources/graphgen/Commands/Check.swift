import ArgumentParser
import EntityGraph

/// `graphgen check`: validates packs and runs the examples of their rules.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: Graphgen.name,
    abstract: "Check packs: their tables, their rules, and the examples of their rules.",
    discussion: """
      Without a pack, runs the examples of the built-in rules. Exit codes: 0 if all is right, 1 if \
      something is wrong with a pack, 2 if a pack can't be read.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("Folders with .rules and .tsv files.", valueName: "pack"))
  var packs: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Use this pack instead of the built-in one.", visibility: .hidden))
  var knowledge: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let sources: [PackSource]
    let checked: (knowledge: Knowledge, errors: [PackError])
    do {
      sources = try packs.map { try PackSource(folder: $0) }
      let base: (knowledge: Knowledge, errors: [PackError])
      if let knowledge {
        base = try Knowledge.compile([PackSource(folder: knowledge)], base: nil)
      } else {
        base = (try Knowledge.builtIn(), [])
      }
      if sources.isEmpty {
        checked = base
      } else {
        let own = try Knowledge.compile(sources, base: base.knowledge)
        checked = (own.knowledge, base.errors + own.errors)
      }
    } catch let error as PackError { throw Failure(code: 2, message: error.description) }
    for error in checked.errors { Console.print(error.description) }
    let result = RuleCheck(
      checked.knowledge, packs: sources.isEmpty ? nil : sources.map(\.name))
    for failure in result.failures { Console.print(failure.description) }
    if !quiet {
      let file = try OutputFile(nil)
      let wrong = checked.errors.count + result.failures.count
      let rules = result.rules == 1 ? "1 rule" : "\(result.rules) rules"
      let verdict = wrong == 0 ? "all right" : wrong == 1 ? "1 problem" : "\(wrong) problems"
      try file.write(
        Array("\(rules), \(result.examples) examples: \(verdict)\n".utf8))
      try file.finish()
    }
    if !checked.errors.isEmpty || !result.failures.isEmpty {
      throw Failure(code: 1, message: "")
    }
  }
}
