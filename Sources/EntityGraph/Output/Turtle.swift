/// Writes a graph as RDF in Turtle.
///
/// Actors are schema.org's; each link is an `rdf:Statement` with its modality, counts and quotes,
/// and what the texts assert is also a plain triple.
public struct Turtle: GraphWriter {
  /// Makes a writer.
  public init() {}

  /// Appends the whole graph.
  public func write(_ graph: Graph, to out: inout ByteStream) throws {
    out.append("@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n")
    out.append("@prefix schema: <https://schema.org/> .\n")
    out.append("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n")
    out.append("@prefix eg: <urn:entitygraph:> .\n\n")
    for node in graph.nodes {
      out.append(text: "eg:\(node.id) a schema:\(Neo4jName.label(node.kind)) ; schema:name ")
      out.append(text: Turtle.string(node.name))
      for alias in node.aliases {
        out.append(text: " ; schema:alternateName \(Turtle.string(alias.text))")
      }
      for label in node.roleLabels {
        out.append(text: " ; schema:jobTitle \(Turtle.string(label))")
      }
      out.append(text: " ; eg:mentions \(node.mentions) ; eg:documents \(node.documents) .\n")
      try out.flushIfLarge()
    }
    for link in graph.links {
      write(link, graph, &out)
      try out.flushIfLarge()
    }
    try out.flush()
  }

  private func write(_ link: Link, _ graph: Graph, _ out: inout ByteStream) {
    let (source, target) = (graph.nodes[link.source].id, graph.nodes[link.target].id)
    let predicate = Turtle.name(link.predicate)
    if link.modality == .asserted {
      out.append(text: "eg:\(source) eg:\(predicate) eg:\(target) .\n")
    }
    out.append(text: "eg:\(link.id) a rdf:Statement ; rdf:subject eg:\(source) ; ")
    out.append(text: "rdf:predicate eg:\(predicate) ; rdf:object eg:\(target) ; ")
    out.append(text: "eg:modality \(Turtle.string(link.modality.word)) ; ")
    out.append(text: "eg:weight \(link.weight) ; eg:documents \(link.documents)")
    if !link.label.isEmpty { out.append(text: " ; eg:label \(Turtle.string(link.label))") }
    if let association = link.association {
      out.append(" ; eg:association ")
      out.append(association.npmi, places: 4)
    }
    for item in link.evidence {
      out.append(text: " ; eg:evidence [ eg:document \(Turtle.string(item.document)) ; ")
      out.append(text: "eg:start \(item.start) ; eg:end \(item.end) ; ")
      out.append(text: "eg:quote \(Turtle.string(item.quote)) ; ")
      out.append(text: "eg:rule \(Turtle.string(item.rule)) ]")
    }
    out.append(" .\n")
  }

  /// A quoted literal.
  private static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default: if DOTText.isVisible(scalar) { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }

  /// A local name of letters, digits and underscores.
  private static func name(_ predicate: String) -> String {
    let text = predicate.map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
    }
    return text.first?.isLetter ?? false ? String(text) : "r_" + String(text)
  }
}
