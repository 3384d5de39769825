// What stands above and below a picture.

extension Drawing {
  /// What the user asked to see, else whose actors they are.
  static func title(_ graph: Graph, _ filter: GraphFilter) -> String {
    func name(_ node: Int) -> String { TextWriter.printable(graph.nodes[node].name) }
    if let path = filter.path {
      return "How \(name(path.from)) is linked to \(name(path.to))"
    }
    if let focus = filter.focus {
      let name = name(focus.node)
      return focus.depth == 1
        ? "Actors linked to \(name)" : "Actors up to \(focus.depth) links from \(name)"
    }
    let count = graph.documents.count
    if count == 1, let title = graph.documents[0].title { return title }
    return count == 1
      ? "Actors in “\(graph.documents[0].id)”" : "Actors in \(grouped(count)) articles"
  }

  /// The articles, by their headlines if they have any, and their dates.
  static func sources(_ documents: [Graph.Source]) -> String {
    func name(_ source: Graph.Source) -> String { TextWriter.printable(source.title ?? source.id) }
    let count = documents.count
    var text = count > 1 ? "Source: \(grouped(count)) articles, " : "Source: "
    if count > 6, documents.allSatisfy({ $0.title == nil }) {
      text += "\(name(documents[0])) to \(name(documents[count - 1]))"
    } else {
      let shown = count > 6 ? 4 : count
      text += documents.prefix(shown).map(name).joined(separator: "; ")
      if count > shown { text += "; and \(grouped(count - shown)) more" }
    }
    let dates = documents.compactMap(\.date).map { TextWriter.printable($0).prefix(10) }.sorted()
    if let first = dates.first, let last = dates.last {
      text += first == last ? " (\(first))" : " (\(first) to \(last))"
    }
    return text
  }

  /// How much is shown of how much, and how it was chosen.
  static func caption(
    _ shown: Backbone, of whole: Graph, _ filter: GraphFilter, isChosen: Bool
  ) -> String {
    let links = shown.lines.reduce(0) { $0 + $1.links.count }
    var text =
      "Shown: \(grouped(shown.nodes.count)) of \(grouped(whole.nodes.count)) actors, "
      + "\(grouped(links)) of \(grouped(whole.links.count)) links"
    if isChosen, shown.nodes.count < whole.nodes.count || links < whole.links.count {
      text += " — stated relations of the most central actors first"
      if shown.lines.contains(where: \.isCooccurrence) {
        text += ", then names that share sentences more often than by chance"
      }
    }
    text += "."
    let only = limits(filter)
    if !only.isEmpty { text += " Only " + only.joined(separator: "; ") + "." }
    return text
  }

  /// What a filter leaves, besides what the heading says.
  private static func limits(_ filter: GraphFilter) -> [String] {
    var limits: [String] = []
    if let kinds = filter.kinds {
      let words: [(EntityKind, String)] = [
        (.person, "people"), (.organization, "organizations"), (.place, "places"),
      ]
      limits.append(
        words.filter { kinds.contains($0.0) }.map(\.1).joined(separator: " and "))
    }
    if let predicates = filter.predicates {
      limits.append(
        "the relations " + predicates.sorted().map(TextWriter.printable).joined(separator: ", "))
    }
    if filter.minimumDocuments > 1 {
      limits.append("what \(grouped(filter.minimumDocuments)) or more articles say")
    }
    if !filter.keepsCooccurrence { limits.append("stated relations") }
    if !filter.keepsDescribed { limits.append("actors with a name") }
    return limits
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
