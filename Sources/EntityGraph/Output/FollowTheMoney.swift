/// Writes FollowTheMoney entities, one a line, for Aleph and OpenAleph.
///
/// Its schemas restrict who may stand at an edge's ends; relations that fit none become
/// `UnknownLink` with the words as role. Places are `Address`, the only thing there is for them.
public struct FollowTheMoney: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends all entities: articles, actors, links.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    for source in graph.documents {
      var entity = FTMEntity(id: FollowTheMoney.article(source.id), schema: "Article")
      entity.add("title", source.title ?? source.id)
      entity.add("publishedAt", Link.Days.number(source.date).map(Link.Days.text))
      entity.add("sourceUrl", FollowTheMoney.webAddress(source.url))
      entity.write(&out)
      try out.flushIfLarge()
    }
    for node in graph.nodes {
      var entity = FTMEntity(id: node.id, schema: FollowTheMoney.schema(node.kind))
      entity.add("name", node.name)
      if node.kind == .place { entity.add("full", node.name) }
      for alias in node.aliases { entity.add("alias", alias.text) }
      if node.kind == .person {
        for label in node.roleLabels { entity.add("position", label) }
      }
      entity.write(&out)
      try out.flushIfLarge()
    }
    for link in graph.links {
      write(link, graph, &out)
      try out.flushIfLarge()
    }
    try out.flush()
  }

  private func write(_ link: Link, _ graph: Graph, _ out: inout ByteStream) {
    let shape = FollowTheMoney.edge(link, graph.nodes[link.source], graph.nodes[link.target])
    var entity = FTMEntity(id: link.id, schema: shape.schema)
    let swaps = shape.schema == "Succession"
    entity.add(shape.source, graph.nodes[swaps ? link.target : link.source].id)
    entity.add(shape.target, graph.nodes[swaps ? link.source : link.target].id)
    let words = link.isCooccurrence ? "named together" : LinkWords.words(link)
    entity.add(shape.schema == "Family" ? "relationship" : "role", words)
    // Its schema for families knows no status; there the words say it.
    if link.modality != .asserted, shape.schema != "Family" {
      entity.add("status", link.modality.word)
    }
    for item in link.evidence {
      entity.add("summary", item.quote)
      entity.add("proof", FollowTheMoney.article(item.document))
    }
    entity.add("date", link.dates?.first)
    entity.write(&out)
  }

  private static func schema(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Address"
    }
  }

  /// The edge schema whose ranges fit, with the names of its ends.
  private static func edge(
    _ link: Link, _ source: Node, _ target: Node
  ) -> (schema: String, source: String, target: String) {
    switch (link.predicate, source.kind, target.kind) {
    case ("holds_role", .person, .organization):
      link.label.lowercased().contains("spokes")
        ? ("Representation", "agent", "client") : ("Employment", "employee", "employer")
    case ("member_of", .person, .organization), ("member_of", .organization, .organization):
      ("Membership", "member", "organization")
    case ("family_of", .person, .person): ("Family", "person", "relative")
    case ("succeeded", .person, .person): ("Succession", "predecessor", "successor")
    default: ("UnknownLink", "subject", "object")
    }
  }

  private static func article(_ id: String) -> String {
    "a-" + Mathematics.hexadecimal(Mathematics.hash(id.utf8))
  }

  /// An address, if it is one of the web.
  static func webAddress(_ url: String?) -> String? {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
    return url
  }
}

/// One entity with its properties in the order they were added.
private struct FTMEntity {
  let id: String
  let schema: String
  private var properties: [(name: String, values: [String])] = []

  init(id: String, schema: String) {
    self.id = id
    self.schema = schema
  }

  /// FollowTheMoney refuses longer values; 1,024 scalars where nothing else is said here.
  private static let longest = ["name": 384, "alias": 384, "summary": 65_000]

  mutating func add(_ name: String, _ value: String?) {
    guard var value, !value.isEmpty else { return }
    let longest = FTMEntity.longest[name] ?? 1024
    if value.utf8.count > longest, value.unicodeScalars.count > longest {
      value = String(String.UnicodeScalarView(value.unicodeScalars.prefix(longest - 1))) + "…"
    }
    guard let known = properties.firstIndex(where: { $0.name == name }) else {
      return properties.append((name, [value]))
    }
    if !properties[known].values.contains(value) { properties[known].values.append(value) }
  }

  func write(_ out: inout ByteStream) {
    out.append("{\"id\":")
    out.json(id)
    out.append(",\"schema\":")
    out.json(schema)
    out.append(",\"properties\":{")
    for (index, property) in properties.enumerated() {
      if index > 0 { out.append(",") }
      out.json(property.name)
      out.append(":[")
      for (position, value) in property.values.enumerated() {
        if position > 0 { out.append(",") }
        out.json(value)
      }
      out.append("]")
    }
    out.append("}}\n")
  }
}
