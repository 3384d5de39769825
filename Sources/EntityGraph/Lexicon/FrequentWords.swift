/// The most frequent words with what the lexicon says of them, ready to be handed out.
///
/// Three of four words of any text are among the first few thousand of the lexicon (Zipf's law). Here
/// each has one record beside its spelling, so that it costs one look into memory that stays near the
/// processor; a word of the lexicon proper costs five into 4 MB.
struct FrequentWords: @unchecked Sendable {
  /// A word of at most fifteen bytes, zero-padded; nothing stands where ``low`` is 0.
  struct Record {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var classes: UInt64 = 0
    var term: TermID = 0
    var lemma: TermID = 0
  }

  /// How many terms, from the most frequent on, are looked at.
  private static let words = 2048
  private static let slots = 4096

  private let records: UnsafeMutablePointer<Record>

  /// Reads the words; who makes it must ``deallocate()`` it.
  init(_ lexicon: LexiconView) {
    records = .allocate(capacity: Self.slots)
    records.initialize(repeating: Record(), count: Self.slots)
    for term in 1..<max(1, min(Self.words, lexicon.termCount)) {
      let term = TermID(term)
      guard let word = lexicon.shortWord(term) else { continue }
      let slot = Self.home(word.hash)
      guard
        let free = [slot, slot ^ 1].first(where: { records[$0].low == 0 })
      else { continue }
      records[free] = Record(
        low: word.low, high: word.high, classes: lexicon.classes(term).rawValue, term: term,
        lemma: lexicon.lemma(term))
    }
  }

  func deallocate() { records.deallocate() }

  @inline(__always)
  private static func home(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots - 1)
  }

  /// The record of a word with its ``Folding/hash(_:count:)``, nil if it is none of these.
  @inline(__always)
  func find(_ low: UInt64, _ high: UInt64, hash: UInt64) -> UnsafePointer<Record>? {
    let slot = Self.home(hash)
    let first = records + slot
    if first.pointee.low == low, first.pointee.high == high { return UnsafePointer(first) }
    let second = records + (slot ^ 1)
    if second.pointee.low == low, second.pointee.high == high { return UnsafePointer(second) }
    return nil
  }
}

extension LexiconView {
  /// The bytes of a known word of at most fifteen as two zero-padded machine words, with their hash;
  /// nil for a longer one.
  func shortWord(_ term: TermID) -> (low: UInt64, high: UInt64, hash: UInt64)? {
    let block = Int(term >> 8)
    let index = Int(term) + block
    let offsets = tables.pointee.wordOffsets
    let bytes = tables.pointee.wordBytes
    guard block < tables.pointee.wordBlocks.count, index + 1 < offsets.count else { return nil }
    let start = Int(tables.pointee.wordBlocks[block]) + Int(offsets[index])
    let length = Int(offsets[index + 1] &- offsets[index])
    guard length > 0, length < 16, start + length <= bytes.count else { return nil }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for k in 0..<length {
      let byte = UInt64(bytes[start + k])
      if k < 8 { low |= byte << UInt64(k * 8) } else { high |= byte << UInt64(k * 8 - 64) }
    }
    return (low, high, Folding.hash(low, high, count: length))
  }
}
