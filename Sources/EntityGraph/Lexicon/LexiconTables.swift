/// The sections of a compiled lexicon.
struct LexiconTables {
  let wordBytes: UnsafeBufferPointer<UInt8>
  let wordBlocks: UnsafeBufferPointer<UInt32>
  let wordOffsets: UnsafeBufferPointer<UInt16>
  let termKinds: UnsafeBufferPointer<UInt16>
  let classSets: UnsafeBufferPointer<UInt64>
  let scoreBits: UnsafeBufferPointer<UInt16>
  let lemmas: UnsafeBufferPointer<UInt32>
  let slots: UnsafeBufferPointer<UInt8>
  let slotCount: Int
  let roots: RankedBits
  let inner: RankedBits
  let nodes: UnsafeBufferPointer<UInt32>
  let firstEdges: UnsafeBufferPointer<UInt32>
  let edges: UnsafeBufferPointer<UInt32>
  /// Node of the first edge.
  let firstChild: Int
  let senses: UnsafeBufferPointer<UInt64>
  let senseHeads: UnsafeBufferPointer<UInt32>
  let nodeSummaries: UnsafeBufferPointer<UInt8>
  let pairs: PairFilter
  let nameOffsets: UnsafeBufferPointer<UInt32>
  let nameBytes: UnsafeBufferPointer<UInt8>

  /// Reads a blob; a damaged one gives empty tables.
  init(_ storage: BlobStorage) {
    wordBytes = storage.section(.wordBytes, as: UInt8.self)
    wordBlocks = storage.section(.wordBlocks, as: UInt32.self)
    wordOffsets = storage.section(.wordOffsets, as: UInt16.self)
    termKinds = storage.section(.termKinds, as: UInt16.self)
    classSets = storage.section(.classes, as: UInt64.self)
    scoreBits = storage.section(.scores, as: UInt16.self)
    lemmas = storage.section(.lemmas, as: UInt32.self)
    slots = storage.section(.hashSlots, as: UInt8.self)
    slotCount = slots.count / HashSlot.size
    roots = RankedBits(
      words: storage.section(.rootBits, as: UInt64.self),
      ranks: storage.section(.rootRanks, as: UInt32.self))
    inner = RankedBits(
      words: storage.section(.innerBits, as: UInt64.self),
      ranks: storage.section(.innerRanks, as: UInt32.self))
    nodes = storage.section(.nodes, as: UInt32.self)
    firstEdges = storage.section(.firstEdges, as: UInt32.self)
    edges = storage.section(.edges, as: UInt32.self)
    firstChild = nodes.count - edges.count
    senses = storage.section(.senses, as: UInt64.self)
    senseHeads = storage.section(.senseHeads, as: UInt32.self)
    nodeSummaries = storage.section(.nodeSummaries, as: UInt8.self)
    pairs = PairFilter(words: storage.section(.pairBits, as: UInt64.self))
    nameOffsets = storage.section(.nameOffsets, as: UInt32.self)
    nameBytes = storage.section(.nameBytes, as: UInt8.self)
  }
}

/// Keeps the tables of a lexicon, and the blob that they point into, alive.
final class LexiconOwner: @unchecked Sendable {
  let storage: BlobStorage
  let tables: UnsafePointer<LexiconTables>
  /// See ``Lexicon/termCount``.
  let termCount: Int

  init(_ storage: BlobStorage) {
    self.storage = storage
    let memory = UnsafeMutablePointer<LexiconTables>.allocate(capacity: 1)
    memory.initialize(to: LexiconTables(storage))
    tables = UnsafePointer(memory)
    termCount = max(memory.pointee.termKinds.count, 1)
  }

  deinit { tables.deallocate() }
}
