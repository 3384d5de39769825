import Testing

@testable import EntityGraph

/// The words on lines: which, and where.
@Suite struct LabelTests {
  /// Links of one line as `predicate: label`, with `?` for possible, `~` for reported and `!` for
  /// negated before the label, strongest first; and the words that it bears.
  private static let rows: [(links: [String], role: String?, words: [String])] = [
    (["accused: accused"], nil, ["accused"]),
    (["met: met", "met: ~met"], nil, ["met"]),
    (["met: ~met", "met: met"], nil, ["met"]),
    (["met: ~met"], nil, ["met (reported)"]),
    (["other: ?leave"], nil, ["leave (possible)"]),
    (["other: !taken", "other: taken"], nil, ["not: taken", "taken"]),
    (["other: bring", "other: bringing"], nil, ["bring"]),
    (
      ["other: bring", "other: praised", "other: saw", "other: hit"], nil, ["bring", "praised +2"]
    ),
    (["other: saw", "accused: criticised"], nil, ["criticised +1"]),
    (["attacked: hit", "owns: owns", "accused: blamed"], nil, ["owns", "hit +1"]),
    (["holds_role: leader", "member_of: joined"], nil, ["leader"]),
    (["holds_role: leader", "other: saw"], "leader", []),
    (["holds_role: Leader", "accused: blamed"], "leader", ["blamed"]),
    (["part_of: German"], nil, ["part of"]),
    (
      ["holds_role: special representative for the whole region"], nil,
      [
        "special representative", "for the whole region",
      ]
    ),
  ]

  @Test(arguments: rows.indices) func wordsOfLines(_ index: Int) throws {
    let row = Self.rows[index]
    let sample = try #require(GraphFragment.graph().links.first { !$0.isCooccurrence })
    let links = row.links.map { text -> Link in
      let parts = text.split(separator: ": ")
      let modalities: [Character: Modality] = ["?": .possible, "~": .reported, "!": .negated]
      let modality = parts[1].first.flatMap { modalities[$0] }
      let label = modality == nil ? parts[1] : parts[1].dropFirst()
      var link = sample
      link.predicate = String(parts[0])
      link.label = String(label)
      link.modality = modality ?? .asserted
      return link
    }
    #expect(LinkWords.lines(links, without: row.role) == row.words, "\(row.links)")
  }

  /// Thirty actors, of whom two are hubs, with relations to and fro.
  private static let crowd: Graph = {
    let kinds: [EntityKind] = [.person, .organization, .place]
    let actors = (0..<30).map { (kinds[$0 % 3], "Actor Number \($0)") }
    let hubs = (2..<18).map { ($0, "accused", $0 % 2) }
    let others = (2..<28).map { ($0, "threatened", ($0 * 7 + 3) % 29) }
    let back = (2..<8).map { ($0 % 2, "attacked", $0) }
    return GraphFragment.graph([
      .example("a", actors: actors, relations: hubs + back, label: "strongly criticised"),
      .example("b", actors: actors, relations: others.filter { $0.0 != $0.2 }, label: "warned"),
    ])
  }()

  @Test func wordsNeverStandOnWordsOrBoxes() throws {
    let drawing = Drawing(Self.crowd)
    let geometry = try #require(
      try drawing.geometry(engine: .neato) { dot, engine throws(Graphviz.Failure) in
        try Graphviz.render(dot: dot, engine: engine, format: .svg)
      })
    let boxes = drawing.actors.compactMap { actor in
      geometry.elements[actor.id]?.shapes.first.flatMap(Box.init(around:))
    }
    #expect(boxes.count == drawing.actors.count)
    var labels: [Box] = []
    for line in drawing.lines {
      let label = drawing.label(line, geometry)
      let texts = geometry.elements["w" + line.id]?.texts ?? []
      if texts.isEmpty { continue }
      #expect(texts.count == label.count)
      let (x, y) = (try #require(Double(texts[0].x)), try #require(Double(texts[0].y)))
      let size = LabelPlacer.size(label)
      // From the first line's base to the top of its capitals.
      labels.append(
        Box(x: x - size.width / 2, y: y - 7, width: size.width, height: size.height - 3))
    }
    // Nearly all find a place; the words of others are in their tooltips.
    #expect(labels.count >= drawing.lines.count * 9 / 10, "\(labels.count)")
    for (index, label) in labels.enumerated() {
      #expect(!boxes.contains { $0.overlaps(label) }, "\(label)")
      #expect(!labels.dropFirst(index + 1).contains { $0.overlaps(label) }, "\(label)")
      #expect(label.x >= -geometry.shift.x && label.y >= -geometry.shift.y)
    }
  }

  /// What leads to and fro between two actors is one line with an arrow at both ends.
  @Test func bothDirectionsShareALine() throws {
    let graph = GraphFragment.graph([
      .example(
        "a", actors: [(.person, "Ada Reyes"), (.person, "Bo Lind")],
        relations: [(0, "accused", 1), (1, "attacked", 0), (1, "sued", 0)], label: "hit")
    ])
    let drawing = Drawing(graph)
    #expect(drawing.lines.count == 1)
    let line = try #require(drawing.lines.first)
    #expect(line.isMutual)
    #expect(graph.nodes[drawing.actors[line.source].node].name == "Bo Lind")
    let svg = String(decoding: try drawing.render(), as: UTF8.self)
    #expect(svg.matches(of: /<text class="words"[^>]*>[→←↑↓] hit</).count == 2)
    let stated = try #require(svg.firstMatch(of: /<g class="line stated[^"]*" id="e-[\s\S]*?<\/g>/))
    #expect(stated.output.matches(of: /<polygon/).count == 2)
    #expect(drawing.dot(for: .neato).matches(of: /label="hit"/).count == 2)
  }

  /// A role that stands under a name is not said again on the line to the same body.
  @Test func rolesAreSaidOnce() throws {
    var fragment = GraphFragment.example(
      "a", actors: [(.person, "Ada Reyes"), (.organization, "Northport Bank"), (.place, "Lisbon")],
      relations: [(0, "holds_role", 1), (0, "holds_role", 2)], label: "head")
    fragment.actors[0].roles = [Node.Role(label: "head", of: "Northport Bank", mentions: 2)]
    let drawing = Drawing(GraphFragment.graph([fragment]))
    let words = drawing.lines.map { line in
      (drawing.actors[line.target].fullName, line.words)
    }.sorted { $0.0 < $1.0 }
    #expect(words.map(\.1) == [["head"], []])
    #expect(drawing.actors.contains { $0.role == ["head, Northport Bank"] })
  }
}
