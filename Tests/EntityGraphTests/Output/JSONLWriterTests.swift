import Testing

@testable import EntityGraph

@Suite struct JSONLWriterTests {
  /// An extraction made by hand: Zoë met Ann in Köln; the writer, not the engine, is under test.
  private static let text = "“Zoë Lind” met Ann in Köln.\nAnn\nand Zoë met."

  private static func span(_ words: String, after: String = "") -> ByteSpan {
    let bytes = Array(text.utf8)
    let from = after.isEmpty ? 0 : (find(Array(after.utf8), in: bytes, from: 0) + after.utf8.count)
    let start = find(Array(words.utf8), in: bytes, from: from)
    return ByteSpan(start: Int32(start), end: Int32(start + words.utf8.count))
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from: Int) -> Int {
    (from...(bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) } ?? -1
  }

  private static func mention(_ span: ByteSpan, _ kind: EntityKind, _ entity: Int32) -> Mention {
    Mention(span: span, first: 0, end: 1, kind: kind, form: .name, entity: entity, rule: 0)
  }

  private static let extraction: Extraction = {
    var extraction = Extraction()
    extraction.mentions = [
      mention(span("Zoë Lind"), .person, 0), mention(span("Ann"), .person, 1),
      mention(span("Köln"), .place, 2), mention(span("Ann", after: "Köln.\n"), .person, 1),
      mention(span("Zoë", after: "and "), .person, 0),
    ]
    extraction.entities = [
      Entity(kind: .person, naming: 0, canonical: 0),
      Entity(kind: .person, naming: 1, canonical: 0),
      Entity(kind: .place, naming: 2, canonical: 0),
    ]
    let whole = [span("Zoë Lind” met Ann"), span("Ann\nand Zoë met")]
    for (index, (subject, object)) in [(Int32(0), Int32(1)), (1, 0)].enumerated() {
      extraction.relations.append(
        RelationMention(
          subject: subject, object: object, predicate: 0,
          modality: index == 0 ? .reported : .asserted, label: span("met"), evidence: whole[index],
          sentence: Int32(index), rule: 0))
    }
    return extraction
  }()

  @Test func offsetsCountScalarsAndFactsStandOnce() throws {
    let knowledge = try Knowledge.builtIn()
    var extraction = Self.extraction
    let met = knowledge.predicates.firstIndex { $0.name == "met" }
    for index in extraction.relations.indices {
      extraction.relations[index].predicate = PredicateID(try #require(met))
    }
    var writer = JSONLWriter(knowledge: knowledge)
    var out = ByteWriter()
    writer.write(Document(id: "a \"b\"", text: Self.text), extraction, to: &out)
    let name = { (id: Int, kind: String, name: String, spans: [(Int, Int)]) in
      let mentions = spans.map {
        "{\"start\":\($0.0),\"end\":\($0.1),\"form\":\"name\",\"rule\":\"\"}"
      }.joined(separator: ",")
      return
        "{\"id\":\"e\(id)\",\"kind\":\"\(kind)\",\"name\":\"\(name)\",\"mentions\":[\(mentions)]}"
    }
    let entities = [
      name(1, "person", "Zoë Lind", [(1, 9), (36, 39)]),
      name(2, "person", "Ann", [(15, 18), (28, 31)]), name(3, "place", "Köln", [(22, 26)]),
    ].joined(separator: ",")
    #expect(
      String(decoding: out.bytes, as: UTF8.self) == "{\"document\":\"a \\\"b\\\"\",\"entities\":["
        + entities + "],\"roles\":[],\"relations\":[{\"subject\":\"e2\",\"predicate\":\"met\","
        + "\"label\":\"met\",\"object\":\"e1\",\"modality\":\"asserted\","
        + "\"evidence\":[{\"start\":1,\"end\":18},{\"start\":28,\"end\":43}],\"rule\":\"\"}]}\n")
  }
}
