@testable import EntityGraph

/// Runs the extractor over a sentence and prints its roles and entities in one line each.
enum RoleText {
  static func extract(_ text: String) -> Extraction? {
    guard let knowledge = BuiltIn.knowledge else { return nil }
    var extractor = Extractor(knowledge: knowledge)
    var extraction = Extraction()
    extractor.extract(Array(text.utf8), into: &extraction)
    return extraction
  }

  static func name(_ entity: Int32, _ extraction: Extraction, _ text: String) -> String {
    guard entity >= 0 else { return "-" }
    let naming = extraction.entities[Int(entity)].naming
    return slice(extraction.mentions[Int(naming)].span, text)
  }

  static func slice(_ span: ByteSpan, _ text: String) -> String {
    String(decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  /// `role|holder|of`, in the order of the text, joined by "; ".
  static func roles(_ text: String) -> String {
    guard let extraction = extract(text) else { return "no knowledge" }
    return extraction.roles.map { role in
      let holder = name(role.holder, extraction, text)
      return "\(slice(role.span, text))|\(holder)|\(name(role.of, extraction, text))"
    }.joined(separator: "; ")
  }

  /// The mentions of each entity that has several, joined by "=", entities by "; ".
  static func merged(_ text: String) -> String {
    guard let extraction = extract(text) else { return "no knowledge" }
    var groups: [[String]] = extraction.entities.map { _ in [] }
    for mention in extraction.mentions where mention.entity >= 0 {
      groups[Int(mention.entity)].append(slice(mention.span, text))
    }
    return groups.filter { $0.count > 1 }.map { $0.joined(separator: "=") }
      .joined(separator: "; ")
  }
}
