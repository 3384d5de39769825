/// A name cut into folded words, as identity compares it.
struct SpelledName: Sendable, Hashable {
  let text: String
  let kind: EntityKind
  /// Folded, without articles, titles, possessive endings and marks; "abd al-X" is one word.
  var words: [[UInt8]]
  /// Jr, III.
  var suffix: [UInt8] = []
  /// Of an organization or place: sorted words with countries and synonyms replaced and small words
  /// left out.
  var bag: [[UInt8]] = []
  /// Of an organization: ``bag`` without corporate endings.
  var core: [[UInt8]] = []
  /// One word in capitals.
  var isAcronym = false
  /// Of a person: written in one piece, so a surname or first name alone ("Kilroy-Silk").
  var isShort = false
  /// Of an organization or place: the names that the lexicon gives it; empty if it has none.
  var listed: [String] = []
  /// First letters of the words, with small words and without.
  var initials: [[UInt8]] = []

  /// - Parameter country: the country that a body is of, if its name leaves it out.
  init(_ text: String, kind: EntityKind, tables: IdentityTables, country: String = "") {
    self.text = text
    self.kind = kind
    let raw = SpelledName.split(
      kind == .person ? SpelledName.articlesApart(text) : text, lettersApart: kind == .person)
    words = raw
    switch kind {
    case .person: preparePerson(tables)
    case .organization: prepareBody(tables, country)
    case .place: preparePlace(tables)
    }
    if kind != .person { listed = tables.canonicals(of: text) }
    isAcronym = kind == .organization && raw.count == 1 && SpelledName.isCapitals(text)
  }

  /// Folded words; hyphens part words, a possessive ending and other marks fall away.
  ///
  /// - Parameter lettersApart: "J.K." and "JK" are two words.
  static func split(_ text: String, lettersApart: Bool = false) -> [[UInt8]] {
    var out: [[UInt8]] = []
    let isLoud = !text.utf8.contains { ($0 &- 97) < 26 }
    for piece in text.split(whereSeparator: {
      $0 == " " || $0 == "-" || $0 == "\u{A0}" || $0 == "‑" || $0 == "/" || $0 == ","
        || $0.isNewline
    }) {
      if lettersApart, !isLoud, let letters = initials(piece) {
        out += letters
        continue
      }
      guard var word = Folding.fold(String(piece)) else { continue }
      if word.count > 2, word[word.count - 1] == UInt8(ascii: "s"),
        word[word.count - 2] == UInt8(ascii: "'")
      {
        word.removeLast(2)
      }
      word.removeAll {
        $0 < 0x80 && !(($0 &- 97) < 26 || ($0 &- 48) < 10 || $0 == UInt8(ascii: "&"))
      }
      if !word.isEmpty { out.append(word) }
    }
    return out
  }

  /// "ElBaradei" as "El Baradei".
  private static func articlesApart(_ text: String) -> String {
    let bytes = Array(text.utf8)
    func isCapital(_ byte: UInt8) -> Bool { (byte &- 65) < 26 }
    var out: [UInt8] = []
    for (k, byte) in bytes.enumerated() {
      if k > 1, isCapital(byte), bytes[k - 1] == UInt8(ascii: "l"),
        bytes[k - 2] == UInt8(ascii: "A") || bytes[k - 2] == UInt8(ascii: "E"),
        k == 2 || bytes[k - 3] == UInt8(ascii: " "), k + 1 < bytes.count, !isCapital(bytes[k + 1])
      {
        out.append(UInt8(ascii: " "))
      }
      out.append(byte)
    }
    return out.count == bytes.count ? text : String(decoding: out, as: UTF8.self)
  }

  /// The letters of "J.K." or "JK", nil for any other word.
  private static func initials(_ piece: Substring) -> [[UInt8]]? {
    var letters: [[UInt8]] = []
    for byte in piece.utf8 where byte != UInt8(ascii: ".") {
      guard (byte &- 65) < 26 else { return nil }
      letters.append([byte | 0x20])
    }
    // "II" and "III" are numbers.
    let isNumber = letters.allSatisfy { $0[0] == UInt8(ascii: "i") }
    return (2...3).contains(letters.count) && !isNumber ? letters : nil
  }

  private static func isCapitals(_ text: String) -> Bool {
    var letters = 0
    for b in text.utf8 {
      if (b &- 65) < 26 {
        letters += 1
      } else if (b &- 97) < 26 {
        return false
      }
    }
    return letters > 1 && letters < 8
  }

  // MARK: Persons

