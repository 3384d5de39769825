/// The statements of a document, grouped into facts: one for each subject, predicate and object.
///
/// A symmetric relation is the same fact in both directions. Of several statements the one that
/// the text vouches for most gives the fact its modality, label and rule; the first of equals.
struct Facts {
  /// A fact is the statements `order[start..<end]`; `main` is an index into the relations.
  struct Fact {
    var start: Int
    var end: Int
    var main: Int
  }

  private(set) var facts: [Fact] = []
  /// Indices into ``Extraction/relations``.
  private(set) var order: [Int] = []
  private var keys: [(subject: Int32, object: Int32, predicate: PredicateID)] = []

  /// Groups the relations of `extraction`; memory is reused.
  mutating func group(_ extraction: borrowing Extraction, _ predicates: [Predicate]) {
    facts.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    for (index, relation) in extraction.relations.enumerated() {
      let symmetric =
        Int(relation.predicate) < predicates.count
        && predicates[Int(relation.predicate)].isSymmetric
      let swaps = symmetric && relation.object < relation.subject
      keys.append(
        (
          swaps ? relation.object : relation.subject, swaps ? relation.subject : relation.object,
          relation.predicate
        ))
      order.append(index)
    }
    // Facts in the order of their first statement: the position of the first of its key.
    order.sort { a, b in
      let (x, y) = (keys[a], keys[b])
      return (x.subject, x.object, Int32(x.predicate), Int32(a))
        < (y.subject, y.object, Int32(y.predicate), Int32(b))
    }
    var start = 0
    while start < order.count {
      var end = start + 1
      var main = order[start]
      while end < order.count, keys[order[end]] == keys[order[start]] {
        let relation = extraction.relations[order[end]]
        if relation.modality.rawValue < extraction.relations[main].modality.rawValue {
          main = order[end]
        }
        end += 1
      }
      facts.append(Fact(start: start, end: end, main: main))
      start = end
    }
    facts.sort { order[$0.start] < order[$1.start] }
  }
}
