/// What a picture shows, in words and sizes but without positions.
public struct Drawing: Sendable {
  /// What the user can choose.
  public struct Options: Sendable {
    /// How much a picture may hold.
    public var budget = Backbone.Budget()
    /// Heading; made from the articles where there is none.
    public var title: String?
    /// Whether leaves that say the same share a box.
    var folds = true

    /// Makes the default options.
    public init() {}
  }

  struct Actor: Sendable {
    /// Index into the graph's nodes.
    var node: Int
    var id: String
    var kind: EntityKind
    /// The name, wrapped.
    var name: [String]
    /// The main role, wrapped.
    var role: [String]
    /// 0...1, the most prominent actor of the picture has 1.
    var size: Double
    /// Number of its community, -1 for one without companions.
    var community: Int
    var tooltip: String
    /// The name in one piece.
    var fullName: String
    /// The actors of a box that stands for several; empty for one.
    var members: [Member] = []
  }

  /// One of several actors in a box.
  struct Member: Sendable {
    var id: String
    var name: String
    var tooltip: String
  }

  struct Line: Sendable {
    var id: String
    /// Index into `actors`.
    var source: Int
    var target: Int
    /// Indices into the graph's links, strongest first.
    var links: [Int]
    /// Words on the line; none for co-occurrence.
    var words: [String]
    var isCooccurrence: Bool
    /// The texts vouch for none of it: dashed.
    var isDoubtful: Bool
    /// All of it is denied.
    var isNegated: Bool
    /// Without arrow.
    var isSymmetric: Bool
    /// 0...1.
    var weight: Double
    var tooltip: String
  }

  var actors: [Actor] = []
  var lines: [Line] = []
  /// Heading of the picture.
  public let title: String
  /// Where it comes from: articles and dates.
  public let source: String
  /// What it shows and what it leaves out.
  public let caption: String
  let communities: Int
  /// Whether lines of co-occurrence may be chance.
  let showsChance: Bool

  /// Chooses and words what a picture of `graph` shows.
  ///
  /// - Parameters:
  ///   - graph: what is to be drawn, filtered as the user wants it.
  ///   - whole: the graph before any filter, for the caption.
  ///   - options: what the user chose.
  public init(_ graph: Graph, of whole: Graph? = nil, options: Options = Options()) {
    let whole = whole ?? graph
    let backbone = Backbone(graph, budget: options.budget)
    var position: [Int: Int] = [:]
    for (index, node) in backbone.nodes.enumerated() { position[node] = index }
    let groups = Drawing.communities(backbone, position, graph)
    communities = (groups.max() ?? -1) + 1
    let most = backbone.nodes.map { backbone.prominence[$0] }.max() ?? 1
    actors = backbone.nodes.enumerated().map { index, number in
      let node = graph.nodes[number]
      return Actor(
        node: number, id: node.id, kind: node.kind,
        name: TextWrap.lines(TextWriter.printable(node.name), width: 18, most: 3),
        role: Drawing.roleLines(node),
        size: most > 0 ? (backbone.prominence[number] / most).squareRoot() : 0,
        community: groups[index], tooltip: Drawing.tooltip(node),
        fullName: TextWriter.printable(node.name))
    }
    lines = backbone.lines.compactMap { line in
      guard let source = position[line.source], let target = position[line.target] else {
        return nil
      }
      return Drawing.line(line, source, target, graph)
    }
    showsChance = options.budget.showsChance
    title = options.title ?? Drawing.title(whole)
    source = Drawing.sources(whole.documents)
    let shown = backbone.lines.reduce(0) { $0 + $1.links.count }
    caption = Drawing.caption(
      actors: (backbone.nodes.count, whole.nodes.count), links: (shown, whole.links.count),
      isChosen: !options.budget.showsChance)
    if options.folds { fold() }
  }

  /// The main role, with the body on a line of its own where one line is too short for both.
  private static func roleLines(_ node: Node) -> [String] {
    guard let role = node.mainRoleParts else { return [] }
    let (label, of) = (TextWriter.printable(role.label), TextWriter.printable(role.of))
    if of.isEmpty { return TextWrap.lines(label, width: 26, most: 2) }
    if label.count + of.count + 2 <= 26 { return ["\(label), \(of)"] }
    var lines = TextWrap.lines(label, width: 26, most: 2)
    lines[lines.count - 1] += ","
    return lines + TextWrap.lines(of, width: 26, most: 2)
  }

