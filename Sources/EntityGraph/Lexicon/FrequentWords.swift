import Glibc

/// The words that have been met, the most frequent ones of the lexicon before others, with what it says
/// of them, ready to be handed out.
///
/// Most words of a text are among the first few thousand of the lexicon (Zipf's law). Here
/// each has one record beside its spelling, so that it costs one look into memory that stays near the
/// processor; a word of the lexicon proper costs five into 4 MB. A record says what the lexicon says,
/// so it makes no difference to any result which words have one.
struct FrequentWords: Sendable {
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

  private static let slotBits = 15
  private static let slots = 1 << slotBits

  private var room: Room?
  /// The lexicon that the records repeat.
  private var owner: LexiconOwner?

  /// Memory for the records: each lies within one line of the processor's memory, which an array does
  /// not grant, and none is touched before it is needed.
  private final class Room: @unchecked Sendable {
    private let memory: UnsafeMutableRawPointer
    let records: UnsafeMutablePointer<Record>

    init() {
      let size = MemoryLayout<Record>.stride
      // Zeroes are empty records.
      guard let memory = calloc(slots + 1, size) else { preconditionFailure("out of memory") }
      self.memory = memory
      let start = memory.alignedUp(toMultipleOf: size)
      records = start.bindMemory(to: Record.self, capacity: slots)
    }

    deinit { free(memory) }
  }

  /// Lends the records of a lexicon; they are valid within `body` only.
  mutating func withRecords(of lexicon: Lexicon, _ body: (Records) -> Void) {
    if owner !== lexicon.owner || !isKnownUniquelyReferenced(&room) {
      owner = lexicon.owner
      room = Room()
    }
    guard let room else { return }
    withExtendedLifetime(room) { body(Records(base: room.records)) }
  }

  /// The records while a text is read.
  struct Records {
    fileprivate let base: UnsafeMutablePointer<Record>

    @inline(__always)
    private func slot(_ low: UInt64, _ high: UInt64) -> Int {
      // The top bits of a product depend on all bits of the word (Knuth's multiplicative hashing).
      let hash = low &* 0x9E37_79B9_7F4A_7C15 &+ high &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: hash >> UInt64(64 - slotBits))
    }

    /// The one record that may be a word's: see ``Record/isOther(_:_:)``.
    @inline(__always)
    func record(_ low: UInt64, _ high: UInt64) -> UnsafePointer<Record> {
      UnsafePointer(base + slot(low, high))
    }

    /// The record of a word, nil if it has none.
    @inline(__always)
    func find(_ low: UInt64, _ high: UInt64) -> UnsafePointer<Record>? {
      let record = record(low, high)
      return record.pointee.isOther(low, high) == 0 ? record : nil
    }

    /// Keeps a word of the lexicon; of two words with one slot the more frequent.
    @inline(__always)
    func note(_ word: Record, length: Int) {
      guard word.term > 0, length < 16 else { return }
      let place = base + slot(word.low, word.high)
      if place.pointee.low == 0 || word.term < place.pointee.term { place.pointee = word }
    }
  }
}
