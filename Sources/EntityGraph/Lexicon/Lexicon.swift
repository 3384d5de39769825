/// The compiled word knowledge, read in place.
public struct Lexicon: @unchecked Sendable {
  let storage: BlobStorage
  /// Number of known words plus one; higher term ids belong to one document.
  public let termCount: Int
  let wordBytes: UnsafeBufferPointer<UInt8>
  let wordOffsets: UnsafeBufferPointer<UInt32>
  /// The distinct sets of classes.
  let classSets: UnsafeBufferPointer<UInt64>
  /// One a term: index into `classSets` (12 bits) and the lemma (20 bits).
  let entries: UnsafeBufferPointer<UInt32>
  /// One a term: five bits each for first name, surname and lower case.
  let scoreBits: UnsafeBufferPointer<UInt16>
  let slots: UnsafeBufferPointer<UInt32>
  let rootNodes: UnsafeBufferPointer<UInt32>
  /// Two words a node: first edge, first sense. One node more than there are, as an end mark.
  let nodes: UnsafeBufferPointer<UInt32>
  /// Two words an edge: term, target node; sorted by term within a node.
  let edges: UnsafeBufferPointer<UInt32>
  /// Four words a sense.
  let senses: UnsafeBufferPointer<UInt32>
  let nameOffsets: UnsafeBufferPointer<UInt32>
  let nameBytes: UnsafeBufferPointer<UInt8>

  /// Reads a blob; a damaged one gives an empty lexicon.
  init(storage: BlobStorage) {
    self.storage = storage
    wordBytes = storage.section(.wordBytes, as: UInt8.self)
    wordOffsets = storage.section(.wordOffsets, as: UInt32.self)
    classSets = storage.section(.classes, as: UInt64.self)
    entries = storage.section(.entries, as: UInt32.self)
    scoreBits = storage.section(.scores, as: UInt16.self)
    slots = storage.section(.hashSlots, as: UInt32.self)
    rootNodes = storage.section(.rootNodes, as: UInt32.self)
    nodes = storage.section(.nodes, as: UInt32.self)
    edges = storage.section(.edges, as: UInt32.self)
    senses = storage.section(.senses, as: UInt32.self)
    nameOffsets = storage.section(.nameOffsets, as: UInt32.self)
    nameBytes = storage.section(.nameBytes, as: UInt8.self)
    termCount = max(entries.count, 1)
  }

  // MARK: Words

