import Foundation
import Testing

@testable import EntityGraph

/// What a drawing shows and folds, and that drawing depends on nothing but its graph.
@Suite struct DrawingTests {
  /// A hub with nine neighbours of which seven say the same.
  private static let hub: Graph = {
    let bodies = ["Army", "Navy", "Police", "Guard", "Court", "Senate", "Bank"]
    var actors: [(EntityKind, String)] = [(.place, "Norvania")]
    actors += bodies.map { (.organization, "Norvanian \($0)") }
    actors += [(.person, "Ada Reyes"), (.person, "Bo Lind")]
    var relations = (1...7).map { ($0, "part_of", 0) }
    relations += [(8, "holds_role", 0), (9, "lives_in", 0), (8, "met", 9)]
    return GraphFragment.graph([.example("a", actors: actors, relations: relations)])
  }()

  @Test func leavesThatSayTheSameShareABox() throws {
    let drawing = Drawing(Self.hub)
    #expect(drawing.actors.count == 4)
    #expect(drawing.lines.count == 4)
    let box = try #require(drawing.actors.first { !$0.members.isEmpty })
    #expect(box.members.count == 7)
    let line = try #require(
      drawing.lines.first { drawing.actors[$0.source].id == box.id })
    #expect(line.tooltip.contains("Norvanian Army") && line.tooltip.contains("Norvanian Bank"))
    let svg = String(decoding: try drawing.render(), as: UTF8.self)
    for member in box.members {
      #expect(svg.contains("id=\"\(member.id)\""))
      #expect(svg.contains(">\(member.name)</text>"))
    }
    #expect(drawing.caption.hasPrefix("Shown: 10 of 10 actors, 10 of 10 links"))
  }

  /// Nothing that was drawn before changes a drawing.
  @Test func drawingsDoNotDependOnEarlierOnes() throws {
    let (hub, small) = (Drawing(Self.hub), Drawing(GraphFragment.graph()))
    let engines: [Graphviz.Engine] = [.neato, .sfdp, .dot, .twopi, .circo]
    for engine in engines {
      let first = try hub.render(engine: engine)
      for other in engines { _ = try small.render(engine: other) }
      #expect(try hub.render(engine: engine) == first, "\(engine)")
    }
  }

  /// Memory does not grow with the number of drawings.
  @Test func drawingAgainAndAgainDoesNotGrow() throws {
    let drawing = Drawing(Self.hub)
    func resident() throws -> Int {
      let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        .split(separator: " ")
      return (Int(pages[1]) ?? 0) * 4096
    }
    for _ in 0..<100 { _ = try drawing.render(engine: .neato) }
    // Other tests grow in this process too, but not in every one of five rounds; a leak of a
    // drawing's size would be 100 · 100 kB in each.
    var least = Int.max
    for _ in 0..<5 {
      let before = try resident()
      for _ in 0..<100 { _ = try drawing.render(engine: .neato) }
      least = min(least, try resident() - before)
    }
    #expect(least < 2_000_000)
  }

  @Test func boxesNeverOverlap() throws {
    for drawing in [Drawing(Self.hub), Drawing(GraphFragment.graph())] {
      let picture = try #require(
        try drawing.picture(engine: .neato) { dot, engine throws(Graphviz.Failure) in
          try Graphviz.render(dot: dot, engine: engine, format: .svg)
        })
      let geometry = try #require(SVGGeometry(picture.svg))
      let boxes = drawing.actors.compactMap { actor in
        geometry.elements[actor.id]?.shapes.first.flatMap(Box.init(around:))
      }
      #expect(boxes.count == drawing.actors.count)
      for (index, a) in boxes.enumerated() {
        for b in boxes.dropFirst(index + 1) {
          let isApart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y
            || b.y + b.height <= a.y
          #expect(isApart, "\(a) \(b)")
        }
      }
    }
  }

  /// A drawing too large for Graphviz to move its boxes apart has them apart all the same.
  @Test func boxesOfLargeDrawingsNeverOverlap() throws {
    let count = 1600
    let graph = GraphFragment.graph([
      .example(
        "a", actors: (0..<count).map { (.person, "Person \($0)") },
        relations: (1..<count).map { ($0, "met", $0 / 3) })
    ])
    var options = Drawing.Options()
    options.budget = Backbone.Budget(actors: count)
    let drawing = Drawing(graph, options: options)
    #expect(drawing.actors.count > Drawing.mostMovedByGraphviz)
    let geometry = try #require(SVGGeometry(try drawing.render()))
    let boxes = drawing.actors.compactMap { actor in
      geometry.elements[actor.id]?.shapes.first.flatMap(Box.init(around:))
    }.sorted { $0.x < $1.x }
    #expect(boxes.count == drawing.actors.count)
    for (index, a) in boxes.enumerated() {
      for b in boxes.dropFirst(index + 1).prefix(while: { $0.x < a.x + a.width }) {
        #expect(a.y + a.height <= b.y || b.y + b.height <= a.y, "\(a) \(b)")
      }
    }
  }
}
