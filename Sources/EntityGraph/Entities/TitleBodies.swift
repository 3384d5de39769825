/// Titles that name their body without saying so: "Foreign Secretary", "Deputy Secretary of State".
struct TitleBodies: Sendable {
  private struct Entry {
    var words: [TermID]
    var bodies: [NameID]
    /// The words are the whole title: "Secretary X", no "Energy Secretary X".
    var isWhole: Bool
  }
  private var entries: [Entry] = []

  /// Reads the rows `role.of` of packs' `phrases` tables: phrase, bodies separated by `|`. A phrase
  /// behind `=` must be the whole title.
  init(knowledge: Knowledge) {
    let lexicon = knowledge.lexicon
    for row in knowledge.phraseRows(of: "role.of\t") {
      let fields = row.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count > 2 else { continue }
      let isWhole = fields[1].first == UInt8(ascii: "=")
      let words = Self.terms(fields[1].dropFirst(isWhole ? 1 : 0), lexicon)
      let bodies = fields[2].split(separator: UInt8(ascii: "|")).flatMap {
        Self.canonicals($0, lexicon)
      }
      guard !words.contains(0) else { continue }
      entries.append(Entry(words: words, bodies: bodies, isWhole: isWhole))
    }
    // The longer phrase says more.
    entries.sort { $0.words.count > $1.words.count }
  }

  private static func terms(_ words: Substring.UTF8View, _ lexicon: Lexicon) -> [TermID] {
    words.split(separator: UInt8(ascii: " ")).map { lexicon.term(String(Substring($0))) }
  }

  /// The canonical names of a listed place or organization.
  private static func canonicals(_ name: Substring.UTF8View, _ lexicon: Lexicon) -> [NameID] {
    var node: UInt32 = 0
    for (k, term) in terms(name, lexicon).enumerated() {
      guard term != 0 else { return [] }
      node = k == 0 ? lexicon.root(term) : lexicon.step(node, term)
      if node == 0 { return [] }
    }
    guard node != 0 else { return [] }
    var found: [NameID] = []
    for index in lexicon.senseRange(node) {
      let sense = lexicon.sense(index)
      guard sense.kind == .place || sense.kind == .organization else { continue }
      if sense.canonical != 0 { found.append(sense.canonical) }
    }
    return found
  }

  /// Bodies of a title, the likeliest first; empty if the title names none.
  func bodies(_ range: Range<Int>, _ reader: EntityReader) -> [NameID] {
    for entry in entries
    where entry.isWhole ? entry.words.count == range.count : entry.words.count <= range.count {
      for start in range.lowerBound...(range.upperBound - entry.words.count) {
        var same = true
        for (k, word) in entry.words.enumerated() where reader.term(start + k) != word {
          same = false
          break
        }
        if same { return entry.bodies }
      }
    }
    return []
  }
}
