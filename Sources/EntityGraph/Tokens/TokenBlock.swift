/// Tokens on their way into a ``TokenTable``, handed over in blocks.
///
/// To append each by itself would check three arrays for room and for other owners a token. And a
/// look-up mostly waits for memory: those of a block are started together and wait together.
struct TokenBlock {
  /// Tokens that fit; the place of one fits a byte.
  static let capacity = 256
  private let tokens: UnsafeMutablePointer<Token>
  private let classes: UnsafeMutablePointer<UInt64>
  private let lemmas: UnsafeMutablePointer<TermID>
  private let words: UnsafeMutablePointer<Word>
  let frequent: FrequentWords.Records
  /// Tokens in it.
  private(set) var count = 0
  private var wordCount = 0

  /// A word that is to be looked up.
  private struct Word {
    var low: UInt64
    var high: UInt64
    var hash: UInt64
    var slot: UInt32 = 0
    /// No part of the word: the place of one that has no record. The first so many words hold the
    /// list of those that there are.
    var other: UInt16 = 0
    /// Index of its token in the block.
    var token: UInt8
    /// Length of its folded bytes.
    var length: UInt8
  }

  /// Lends a block that is valid within `body` only.
  static func withBlock(_ frequent: FrequentWords.Records, _ body: (TokenBlock) -> Void) {
    withUnsafeTemporaryAllocation(of: Token.self, capacity: capacity) { tokens in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { classes in
        withUnsafeTemporaryAllocation(of: TermID.self, capacity: capacity) { lemmas in
          withUnsafeTemporaryAllocation(of: Word.self, capacity: capacity) { words in
            guard let tokens = tokens.baseAddress, let classes = classes.baseAddress,
              let lemmas = lemmas.baseAddress, let words = words.baseAddress
            else { return }
            body(
              TokenBlock(
                tokens: tokens, classes: classes, lemmas: lemmas, words: words, frequent: frequent))
          }
        }
      }
    }
  }

  private init(
    tokens: UnsafeMutablePointer<Token>, classes: UnsafeMutablePointer<UInt64>,
    lemmas: UnsafeMutablePointer<TermID>, words: UnsafeMutablePointer<Word>,
    frequent: FrequentWords.Records
  ) {
    self.tokens = tokens
    self.classes = classes
    self.lemmas = lemmas
    self.words = words
    self.frequent = frequent
  }

  @inline(__always) var isFull: Bool { count == Self.capacity }
  @inline(__always) var hasNoRoomForTwo: Bool { count >= Self.capacity - 1 }

  /// Adds a token; the block must not be full.
  @inline(__always)
  mutating func add(_ token: Token, classes bits: UInt64, lemma: TermID) {
    (tokens + count).initialize(to: token)
    (classes + count).initialize(to: bits)
    (lemmas + count).initialize(to: lemma)
    count &+= 1
  }

  /// Adds a token whose word of at most sixteen folded bytes is looked up when the block is handed
  /// over; it must not be full.
  @inline(__always)
  mutating func add(_ token: Token, _ low: UInt64, _ high: UInt64, length: Int) {
    let hash = Folding.hash(low, high, count: length)
    frequent.record(hash).prefetch()
    (words + wordCount).initialize(
      to: Word(
        low: low, high: high, hash: hash,
        token: UInt8(truncatingIfNeeded: count), length: UInt8(truncatingIfNeeded: length)))
    wordCount &+= 1
    (tokens + count).initialize(to: token)
    count &+= 1
  }

  /// Gives the tokens of the frequent words what is known of them, and returns how many other words
  /// there are, which are listed (``Word/other``).
  ///
  /// There is no branch in the loop, which nobody could predict, so that many words wait for memory
  /// together.
  @inline(__always)
  private func takeFrequent() -> Int {
    let (tokens, classes, lemmas, words) = (tokens, classes, lemmas, words)
    let frequent = frequent
    var missing = 0
    for k in 0..<wordCount {
      let word = words + k
      let record = frequent.record(word.pointee.hash).pointee
      let index = Int(word.pointee.token)
      tokens[index].term = record.term
      (classes + index).initialize(to: record.classes)
      (lemmas + index).initialize(to: record.lemma)
      words[missing].other = UInt16(truncatingIfNeeded: k)
      missing &+= record.isOther(word.pointee.low, word.pointee.high)
    }
    return missing
  }

  /// Looks the words up and appends the tokens to the table.
  ///
  /// - Parameter scratch: room for a word and eight bytes more.
  @inline(never)
  mutating func flush(
    into table: inout TokenTable, _ lexicon: Lexicon, _ scratch: UnsafeMutablePointer<UInt8>
  ) {
    let missing = takeFrequent()
    // Each loop asks for the memory that the next one reads.
    for k in 0..<missing { lexicon.prefetchSlot(words[Int(words[k].other)].hash) }
    for k in 0..<missing {
      let place = Int(words[k].other)
      let slot = lexicon.firstSlot(words[place].hash)
      words[place].slot = slot
      lexicon.prefetchTerm(slot)
    }
    for k in 0..<missing { lexicon.prefetchWord(words[Int(words[k].other)].slot) }
    for k in 0..<missing {
      let word = words[Int(words[k].other)]
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
          length: length, hash: word.hash)
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
    wordCount = 0
  }
}
