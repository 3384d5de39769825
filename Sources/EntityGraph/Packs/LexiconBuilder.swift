/// Collects words and names and lays them out as compiled knowledge.
///
/// Term, name and rule ids of a base are kept, so that rules compiled against it stay valid.
struct LexiconBuilder {
  private(set) var words: [[UInt8]] = [[]]
  private var termOf: [[UInt8]: TermID] = [:]
  private var classes: [UInt64] = [0]
  private var lemmas: [TermID] = [0]
  private var scores: [UInt32] = [0]
  private(set) var listNames: [String] = []
  private var listIndex: [String: Int] = [:]
  private var listTerms: [[TermID]] = []
  private var names: [[UInt8]] = [[]]
  private var nameOf: [[UInt8]: NameID] = [:]

  private struct Node {
    var next: [TermID: Int] = [:]
    var senses: [Sense] = []
  }
  private var nodes: [Node] = [Node()]

  init() {}

  // MARK: Adding

  mutating func term(_ folded: [UInt8]) -> TermID {
    if let known = termOf[folded] { return known }
    let id = TermID(words.count)
    words.append(folded)
    termOf[folded] = id
    classes.append(0)
    lemmas.append(id)
    scores.append(0)
    return id
  }

  /// How frequent a word is in lower case (0 … 255, log scale).
  func commonness(_ term: TermID) -> Int {
    Int(term) < scores.count ? Int((scores[Int(term)] >> 16) & 0xFF) : 0
  }

  /// The words that have any of these ``WordClass`` bits.
  func terms(ofClass bits: UInt64) -> [TermID] {
    classes.indices.filter { classes[$0] & bits != 0 }.map { TermID($0) }
  }

  /// The words of a list, nil if no table has named it.
  func terms(ofList name: String) -> [TermID]? { listIndex[name].map { listTerms[$0] } }

  func knownTerm(_ folded: [UInt8]) -> TermID { termOf[folded] ?? 0 }

  /// Unites classes, keeps the larger of two scores, and takes the last lemma that is given.
  mutating func add(term: TermID, classes bits: UInt64, lemma: TermID?, score: UInt32) {
    let t = Int(term)
    classes[t] |= bits
    if let lemma { lemmas[t] = lemma }
    var united: UInt32 = 0
    for shift: UInt32 in [0, 8, 16, 24] {
      united |= max((scores[t] >> shift) & 0xFF, (score >> shift) & 0xFF) << shift
    }
    scores[t] = united
  }

  mutating func add(term: TermID, toList name: String) {
    let index = list(name)
    listTerms[index].append(term)
  }

  mutating func list(_ name: String) -> Int {
    if let known = listIndex[name] { return known }
    listIndex[name] = listNames.count
    listNames.append(name)
    listTerms.append([])
    return listNames.count - 1
  }

  mutating func name(_ text: some StringProtocol) -> NameID {
    let bytes = Array(text.utf8)
    if bytes.isEmpty { return 0 }
    if let known = nameOf[bytes] { return known }
    let id = NameID(names.count)
    names.append(bytes)
    nameOf[bytes] = id
    return id
  }

  func knownName(_ text: some StringProtocol) -> NameID { nameOf[Array(text.utf8)] ?? 0 }

