/// The statements of a document, grouped into facts: one for each subject, predicate and object.
///
/// A symmetric relation is the same fact in both directions. Of several statements the one that
/// the text vouches for most gives the fact its modality, label and rule; the first of equals.
struct Facts {
  /// A fact is the statements `start..<end` of ``Extraction/relations``, of which `main` is one.
  struct Fact {
    var start: Int
    var end: Int
    var main: Int
  }

  private(set) var facts: [Fact] = []

  /// Groups the relations of `extraction`, where those of one fact stand together; memory is reused.
  mutating func group(_ extraction: borrowing Extraction, _ predicates: [Predicate]) {
    facts.removeAll(keepingCapacity: true)
    extraction.relations.withUnsafeBufferPointer { relations in
      var start = 0
      while start < relations.count {
        let first = relations[start]
        let isSymmetric =
          Int(first.predicate) < predicates.count
          && predicates[Int(first.predicate)].isSymmetric
        var end = start + 1
        var main = start
        while end < relations.count, first.isSame(as: relations[end], eitherWay: isSymmetric) {
          if relations[end].modality.rawValue < relations[main].modality.rawValue { main = end }
          end += 1
        }
        facts.append(Fact(start: start, end: end, main: main))
        start = end
      }
    }
  }
}

extension RelationMention {
  /// Whether another statement is of the same fact.
  @inline(__always)
  fileprivate func isSame(as other: RelationMention, eitherWay: Bool) -> Bool {
    guard predicate == other.predicate else { return false }
    return subject == other.subject && object == other.object
      || eitherWay && subject == other.object && object == other.subject
  }
}
