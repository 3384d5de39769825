import Testing

@testable import EntityGraph

/// Two short articles, each with one name in brackets, through the whole pipeline: is it one node?
@Suite struct NewsPairTests {
  @Test func spellingsOfOneActorAreOneNode() throws { try check(Self.same, wanted: true) }

  @Test func whoOnlyLooksAlikeIsTwoNodes() throws { try check(Self.different, wanted: false) }

  private func check(_ text: String, wanted: Bool) throws {
    let lines = text.split(separator: "\n").map(String.init)
    var wrong: [String] = []
    for pair in stride(from: 0, to: lines.count - 1, by: 2) {
      if try isOne(lines[pair], lines[pair + 1]) != wanted {
        wrong.append("\(lines[pair]) / \(lines[pair + 1])")
      }
    }
    let count = lines.count / 2
    #expect(lines.count == count * 2 && count > 140)
    #expect(
      Double(count - wrong.count) >= 0.95 * Double(count),
      "\(wrong.count) of \(count): \(wrong.joined(separator: "\n"))")
  }

  /// Whether the names are one node; nil if one of them is none.
  private func isOne(_ a: String, _ b: String) throws -> Bool? {
    let knowledge = try #require(BuiltIn.knowledge)
    var builder = GraphBuilder(resolver: IdentityResolver(knowledge: knowledge))
    var extractor = Extractor(knowledge: knowledge)
    var maker = FragmentMaker(knowledge: knowledge)
    for (id, marked) in [("a", a), ("b", b)] {
      let text = marked.filter { $0 != "[" && $0 != "]" }
      var extraction = Extraction()
      extractor.extract(Array(text.utf8), into: &extraction)
      builder.add(maker.make(Document(id: id, text: text), extraction))
    }
    let graph = builder.build()
    let (x, y) = (name(in: a), name(in: b))
    let (first, second) = (nodes(x, graph), nodes(y, graph))
    guard let one = first.first, let other = second.first else { return nil }
    if x == y { return first.count == 1 && graph.nodes[one].documents == 2 }
    return Set(first).contains(other) || Set(second).contains(one)
  }

  private func name(in text: String) -> String {
    guard let open = text.firstIndex(of: "["), let close = text.firstIndex(of: "]") else {
      return ""
    }
    return NameSearch.words(of: String(text[text.index(after: open)..<close]))
      .drop { $0 == "the" }.joined(separator: " ")
  }

  /// Nodes that bear the name; else those with the longest part of it, or that hold it.
  private func nodes(_ name: String, _ graph: Graph) -> [Int] {
    let names = graph.nodes.map { node in
      ([node.name] + node.aliases.map(\.text)).map {
        NameSearch.words(of: $0).drop { $0 == "the" }.joined(separator: " ")
      }
    }
    let exact = names.indices.filter { names[$0].contains(name) }
    if !exact.isEmpty { return exact }
    let lengths = names.map { own in
      own.filter { " \(name) ".contains(" \($0) ") || " \($0) ".contains(" \(name) ") }
        .map(\.utf8.count).max() ?? 0
    }
    guard let most = lengths.max(), most > 2 else { return [] }
    return lengths.indices.filter { lengths[$0] == most }
  }
}
