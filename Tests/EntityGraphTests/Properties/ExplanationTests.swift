import Foundation
import Testing

@testable import EntityGraph

/// What `explain` tells, read from the articles a second time, is what the graph holds.
@Suite struct ExplanationTests {
  @Test func everyLinkIsReplayed() throws {
    let pipeline = try Pipeline()
    let inputs = [Project.examples.path]
    let decisions = Decisions([
      .same([Decision.Target("Pentagon"), Decision.Target("Twitter")]),
      .drop(Decision.Target("Baghdad")),
    ])
    for decisions in [Decisions(), decisions] {
      let result = try pipeline.graph(of: inputs, decisions: decisions)
      let stated = result.graph.links.indices.filter { !result.graph.links[$0].isCooccurrence }
      #expect(stated.count > 50)
      let traces = Dictionary(
        grouping: try pipeline.traces(of: stated, in: result, inputs: inputs), by: \.link)
      for index in stated {
        let link = result.graph.links[index]
        let found = traces[index] ?? []
        #expect(found.count == link.weight, "\(link.id)")
        #expect(Set(found.map(\.document)).count == link.documents)
        for item in link.evidence {
          let trace = try #require(
            found.first {
              $0.document == item.document && $0.quoteStart == item.start && $0.rule == item.rule
            })
          try check(trace, link, result.graph)
        }
      }
    }
  }

  /// The chain of both arguments starts in the article and ends at the node.
  private func check(_ trace: StatementTrace, _ link: Link, _ graph: Graph) throws {
    let article = try #require(Articles.all.first { $0.name == trace.document })
    let lines = article.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (argument, node) in [
      (trace.subject, graph.nodes[link.source]), (trace.object, graph.nodes[link.target]),
    ] where !link.isSymmetric {
      for place in [argument.mention] + argument.steps.map(\.mention) {
        let line = Array(lines[place.line - 1].unicodeScalars)[(place.column - 1)...]
        var text = ""
        text.unicodeScalars.append(contentsOf: line)
        #expect(text.hasPrefix(place.text))
      }
      let last = argument.steps.last?.mention.text ?? argument.mention.text
      let names = [node.name] + node.aliases.map(\.text)
      #expect(
        names.contains(last) || argument.form != .name || !node.isNamed, "\(last) \(names)")
      for step in argument.steps { #expect(!step.sieve.isEmpty) }
      #expect(!argument.rule.isEmpty)
    }
  }
}
