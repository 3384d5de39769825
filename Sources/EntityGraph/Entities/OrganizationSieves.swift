/// The sieves for organizations: acronyms, short forms, "Iraq's parliament" and "the Iraqi
/// parliament".
extension EntityStage {
  mutating func joinOrganizations(_ reader: EntityReader, _ mentions: [Mention]) {
    joinBrackets(reader, mentions)
    joinAcronyms(reader, mentions)
    joinPossessives(reader, mentions)
    joinShortForms(reader, mentions)
  }

  /// "Islamic State (IS)", "the IS (Islamic State)".
  private mutating func joinBrackets(_ reader: EntityReader, _ mentions: [Mention]) {
    // The last name in front that lies in no other, sought only for names behind a bracket or quote.
    var previous: Int32 = -1
    var next = 0
    for index in lists.bodies {
      let mention = mentions[Int(index)]
      guard mention.first > 0, opens(reader.table.tokens[Int(mention.first) - 1].mark)
      else { continue }
      while next < lists.names.count, lists.names[next] < index {
        let name = lists.names[next]
        if mentions[Int(name)].form == .name,
          previous < 0 || mentions[Int(previous)].end <= mentions[Int(name)].first
        {
          previous = name
        }
        next += 1
      }
      guard previous >= 0 else { continue }
      let before = mentions[Int(previous)]
      guard before.kind == .organization else { continue }
      // Quotation marks and one bracket may stand between.
      var k = Int(before.end)
      var sawBracket = false
      while k < Int(mention.first), k < Int(before.end) + 3 {
        let mark = reader.table.tokens[k].mark
        if mark == UInt8(ascii: "(") || mark == UInt8(ascii: "[") {
          sawBracket = true
        } else if mark != UInt8(ascii: "\"") && mark != UInt8(ascii: "'") {
          break
        }
        k += 1
      }
      guard sawBracket, k == Int(mention.first), Int(mention.end) < reader.table.tokens.count
      else { continue }
      let close = reader.table.tokens[Int(mention.end)].mark
      guard close == UInt8(ascii: ")") || close == UInt8(ascii: "]") || close == UInt8(ascii: ",")
      else { continue }
      let short =
        reader.table.tokens[Int(mention.first)].flags.contains(.allCaps)
        || (mention.end - mention.first == 1 && reader.table.classes[Int(mention.first)] == 0)
      let other = reader.table.tokens[Int(before.first)].flags.contains(.allCaps)
      if short || (other && mention.end - mention.first > 1) {
        join(index, previous, .bracket)
      }
    }
  }

