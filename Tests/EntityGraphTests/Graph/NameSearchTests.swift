import Testing

@testable import EntityGraph

@Suite struct NameSearchTests {
  private static let graph = GraphFragment.graph([
    GraphFragment.example(
      "a",
      actors: [
        (.person, "Qassem Arvani"), (.person, "José Müller-Ortiz"), (.person, "Ann Stone"),
        (.person, "Bert Stone"), (.organization, "Stone Harbour Bank"), (.place, "Qarvan"),
      ], relations: [])
  ])

  private static let queries: [(String, String)] = [
    ("Qassem Arvani", "Qassem Arvani"), ("qassem arvani", "Qassem Arvani"),
    ("Qasem Arvany", "Qassem Arvani"), ("Kassim Arvani", "Qassem Arvani"),
    ("Arvani", "Qassem Arvani"), ("jose muller ortiz", "José Müller-Ortiz"),
    ("ortiz", "José Müller-Ortiz"), ("Ann Stone", "Ann Stone"), ("harbour", "Stone Harbour Bank"),
    ("STONE HARBOUR", "Stone Harbour Bank"),
  ]

  @Test(arguments: queries) func findsByAnySpelling(_ query: String, _ name: String) {
    guard case .found(let node) = NameSearch(Self.graph).find(query) else {
      Issue.record("\(query) finds nobody or several")
      return
    }
    #expect(Self.graph.nodes[node].name == name)
  }

  @Test func asksBackWhereSeveralMatch() {
    guard case .several(let nodes) = NameSearch(Self.graph).find("stone") else {
      Issue.record("should ask back")
      return
    }
    #expect(
      Set(nodes.map { Self.graph.nodes[$0].name })
        == ["Ann Stone", "Bert Stone", "Stone Harbour Bank"])
  }

  @Test func saysWhatComesClose() {
    guard case .none(let close) = NameSearch(Self.graph).find("Qarvans Harbor Limited") else {
      Issue.record("should find nobody")
      return
    }
    #expect(close.map { Self.graph.nodes[$0].name } == ["Qarvan", "Stone Harbour Bank"])
    guard case .none(let none) = NameSearch(Self.graph).find("...") else {
      Issue.record("should find nobody")
      return
    }
    #expect(none.isEmpty)
  }
}
