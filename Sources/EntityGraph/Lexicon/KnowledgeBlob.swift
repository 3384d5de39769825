/// The sections of compiled knowledge.
enum BlobSection: UInt32, CaseIterable {
  case wordBytes = 1
  case wordOffsets, classes, entries, scores, hashSlots
  case rootNodes, nodes, edges, senses
  case nameOffsets, nameBytes
  case listNames, listOffsets, listTerms
  case phrases
  case weights
  case ruleNames
  case rules
}

/// Writes sections behind a table of contents; every section starts at a multiple of 16 bytes.
struct BlobWriter {
  static let magic: UInt32 = 0x3147_4B45  // "EKG1"
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