  @inline(__always)
  private func opens(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: "(") || mark == UInt8(ascii: "[") || mark == UInt8(ascii: "\"")
      || mark == UInt8(ascii: "'")
  }

  /// A bit for the letter or digit that the spelling key of some words begins with; all bits where that
  /// takes more than a look at the first byte.
  @inline(__always)
  private func initial(_ i: Int, _ reader: EntityReader) -> UInt64 {
    let token = reader.table.tokens[i]
    let c = reader.text[Int(token.start)] | 0x20
    let isPlain = (c &- 97) < 26 || (c &- 48) < 10
    return isPlain && token.flags.isDisjoint(with: [.possessive, .punctuation, .nonASCII])
      ? 1 &<< UInt64(c) : ~0
  }

  /// One word in capitals, or one that nobody knows, that the initials of exactly one organization
  /// spell.
  private mutating func joinAcronyms(_ reader: EntityReader, _ mentions: [Mention]) {
    // What they begin with: initials that begin otherwise need not be spelled.
    var wanted: UInt64 = 0
    for index in lists.bodies { acronyms.append(index, if: acronym(mentions[Int(index)], reader)) }
    for index in acronyms { wanted |= initial(Int(mentions[Int(index)].first), reader) }
    if wanted == 0 { return }
    table.removeAll()
    var isEmpty = true
    for index in lists.bodies {
      let mention = mentions[Int(index)]
      let first = Int(mention.first)
      guard mention.end - mention.first > 1,
        initial(first, reader) & wanted != 0 || reader.has(first, [.det, .prep, .conj])
          || !reader.table.tokens[first].flags.contains(.word)
      else { continue }
      let keys = initials(mention, reader)
      if keys.short != 0 { note(keys.short, index) }
      if keys.long != 0, keys.long != keys.short { note(keys.long, index) }
      isEmpty = false
    }
    if isEmpty { return }
    for index in acronyms {
      guard let known = table.value(LetterHash.key(keys[Int(index)], 41)), known >= 0,
        canonicalsAgree(known, index, mentions)
      else { continue }
      join(index, known, .acronym)
    }
  }

  /// 1 for one word in capitals or that nobody knows, else 0; without branches.
  @inline(__always)
  private func acronym(_ mention: Mention, _ reader: EntityReader) -> Int {
    let first = Int(mention.first)
    let isCapital = reader.table.tokens[first].flags.rawValue / TokenFlags.allCaps.rawValue & 1
    let classes = reader.table.classes[first]
    let isKnown = Int(truncatingIfNeeded: (classes | (0 &- classes)) >> 63)
    return Self.isLess(mention.end &- mention.first, 2) & (isKnown ^ 1 | Int(isCapital))
  }

  /// Leads a key to a mention, or to none (-2) if it already leads to another cluster.
  mutating func note(_ key: UInt64, _ index: Int32) {
    if let known = table.insert(key, index), known >= 0, !isSame(known, index) {
      table.set(key, -2)
    }
  }

  private mutating func canonicalsAgree(_ a: Int32, _ b: Int32, _ mentions: [Mention]) -> Bool {
    let x = mentions[Int(a)].canonical
    let y = mentions[Int(b)].canonical
    return x == 0 || y == 0 || x == y
  }

  /// Keys of the initials without small words and with them, 0 for none.
  private mutating func initials(
    _ mention: Mention, _ reader: EntityReader
  ) -> (short: UInt64, long: UInt64) {
    var short = (hash: LetterHash(), count: 0, isSpelled: true)
    var long = short
    for i in mention.tokens {
      let token = reader.table.tokens[i]
      guard token.flags.contains(.word), !token.flags.contains(.possessive) else { continue }
      let c = reader.text[Int(token.start)] | 0x20
      let isLetter = (c &- 97) < 26
      if !isLetter { long.isSpelled = false } else { long.hash.take(letter: c) }
      long.count += 1
      if reader.has(i, [.det, .prep, .conj]) { continue }
      if !isLetter { short.isSpelled = false } else { short.hash.take(letter: c) }
      short.count += 1
    }
    return (
      short.isSpelled && short.count > 1 ? short.hash.key(41) : 0,
      long.isSpelled && long.count > 1 ? long.hash.key(41) : 0
    )
  }

  /// The same country and the same words: "Iraq's parliament", "Iraqi parliament", "parliament of
  /// Iraq".
  private mutating func joinPossessives(_ reader: EntityReader, _ mentions: [Mention]) {
    guard hasSeveral(mentions) else { return }
    table.removeAll()
    for index in lists.bodies where mentions[Int(index)].end - mentions[Int(index)].first > 1 {
      let key = bodyKey(index, mentions, reader)
      if key != 0, let known = table.insert(key, index), canonicalsAgree(known, index, mentions) {
        join(index, known, .possessiveForm)
      }
    }
  }

  /// Whether organizations of several words are more than one.
  private mutating func hasSeveral(_ mentions: [Mention]) -> Bool {
    var found: Int32 = -1
    for index in lists.bodies where mentions[Int(index)].end - mentions[Int(index)].first > 1 {
      if found >= 0, root(index) != found { return true }
      found = root(index)
    }
    return false
  }

  /// Sum of the hashes of the words, with the country's cluster for its name: "University of Leeds"
  /// and "Leeds University" have one. 0 for a single word.
  private mutating func bodyKey(
    _ index: Int32, _ mentions: [Mention], _ reader: EntityReader
  ) -> UInt64 {
    let mention = mentions[Int(index)]
    let nested = nestedCountry(index, mentions)
    // "Iraq's Ministry of Defence" is not Iran's.
    let before = Int(mention.first) - 1
    if nested == nil, before >= 0, reader.table.tokens[before].flags.contains(.possessive) {
      return 0
    }
    let country = nested.map { mentions[Int($0)].tokens } ?? 0..<0
    var sum = UInt64((nested.map { root($0) } ?? -1) + 1) &* 0xD6E8_FEB8_6659_FD93
    var count = nested == nil ? -1 : 0
    for i in mention.tokens where !country.contains(i) {
      let token = reader.table.tokens[i]
      guard token.flags.contains(.word), !token.flags.contains(.possessive),
        !reader.has(i, [.det, .prep, .conj])
      else { continue }
      sum = sum &+ (UInt64(reader.table.lemmas[i]) &+ 1) &* 0x9E37_79B9_7F4A_7C15
      count += 1
    }
    return count <= 0 ? 0 : sum | 1
  }

  /// The place inside an organization's name, nil if there is none.
  @inline(__always)
  func nestedCountry(_ index: Int32, _ mentions: [Mention]) -> Int32? {
    let end = mentions[Int(index)].end
    var k = Int(index) + 1
    while k < mentions.count, mentions[k].first < end {
      if mentions[k].kind == .place, isName(mentions[k]) { return Int32(k) }
      k += 1
    }
    return nil
  }

  /// "Labour" and "Labour Party": the words of the shorter name begin exactly one longer name, or
  /// are its end behind the country.
  private mutating func joinShortForms(_ reader: EntityReader, _ mentions: [Mention]) {
    table.removeAll()
    // What names begin with, and what several begin with: of another name only such a one can be the
    // beginning.
    var (some, several): (UInt64, UInt64) = (0, 0)
    for index in lists.bodies where root(index) == index {
      firstBodies.append(index)
      let initial = initial(Int(mentions[Int(index)].first), reader)
      several |= some & initial
      some |= initial
    }
    if firstBodies.count < 2 { return }
    var isEmpty = true
    for index in firstBodies {
      let mention = mentions[Int(index)]
      let count = Int(mention.end - mention.first)
      guard count > 1, count < 8 else { continue }
      if initial(Int(mention.first), reader) & several != 0
        || initial(Int(mention.end) - 1, reader) == ~0
      {
        var letters = LetterHash()
        for last in Int(mention.first)..<Int(mention.end) - 1 {
          reader.take(last, into: &letters)
          if !reader.has(last, [.prep, .det, .conj]) { note(letters.key(43), index) }
        }
        isEmpty = false
      }
      // What begins with it stands right behind it.
      guard Int(index) + 1 < mentions.count, mentions[Int(index) + 1].first == mention.first,
        let nested = nestedCountry(index, mentions), mentions[Int(nested)].first == mention.first
      else { continue }
      var from = Int(mentions[Int(nested)].end)
      if from < Int(mention.end), reader.table.tokens[from].flags.contains(.possessive) {
        from += 1
      }
      if from < Int(mention.end) - 1 || (from < Int(mention.end) && isCapital(from, reader)),
        initial(from, reader) & some != 0
      {
        note(reader.letters(from..<Int(mention.end)).key(43), index)
        isEmpty = false
      }
    }
    if isEmpty { return }
    for index in firstBodies where root(index) == index {
      guard let known = table.value(LetterHash.key(keys[Int(index)], 43)), known >= 0,
        !isSame(known, index), canonicalsAgree(known, index, mentions)
      else { continue }
      let mention = mentions[Int(index)]
      // A country or a word that many names begin with says too little.
      if mention.end - mention.first == 1, reader.has(Int(mention.first), [.orgMod, .direction]) {
        continue
      }
      // NATO is not short for the NATO Response Force, the European Union not for its Monitoring
      // Mission, but the Ministry of Defence is for that of Peru.
      let isPublic = !infos[Int(index)].flags.isDisjoint(with: [.government, .body, .military])
      let count = Int(mention.end - mention.first)
      let isWhole =
        infos[Int(index)].flags.contains(.acronym)
        || (count > 1 && !reader.has(Int(mentions[Int(known)].first) + count, [.prep, .conj]))
      if isPublic, isWhole, mentions[Int(known)].canonical == 0 { continue }
      join(index, known, .shortForm)
    }
  }

  private mutating func isCapital(_ i: Int, _ reader: EntityReader) -> Bool {
    reader.table.tokens[i].flags.contains(.capitalized)
  }
}
