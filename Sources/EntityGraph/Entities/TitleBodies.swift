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
  /// Indices of ``entries`` by their first word, those of one word in their order.
  private var byFirst: [Int32] = []
  /// For each first word where its entries begin in ``byFirst`` and, in the low half, where they end.
  private var runs = TermTable<UInt64>()
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
      guard isKnown, terms.count > firstTerm else {
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
    index()
  }

  private mutating func index() {
    func first(_ entry: Int32) -> TermID { terms[entries[Int(entry)].words.lowerBound] }
    byFirst = entries.indices.map { Int32($0) }
    byFirst.sort { first($0) != first($1) ? first($0) < first($1) : $0 < $1 }
    var start = 0
    for end in 1..<max(1, byFirst.count + 1)
    where end == byFirst.count || first(byFirst[end]) != first(byFirst[start]) {
      if start < end { runs.add(UInt64(start) << 32 | UInt64(end), to: first(byFirst[start])) }
      start = end
    }
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
    var best = entries.count
    find(range, reader) { best = min(best, $0) }
    return best < entries.count ? names[entries[best].bodies] : []
  }

  /// Calls `body` with the bodies of each phrase that a title has, in no order.
  func forEach(
    _ range: Range<Int>, _ reader: EntityReader, _ body: (ArraySlice<NameID>) -> Void
  ) {
    find(range, reader) { body(names[entries[$0].bodies]) }
  }

  /// Calls `body` with the index of each phrase that a title has.
  @inline(__always)
  private func find(_ range: Range<Int>, _ reader: EntityReader, _ body: (Int) -> Void) {
    for start in range {
      let run = runs[reader.term(start)]
      if run == 0 { continue }
      for k in Int(run >> 32)..<Int(run & 0xFFFF_FFFF) {
        let entry = Int(byFirst[k])
        if matches(entries[entry], start, range, reader) { body(entry) }
      }
    }
  }

  private func matches(
    _ entry: Entry, _ start: Int, _ range: Range<Int>, _ reader: EntityReader
  ) -> Bool {
    let count = entry.words.count
    guard entry.isWhole ? count == range.count : true, start + count <= range.upperBound
    else { return false }
    for k in 1..<max(1, count) where reader.term(start + k) != terms[entry.words.lowerBound + k] {
      return false
    }
    return true
  }
}
