/// Gives the words that the lexicon does not know ids that hold within one document.
///
/// The hash that comes with a word is fast and public, so an article can be written whose words all
/// fall on one slot. A search that takes longer than ``patience`` switches the table to Swift's
/// seeded hash for the rest of the document; ids depend on the order of the words alone, never on
/// the hash.
struct LocalVocabulary: Sendable {
  /// Slots that a search may try; in a half-full table ordinary words never need as many.
  static let patience = 128

  private static let firstSlots = 256

  private var slots: [UInt64] = [UInt64](repeating: 0, count: firstSlots)
  private var spans: [(offset: Int32, length: Int32)] = []
  private var bytes: [UInt8] = []
  private var hashes: [UInt64] = []
  /// Whether this document's words made the fast hash fail.
  private(set) var isFlooded = false

  /// Number of words.
  var count: Int { spans.count }

  mutating func removeAll() {
    if spans.isEmpty { return }
    if slots.count > 1 << 12 {
      slots = [UInt64](repeating: 0, count: Self.firstSlots)
    } else {
      slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }
    spans.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    isFlooded = false
  }

  /// Index of a folded word, added if it is new.
  mutating func intern(_ word: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> Int {
    if spans.count * 2 >= slots.count { grow() }
    let hash = isFlooded ? strongHash(word, count) : hash
    let mask = slots.count - 1
    let high = hash & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: hash) & mask
    var steps = 0
    while slots[slot] != 0 {
      let entry = slots[slot]
      if entry & 0xFFFF_FFFF_0000_0000 == high {
        let index = Int(entry & 0xFFFF_FFFF) - 1
        let (offset, length) = spans[index]
        if Int(length) == count {
          var same = true
          for i in 0..<count where bytes[Int(offset) + i] != word[i] {
            same = false
            break
          }
          if same { return index }
        }
      }
      slot = (slot + 1) & mask
      steps += 1
      if steps == LocalVocabulary.patience, !isFlooded {
        changeHash()
        return intern(word, count: count, hash: hash)
      }
    }
    spans.append((Int32(bytes.count), Int32(count)))
    bytes.append(contentsOf: UnsafeBufferPointer(start: word, count: count))
    slots[slot] = high | UInt64(spans.count)
    hashes.append(hash)
    return spans.count - 1
  }

  private mutating func grow() { fill(count: slots.count * 4) }

  private mutating func fill(count: Int) {
    var bigger = [UInt64](repeating: 0, count: count)
    let mask = bigger.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while bigger[slot] != 0 { slot = (slot + 1) & mask }
      bigger[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
    }
    slots = bigger
  }

  private mutating func changeHash() {
    isFlooded = true
    bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return }
      for (index, span) in spans.enumerated() {
        hashes[index] = strongHash(base + Int(span.offset), Int(span.length))
      }
    }
    fill(count: slots.count)
  }

  /// SipHash with a seed that differs from run to run.
  private func strongHash(_ word: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(start: word, count: count))
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
