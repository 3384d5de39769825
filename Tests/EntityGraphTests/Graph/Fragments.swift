@testable import EntityGraph

extension GraphFragment {
  /// A small article for tests: actors as `kind name`, relations as `a predicate b`, where `-` is
  /// co-occurrence; each actor's mentions and sentences are counted from its relations.
  static func example(
    _ id: String, date: String? = nil, actors: [(EntityKind, String)],
    relations: [(Int, String, Int)], label: String = "words"
  ) -> GraphFragment {
    var fragment = GraphFragment(
      source: Graph.Source(id: id, title: nil, date: date, url: nil),
      hash: Mathematics.hash(id.utf8), sentences: 40)
    for (index, (kind, name)) in actors.enumerated() {
      let count = max(1, relations.count { $0.0 == index || $0.2 == index })
      fragment.actors.append(
        Actor(
          kind: kind, name: name, isNamed: true, canonical: "",
          spellings: [Node.Alias(text: name, mentions: count, rule: "entity/exact")],
          roles: kind == .person ? [Node.Role(label: "head", of: "", mentions: 1)] : [],
          mentions: count, sentences: count))
    }
    for (index, (a, predicate, b)) in relations.enumerated() {
      let quote = "\(actors[a].1) \(label) \(actors[b].1)."
      fragment.statements.append(
        Statement(
          subject: a, object: b, predicate: predicate == "-" ? "" : predicate,
          isSymmetric: predicate == "-" || predicate == "met", modality: .asserted,
          label: predicate == "-" ? "" : label, weight: 1,
          evidence: Evidence(
            document: id, start: index * 100, end: index * 100 + quote.unicodeScalars.count,
            line: index + 1, column: 1, quote: quote, rule: "test/rule", penalty: 0)))
    }
    fragment.sign()
    return fragment
  }

  /// Three articles with common actors.
  static let examples: [GraphFragment] = [
    example(
      "one", date: "2020-01-06",
      actors: [(.person, "Ada Reyes"), (.organization, "Northport Bank"), (.place, "Northport")],
      relations: [(0, "holds_role", 1), (1, "located_in", 2), (0, "-", 1), (0, "-", 2)]),
    example(
      "two", date: "2020-02-01",
      actors: [(.organization, "Northport Bank"), (.person, "Ada Reyes"), (.person, "Bo Lind")],
      relations: [(1, "holds_role", 0), (1, "met", 2), (0, "-", 1), (2, "-", 1)]),
    example(
      "three",
      actors: [(.person, "Bo Lind"), (.person, "Ada Reyes"), (.place, "Eastfield")],
      relations: [(0, "met", 1), (0, "lives_in", 2), (1, "-", 0)]),
  ]

  static func graph(_ fragments: [GraphFragment] = examples, quotes: Int = 5) -> Graph {
    var builder = GraphBuilder(quotes: quotes)
    for fragment in fragments { builder.add(fragment) }
    return builder.build()
  }
}
