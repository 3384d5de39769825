/// The sieves for names of persons and places: spelling, canonical name, surname, first name.
extension EntityStage {
  mutating func joinNames(_ reader: EntityReader, _ mentions: [Mention]) {
    // Exact spelling within a kind.
    table.removeAll()
    second.removeAll()
    for (index, mention) in mentions.enumerated() where isName(mention) {
      let key = reader.key(mention.tokens, seed: UInt64(mention.kind.rawValue) + 1)
      guard let known = table.value(key) else {
        table.set(key, Int32(index))
        continue
      }
      if mention.kind == .person, mention.end - mention.first == 1,
        second.value(key) != nil || !agree(known, Int32(index))
      {
        joinSpouse(Int32(index), key)
      } else {
        join(Int32(index), known, .exact)
      }
    }
    joinPersons(reader, mentions)
    // Canonical name of the lexicon.
    table.removeAll()
    for (index, mention) in mentions.enumerated()
    where isName(mention) && mention.canonical != 0 && !isForeign(Int32(index), mentions) {
      let key = UInt64(mention.canonical) << 8 | UInt64(mention.kind.rawValue) << 1 | 1
      if let known = table.value(key) {
        join(Int32(index), known, .canonical)
      } else {
        table.set(key, Int32(index))
      }
    }
  }

  /// "Mr Doe" beside "Mrs Doe": from the second on each goes with those of its sex, and what could
  /// be either stays by itself.
  private mutating func joinSpouse(_ index: Int32, _ key: UInt64) {
    second.set(key, index)
    let own = key &+ (UInt64(infos[Int(index)].gender.rawValue) &+ 1) &* 0x9E37_79B9_7F4A_7C15 | 1
    if let known = table.value(own) {
      join(index, known, .exact)
    } else {
      table.set(own, index)
    }
  }

  /// A surname whose listed bearer is not who the document means.
  func isForeign(_ index: Int32, _ mentions: [Mention]) -> Bool {
    let mention = mentions[Int(index)]
    guard mention.kind == .person else { return false }
    if infos[Int(index)].isTitled { return true }
    let first = mentions[Int(root(index))]
    guard mention.end - mention.first == 1 else { return false }
    // Joined with a full name that the lexicon knows as somebody else, or not at all.
    return fullCanonical(root(index)) != mention.canonical && infos[Int(root(index))].hasFullName
      && first.canonical != mention.canonical
  }

  private func fullCanonical(_ root: Int32) -> NameID { infos[Int(root)].fullCanonical }

  func isName(_ mention: Mention) -> Bool { mention.form == .name || mention.form == .adjective }

  /// Full names by first name and surname, then single names by the full name that they fit.
  private mutating func joinPersons(_ reader: EntityReader, _ mentions: [Mention]) {
    // "Hillary Rodham Clinton" and "Hillary Clinton".
    table.removeAll()
    for (index, mention) in mentions.enumerated()
    where mention.kind == .person && mention.form == .name && root(Int32(index)) == Int32(index) {
      let last = lastWord(mention, reader)
      guard Int(mention.first) < last else { continue }
      let key =
        reader.wordKey(Int(mention.first), seed: 21) &+ reader.wordKey(last, seed: 23) | 1
      if let known = table.value(key) {
        if middlesAgree(mentions[Int(known)], mention, reader) {
          join(Int32(index), known, .middleName)
        }
      } else {
        table.set(key, Int32(index))
      }
    }
    // Each word of a full name leads to its cluster, -2 if to several.
    table.removeAll()
    second.removeAll()
    for (index, mention) in mentions.enumerated()
    where mention.kind == .person && mention.form == .name && root(Int32(index)) == Int32(index) {
      let last = lastWord(mention, reader)
      guard Int(mention.first) < last else { continue }
      note(reader.wordKey(last, seed: 31), Int32(index), in: &table)
      note(reader.wordKey(Int(mention.first), seed: 37), Int32(index), in: &second)
    }
    for (index, mention) in mentions.enumerated()
    where mention.kind == .person && mention.form == .name {
      let last = lastWord(mention, reader)
      guard Int(mention.first) == last, root(Int32(index)) == Int32(index) else { continue }
      joinSingle(Int32(index), last, reader, mentions)
    }
  }

