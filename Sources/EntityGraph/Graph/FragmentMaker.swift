/// Condenses an extraction into what the graph keeps of it. One maker a thread.
struct FragmentMaker {
  /// A quote is its sentence; a longer one is cut down to the evidence, and that to this length.
  private static let longestQuote = 600

  private let knowledge: Knowledge
  private var offsets = ScalarOffsets()
  private var lineStarts: [Int32] = []
  private var ruleNames: [RuleID: String] = [:]
  /// Sentence of each mention, -1 where none holds it.
  private var sentenceOf: [Int32] = []
  private var quotes: [Int32: String] = [:]

  init(knowledge: Knowledge) { self.knowledge = knowledge }

  mutating func make(
    _ document: borrowing Document, _ extraction: borrowing Extraction
  ) -> GraphFragment {
    prepare(document, extraction)
    var fragment = GraphFragment(
      source: Graph.Source(
        id: document.id, title: document.title, date: document.date, url: document.url),
      hash: Mathematics.hash(document.text), sentences: extraction.sentences.count)
    fragment.actors = extraction.entities.indices.map { index in
      actor(extraction.entities[index], document, extraction)
    }
    addMentions(document, extraction, &fragment.actors)
    addRoles(document, extraction, &fragment.actors)
    addStatements(document, extraction, &fragment)
    addCooccurrence(document, extraction, &fragment)
    addContext(&fragment)
    return fragment
  }

  private mutating func prepare(
    _ document: borrowing Document, _ extraction: borrowing Extraction
  ) {
    offsets.prepare(document.text)
    quotes.removeAll(keepingCapacity: true)
    lineStarts.removeAll(keepingCapacity: true)
    lineStarts.append(0)
    for (at, byte) in document.text.enumerated() where byte == 0x0A {
      lineStarts.append(Int32(at + 1))
    }
    sentenceOf.removeAll(keepingCapacity: true)
    var sentence = 0
    for mention in extraction.mentions {
      while sentence < extraction.sentences.count,
        extraction.sentences[sentence].end <= mention.span.start
      { sentence += 1 }
      let isInside =
        sentence < extraction.sentences.count
        && extraction.sentences[sentence].start <= mention.span.start
      sentenceOf.append(isInside ? Int32(sentence) : -1)
    }
  }

  private func actor(
    _ entity: Entity, _ document: borrowing Document, _ extraction: borrowing Extraction
  ) -> GraphFragment.Actor {
    let naming = extraction.mentions[Int(entity.naming)]
    let canonical = knowledge.canonicalName(entity.canonical)
    var text = Passage.string(naming.span, of: document.text)
    // "the government" of an article on Iraq is Iraq's government to everybody else.
    if naming.form == .nominal, entity.owner >= 0, text.lowercased().hasPrefix("the ") {
      let owner = extraction.entities[Int(entity.owner)]
      if owner.kind == .place {
        let listed = knowledge.canonicalName(owner.canonical)
        let named = Passage.string(extraction.mentions[Int(owner.naming)].span, of: document.text)
        text = (listed.isEmpty ? named : listed) + "'s " + text.dropFirst(4)
      }
    }
    return GraphFragment.Actor(
      kind: entity.kind, name: canonical.isEmpty ? text : canonical,
      isNamed: !canonical.isEmpty || naming.form == .name, canonical: canonical)
  }

  private mutating func addMentions(
    _ document: borrowing Document, _ extraction: borrowing Extraction,
    _ actors: inout [GraphFragment.Actor]
  ) {
    var lastSentence = [Int32](repeating: -2, count: actors.count)
    var sieves: [Int32: RuleID] = [:]
    for merge in extraction.merges { sieves[merge.mention] = merge.sieve }
    for (index, mention) in extraction.mentions.enumerated() where mention.entity >= 0 {
      let entity = Int(mention.entity)
      actors[entity].mentions += 1
      let sentence = sentenceOf[index]
      if sentence >= 0, sentence != lastSentence[entity] {
        lastSentence[entity] = sentence
        actors[entity].sentences += 1
      }
      guard mention.form == .name else { continue }
      let text = Passage.string(mention.span, of: document.text)
      let rule = ruleName(sieves[Int32(index)] ?? mention.rule)
      if let known = actors[entity].spellings.firstIndex(where: { $0.text == text }) {
        actors[entity].spellings[known].mentions += 1
        let old = actors[entity].spellings[known].rule
        if Mathematics.precedes(rule, old) { actors[entity].spellings[known].rule = rule }
      } else {
        actors[entity].spellings.append(Node.Alias(text: text, mentions: 1, rule: rule))
      }
    }
  }

  private func addRoles(
    _ document: borrowing Document, _ extraction: borrowing Extraction,
    _ actors: inout [GraphFragment.Actor]
  ) {
    for role in extraction.roles where role.holder >= 0 {
      let label = Passage.string(role.span, of: document.text)
      let of = role.of >= 0 ? actors[Int(role.of)].name : ""
      let holder = Int(role.holder)
      let known = actors[holder].roles.firstIndex { $0.label == label && $0.of == of }
      if let known {
        actors[holder].roles[known].mentions += 1
      } else {
        actors[holder].roles.append(Node.Role(label: label, of: of, mentions: 1))
      }
    }
  }

