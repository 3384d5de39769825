/// Titles that name their body without saying so: "Foreign Secretary", "Deputy Secretary of State".
struct TitleBodies: Sendable {
  private struct Entry {
    /// Places in ``terms`` and ``names``.
    var words: Range<Int>
    var bodies: Range<Int>
    /// The words are the whole title: "Secretary X", no "Energy Secretary X".
    var isWhole: Bool
  }
  private var entries: [Entry] = []
  private var terms: [TermID] = []
  private var names: [NameID] = []

  /// Reads the rows of a list of packs' `phrases` tables: phrase, bodies separated by `|`, `-` for none.
  /// A phrase behind `=` must be the whole title.
  init(knowledge: Knowledge, list: String) {
    let lexicon = knowledge.lexicon
    knowledge.phrases.forEach(of: list + "\t") { fields in
      guard fields.count > 2 else { return }
      let isWhole = fields[1].first == UInt8(ascii: "=")
      let (firstTerm, firstName) = (terms.count, names.count)
      var isKnown = true
      Self.forEach(fields[1].dropFirst(isWhole ? 1 : 0), UInt8(ascii: " ")) { word in
        let term = lexicon.term(word)
        terms.append(term)
        if term == 0 { isKnown = false }
      }
      guard isKnown else {
        terms.removeSubrange(firstTerm...)
        return
      }
      Self.forEach(fields[2][...], UInt8(ascii: "|")) { addCanonicals($0, lexicon) }
      entries.append(
        Entry(
          words: firstTerm..<terms.count, bodies: firstName..<names.count, isWhole: isWhole))
    }
    // The longer phrase says more.
    entries.sort { $0.words.count > $1.words.count }
  }

  /// Calls `body` with the parts of a text that are not empty.
  private static func forEach(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ separator: UInt8,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var from = text.startIndex
    for at in text.startIndex...text.endIndex
    where at == text.endIndex || text[at] == separator {
      if from < at { body(UnsafeBufferPointer(rebasing: text[from..<at])) }
      from = at + 1
    }
  }

  /// Adds the canonical names of a listed place or organization.
  private mutating func addCanonicals(_ name: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) {
    var node: UInt32 = 0
    var isFirst = true
    Self.forEach(name[...], UInt8(ascii: " ")) { word in
      let term = lexicon.term(word)
      if term == 0 {
        node = 0
      } else if isFirst {
        node = lexicon.root(term)
      } else if node != 0 {
        node = lexicon.step(node, term)
      }
      isFirst = false
    }
    guard node != 0 else { return }
    for index in lexicon.senseRange(node) {
      let sense = lexicon.sense(index)
      guard sense.kind == .place || sense.kind == .organization else { continue }
      if sense.canonical != 0 { names.append(sense.canonical) }
    }
  }

  /// Bodies of a title, the likeliest first; empty if the title names none.
  func bodies(_ range: Range<Int>, _ reader: EntityReader) -> ArraySlice<NameID> {
    for entry in entries where matches(entry, range, reader) { return names[entry.bodies] }
    return []
  }

  /// Calls `body` with the bodies of each phrase that a title has.
  func forEach(
    _ range: Range<Int>, _ reader: EntityReader, _ body: (ArraySlice<NameID>) -> Void
  ) {
    for entry in entries where matches(entry, range, reader) { body(names[entry.bodies]) }
  }

  private func matches(_ entry: Entry, _ range: Range<Int>, _ reader: EntityReader) -> Bool {
    let count = entry.words.count
    guard entry.isWhole ? count == range.count : count <= range.count else { return false }
    for start in range.lowerBound...(range.upperBound - count) {
      var same = true
      for (k, word) in terms[entry.words].enumerated() where reader.term(start + k) != word {
        same = false
        break
      }
      if same { return true }
    }
    return false
  }
}
