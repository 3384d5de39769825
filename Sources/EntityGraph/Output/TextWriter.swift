/// Writes what was recognized in a document as text for people.
public struct TextWriter: Sendable {
  private let knowledge: Knowledge
  private var facts = Facts()

  /// Makes a writer for what `knowledge` recognized.
  public init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// Appends one document: its actors by kind, then the relations that it states.
  public mutating func write(
    _ document: borrowing Document, _ extraction: borrowing Extraction, to out: inout ByteWriter
  ) {
    out.append("# ")
    out.append(text: TextWriter.printable(document.id))
    if let title = document.title {
      out.append(": ")
      out.append(text: TextWriter.printable(title))
    }
    out.append("\n")
    let names = extraction.entities.map { entity in
      let canonical = knowledge.canonicalName(entity.canonical)
      if !canonical.isEmpty { return canonical }
      return TextWriter.printable(
        Passage.string(extraction.mentions[Int(entity.naming)].span, of: document.text))
    }
    var counts = [Int](repeating: 0, count: names.count)
    for mention in extraction.mentions where mention.entity >= 0 {
      counts[Int(mention.entity)] += 1
    }
    for kind in EntityKind.allCases {
      let members = names.indices.filter { extraction.entities[$0].kind == kind }
      if members.isEmpty { continue }
      out.append("  ")
      out.append(text: kind.plural)
      out.append(":\n")
      for index in members {
        out.append("    ")
        out.append(text: names[index])
        if counts[index] > 1 {
          out.append(" ×")
          out.append(counts[index])
        }
        writeRoles(of: Int32(index), names, document, extraction, &out)
        out.append("\n")
      }
    }
    facts.group(extraction, knowledge.predicates)
    if !facts.facts.isEmpty { out.append("  relations:\n") }
    for fact in facts.facts {
      let relation = extraction.relations[fact.main]
      out.append("    ")
      out.append(text: names[Int(relation.subject)])
      out.append(" —")
      out.append(
        text: Int(relation.predicate) < knowledge.predicates.count
          ? knowledge.predicates[Int(relation.predicate)].name : "other")
      let label = TextWriter.printable(knowledge.label(of: relation, in: document.text))
      if !label.isEmpty {
        out.append(" (")
        out.append(text: label)
        out.append(")")
      }
      out.append("→ ")
      out.append(text: names[Int(relation.object)])
      if relation.modality != .asserted {
        out.append(" [")
        out.append(text: relation.modality.word)
        out.append("]")
      }
      out.append("\n")
    }
    out.append("\n")
  }

  private func writeRoles(
    of entity: Int32, _ names: [String], _ document: borrowing Document,
    _ extraction: borrowing Extraction, _ out: inout ByteWriter
  ) {
    var seen: [String] = []
    for role in extraction.roles where role.holder == entity {
      var label = TextWriter.printable(Passage.string(role.span, of: document.text))
      if role.of >= 0 { label += " (\(names[Int(role.of)]))" }
      if seen.contains(label) { continue }
      out.append(text: (seen.isEmpty ? " — " : ", ") + label)
      seen.append(label)
    }
  }

  /// Text of an article as it can be sent to a terminal: control characters become spaces.
  static func printable(_ text: String) -> String {
    let isHarmless: (Unicode.Scalar) -> Bool = { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
    if text.unicodeScalars.allSatisfy(isHarmless) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(isHarmless(scalar) ? scalar : " ") }
    return String(out)
  }
}

extension EntityKind {
  /// The word for several of the kind.
  public var plural: String {
    switch self {
    case .person: "people"
    case .organization: "organizations"
    case .place: "places"
    }
  }
}
