import Testing

@testable import EntityGraph

/// The table of `graphgen relations`.
@Suite struct RelationReportTests {
  private static let graph = HostileNameTests.graph

  private func text(_ width: Int, styled: Bool) throws -> [Substring] {
    var bytes: [UInt8] = []
    var out = ByteStream { bytes += $0 }
    try RelationReport(Self.graph, of: 3).writeText(to: &out, width: width, styled: styled)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  @Test(arguments: [40, 57, 80, 132]) func noLineIsWiderThanTheTerminal(_ width: Int) throws {
    let graph = GraphFragment.graph([
      .example(
        "a-long-name-of-an-article",
        actors: [
          (.person, "Maximilian Featherstonehaugh-Cholmondeley"),
          (.organization, "International Confederation of Independent Harbour Authorities"),
          (.person, "Bo Lind"),
        ],
        relations: [(0, "holds_role", 1), (0, "met", 2), (0, "-", 1), (0, "-", 2)],
        label: "deputy vice-chairwoman of the supervisory board")
    ])
    for node in graph.nodes.indices {
      var bytes: [UInt8] = []
      var out = ByteStream { bytes += $0 }
      try RelationReport(graph, of: node).writeText(to: &out, width: width)
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      for line in lines { #expect(line.count <= width, "\(line)") }
      #expect(lines.count > 3)
    }
  }

  @Test func colourIsOnlyWhereItIsWanted() throws {
    #expect(try text(80, styled: false).allSatisfy { !$0.contains("\u{1B}") })
    #expect(try text(80, styled: true).contains { $0.contains("\u{1B}[1m") })
  }
}
