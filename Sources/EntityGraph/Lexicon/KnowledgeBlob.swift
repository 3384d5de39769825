/// The sections of compiled knowledge, all of them read in place; numbers are little-endian.
///
/// Words have ids (``TermID``) in the order of their frequency. Names are the paths of a trie over
/// these ids. Its nodes are numbered so that links need not be stored: 0 is no node, 1 to R are the
/// first words of names in the order of their terms, and node R + 1 + e is where edge e leads, for
/// the edges of all nodes one behind the other.
enum BlobSection: UInt32, CaseIterable {
  /// The folded words one behind the other, then zeroes to compare in machine words.
  case wordBytes = 1
  /// u32 a block of 256 words: where it begins in `wordBytes`.
  case wordBlocks
  /// u16, 257 a block: where each word begins in its block, and where the last one ends.
  case wordOffsets
  /// u16 a term: index into `classes` and `scores`, which hold each combination once.
  case termKinds
  /// u64: bits of ``WordClass``.
  case classes
  /// u16: five bits each for first name, surname and lower case.
  case scores
  /// u32 a term, up to the last one that is not its own base form.
  case lemmas
  /// Hash table of 24 bits a slot: four of the hash and the term; a byte more at the end.
  case hashSlots
  /// The terms that names begin with: u64 of bits, and u32 for how many there are before.
  case rootBits, rootRanks
  /// u32 a node: its first sense, 0 for none.
  case nodes
  /// The nodes that have edges, as for `rootBits`.
  case innerBits, innerRanks
  /// u32 a node with edges: its first edge. One more as an end mark.
  case firstEdges
  /// u32 an edge: its term; sorted within a node.
  case edges
  /// u64 a sense: head (15 bits), whether the node has more, canonical name and owner (24 bits
  /// each). Nodes with the same senses share them.
  case senses
  /// Two u32 a head: kind, population and list, then ``SenseFlags``.
  case senseHeads
  /// u8 a node: ``NodeSummary`` of its senses.
  case nodeSummaries
  /// u64 of bits: which two words may begin a name of several words (``PairFilter``).
  case pairBits
  /// u32: where each canonical name begins in `nameBytes`, and where the last one ends.
  case nameOffsets
  case nameBytes
  /// Lists of words that rules use: names by lines, where each begins in the terms (u32), terms.
  case listNames, listOffsets, listTerms
  /// Rows of tables by lines.
  case phrases, weights
  /// `pack/name` of lists and rules, by lines.
  case ruleNames
  /// The compiled rules (``RuleBook``).
  case rules
}

/// Writes sections behind a table of contents; every section starts at a multiple of 16 bytes.
struct BlobWriter {
  static let magic: UInt32 = 0x3347_4B45  // "EKG3"
  private var sections: [(BlobSection, [UInt8])] = []

  mutating func add(_ section: BlobSection, _ bytes: [UInt8]) { sections.append((section, bytes)) }

  mutating func add<T: FixedWidthInteger>(_ section: BlobSection, _ values: [T]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * MemoryLayout<T>.size)
    for v in values { withUnsafeBytes(of: v.littleEndian) { bytes.append(contentsOf: $0) } }
    sections.append((section, bytes))
  }

  func bytes() -> [UInt8] {
    var head: [UInt32] = [Self.magic, UInt32(sections.count)]
    let headSize = (8 + sections.count * 12 + 15) / 16 * 16
    var offset = headSize
    for (section, content) in sections {
      head += [section.rawValue, UInt32(offset), UInt32(content.count)]
      offset = (offset + content.count + 15) / 16 * 16
    }
    var out: [UInt8] = []
    out.reserveCapacity(offset)
    for v in head { withUnsafeBytes(of: v.littleEndian) { out.append(contentsOf: $0) } }
    for (_, content) in sections {
      while out.count % 16 != 0 { out.append(0) }
      out += content
    }
    while out.count % 16 != 0 { out.append(0) }
    return out
  }
}

/// Keeps the bytes of a blob alive: either the embedded ones or a copy on the heap.
final class BlobStorage: @unchecked Sendable {
  let base: UnsafeRawPointer
  let count: Int
  private let owned: UnsafeMutableRawPointer?

  /// Bytes that live as long as the process.
  init(immortal: UnsafeRawPointer, count: Int) {
    base = immortal
    self.count = count
    owned = nil
  }

  init(copying bytes: [UInt8]) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 16), alignment: 16)
    bytes.withUnsafeBytes {
      memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    base = UnsafeRawPointer(memory)
    count = bytes.count
    owned = memory
  }

  deinit { owned?.deallocate() }

  /// The elements of a section, empty if the blob does not hold it whole.
  func section<T: FixedWidthInteger>(_ section: BlobSection, as: T.Type) -> UnsafeBufferPointer<T> {
    guard count >= 8, word(0) == BlobWriter.magic else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    // A damaged count must not make the search long.
    let entries = min(Int(word(4)), (count - 8) / 12)
    for k in 0..<entries where 8 + k * 12 + 12 <= count && word(8 + k * 12) == section.rawValue {
      let offset = Int(word(12 + k * 12))
      let size = Int(word(16 + k * 12))
      guard offset % 16 == 0, offset + size <= count else { break }
      let start = (base + offset).assumingMemoryBound(to: T.self)
      return UnsafeBufferPointer(start: start, count: size / MemoryLayout<T>.size)
    }
    return UnsafeBufferPointer(start: nil, count: 0)
  }

  private func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
