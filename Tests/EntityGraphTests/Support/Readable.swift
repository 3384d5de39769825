@testable import EntityGraph

/// What was recognized, as text that tests can compare and people can read.
struct Readable: Equatable {
  /// Everything, one line an item, in the order of the extraction.
  var lines: [String] = []
  /// `kind words` of the name mentions alone, in the order of the text.
  var names: [String] = []

  init(_ extraction: Extraction, of text: [UInt8], _ knowledge: Knowledge) {
    func words(_ span: ByteSpan) -> String {
      String(decoding: text[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }
    func place(_ span: ByteSpan) -> String { "\(span.start)-\(span.end) \"\(words(span))\"" }
    for mention in extraction.mentions {
      lines.append(
        "mention \(place(mention.span)) \(mention.kind) \(mention.form) e\(mention.entity)"
          + " \(knowledge.ruleName(mention.rule))")
      if mention.form == .name { names.append("\(mention.kind) \(words(mention.span))") }
    }
    for (index, entity) in extraction.entities.enumerated() {
      lines.append("entity e\(index) \(entity.kind) named by \(entity.naming)")
    }
    for merge in extraction.merges {
      lines.append(
        "merge \(merge.mention) into \(merge.antecedent) \(knowledge.ruleName(merge.sieve))")
    }
    for role in extraction.roles {
      lines.append(
        "role \(place(role.span)) e\(role.holder) of e\(role.of) \(knowledge.ruleName(role.rule))")
    }
    for relation in extraction.relations {
      lines.append(
        "relation e\(relation.subject) \(knowledge.predicates[Int(relation.predicate)].name)"
          + " e\(relation.object) \(relation.modality) \(place(relation.label))"
          + " in \(place(relation.evidence)) \(knowledge.ruleName(relation.rule))")
    }
    for pair in extraction.cooccurrences {
      lines.append("cooccurrence e\(pair.a) e\(pair.b) in \(pair.sentence)")
    }
  }
}

extension Extractor {
  /// Extracts from one text and makes the result readable.
  mutating func readable(_ text: [UInt8]) -> Readable {
    var extraction = Extraction()
    extract(text, into: &extraction)
    return Readable(extraction, of: text, knowledge)
  }

  mutating func readable(_ text: String) -> Readable { readable(Array(text.utf8)) }
}
