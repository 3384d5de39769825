/// What packs know about spellings: variants of given names, words that mean the same in names of
/// bodies, countries and their adjectives.
struct IdentityTables: Sendable {
  /// Given name → the name that stands for its group ("bill" → "william").
  var given: [[UInt8]: [UInt8]] = [:]
  /// Word of a body's name → the word that stands for it ("defence" → "defense").
  var words: [[UInt8]: [UInt8]] = [:]
  let lexicon: Lexicon?

  init() { lexicon = nil }

  /// Reads the lists `identity.given` and `identity.words` of packs' `phrases` tables.
  init(knowledge: Knowledge) {
    lexicon = knowledge.lexicon
    for row in knowledge.phraseRows(of: "identity.") {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 2, let word = Folding.fold(String(fields[1])),
        let group = Folding.fold(String(fields[2]))
      else { continue }
      if fields[0] == "identity.given" { given[word] = group }
      if fields[0] == "identity.words" { words[word] = group }
    }
  }

  func classes(_ word: [UInt8]) -> WordClass {
    guard let lexicon else { return [] }
    return lexicon.classes(lexicon.term(String(decoding: word, as: UTF8.self)))
  }

  /// A word that is frequent enough as an English-speaking country's name to be told from its
  /// neighbours in spelling (Hanson, Henson).
  func isEstablished(_ word: [UInt8]) -> Bool {
    guard let lexicon else { return false }
    let scores = lexicon.scores(lexicon.term(String(decoding: word, as: UTF8.self)))
    return max(scores.first, scores.last) >= 120
  }

  /// So frequent a surname that it alone says little.
  func isFrequentSurname(_ word: [UInt8]) -> Bool {
    guard let lexicon else { return false }
    return lexicon.scores(lexicon.term(String(decoding: word, as: UTF8.self))).last >= 170
  }

  /// Every canonical name that the lexicon gives a name.
  func canonicals(of text: String) -> [String] {
    guard let lexicon else { return [] }
    var node: UInt32 = 0
    for (k, word) in text.split(separator: " ").enumerated() {
      let term = lexicon.term(String(word))
      if term == 0 { return [] }
      node = k == 0 ? lexicon.root(term) : lexicon.step(node, term)
      if node == 0 { return [] }
    }
    return node == 0
      ? [] : lexicon.senseRange(node).map { lexicon.name(lexicon.sense($0).canonical) }
  }

  /// Replaces countries, their adjectives and acronyms in a body's name by one word each
  /// ("us", "american" → "united states").
  func countries(in words: [[UInt8]]) -> [[UInt8]] {
    guard let lexicon else { return words }
    var out: [[UInt8]] = []
    var i = 0
    while i < words.count {
      var node: UInt32 = 0
      var best: (end: Int, name: NameID)?
      var k = i
      while k < words.count, k < i + 4 {
        let term = lexicon.term(String(decoding: words[k], as: UTF8.self))
        if term == 0 { break }
        node = k == i ? lexicon.root(term) : lexicon.step(node, term)
        if node == 0 { break }
        for index in lexicon.senseRange(node) {
          let sense = lexicon.sense(index)
          let isCountry = sense.kind == .place && sense.flags.contains(.country)
          guard isCountry || sense.kind == .demonym, sense.canonical != 0 else { continue }
          best = (k + 1, sense.canonical)
        }
        k += 1
      }
      if let best {
        out.append(Array(lexicon.name(best.name).lowercased().utf8))
        i = best.end
      } else {
        out.append(words[i])
        i += 1
      }
    }
    return out
  }
}
