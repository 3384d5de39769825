/// What packs know about spellings: variants of given names, words that mean the same in names of
/// bodies, countries and their adjectives.
struct IdentityTables: Sendable {
  /// Given name → the name that stands for its group ("bill" → "william").
  var given: [[UInt8]: [UInt8]] = [:]
  /// Word of a body's name → the word that stands for it ("defence" → "defense").
  var words: [[UInt8]: [UInt8]] = [:]
  /// Head of a role → the field that it is a role in ("senator" → "politics").
  var fields: [[UInt8]: String] = [:]
  /// Words that name what every country has one of ("ministry", "parliament").
  var general: Set<[UInt8]> = []
  /// Names of those who have two surnames, Spaniards and Latin Americans: first, last or both.
  var twoSurnames: [[UInt8]: String] = [:]
  let lexicon: Lexicon?
  /// In `identity.words`: the word says nothing.
  static let dropped = Array("-".utf8)

  init() { lexicon = nil }

  /// Reads the lists `identity.given`, `identity.words`, `identity.roles`, `identity.general` and
  /// `identity.twosurnames` of packs' `phrases` tables.
  init(knowledge: Knowledge) {
    lexicon = knowledge.lexicon
    knowledge.phrases.forEach(of: "identity.") { fields in
      guard fields.count > 2 else { return }
      add(
        String(decoding: fields[0], as: UTF8.self), String(decoding: fields[1], as: UTF8.self),
        String(decoding: fields[2], as: UTF8.self))
    }
  }

  private mutating func add(_ list: String, _ phrase: String, _ value: String) {
    guard let word = Folding.fold(phrase), let group = Folding.fold(value) else { return }
    switch list {
    case "identity.given": given[word] = group
    case "identity.words": words[word] = group
    case "identity.roles": fields[word] = value
    case "identity.general": general.insert(word)
    case "identity.twosurnames": twoSurnames[word] = value
    default: break
    }
  }

  /// The fields of roles, ordered ("prime minister" → "politics").
  func fields(of roles: [String]) -> [String] {
    var found: Set<String> = []
    for role in roles {
      for word in SpelledName.split(role) {
        if let field = fields[word] { found.insert(field) }
      }
    }
    return found.sorted()
  }

  /// So frequent a full name that two people may well bear it.
  func isFrequent(_ name: SpelledName) -> Bool {
    guard let lexicon, name.words.count > 1, let last = name.words.last else { return false }
    let a = lexicon.scores(lexicon.term(String(decoding: name.words[0], as: UTF8.self)))
    let b = lexicon.scores(lexicon.term(String(decoding: last, as: UTF8.self)))
    return a.first >= 110 && b.last >= 100
  }

  /// Surnames that sound alike and are two: Smith and Smyth, Davis and Davies.
  func areTwoSurnames(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard let lexicon, a != b else { return false }
    let x = lexicon.scores(lexicon.term(String(decoding: a, as: UTF8.self))).last
    let y = lexicon.scores(lexicon.term(String(decoding: b, as: UTF8.self))).last
    return max(x, y) >= 150 && min(x, y) >= 80
  }

  /// Whether `words` with one more at the end is the same name with the second surname: what is
  /// known of the words says Spanish or Portuguese, and the rest at least not English.
  func isSecondSurname(_ word: [UInt8], of words: [[UInt8]]) -> Bool {
    guard words.count > 1, let last = words.last, last.count > 2, word.count > 2, !isGiven(last),
      twoSurnames[word] != "first"
    else { return false }
    let given = words[0]
    var (known, foreign) = (0, 0)
    if let kind = twoSurnames[given], kind != "last" {
      known += 1
    } else if isEstablished(given) {
      foreign += 1
    }
    for surname in [last, word] {
      if let kind = twoSurnames[surname], kind != "first" {
        known += 1
      } else if isEstablished(surname) {
        foreign += 1
      }
    }
    return known > foreign
  }

  /// More a given name than a surname.
  private func isGiven(_ word: [UInt8]) -> Bool {
    if twoSurnames[word] == "first" { return true }
    guard let lexicon else { return false }
    let scores = lexicon.scores(lexicon.term(String(decoding: word, as: UTF8.self)))
    return scores.first > scores.last
  }

  /// Whether the lexicon knows a word as somebody's name.
  func isName(_ word: [UInt8]) -> Bool {
    guard let lexicon else { return false }
    let scores = lexicon.scores(lexicon.term(String(decoding: word, as: UTF8.self)))
    return max(scores.first, scores.last) > 0
  }

  /// A word that is a first name and no frequent surname.
  func isFirstName(_ word: [UInt8]) -> Bool {
    guard let lexicon else { return false }
    let scores = lexicon.scores(lexicon.term(String(decoding: word, as: UTF8.self)))
    return scores.first >= 100 && scores.last < scores.first
  }

  /// Whether a body's name says only what it is, as every country has one: "Ministry of Defence".
  func isGeneral(_ name: SpelledName) -> Bool {
    guard name.kind == .organization, name.words.contains(where: general.contains) else {
      return false
    }
    return name.words.allSatisfy { word in
      general.contains(word)
        || !classes(word).isDisjoint(with: [.common, .prep, .det, .conj, .orgMod, .orgHead])
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
