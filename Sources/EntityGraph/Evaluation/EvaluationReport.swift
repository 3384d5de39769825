/// Figures and differences, for people or as JSON.
public struct EvaluationReport {
  private struct Row {
    var name: String
    var precision, recall, f1: Double
    var gold, system: Int
  }
  private struct Group {
    var kind: Finding.Class
    var members: [(document: String, finding: Finding)]
  }

  private let figures: Figures
  private let examples: Int

  /// Makes a report.
  ///
  /// - Parameter examples: how many examples of each kind of difference to print.
  public init(_ figures: Figures, examples: Int) {
    self.figures = figures
    self.examples = examples
  }

  /// One row a layer of which the gold standard has something.
  private var rows: [Row] {
    var rows = Layer.allCases.compactMap { layer in
      figures.tallies[layer].flatMap { tally in
        tally.gold == 0 && layer != .names
          ? nil
          : Row(
            name: layer.rawValue, precision: tally.precision, recall: tally.recall, f1: tally.f1,
            gold: tally.gold, system: tally.system)
      }
    }
    let identity = figures.identity
    if identity.mentions > 0 {
      rows.append(
        Row(
          name: "identity", precision: identity.precision, recall: identity.recall,
          f1: identity.f1, gold: identity.mentions, system: identity.mentions))
    }
    return rows.sorted { $0.name < $1.name }
  }

  /// The differences by kind, the most frequent kind first; those of a layer that the gold standard
  /// lacks are none.
  private var groups: [Group] {
    let roles = figures.tallies[.roles]?.gold ?? 0 > 0
    let relations = figures.tallies[.relations]?.gold ?? 0 > 0
    return Finding.Class.allCases.compactMap { kind in
      if kind.layer == .roles && !roles || kind.layer == .relations && !relations { return nil }
      let members = figures.findings.filter { $0.finding.kind == kind }
      return members.isEmpty ? nil : Group(kind: kind, members: members)
    }.enumerated().sorted {
      ($1.element.members.count, $0.offset) < ($0.element.members.count, $1.offset)
    }.map(\.element)
  }

  /// The report for people.
  public func writeText(to out: inout ByteStream) throws {
    out.append(text: "articles \(figures.articles)\n\n")
    out.append("layer                      P       R      F1     gold    found\n")
    for row in rows {
      out.append(text: row.name + String(repeating: " ", count: max(1, 20 - row.name.count)))
      for value in [row.precision, row.recall, row.f1] {
        out.append("   ")
        out.append(value, places: 3)
      }
      out.append(text: padded(row.gold, 9) + padded(row.system, 9) + "\n")
    }
    for group in groups {
      out.append(text: "\n\(padded(group.members.count, 6))  \(group.kind.rawValue)\n")
      for (document, finding) in group.members.prefix(examples) {
        out.append(text: "        \(TextWriter.printable(document)):\(finding.offset)  ")
        let sides = [finding.gold, finding.system].compactMap { $0.map(TextWriter.printable) }
        out.append(text: sides.joined(separator: " → ") + "\n")
      }
    }
    try out.flush()
  }

  /// The report as one JSON object.
  public func writeJSON(to out: inout ByteStream) throws {
    out.append("{\"articles\":")
    out.append(figures.articles)
    out.append(",\"figures\":{")
    for (index, row) in rows.enumerated() {
      if index > 0 { out.append(",") }
      out.json(row.name)
      for (key, value) in [("p", row.precision), ("r", row.recall), ("f1", row.f1)] {
        out.append(text: key == "p" ? ":{\"p\":" : ",\"\(key)\":")
        out.append(value, places: 4)
      }
      out.append(text: ",\"gold\":\(row.gold),\"system\":\(row.system)}")
    }
    out.append("},\"errors\":[")
    for (index, group) in groups.enumerated() {
      if index > 0 { out.append(",") }
      out.append("{\"class\":")
      out.json(group.kind.rawValue)
      out.append(text: ",\"count\":\(group.members.count),\"examples\":[")
      for (index, member) in group.members.prefix(examples).enumerated() {
        if index > 0 { out.append(",") }
        write(member.document, member.finding, &out)
      }
      out.append("]}")
    }
    out.append("]}\n")
    try out.flush()
  }

  private func write(_ document: String, _ finding: Finding, _ out: inout ByteStream) {
    out.append("{\"document\":")
    out.json(document)
    out.append(text: ",\"offset\":\(finding.offset)")
    for (key, side) in [("gold", finding.gold), ("system", finding.system)] {
      guard let side else { continue }
      out.append(text: ",\"\(key)\":")
      out.json(side)
    }
    out.append("}")
  }

  private func padded(_ value: Int, _ width: Int) -> String {
    let text = "\(value)"
    return String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

extension Finding.Class {
  /// The layer that the difference belongs to.
  var layer: Layer {
    switch self {
    case .missedName, .spuriousName, .wrongKind, .wrongBoundary, .wrongBoth, .wrongForm: .names
    case .missedRole, .spuriousRole, .roleBoundary, .roleHolder, .roleBody: .roles
    case .missedRelation, .spuriousRelation, .wrongPredicate, .wrongDirection: .relations
    }
  }
}
