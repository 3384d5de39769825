/// Chinese names in the older and the newer Latin spelling: Wade-Giles (Teng Hsiao-p'ing) and pinyin
/// (Deng Xiaoping).
///
/// After folding the older spelling has lost its apostrophes, so that one of its letters stands for
/// two sounds (p for b and p). Names are therefore compared by classes of initials and finals, and only
/// if exactly one of them is written in the older way.
enum Romanization {
  /// What the two spellings of two full names say.
  enum Likeness { case same, perhaps, different }

  /// Whether two full names are one Chinese name in the two spellings; perhaps, where neither shows
  /// that it is written in the older way ("Lin Piao", "Lin Biao").
  static func compare(_ a: SpelledName, _ b: SpelledName) -> Likeness {
    guard (2...3).contains(a.words.count), (2...3).contains(b.words.count),
      isHyphenated(a.text) != isHyphenated(b.text) || a.words.count == 2 && b.words.count == 2
    else { return .different }
    guard let x = key(a.words), let y = key(b.words), x == y else { return .different }
    let (isOldA, isOldB) = (isOld(a), isOld(b))
    return isOldA != isOldB ? .same : isOldA ? .different : .perhaps
  }

  /// Whether two names in the newer spelling are two people's: where each syllable is a name of its
  /// own, a vowel is no matter of spelling ("Li Peng", "Li Ping").
  static func areTwo(_ a: SpelledName, _ b: SpelledName) -> Bool {
    guard a.words.count == b.words.count, (2...3).contains(a.words.count), a.words[0].count > 1,
      a.words[0].count < 6, b.words[0].count < 6,
      !a.text.utf8.contains(UInt8(ascii: "-")), !b.text.utf8.contains(UInt8(ascii: "-")),
      let x = key(a.words), let y = key(b.words)
    else { return false }
    // One syllable, then the given name's one or two.
    return x != y && x.count == y.count && x[1] == "." && y[1] == "."
  }

  /// A key that both spellings of a Chinese name share; nil for any other name.
  static func key(_ name: SpelledName) -> String? {
    guard (2...3).contains(name.words.count), name.words.allSatisfy({ $0.count < 13 }) else {
      return nil
    }
    return key(name.words)?.joined()
  }

  /// "Tse-tung": the second half in small letters.
  private static func isHyphenated(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (k, byte) in bytes.enumerated() where byte == UInt8(ascii: "-") && k + 1 < bytes.count {
      return (bytes[k + 1] &- 97) < 26
    }
    return false
  }

  /// Hyphenated given name, or letters that the newer spelling never has.
  private static func isOld(_ name: SpelledName) -> Bool {
    if isHyphenated(name.text) { return true }
    return name.words.contains { $0.starts(with: "hs".utf8) || $0.starts(with: "ts".utf8) }
  }

  /// Whether a word has no initial that only the newer spelling writes.
  static func mayBeOld(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    return !"bdgqxz".utf8.contains(first)
  }

  /// The syllables' classes of a name, nil if a word is no row of Chinese syllables.
  private static func key(_ words: [[UInt8]]) -> [String]? {
    guard let surname = words.first.flatMap({ syllables($0[...]) }) else { return nil }
    var given: [String] = []
    for word in words.dropFirst() {
      guard let found = syllables(word[...]) else { return nil }
      given += found
    }
    return (1...2).contains(given.count) && surname.count < 3 ? surname + ["."] + given : nil
  }

  /// A word as syllables, the longest first; nil if there is no way to cut it.
  private static func syllables(_ word: ArraySlice<UInt8>, depth: Int = 0) -> [String]? {
    if word.isEmpty { return [] }
    if depth == 3 { return nil }
    for length in stride(from: min(6, word.count), to: 0, by: -1) {
      guard let first = syllable(word.prefix(length)),
        let rest = syllables(word.dropFirst(length), depth: depth + 1)
      else { continue }
      return [first] + rest
    }
    return nil
  }

  /// Initials by what the old spelling writes alike; longer ones first.
  private static let initials: [(String, String)] = [
    ("zh", "C"), ("ch", "C"), ("sh", "S"), ("hs", "X"), ("ts", "Z"), ("tz", "Z"), ("sz", "s"),
    ("b", "P"), ("p", "P"), ("d", "T"), ("t", "T"), ("g", "K"), ("k", "K"), ("j", "C"), ("q", "C"),
    ("x", "X"), ("z", "Z"), ("c", "Z"), ("m", "m"), ("f", "f"), ("n", "n"), ("l", "l"), ("h", "h"),
    ("r", "r"), ("s", "s"), ("y", "y"), ("w", "w"), ("", ""),
  ]

  /// Finals of either spelling, by what they stand for.
  private static let finals: [String: String] = {
    var map: [String: String] = [:]
    for row in [
      "a", "o uo", "e o", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong ung", "i ih",
      "ia", "ie ieh", "iao", "iu", "ian ien", "in", "iang", "ing", "iong iung", "u", "ua", "uai",
      "ui uei", "uan", "un uen", "uang", "ue ueh", "er erh",
    ] {
      let forms = row.split(separator: " ").map(String.init)
      for form in forms where map[form] == nil { map[form] = forms[0] }
    }
    return map
  }()

  private static func syllable(_ part: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: part, as: UTF8.self)
    for (letters, kind) in initials where text.hasPrefix(letters) {
      guard let final = finals[String(text.dropFirst(letters.utf8.count))] else { continue }
      // "tse" and "ze", "tsu" and "zi".
      return kind + (kind == "y" && final == "en" ? "an" : final)
    }
    return nil
  }
}
