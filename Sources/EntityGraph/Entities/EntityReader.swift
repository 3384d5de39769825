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

  /// Flags and country of a listed name, united over its senses of that kind.
  func sense(of mention: Mention) -> (flags: SenseFlags, of: NameID) {
    var node: UInt32 = 0
    for (n, i) in mention.tokens.enumerated() {
      let token = table.tokens[i]
      var t = token.term
      if token.flags.contains(.punctuation) { t = lexicon.term(String(UnicodeScalar(token.mark))) }
      if Int(t) >= lexicon.termCount || t == 0 { return ([], 0) }
      node = n == 0 ? lexicon.root(t) : lexicon.step(node, t)
      if node == 0 { return ([], 0) }
    }
    if node == 0 { return ([], 0) }
    var flags: SenseFlags = []
    var of: NameID = 0
    for index in lexicon.senseRange(node) {
      let sense = lexicon.sense(index)
      let fits =
        switch mention.kind {
        case .person: sense.kind == .person
        case .organization: sense.kind == .organization
        case .place: sense.kind == .place || sense.kind == .demonym
        }
      if fits {
        flags.formUnion(sense.flags)
        if of == 0 { of = sense.of }
      }
    }
    return (flags, of)
  }
}
