import Testing

@testable import EntityGraph

/// What decisions do to a graph.
@Suite struct DecisionTests {
  private func outcome(
    _ articles: [(String, [(EntityKind, String)])], _ lines: String
  ) -> (nodes: [String], problems: [String]) {
    var builder = GraphBuilder(decisions: Decisions(bytes: Array(lines.utf8), file: "d"))
    for (id, actors) in articles {
      let links = actors.indices.dropFirst().map { (0, "met", $0) }
      builder.add(GraphFragment.example(id, actors: actors, relations: links))
    }
    let assembly = builder.assemble()
    let nodes = assembly.graph.nodes.map { node in
      ([node.name] + node.aliases.map(\.text).sorted()).joined(separator: "/")
        + (node.kind == .person ? "" : " \(node.kind.word)") + " \(node.documents)"
    }
    return (nodes.sorted(), assembly.problems.map(\.description))
  }

  private let articles: [(String, [(EntityKind, String)])] = [
    ("a", [(.person, "Ada Reyes"), (.organization, "Northport Bank")]),
    ("b", [(.person, "Ada Reyes"), (.person, "Bo Lind"), (.place, "Northport")]),
    ("c", [(.person, "Robert Lindqvist")]),
  ]

  /// Decisions, and the nodes that are there then: name/aliases kind articles.
  static let rows: [(String, [String])] = [
    (
      "",
      [
        "Ada Reyes 2", "Bo Lind 1", "Northport Bank organization 1", "Northport place 1",
        "Robert Lindqvist 1",
      ]
    ),
    (
      "same Bo Lind | Robert Lindqvist",
      [
        "Ada Reyes 2", "Northport Bank organization 1", "Northport place 1",
        "Robert Lindqvist/Bo Lind 2",
      ]
    ),
    (
      "different Ada Reyes [in a] | Ada Reyes [in b]",
      [
        "Ada Reyes 1", "Ada Reyes 1", "Bo Lind 1", "Northport Bank organization 1",
        "Northport place 1", "Robert Lindqvist 1",
      ]
    ),
    (
      "rename ada reyes -> Ada R.\nkind Northport = organization\ndrop Northport Bank",
      [
        "Ada R./Ada Reyes 2", "Bo Lind 1", "Northport organization 1", "Robert Lindqvist 1",
      ]
    ),
    (
      "same Bo Lind | Robert Lindqvist | Ada Reyes",
      [
        "Ada Reyes/Bo Lind/Robert Lindqvist 3", "Northport Bank organization 1",
        "Northport place 1",
      ]
    ),
    (
      "same Northport Bank | Northport\nrename Northport -> Port",
      [
        "Ada Reyes 2", "Bo Lind 1", "Port/Northport/Northport Bank organization 2",
        "Robert Lindqvist 1",
      ]
    ),
  ]

  @Test(arguments: rows) func decisionsHold(_ lines: String, _ expected: [String]) {
    let (nodes, problems) = outcome(articles, lines)
    #expect(nodes == expected)
    #expect(problems.isEmpty, "\(problems)")
    #expect(outcome(articles.reversed(), lines).nodes == nodes)
  }

  /// Decisions of which a line does not apply, and what is said of it.
  static let refused: [(String, [String])] = [
    ("same Ada Reyes | Nobody", ["d:1: not applied: no article names Nobody"]),
    ("drop Bo Lind [in a]", ["d:1: not applied: no article names Bo Lind [in a]"]),
    ("drop Bo Lind [in z]", ["d:1: not applied: no article has the id of Bo Lind [in z]"]),
    ("drop Bo Lind [place]", ["d:1: not applied: no article names Bo Lind [place]"]),
    (
      "same Ada Reyes | Bo Lind\ndifferent Bo Lind | Ada Reyes",
      ["d:2: not applied: contradicts line 1, which holds"]
    ),
    (
      "different Ada Reyes | Bo Lind\nsame Bo Lind | Ada Reyes",
      ["d:2: not applied: contradicts line 1, which holds"]
    ),
    (
      "same Ada Reyes | Bo Lind\nsame Bo Lind | Robert Lindqvist\n"
        + "different Robert Lindqvist | Ada Reyes",
      ["d:3: not applied: contradicts line 1, which holds"]
    ),
    (
      "rename Bo Lind -> B\nrename Bo Lind -> C",
      ["d:2: not applied: contradicts line 1, which holds"]
    ),
    (
      "drop Bo Lind\nkind Bo Lind = place", ["d:2: not applied: contradicts line 1, which holds"]
    ),
    (
      "different Ada Reyes | ada reyes",
      ["d:1: not applied: an article itself says that Ada Reyes and ada reyes are one"]
    ),
    (
      "different Ada Reyes [in a] | Ada Reyes [in b]\nsame Ada Reyes | Bo Lind",
      ["d:2: not applied: 2 actors are named Ada Reyes; say which with [in ARTICLE]"]
    ),
  ]

  @Test(arguments: refused) func whatDoesNotApplyIsSaid(_ lines: String, _ expected: [String]) {
    let (_, problems) = outcome(articles, lines)
    #expect(problems == expected)
    #expect(outcome(articles.reversed(), lines).problems == problems)
  }

  /// Sieves join Lind with Robert Lind; the user's word goes through all of a cluster.
  @Test func whatIsKeptApartStaysApartOverOthers() {
    let articles: [(String, [(EntityKind, String)])] = [
      ("a", [(.person, "Jane Doe")]), ("b", [(.person, "J. Doe")]),
      ("c", [(.person, "Jane R. Doe")]),
    ]
    #expect(outcome(articles, "").nodes.count == 1)
    #expect(outcome(articles, "different Jane Doe | Jane R. Doe").nodes.count == 2)
    #expect(outcome(articles, "different Jane Doe | J. Doe | Jane R. Doe").nodes.count == 3)
    let (nodes, problems) = outcome(
      articles,
      "different Jane Doe | Jane R. Doe\nsame J. Doe | Jane Doe\nsame J. Doe | Jane R. Doe")
    #expect(nodes.count == 2)
    #expect(problems == ["d:3: not applied: contradicts line 1, which holds"])
  }
}
