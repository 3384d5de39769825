/// Finds nodes by any of their names, tolerant of case, accents and spelling.
public struct NameSearch: Sendable {
  /// What a search finds.
  public enum Answer: Sendable {
    /// One node, by its index.
    case found(Int)
    /// Several nodes, most prominent first: ask which is meant.
    case several([Int])
    /// None; the indices of those whose names come close, closest first.
    case none(close: [Int])
  }

  private let graph: Graph
  /// For each node the words of its name, then those of its aliases, folded.
  private let words: [[[String]]]

  /// Makes a search over a graph's names.
  public init(_ graph: Graph) {
    self.graph = graph
    words = graph.nodes.map { node in
      ([node.name] + node.aliases.map(\.text)).map(NameSearch.words)
    }
  }

  /// Looks for `name`: an id, else the same name, else the same words within a longer name, else
  /// a spelling of it. The first of these that finds anything decides.
  public func find(_ name: String) -> Answer {
    if let node = graph.nodes.firstIndex(where: { $0.id == name }) { return .found(node) }
    let query = NameSearch.words(of: name)
    if query.isEmpty { return .none(close: []) }
    let steps: [([[String]]) -> Bool] = [
      { $0.first == query },
      { $0.contains(query) },
      { names in names.contains { NameSearch.holds($0, query, ==) } },
      { names in names.contains { $0.count == query.count && NameSearch.holds($0, query, near) } },
      { names in names.contains { NameSearch.holds($0, query, near) } },
    ]
    for step in steps {
      let hits = words.indices.filter { step(words[$0]) }
      if let only = hits.first, hits.count == 1 { return .found(only) }
      if !hits.isEmpty { return .several(byProminence(hits)) }
    }
    return .none(close: close(to: query.joined(separator: " ")))
  }

  private func byProminence(_ hits: [Int]) -> [Int] {
    hits.sorted { a, b in
      let (x, y) = (graph.nodes[a], graph.nodes[b])
      return x.mentions != y.mentions ? x.mentions > y.mentions : a < b
    }
  }

  /// The nodes whose names share most pairs of letters with `text`: at least a third, five at most.
  private func close(to text: String) -> [Int] {
    let wanted = NameSearch.pairs(text)
    var scored: [(node: Int, score: Int)] = []
    for (index, names) in words.enumerated() {
      let best = names.map { name in
        let pairs = NameSearch.pairs(name.joined(separator: " "))
        let common = pairs.intersection(wanted).count
        return pairs.isEmpty && wanted.isEmpty ? 0 : 2000 * common / (pairs.count + wanted.count)
      }.max()
      if let best, best >= 333 { scored.append((index, best)) }
    }
    scored.sort { a, b in a.score != b.score ? a.score > b.score : a.node < b.node }
    return scored.prefix(5).map(\.node)
  }

  private static func pairs(_ text: String) -> Set<UInt64> {
    let letters = Array(text.unicodeScalars)
    return Set(
      zip(letters, letters.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }

  /// Whether every word of `query` is one of `name`, in the same order.
  private static func holds(
    _ name: [String], _ query: [String], _ same: (String, String) -> Bool
  ) -> Bool {
    var rest = name[...]
    for word in query {
      guard let at = rest.firstIndex(where: { same($0, word) }) else { return false }
      rest = rest[(at + 1)...]
    }
    return true
  }

  /// Case-folded words without diacritics and punctuation.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    let separators: Set<UInt8> = Set(" -'.,\"()/\u{9}\u{A}\u{D}".utf8)
    for part in name.utf8.split(whereSeparator: separators.contains) {
      var bytes = Array(part)
      // A typographic apostrophe or hyphen separates as its ASCII form does.
      bytes.removeAll { $0 == 0 }
      for piece in String(decoding: bytes, as: UTF8.self).split(whereSeparator: isSeparator) {
        words.append(fold(piece))
      }
    }
    return words
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character == "\u{2019}" || character == "\u{2018}" || character == "\u{2010}"
      || character == "\u{2013}" || character == "\u{A0}"
  }

  private static func fold(_ word: Substring) -> String {
    let source = Array(word.utf8)
    return withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: Folding.maximumLength + 8
    ) { target in
      guard let base = target.baseAddress else { return String(word) }
      let count = source.withUnsafeBufferPointer { Folding.fold($0, into: base) }
      return count < 0
        ? word.lowercased() : String(decoding: target[..<count], as: UTF8.self)
    }
  }
}

/// Whether two folded words are spellings of one: the same consonants as transliterations write
/// them, or one letter apart (two from eight letters on).
private func near(_ a: String, _ b: String) -> Bool {
  if a == b { return true }
  let (x, y) = (Array(a.utf8), Array(b.utf8))
  let shorter = min(x.count, y.count)
  if shorter >= 4, x.first == y.first || skeleton(x).first == skeleton(y).first,
    skeleton(x) == skeleton(y)
  {
    return true
  }
  let allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
  return abs(x.count - y.count) <= allowed && distance(x, y) <= allowed
}

/// Consonants with those joined that transliterations exchange, vowels and doubles left out.
private func skeleton(_ word: [UInt8]) -> [UInt8] {
  var out: [UInt8] = []
  for byte in word {
    let letter: UInt8
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "h"):
      continue
    case UInt8(ascii: "q"), UInt8(ascii: "c"): letter = UInt8(ascii: "k")
    case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
    case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
    case UInt8(ascii: "j"): letter = UInt8(ascii: "g")
    default: letter = byte
    }
    if out.last != letter { out.append(letter) }
  }
  return out
}

/// Edit distance with neighbours exchanged counted once (Damerau 1964, restricted).
private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      row.append(best)
    }
    before = last
    last = row
  }
  return last[b.count]
}
