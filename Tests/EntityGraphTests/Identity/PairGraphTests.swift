import Testing

@testable import EntityGraph

/// The pairs of ``SpellingPairTests`` through the whole pipeline: each name in a small article of its
/// own, then the nodes of the graph.
@Suite struct PairGraphTests {
  @Test func articlesOfOneEntityGiveOneNode() throws {
    let wrong = try SpellingPairTests.same.filter { try outcome($0) != true }
    let share = 1 - Double(wrong.count) / Double(SpellingPairTests.same.count)
    #expect(share >= 0.95, "\(wrong.map(\.testDescription))")
  }

  @Test func articlesOfTwoEntitiesGiveTwoNodes() throws {
    let wrong = try SpellingPairTests.different.filter { try outcome($0) != false }
    let share = 1 - Double(wrong.count) / Double(SpellingPairTests.different.count)
    #expect(share >= 0.95, "\(wrong.map(\.testDescription))")
  }

  /// Whether both names are on one node; nil if one of them is on none.
  private func outcome(_ pair: SpellingPairTests.Pair) throws -> Bool? {
    let knowledge = try #require(BuiltIn.knowledge)
    var builder = GraphBuilder(resolver: IdentityResolver(knowledge: knowledge))
    var extractor = Extractor(knowledge: knowledge)
    var maker = FragmentMaker(knowledge: knowledge)
    for (id, name) in [("a", pair.a), ("b", pair.b)] {
      let text =
        switch pair.kind {
        case .person: "\(name) spoke to reporters on Monday. \(name) said that talks would go on."
        case .organization:
          "The \(name) issued a statement on Monday. Officials of the \(name) agreed."
        case .place:
          "Thousands of people live in \(name). The road to \(name) was closed on Monday."
        }
      var extraction = Extraction()
      extractor.extract(Array(text.utf8), into: &extraction)
      builder.add(maker.make(Document(id: id, text: text), extraction))
    }
    let graph = builder.build()
    func node(_ name: String) -> Int? {
      graph.nodes.firstIndex { node in
        ([node.name] + node.aliases.map(\.text)).contains { plain($0) == plain(name) }
      }
    }
    guard let a = node(pair.a), let b = node(pair.b) else { return nil }
    return a == b
  }

  private func plain(_ name: String) -> String {
    name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }
}