  private static let articles: Set<[UInt8]> = Set(
    ["al", "el", "ul", "ol", "as", "ash", "ad", "ar", "at", "az", "an"].map { Array($0.utf8) })
  private static let servant: Set<[UInt8]> = Set(
    ["abd", "abdel", "abdul", "abdal", "abdol", "abdoul", "abdi"].map { Array($0.utf8) })
  private static let suffixes: [[UInt8]: [UInt8]] = {
    var map: [[UInt8]: [UInt8]] = [:]
    for (a, b) in [
      ("jr", "jr"), ("junior", "jr"), ("jnr", "jr"), ("sr", "sr"), ("senior", "sr"), ("ii", "ii"),
      ("iii", "iii"), ("iv", "iv"), ("v", "v"), ("vi", "vi"), ("xvi", "xvi"), ("xii", "xii"),
      ("xiii", "xiii"), ("xxiii", "xxiii"), ("viii", "viii"), ("vii", "vii"), ("ix", "ix"),
      ("x", "x"), ("xi", "xi"), ("xiv", "xiv"), ("xv", "xv"),
    ] {
      map[Array(a.utf8)] = Array(b.utf8)
    }
    return map
  }()

  private mutating func preparePerson(_ tables: IdentityTables) {
    var pieces = 0
    defer { isShort = words.count == 1 || pieces == 1 }
    for piece in text.split(separator: " ") {
      let known = SpelledName.split(String(piece))
      let isTitle =
        known.count == 1
        && !tables.classes(known[0]).isDisjoint(with: [.honorific, .title, .rank])
        && !tables.classes(known[0]).contains(.first)
      if !isTitle || pieces > 0 { pieces += 1 }
    }
    while words.count > 1,
      !tables.classes(words[0]).isDisjoint(with: [.honorific, .title, .rank]),
      !tables.classes(words[0]).contains(.first)
    {
      words.removeFirst()
    }
    if words.count > 1, let last = words.last, let known = Self.suffixes[last] {
      suffix = known
      words.removeLast()
      pieces -= 1
    } else if words.count == 2, words[1] == [UInt8(ascii: "i")] {
      // "Elizabeth I"
      suffix = words.removeLast()
      pieces -= 1
    }
    var out: [[UInt8]] = []
    var i = 0
    while i < words.count {
      if Self.servant.contains(words[i]), i + 1 < words.count {
        var next = i + 1
        if Self.articles.contains(words[next]), next + 1 < words.count { next += 1 }
        out.append(Array("abd".utf8) + words[next])
        i = next + 1
      } else if Self.articles.contains(words[i]), i + 1 < words.count, i > 0 || words.count == 2 {
        i += 1
      } else {
        out.append(Self.joinedServant(words[i]) ?? words[i])
        i += 1
      }
    }
    words = out
  }

  /// "Abdulaziz", "Abdelaziz": the same as "Abdel Aziz".
  private static func joinedServant(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 8, word.starts(with: "abd".utf8), word[4] == UInt8(ascii: "l"),
      Transliteration.isVowel(word[3])
    else { return nil }
    return Array(word[0..<3]) + Array(word[5...])
  }

  // MARK: Bodies and places

  private static let small: Set<[UInt8]> = Set(
    [
      "the", "of", "for", "and", "&", "de", "la", "a", "s", "to", "in", "on", "al", "el", "ash",
      "ar", "ad",
    ].map { Array($0.utf8) })

  private mutating func prepareBody(_ tables: IdentityTables, _ country: String) {
    var letters: [UInt8] = []
    var all: [UInt8] = []
    for word in words {
      guard let first = word.first, first != UInt8(ascii: "&") else { continue }
      all.append(first)
      if !Self.small.contains(word) { letters.append(first) }
    }
    initials = letters == all ? [all] : [letters, all]
    var spelled = tables.countries(in: words.filter { $0 != Array("the".utf8) })
      .filter { !Self.small.contains($0) }
      .map { tables.words[$0] ?? $0 }
    // "foreign affairs" is no more than "foreign".
    if spelled.count > 2 { spelled.removeAll { $0 == IdentityTables.dropped } }
    if !country.isEmpty { spelled.insert(Array(country.lowercased().utf8), at: 0) }
    core = spelled
    while core.count > 1, let first = core.first, tables.classes(first).contains(.orgSuffix),
      !tables.classes(first).contains(.common)
    {
      core.removeFirst()
    }
    while core.count > 1, let last = core.last, tables.classes(last).contains(.orgSuffix) {
      core.removeLast()
    }
    bag = spelled.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func preparePlace(_ tables: IdentityTables) {
    let spelled = words.filter { !Self.small.contains($0) }.map { tables.words[$0] ?? $0 }
    bag = spelled.sorted { $0.lexicographicallyPrecedes($1) }
    core = spelled
  }

  /// Without the last word.
  func dropLast() -> SpelledName {
    var name = self
    name.words.removeLast()
    return name
  }

  /// All words in one.
  var joined: [UInt8] { Array(words.joined()) }
}
