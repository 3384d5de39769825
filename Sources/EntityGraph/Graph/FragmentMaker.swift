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
  /// Entities that a sentence names: `sentence << 32 | entity`.
  private var named: Set<UInt64> = []
  /// Quotes that were made already, by sentence.
  private var quotes: [Int32: Evidence] = [:]

  private var homes: HomeFinder

  /// Looks at people's names here, where several threads do, rather than where articles are joined.
  private let resolver: IdentityResolver?

  init(knowledge: Knowledge, resolver: IdentityResolver? = nil) {
    self.knowledge = knowledge
    self.resolver = resolver
    homes = HomeFinder(knowledge.lexicon)
  }

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
    addHomes(&fragment)
    if let resolver {
      for index in fragment.actors.indices where fragment.actors[index].kind == .person {
        fragment.actors[index].standing = resolver.standing(
          fragment.actors[index].spellings.map(\.text))
      }
    }
    fragment.sign()
    return fragment
  }

  private mutating func prepare(
    _ document: borrowing Document, _ extraction: borrowing Extraction
  ) {
    offsets.prepare(document.text)
    quotes.removeAll(keepingCapacity: true)
    named.removeAll(keepingCapacity: true)
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
      if isInside, mention.form == .name {
        named.insert(FragmentMaker.naming(Int32(sentence), mention.entity))
      }
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
      let words = Passage.string(role.span, of: document.text)
      let label = role.isFormer ? Knowledge.former(words) : words
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
      var evidence = quote(
        of: relation.sentence, around: relation.evidence, document, extraction)
      evidence.rule = ruleName(relation.rule)
      evidence.penalty = penalty(
        relation.sentence, relation.subject, relation.object, extraction)
      let index = Int(relation.predicate)
      let predicate = index < knowledge.predicates.count ? knowledge.predicates[index] : nil
      fragment.statements.append(
        GraphFragment.Statement(
          subject: Int(relation.subject), object: Int(relation.object),
          predicate: predicate?.name ?? "other", isSymmetric: predicate?.isSymmetric ?? false,
          modality: relation.modality, label: knowledge.label(of: relation, in: document.text),
          weight: 1,
          evidence: evidence))
    }
  }

  private mutating func addCooccurrence(
    _ document: borrowing Document, _ extraction: borrowing Extraction,
    _ fragment: inout GraphFragment
  ) {
    struct Pair: Hashable {
      var a: Int32
      var b: Int32
    }
    struct Common {
      var pair: Pair
      var weight: Int
      var sentence: Int32
      var penalty: Int
    }
    var index: [Pair: Int] = [:]
    var all: [Common] = []
    for item in extraction.cooccurrences where item.a != item.b {
      let pair = Pair(a: min(item.a, item.b), b: max(item.a, item.b))
      let penalty = penalty(item.sentence, pair.a, pair.b, extraction)
      guard let known = index[pair] else {
        index[pair] = all.count
        all.append(Common(pair: pair, weight: 1, sentence: item.sentence, penalty: penalty))
        continue
      }
      all[known].weight += 1
      if (penalty, item.sentence) < (all[known].penalty, all[known].sentence) {
        all[known].penalty = penalty
        all[known].sentence = item.sentence
      }
    }
    for common in all {
      var evidence = quote(of: common.sentence, around: nil, document, extraction)
      evidence.rule = "graph/sentence"
      evidence.penalty = common.penalty
      fragment.statements.append(
        GraphFragment.Statement(
          subject: Int(common.pair.a), object: Int(common.pair.b), predicate: "",
          isSymmetric: true, modality: .asserted, label: "", weight: common.weight,
          evidence: evidence))
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

  /// Where places and bodies are, by what the article states of them.
  private mutating func addHomes(_ fragment: inout GraphFragment) {
    var stated: [(Int, Int)] = []
    for statement in fragment.statements
    where (statement.predicate == "located_in" || statement.predicate == "part_of")
      && statement.modality == .asserted
    {
      stated.append((statement.subject, statement.object))
    }
    homes.find(&fragment.actors, stated: stated)
  }

  /// How badly a sentence can be understood alone: it should name both, in 40 to 300 bytes.
  private func penalty(
    _ sentence: Int32, _ a: Int32, _ b: Int32, _ extraction: borrowing Extraction
  ) -> Int {
    guard extraction.sentences.indices.contains(Int(sentence)) else { return 3000 }
    let length = extraction.sentences[Int(sentence)].count
    let missing = [a, b].count { !named.contains(FragmentMaker.naming(sentence, $0)) }
    return missing * 1000 + (length < 40 ? 40 - length : max(0, length - 300))
  }

  private static func naming(_ sentence: Int32, _ entity: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: sentence)) << 32 | UInt64(UInt32(bitPattern: entity))
  }

  /// The quote of a sentence; of a very long one the part `around` what states the relation.
  private mutating func quote(
    of sentence: Int32, around span: ByteSpan?, _ document: borrowing Document,
    _ extraction: borrowing Extraction
  ) -> Evidence {
    if let known = quotes[sentence] { return known }
    var place = ByteSpan(start: 0, end: 0)
    if extraction.sentences.indices.contains(Int(sentence)) {
      place = FragmentMaker.trimmed(extraction.sentences[Int(sentence)], document.text)
    }
    let isWhole = place.count <= FragmentMaker.longestQuote && !place.isEmpty
    if !isWhole {
      place = span ?? place
      var end = min(Int(place.end), Int(place.start) + FragmentMaker.longestQuote)
      while end > place.start, end < document.text.count, document.text[end] & 0xC0 == 0x80 {
        end -= 1
      }
      place.end = Int32(end)
    }
    let (line, column) = position(of: place.start, document)
    let made = Evidence(
      document: document.id, start: offsets.scalar(of: Int(place.start), in: document.text),
      end: offsets.scalar(of: Int(place.end), in: document.text), line: line, column: column,
      quote: String(decoding: document.text[Int(place.start)..<Int(place.end)], as: UTF8.self),
      rule: "", penalty: 0)
    if isWhole { quotes[sentence] = made }
    return made
  }

  /// For each actor of the article that was made last the sentence that names it first, else the
  /// one that mentions it first.
  mutating func firstQuotes(
    _ document: borrowing Document, _ extraction: borrowing Extraction
  ) -> [Evidence?] {
    var sentences = [Int32](repeating: -1, count: extraction.entities.count)
    var isNamed = [Bool](repeating: false, count: extraction.entities.count)
    for (index, mention) in extraction.mentions.enumerated() where mention.entity >= 0 {
      let entity = Int(mention.entity)
      let names = mention.form == .name
      if sentenceOf[index] >= 0, sentences[entity] < 0 || (names && !isNamed[entity]) {
        sentences[entity] = sentenceOf[index]
        isNamed[entity] = names
      }
    }
    return sentences.map { $0 < 0 ? nil : quote(of: $0, around: nil, document, extraction) }
  }

  /// Line and column of a byte in the article at hand, from 1, in Unicode scalars.
  private mutating func position(
    of byte: Int32, _ document: borrowing Document
  ) -> (line: Int, column: Int) {
    let line = max(0, lineStarts.partitioningIndex { $0 > byte } - 1)
    let start = offsets.scalar(of: Int(byte), in: document.text)
    return (line + 1, start - offsets.scalar(of: Int(lineStarts[line]), in: document.text) + 1)
  }

  /// Words of the article at hand, with their place.
  mutating func place(
    of span: ByteSpan, _ document: borrowing Document
  ) -> StatementTrace.Place {
    let (line, column) = position(of: span.start, document)
    return StatementTrace.Place(
      text: Passage.string(span, of: document.text), line: line, column: column)
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
