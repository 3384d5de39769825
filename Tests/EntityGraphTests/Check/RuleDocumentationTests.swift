import Foundation
import Testing

@testable import EntityGraph

/// What docs/rules.md shows is compiled and its examples are run.
@Suite struct RuleDocumentationTests {
  @Test func rulesOfTheManual() throws {
    let page = try String(
      contentsOf: Project.root.appending(path: "docs/rules.md"), encoding: .utf8)
    var blocks: [Substring] = []
    for part in page.split(separator: "```rules\n").dropFirst() {
      if let end = part.range(of: "```") { blocks.append(part[..<end.lowerBound]) }
    }
    #expect(blocks.count >= 5)
    let found = try RuleCheckTests.check(blocks.joined(separator: "\n"))
    #expect(found.errors == [])
    #expect(found.failures == [])
  }

  /// The bounds that the manual states are those of the program.
  @Test func boundsOfTheManual() throws {
    let page = try String(
      contentsOf: Project.root.appending(path: "docs/rules.md"), encoding: .utf8)
    let limits = RuleLimits()
    let numbers = [
      limits.stringBytes, limits.rules, limits.lists, limits.listEntries, limits.instructions,
      limits.packInstructions, RuleBudget.attempt, RuleBudget.reserve,
    ]
    for number in numbers {
      let shown = number.formatted(.number.locale(Locale(identifier: "en_US")))
      #expect(page.contains(shown), "\(shown)")
    }
    for name in TokenFlagName.flags.map(\.name) + ChunkAttribute.verb.map(\.name) {
      #expect(page.contains(name), "\(name)")
    }
  }
}
