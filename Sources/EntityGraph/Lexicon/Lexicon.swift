/// The compiled word knowledge, read in place.
///
/// Three machine words, so that stages may hold and hand it on at no cost.
public struct Lexicon: @unchecked Sendable {
  let owner: LexiconOwner
  /// The same without its owner, valid as long as this lexicon.
  let view: LexiconView
  private var tables: UnsafePointer<LexiconTables> { @inline(__always) get { view.tables } }
  /// Number of known words plus one; higher term ids belong to one document.
  public var termCount: Int { @inline(__always) get { view.termCount } }

  /// Reads a blob; a damaged one gives an empty lexicon.
  init(storage: BlobStorage) {
    owner = LexiconOwner(storage)
    view = LexiconView(tables: owner.tables, termCount: owner.termCount)
  }

  var storage: BlobStorage { owner.storage }
  @inline(__always) var wordBytes: UnsafeBufferPointer<UInt8> { tables.pointee.wordBytes }
  @inline(__always) var wordBlocks: UnsafeBufferPointer<UInt32> { tables.pointee.wordBlocks }
  @inline(__always) var wordOffsets: UnsafeBufferPointer<UInt16> { tables.pointee.wordOffsets }
  @inline(__always) var termKinds: UnsafeBufferPointer<UInt16> { tables.pointee.termKinds }
  @inline(__always) var classSets: UnsafeBufferPointer<UInt64> { tables.pointee.classSets }
  @inline(__always) var scoreBits: UnsafeBufferPointer<UInt16> { tables.pointee.scoreBits }
  @inline(__always) var lemmas: UnsafeBufferPointer<UInt32> { tables.pointee.lemmas }
  @inline(__always) var slots: UnsafeBufferPointer<UInt8> { tables.pointee.slots }
  @inline(__always) var slotCount: Int { tables.pointee.slotCount }
  @inline(__always) var roots: RankedBits { tables.pointee.roots }
  @inline(__always) var inner: RankedBits { tables.pointee.inner }
  @inline(__always) var nodes: UnsafeBufferPointer<UInt32> { tables.pointee.nodes }
  @inline(__always) var firstEdges: UnsafeBufferPointer<UInt32> { tables.pointee.firstEdges }
  @inline(__always) var edges: UnsafeBufferPointer<UInt32> { tables.pointee.edges }
  @inline(__always) var firstChild: Int { tables.pointee.firstChild }
  @inline(__always) var senses: UnsafeBufferPointer<UInt64> { tables.pointee.senses }
  @inline(__always) var senseHeads: UnsafeBufferPointer<UInt32> { tables.pointee.senseHeads }
  @inline(__always) var nameOffsets: UnsafeBufferPointer<UInt32> { tables.pointee.nameOffsets }
  @inline(__always) var nameBytes: UnsafeBufferPointer<UInt8> { tables.pointee.nameBytes }

  // MARK: Words

