import ArgumentParser
import EntityGraph

/// `graphgen draw`: a picture of the actors.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", _superCommandName: Graphgen.name,
    abstract: "Draw the actors and their links as SVG, PNG, PDF, DOT, or HTML to explore them in.")

  @OptionGroup var input: ArticleArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file: .svg, .png, .pdf, .html or .dot.", valueName: "file"),
    completion: .file())
  var output: String

  @Option(name: .long, help: ArgumentHelp("Show at most so many actors.", valueName: "n"))
  var top = 40

  @Option(
    name: .long,
    help: ArgumentHelp("Show at most so many lines (default: 3 for 2 actors).", valueName: "n"))
  var lines: Int?

  @Option(name: .long, help: ArgumentHelp("Heading of the picture.", valueName: "text"))
  var title: String?

  @OptionGroup var filter: FilterOptions

  @Option(name: .long, help: "dot, neato, fdp, sfdp, twopi or circo (default: by size).")
  var engine: Graphviz.Engine?

  @Option(name: .long, help: ArgumentHelp("Give up a layout after so long.", valueName: "seconds"))
  var layoutSeconds = 30

  @OptionGroup var decisions: DecisionOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try decisions.check(input)
    if top < 2 { throw ValidationError("--top takes a number from 2") }
    if let lines, lines < 1 { throw ValidationError("--lines takes a number from 1") }
    if layoutSeconds < 1 { throw ValidationError("--layout-seconds takes a number from 1") }
    if engine == .placed {
      throw ValidationError("--engine takes no '\(Graphviz.Engine.placed.rawValue)'")
    }
  }

  func run() throws {
    let format = Graphviz.Format(rawValue: ending)
    let isDOT = ending == "dot" || ending == "gv"
    let isPage = ending == "html" || ending == "htm"
    guard format != nil || isDOT || isPage else {
      throw Failure(code: 2, message: "-o must end in .svg, .png, .pdf, .html or .dot")
    }
    let session = try Session(common)
    let whole = try session.graph(of: input.articles, decisions)
    var options = Drawing.Options()
    options.filter = try filter.filter(for: whole)
    let graph = options.filter.apply(to: whole)
    options.budget = Backbone.Budget(actors: top, lines: lines)
    options.budget.showsChance = filter.asksForNames
    options.title = title
    let drawing = Drawing(graph, of: whole, options: options)
    if drawing.isEmpty { throw Failure(code: 1, message: "nothing to draw: no links are left") }
    let file = try OutputFile(output)
    let painter = Painter(seconds: layoutSeconds)
    if isPage {
      let explorer = Explorer(graph, of: whole, options: options)
      try file.write(try painter.page(explorer, engine: engine))
    } else if let format {
      try file.write(try painter.paint(drawing, format, engine: engine))
    } else {
      try file.write(Array(drawing.dot(for: engine ?? drawing.suggestedEngine).utf8))
    }
    try file.finish()
    try session.end()
  }

  private var ending: String {
    guard let dot = output.lastIndex(of: ".") else { return "" }
    return output[output.index(after: dot)...].lowercased()
  }
}
