/// Compares two spellings of organizations' or places' names.
struct BodyComparison {
  let tables: IdentityTables

  func relation(_ a: SpelledName, _ b: SpelledName) -> NameRelation {
    if a.bag.isEmpty || b.bag.isEmpty { return .conflict }
    if a.text == b.text { return .same(.identityExact) }
    if a.words == b.words { return .same(.identityAccents) }
    if a.joined == b.joined { return .same(.identityAccents) }
    // Two names that the lexicon knows as two: "University of Washington", "Washington University".
    if !a.listed.isEmpty, !b.listed.isEmpty, !a.listed.contains(where: b.listed.contains) {
      return .conflict
    }
    if a.bag == b.bag, areTwoSchools(a, b) { return .conflict }
    if a.bag == b.bag { return .same(.identityWords) }
    return a.kind == .place ? place(a, b) : organization(a, b)
  }

  /// "Washington University", "University of Washington": schools that the lexicon lists under both
  /// names, neither as another name of the other.
  private func areTwoSchools(_ a: SpelledName, _ b: SpelledName) -> Bool {
    let school = Array("university".utf8)
    return a.core != b.core && !a.listed.isEmpty && !b.listed.isEmpty && a.core.contains(school)
      && !a.listed.contains { !$0.isEmpty && b.listed.contains($0) }
  }

  private func organization(_ a: SpelledName, _ b: SpelledName) -> NameRelation {
    if a.core == b.core { return .same(.identityCorporate) }
    if a.isAcronym != b.isAcronym {
      let short = a.isAcronym ? a : b
      let long = a.isAcronym ? b : a
      if let word = short.words.first, long.initials.contains(word) {
        return .same(.identityAcronym)
      }
      return .conflict
    }
    if a.isAcronym { return .conflict }
    if a.core.count == b.core.count, alike(a.core, b.core) {
      return .same(.identityTransliteration)
    }
    let short = a.core.count < b.core.count ? a.core : b.core
    let long = a.core.count < b.core.count ? b.core : a.core
    // "Labour", "Labour Party": what the longer name adds only says what it is.
    if short.count + 1 == long.count, long.starts(with: short), let last = long.last,
      tables.words[Array("+".utf8) + last] != nil, !isPlain(short)
    {
      return .same(.identityWords)
    }
    return .conflict
  }

  /// One ordinary word says too little to stand for a longer name.
  private func isPlain(_ words: [[UInt8]]) -> Bool {
    words.count == 1 && tables.classes(words[0]).isSuperset(of: [.orgMod, .adj])
  }

  private func place(_ a: SpelledName, _ b: SpelledName) -> NameRelation {
    guard a.core.count == b.core.count else { return .conflict }
    for (x, y) in zip(a.core, b.core) where x != y {
      guard min(x.count, y.count) > 4, isVariant(x, y) else { return .conflict }
    }
    return .same(.identityTransliteration)
  }

  /// Only what transliteration adds or drops: a doubled letter, an h, the article.
  private func isVariant(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if isListed(a), isListed(b) { return false }
    func bare(_ word: [UInt8]) -> [UInt8] {
      Transliteration.sounds(word).filter { $0 != UInt8(ascii: "h") }
    }
    return bare(a) == bare(b)
  }

  private func isListed(_ word: [UInt8]) -> Bool {
    guard let lexicon = tables.lexicon else { return false }
    let term = lexicon.term(String(decoding: word, as: UTF8.self))
    let node = term == 0 ? 0 : lexicon.root(term)
    if node == 0 { return false }
    return lexicon.senseRange(node).contains { lexicon.sense($0).kind == .place }
  }

  /// Word for word the same or transliterated; plain English words must be the same.
  private func alike(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
    for (x, y) in zip(a, b) where x != y {
      let known = tables.classes(x).union(tables.classes(y))
      if known.contains(.common) || known.contains(.noun) { return false }
      if min(x.count, y.count) < 5 { return false }
      let strict = tables.isEstablished(x) && tables.isEstablished(y)
      if !Transliteration.matches(x, y, strict: strict) { return false }
    }
    return true
  }
}
