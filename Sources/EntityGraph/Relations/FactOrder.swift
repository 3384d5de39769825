/// Orders relation mentions by fact: statements of one fact stand together, facts in the order of
/// their first statement. Duplicates of one sentence fall out, and so does the generic predicate
/// where the sentence states a definite one between the same two.
struct FactOrder: Sendable {
  /// Pairs of entities, each with a number.
  private var pairs = SmallTable()
  /// The numbers of pairs with the sentence that states something definite of them.
  private var definite = SmallTable()
  /// Facts by pair, predicate and direction.
  private var facts = SmallTable()
  /// One a statement: the number of its pair; then its place in the text.
  private var pair: [Int32] = []
  private var order: [(place: UInt64, index: Int32)] = []
  /// One a fact: the last sentence that states it, and where its statements go.
  private var lastSentence: [Int32] = []
  private var starts: [Int32] = []
  private var kept: [(fact: Int32, index: Int32)] = []
  private var sorted: [Int32] = []

  mutating func sort(
    _ found: inout [RelationMention], _ predicates: [Predicate], generic: PredicateID,
    partOf: PredicateID,
    into out: inout [RelationMention]
  ) {
    if found.isEmpty { return }
    number(found, generic: generic, partOf: partOf)
    facts.removeAll()
    lastSentence.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for (_, index) in order {
      let relation = found[Int(index)]
      let pair = pair[Int(index)]
      if relation.predicate == generic,
        definite.value(Self.key(pair, relation.sentence)) != nil
          || definite.value(Self.key(pair, -1)) != nil
      {
        continue
      }
      let isBackwards =
        relation.object < relation.subject && !predicates[Int(relation.predicate)].isSymmetric
      let key =
        UInt64(pair + 1) << 32 | UInt64(relation.predicate) << 1 | (isBackwards ? 1 : 0)
      var fact = Int32(truncatingIfNeeded: lastSentence.count)
      if let known = facts.value(key) {
        // The same fact once a sentence.
        if lastSentence[Int(known)] == relation.sentence { continue }
        lastSentence[Int(known)] = relation.sentence
        fact = known
      } else {
        facts.add(key, fact)
        lastSentence.append(relation.sentence)
        starts.append(0)
      }
      starts[Int(fact) + 1] += 1
      kept.append((fact, index))
    }
    group()
    for index in sorted { out.append(found[Int(index)]) }
  }

  /// Numbers the pairs, notes what is stated of them, and orders the statements by their place.
  private mutating func number(
    _ found: [RelationMention], generic: PredicateID, partOf: PredicateID
  ) {
    pairs.removeAll()
    definite.removeAll()
    pair.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    let hasGeneric = found.contains { $0.predicate == generic }
    for (index, relation) in found.enumerated() {
      let a = min(relation.subject, relation.object)
      let b = max(relation.subject, relation.object)
      let key = UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
      let next = Int32(truncatingIfNeeded: index)
      let number = pairs.value(key) ?? next
      if number == next { pairs.add(key, next) }
      pair.append(number)
      if hasGeneric, relation.predicate != generic {
        note(number, relation.sentence)
        // A body that belongs to the other says nothing by acting for it, wherever that is stated.
        if relation.predicate == partOf { note(number, -1) }
      }
      let place =
        UInt64(UInt32(bitPattern: relation.evidence.start)) << 32
        | UInt64(UInt32(bitPattern: relation.evidence.end))
      order.append((place, next))
    }
    order.sort { $0.place != $1.place ? $0.place < $1.place : $0.index < $1.index }
  }

  private mutating func note(_ pair: Int32, _ sentence: Int32) {
    let key = Self.key(pair, sentence)
    if definite.value(key) == nil { definite.add(key, 1) }
  }

  /// Puts the kept statements of each fact together; they stay in the order of the text.
  private mutating func group() {
    for k in starts.indices.dropFirst() { starts[k] += starts[k - 1] }
    sorted.removeAll(keepingCapacity: true)
    sorted.append(contentsOf: repeatElement(0, count: kept.count))
    for (fact, index) in kept {
      sorted[Int(starts[Int(fact)])] = index
      starts[Int(fact)] += 1
    }
  }

  /// Never 0: sentences count from -1, which stands for all of them.
  private static func key(_ pair: Int32, _ sentence: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: pair + 1)) << 32 | UInt64(UInt32(bitPattern: sentence + 1))
  }
}
