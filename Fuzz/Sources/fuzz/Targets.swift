@testable import EntityGraph

/// What is fuzzed: the name on the command line and what is done with the bytes.
///
/// A broken promise traps, which the fuzzer reports together with the input.
let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "text": extractText, "graph": buildGraph, "documents": readDocuments, "json": readJSON,
  "annotations": readAnnotations, "decisions": decide, "rules": { compile($0, as: "fuzz.rules") },
  "table": { compile($0, as: "fuzz.tsv") },
]

nonisolated(unsafe) private let knowledge: Knowledge = {
  do { return try Knowledge.builtIn() } catch { fatalError("no built-in knowledge: \(error)") }
}()
nonisolated(unsafe) private var extractor = Extractor(knowledge: knowledge)
nonisolated(unsafe) private var extraction = Extraction()
nonisolated(unsafe) private var maker = FragmentMaker(knowledge: knowledge)

/// Tokenizer to relations, and what is written about them.
@Sendable private func extractText(_ bytes: [UInt8]) {
  let text = valid(bytes)
  extractor.extract(text, into: &extraction)
  let broken = Invariants(extraction, in: text, knowledge).broken
  precondition(broken.isEmpty, "\(broken)")
  var writer = JSONLWriter(knowledge: knowledge)
  var out = ByteWriter()
  writer.write(Document(id: "fuzz", text: text), extraction, to: &out)
  precondition(out.bytes.last == 0x0a && out.bytes.dropLast().allSatisfy { $0 != 0x0a })
  requireJSON(out.bytes)
}

/// Articles, cut at form feeds, to a graph and one of the formats that can be read back, chosen by the
/// bytes: all eleven for each input would leave a tenth of the time to what makes the graph.
@Sendable private func buildGraph(_ bytes: [UInt8]) {
  var builder = GraphBuilder(quotes: 2, resolver: resolver)
  for (number, part) in bytes.split(separator: 0x0c).enumerated() {
    let document = Document(id: "\(number)", text: valid(Array(part)))
    extractor.extract(document.text, into: &extraction)
    builder.add(maker.make(document, extraction))
  }
  let graph = builder.build()
  for link in graph.links {
    precondition(graph.nodes.indices.contains(link.source), "a link from nowhere")
    precondition(graph.nodes.indices.contains(link.target), "a link to nowhere")
    precondition(link.source != link.target, "a link to itself")
    precondition(link.evidence.count <= 2 && link.weight >= link.evidence.count, "evidence")
  }
  let formats = GraphFormat.allCases
  let format = formats[bytes.reduce(0) { $0 &+ Int($1) } % formats.count]
  for part in format.parts {
    let written = part.writer.bytes(of: graph)
    precondition(String(validating: written, as: UTF8.self) != nil, "\(format) is no UTF-8")
    switch format {
    case .json, .cytoscape: requireJSON(written)
    case .ftm: for line in written.split(separator: 0x0a) { requireJSON(Array(line)) }
    default: break
    }
  }
}
private let resolver = IdentityResolver(knowledge: knowledge)

/// Bytes of a file of articles.
@Sendable private func readDocuments(_ bytes: [UInt8]) {
  var decoder = DocumentDecoder()
  for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
    check(.line(bytes: Array(line), input: "fuzz", number: 1), &decoder)
  }
  check(.text(bytes: bytes, input: "fuzz"), &decoder)
}

private func check(_ record: DocumentSource.Record, _ decoder: inout DocumentDecoder) {
  do {
    let document = try decoder.decode(record)
    precondition(String(validating: document.text, as: UTF8.self) != nil)
  } catch { precondition(!error.description.contains { $0.isNewline }, "a problem on two lines") }
}

/// What is accepted as a string, written again and read again, is the same.
@Sendable private func readJSON(_ bytes: [UInt8]) {
  let text = valid(bytes)
  text.withUnsafeBufferPointer { buffer in
    var reader = JSONReader(buffer)
    do throws(JSONProblem) {
      try reader.skipValue()
      try reader.finish()
    } catch { precondition((0...text.count).contains(error.offset), "a problem outside") }
    var string: [UInt8] = []
    reader = JSONReader(buffer)
    guard (try? reader.readString(into: &string)) != nil else { return }
    var out = ByteWriter()
    out.json(String(decoding: string, as: UTF8.self))
    out.bytes.withUnsafeBufferPointer { again in
      var second = JSONReader(again)
      var copy: [UInt8] = []
      precondition((try? second.readString(into: &copy)) != nil, "written but not read")
      precondition(copy == string, "another string")
    }
  }
}

/// A line of a gold standard.
@Sendable private func readAnnotations(_ bytes: [UInt8]) {
  do throws(GoldProblem.What) {
    let annotation = try AnnotationReader.read(bytes)
    let count = annotation.entities.count
    for index in annotation.roles.flatMap({ [$0.holder, $0.of] }).compactMap(\.self)
      + annotation.relations.flatMap({ [$0.subject, $0.object] })
    { precondition((0..<count).contains(index), "an entity that the line does not have") }
  } catch { precondition(!"\(error)".contains { $0.isNewline }, "a problem on two lines") }
}

/// A file of decisions: what is read is written as it can be read again, and of one in sixteen, chosen
/// by the bytes, a small graph is made, which takes a hundred times as long as to read it.
@Sendable private func decide(_ bytes: [UInt8]) {
  let decisions = Decisions(bytes: bytes, file: "fuzz")
  for problem in decisions.problems {
    precondition(!problem.description.contains { $0.isNewline }, "a problem on two lines")
  }
  for line in decisions.lines {
    let again = Decisions(bytes: Array(line.description.utf8), file: "fuzz")
    precondition(again.lines.map(\.action) == [line.action], "written: \(line)")
  }
  if bytes.reduce(0, { $0 &+ Int($1) }) % 16 != 0 { return }
  var builder = GraphBuilder(decisions: decisions)
  for fragment in fragments { builder.add(fragment) }
  let graph = builder.build()
  for link in graph.links {
    precondition(graph.nodes.indices.contains(link.source), "a link from nowhere")
    precondition(graph.nodes.indices.contains(link.target), "a link to nowhere")
  }
}
private let fragments: [GraphFragment] = {
  let texts = [
    "a": "Ada Reyes of Northport Bank met Bo Lind in Lisbon. Mr Lind accused Ms Reyes.",
    "b": "Ada Reyes and Robert Lind live in Northport, said Northport Bank.",
  ]
  var extractor = Extractor(knowledge: knowledge)
  var maker = FragmentMaker(knowledge: knowledge)
  return texts.sorted { $0.key < $1.key }.map { id, text in
    let document = Document(id: id, text: text)
    var found = Extraction()
    extractor.extract(document.text, into: &found)
    return maker.make(document, found)
  }
}()

/// A file of a user's pack, alone.
@Sendable private func compile(_ bytes: [UInt8], as path: String) {
  let pack = PackSource(name: "fuzz", files: [PackSource.File(path: path, bytes: bytes)])
  _ = try? Knowledge.compile([pack], base: nil)
}

private func valid(_ bytes: [UInt8]) -> [UInt8] {
  Array(String(decoding: bytes, as: UTF8.self).utf8)
}

private func requireJSON(_ bytes: [UInt8]) {
  bytes.withUnsafeBufferPointer { buffer in
    var reader = JSONReader(buffer)
    do throws(JSONProblem) {
      try reader.skipValue()
      try reader.finish()
    } catch { preconditionFailure("wrote no JSON: \(error)") }
  }
}
