import EntityGraph
import Foundation
import Testing

/// The example of the README, compiled and run; deliberately without `@testable`.
@Suite struct LibraryExampleTests {
  /// The README's lines, but for where they print to.
  private func example(_ folder: String, _ print: (String) -> Void) throws {
    let pipeline = try Pipeline()
    let graph = try pipeline.graph(of: [folder]).graph
    for link in graph.links where !link.isCooccurrence {
      let (subject, object) = (graph.nodes[link.source].name, graph.nodes[link.target].name)
      print("\(subject) \(link.predicate) \(object): \(link.evidence.first?.quote ?? "")")
    }
  }

  @Test func itPrintsStatedRelations() throws {
    var lines: [String] = []
    try example(Project.examples.path) { lines.append($0) }
    #expect(lines.contains { $0.hasPrefix("Alyssa Farah holds_role Pentagon: ") })
    #expect(lines.allSatisfy { !$0.contains("cooccurs") })
  }

  @Test func theReadmeShowsIt() throws {
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let readme = try String(
      contentsOf: Project.root.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /```swift\n(?<code>(.|\n)*?)```/)).code
    for line in block.split(separator: "\n") {
      // The test reads a folder that does not depend on where it runs.
      let code = line.replacing("\"Examples/articles\"", with: "folder")
      #expect(source.contains(code), "the README's line is not tested: \(line)")
    }
  }
}
