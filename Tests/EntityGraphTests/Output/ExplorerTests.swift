import Foundation
import Testing

@testable import EntityGraph

/// The page of the explorer as a file; what it does is tested in a browser (`Scripts/explorer`).
@Suite struct ExplorerTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func digestsAreThoseOfTheStandard(_ text: String, _ digest: String) {
    let hexadecimal = SHA256.digest(Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    #expect(hexadecimal == digest)
  }

  @Test(arguments: [0, 1, 2, 3, 31, 32, 33])
  func base64IsThatOfTheStandard(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }
    #expect(ExplorerPage.base64(bytes) == Data(bytes).base64EncodedString())
  }

  @Test func hostileNamesStayInTheData() throws {
    let page = try Explorer(HostileNameTests.graph).render()
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.components(separatedBy: "<script").count == 3)
    #expect(text.components(separatedBy: "</script").count == 3)
    #expect(text.components(separatedBy: "<title>").count == 2)
    let data = try Self.data(of: page)
    #expect(!data.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") })
    #expect(!String(decoding: data, as: UTF8.self).contains("\u{2028}"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
    let actors = try #require(object["actors"] as? [[String: Any]])
    #expect(actors.count == HostileNameTests.graph.nodes.count)
    #expect((object["links"] as? [Any])?.count == HostileNameTests.graph.links.count)
    let articles = try #require(object["articles"] as? [[String: Any]])
    // `javascript:` is no address of an article.
    #expect(articles.allSatisfy { $0["url"] == nil })
  }

  @Test func aGraphTooLargeKeepsThePictureAndTheMostCentral() throws {
    let graph = Self.large(actors: 300, links: 900)
    var limits = Explorer.Limits()
    limits.actors = 120
    limits.links = 150
    let explorer = Explorer(graph, limits: limits)
    #expect(explorer.nodes.count == 120)
    #expect(explorer.links.count <= 150)
    #expect(Set(explorer.drawing.actors.map(\.node)).isSubset(of: explorer.nodes))
    #expect(Set(explorer.drawing.lines.flatMap(\.links)).isSubset(of: explorer.links))
    let least = explorer.nodes.map { explorer.prominence[$0] }.sorted()
    let left = graph.nodes.indices.filter { !explorer.nodes.contains($0) }
    let drawn = Set(explorer.drawing.actors.map(\.node))
    let kept = explorer.nodes.filter { !drawn.contains($0) }.map { explorer.prominence[$0] }.min()
    #expect(left.allSatisfy { explorer.prominence[$0] <= (kept ?? least[0]) })
    let object = try JSONSerialization.jsonObject(with: Data(Self.data(of: explorer.render())))
    let whole = (object as? [String: Any])?["whole"] as? [String: Int]
    #expect(whole?["actors"] == 300)
  }

  @Test func thePageIsTheSameEveryTime() throws {
    let graph = Self.large(actors: 60, links: 150)
    #expect(try Explorer(graph).render() == Explorer(graph).render())
  }

  /// Without a layout of all actors the page is whole; what is no layout is refused.
  @Test func aLayoutMayBeMissing() throws {
    let explorer = Explorer(GraphFragment.graph())
    let page = try explorer.page(engine: .neato, all: nil) { dot, engine in
      try Graphviz.render(dot: dot, engine: engine, format: .svg)
    }
    #expect(
      try !String(decoding: Self.data(of: #require(page)), as: UTF8.self).contains("\"at\":[]"))
    #expect(explorer.page(engine: .neato, all: nil) { _, _ in Array("no picture".utf8) } == nil)
  }

  /// Writes the pages that the browser tests open, where `Scripts/explorer` asks for them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["EXPLORER_PAGES"] != nil))
  func writesPagesForTheBrowser() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["EXPLORER_PAGES"] ?? ".")
    var graph = HostileNameTests.graph
    for index in graph.nodes.indices {
      graph.nodes[index].aliases = [
        Node.Alias(text: "\u{2028}<img src=x onerror=alert(2)>", mentions: 1, rule: "<b>rule</b>")
      ]
      graph.nodes[index].roles = [
        Node.Role(label: "\"><iframe src=//x>", of: "</script><script>alert(3)", mentions: 2)
      ]
    }
    let pages = [
      ("hostile", Explorer(graph)), ("large", Explorer(Self.large(actors: 2050, links: 8200))),
    ]
    for (name, explorer) in pages {
      try Data(explorer.render()).write(to: folder.appending(path: "\(name).html"))
    }
  }

  /// A graph of many actors with hubs, a third of its links stated.
  private static func large(actors count: Int, links: Int) -> Graph {
    let first = [
      "Ada", "Björn", "Chloé", "Dmitri", "Esra", "Fatou", "Gül", "Håkon", "Inés", "Jiří",
    ]
    let last = ["Abara", "Brandt", "Černý", "Dubois", "Eriksen", "Fofana", "García", "Haddad"]
    var random: UInt64 = 7
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(limit))
    }
    let actors = (0..<count).map { index -> (EntityKind, String) in
      let name = "\(first[index % 10]) \(last[index / 10 % 8])"
      switch index % 3 {
      case 0: return (.person, "\(name)-\(index)")
      case 1: return (.organization, "\(last[index % 8]) Group \(index)")
      default: return (.place, "Port \(index)")
      }
    }
    let relations = (0..<links).map { index -> (Int, String, Int) in
      // Small numbers are drawn more often: they are the hubs.
      let a = next(next(count) + 1)
      var b = next(count)
      if a == b { b = (b + 1) % count }
      return (a, index % 3 == 0 ? "met" : index % 3 == 1 ? "-" : "holds_role", b)
    }
    return GraphFragment.graph([
      GraphFragment.example("large", actors: actors, relations: relations)
    ])
  }

  /// The JSON between the script tags.
  private static func data(of page: [UInt8]) throws -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    let start = try #require(text.range(of: "id=\"data\">"))
    let end = try #require(text.range(of: "</script>", range: start.upperBound..<text.endIndex))
    return Array(text[start.upperBound..<end.lowerBound].utf8)
  }
}
