/// Writes what was recognized in a document as one line of JSON; offsets count Unicode scalars.
///
/// One object a line: `document`, `entities` with their mentions, `roles`, and `relations`, one a
/// fact with every evidence span. One writer a thread; its memory is reused.
public struct JSONLWriter: Sendable {
  private let knowledge: Knowledge
  private var offsets = ScalarOffsets()
  private var facts = Facts()
  /// Mentions by entity: `mentions[starts[e]..<starts[e + 1]]`.
  private var starts: [Int32] = []
  private var mentions: [Int32] = []
  private var name: [UInt8] = []

  /// Makes a writer for what `knowledge` recognized.
  public init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// Appends one document's line.
  public mutating func write(
    _ document: borrowing Document, _ extraction: borrowing Extraction, to out: inout ByteWriter
  ) {
    offsets.prepare(document.text)
    groupMentions(extraction)
    out.append("{\"document\":")
    out.json(document.id)
    out.append(",\"entities\":[")
    for index in extraction.entities.indices {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      writeEntity(index, document, extraction, &out)
    }
    out.append("],\"roles\":[")
    for (index, role) in extraction.roles.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      writeSpan(role.span, document, &out)
      out.append(",\"holder\":")
      writeID(role.holder, &out)
      out.append(",\"of\":")
      writeID(role.of, &out)
      out.append(",\"rule\":")
      out.json(knowledge.ruleName(role.rule))
      out.append(UInt8(ascii: "}"))
    }
    out.append("],\"relations\":[")
    facts.group(extraction, knowledge.predicates)
    for (index, fact) in facts.facts.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      writeFact(fact, document, extraction, &out)
    }
    out.append("]}\n")
  }

  private mutating func groupMentions(_ extraction: borrowing Extraction) {
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: extraction.entities.count + 2))
    for mention in extraction.mentions where mention.entity >= 0 {
      starts[Int(mention.entity) + 2] += 1
    }
    for slot in starts.indices.dropFirst(2) { starts[slot] += starts[slot - 1] }
    mentions.removeAll(keepingCapacity: true)
    mentions.append(contentsOf: repeatElement(0, count: Int(starts.last ?? 0)))
    for (index, mention) in extraction.mentions.enumerated() where mention.entity >= 0 {
      let slot = Int(mention.entity) + 1
      mentions[Int(starts[slot])] = Int32(index)
      starts[slot] += 1
    }
  }

  private mutating func writeEntity(
    _ index: Int, _ document: borrowing Document, _ extraction: borrowing Extraction,
    _ out: inout ByteWriter
  ) {
    let entity = extraction.entities[index]
    out.append("{\"id\":")
    writeID(Int32(index), &out)
    out.append(",\"kind\":\"")
    out.append(text: entity.kind.word)
    out.append("\",\"name\":")
    if entity.canonical != 0 {
      out.json(knowledge.canonicalName(entity.canonical))
    } else {
      let span = extraction.mentions[Int(entity.naming)].span
      if Passage.isPlain(span, of: document.text) {
        document.text.withUnsafeBufferPointer {
          out.json(UnsafeBufferPointer(rebasing: $0[Int(span.start)..<Int(span.end)]))
        }
      } else {
        name.removeAll(keepingCapacity: true)
        Passage.append(span, of: document.text, to: &name)
        name.withUnsafeBufferPointer { out.json($0) }
      }
    }
    out.append(",\"mentions\":[")
    for slot in Int(starts[index])..<Int(starts[index + 1]) {
      let mention = extraction.mentions[Int(mentions[slot])]
      if slot > Int(starts[index]) { out.append(UInt8(ascii: ",")) }
      writeSpan(mention.span, document, &out)
      out.append(",\"form\":\"")
      out.append(text: mention.form.word)
      out.append("\",\"rule\":")
      out.json(knowledge.ruleName(mention.rule))
      out.append(UInt8(ascii: "}"))
    }
    out.append("]}")
  }

  private func writeFact(
    _ fact: Facts.Fact, _ document: borrowing Document, _ extraction: borrowing Extraction,
    _ out: inout ByteWriter
  ) {
    let main = extraction.relations[fact.main]
    out.append("{\"subject\":")
    writeID(main.subject, &out)
    out.append(",\"predicate\":")
    out.json(
      Int(main.predicate) < knowledge.predicates.count
        ? knowledge.predicates[Int(main.predicate)].name : "other")
    out.append(",\"label\":")
    out.json(knowledge.label(of: main, in: document.text))
    out.append(",\"object\":")
    writeID(main.object, &out)
    out.append(",\"modality\":\"")
    out.append(text: main.modality.word)
    out.append("\",\"evidence\":[")
    for slot in fact.start..<fact.end {
      if slot > fact.start { out.append(UInt8(ascii: ",")) }
      writeSpan(extraction.relations[facts.order[slot]].evidence, document, &out)
      out.append(UInt8(ascii: "}"))
    }
    out.append("],\"rule\":")
    out.json(knowledge.ruleName(main.rule))
    out.append(UInt8(ascii: "}"))
  }

  /// Writes `{"start":…,"end":…` without the closing brace.
  private func writeSpan(
    _ span: ByteSpan, _ document: borrowing Document, _ out: inout ByteWriter
  ) {
    out.append("{\"start\":")
    out.append(offsets.scalar(of: Int(span.start), in: document.text))
    out.append(",\"end\":")
    out.append(offsets.scalar(of: Int(span.end), in: document.text))
  }

  private func writeID(_ entity: Int32, _ out: inout ByteWriter) {
    if entity < 0 { return out.append("null") }
    out.append("\"e")
    out.append(Int(entity) + 1)
    out.append(UInt8(ascii: "\""))
  }
}
