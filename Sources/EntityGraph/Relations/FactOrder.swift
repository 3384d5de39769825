/// Orders relation mentions by fact: statements of one fact stand together, facts in the order of
/// their first statement. Duplicates of one sentence fall out, and so does the generic predicate
/// where the sentence states a definite one between the same two.
struct FactOrder: Sendable {
  private struct Key: Hashable {
    var subject: Int32
    var object: Int32
    var predicate: PredicateID
  }
  private struct Pair: Hashable {
    var a: Int32
    var b: Int32
    var sentence: Int32
  }
  private var first: [Key: (fact: Int32, sentence: Int32)] = [:]
  private var definite: Set<Pair> = []
  private var kept: [(fact: Int32, start: Int32, index: Int32)] = []

  mutating func sort(
    _ found: inout [RelationMention], _ predicates: [Predicate], generic: PredicateID,
    partOf: PredicateID,
    into out: inout [RelationMention]
  ) {
    first.removeAll(keepingCapacity: true)
    definite.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    for relation in found where relation.predicate != generic {
      definite.insert(pair(relation))
      // A body that belongs to the other says nothing by acting for it, wherever that is stated.
      if relation.predicate == partOf { definite.insert(pair(relation, sentence: -1)) }
    }
    let order = found.indices.sorted {
      let (a, b) = (found[$0], found[$1])
      if a.evidence.start != b.evidence.start { return a.evidence.start < b.evidence.start }
      if a.evidence.end != b.evidence.end { return a.evidence.end < b.evidence.end }
      return $0 < $1
    }
    for index in order {
      let relation = found[index]
      if relation.predicate == generic,
        definite.contains(pair(relation)) || definite.contains(pair(relation, sentence: -1))
      {
        continue
      }
      let symmetric = predicates[Int(relation.predicate)].isSymmetric
      let swap = symmetric && relation.object < relation.subject
      let key = Key(
        subject: swap ? relation.object : relation.subject,
        object: swap ? relation.subject : relation.object, predicate: relation.predicate)
      if let known = first[key] {
        // The same fact once a sentence.
        if known.sentence == relation.sentence { continue }
        first[key] = (known.fact, relation.sentence)
        kept.append((known.fact, relation.evidence.start, Int32(index)))
      } else {
        let fact = Int32(first.count)
        first[key] = (fact, relation.sentence)
        kept.append((fact, relation.evidence.start, Int32(index)))
      }
    }
    kept.sort { $0.fact != $1.fact ? $0.fact < $1.fact : $0.start < $1.start }
    for entry in kept { out.append(found[Int(entry.index)]) }
  }

  private func pair(_ relation: RelationMention, sentence: Int32? = nil) -> Pair {
    Pair(
      a: min(relation.subject, relation.object), b: max(relation.subject, relation.object),
      sentence: sentence ?? relation.sentence)
  }
}