  private static func communities(
    _ backbone: Backbone, _ position: [Int: Int], _ graph: Graph
  ) -> [Int] {
    var pairs: [(Int, Int, Double)] = []
    for line in backbone.lines {
      guard let a = position[line.source], let b = position[line.target] else { continue }
      pairs.append((a, b, line.links.reduce(0) { $0 + graph.links[$1].strength }))
    }
    let groups = Communities.find(Adjacency(count: backbone.nodes.count, pairs: pairs))
    var sizes: [Int: Int] = [:]
    for group in groups { sizes[group, default: 0] += 1 }
    return groups.map { (sizes[$0] ?? 0) > 2 ? $0 : -1 }
  }

  private static func line(
    _ line: Backbone.Line, _ source: Int, _ target: Int, _ graph: Graph
  ) -> Line {
    let links = line.links.map { graph.links[$0] }
    let ids = "\(graph.nodes[line.source].id) \(graph.nodes[line.target].id)"
    let mode = line.isCooccurrence ? "c" : "e"
    let strength = links.reduce(0) { $0 + $1.strength }
    return Line(
      id: "\(mode)-\(Mathematics.hexadecimal(Mathematics.hash(ids.utf8)))", source: source,
      target: target, links: line.links, words: line.isCooccurrence ? [] : LinkWords.lines(links),
      isCooccurrence: line.isCooccurrence,
      isDoubtful: links.allSatisfy { $0.modality == .possible || $0.modality == .reported },
      isNegated: links.allSatisfy { $0.modality == .negated },
      isSymmetric: links.allSatisfy(\.isSymmetric),
      weight: min(1, strength / 6), tooltip: Drawing.tooltip(links, graph))
  }

  private static func tooltip(_ node: Node) -> String {
    var lines = ["\(node.name) (\(node.kind.word))"]
    for role in node.roles.prefix(4) {
      lines.append(role.of.isEmpty ? role.label : "\(role.label), \(role.of)")
    }
    if !node.aliases.isEmpty {
      lines.append("also: " + node.aliases.prefix(6).map(\.text).joined(separator: ", "))
    }
    lines.append("\(node.mentions) mentions in \(node.documents) articles")
    return lines.joined(separator: "\n")
  }

  /// One paragraph a link: who, what, whom, the best quote, its article and its rule.
  private static func tooltip(_ links: [Link], _ graph: Graph) -> String {
    links.prefix(4).map { link in
      let (source, target) = (graph.nodes[link.source].name, graph.nodes[link.target].name)
      var text =
        link.isCooccurrence
        ? "\(source) and \(target): named together in \(link.weight) sentences"
        : "\(source) — \(LinkWords.words(link)) → \(target) (\(link.modality.word))"
      if let quote = link.evidence.first {
        text += "\n“\(quote.quote)”\n\(quote.document), line \(quote.line)"
        if !link.isCooccurrence { text += ", rule \(quote.rule)" }
      }
      return text
    }.joined(separator: "\n\n")
  }

  private static func title(_ graph: Graph) -> String {
    let count = graph.documents.count
    if count == 1, let title = graph.documents[0].title { return title }
    return count == 1
      ? "Actors in “\(graph.documents[0].id)”" : "Actors in \(grouped(count)) articles"
  }

  private static func sources(_ documents: [Graph.Source]) -> String {
    let names = documents.prefix(4).map { TextWriter.printable($0.title ?? $0.id) }
    var text = "Source: " + names.joined(separator: "; ")
    if documents.count > 4 { text += "; and \(grouped(documents.count - 4)) more" }
    let dates = documents.compactMap(\.date).map { TextWriter.printable($0).prefix(10) }.sorted()
    if let first = dates.first, let last = dates.last {
      text += first == last ? " (\(first))" : " (\(first) to \(last))"
    }
    return text
  }

  private static func caption(
    actors: (shown: Int, all: Int), links: (shown: Int, all: Int), isChosen: Bool
  ) -> String {
    let counts =
      "Shown: \(grouped(actors.shown)) of \(grouped(actors.all)) actors, "
      + "\(grouped(links.shown)) of \(grouped(links.all)) links"
    return isChosen && (actors.shown < actors.all || links.shown < links.all)
      ? counts + " — stated relations of the most central actors first, then names that share "
        + "sentences more often than by chance."
      : counts + "."
  }

  private static func grouped(_ number: Int) -> String {
    var digits = "\(number)"
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
      at -= 3
    }
    return digits
  }
}
