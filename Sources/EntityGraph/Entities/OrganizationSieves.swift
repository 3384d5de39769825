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
    var previous: Int32 = -1
    for (index, mention) in mentions.enumerated() where mention.form == .name {
      defer {
        if previous < 0 || mentions[Int(previous)].end <= mention.first { previous = Int32(index) }
      }
      guard previous >= 0, mention.kind == .organization else { continue }
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
      let short = reader.table.tokens[Int(mention.first)].flags.contains(.allCaps)
      let other = reader.table.tokens[Int(before.first)].flags.contains(.allCaps)
      if short || (other && mention.end - mention.first > 1) {
        join(Int32(index), previous, .bracket)
      }
    }
  }

  /// One word in capitals that the initials of exactly one organization spell.
  private mutating func joinAcronyms(_ reader: EntityReader, _ mentions: [Mention]) {
    table.removeAll()
    for (index, mention) in mentions.enumerated()
    where mention.kind == .organization && mention.form == .name && mention.end - mention.first > 1
    {
      for small in [false, true] {
        let key = initials(mention, withSmallWords: small, reader)
        guard key != 0 else { continue }
        if let known = table.value(key) {
          if known >= 0, !isSame(known, Int32(index)) { table.set(key, -2) }
        } else {
          table.set(key, Int32(index))
        }
      }
    }
    for (index, mention) in mentions.enumerated()
    where mention.kind == .organization && mention.form == .name && mention.end - mention.first == 1
    {
      let token = reader.table.tokens[Int(mention.first)]
      guard token.flags.contains(.allCaps) else { continue }
      let key = reader.key(mention.tokens, seed: 41)
      guard let known = table.value(key), known >= 0, canonicalsAgree(known, Int32(index), mentions)
      else { continue }
      join(Int32(index), known, .acronym)
    }
  }

  private func canonicalsAgree(_ a: Int32, _ b: Int32, _ mentions: [Mention]) -> Bool {
    let x = mentions[Int(a)].canonical
    let y = mentions[Int(b)].canonical
    return x == 0 || y == 0 || x == y
  }

  private func initials(_ mention: Mention, withSmallWords: Bool, _ reader: EntityReader) -> UInt64
  {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (41 &* 0x100_0000_01B3)
    var count = 0
    for i in mention.tokens {
      let token = reader.table.tokens[i]
      guard token.flags.contains(.word), !token.flags.contains(.possessive) else { continue }
      if !withSmallWords, reader.has(i, [.det, .prep, .conj]) { continue }
      let c = reader.text[Int(token.start)] | 0x20
      guard (c &- 97) < 26 else { return 0 }
      h = (h ^ UInt64(c)) &* 0x100_0000_01B3
      count += 1
    }
    return count > 1 ? h | 1 : 0
  }

  /// The same country and the same words: "Iraq's parliament", "Iraqi parliament", "parliament of
  /// Iraq".
  private mutating func joinPossessives(_ reader: EntityReader, _ mentions: [Mention]) {
    table.removeAll()
    for (index, mention) in mentions.enumerated()
    where mention.kind == .organization && mention.form == .name && mention.end - mention.first > 1
    {
      let key = bodyKey(Int32(index), mentions, reader)
      guard key != 0 else { continue }
      if let known = table.value(key) {
        join(Int32(index), known, .possessiveForm)
      } else {
        table.set(key, Int32(index))
      }
    }
  }

  /// Sum of the hashes of the words, with the country's cluster for its name; 0 without a country.
  private func bodyKey(_ index: Int32, _ mentions: [Mention], _ reader: EntityReader) -> UInt64 {
    let mention = mentions[Int(index)]
    guard let nested = nestedCountry(index, mentions) else { return 0 }
    let country = mentions[Int(nested)]
    var sum = UInt64(root(nested) + 1) &* 0xD6E8_FEB8_6659_FD93
    var count = 0
    for i in mention.tokens where !country.tokens.contains(i) {
      let token = reader.table.tokens[i]
      guard token.flags.contains(.word), !token.flags.contains(.possessive),
        !reader.has(i, [.det, .prep, .conj])
      else { continue }
      sum = sum &+ (UInt64(reader.table.lemmas[i]) &+ 1) &* 0x9E37_79B9_7F4A_7C15
      count += 1
    }
    return count == 0 ? 0 : sum | 1
  }

  /// The place inside an organization's name, nil if there is none.
  func nestedCountry(_ index: Int32, _ mentions: [Mention]) -> Int32? {
    let mention = mentions[Int(index)]
    var k = Int(index) + 1
    while k < mentions.count, mentions[k].first < mention.end {
      if mentions[k].kind == .place, isName(mentions[k]) { return Int32(k) }
      k += 1
    }
    return nil
  }

  /// "Labour" and "Labour Party": the words of the shorter name begin exactly one longer name, or
  /// are its end behind the country.
  private mutating func joinShortForms(_ reader: EntityReader, _ mentions: [Mention]) {
    table.removeAll()
    for (index, mention) in mentions.enumerated()
    where mention.kind == .organization && mention.form == .name
      && root(Int32(index)) == Int32(index)
    {
      let count = Int(mention.end - mention.first)
      guard count > 1, count < 8 else { continue }
      for cut in 1..<count {
        let end = Int(mention.first) + cut
        if reader.has(end - 1, [.prep, .det, .conj]) { continue }
        note(Int(mention.first)..<end, Int32(index), mentions, reader)
      }
      if let nested = nestedCountry(Int32(index), mentions),
        mentions[Int(nested)].first == mention.first
      {
        var from = Int(mentions[Int(nested)].end)
        if from < Int(mention.end), reader.table.tokens[from].flags.contains(.possessive) {
          from += 1
        }
        if from < Int(mention.end) - 1 || (from < Int(mention.end) && isCapital(from, reader)) {
          note(from..<Int(mention.end), Int32(index), mentions, reader)
        }
      }
    }
    for (index, mention) in mentions.enumerated()
    where mention.kind == .organization && mention.form == .name
      && root(Int32(index)) == Int32(index)
    {
      guard let known = table.value(reader.key(mention.tokens, seed: 43)), known >= 0,
        !isSame(known, Int32(index)), canonicalsAgree(known, Int32(index), mentions)
      else { continue }
      // A country or a word that many names begin with says too little.
      if mention.end - mention.first == 1, reader.has(Int(mention.first), [.orgMod, .direction]) {
        continue
      }
      join(Int32(index), known, .shortForm)
    }
  }

  private func isCapital(_ i: Int, _ reader: EntityReader) -> Bool {
    reader.table.tokens[i].flags.contains(.capitalized)
  }

  private mutating func note(
    _ range: Range<Int>, _ index: Int32, _ mentions: [Mention], _ reader: EntityReader
  ) {
    let key = reader.key(range, seed: 43)
    if let known = table.value(key) {
      if known >= 0, !isSame(known, index) { table.set(key, -2) }
    } else {
      table.set(key, index)
    }
  }
}
