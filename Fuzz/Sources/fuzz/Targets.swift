@testable import EntityGraph

/// What is fuzzed: the name on the command line and what is done with the bytes.
///
/// A broken promise traps, which the fuzzer reports together with the input.
let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "text": extractText, "documents": readDocuments, "rules": { compile($0, as: "fuzz.rules") },
  "table": { compile($0, as: "fuzz.tsv") },
]

nonisolated(unsafe) private let knowledge: Knowledge = {
  do { return try Knowledge.builtIn() } catch { fatalError("no built-in knowledge: \(error)") }
}()
nonisolated(unsafe) private var extractor = Extractor(knowledge: knowledge)
nonisolated(unsafe) private var extraction = Extraction()

/// Tokenizer to relations, and what is written about them.
@Sendable private func extractText(_ bytes: [UInt8]) {
  let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
  extractor.extract(text, into: &extraction)
  let broken = Invariants(extraction, in: text, knowledge).broken
  precondition(broken.isEmpty, "\(broken)")
  var writer = JSONLWriter(knowledge: knowledge)
  var out = ByteWriter()
  writer.write(Document(id: "fuzz", text: text), extraction, to: &out)
  precondition(out.bytes.last == 0x0a && out.bytes.dropLast().allSatisfy { $0 != 0x0a })
}

/// Bytes of a file of articles.
@Sendable private func readDocuments(_ bytes: [UInt8]) {
  var decoder = DocumentDecoder()
  for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
    check(.line(bytes: Array(line), input: "fuzz", number: 1), &decoder)
  }
  check(.text(bytes: bytes, input: "fuzz"), &decoder)
}

private func check(_ record: DocumentSource.Record, _ decoder: inout DocumentDecoder) {
  guard let document = try? decoder.decode(record) else { return }
  precondition(String(validating: document.text, as: UTF8.self) != nil)
}

/// A file of a user's pack, alone.
@Sendable private func compile(_ bytes: [UInt8], as path: String) {
  let pack = PackSource(name: "fuzz", files: [PackSource.File(path: path, bytes: bytes)])
  _ = try? Knowledge.compile([pack], base: nil)
}
