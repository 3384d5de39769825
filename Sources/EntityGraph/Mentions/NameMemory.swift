/// What a document says about single words, so that one sense holds throughout; cleared between
/// documents.
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
    /// Times small words in front spelled it out, so that it names nobody.
    var spelled: Int32 = 0
    /// Times it stands alone without being listed, and the points that it had for each kind.
    var alone: Int32 = 0
    var points = NameScores()
    /// First token and end of the full name that taught it.
    var source: Int32 = -1
    /// Kind and token range of the first body or place of several words that begins with it.
    var bodyKind = SenseKind.organization
    var body: Int32 = -1
    var bodyEnd: Int32 = -1

    /// Whether this can change nothing about a name of some kind: most words are only known as the
    /// places that they are.
    @inline(__always)
    func isSilent(_ kind: SenseKind) -> Bool {
      // The first body is a token, or -1 for none.
      spelled | organization | surname | firstName | ~body == 0 && alone < 2
        && (placed == 0 || kind != .person)
    }
  }
  private var indices = KeyTable()
  /// Initials of bodies' names, a byte a letter.
  private var initials = KeyTable()
  private(set) var entries: [Entry] = []

  mutating func removeAll() {
    indices.removeAll()
    initials.removeAll()
    entries.removeAll(keepingCapacity: true)
  }

  /// Index of a term's entry, -1 if there is none.
  @inline(__always)
  func find(_ term: TermID) -> Int { Int(indices.value(UInt64(term) + 1) ?? -1) }

  subscript(term: TermID) -> Entry {
    let index = find(term)
    return index < 0 ? Entry() : entries[index]
  }

  mutating func noteInitials(_ letters: UInt64) { initials.set(letters, 1) }

  func hasInitials(_ letters: UInt64) -> Bool { initials.value(letters) != nil }

  /// Changes a term's entry, made if it is new.
  @inline(__always)
  mutating func update(_ term: TermID, _ change: (inout Entry) -> Void) {
    let new = entries.count
    var index = new
    if let known = indices.insert(UInt64(term) + 1, Int32(truncatingIfNeeded: new)) {
      index = Int(known)
    } else {
      entries.append(Entry(term: term))
    }
    change(&entries[index])
  }
}
