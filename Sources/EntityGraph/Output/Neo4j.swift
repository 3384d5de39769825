/// Names that are safe as labels and relationship types.
enum Neo4jName {
  /// A relationship type: upper-case letters, digits and underscores, never text of an article.
  static func type(_ predicate: String) -> String {
    let text = predicate.uppercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
    }
    return text.first?.isLetter ?? false ? String(text) : "R_" + String(text)
  }

  static func label(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Place"
    }
  }
}

/// A field of Neo4j's bulk import: always quoted. Backslashes, which one of its two readers takes
/// for escapes and the other does not, become the look-alike U+29F5; `;` divides lists.
private func field(_ text: String) -> String {
  var out = "\""
  for scalar in TextWriter.printable(text).unicodeScalars {
    switch scalar {
    case "\"": out += "\"\""
    case "\\": out += "\u{29F5}"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}

private func list(_ texts: [String]) -> String {
  field(texts.map { $0.split(separator: ";").joined(separator: ",") }.joined(separator: ";"))
}

/// Writes the table of nodes for `neo4j-admin database import`.
public struct Neo4jNodes: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends the whole table.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append("id:ID,name,aliases:string[],roles:string[],mentions:int,documents:int,:LABEL\n")
    for node in graph.nodes {
      out.append(text: "\(field(node.id)),\(field(node.name)),")
      out.append(text: "\(list(node.aliases.map(\.text))),\(list(node.roleLabels)),")
      out.append(text: "\(node.mentions),\(node.documents),Actor;\(Neo4jName.label(node.kind))\n")
      try out.flushIfLarge()
    }
    try out.flush()
  }
}

/// Writes the table of relationships for `neo4j-admin database import`.
public struct Neo4jLinks: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends the whole table.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append(":START_ID,:END_ID,:TYPE,id,label,modality,weight:int,documents:int,")
    out.append("association:double,document,quote,rule\n")
    for link in graph.links {
      let item = link.evidence.first
      out.append(text: "\(field(graph.nodes[link.source].id)),")
      out.append(text: "\(field(graph.nodes[link.target].id)),\(Neo4jName.type(link.predicate)),")
      out.append(text: "\(field(link.id)),\(field(link.label)),\(link.modality.word),")
      out.append(text: "\(link.weight),\(link.documents),")
      if let association = link.association { out.append(association.npmi, places: 4) }
      out.append(text: ",\(field(item?.document ?? "")),\(field(item?.quote ?? "")),")
      out.append(text: "\(field(item?.rule ?? ""))\n")
      try out.flushIfLarge()
    }
    try out.flush()
  }
}

/// Writes Cypher statements that can be run again and again.
public struct Cypher: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends all statements.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append("CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;\n")
    for node in graph.nodes {
      out.append("MERGE (n:Actor {id: ")
      out.json(node.id)
      out.append("}) SET n += {name: ")
      out.json(node.name)
      out.append(text: ", mentions: \(node.mentions), documents: \(node.documents), aliases: [")
      list(node.aliases.map(\.text), &out)
      out.append("], roles: [")
      list(node.roleLabels, &out)
      out.append(text: "]} SET n:\(Neo4jName.label(node.kind));\n")
      try out.flushIfLarge()
    }
    for link in graph.links {
      out.append("MATCH (a:Actor {id: ")
      out.json(graph.nodes[link.source].id)
      out.append("}), (b:Actor {id: ")
      out.json(graph.nodes[link.target].id)
      out.append(text: "}) MERGE (a)-[r:\(Neo4jName.type(link.predicate)) {id: ")
      out.json(link.id)
      out.append("}]->(b) SET r += {label: ")
      out.json(link.label)
      out.append(text: ", weight: \(link.weight)")
      for (name, value) in link.attributes {
        out.append(text: ", \(name): ")
        out.json(value)
      }
      out.append("};\n")
      try out.flushIfLarge()
    }
    try out.flush()
  }

  private func list(_ texts: [String], _ out: inout ByteStream) {
    for (index, text) in texts.enumerated() {
      if index > 0 { out.append(", ") }
      out.json(text)
    }
  }
}