  /// Adds a reading of a name. Rows of one pack on the same reading are united (ambiguous only if
  /// all say so); a later pack's row replaces those of earlier packs, so that it can correct them.
  mutating func add(name terms: [TermID], sense: Sense, samePack: (UInt16) -> Bool) {
    var node = 0
    for term in terms {
      if let next = nodes[node].next[term] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[term] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    let same = nodes[node].senses.firstIndex {
      $0.kind == sense.kind && $0.canonical == sense.canonical
        && $0.flags.contains(.acronym) == sense.flags.contains(.acronym)
    }
    guard let same else {
      nodes[node].senses.append(sense)
      return
    }
    let old = nodes[node].senses[same]
    var united = sense
    if samePack(old.list) {
      united.population = max(old.population, sense.population)
      let both = old.flags.intersection(sense.flags)
      united.flags = old.flags.union(sense.flags).subtracting(.ambiguous)
      if both.contains(.ambiguous) { united.flags.insert(.ambiguous) }
      if sense.of == 0 { united.of = old.of }
    }
    nodes[node].senses[same] = united
  }

  /// Takes over everything of a compiled lexicon under the same ids.
  mutating func adopt(_ base: Lexicon) {
    for t in 1..<max(base.termCount, 1) {
      let id = TermID(t)
      let bytes = Array(base.wordBytes[Int(base.wordOffsets[t])..<Int(base.wordOffsets[t + 1])])
      words.append(bytes)
      termOf[bytes] = id
      classes.append(base.classes(id).rawValue)
      lemmas.append(base.lemma(id))
      let score = base.scores(id)
      scores.append(UInt32(score.first | score.last << 8 | score.common << 16))
    }
    for n in 1..<max(base.nameOffsets.count - 1, 1) {
      let bytes = Array(base.nameBytes[Int(base.nameOffsets[n])..<Int(base.nameOffsets[n + 1])])
      names.append(bytes)
      nameOf[bytes] = NameID(n)
    }
    let count = base.nodes.count / 2 - 1
    guard count > 0 else { return }
    nodes = [Node](repeating: Node(), count: count)
    for n in 0..<count {
      for s in base.senseRange(UInt32(n)) { nodes[n].senses.append(base.sense(s)) }
      for e in Int(base.nodes[n * 2])..<Int(base.nodes[n * 2 + 2]) {
        nodes[n].next[base.edges[e * 2]] = Int(base.edges[e * 2 + 1])
      }
    }
    for t in 1..<max(base.termCount, 1) where base.rootNodes[t] != 0 {
      nodes[0].next[TermID(t)] = Int(base.rootNodes[t])
    }
  }

  mutating func adopt(list name: String, terms: [TermID]) {
    listTerms[list(name)] += terms
  }

  // MARK: Laying out

  /// The terms of each list, sorted, without repetition.
  func sortedLists() -> [(name: String, terms: [TermID])] {
    zip(listNames, listTerms).map { ($0, Array(Set($1)).sorted()) }
  }

  func write(into blob: inout BlobWriter) {
    writeWords(into: &blob)
    writeNames(into: &blob)
    var nameBytes: [UInt8] = []
    var nameOffsets: [UInt32] = []
    for name in names {
      nameOffsets.append(UInt32(nameBytes.count))
      nameBytes += name
    }
    nameOffsets.append(UInt32(nameBytes.count))
    blob.add(.nameOffsets, nameOffsets)
    blob.add(.nameBytes, nameBytes)
    let lists = sortedLists()
    blob.add(.listNames, Array(lists.map(\.name).joined(separator: "\n").utf8))
    var listOffsets: [UInt32] = [0]
    var terms: [UInt32] = []
    for list in lists {
      terms += list.terms
      listOffsets.append(UInt32(terms.count))
    }
    blob.add(.listOffsets, listOffsets)
    blob.add(.listTerms, terms)
  }

  /// Only the words, which is what the tokenizer needs.
  func writeWords(into blob: inout BlobWriter) {
    var bytes: [UInt8] = []
    var offsets: [UInt32] = []
    for word in words {
      offsets.append(UInt32(bytes.count))
      bytes += word
    }
    offsets.append(UInt32(bytes.count))
    // Words are compared eight bytes at a time.
    bytes += [UInt8](repeating: 0, count: ShortWord.window)
    blob.add(.wordBytes, bytes)
    blob.add(.wordOffsets, offsets)
    writeEntries(into: &blob)
    blob.add(.hashSlots, hashSlots())
  }

  private func writeEntries(into blob: inout BlobWriter) {
    var sets: [UInt64] = []
    var indexOf: [UInt64: UInt32] = [:]
    var entries: [UInt32] = []
    for t in words.indices {
      var index = indexOf[classes[t]] ?? UInt32(sets.count)
      if index == sets.count {
        if sets.count < 4096 {
          sets.append(classes[t])
          indexOf[classes[t]] = index
        } else {
          // More sets than twelve bits can tell apart: the word keeps its lemma and no class.
          index = indexOf[0] ?? 0
        }
      }
      entries.append(index << 20 | lemmas[t])
    }
    blob.add(.classes, sets)
    blob.add(.entries, entries)
    blob.add(
      .scores,
      scores.map { s -> UInt16 in
        // A score that was given stays above zero.
        func five(_ v: UInt32) -> UInt16 { v == 0 ? 0 : max(1, UInt16(v >> 3)) }
        return five(s & 0xFF) | five(s >> 8 & 0xFF) << 5 | five(s >> 16 & 0xFF) << 10
      })
  }

  private func hashSlots() -> [UInt32] {
    var capacity = 16
    while capacity * 4 < words.count * 5 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity)
    for t in 1..<max(words.count, 1) {
      let padded = words[t] + [UInt8](repeating: 0, count: 8)
      let hash = padded.withUnsafeBufferPointer { buffer -> UInt64 in
        guard let base = buffer.baseAddress else { return 0 }
        return Folding.hash(base, count: words[t].count)
      }
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: hash >> 52) << 20 | UInt32(t)
    }
    return slots
  }

  private func writeNames(into blob: inout BlobWriter) {
    var roots = [UInt32](repeating: 0, count: words.count)
    for (term, node) in nodes[0].next { roots[Int(term)] = UInt32(node) }
    var table: [UInt32] = []
    var edges: [UInt32] = []
    var senses: [UInt32] = []
    table.reserveCapacity(nodes.count * 2 + 2)
    for (n, node) in nodes.enumerated() {
      table += [UInt32(edges.count / 2), UInt32(senses.count / 4)]
      if n > 0 {
        for (term, next) in node.next.sorted(by: { $0.key < $1.key }) {
          edges += [term, UInt32(next)]
        }
      }
      for sense in node.senses {
        senses += [
          UInt32(sense.kind.rawValue) | UInt32(sense.population) << 8 | UInt32(sense.list) << 16,
          sense.flags.rawValue, sense.canonical, sense.of,
        ]
      }
    }
    table += [UInt32(edges.count / 2), UInt32(senses.count / 4)]
    blob.add(.rootNodes, roots)
    blob.add(.nodes, table)
    blob.add(.edges, edges)
    blob.add(.senses, senses)
  }
}
