/// The tokens of one document with what the lexicon says of each; reused from document to document.
struct TokenTable: Sendable {
  var tokens: [Token] = []
  /// ``WordClass`` bits of each token.
  var classes: [UInt64] = []
  /// Base form of each token's term.
  var lemmas: [TermID] = []
  /// Words that only this document knows.
  var local = LocalVocabulary()

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    lemmas.removeAll(keepingCapacity: true)
    local.removeAll()
  }
}

/// The tokens of a table while a stage reads and marks them: no copies, no counting of owners.
struct TokenView {
  let tokens: UnsafeMutableBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
}

extension TokenTable {
  /// Lends the tokens; the view is valid within `body` only.
  mutating func withView<Result>(_ body: (TokenView) -> Result) -> Result {
    classes.withUnsafeBufferPointer { classes in
      tokens.withUnsafeMutableBufferPointer { body(TokenView(tokens: $0, classes: classes)) }
    }
  }
}

/// Gives the words that the lexicon does not know ids that hold within one document.
struct LocalVocabulary: Sendable {
  private static let firstSlots = 256
  private var slots: [UInt64] = [UInt64](repeating: 0, count: firstSlots)
  private var spans: [(offset: Int32, length: Int32)] = []
  private var bytes: [UInt8] = []
  private var hashes: [UInt64] = []

  /// Number of words.
  var count: Int { spans.count }

  mutating func removeAll() {
    if spans.isEmpty { return }
    if slots.count > 1 << 12 {
      slots = [UInt64](repeating: 0, count: Self.firstSlots)
    } else {
      for i in 0..<slots.count { slots[i] = 0 }
    }
    spans.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
  }

  /// Index of a folded word, added if it is new.
  mutating func intern(_ word: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> Int {
    if spans.count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    let high = hash & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: hash) & mask
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
    }
    spans.append((Int32(bytes.count), Int32(count)))
    bytes.append(contentsOf: UnsafeBufferPointer(start: word, count: count))
    slots[slot] = high | UInt64(spans.count)
    hashes.append(hash)
    return spans.count - 1
  }

  private mutating func grow() {
    var bigger = [UInt64](repeating: 0, count: slots.count * 4)
    let mask = bigger.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while bigger[slot] != 0 { slot = (slot + 1) & mask }
      bigger[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
    }
    slots = bigger
  }
}
