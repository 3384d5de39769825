import Foundation
import Testing

@testable import EntityGraph

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Nothing that an article says may inject anything into any output.
@Suite struct HostileNameTests {
  static let names: [String] = [
    "Plain \"Quoted\" Name", "Back\\slash \\N \\G \\E", "Amp & Co &lt; &bogus; &#60;",
    "<script>alert(1)</script>", "</title><svg onload=alert(1)>", "]]> <!-- -- --> <?php ?>",
    "javascript:alert(1)", "line\nbreak\r\ttab", "\u{1}\u{8}\u{7F}\u{85}\u{FFFE}control",
    "\u{202E}turned\u{2066}", "=HYPERLINK(\"http://x\")", "+1-2", "@cmd", "a;b,c|d", "`back`tick`",
    "'; DROP TABLE x; --", "{brace} [bracket] $dollar %percent #hash", "日本語の名前 Ünïcödé 😀",
    String(repeating: "long", count: 5000), String(repeating: "w ", count: 10_000),
  ]

  static let graph: Graph = {
    var fragment = GraphFragment.example(
      "doc \"<&\\", actors: names.map { (.person, $0) },
      relations: names.indices.map { ($0, "other", ($0 + 1) % names.count) },
      label: "says \"<&\\N>\" ]]> \n x")
    fragment.source.title = "Title </title> \"<&"
    fragment.source.url = "javascript:alert(1)"
    return GraphFragment.graph([fragment])
  }()

  @Test func picturesAreWellFormedAndHoldOurElementsAlone() throws {
    let drawing = Drawing(Self.graph)
    #expect(drawing.actors.count == Self.names.count)
    for engine in [Graphviz.Engine.neato, .dot] {
      let svg = try drawing.render(engine: engine)
      let seen = try Elements.of(svg)
      let ours: Set<String> = [
        "svg", "title", "desc", "style", "rect", "text", "g", "path", "polygon", "polyline",
        "ellipse",
      ]
      #expect(seen.names.subtracting(ours).isEmpty)
      let attributes: Set<String> = [
        "xmlns", "role", "aria-labelledby", "class", "width", "height", "viewBox", "id", "x", "y",
        "rx", "ry", "cx", "cy", "points", "d", "transform", "style", "tabindex", "font-size",
      ]
      #expect(seen.attributes.subtracting(attributes).isEmpty)
    }
  }

  @Test func graphvizTakesEveryName() throws {
    for name in Self.names {
      let drawing = Drawing(
        GraphFragment.graph([
          GraphFragment.example(
            "d", actors: [(.place, name), (.organization, "Other")],
            relations: [(1, "located_in", 0)])
        ]))
      #expect(try !drawing.render().isEmpty)
    }
  }

  /// DOT for other programs is read back by Graphviz, with as many nodes and lines as were written.
  @Test func dotIsRead() throws {
    let drawing = Drawing(Self.graph)
    let texts = [
      (drawing.dot(for: .dot), Self.names.count + drawing.lines.count, 2 * drawing.lines.count),
      (
        String(decoding: GraphFormat.dot.writer.bytes(of: Self.graph), as: UTF8.self),
        Self.graph.nodes.count, Self.graph.links.count
      ),
    ]
    for (dot, nodes, edges) in texts {
      let svg = String(
        decoding: try Graphviz.render(dot: dot, engine: .dot, format: .svg), as: UTF8.self)
      #expect(svg.matches(of: /class="node"/).count == nodes)
      #expect(svg.matches(of: /class="edge"/).count == edges)
      #expect(!svg.contains("<script") && !svg.contains("<svg onload"))
    }
  }

  @Test(arguments: [GraphFormat.graphml, .gexf])
  func xmlIsWellFormed(_ format: GraphFormat) throws {
    let seen = try Elements.of(format.writer.bytes(of: Self.graph))
    #expect(!seen.names.contains("script"))
    #expect(seen.count(of: "node") == Self.graph.nodes.count)
    #expect(seen.count(of: "edge") == Self.graph.links.count)
  }

  @Test(arguments: [GraphFormat.json, .cytoscape])
  func jsonIsWellFormed(_ format: GraphFormat) throws {
    let bytes = format.writer.bytes(of: Self.graph)
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let elements = object?["elements"] as? [String: Any] ?? object
    let nodes = elements?["nodes"] as? [[String: Any]]
    #expect(nodes?.count == Self.graph.nodes.count)
    let links = (elements?["links"] ?? elements?["edges"]) as? [[String: Any]]
    #expect(links?.count == Self.graph.links.count)
    if format == .json {
      #expect(Set(nodes?.compactMap { $0["name"] as? String } ?? []) == Set(Self.names))
    }
  }

  @Test func tablesHoldNoFormulas() {
    for writer in [LinksCSV() as any GraphWriter, NodesCSV()] {
      let text = String(decoding: writer.bytes(of: Self.graph), as: UTF8.self)
      for line in text.split(separator: "\r\n") {
        let first = line.first ?? " "
        #expect(!"=+-@".contains(first))
        #expect(!line.contains(",=") && !line.contains(",@") && !line.contains(",\"="))
      }
    }
  }
}

/// The element and attribute names of an XML text.
private final class Elements: NSObject, XMLParserDelegate {
  private var counts: [String: Int] = [:]
  private(set) var attributes: Set<String> = []
  var names: Set<String> { Set(counts.keys) }
  func count(of name: String) -> Int { counts[name] ?? 0 }

  static func of(_ bytes: [UInt8]) throws -> Elements {
    let parser = XMLParser(data: Data(bytes))
    let elements = Elements()
    parser.delegate = elements
    let isWellFormed = parser.parse()
    #expect(isWellFormed, "\(String(describing: parser.parserError))")
    return elements
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    self.attributes.formUnion(attributes.keys)
  }
}
