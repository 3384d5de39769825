/// Comparison with a gold standard in the manner of CoNLL: flat spans of names alone.
///
/// Nested, nominal and pronoun mentions and adjectives such as "Iraqi" are left out of what the
/// program is charged with, and relations are compared between mentions, under the few predicates
/// that such standards have.
extension Comparison {
  /// What each predicate is called in flat standards.
  private static let predicates = [
    "holds_role": "works_for", "member_of": "works_for", "works_for": "works_for",
    "founded": "works_for", "part_of": "based_in", "located_in": "located_in",
    "based_in": "based_in", "lives_in": "lives_in", "citizen_of": "lives_in", "killed": "killed",
  ]

  /// Counts names and, where the gold standard has any, relations.
  mutating func runFlat() {
    var wanted: Set<NamedSpan> = []
    for entity in gold.entities {
      guard let kind = entity.kind else { continue }
      for mention in entity.mentions { wanted.insert(NamedSpan(span: mention.span, kind: kind)) }
    }
    let flat = outermost()
    let found = Set(
      flat.compactMap { name in
        system.entities[name.entity].kind.map { NamedSpan(span: name.span, kind: $0) }
      })
    count(names: wanted, found)
    classifyNames(wanted, found)
    let goldFacts = Set(
      gold.relations.compactMap { relation in
        gold.entities[relation.subject].mentions.first.flatMap { subject in
          gold.entities[relation.object].mentions.first.map {
            FlatFact(subject: subject.span, predicate: relation.predicate, object: $0.span)
          }
        }
      })
    let systemFacts = flatFacts(flat)
    figures.add(.relations, goldFacts, systemFacts)
    for fact in goldFacts.subtracting(systemFacts).sorted(by: FlatFact.precedes) {
      findings.append(
        Finding(kind: .missedRelation, offset: fact.subject.start, gold: shown(fact)))
    }
    for fact in systemFacts.subtracting(goldFacts).sorted(by: FlatFact.precedes) {
      findings.append(
        Finding(kind: .spuriousRelation, offset: fact.subject.start, system: shown(fact)))
    }
  }

  private func shown(_ fact: FlatFact) -> String {
    "\(surface(fact.subject)) \(fact.predicate) \(surface(fact.object))"
  }

  /// The outermost names, without adjectives and bodies in small letters.
  private func outermost() -> [(span: Annotation.Span, entity: Int)] {
    var names: [(span: Annotation.Span, entity: Int)] = []
    for (k, entity) in system.entities.enumerated() {
      for mention in entity.mentions where mention.form == .name || mention.form == .adjective {
        let words = text[max(0, mention.span.start)..<min(text.count, mention.span.end)]
        if mention.form == .adjective, words.last?.properties.isLowercase ?? false { continue }
        let last = words.split(whereSeparator: { $0.properties.isWhitespace }).last
        if last?.first?.properties.isLowercase ?? false { continue }
        names.append((mention.span, k))
      }
    }
    // Entities stay in their order where they have the same words.
    let order = names.indices.sorted { (names[$0].span, $0) < (names[$1].span, $1) }
    var end = Int.min
    return order.compactMap { at in
      if names[at].span.start < end { return nil }
      end = names[at].span.end
      return names[at]
    }
  }

  /// One fact a relation: between the two mentions that are closest.
  private func flatFacts(_ names: [(span: Annotation.Span, entity: Int)]) -> Set<FlatFact> {
    var spans: [Int: [Annotation.Span]] = [:]
    for name in names { spans[name.entity, default: []].append(name.span) }
    var facts: Set<FlatFact> = []
    for relation in system.relations where !relation.isNegated {
      guard var predicate = Comparison.predicates[relation.predicate],
        let subjects = spans[relation.subject], let objects = spans[relation.object]
      else { continue }
      if predicate == "works_for", system.entities[relation.object].kind == .place {
        predicate = "lives_in"
      }
      if predicate == "located_in", system.entities[relation.subject].kind == .organization {
        predicate = "based_in"
      }
      var best: FlatFact?
      for subject in subjects {
        for object in objects
        where abs(subject.start - object.start) < best.map(\.distance) ?? Int.max {
          best = FlatFact(subject: subject, predicate: predicate, object: object)
        }
      }
      if let best { facts.insert(best) }
    }
    return facts
  }
}

/// A relation between two mentions.
private struct FlatFact: Hashable {
  var subject: Annotation.Span
  var predicate: String
  var object: Annotation.Span

  var distance: Int { abs(subject.start - object.start) }

  static func precedes(_ a: FlatFact, _ b: FlatFact) -> Bool {
    (a.subject, a.object, a.predicate) < (b.subject, b.object, b.predicate)
  }
}
