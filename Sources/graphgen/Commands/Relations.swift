import ArgumentParser
import EntityGraph

/// `graphgen relations`: how one actor is linked.
struct Relations: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "relations", _superCommandName: Graphgen.name,
    abstract: "Print the relations of one person, organization or place.")

  @ArgumentParser.Argument(help: "Any name of the actor; case, accents and spelling do not matter.")
  var name: String

  @OptionGroup var input: ArticleArguments

  @Option(name: .long, help: "text, json, csv or markdown.")
  var format = Format.text

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var decisions: DecisionOptions

  @OptionGroup var common: CommonOptions

  func validate() throws { try decisions.check(input) }

  func run() throws {
    let session = try Session(common)
    let graph = try session.graph(of: input.articles, decisions)
    let node = try Lookup(graph).node(name)
    let file = try OutputFile(output)
    var stream = ByteStream(file.write)
    let report = RelationReport(graph, of: node)
    switch format {
    case .text:
      let styled = output == nil && Console.usesColor
      try report.writeText(to: &stream, width: Console.width, styled: styled)
    case .markdown: try report.writeMarkdown(to: &stream)
    case .json: try report.writeJSON(to: &stream)
    case .csv: try report.writeCSV(to: &stream)
    }
    try file.finish()
    try session.end()
  }
}

/// Finds the actor that the user named, or says who might be meant.
struct Lookup {
  private let graph: Graph
  private let search: NameSearch

  init(_ graph: Graph) {
    self.graph = graph
    search = NameSearch(graph)
  }

  func node(_ name: String) throws -> Int {
    switch search.find(name) {
    case .found(let node): return node
    case .several(let nodes):
      let rows = nodes.prefix(20).map { "  " + describe($0) }.joined(separator: "\n")
      let more = nodes.count > 20 ? "\n  … and \(nodes.count - 20) more" : ""
      throw Failure(
        code: 2,
        message: "\"\(InputProblem.printable(name))\" may be any of \(nodes.count) actors; "
          + "use the full name or the id:\n\(rows)\(more)")
    case .none(let close):
      let hint =
        close.isEmpty
        ? "" : "; close to it:\n" + close.map { "  " + describe($0) }.joined(separator: "\n")
      throw Failure(
        code: 1, message: "no actor is named \"\(InputProblem.printable(name))\"\(hint)")
    }
  }

  private func describe(_ index: Int) -> String {
    let node = graph.nodes[index]
    let role = node.roles.first.map { ", \(InputProblem.printable($0.label))" } ?? ""
    let mentions = node.mentions == 1 ? "1 mention" : "\(node.mentions) mentions"
    return
      "\(InputProblem.printable(node.name))  (\(node.kind.word)\(role), \(mentions))  \(node.id)"
  }
}
