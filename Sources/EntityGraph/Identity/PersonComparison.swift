/// What a comparison of two names says.
enum NameRelation: Equatable {
  /// They name one entity; the sieve says why.
  case same(Sieve)
  /// One could be short for the other: nothing speaks against it, too little for it.
  case compatible
  /// They look alike, but what differs is more than spelling.
  case doubtful(Sieve)
  case conflict
}

/// Compares two spellings of persons' names.
struct PersonComparison {
  let tables: IdentityTables

  func relation(_ a: SpelledName, _ b: SpelledName) -> NameRelation {
    if a.words.isEmpty || b.words.isEmpty { return .conflict }
    if !a.suffix.isEmpty, !b.suffix.isEmpty, a.suffix != b.suffix { return .conflict }
    if a.words == b.words {
      if a.suffix != b.suffix, isRegnal(a) || isRegnal(b) { return .compatible }
      // Father and son, unless a middle name or initial of one alone makes them one.
      if a.suffix != b.suffix, !a.isShort, !a.words.dropFirst().dropLast().contains(where: isWord) {
        return .doubtful(.identityMiddleName)
      }
      return a.text == b.text ? .same(.identityExact) : .same(.identityAccents)
    }
    if a.isShort || b.isShort { return single(a.isShort ? a : b, a.isShort ? b : a) }
    // "Ahmadi Nejad", "Ahmadinejad"; "Jong-un", "Jong Un".
    if a.joined == b.joined { return .same(.identityAccents) }
    if Romanization.areTwo(a, b) { return .conflict }
    let found = full(a, b)
    if found != .conflict { return found }
    if hasSecondSurname(a, b) || hasSecondSurname(b, a) { return .same(.identityMiddleName) }
    if isTurned(a, b) { return .same(.identityOrder) }
    switch Romanization.compare(a, b) {
    case .same: return .same(.identityRomanization)
    case .perhaps:
      return isOnlyReading(a, b) || isOnlyReading(b, a)
        ? .same(.identityRomanization) : .doubtful(.identityRomanization)
    case .different: return .conflict
    }
  }

  /// "Lin Piao" is Lin Biao: what differs is no name where it is read as the newer spelling.
  private func isOnlyReading(_ old: SpelledName, _ new: SpelledName) -> Bool {
    zip(old.words, new.words).allSatisfy {
      $0 == $1
        || (!tables.isName($0) && tables.isName($1) && Romanization.mayBeOld($0)
          && !Romanization.mayBeOld($1))
    }
  }

  /// "Nicolás Maduro" within "Nicolás Maduro Moros".
  private func hasSecondSurname(_ short: SpelledName, _ long: SpelledName) -> Bool {
    guard short.words.count + 1 == long.words.count, let last = long.words.last,
      tables.isSecondSurname(last, of: short.words)
    else { return false }
    return zip(short.words, long.words).allSatisfy {
      $0 == $1 || spelling($0, $1) == .identityAccents
    }
  }

  /// Surname first in the one, last in the other: "Orbán Viktor", "Viktor Orbán". One word must be a
  /// first name alone and the other a surname, for "Thomas James" is not "James Thomas".
  private func isTurned(_ a: SpelledName, _ b: SpelledName) -> Bool {
    guard a.words.count == 2, b.words.count == 2, a.words[0] == b.words[1],
      a.words[1] == b.words[0]
    else { return false }
    let (x, y) = (tables.classes(a.words[0]), tables.classes(a.words[1]))
    return x.contains(.first) != y.contains(.first)
      || (x.contains(.last) != y.contains(.last) && x.union(y).contains(.first))
  }

  /// More than an initial.
  private func isWord(_ word: [UInt8]) -> Bool { word.count > 1 }

  /// A number that is part of the name: John Paul II.
  private func isRegnal(_ name: SpelledName) -> Bool {
    !name.suffix.isEmpty && name.suffix != Array("jr".utf8) && name.suffix != Array("sr".utf8)
      && name.words.count < 3
  }

  private func single(_ short: SpelledName, _ long: SpelledName) -> NameRelation {
    let word = short.words[0]
    if short.words.count > 1 || (long.isShort && long.words.count > 1) {
      // "Kilroy-Silk"
      let (x, y) = (short.words, long.isShort ? long.words : long.words.suffix(short.words.count))
      guard x.count == y.count, zip(x, y).allSatisfy({ spelling($0, $1) != nil }) else {
        return short.joined == long.joined ? .same(.identityAccents) : .conflict
      }
      return long.isShort ? .doubtful(.identityTransliteration) : .compatible
    }
    if long.words.count == 1 {
      return spelling(word, long.words[0]) != nil ? .doubtful(.identityTransliteration) : .conflict
    }
    guard let last = long.words.last else { return .conflict }
    if spelling(word, last) != nil { return .compatible }
    if long.joined == word { return .same(.identityAccents) }
    // "Saddam", "Lula": a first or middle name that stands alone.
    if long.words.dropLast().contains(where: { spelling(word, $0) == .identityExact }) {
      return .compatible
    }
    return .conflict
  }

