import ArgumentParser
import EntityGraph

/// `graphgen draw`: a picture of the actors.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the actors and their links as SVG, PNG or PDF.")

  @OptionGroup var input: ArticleArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file: .svg, .png or .pdf.", valueName: "file"))
  var output: String

  @Option(name: .long, help: ArgumentHelp("Show at most so many actors.", valueName: "n"))
  var top = 40

  @Option(name: .long, help: ArgumentHelp("Heading of the picture.", valueName: "text"))
  var title: String?

  @OptionGroup var filter: FilterOptions

  @Option(name: .long, help: "dot, neato, fdp, sfdp, twopi or circo (default: by size).")
  var engine: Graphviz.Engine?

  @Option(name: .long, help: ArgumentHelp("Give up a layout after so long.", valueName: "seconds"))
  var layoutSeconds = 20

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if top < 2 { throw ValidationError("--top takes a number from 2") }
    if layoutSeconds < 1 { throw ValidationError("--layout-seconds takes a number from 1") }
  }

  func run() throws {
    guard let format = Graphviz.Format(rawValue: ending) else {
      throw Failure(code: 2, message: "-o must end in .svg, .png or .pdf")
    }
    let session = try Session(common)
    let whole = try session.graph(of: input.articles)
    let graph = try filter.apply(to: whole)
    var options = Drawing.Options()
    options.budget = Backbone.Budget(actors: top)
    options.title = title
    let drawing = Drawing(graph, of: whole, options: options)
    if drawing.isEmpty { throw Failure(code: 1, message: "nothing to draw: no links are left") }
    let file = try OutputFile(output)
    try file.write(try picture(drawing, format))
    try file.finish()
    try session.end()
  }

  private var ending: String {
    guard let dot = output.lastIndex(of: ".") else { return "" }
    return output[output.index(after: dot)...].lowercased()
  }

  /// Lays out in a child process; falls back to cheaper engines and says so.
  private func picture(_ drawing: Drawing, _ format: Graphviz.Format) throws -> [UInt8] {
    let first = engine ?? drawing.suggestedEngine
    var tried: [Graphviz.Engine] = []
    for engine in [first, .neato, .sfdp, .twopi] where !tried.contains(engine) {
      tried.append(engine)
      let child = LayoutChild(engine: engine, format: format, seconds: layoutSeconds)
      do throws(LayoutChild.Fault) {
        let layout = try child.run(drawing.dot(for: engine, isFinal: format != .svg))
        if tried.count > 1 { Console.note("drawn with \(engine.rawValue) instead") }
        if format != .svg { return layout }
        if let svg = drawing.svg(from: layout) { return svg }
        throw .refused("unexpected layout")
      } catch {
        if !Console.isInteractive || tried.count >= 1 {
          Console.note("layout with \(engine.rawValue) \(error)")
        }
      }
    }
    throw Failure(code: 1, message: "no layout engine could draw this")
  }
}

/// Which part of the graph is wanted.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Only person, organization and/or place, with commas.", valueName: "kinds"))
  var kinds: String?

  @Option(
    name: .long, help: ArgumentHelp("Only these relations, with commas.", valueName: "names"))
  var predicates: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Only actors and links of so many articles.", valueName: "n"))
  var minDocuments = 1

  @Option(name: .long, help: ArgumentHelp("Only what is near this actor.", valueName: "name"))
  var focus: String?

  @Option(name: .long, help: ArgumentHelp("How many links away from --focus.", valueName: "n"))
  var depth = 1

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Only the strongest chain between two actors.", valueName: "names"))
  var path: [String] = []

  @Flag(name: .long, help: "Only stated relations.")
  var noCooccurrence = false

  func validate() throws {
    if !path.isEmpty, path.count != 2 { throw ValidationError("--path takes two names") }
    if focus != nil, !path.isEmpty { throw ValidationError("use --focus or --path, not both") }
    if depth < 1 { throw ValidationError("--depth takes a number from 1") }
    _ = try chosenKinds()
  }

  private func chosenKinds() throws -> Set<EntityKind>? {
    guard let kinds else { return nil }
    return Set(
      try kinds.split(separator: ",").map { word in
        guard let kind = EntityKind(word: String(word)) else {
          throw ValidationError("--kinds takes person, organization and place, not '\(word)'")
        }
        return kind
      })
  }

  func apply(to graph: Graph) throws -> Graph {
    var filter = GraphFilter()
    filter.kinds = try chosenKinds()
    filter.predicates = predicates.map { Set($0.split(separator: ",").map(String.init)) }
    filter.minimumDocuments = minDocuments
    filter.keepsCooccurrence = !noCooccurrence
    if let unknown = filter.predicates?.filter({ name in
      !graph.links.contains { $0.predicate == name }
    }).min() {
      Console.note("no link has the predicate '\(unknown)'")
    }
    let lookup = Lookup(graph)
    if let focus { filter.focus = (try lookup.node(focus), depth) }
    if path.count == 2 {
      filter.path = (try lookup.node(path[0]), try lookup.node(path[1]))
    }
    return filter.apply(to: graph)
  }
}
