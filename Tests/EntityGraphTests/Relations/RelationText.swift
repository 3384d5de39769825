@testable import EntityGraph

/// Runs the extractor over a text and prints its relations, one `subject|predicate|object` each,
/// with `|modality` where it is not asserted.
enum RelationText {
  static func relations(_ text: String) -> [String] {
    guard let knowledge = BuiltIn.knowledge, let extraction = RoleText.extract(text) else {
      return ["no knowledge"]
    }
    return extraction.relations.map { relation in
      let subject = RoleText.name(relation.subject, extraction, text)
      let object = RoleText.name(relation.object, extraction, text)
      let predicate = knowledge.predicates[Int(relation.predicate)].name
      let modality = relation.modality == .asserted ? "" : "|\(relation.modality)"
      return "\(subject)|\(predicate)|\(object)\(modality)"
    }
  }
}
