/// What a picture shows, in words and sizes but without positions.
public struct Drawing: Sendable {
  /// What the user can choose.
  public struct Options: Sendable {
    /// How much a picture may hold.
    public var budget = Backbone.Budget()
    /// Heading; made from the articles where there is none.
    public var title: String?
    /// Which part of the graph the picture shows, for its heading and caption.
    public var filter = GraphFilter()
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
    /// Words on the line for what leads from source to target or has no direction; none for
    /// co-occurrence.
    var words: [String]
    /// Words for what leads back.
    var back: [String] = []
    /// Whether something leads back: an arrow at both ends.
    var isMutual = false
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
    title = options.title ?? Drawing.title(whole, options.filter)
    source = Drawing.sources(whole.documents)
    caption = Drawing.caption(
      backbone, of: whole, options.filter, isChosen: !options.budget.showsChance)
    if options.folds { fold() }
    sayRolesOnce(graph)
  }

  /// Leaves out of the words of a line the role that stands under its actor's name with the same
  /// body.
  private mutating func sayRolesOnce(_ graph: Graph) {
    for (index, line) in lines.enumerated() where !line.isCooccurrence {
      let links = line.links.map { graph.links[$0] }
      let (forth, back) = Drawing.directions(links, from: actors[line.source].node)
      if let role = role(of: line.source, in: line.target, forth, graph) {
        lines[index].words = LinkWords.lines(forth, without: role)
      }
      if let role = role(of: line.target, in: line.source, back, graph) {
        lines[index].back = LinkWords.lines(back, without: role)
      }
    }
  }

  /// The role that stands under an actor's name with the body at the other end, if `links` state it.
  private func role(
    of holder: Int, in body: Int, _ links: [Link], _ graph: Graph
  ) -> String? {
    let (holder, body) = (actors[holder], actors[body])
    guard !holder.role.isEmpty, body.members.isEmpty,
      let role = graph.nodes[holder.node].mainRoleParts, role.of == graph.nodes[body.node].name
    else { return nil }
    let isStated = links.contains {
      $0.predicate == "holds_role" && $0.modality == .asserted
        && $0.label.lowercased() == role.label.lowercased()
    }
    return isStated ? role.label : nil
  }

  /// The links that lead from a node or have no direction, and those that lead to it.
  private static func directions(_ links: [Link], from node: Int) -> (forth: [Link], back: [Link]) {
    let forth = links.filter { $0.source == node || $0.isSymmetric }
    return (forth, links.filter { $0.source != node && !$0.isSymmetric })
  }

  /// The main role, with the body on a line of its own where one line is too short for both.
  private static func roleLines(_ node: Node) -> [String] {
    guard let role = node.mainRoleParts else { return [] }
    if node.isItsRole { return [] }
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
    let (forth, back) = directions(links, from: line.source)
    return Line(
      id: "\(mode)-\(Mathematics.hexadecimal(Mathematics.hash(ids.utf8)))", source: source,
      target: target, links: line.links, words: line.isCooccurrence ? [] : LinkWords.lines(forth),
      back: line.isCooccurrence ? [] : LinkWords.lines(back),
      isMutual: !back.isEmpty && forth.contains { !$0.isSymmetric },
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
}
