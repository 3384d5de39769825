import Testing

@testable import EntityGraph

@Suite struct GraphBuilderTests {
  @Test func orderOfArticlesDoesNotMatter() {
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for format in GraphFormat.allCases {
      let written = orders.map { order in
        format.writer.bytes(of: GraphFragment.graph(order.map { GraphFragment.examples[$0] }))
      }
      #expect(Set(written).count == 1, "\(format)")
      #expect(!written[0].isEmpty)
    }
  }

  @Test func joinsTheSameFactOfSeveralArticles() throws {
    let graph = GraphFragment.graph()
    #expect(graph.nodes.count == 5)
    #expect(graph.documents.map(\.id) == ["one", "three", "two"])
    let met = try #require(graph.links.first { $0.predicate == "met" })
    #expect(met.documents == 2)
    #expect(met.weight == 2)
    #expect(met.isSymmetric)
    #expect(met.evidence.map(\.document) == ["three", "two"])
    let role = try #require(graph.links.first { $0.predicate == "holds_role" })
    #expect(graph.nodes[role.source].name == "Ada Reyes")
    #expect(graph.nodes[role.target].name == "Northport Bank")
    #expect(role.dates?.first == "2020-01-06")
    #expect(role.dates?.last == "2020-02-01")
  }

  @Test func keepsTheBestQuotesAndExactCounts() throws {
    let articles = (0..<20).map { number in
      GraphFragment.example(
        "a\(number)", actors: [(.person, "Ada Reyes"), (.person, "Bo Lind")],
        relations: [(0, "met", 1)])
    }
    let graph = GraphFragment.graph(articles, quotes: 3)
    let link = try #require(graph.links.first)
    #expect(link.documents == 20)
    #expect(link.evidence.map(\.document) == ["a0", "a1", "a10"])
    #expect(GraphFragment.graph(articles.reversed(), quotes: 3).links[0].evidence == link.evidence)
    #expect(GraphFragment.graph(articles, quotes: 0).links[0].evidence.isEmpty)
  }

  @Test func idsDependOnKindAndNameAlone() {
    let alone = GraphFragment.graph([GraphFragment.examples[2]])
    let all = GraphFragment.graph()
    for node in alone.nodes {
      #expect(all.nodes.first { $0.name == node.name }?.id == node.id)
    }
  }

  private static let scores: [(Int, Int, Int, Int, Double, Bool)] = [
    // joint, a, b, all: NPMI to two places, and whether it is significant
    (4, 4, 4, 40, 1.0, true), (1, 1, 1, 40, 1.0, false), (4, 8, 20, 40, 0.0, false),
    (1, 20, 20, 40, -0.62, false), (0, 5, 5, 40, -1.0, false), (10, 12, 12, 400, 0.9, true),
  ]

  @Test(arguments: scores) func associationIsThatOfTheBooks(
    _ joint: Int, _ a: Int, _ b: Int, _ all: Int, _ npmi: Double, _ isSignificant: Bool
  ) {
    let found = Association(joint: joint, a: a, b: b, all: all)
    #expect(abs(found.npmi - npmi) < 0.006, "\(found.npmi)")
    #expect((found.significance > 10.83) == isSignificant, "\(found.significance)")
  }
}
