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

  /// Hash of the letters and digits of tokens, small and without diacritics, hyphens or spaces:
  /// "al- Jaafari" and "al-Jaafari" have one key. Never 0.
  func key(_ range: Range<Int>, seed: UInt64) -> UInt64 {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x100_0000_01B3)
    for i in range {
      let token = table.tokens[i]
      if token.flags.contains(.possessive) || token.flags.contains(.punctuation) { continue }
      if token.flags.contains(.nonASCII) {
        // The term is folded already; a local word has one term per spelling.
        h = (h ^ UInt64(token.term) ^ 0x5F00_0000_0000) &* 0x100_0000_01B3
        continue
      }
      for b in text[Int(token.start)..<Int(token.end)] {
        let c = (b &- 65) < 26 ? b | 0x20 : b
        if (c &- 97) < 26 || (c &- 48) < 10 { h = (h ^ UInt64(c)) &* 0x100_0000_01B3 }
      }
    }
    return h | 1
  }

  /// The key of one word without the Arabic article ("al-Assad" as "Assad").
  func wordKey(_ i: Int, seed: UInt64) -> UInt64 {
    let token = table.tokens[i]
    let start = Int(token.start)
    let bytes = text[start..<Int(token.end)]
    if bytes.count > 5, bytes[start + 2] == UInt8(ascii: "-") {
      let a = bytes[start] | 0x20
      let l = bytes[start + 1] | 0x20
      if l == UInt8(ascii: "l"), a == UInt8(ascii: "a") || a == UInt8(ascii: "e") {
        var h: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x100_0000_01B3)
        for b in bytes.dropFirst(3) {
          let c = (b &- 65) < 26 ? b | 0x20 : b
          if (c &- 97) < 26 { h = (h ^ UInt64(c)) &* 0x100_0000_01B3 }
        }
        return h | 1
      }
    }
    return key(i..<i + 1, seed: seed)
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
