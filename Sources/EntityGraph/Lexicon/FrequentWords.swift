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

    /// 0 if this is the word's record, 1 if not: arithmetic, for those who do without a branch.
    @inline(__always)
    func isOther(_ low: UInt64, _ high: UInt64) -> Int {
      let difference = (self.low ^ low) | (self.high ^ high)
      return Int(truncatingIfNeeded: (difference | (0 &- difference)) >> 63)
    }
  }

  /// How many terms, from the most frequent on, are looked at.
  private static let words = 6144
  private static let slots = 8192

  private let records: UnsafeMutablePointer<Record>

  /// Reads the words; who makes it must ``deallocate()`` it.
  init(_ lexicon: LexiconView) {
    records = .allocate(capacity: Self.slots)
    records.initialize(repeating: Record(), count: Self.slots)
    for term in 1..<max(1, min(Self.words, lexicon.termCount)) {
      let term = TermID(term)
      guard let word = lexicon.shortWord(term) else { continue }
      // Of two words with one slot the more frequent has it.
      let slot = Self.home(word.hash)
      if records[slot].low != 0 { continue }
      records[slot] = Record(
        low: word.low, high: word.high, classes: lexicon.classes(term).rawValue, term: term,
        lemma: lexicon.lemma(term))
    }
  }

  func deallocate() { records.deallocate() }

  @inline(__always)
  private static func home(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots - 1)
  }

  /// The one record that may be a word's with its ``Folding/hash(_:count:)``: see ``Record/isOther(_:_:)``.
  @inline(__always)
  func record(_ hash: UInt64) -> UnsafePointer<Record> { UnsafePointer(records + Self.home(hash)) }

  /// The record of a word, nil if it is none of these.
  @inline(__always)
  func find(_ low: UInt64, _ high: UInt64, hash: UInt64) -> UnsafePointer<Record>? {
    let record = record(hash)
    return record.pointee.isOther(low, high) == 0 ? record : nil
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
    guard length > 0, length < 16, start + 16 <= bytes.count, let base = bytes.baseAddress
    else { return nil }
    let raw = UnsafeRawPointer(base) + start
    var low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    var high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    if length < 8 {
      low &= 1 << UInt64(length * 8) - 1
      high = 0
    } else {
      high &= 1 << UInt64(length * 8 - 64) - 1
    }
    return (low, high, Folding.hash(low, high, count: length))
  }
}
