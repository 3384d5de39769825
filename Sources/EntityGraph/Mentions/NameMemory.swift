/// What a document says about single words, so that one sense holds throughout: open addressing by
/// term, cleared between documents.
struct NameMemory: Sendable {
  struct Entry: Sendable {
    var term: TermID = 0
    /// Times the word was (part of) a sure name of each kind.
    var surname: Int32 = 0
    var firstName: Int32 = 0
    var organization: Int32 = 0
    var place: Int32 = 0
    /// Times the words around it said that a place is meant.
    var placed: Int32 = 0
    var reject: Int32 = 0
    /// Times it stands alone without being listed, and the points that it had for each kind.
    var alone: Int32 = 0
    var points = NameScores()
    /// First token and end of the full name that taught it.
    var source: Int32 = -1
    /// Kind and token range of the first body or place of several words that begins with it.
    var bodyKind = SenseKind.organization
    var body: Int32 = -1
    var bodyEnd: Int32 = -1
  }
  private var slots: [Int32] = [Int32](repeating: -1, count: 256)
  private(set) var entries: [Entry] = []

  mutating func removeAll() {
    if entries.isEmpty { return }
    if slots.count > 1 << 14 {
      slots = [Int32](repeating: -1, count: 256)
    } else {
      for i in slots.indices { slots[i] = -1 }
    }
    entries.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private func hash(_ term: TermID) -> Int {
    Int(truncatingIfNeeded: (UInt64(term) &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }

  /// Index of a term's entry, -1 if there is none.
  func find(_ term: TermID) -> Int {
    let mask = slots.count - 1
    var slot = hash(term) & mask
    while slots[slot] >= 0 {
      if entries[Int(slots[slot])].term == term { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  subscript(term: TermID) -> Entry {
    let index = find(term)
    return index < 0 ? Entry() : entries[index]
  }

  /// Changes a term's entry, made if it is new.
  @inline(__always)
  mutating func update(_ term: TermID, _ change: (inout Entry) -> Void) {
    var index = find(term)
    if index < 0 {
      if entries.count * 2 >= slots.count { grow() }
      index = entries.count
      entries.append(Entry(term: term))
      insert(term, index)
    }
    change(&entries[index])
  }

  private mutating func insert(_ term: TermID, _ index: Int) {
    let mask = slots.count - 1
    var slot = hash(term) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (index, entry) in entries.enumerated() { insert(entry.term, index) }
  }
}