  /// A single name goes to the only person whose surname it is, of several to the one whose sex and
  /// place in the text leave no other; else to the only one whose first name it is.
  private mutating func joinSingle(
    _ index: Int32, _ word: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) {
    if let known = table.value(reader.wordKey(word, seed: 31)) {
      if known >= 0 {
        // A surname that is enough on its own ("Obama") means whom it always means.
        let own = mentions[Int(index)].canonical
        if own != 0, own != mentions[Int(known)].canonical {
          // … unless the text has given the full name of somebody else before, or is a headline.
          guard known < index || infos[Int(index)].sentence == 0 else { return }
        }
        if agree(known, index) || isListedElse(index, known, reader, mentions) {
          join(index, known, sieve(mentions[Int(index)], reader))
        }
        return
      }
      var found: Int32 = -1
      // "Ms Doe" of John Doe and somebody Doe whose sex nobody knows.
      var other: Int32 = -1
      var isClear = true
      for k in max(0, Int(index) - 400)..<min(mentions.count, Int(index) + 400) {
        let mention = mentions[k]
        guard mention.kind == .person, mention.form == .name, mention.end - mention.first > 1
        else { continue }
        let last = lastWord(mention, reader)
        guard reader.wordKey(last, seed: 31) == reader.wordKey(word, seed: 31) else { continue }
        guard infos[Int(index)].gender != .unknown, agree(Int32(k), index) else { continue }
        if infos[Int(root(Int32(k)))].gender == .unknown {
          if other >= 0, !isSame(other, Int32(k)) { isClear = false }
          other = Int32(k)
          continue
        }
        if found >= 0, !isSame(found, Int32(k)) { return }
        found = Int32(k)
      }
      if found < 0, isClear { found = other }
      if found >= 0 { join(index, found, .titleSurname) }
      return
    }
    if let known = second.value(reader.wordKey(word, seed: 37)), known >= 0,
      known < index, !followsTitle(word, reader), agree(known, index)
    {
      join(index, known, .firstName)
    }
  }

  /// What the lexicon says of the sex of another bearer says nothing of this one.
  private func isListedElse(
    _ index: Int32, _ known: Int32, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let mention = mentions[Int(index)]
    guard mention.canonical != 0, mention.canonical != mentions[Int(known)].canonical else {
      return false
    }
    return mention.first == 0 || !reader.has(Int(mention.first) - 1, [.honorific, .title, .role])
  }

  /// "Prince Charles" is not the Charles whose surname the text gives.
  private func followsTitle(_ word: Int, _ reader: EntityReader) -> Bool {
    word > 0 && reader.has(word - 1, [.title, .honorific, .rank, .role])
  }

  private func sieve(_ mention: Mention, _ reader: EntityReader) -> Sieve {
    mention.first > 0 && reader.has(Int(mention.first) - 1, [.title, .honorific, .rank])
      ? .titleSurname : .surname
  }

  private func note(_ key: UInt64, _ index: Int32, in table: inout KeyTable) {
    if let known = table.value(key) {
      if known >= 0, !isSame(known, index) { table.set(key, -2) }
    } else {
      table.set(key, index)
    }
  }

  /// The last word of a person's name that is no suffix (Jr, III).
  func lastWord(_ mention: Mention, _ reader: EntityReader) -> Int {
    var last = Int(mention.end) - 1
    while last > Int(mention.first),
      reader.has(last, .suffixPerson) || reader.table.tokens[last].flags.contains(.punctuation)
        || reader.table.tokens[last].flags.contains(.possessive)
    {
      last -= 1
    }
    return last
  }

  /// Whether the words between first name and surname leave both the same person.
  private func middlesAgree(_ a: Mention, _ b: Mention, _ reader: EntityReader) -> Bool {
    let x = (Int(a.first) + 1)..<lastWord(a, reader)
    let y = (Int(b.first) + 1)..<lastWord(b, reader)
    if x.isEmpty || y.isEmpty { return true }
    // "George H. W." against "George W.": the first letters must agree.
    let p = reader.text[Int(reader.table.tokens[x.lowerBound].start)] | 0x20
    let q = reader.text[Int(reader.table.tokens[y.lowerBound].start)] | 0x20
    return p == q
  }
}