  private func full(_ a: SpelledName, _ b: SpelledName) -> NameRelation {
    guard let lastA = a.words.last, let lastB = b.words.last else { return .conflict }
    var first = given(a.words[0], b.words[0])
    if first == nil, lastA == lastB, Transliteration.areOpenVowels(a.words[0], b.words[0]) {
      first = .identityTransliteration
    }
    guard let last = spelling(lastA, lastB) else {
      // The surname in two words in one spelling and in one in the other.
      if let first, split(a.words, b.words) { return .same(worse(first, .identityTransliteration)) }
      return .conflict
    }
    if tables.areTwoSurnames(lastA, lastB) {
      return first == .identityExact ? .doubtful(.identityTransliteration) : .conflict
    }
    if let first {
      guard let middle = middles(a.words, b.words) else {
        return first == .identityExact && last == .identityExact
          ? .doubtful(.identityMiddleName) : .conflict
      }
      return .same(worse(worse(first, last), middle))
    }
    // "Javad Zarif" within "Mohammad Javad Zarif".
    let short = a.words.count < b.words.count ? a.words : b.words
    let long = a.words.count < b.words.count ? b.words : a.words
    if short.count < long.count, isWithin(short, long) { return .same(.identityMiddleName) }
    return .conflict
  }

  /// How two given names agree, nil if they do not.
  private func given(_ a: [UInt8], _ b: [UInt8]) -> Sieve? {
    if let same = spelling(a, b) { return same }
    if let x = initial(a, b) { return x }
    let x = tables.given[a] ?? a
    let y = tables.given[b] ?? b
    if x == y { return .identityNickname }
    return nil
  }

  /// "J" for "John"; "GW" is not "George".
  private func initial(_ a: [UInt8], _ b: [UInt8]) -> Sieve? {
    guard a.count == 1 || b.count == 1, a.first == b.first else { return nil }
    return .identityInitials
  }

  /// How two words agree in spelling, nil if they do not.
  func spelling(_ a: [UInt8], _ b: [UInt8]) -> Sieve? {
    if a == b { return .identityExact }
    let strict = tables.isEstablished(a) && tables.isEstablished(b)
    if expand(a) == expand(b) { return .identityAccents }
    return Transliteration.matches(a, b, strict: strict) ? .identityTransliteration : nil
  }

  /// "Mueller" as "Muller", "Joergensen" as "Jorgensen".
  private func expand(_ word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for (k, c) in word.enumerated() {
      if c == UInt8(ascii: "e"), k > 0, k + 1 < word.count,
        word[k - 1] == UInt8(ascii: "u") || word[k - 1] == UInt8(ascii: "o")
          || word[k - 1] == UInt8(ascii: "a")
      {
        continue
      }
      out.append(c)
    }
    return out
  }

  /// The middle names agree as far as both give them: nil if they contradict each other.
  private func middles(_ a: [[UInt8]], _ b: [[UInt8]]) -> Sieve? {
    let x = Array(a.dropFirst().dropLast())
    let y = Array(b.dropFirst().dropLast())
    if x.isEmpty || y.isEmpty {
      return x.isEmpty && y.isEmpty ? .identityExact : .identityMiddleName
    }
    let short = x.count <= y.count ? x : y
    let long = x.count <= y.count ? y : x
    var k = 0
    var sieve = Sieve.identityExact
    for word in short {
      var matched: Sieve?
      while k < long.count, matched == nil {
        // Initials stand in order: H. W. is not W.
        if k > 0 || short.count == long.count || word.count > 1 || long[k].count > 1 {
          matched = given(word, long[k])
        } else if word == long[k] {
          matched = .identityExact
        }
        k += 1
        if matched == nil, word.count == 1 { return nil }
      }
      guard let matched else { return nil }
      sieve = worse(sieve, matched)
    }
    return long.count > short.count ? worse(sieve, .identityMiddleName) : sieve
  }

  /// Every word of the shorter name in the longer one, in order, the surname last in both.
  private func isWithin(_ short: [[UInt8]], _ long: [[UInt8]]) -> Bool {
    var k = 0
    for (place, word) in short.enumerated() {
      let isLast = place == short.count - 1
      while k < long.count, (isLast ? spelling(word, long[k]) : given(word, long[k])) == nil {
        k += 1
      }
      if k == long.count { return false }
      k += 1
    }
    return k == long.count
  }

  /// Same given name, and the rest the same when run together ("bin Laden", "Binladin").
  private func split(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
    guard a.count != b.count else { return false }
    let x = Array(a.dropFirst().joined())
    let y = Array(b.dropFirst().joined())
    return spelling(x, y) != nil
  }

  private static let order: [Sieve] = [
    .identityExact, .identityAccents, .identityMiddleName, .identityTransliteration,
    .identityInitials, .identityNickname,
  ]

  /// The weaker of two reasons.
  private func worse(_ a: Sieve, _ b: Sieve) -> Sieve {
    let x = Self.order.firstIndex(of: a) ?? 0
    let y = Self.order.firstIndex(of: b) ?? 0
    return x >= y ? a : b
  }
}
