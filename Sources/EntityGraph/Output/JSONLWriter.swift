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
  private var rules = QuotedNames { $0.ruleName($1) }
  private var tails = MentionTails()
  private var predicates = QuotedNames { knowledge, id in
    Int(id) < knowledge.predicates.count ? knowledge.predicates[Int(id)].name : "other"
  }

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
    document.text.withUnsafeBufferPointer { text in
      for index in extraction.entities.indices {
        writeHead(of: index, text, document, extraction, &out)
        writeMentions(of: index, text, extraction, &out)
      }
      out.append("],\"roles\":[")
      for (index, role) in extraction.roles.enumerated() {
        writeRole(role, isFirst: index == 0, text, &out)
      }
      out.append("],\"relations\":[")
      facts.group(extraction, knowledge.predicates)
      for (index, fact) in facts.facts.enumerated() {
        writeFact(fact, isFirst: index == 0, text, document, extraction, &out)
      }
    }
    out.append("]}\n")
  }

  private mutating func groupMentions(_ extraction: borrowing Extraction) {
    starts.refill(0, count: extraction.entities.count + 2)
    mentions.grow(0, count: extraction.mentions.count)
    let entities = Int32(truncatingIfNeeded: extraction.entities.count)
    extraction.mentions.withUnsafeBufferPointer { all in
      starts.withUnsafeMutableBufferPointer { starts in
        for mention in all where mention.entity >= 0 && mention.entity < entities {
          starts[Int(mention.entity) + 2] += 1
          tails.prepare(mention.form, mention.rule, &rules, knowledge)
        }
        for slot in 2..<starts.count { starts[slot] += starts[slot - 1] }
        mentions.withUnsafeMutableBufferPointer { mentions in
          for (index, mention) in all.enumerated()
          where mention.entity >= 0 && mention.entity < entities {
            let slot = Int(mention.entity) + 1
            mentions[Int(starts[slot])] = Int32(truncatingIfNeeded: index)
            starts[slot] += 1
          }
        }
      }
    }
  }

  /// Writes an entity up to its name.
  private mutating func writeHead(
    of index: Int, _ text: UnsafeBufferPointer<UInt8>, _ document: borrowing Document,
    _ extraction: borrowing Extraction, _ out: inout ByteWriter
  ) {
    let entity = extraction.entities[index]
    out.append(atMost: 64 + RecordWriter.digits) { room in
      var record = RecordWriter(room)
      if index > 0 { record.append(",") }
      record.append("{\"id\":\"e")
      record.append(UInt(bitPattern: index + 1))
      switch entity.kind {
      case .person: record.append("\",\"kind\":\"person\",\"name\":")
      case .organization: record.append("\",\"kind\":\"organization\",\"name\":")
      case .place: record.append("\",\"kind\":\"place\",\"name\":")
      }
      return record.count
    }
    if entity.canonical != 0 {
      out.json(knowledge.lexicon.nameText(entity.canonical))
    } else {
      let span = extraction.mentions[Int(entity.naming)].span
      if Passage.isPlain(span, of: document.text) {
        out.json(UnsafeBufferPointer(rebasing: text[Int(span.start)..<Int(span.end)]))
      } else {
        name.removeAll(keepingCapacity: true)
        Passage.append(span, of: document.text, to: &name)
        name.withUnsafeBufferPointer { out.json($0) }
      }
    }
  }

  /// Writes the mentions of an entity and closes it: into room for all of them, which is asked for once.
  private mutating func writeMentions(
    of index: Int, _ text: UnsafeBufferPointer<UInt8>, _ extraction: borrowing Extraction,
    _ out: inout ByteWriter
  ) {
    let slots = Int(starts[index])..<Int(starts[index + 1])
    let most = 32 + RecordWriter.digits * 2 + tails.longest
    extraction.mentions.withUnsafeBufferPointer { all in
      mentions.withUnsafeBufferPointer { mentions in
        tails.withView { tails in
          out.append(atMost: 32 + slots.count * most + RecordWriter.padding) { room in
            var record = RecordWriter(room)
            record.append(",\"mentions\":[")
            for slot in slots {
              let mention = all[Int(mentions[slot])]
              let (start, end) = scalars(mention.span, text)
              record.append(start, end)
              record.append(padded: tails[mention.form, mention.rule])
            }
            // What stands behind the last one is no comma.
            if !slots.isEmpty { record.removeLast() }
            record.append("]}")
            return record.count
          }
        }
      }
    }
  }

  private mutating func writeRole(
    _ role: RoleMention, isFirst: Bool, _ text: UnsafeBufferPointer<UInt8>,
    _ out: inout ByteWriter
  ) {
    let (start, end) = scalars(role.span, text)
    rules.withText(role.rule, knowledge) { rule in
      out.append(atMost: 80 + RecordWriter.digits * 4 + rule.count) { room in
        var record = RecordWriter(room)
        if !isFirst { record.append(",") }
        record.append(start, end)
        record.append(",\"holder\":")
        record.append(entity: role.holder)
        record.append(",\"of\":")
        record.append(entity: role.of)
        record.append(",\"rule\":")
        record.append(rule)
        record.append("}")
        return record.count
      }
    }
  }

  private mutating func writeFact(
    _ fact: Facts.Fact, isFirst: Bool, _ text: UnsafeBufferPointer<UInt8>,
    _ document: borrowing Document,
    _ extraction: borrowing Extraction, _ out: inout ByteWriter
  ) {
    let main = extraction.relations[fact.main]
    predicates.withText(RuleID(main.predicate), knowledge) { predicate in
      out.append(atMost: 48 + RecordWriter.digits + predicate.count) { room in
        var record = RecordWriter(room)
        if !isFirst { record.append(",") }
        record.append("{\"subject\":")
        record.append(entity: main.subject)
        record.append(",\"predicate\":")
        record.append(predicate)
        record.append(",\"label\":")
        return record.count
      }
    }
    if !main.isFormer, knowledge.rules.label(main.rule) == nil,
      Passage.isPlain(main.label, of: document.text)
    {
      out.json(
        UnsafeBufferPointer(rebasing: text[Int(main.label.start)..<Int(main.label.end)]))
    } else {
      out.json(knowledge.label(of: main, in: document.text))
    }
    out.append(atMost: 72 + RecordWriter.digits) { room in
      var record = RecordWriter(room)
      record.append(",\"object\":")
      record.append(entity: main.object)
      switch main.modality {
      case .asserted: record.append(",\"modality\":\"asserted\",\"evidence\":[")
      case .reported: record.append(",\"modality\":\"reported\",\"evidence\":[")
      case .possible: record.append(",\"modality\":\"possible\",\"evidence\":[")
      case .negated: record.append(",\"modality\":\"negated\",\"evidence\":[")
      }
      return record.count
    }
    for slot in fact.start..<fact.end {
      let (start, end) = scalars(extraction.relations[slot].evidence, text)
      out.append(atMost: 32 + RecordWriter.digits * 2) { room in
        var record = RecordWriter(room)
        if slot > fact.start { record.append(",") }
        record.append(start, end)
        record.append("}")
        return record.count
      }
    }
    rules.withText(main.rule, knowledge) { rule in
      out.append(atMost: 32 + rule.count) { room in
        var record = RecordWriter(room)
        record.append("],\"rule\":")
        record.append(rule)
        record.append("}")
        return record.count
      }
    }
  }

  @inline(__always)
  private func scalars(
    _ span: ByteSpan, _ text: UnsafeBufferPointer<UInt8>
  ) -> (start: UInt, end: UInt) {
    (
      UInt(bitPattern: offsets.scalar(of: Int(span.start), in: text)),
      UInt(bitPattern: offsets.scalar(of: Int(span.end), in: text))
    )
  }
}

extension RecordWriter {
  /// Opens the record of a span.
  @inline(__always)
  fileprivate mutating func append(_ start: UInt, _ end: UInt) {
    append("{\"start\":")
    append(start)
    append(",\"end\":")
    append(end)
  }

  /// Appends the id of an entity, `null` for none.
  @inline(__always)
  fileprivate mutating func append(entity: Int32) {
    if entity < 0 { return append("null") }
    append("\"e")
    append(UInt(bitPattern: Int(entity) + 1))
    append("\"")
  }
}
