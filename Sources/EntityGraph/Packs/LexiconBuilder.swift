/// Collects words and names and lays them out as compiled knowledge.
///
/// Term, name and rule ids of a base are kept, so that rules compiled against it stay valid.
struct LexiconBuilder {
  private(set) var words: [[UInt8]] = [[]]
  private var termOf: [[UInt8]: TermID] = [:]
  private(set) var classes: [UInt64] = [0]
  private(set) var lemmas: [TermID] = [0]
  private(set) var scores: [UInt32] = [0]
  private(set) var listNames: [String] = []
  private var listIndex: [String: Int] = [:]
  private var listTerms: [[TermID]] = []
  private var names: [[UInt8]] = [[]]
  private var nameOf: [[UInt8]: NameID] = [:]

  struct Node {
    var next: [TermID: Int] = [:]
    var senses: [Sense] = []
  }
  private(set) var nodes: [Node] = [Node()]

  init() {}

  // MARK: Adding

  mutating func term(_ folded: [UInt8]) -> TermID {
    if let known = termOf[folded] { return known }
    // The table of words holds no more; a word beyond it is unknown to all.
    if words.count > Int(HashSlot.termMask) { return 0 }
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
    if t == 0 { return }
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
    if id >= PackedSense.nameLimit { return 0 }
    names.append(bytes)
    nameOf[bytes] = id
    return id
  }

  func knownName(_ text: some StringProtocol) -> NameID { nameOf[Array(text.utf8)] ?? 0 }

  /// Adds a reading of a name. Rows of one pack on the same reading are united (ambiguous only if
  /// all say so); a later pack's row replaces those of earlier packs, so that it can correct them.
  ///
  /// - Returns: false if the name has ``PackLimits/readings`` others already; it is left out.
  mutating func add(name terms: [TermID], sense: Sense, samePack: (UInt16) -> Bool) -> Bool {
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
      if nodes[node].senses.count >= PackLimits.readings { return false }
      nodes[node].senses.append(sense)
      return true
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
    return true
  }

  /// Takes over everything of a compiled lexicon under the same ids.
  mutating func adopt(_ base: Lexicon) {
    for t in 1..<max(base.termCount, 1) {
      let id = TermID(t)
      let bytes = Array(base.bytes(id))
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
    guard base.nodes.count > 1 else { return }
    nodes = [Node](repeating: Node(), count: base.nodes.count)
    for n in 1..<nodes.count {
      for s in base.senseRange(UInt32(n)) { nodes[n].senses.append(base.sense(s)) }
      guard base.inner.contains(n) else { continue }
      let rank = base.inner.rank(n)
      for e in Int(base.firstEdges[rank])..<Int(base.firstEdges[rank + 1]) {
        nodes[n].next[base.edges[e]] = base.firstChild + e
      }
    }
    for t in 1..<max(base.termCount, 1) where base.roots.contains(t) {
      nodes[0].next[TermID(t)] = Int(base.root(TermID(t)))
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
}
