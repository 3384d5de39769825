@testable import EntityGraph

/// What must hold of every extraction, whatever the text; used by the tests and by `Fuzz`.
struct Invariants {
  /// What does not hold, in words.
  private(set) var broken: [String] = []

  private let text: [UInt8]

  /// Checks what `knowledge` found in `text`.
  init(_ found: Extraction, in text: [UInt8], _ knowledge: Knowledge) {
    self.text = text
    checkMentions(found, knowledge)
    checkStatements(found, knowledge)
    checkSentences(found)
  }

  private mutating func require(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { broken.append(message()) }
  }

  private mutating func checkSpan(_ span: ByteSpan, _ what: String) {
    let isInside = 0 <= span.start && span.start < span.end && Int(span.end) <= text.count
    require(isInside, "\(what) \(span) is outside of the text")
    if isInside {
      require(isBorder(span.start) && isBorder(span.end), "\(what) \(span) cuts a character")
    }
  }

  private func isBorder(_ offset: Int32) -> Bool {
    Int(offset) == text.count || text[Int(offset)] & 0xc0 != 0x80
  }

  private mutating func checkMentions(_ found: Extraction, _ knowledge: Knowledge) {
    for (index, mention) in found.mentions.enumerated() {
      checkSpan(mention.span, "mention")
      require(
        found.entities.indices.contains(Int(mention.entity)), "mention \(index) has no entity")
      require(!knowledge.ruleName(mention.rule).isEmpty, "mention \(index) has no rule")
      if index > 0 {
        require(found.mentions[index - 1].span < mention.span, "mention \(index) is out of order")
      }
    }
    for (index, entity) in found.entities.enumerated() {
      let naming = Int(entity.naming)
      let isNamed = found.mentions.indices.contains(naming)
      require(isNamed, "entity \(index) has no naming mention")
      if isNamed {
        require(found.mentions[naming].entity == index, "entity \(index) has another's name")
      }
    }
    for merge in found.merges {
      require(found.mentions.indices.contains(Int(merge.mention)), "merged mention")
      require(found.mentions.indices.contains(Int(merge.antecedent)), "antecedent")
      require(!knowledge.ruleName(merge.sieve).isEmpty, "a merge without a sieve")
    }
  }

  private mutating func checkStatements(_ found: Extraction, _ knowledge: Knowledge) {
    let entities = Int32(found.entities.count)
    for role in found.roles {
      checkSpan(role.span, "role")
      require(-1 <= role.holder && role.holder < entities, "a role's holder is \(role.holder)")
      require(-1 <= role.of && role.of < entities, "a role is of \(role.of)")
    }
    for relation in found.relations {
      checkSpan(relation.evidence, "evidence")
      require(0 <= relation.subject && relation.subject < entities, "subject \(relation.subject)")
      require(0 <= relation.object && relation.object < entities, "object \(relation.object)")
      require(relation.subject != relation.object, "a relation to itself")
      require(
        knowledge.predicates.indices.contains(Int(relation.predicate)), "unknown predicate")
      require(
        found.sentences.indices.contains(Int(relation.sentence)), "a relation in no sentence")
      require(!knowledge.ruleName(relation.rule).isEmpty, "a relation without a rule")
    }
    for pair in found.cooccurrences {
      require(0 <= pair.a && pair.a < pair.b && pair.b < entities, "co-occurrence \(pair)")
    }
  }

  private mutating func checkSentences(_ found: Extraction) {
    var end: Int32 = 0
    for sentence in found.sentences {
      checkSpan(sentence, "sentence")
      require(sentence.start >= end, "sentences overlap")
      end = sentence.end
    }
  }
}
