/// Tokens on their way into a ``TokenTable``, handed over in blocks.
///
/// To append each by itself would check three arrays for room and for other owners a token. And to look
/// up a word that is not frequent mostly waits for memory: those of a block wait together.
struct TokenBlock {
  /// Tokens that fit; the place of one fits a byte.
  static let capacity = 256
  /// One piece of memory for all, so that the tokenizer's loop holds one address: ``capacity`` tokens,
  /// then as many classes, words that have no record, and base forms.
  private let room: UnsafeMutableRawPointer
  let frequent: FrequentWords.Records
  /// Tokens in it.
  private(set) var count = 0
  /// Words in it that have no record.
  private var missing = 0

  /// A word that has no record and is to be looked up.
  private struct Word {
    var low: UInt64
    var high: UInt64
    var hash: UInt64
    var slot: UInt32
    /// Index of its token in the block.
    var token: UInt8
    /// Length of its folded bytes.
    var length: UInt8
  }

  private static let classesAt = capacity * MemoryLayout<Token>.stride
  private static let wordsAt = classesAt + capacity * MemoryLayout<UInt64>.stride
  private static let lemmasAt = wordsAt + capacity * MemoryLayout<Word>.stride
  private static let size = lemmasAt + capacity * MemoryLayout<TermID>.stride

  private var tokens: UnsafeMutablePointer<Token> {
    @inline(__always) get { room.assumingMemoryBound(to: Token.self) }
  }
  private var classes: UnsafeMutablePointer<UInt64> {
    @inline(__always) get { (room + Self.classesAt).assumingMemoryBound(to: UInt64.self) }
  }
  private var words: UnsafeMutablePointer<Word> {
    @inline(__always) get { (room + Self.wordsAt).assumingMemoryBound(to: Word.self) }
  }
  private var lemmas: UnsafeMutablePointer<TermID> {
    @inline(__always) get { (room + Self.lemmasAt).assumingMemoryBound(to: TermID.self) }
  }

  /// Lends a block that is valid within `body` only.
  static func withBlock(_ frequent: FrequentWords.Records, _ body: (TokenBlock) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { room in
      guard let base = room.baseAddress else { return }
      base.bindMemory(to: Token.self, capacity: capacity)
      (base + classesAt).bindMemory(to: UInt64.self, capacity: capacity)
      (base + wordsAt).bindMemory(to: Word.self, capacity: capacity)
      (base + lemmasAt).bindMemory(to: TermID.self, capacity: capacity)
      body(TokenBlock(room: base, frequent: frequent))
    }
  }

  private init(room: UnsafeMutableRawPointer, frequent: FrequentWords.Records) {
    self.room = room
    self.frequent = frequent
  }

  @inline(__always) var isFull: Bool { count == Self.capacity }
  @inline(__always) var hasNoRoomForThree: Bool { count >= Self.capacity - 2 }

  /// Adds a token; the block must not be full.
  @inline(__always)
  mutating func add(_ token: Token, classes bits: UInt64, lemma: TermID) {
    (tokens + count).initialize(to: token)
    (classes + count).initialize(to: bits)
    (lemmas + count).initialize(to: lemma)
    count &+= 1
  }

  /// Adds a token whose word of at most sixteen folded bytes is to be looked up; the block must not
  /// be full.
  ///
  /// A frequent word is known at once. Whether it is one makes no branch, which nobody could
  /// predict, so that many words wait for memory together.
  @inline(__always)
  mutating func add(_ token: Token, _ low: UInt64, _ high: UInt64, length: Int) {
    let record = frequent.record(low, high)
    var token = token
    token.term = record.pointee.term
    let word = words + missing
    word.pointee.low = low
    word.pointee.high = high
    word.pointee.token = UInt8(truncatingIfNeeded: count)
    word.pointee.length = UInt8(truncatingIfNeeded: length)
    missing &+= record.pointee.isOther(low, high)
    add(token, classes: record.pointee.classes, lemma: record.pointee.lemma)
  }

  /// Looks the other words up and appends the tokens to the table.
  ///
  /// - Parameter scratch: room for a word and eight bytes more.
  @inline(never)
  mutating func flush(
    into table: inout TokenTable, _ lexicon: Lexicon, _ scratch: UnsafeMutablePointer<UInt8>
  ) {
    // Each loop asks for the memory that the next one reads.
    for k in 0..<missing {
      let hash = Folding.hash(words[k].low, words[k].high, count: Int(words[k].length))
      words[k].hash = hash
      lexicon.prefetchSlot(hash)
    }
    for k in 0..<missing {
      let slot = lexicon.firstSlot(words[k].hash)
      words[k].slot = slot
      lexicon.prefetchTerm(slot)
    }
    for k in 0..<missing { lexicon.prefetchWord(words[k].slot) }
    for k in 0..<missing {
      let word = words[k]
      let index = Int(word.token)
      let length = Int(word.length)
      var term = lexicon.term(
        word.low, word.high, count: length, hash: word.hash, first: word.slot)
      var bits: UInt64 = 0
      let lemma: TermID
      if term != 0 {
        bits = lexicon.classes(term).rawValue
        lemma = lexicon.lemma(term)
        frequent.note(
          FrequentWords.Record(
            low: word.low, high: word.high, classes: bits, term: term, lemma: lemma),
          length: length)
      } else {
        let raw = UnsafeMutableRawPointer(scratch)
        raw.storeBytes(of: word.low.littleEndian, as: UInt64.self)
        raw.storeBytes(of: word.high.littleEndian, toByteOffset: 8, as: UInt64.self)
        raw.storeBytes(of: 0, toByteOffset: 16, as: UInt64.self)
        term = TermID(
          lexicon.termCount + table.local.intern(scratch, count: length, hash: word.hash))
        lemma = term
      }
      tokens[index].term = term
      classes[index] = bits
      lemmas[index] = lemma
    }
    table.tokens.append(contentsOf: UnsafeBufferPointer(start: tokens, count: count))
    table.classes.append(contentsOf: UnsafeBufferPointer(start: classes, count: count))
    table.lemmas.append(contentsOf: UnsafeBufferPointer(start: lemmas, count: count))
    count = 0
    missing = 0
  }
}