  /// The term of a folded word (``Folding``), 0 if unknown.
  ///
  /// - Parameter word: at least eight zero bytes must follow the `count` bytes.
  @inline(__always)
  func term(_ word: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> TermID {
    guard slotCount > 0, let table = slots.baseAddress else { return 0 }
    let tag = HashSlot.tag(hash)
    var slot = HashSlot.home(hash, slotCount)
    while true {
      let entry = HashSlot.load(table, slot)
      if entry == 0 { return 0 }
      if entry >> HashSlot.termBits == tag {
        let term = entry & HashSlot.termMask
        let (start, length) = place(term)
        if length == count, equal(word, start, count) { return term }
      }
      slot += 1
      if slot == slotCount { slot = 0 }
    }
  }

  /// The term of a folded word of at most sixteen bytes, given as two zero-padded machine words,
  /// with its ``firstSlot(_:)``.
  @inline(__always)
  func term(
    _ low: UInt64, _ high: UInt64, count: Int, hash: UInt64, first: UInt32
  ) -> TermID {
    guard slotCount > 0, let table = slots.baseAddress, let words = wordBytes.baseAddress
    else { return 0 }
    let tag = HashSlot.tag(hash)
    var slot = HashSlot.home(hash, slotCount)
    var entry = first
    while true {
      if entry == 0 { return 0 }
      if entry >> HashSlot.termBits == tag {
        let term = entry & HashSlot.termMask
        let (start, length) = place(term)
        // The comparison reads whole machine words, which the bytes behind the last word allow.
        if length == count, start + 16 <= wordBytes.count {
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
      slot += 1
      if slot == slotCount { slot = 0 }
      entry = HashSlot.load(table, slot)
    }
  }

  /// The term of a folded word of one to sixteen bytes, given as two zero-padded machine words.
  func term(_ low: UInt64, _ high: UInt64, count: Int) -> TermID {
    let hash = Folding.hash(low, high, count: count)
    return term(low, high, count: count, hash: hash, first: firstSlot(hash))
  }

  /// What the slot holds at which the search for a hash begins.
  @inline(__always)
  func firstSlot(_ hash: UInt64) -> UInt32 {
    guard slotCount > 0, let table = slots.baseAddress else { return 0 }
    return HashSlot.load(table, HashSlot.home(hash, slotCount))
  }

  // A look-up waits for memory five times, each time for what the time before has brought. Who looks
  // many words up has each step ask for the memory of the next one, for all of the words.

  /// Asks for the memory of ``firstSlot(_:)``.
  @inline(__always)
  func prefetchSlot(_ hash: UInt64) {
    guard slotCount > 0, let table = slots.baseAddress else { return }
    (table + HashSlot.home(hash, slotCount) * HashSlot.size).prefetch()
  }

  /// Asks for what is kept of the term in a slot by its number.
  @inline(__always)
  func prefetchTerm(_ slot: UInt32) {
    let term = Int(slot & HashSlot.termMask)
    if let offsets = wordOffsets.baseAddress { (offsets + (term + term >> 8)).prefetch() }
    if let kinds = termKinds.baseAddress { (kinds + term).prefetch() }
    if let lemmas = lemmas.baseAddress { (lemmas + term).prefetch() }
  }

  /// Asks for the bytes and the classes of the term in a slot.
  @inline(__always)
  func prefetchWord(_ slot: UInt32) {
    let term = slot & HashSlot.termMask
    guard Int(term) < termKinds.count else { return }
    if let bytes = wordBytes.baseAddress { (bytes + place(term).start).prefetch() }
    if let sets = classSets.baseAddress { (sets + Int(termKinds[Int(term)])).prefetch() }
  }

  /// Where the bytes of a known term begin, and how many there are.
  @inline(__always)
  private func place(_ term: TermID) -> (start: Int, length: Int) {
    let block = Int(term >> 8)
    let index = Int(term) + block
    let start = wordOffsets[index]
    return (
      Int(wordBlocks[block]) + Int(start), Int(truncatingIfNeeded: wordOffsets[index + 1] &- start)
    )
  }

  @inline(__always)
  private func equal(_ word: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Bool {
    for i in 0..<count where word[i] != wordBytes[start + i] { return false }
    return true
  }

  /// The term of a word written in any case, 0 if unknown.
  public func term(_ word: String) -> TermID {
    var word = word
    return word.withUTF8 { term($0) }
  }

  /// The term of a word given as bytes, 0 for one that is not known.
  func term(_ word: UnsafeBufferPointer<UInt8>) -> TermID {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Folding.maximumLength + 16) { room in
      guard let base = room.baseAddress else { return 0 }
      let count = Folding.fold(word, into: base)
      if count < 0 { return 0 }
      return term(base, count: count, hash: Folding.hash(base, count: count))
    }
  }

  /// The folded text of a known term.
  public func word(_ term: TermID) -> String { String(decoding: bytes(term), as: UTF8.self) }

  /// The folded bytes of a known term.
  func bytes(_ term: TermID) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard term > 0, Int(term) < termKinds.count else { return wordBytes[0..<0] }
    let (start, length) = place(term)
    return wordBytes[start..<start + length]
  }

  /// Bits of ``WordClass``; empty for words that only a document knows.
  @inline(__always)
  public func classes(_ term: TermID) -> WordClass { view.classes(term) }

  /// The base form's term; the term itself where there is none.
  @inline(__always)
  public func lemma(_ term: TermID) -> TermID { view.lemma(term) }

  /// How frequent a word is as a first name, as a surname and in lower case (0 … 248 in steps
  /// of 8, log scale).
  @inline(__always)
  func scores(_ term: TermID) -> (first: Int, last: Int, common: Int) { view.scores(term) }

  // MARK: Names

  /// The node for names that begin with `term`, 0 if there is none.
  @inline(__always)
  func root(_ term: TermID) -> UInt32 { view.root(term) }

  /// The node one word further, 0 if no listed name goes on so.
  @inline(__always)
  func step(_ node: UInt32, _ term: TermID) -> UInt32 { view.step(node, term) }

  /// Indices of the senses of the name that ends at `node`.
  @inline(__always)
  func senseRange(_ node: UInt32) -> Range<Int> { view.senseRange(node) }

  @inline(__always)
  func sense(_ index: Int) -> Sense { view.sense(index) }

  /// A canonical name; empty for 0.
  public func name(_ id: NameID) -> String {
    String(decoding: nameText(id), as: UTF8.self)
  }

  /// The bytes of a canonical name, none for 0; they last as long as the lexicon.
  func nameText(_ id: NameID) -> UnsafeBufferPointer<UInt8> {
    guard id > 0, Int(id) + 1 < nameOffsets.count else { return .init(start: nil, count: 0) }
    return UnsafeBufferPointer(
      rebasing: nameBytes[Int(nameOffsets[Int(id)])..<Int(nameOffsets[Int(id) + 1])])
  }
}