  private mutating func addStatements(
    _ document: borrowing Document, _ extraction: borrowing Extraction,
    _ fragment: inout GraphFragment
  ) {
    for relation in extraction.relations where relation.subject != relation.object {
      let index = Int(relation.predicate)
      let predicate = index < knowledge.predicates.count ? knowledge.predicates[index] : nil
      fragment.statements.append(
        GraphFragment.Statement(
          subject: Int(relation.subject), object: Int(relation.object),
          predicate: predicate?.name ?? "other", isSymmetric: predicate?.isSymmetric ?? false,
          modality: relation.modality, label: knowledge.label(of: relation, in: document.text),
          weight: 1,
          evidence: evidence(
            sentence: relation.sentence, span: relation.evidence, rule: relation.rule,
            named: names(
              [relation.subject, relation.object], in: relation.evidence, extraction),
            document, extraction)))
    }
  }

  /// How many of `entities` the span names, so that the quote is understood alone.
  private func names(
    _ entities: [Int32], in span: ByteSpan, _ extraction: borrowing Extraction
  ) -> Int {
    var low = 0
    var high = extraction.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if extraction.mentions[middle].span.start < span.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var named: Set<Int32> = []
    while low < extraction.mentions.count, extraction.mentions[low].span.start < span.end {
      let mention = extraction.mentions[low]
      if mention.form == .name, entities.contains(mention.entity) { named.insert(mention.entity) }
      low += 1
    }
    return named.count
  }

  private mutating func addCooccurrence(
    _ document: borrowing Document, _ extraction: borrowing Extraction,
    _ fragment: inout GraphFragment
  ) {
    struct Pair: Hashable {
      var a: Int32
      var b: Int32
    }
    var index: [Pair: Int] = [:]
    for item in extraction.cooccurrences where item.a != item.b {
      let pair = Pair(a: min(item.a, item.b), b: max(item.a, item.b))
      let sentence = Int(item.sentence)
      let span =
        extraction.sentences.indices.contains(sentence)
        ? extraction.sentences[sentence] : ByteSpan(start: 0, end: 0)
      let evidence = evidence(
        sentence: item.sentence, span: span, rule: nil,
        named: names([pair.a, pair.b], in: span, extraction), document, extraction)
      if let known = index[pair] {
        fragment.statements[known].weight += 1
        if evidence < fragment.statements[known].evidence {
          fragment.statements[known].evidence = evidence
        }
      } else {
        index[pair] = fragment.statements.count
        fragment.statements.append(
          GraphFragment.Statement(
            subject: Int(pair.a), object: Int(pair.b), predicate: "", isSymmetric: true,
            modality: .asserted, label: "", weight: 1, evidence: evidence))
      }
    }
  }

  /// The names that each actor is related to, then those beside it: they tell namesakes apart.
  private func addContext(_ fragment: inout GraphFragment) {
    for statement in fragment.statements {
      for (one, other) in [
        (statement.subject, statement.object), (statement.object, statement.subject),
      ] {
        let name = fragment.actors[other].name
        guard fragment.actors[one].context.count < 8, fragment.actors[other].isNamed,
          !fragment.actors[one].context.contains(name)
        else { continue }
        fragment.actors[one].context.append(name)
      }
    }
  }

  private mutating func evidence(
    sentence: Int32, span: ByteSpan, rule: RuleID?, named: Int,
    _ document: borrowing Document, _ extraction: borrowing Extraction
  ) -> Evidence {
    var place = span
    var cached: String?
    if extraction.sentences.indices.contains(Int(sentence)) {
      let whole = FragmentMaker.trimmed(extraction.sentences[Int(sentence)], document.text)
      if whole.count <= FragmentMaker.longestQuote, !whole.isEmpty {
        place = whole
        cached = quotes[sentence]
      }
    }
    if place.count > FragmentMaker.longestQuote {
      var end = Int(place.start) + FragmentMaker.longestQuote
      while end > place.start, document.text[end] & 0xC0 == 0x80 { end -= 1 }
      place.end = Int32(end)
    }
    let quote =
      cached
      ?? String(decoding: document.text[Int(place.start)..<Int(place.end)], as: UTF8.self)
    if cached == nil, place != span { quotes[sentence] = quote }
    let line = lineStarts.partitioningIndex { $0 > place.start } - 1
    let start = offsets.scalar(of: Int(place.start), in: document.text)
    // A quote that names both speaks for itself; so does one of some 40 to 300 bytes.
    let length = place.count < 40 ? 40 - place.count : max(0, place.count - 300)
    return Evidence(
      document: document.id, start: start,
      end: offsets.scalar(of: Int(place.end), in: document.text), line: line + 1,
      column: start - offsets.scalar(of: Int(lineStarts[max(0, line)]), in: document.text) + 1,
      quote: quote, rule: rule.map { ruleName($0) } ?? "graph/sentence",
      penalty: (2 - min(2, named)) * 1000 + length)
  }

  private static func trimmed(_ span: ByteSpan, _ text: [UInt8]) -> ByteSpan {
    var (start, end) = (Int(span.start), Int(span.end))
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return ByteSpan(start: Int32(start), end: Int32(end))
  }

  private mutating func ruleName(_ id: RuleID) -> String {
    if let known = ruleNames[id] { return known }
    let name = knowledge.ruleName(id)
    ruleNames[id] = name
    return name
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies `isBehind`, where all behind it do as well.
  func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
