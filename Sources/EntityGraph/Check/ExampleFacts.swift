/// What one rule made of one sentence, in words that can be compared with an example.
struct ExampleFacts {
  /// A field of a fact with all texts that name it; several for an entity.
  struct Field {
    var texts: Set<String>
    /// As it is shown.
    var shown: String
  }
  private(set) var facts: [[Field]] = []

  private let text: [UInt8]
  private let extraction: Extraction
  private let knowledge: Knowledge

  /// - Parameter stated: every statement, before those of one fact are united.
  init(
    of rule: RuleID, _ target: RuleTarget, text: [UInt8],
    extraction: Extraction, stated: [RelationMention], knowledge: Knowledge
  ) {
    (self.text, self.extraction, self.knowledge) = (text, extraction, knowledge)
    switch target {
    case .relation:
      for relation in stated where relation.rule == rule {
        let words = knowledge.label(of: relation, in: text)
        facts.append([entity(relation.subject), Field(words), entity(relation.object)])
        if knowledge.predicates[Int(relation.predicate)].isSymmetric {
          facts[facts.count - 1].append(Field(""))
        }
      }
    case .role:
      for role in extraction.roles where role.rule == rule {
        facts.append([entity(role.holder), Field(string(role.span)), entity(role.of)])
      }
    case .mention, .nominal:
      for mention in extraction.mentions where mention.rule == rule {
        facts.append([Field(string(mention.span))])
      }
    case .alias:
      for merge in extraction.merges where merge.sieve == rule {
        let ends = [merge.antecedent, merge.mention].map { extraction.mentions[Int($0)].span }
        facts.append(ends.map { Field(string($0)) })
      }
    }
  }

  private func string(_ span: ByteSpan) -> String {
    String(decoding: text[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  private func entity(_ index: Int32) -> Field {
    guard index >= 0 else { return Field("-") }
    let found = extraction.entities[Int(index)]
    var texts = Set(
      extraction.mentions.filter { $0.entity == index }.map { string($0.span) })
    if found.canonical != 0 { texts.insert(knowledge.canonicalName(found.canonical)) }
    let naming = Int(found.naming)
    let shown =
      extraction.mentions.indices.contains(naming)
      ? string(extraction.mentions[naming].span) : texts.sorted().first ?? ""
    return Field(texts: texts, shown: shown)
  }

  /// Whether a fact is what an example expects; a symmetric relation in either order.
  func matches(_ fact: [Field], _ expected: [String]) -> Bool {
    let fields = fact.prefix(expected.count)
    guard fields.count == expected.count else { return false }
    if zip(fields, expected).allSatisfy({ $0.texts.contains($1) }) { return true }
    guard fact.count > 3 else { return false }
    return zip(fields.reversed(), expected).allSatisfy { $0.texts.contains($1) }
  }

  /// `A | met | B`
  static func shown(_ fact: [Field]) -> String {
    fact.prefix(3).map(\.shown).joined(separator: " | ")
  }

  /// All facts in one line.
  var shown: String {
    facts.isEmpty ? "nothing" : facts.map(Self.shown).joined(separator: " and ")
  }
}

extension ExampleFacts.Field {
  init(_ text: String) { self.init(texts: [text], shown: text) }
}
