import Testing

@testable import EntityGraph

/// Clients of the library on threads of their own get what one alone gets.
@Suite struct ThreadTests {
  private struct Results: Hashable, Sendable {
    var lines: [UInt8]
    var graph: [UInt8]
    var picture: [UInt8]
  }

  private static func work(_ knowledge: Knowledge, jobs: Int) throws -> Results {
    let pipeline = try Pipeline(knowledge: knowledge, jobs: jobs)
    var lines: [UInt8] = []
    try pipeline.extractJSONL([Project.examples.path], sink: { lines += $0 })
    let graph = try pipeline.graph(of: [Project.examples.path]).graph
    var options = Drawing.Options()
    options.budget = Backbone.Budget(actors: 12)
    let drawing = Drawing(graph, of: graph, options: options)
    return Results(
      lines: lines, graph: GraphJSON().bytes(of: graph),
      picture: try drawing.render(engine: .neato))
  }

  @Test func eightExtractAndRenderAtOnce() throws {
    let knowledge = try Knowledge.builtIn()
    let alone = try Self.work(knowledge, jobs: 1)
    #expect(alone.lines.count > 1_000 && alone.picture.count > 1_000)
    let gathered = Gathered()
    Threads.run(8) {
      let result = try? Self.work(knowledge, jobs: 2)
      gathered.add(result)
    }
    #expect(gathered.all.count == 8)
    for result in gathered.all { #expect(result == alone) }
  }

  private final class Gathered: @unchecked Sendable {
    private let monitor = Monitor()
    private var results: [Results?] = []
    var all: [Results?] { monitor.locked { results } }
    func add(_ result: Results?) { monitor.locked { results.append(result) } }
  }
}
