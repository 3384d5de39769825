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
      let offsets = offsets
      offsets.withView(of: text) { offsets in
        writeEntities(offsets, document, extraction, &out)
        out.append("],\"roles\":[")
        for (index, role) in extraction.roles.enumerated() {
          writeRole(role, isFirst: index == 0, offsets, &out)
        }
        out.append("],\"relations\":[")
        facts.group(extraction, knowledge.predicates)
        for (index, fact) in facts.facts.enumerated() {
          writeFact(fact, isFirst: index == 0, offsets, document, extraction, &out)
        }
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

  private mutating func writeEntities(
    _ offsets: ScalarOffsets.View, _ document: borrowing Document,
    _ extraction: borrowing Extraction, _ out: inout ByteWriter
  ) {
    // Lent once: to count owners for every entity would cost more than to write it.
    let (starts, mentions, tails) = (starts, mentions, tails)
    extraction.mentions.withUnsafeBufferPointer { all in
      starts.withUnsafeBufferPointer { starts in
        mentions.withUnsafeBufferPointer { mentions in
          tails.withView { tails in
            let line = EntityLine(
              all: all, starts: starts, mentions: mentions, tails: tails, offsets: offsets)
            for index in extraction.entities.indices {
              let entity = extraction.entities[index]
              if entity.canonical != 0 {
                line.write(
                  index, entity.kind, knowledge.lexicon.nameText(entity.canonical), &out)
                continue
              }
              let span = all[Int(entity.naming)].span
              if Passage.isPlain(span, of: document.text) {
                line.write(index, entity.kind, offsets.bytes(of: span), &out)
              } else {
                name.removeAll(keepingCapacity: true)
                Passage.append(span, of: document.text, to: &name)
                name.withUnsafeBufferPointer { line.write(index, entity.kind, $0, &out) }
              }
            }
          }
        }
      }
    }
  }

  private mutating func writeRole(
    _ role: RoleMention, isFirst: Bool, _ offsets: ScalarOffsets.View, _ out: inout ByteWriter
  ) {
    rules.withText(role.rule, knowledge) { rule in
      out.append(atMost: 80 + RecordWriter.digits * 4 + rule.count) { room in
        var record = RecordWriter(room)
        if !isFirst { record.append(",") }
        record.append(role.span, offsets)
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
    _ fact: Facts.Fact, isFirst: Bool, _ offsets: ScalarOffsets.View,
    _ document: borrowing Document, _ extraction: borrowing Extraction, _ out: inout ByteWriter
  ) {
    let main = extraction.relations[fact.main]
    if !main.isFormer, knowledge.rules.label(main.rule) == nil,
      Passage.isPlain(main.label, of: document.text)
    {
      writeFact(fact, isFirst: isFirst, offsets.bytes(of: main.label), offsets, extraction, &out)
    } else {
      var label = knowledge.label(of: main, in: document.text)
      label.withUTF8 { writeFact(fact, isFirst: isFirst, $0, offsets, extraction, &out) }
    }
  }

  private mutating func writeFact(
    _ fact: Facts.Fact, isFirst: Bool, _ label: UnsafeBufferPointer<UInt8>,
    _ offsets: ScalarOffsets.View, _ extraction: borrowing Extraction, _ out: inout ByteWriter
  ) {
    let main = extraction.relations[fact.main]
    let evidence = (fact.end - fact.start) * (32 + RecordWriter.digits * 2)
    predicates.withText(RuleID(main.predicate), knowledge) { predicate in
      rules.withText(main.rule, knowledge) { rule in
        let most = predicate.count + label.count * RecordWriter.escape + evidence + rule.count
        out.append(atMost: 160 + RecordWriter.digits * 2 + most) { room in
          var record = RecordWriter(room)
          if !isFirst { record.append(",") }
          record.append("{\"subject\":")
          record.append(entity: main.subject)
          record.append(",\"predicate\":")
          record.append(predicate)
          record.append(",\"label\":")
          record.json(label)
          record.append(",\"object\":")
          record.append(entity: main.object)
          switch main.modality {
          case .asserted: record.append(",\"modality\":\"asserted\",\"evidence\":[")
          case .reported: record.append(",\"modality\":\"reported\",\"evidence\":[")
          case .possible: record.append(",\"modality\":\"possible\",\"evidence\":[")
          case .negated: record.append(",\"modality\":\"negated\",\"evidence\":[")
          }
          for slot in fact.start..<fact.end {
            if slot > fact.start { record.append(",") }
            record.append(extraction.relations[slot].evidence, offsets)
            record.append("}")
          }
          record.append("],\"rule\":")
          record.append(rule)
          record.append("}")
          return record.count
        }
      }
    }
  }
}

/// Writes entities with their mentions; lends what it reads of a document.
private struct EntityLine {
  let all: UnsafeBufferPointer<Mention>
  /// As in ``JSONLWriter``.
  let starts: UnsafeBufferPointer<Int32>
  let mentions: UnsafeBufferPointer<Int32>
  let tails: MentionTails.View
  let offsets: ScalarOffsets.View

  /// Appends an entity, into room for all of it, which is asked for once.
  func write(
    _ index: Int, _ kind: EntityKind, _ name: UnsafeBufferPointer<UInt8>, _ out: inout ByteWriter
  ) {
    let slots = Int(starts[index])..<Int(starts[index + 1])
    let most =
      name.count * RecordWriter.escape
      + slots.count * (32 + RecordWriter.digits * 2 + tails.longest)
    out.append(atMost: 96 + RecordWriter.digits + most + RecordWriter.padding) { room in
      var record = RecordWriter(room)
      if index > 0 { record.append(",") }
      record.append("{\"id\":\"e")
      record.append(UInt(bitPattern: index + 1))
      switch kind {
      case .person: record.append("\",\"kind\":\"person\",\"name\":")
      case .organization: record.append("\",\"kind\":\"organization\",\"name\":")
      case .place: record.append("\",\"kind\":\"place\",\"name\":")
      }
      record.json(name)
      record.append(",\"mentions\":[")
      for slot in slots {
        let mention = all[Int(mentions[slot])]
        record.append(mention.span, offsets)
        record.append(padded: tails[mention.form, mention.rule])
      }
      // What stands behind the last one is no comma.
      if !slots.isEmpty { record.removeLast() }
      record.append("]}")
      return record.count
    }
  }
}

extension ScalarOffsets.View {
  /// The bytes of a span of the text.
  fileprivate func bytes(of span: ByteSpan) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[Int(span.start)..<Int(span.end)])
  }
}

extension RecordWriter {
  /// Opens the record of a span.
  @inline(__always)
  fileprivate mutating func append(_ span: ByteSpan, _ offsets: ScalarOffsets.View) {
    append("{\"start\":")
    append(UInt(bitPattern: offsets.scalar(of: Int(span.start))))
    append(",\"end\":")
    append(UInt(bitPattern: offsets.scalar(of: Int(span.end))))
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
