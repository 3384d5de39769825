/// One self-contained HTML page that explores a graph in a browser, offline.
///
/// It opens with what ``Drawing`` shows, laid out as its SVG; all other actors are reached by
/// search, filters and neighbourhoods. All layouts are asked for, so that the command-line tool can
/// run them in processes of their own.
public struct Explorer: Sendable {
  /// How much a page may hold: some ten megabytes that a browser opens at once.
  public struct Limits: Sendable {
    /// Most actors; the most central ones are kept.
    public var actors = 5000
    /// Most links, those of the drawing first, then stated ones, then co-occurrence by strength.
    public var links = 25_000
    /// Most quotes a link.
    public var quotes = 5

    /// Makes the default limits.
    public init() {}
  }

  /// What the page opens with.
  public let drawing: Drawing
  /// The graph, filtered as the user wants it.
  let graph: Graph
  /// Counts before any filter.
  let whole: (actors: Int, links: Int)
  /// Which nodes of the graph the page holds, ordered.
  private(set) var nodes: [Int] = []
  /// Which links of the graph the page holds, ordered.
  private(set) var links: [Int] = []
  let prominence: [Double]
  let limits: Limits

  /// Chooses what a page holds.
  ///
  /// - Parameters:
  ///   - graph: what is to be explored, filtered as the user wants it.
  ///   - whole: the graph before any filter, for the caption.
  ///   - options: what the page opens with.
  ///   - limits: how much it may hold.
  public init(
    _ graph: Graph, of whole: Graph? = nil, options: Drawing.Options = Drawing.Options(),
    limits: Limits = Limits()
  ) {
    self.graph = graph
    self.limits = limits
    self.whole = ((whole ?? graph).nodes.count, (whole ?? graph).links.count)
    var options = options
    // Each actor is to be pointed at.
    options.folds = false
    drawing = Drawing(graph, of: whole, options: options)
    prominence = Measures.pageRank(Adjacency(graph))
    nodes = chosenNodes()
    links = chosenLinks()
  }

  private func chosenNodes() -> [Int] {
    let all = Array(graph.nodes.indices)
    if all.count <= limits.actors { return all }
    var isDrawn = [Bool](repeating: false, count: all.count)
    for actor in drawing.actors { isDrawn[actor.node] = true }
    let ranked = all.sorted { a, b in
      if isDrawn[a] != isDrawn[b] { return isDrawn[a] }
      return prominence[a] != prominence[b] ? prominence[a] > prominence[b] : a < b
    }
    return ranked.prefix(max(limits.actors, drawing.actors.count)).sorted()
  }

  private func chosenLinks() -> [Int] {
    var isHeld = [Bool](repeating: false, count: graph.nodes.count)
    for node in nodes { isHeld[node] = true }
    let all = graph.links.indices.filter { at in
      isHeld[graph.links[at].source] && isHeld[graph.links[at].target]
    }
    if all.count <= limits.links { return all }
    var isDrawn = [Bool](repeating: false, count: graph.links.count)
    for line in drawing.lines { for link in line.links { isDrawn[link] = true } }
    let strength = graph.links.map(\.strength)
    let ranked = all.sorted { a, b in
      let (x, y) = (graph.links[a], graph.links[b])
      if isDrawn[a] != isDrawn[b] { return isDrawn[a] }
      if x.isCooccurrence != y.isCooccurrence { return y.isCooccurrence }
      return strength[a] != strength[b] ? strength[a] > strength[b] : a < b
    }
    return ranked.prefix(limits.links).sorted()
  }

  /// The engine that lays out all actors at once: the only one that can at this size.
  public static let engineOfAll = Graphviz.Engine.sfdp

  /// All actors as boxes without words and lines, to be laid out and rendered as SVG.
  public var dotOfAll: String {
    var position = [Int](repeating: -1, count: graph.nodes.count)
    var out = """
      graph "all" {
        graph [overlap=prism, sep="+5", splines="", K="0.6", repulsiveforce="1.4"];
        node [shape=box, fixedsize=true, label=""];
        edge [style=invis];

      """
    let most = nodes.map { prominence[$0] }.max() ?? 1
    for (index, node) in nodes.enumerated() {
      position[node] = index
      let size = 10 + 7 * (most > 0 ? prominence[node] / most : 0).squareRoot()
      let lines = TextWrap.lines(TextWriter.printable(graph.nodes[node].name), width: 18, most: 3)
      let letters = Double(lines.map(\.count).max() ?? 1)
      let width = Box.number((letters * size * 0.56 + 20) / 72)
      let height = Box.number((Double(lines.count) * size * 1.2 + 10) / 72)
      out += "  n\(index) [id=\"n\(index)\", width=\"\(width)\", height=\"\(height)\"];\n"
    }
    var before: Set<[Int]> = []
    for link in links {
      let ends = [position[graph.links[link].source], position[graph.links[link].target]].sorted()
      if before.insert(ends).inserted { out += "  n\(ends[0]) -- n\(ends[1]);\n" }
    }
    return out + "}\n"
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - engine: how the picture's positions are found.
  ///   - all: the SVG that Graphviz made of ``dotOfAll``; without it the page spreads the actors
  ///     evenly.
  ///   - layout: gives the SVG that an engine makes of DOT text; called once to six times.
  /// - Returns: the file's bytes; `nil` if `layout` gave something else.
  public func page<Fault: Error>(
    engine: Graphviz.Engine, all: [UInt8]?,
    layout: (String, Graphviz.Engine) throws(Fault) -> [UInt8]
  ) throws(Fault) -> [UInt8]? {
    guard let picture = try drawing.geometry(engine: engine, layout: layout) else { return nil }
    let data = ExplorerData(self, picture: picture, all: all.flatMap { SVGGeometry($0) })
    return ExplorerPage.bytes(title: drawing.title, source: drawing.source, data: data.bytes())
  }

  /// The page with all layouts made in this process; see ``Drawing/render(engine:)``.
  public func render(engine: Graphviz.Engine? = nil) throws(Graphviz.Failure) -> [UInt8] {
    let all = try Graphviz.render(dot: dotOfAll, engine: Explorer.engineOfAll, format: .svg)
    let page = try page(engine: engine ?? drawing.suggestedEngine, all: all) {
      (dot, engine) throws(Graphviz.Failure) in
      try Graphviz.render(dot: dot, engine: engine, format: .svg)
    }
    guard let page else { throw .format(.svg, "unexpected layout") }
    return page
  }
}
