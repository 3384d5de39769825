import Foundation
import Testing

@testable import EntityGraph

/// Every export is read back by the tools that people use, pinned in Scripts/lib/exports, and compared
/// node for node and link for link.
@Suite struct ReadBackTests {
  /// The Python that `Scripts/setup --exports` makes.
  private static let python = Project.root.appending(path: ".build/exports/bin/python").path
  private static let hasTools = FileManager.default.isExecutableFile(atPath: python)

  private enum Input: String, CaseIterable, Sendable {
    case small, hostile, examples

    func graph() throws -> Graph {
      switch self {
      case .small: GraphFragment.graph()
      case .hostile: HostileNameTests.graph
      case .examples:
        try Pipeline(knowledge: try Articles.knowledge.get())
          .graph(of: [Project.examples.path]).graph
      }
    }
  }

  @Test(
    .enabled(if: hasTools, "Scripts/setup --exports installs the tools"), arguments: Input.allCases)
  private func everyExportIsReadBack(_ input: Input) throws {
    let graph = try input.graph()
    let folder = try TemporaryFolder()
    for format in GraphFormat.allCases {
      for part in format.parts {
        let place = format == .neo4j ? "neo4j/\(part.file)" : part.file
        try folder.write(place, part.writer.bytes(of: graph))
      }
    }
    try folder.write("truth.json", JSONEncoder().encode(Truth(graph)))
    let script = Project.root.appending(path: "Scripts/lib/exports/readback.py").path
    let run = try Run.shell("'\(Self.python)' '\(script)' '\(folder.path)'", seconds: 120)
    #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
    // Each format says what it read; nothing was left out.
    let counts = "\(graph.nodes.count) nodes, \(graph.links.count) links"
    let read = run.stdout.split(separator: "\n").filter { $0.hasSuffix(counts) }
    #expect(read.count == GraphFormat.allCases.count, "\(run.stdout)")
  }
}

/// The graph as the reader compares it, written by none of the writers under test.
private struct Truth: Encodable {
  struct Node: Encodable {
    var id, name, kind: String
    var mentions, documents: Int
  }
  struct Link: Encodable {
    var id, source, target, predicate, label, modality, quote: String
    var weight, documents, quotes: Int
    var symmetric, dated: Bool
  }

  var documents: Int
  var nodes: [Node]
  var links: [Link]

  init(_ graph: Graph) {
    documents = graph.documents.count
    nodes = graph.nodes.map { node in
      Node(
        id: node.id, name: node.name, kind: node.kind.word, mentions: node.mentions,
        documents: node.documents)
    }
    links = graph.links.map { link in
      Link(
        id: link.id, source: graph.nodes[link.source].id, target: graph.nodes[link.target].id,
        predicate: link.predicate, label: link.label, modality: link.modality.word,
        quote: link.evidence.first?.quote ?? "", weight: link.weight, documents: link.documents,
        quotes: link.evidence.count, symmetric: link.isSymmetric, dated: link.dates != nil)
    }
  }
}
