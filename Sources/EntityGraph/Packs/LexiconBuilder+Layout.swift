/// How the lexicon lies in the blob; see ``BlobSection`` for what each section holds.
extension LexiconBuilder {
  /// Only the words, which is what the tokenizer needs.
  func writeWords(into blob: inout BlobWriter) {
    var bytes: [UInt8] = []
    var blocks: [UInt32] = []
    var offsets: [UInt16] = []
    for (t, word) in words.enumerated() {
      if t % 256 == 0 { blocks.append(UInt32(bytes.count)) }
      offsets.append(UInt16(bytes.count - Int(blocks[t / 256])))
      bytes += word
      if t % 256 == 255 || t == words.count - 1 {
        offsets.append(UInt16(bytes.count - Int(blocks[t / 256])))
      }
    }
    // Words are compared eight bytes at a time.
    bytes += [UInt8](repeating: 0, count: ShortWord.window)
    blob.add(.wordBytes, bytes)
    blob.add(.wordBlocks, blocks)
    blob.add(.wordOffsets, offsets)
    writeKinds(into: &blob)
    let last = lemmas.indices.last { lemmas[$0] != TermID($0) }
    blob.add(.lemmas, lemmas.prefix(last.map { $0 + 1 } ?? 0).map { UInt32($0) })
    blob.add(.hashSlots, hashSlots().bytes)
  }

  private func writeKinds(into blob: inout BlobWriter) {
    struct Kind: Hashable {
      var classes: UInt64
      var scores: UInt16
    }
    // The first is that of unknown words, and of words for whose kind there is no room.
    var kinds = [Kind(classes: 0, scores: 0)]
    var indexOf = [kinds[0]: UInt16(0)]
    var termKinds: [UInt16] = []
    for t in words.indices {
      let kind = Kind(classes: classes[t], scores: fiveBits(scores[t]))
      if indexOf[kind] == nil, kinds.count <= Int(UInt16.max) {
        indexOf[kind] = UInt16(kinds.count)
        kinds.append(kind)
      }
      termKinds.append(indexOf[kind] ?? 0)
    }
    blob.add(.termKinds, termKinds)
    blob.add(.classes, kinds.map(\.classes))
    blob.add(.scores, kinds.map(\.scores))
  }

  /// Three scores in five bits each; one that was given stays above zero.
  private func fiveBits(_ score: UInt32) -> UInt16 {
    func five(_ v: UInt32) -> UInt16 { v == 0 ? 0 : max(1, UInt16(v >> 3)) }
    return five(score & 0xFF) | five(score >> 8 & 0xFF) << 5 | five(score >> 16 & 0xFF) << 10
  }

  /// Words that the compiled lexicon cannot find, since too many others fall on their slot.
  func crowdedWords() -> [String] {
    hashSlots().crowded.map { String(decoding: words[Int($0)], as: UTF8.self) }
  }

  /// The hash table of the words, and the words that find no place near their slot.
  ///
  /// The hash is public, so a pack can hold words that all fall on one slot; without a limit they
  /// would make every look-up of every text slow.
  private func hashSlots() -> (bytes: [UInt8], crowded: [TermID]) {
    let count = HashSlot.count(words: words.count)
    var slots = [UInt32](repeating: 0, count: count)
    var crowded: [TermID] = []
    // Frequent words come first and so lie where the search for them begins.
    for t in words.indices.dropFirst() {
      let padded = words[t] + [UInt8](repeating: 0, count: 8)
      let hash = padded.withUnsafeBufferPointer { buffer -> UInt64 in
        guard let base = buffer.baseAddress else { return 0 }
        return Folding.hash(base, count: words[t].count)
      }
      var slot = HashSlot.home(hash, count)
      var steps = 0
      while slots[slot] != 0, steps < PackLimits.searchSteps {
        slot = slot + 1 == count ? 0 : slot + 1
        steps += 1
      }
      if slots[slot] != 0 {
        crowded.append(TermID(t))
        continue
      }
      slots[slot] = HashSlot.tag(hash) << HashSlot.termBits | UInt32(t)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * HashSlot.size + 1)
    for slot in slots {
      for shift: UInt32 in [0, 8, 16] { bytes.append(UInt8(truncatingIfNeeded: slot >> shift)) }
    }
    bytes.append(0)
    return (bytes, crowded)
  }

  /// Numbers the nodes breadth first, so that the children of a node follow each other in the order
  /// of the edges that lead to them.
  func writeNames(into blob: inout BlobWriter) {
    var isRoot = [Bool](repeating: false, count: words.count)
    let firstWords = nodes[0].next.sorted { $0.key < $1.key }
    for (term, _) in firstWords { isRoot[Int(term)] = true }
    var order = [0] + firstWords.map(\.value)
    var edges: [UInt32] = []
    var firstEdges: [UInt32] = []
    var isInner = [false]
    var k = 1
    while k < order.count {
      let next = nodes[order[k]].next.sorted { $0.key < $1.key }
      isInner.append(!next.isEmpty)
      if !next.isEmpty { firstEdges.append(UInt32(edges.count)) }
      for (term, child) in next {
        edges.append(term)
        order.append(child)
      }
      k += 1
    }
    firstEdges.append(UInt32(edges.count))
    let roots = RankedBits.layout(isRoot)
    let inner = RankedBits.layout(isInner)
    blob.add(.rootBits, roots.words)
    blob.add(.rootRanks, roots.ranks)
    blob.add(.innerBits, inner.words)
    blob.add(.innerRanks, inner.ranks)
    blob.add(.firstEdges, firstEdges)
    blob.add(.edges, edges)
    let pairs = firstWords.flatMap { first, node in nodes[node].next.keys.map { (first, $0) } }
    blob.add(.pairBits, PairFilter.layout(pairs))
    writeSenses(order, into: &blob)
  }

  /// - Parameter order: the nodes in the order in which the blob numbers them.
  private func writeSenses(_ order: [Int], into blob: inout BlobWriter) {
    var heads: [[UInt32]] = []
    var headOf: [[UInt32]: Int] = [:]
    var senses: [UInt64] = [0]
    var startOf: [[UInt64]: UInt32] = [:]
    var firstSenses: [UInt32] = []
    var summaries: [UInt8] = []
    for node in order {
      summaries.append(0)
      if nodes[node].senses.isEmpty {
        firstSenses.append(0)
        continue
      }
      var packed = nodes[node].senses.map { sense -> UInt64 in
        let head = [
          UInt32(sense.kind.rawValue) | UInt32(sense.population) << 8 | UInt32(sense.list) << 16,
          sense.flags.rawValue,
        ]
        if headOf[head] == nil, heads.count < PackedSense.headLimit {
          headOf[head] = heads.count
          heads.append(head)
        }
        // More combinations than can be told apart: the sense has that of the first one.
        let index = headOf[head] ?? 0
        let kind = SenseKind(rawValue: UInt8(truncatingIfNeeded: heads[index][0])) ?? .reject
        summaries[summaries.count - 1] |=
          NodeSummary(kind, SenseFlags(rawValue: heads[index][1])).rawValue
        return PackedSense(head: index, canonical: sense.canonical, of: sense.of).rawValue
      }
      for i in packed.indices.dropLast() { packed[i] |= PackedSense.more }
      if startOf[packed] == nil {
        startOf[packed] = UInt32(senses.count)
        senses += packed
      }
      firstSenses.append(startOf[packed] ?? 0)
    }
    blob.add(.nodes, firstSenses)
    blob.add(.nodeSummaries, summaries)
    blob.add(.senses, senses)
    blob.add(.senseHeads, heads.flatMap { $0 })
  }
}
