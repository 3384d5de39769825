/// What the stages of roles and references read of one document, with the small questions that they
/// ask of its tokens.
struct RoleReader {
  let table: TokenTable
  let sentences: [Sentence]
  let words: RoleWords
  /// For each token the outermost name mention that covers it, -1 for none.
  let cover: [Int32]
  let mentions: [Mention]

  @inline(__always) func term(_ i: Int) -> TermID { table.tokens[i].term }
  @inline(__always) func flags(_ i: Int) -> TokenFlags { table.tokens[i].flags }
  @inline(__always) func mark(_ i: Int) -> UInt8 { table.tokens[i].mark }
  @inline(__always) func has(_ i: Int, _ bits: WordClass) -> Bool {
    table.classes[i] & bits.rawValue != 0
  }
  @inline(__always) func marks(_ i: Int) -> RoleWords.Marks { words.marks(table.tokens[i].term) }
  @inline(__always) func lemmaMarks(_ i: Int) -> RoleWords.Marks {
    words.marks(table.lemmas[i]).union(words.marks(table.tokens[i].term))
  }
  @inline(__always) func isCapital(_ i: Int) -> Bool { flags(i).contains(.capitalized) }
  @inline(__always) func isWord(_ i: Int) -> Bool {
    flags(i).contains(.word) && !flags(i).contains(.possessive)
  }
  @inline(__always) func isPossessive(_ i: Int) -> Bool { flags(i).contains(.possessive) }
  @inline(__always) func isComma(_ i: Int) -> Bool { mark(i) == UInt8(ascii: ",") }

  /// The name mention that starts at a token, -1 for none.
  @inline(__always) func mention(from i: Int) -> Int32 {
    let m = cover[i]
    return m >= 0 && Int(mentions[Int(m)].first) == i ? m : -1
  }

  /// The name mention whose last token this is, -1 for none.
  @inline(__always) func mention(upTo i: Int) -> Int32 {
    let m = cover[i]
    return m >= 0 && Int(mentions[Int(m)].end) == i + 1 ? m : -1
  }

  func span(_ first: Int, _ end: Int) -> ByteSpan {
    ByteSpan(start: table.tokens[first].start, end: table.tokens[end - 1].end)
  }

  static let roleWords: WordClass = [.role, .title, .rank]

  /// A word that a role phrase, title or name can have as its noun.
  @inline(__always) func isRoleWord(_ i: Int) -> Bool {
    has(i, Self.roleWords) && cover[i] < 0 && !has(i, .kin)
      && !marks(i).contains(.courtesy)
  }

  /// A small-letter word that is nothing but a noun here: it makes a compound with its neighbour.
  func isPlainNoun(_ i: Int) -> Bool {
    isWord(i) && !isCapital(i) && cover[i] < 0 && has(i, [.noun, .nounPlural])
      && !has(i, [.det, .prep, .pron, .conj, .aux, .modal, .sub, .adv, .verb, .verbPast, .verb3sg])
  }

  /// 1 for the plural of a noun, else 0.
  @inline(__always)
  func plural(_ i: Int) -> Int { Self.plural(table.classes[i], term(i), table.lemmas[i]) }

  /// 1 for a word that is the plural of a noun by its classes, term and base form, else 0; without
  /// branches.
  @inline(__always)
  static func plural(_ classes: UInt64, _ term: TermID, _ lemma: TermID) -> Int {
    let isNoun = classes / WordClass.nounPlural.rawValue & ~(classes / WordClass.abbrev.rawValue)
    let change = UInt64(lemma ^ term)
    return Int(truncatingIfNeeded: isNoun & (0 &- change) >> 63)
  }

  /// A plural of its base form.
  func isPlural(_ i: Int) -> Bool {
    table.lemmas[i] != term(i) && !has(i, .abbrev)
  }
}