  /// The term of a folded word (``Folding``), 0 if unknown.
  ///
  /// - Parameter word: at least eight zero bytes must follow the `count` bytes.
  @inline(__always)
  func term(_ word: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> TermID {
    let mask = slots.count - 1
    if mask < 0 { return 0 }
    let tag = UInt32(truncatingIfNeeded: hash >> 52)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return 0 }
      if entry >> 20 == tag {
        let term = entry & 0xF_FFFF
        let start = Int(wordOffsets[Int(term)])
        if Int(wordOffsets[Int(term) + 1]) - start == count, equal(word, start, count) {
          return term
        }
      }
      slot = (slot + 1) & mask
    }
  }

  /// The term of a folded word of at most sixteen bytes, given as two zero-padded machine words.
  @inline(__always)
  func term(_ low: UInt64, _ high: UInt64, count: Int, hash: UInt64) -> TermID {
    let mask = slots.count - 1
    // The comparison reads whole machine words, which the bytes behind the last word allow.
    guard mask >= 0, let words = wordBytes.baseAddress else { return 0 }
    let tag = UInt32(truncatingIfNeeded: hash >> 52)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return 0 }
      if entry >> 20 == tag {
        let term = entry & 0xF_FFFF
        let start = Int(wordOffsets[Int(term)])
        if Int(wordOffsets[Int(term) + 1]) - start == count, start + 16 <= wordBytes.count {
          let raw = UnsafeRawPointer(words) + start
          let a = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
          if count <= 8 {
            if (a ^ low) << (UInt64(8 - count) << 3) == 0 { return term }
          } else {
            let b = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            if a == low, (b ^ high) << (UInt64(16 - count) << 3) == 0 { return term }
          }
        }
      }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func equal(_ word: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Bool {
    for i in 0..<count where word[i] != wordBytes[start + i] { return false }
    return true
  }

  /// The term of a word written in any case, 0 if unknown.
  public func term(_ word: String) -> TermID {
    guard let folded = Folding.fold(word) else { return 0 }
    return (folded + [UInt8](repeating: 0, count: 8)).withUnsafeBufferPointer {
      guard let base = $0.baseAddress else { return 0 }
      return term(base, count: folded.count, hash: Folding.hash(base, count: folded.count))
    }
  }

  /// The folded text of a known term.
  public func word(_ term: TermID) -> String {
    guard term > 0, Int(term) < termCount else { return "" }
    let bytes = wordBytes[Int(wordOffsets[Int(term)])..<Int(wordOffsets[Int(term) + 1])]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Bits of ``WordClass``; empty for words that only a document knows.
  @inline(__always)
  public func classes(_ term: TermID) -> WordClass {
    Int(term) < entries.count
      ? WordClass(rawValue: classSets[Int(entries[Int(term)] >> 20)]) : []
  }

  /// The base form's term; the term itself where there is none.
  @inline(__always)
  public func lemma(_ term: TermID) -> TermID {
    Int(term) < entries.count ? entries[Int(term)] & 0xF_FFFF : term
  }

  /// How frequent a word is as a first name, as a surname and in lower case (0 … 248 in steps
  /// of 8, log scale).
  @inline(__always)
  func scores(_ term: TermID) -> (first: Int, last: Int, common: Int) {
    guard Int(term) < scoreBits.count else { return (0, 0, 0) }
    let s = Int(scoreBits[Int(term)])
    return ((s & 31) << 3, (s >> 5 & 31) << 3, (s >> 10 & 31) << 3)
  }

  // MARK: Names

  /// The node for names that begin with `term`, 0 if there is none.
  @inline(__always)
  func root(_ term: TermID) -> UInt32 { Int(term) < rootNodes.count ? rootNodes[Int(term)] : 0 }

  /// The node one word further, 0 if no listed name goes on so.
  @inline(__always)
  func step(_ node: UInt32, _ term: TermID) -> UInt32 {
    var low = Int(nodes[Int(node) * 2])
    var high = Int(nodes[Int(node) * 2 + 2])
    while low < high {
      let middle = (low + high) >> 1
      let found = edges[middle * 2]
      if found == term { return edges[middle * 2 + 1] }
      if found < term { low = middle + 1 } else { high = middle }
    }
    return 0
  }

  /// Indices of the senses of the name that ends at `node`.
  @inline(__always)
  func senseRange(_ node: UInt32) -> Range<Int> {
    Int(nodes[Int(node) * 2 + 1])..<Int(nodes[Int(node) * 2 + 3])
  }

  @inline(__always)
  func sense(_ index: Int) -> Sense {
    let head = senses[index * 4]
    return Sense(
      kind: SenseKind(rawValue: UInt8(truncatingIfNeeded: head)) ?? .reject,
      population: UInt8(truncatingIfNeeded: head >> 8),
      list: UInt16(truncatingIfNeeded: head >> 16),
      flags: SenseFlags(rawValue: senses[index * 4 + 1]), canonical: senses[index * 4 + 2],
      of: senses[index * 4 + 3])
  }

  /// A canonical name; empty for 0.
  public func name(_ id: NameID) -> String {
    guard id > 0, Int(id) + 1 < nameOffsets.count else { return "" }
    return String(
      decoding: nameBytes[Int(nameOffsets[Int(id)])..<Int(nameOffsets[Int(id) + 1])],
      as: UTF8.self)
  }
}
