/// What the sieves read of one document.
struct EntityReader {
  let text: [UInt8]
  let table: TokenTable
  let sentences: [Sentence]
  let chunks: Chunks
  let words: RoleWords
  let lexicon: Lexicon

  @inline(__always) func term(_ i: Int) -> TermID { table.tokens[i].term }
  @inline(__always) func has(_ i: Int, _ bits: WordClass) -> Bool {
    table.classes[i] & bits.rawValue != 0
  }
  @inline(__always) func marks(_ i: Int) -> RoleWords.Marks { words.marks(table.tokens[i].term) }
  @inline(__always) func lemmaMarks(_ i: Int) -> RoleWords.Marks {
    words.marks(table.lemmas[i]).union(marks(i))
  }

  /// Adds a word to a hash; possessive endings and punctuation marks add nothing.
  @inline(__always)
  func take(_ i: Int, into hash: inout LetterHash) {
    let token = table.tokens[i]
    if !token.flags.isDisjoint(with: [.possessive, .punctuation, .nonASCII]) {
      // The term is folded already; a local word has one term per spelling.
      if token.flags.isDisjoint(with: [.possessive, .punctuation]) { hash.take(term: token.term) }
      return
    }
    text.withUnsafeBufferPointer { hash.take($0, Int(token.start), Int(token.end)) }
  }

  /// Hash of the letters of some words.
  func letters(_ range: Range<Int>) -> LetterHash {
    var hash = LetterHash()
    for i in range { take(i, into: &hash) }
    return hash
  }

  /// Hash of one word without the Arabic article ("al-Assad" as "Assad").
  func surname(_ i: Int) -> UInt64 {
    let token = table.tokens[i]
    let start = Int(token.start)
    if token.length > 5, text[start + 2] == UInt8(ascii: "-") {
      let a = text[start] | 0x20
      let l = text[start + 1] | 0x20
      if l == UInt8(ascii: "l"), a == UInt8(ascii: "a") || a == UInt8(ascii: "e") {
        var hash = LetterHash()
        for b in text[start + 3..<Int(token.end)] {
          let c = (b &- 65) < 26 ? b | 0x20 : b
          if (c &- 97) < 26 { hash.take(letter: c) }
        }
        return hash.base
      }
    }
    return letters(i..<i + 1).base
  }

  /// A word as the lists write it, 0 for one that they do not know.
  @inline(__always)
  private func listed(_ i: Int) -> TermID {
    let token = table.tokens[i]
    if token.flags.contains(.punctuation) { return lexicon.term(String(UnicodeScalar(token.mark))) }
    return Int(token.term) < lexicon.termCount ? token.term : 0
  }

  /// Flags and country of a listed name, united over its senses of that kind.
  func sense(of mention: Mention) -> (flags: SenseFlags, of: NameID) {
    var i = Int(mention.first)
    let end = Int(mention.end)
    guard i < end, case let first = listed(i), first != 0 else { return ([], 0) }
    var node = lexicon.root(first)
    i += 1
    while node != 0, i < end {
      let term = listed(i)
      node = term == 0 ? 0 : lexicon.step(node, term)
      i += 1
    }
    if node == 0 { return ([], 0) }
    // The kinds of senses that a name of that kind has, a bit each.
    let kinds: UInt32 =
      switch mention.kind {
      case .person: 1 << UInt32(SenseKind.person.rawValue)
      case .organization: 1 << UInt32(SenseKind.organization.rawValue)
      case .place: 1 << UInt32(SenseKind.place.rawValue) | 1 << UInt32(SenseKind.demonym.rawValue)
      }
    var flags: UInt32 = 0
    var of: NameID = 0
    for index in lexicon.senseRange(node) {
      let sense = lexicon.sense(index)
      let fits: UInt32 = 0 &- (kinds >> UInt32(sense.kind.rawValue) & 1)
      flags |= sense.flags.rawValue & fits
      of = of == 0 ? sense.of & fits : of
    }
    return (SenseFlags(rawValue: flags), of)
  }
}
