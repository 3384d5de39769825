import Testing

@testable import EntityGraph

@Suite struct MeasuresTests {
  /// Two triangles joined by one line: 0-1-2 and 3-4-5, with 2-3 between.
  private static let pairs = [
    (0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0), (2, 3, 0.5),
  ]

  @Test func communitiesAreTheTriangles() {
    let groups = Communities.find(Adjacency(count: 7, pairs: Self.pairs))
    #expect(groups == [0, 0, 0, 1, 1, 1, 2])
    let reversed = Communities.find(Adjacency(count: 7, pairs: Self.pairs.reversed()))
    #expect(reversed == groups)
  }

  @Test func pageRankSumsToOneAndPrefersTheBridge() {
    let rank = Measures.pageRank(Adjacency(count: 6, pairs: Self.pairs))
    #expect(abs(rank.reduce(0, +) - 1) < 1e-9)
    #expect(rank[2] > rank[0])
    #expect(abs(rank[2] - rank[3]) < 1e-9)
  }

  @Test func betweennessIsThatOfThePaths() {
    var fragment = GraphFragment.example(
      "a", actors: (0..<5).map { (.person, "P\($0)") },
      relations: [(0, "met", 1), (1, "met", 2), (2, "met", 3), (3, "met", 4)])
    fragment.sentences = 10
    let graph = GraphFragment.graph([fragment])
    let measures = Measures(graph)
    let byName = Dictionary(
      uniqueKeysWithValues: zip(graph.nodes.map(\.name), measures.betweenness))
    // On a path of five the middle lies on 4 of the 6 pairs of others, its neighbours on 3; the
    // share is over ordered pairs with each source: 8 of 5 · 3 here.
    #expect(abs((byName["P2"] ?? 0) - 8.0 / 15) < 1e-9)
    #expect(abs((byName["P1"] ?? 0) - 6.0 / 15) < 1e-9)
    #expect(byName["P0"] == 0)
    #expect(measures.degree.sorted() == [1, 1, 2, 2, 2])
  }

  @Test func filtersKeepWhatIsAskedFor() {
    let graph = GraphFragment.graph()
    func names(_ change: (inout GraphFilter) -> Void) -> [String] {
      var filter = GraphFilter()
      change(&filter)
      return filter.apply(to: graph).nodes.map(\.name).sorted()
    }
    let index = Dictionary(
      uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.name, $0) })
    #expect(names { $0.kinds = [.place] } == ["Eastfield", "Northport"])
    #expect(names { $0.minimumDocuments = 2 } == ["Ada Reyes", "Bo Lind", "Northport Bank"])
    #expect(
      names { $0.focus = (index["Eastfield"] ?? 0, 1) } == ["Bo Lind", "Eastfield"])
    #expect(
      names { $0.path = (index["Eastfield"] ?? 0, index["Northport"] ?? 0) }
        == ["Ada Reyes", "Bo Lind", "Eastfield", "Northport", "Northport Bank"])
    // A chain keeps the links from each actor to the next, and no others among them.
    var chain = GraphFilter()
    chain.path = (index["Ada Reyes"] ?? 0, index["Eastfield"] ?? 0)
    let ends = chain.apply(to: graph).links.map { Set([$0.source, $0.target]) }
    #expect(Set(ends).count == 2)
    var filter = GraphFilter()
    filter.predicates = ["met"]
    #expect(filter.apply(to: graph).links.map(\.predicate) == ["met"])
  }
}
