/// The sieves for names of persons and places: spelling, canonical name, surname, first name.
extension EntityStage {
  mutating func joinNames(_ reader: EntityReader, _ mentions: [Mention]) {
    joinSpellings(reader, mentions)
    joinPersons(reader, mentions)
    // Canonical name of the lexicon.
    table.removeAll()
    for index in lists.listed {
      let mention = mentions[Int(index)]
      // A name that was joined by its spelling leads where the first of that spelling did.
      let first = Int(root(index))
      if first != Int(index), mentions[first].canonical == mention.canonical,
        mentions[first].kind == mention.kind, redefined.isEmpty, !infos[first].isTitled,
        isName(mentions[first])
      {
        continue
      }
      if isForeign(index, mentions) { continue }
      let key = UInt64(mention.canonical) << 8 | UInt64(mention.kind.rawValue) << 1 | 1
      if let known = table.insert(key, index) { join(index, known, .canonical) }
    }
  }

  /// Exact spelling within a kind.
  private mutating func joinSpellings(_ reader: EntityReader, _ mentions: [Mention]) {
    table.removeAll()
    second.removeAll()
    var hasSpouses = false
    for index in lists.names {
      let mention = mentions[Int(index)]
      let letters = reader.letters(mention.tokens).base
      keys[Int(index)] = letters
      let key = LetterHash.key(letters, UInt64(mention.kind.rawValue) + 1)
      guard let known = table.insert(key, index) else { continue }
      if mention.kind == .person, mention.end - mention.first == 1,
        hasSpouses && second.value(key) != nil || !agree(known, index)
      {
        joinSpouse(index, key)
        hasSpouses = true
      } else {
        join(index, known, .exact)
      }
    }
  }

  /// "Mr Doe" beside "Mrs Doe": from the second on each goes with those of its sex, and what could
  /// be either stays by itself.
  private mutating func joinSpouse(_ index: Int32, _ key: UInt64) {
    second.set(key, index)
    let own = key &+ (UInt64(infos[Int(index)].gender.rawValue) &+ 1) &* 0x9E37_79B9_7F4A_7C15 | 1
    if let known = table.insert(own, index) { join(index, known, .exact) }
  }

  /// A surname whose listed bearer is not who the document means, or a body's name that it uses for
  /// another.
  ///
  /// Mutating, though it changes nothing: to call it would else copy the stage.
  mutating func isForeign(_ index: Int32, _ mentions: [Mention]) -> Bool {
    let canonical = mentions[Int(index)].canonical
    guard mentions[Int(index)].kind == .person else {
      return !redefined.isEmpty && mentions[Int(index)].kind == .organization
        && redefined.contains(canonical)
    }
    if infos[Int(index)].isTitled { return true }
    guard mentions[Int(index)].end - mentions[Int(index)].first == 1 else { return false }
    // Joined with a full name that the lexicon knows as somebody else, or not at all.
    let r = Int(root(index))
    return infos[r].fullCanonical != canonical && infos[r].hasFullName
      && mentions[r].canonical != canonical
  }

  @inline(__always)
  func isName(_ mention: Mention) -> Bool { mention.form == .name || mention.form == .adjective }

  /// Full names by first name and surname, then single names by the full name that they fit.
  private mutating func joinPersons(_ reader: EntityReader, _ mentions: [Mention]) {
    for index in lists.people {
      persons.append(Person(mention: index))
      guard root(index) == index else { continue }
      let p = persons.count - 1
      let last = lastWord(mentions[Int(index)], reader)
      persons[p].last = Int32(truncatingIfNeeded: last)
      persons[p].lastEnding = ending(last, reader)
      persons[p].firstEnding = ending(Int(mentions[Int(index)].first), reader)
      firstPersons.append(Int32(truncatingIfNeeded: p))
    }
    // Of one nobody else can be a part.
    if firstPersons.count < 2 { return }
    for p in firstPersons { joinParticle(Int(p), reader, mentions) }
    // How surnames end, how several do, and how first names and single names do: words that end in
    // another way need not be spelled to know that they are others.
    var (some, several, singles, firstNames): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for p in firstPersons {
      let person = persons[Int(p)]
      several |= some & person.lastEnding
      some |= person.lastEnding
      if mentions[Int(person.mention)].first == person.last {
        singles |= person.lastEnding
      } else {
        firstNames |= person.firstEnding
      }
    }
    // "Hillary Rodham Clinton" and "Hillary Clinton".
    table.removeAll()
    for p in firstPersons {
      let p = Int(p)
      let index = persons[p].mention
      guard root(index) == index else { continue }
      let first = Int(mentions[Int(index)].first)
      let isShared = persons[p].lastEnding & several != 0
      if first == Int(persons[p].last) {
        if isShared || persons[p].lastEnding & firstNames != 0 {
          persons[p].surname = reader.surname(first)
        }
        continue
      }
      if isShared || persons[p].firstEnding & singles != 0 {
        persons[p].firstName = reader.surname(first)
      }
      guard isShared else { continue }
      persons[p].surname = reader.surname(Int(persons[p].last))
      let key =
        LetterHash.key(persons[p].firstName, 21) &+ LetterHash.key(persons[p].surname, 23) | 1
      if let known = table.insert(key, index),
        middlesAgree(mentions[Int(known)], mentions[Int(index)], reader)
      {
        join(index, known, .middleName)
      }
    }
    // Each word of a full name leads to its cluster, -2 if to several.
    table.removeAll()
    second.removeAll()
    for p in firstPersons {
      let person = persons[Int(p)]
      // Most share their endings with nobody.
      guard person.surname | person.firstName != 0, root(person.mention) == person.mention,
        !isSingle(person, mentions)
      else { continue }
      if person.surname != 0 { note(LetterHash.key(person.surname, 31), person.mention) }
      if person.firstName != 0 { noteFirst(LetterHash.key(person.firstName, 37), person.mention) }
    }
    for p in firstPersons {
      let person = persons[Int(p)]
      guard person.surname != 0, isSingle(person, mentions), root(person.mention) == person.mention
      else { continue }
      joinSingle(Int(p), reader, mentions)
    }
  }

  /// A bit for the last two letters of a word, all bits where that takes more than a look at its end.
  @inline(__always)
  private func ending(_ i: Int, _ reader: EntityReader) -> UInt64 {
    let token = reader.table.tokens[i]
    guard token.length > 1,
      token.flags.isDisjoint(with: [.possessive, .punctuation, .nonASCII])
    else { return ~0 }
    let last = reader.text[Int(token.end) - 1] | 0x20
    let other = reader.text[Int(token.end) - 2] | 0x20
    return (last &- 97) < 26 && (other &- 97) < 26 ? 1 &<< UInt64(last &+ other &* 7) : ~0
  }

  /// "De Wit" behind "Piet de Wit": a surname that a particle opens, which ends a name in front.
  private mutating func joinParticle(_ p: Int, _ reader: EntityReader, _ mentions: [Mention]) {
    let index = persons[p].mention
    let own = mentions[Int(index)]
    let last = Int(persons[p].last)
    // Few names begin with one: what can be foreseen is asked first.
    guard reader.has(Int(own.first), .particle), own.first < persons[p].last, root(index) == index
    else { return }
    for i in Int(own.first)..<last where !reader.has(i, .particle) { return }
    let length = last - Int(own.first)
    for q in near(p, mentions: 200) where q < p {
      let end = lastWord(of: q, reader, mentions)
      guard end - length > Int(mentions[Int(persons[q].mention)].first),
        agree(index, persons[q].mention),
        (0...length).allSatisfy({ reader.term(end - $0) == reader.term(last - $0) })
      else { continue }
      join(index, persons[q].mention, sieve(own, reader))
      return
    }
  }

  /// One word of a name, with "of Wimbledon" behind it two.
  private mutating func isSingle(_ person: Person, _ mentions: [Mention]) -> Bool {
    let mention = mentions[Int(person.mention)]
    return mention.first == person.last && mention.end <= person.last + 2
  }

  /// A single name goes to the only person whose surname it is, of several to the one whose sex and
  /// place in the text leave no other; else to the only one whose first name it is.
  private mutating func joinSingle(_ p: Int, _ reader: EntityReader, _ mentions: [Mention]) {
    let index = persons[p].mention
    let word = Int(persons[p].last)
    let surname = persons[p].surname
    if let known = table.value(LetterHash.key(surname, 31)) {
      if known >= 0 {
        // A surname that is enough on its own ("Obama") means whom it always means.
        let own = mentions[Int(index)].canonical
        if own != 0, own != mentions[Int(known)].canonical {
          // … unless the text has given the full name of somebody else before, or is a headline.
          guard known < index || infos[Int(index)].sentence == 0 else { return }
        }
        if agree(known, index) || isListedElse(index, known, reader, mentions) {
          join(index, known, sieve(mentions[Int(index)], reader))
        } else if isGuessed(known, reader, mentions), word > 0,
          case let told = title(word - 1, reader), told != .unknown
        {
          // "Retno Dewi … Ms Dewi": the title knows better than a list of rare first names.
          join(index, known, .titleSurname)
          infos[Int(root(known))].gender = told
        }
        return
      }
      let found = bearer(of: p, reader, mentions)
      if found >= 0 { join(index, found, .titleSurname) }
      return
    }
    if let known = second.value(LetterHash.key(surname, 37)), known >= 0,
      known < index, !followsTitle(word, reader), agree(known, index)
    {
      join(index, known, .firstName)
    }
  }

  /// Of several bearers of a single name's surname the one whose sex leaves no other; where nothing
  /// says of which sex it is, the only one whom the text has named so far. -1 for nobody.
  private mutating func bearer(
    of p: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    let index = persons[p].mention
    let isTold = infos[Int(index)].gender != .unknown && !isBare(index, reader, mentions)
    var found: Int32 = -1
    // "Ms Doe" of John Doe and somebody Doe whose sex nobody knows.
    var other: Int32 = -1
    var isClear = true
    for q in near(p, mentions: 400) {
      let k = persons[q].mention
      guard mentions[Int(k)].end - mentions[Int(k)].first > 1,
        surname(q, reader, mentions) == persons[p].surname
      else { continue }
      guard isTold else {
        if k > index { break }
        if found >= 0, !isSame(found, k) { return -1 }
        found = k
        continue
      }
      guard agree(k, index) else { continue }
      if infos[Int(root(k))].gender == .unknown {
        if other >= 0, !isSame(other, k) { isClear = false }
        other = k
        continue
      }
      if found >= 0, !isSame(found, k) { return -1 }
      found = k
    }
    return found < 0 && isClear ? other : found
  }

  /// Whether all that tells the sex of a single name is another, listed bearer.
  private mutating func isBare(_ index: Int32, _ reader: EntityReader, _ mentions: [Mention])
    -> Bool
  {
    let flags = infos[Int(index)].flags
    let first = Int(mentions[Int(index)].first)
    return flags.contains(.male) != flags.contains(.female)
      && (first == 0 || title(first - 1, reader) == .unknown)
  }

  /// Persons' names that are so many mentions away from one, at most.
  private mutating func near(_ p: Int, mentions reach: Int32) -> Range<Int> {
    var low = p
    var high = p + 1
    while low > 0, persons[p].mention - persons[low - 1].mention <= reach { low -= 1 }
    while high < persons.count, persons[high].mention - persons[p].mention < reach { high += 1 }
    return low..<high
  }

  /// The surname of a person's name; of one that was joined by its spelling it is hashed only now.
  private mutating func surname(
    _ q: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) -> UInt64 {
    if persons[q].surname == 0 {
      persons[q].surname = reader.surname(lastWord(of: q, reader, mentions))
    }
    return persons[q].surname
  }

  /// Token of the last word of a person's name that is no suffix.
  private mutating func lastWord(
    of q: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int {
    if persons[q].last < 0 {
      persons[q].last = Int32(lastWord(mentions[Int(persons[q].mention)], reader))
    }
    return Int(persons[q].last)
  }

  /// What the lexicon says of the sex of another bearer says nothing of this one.
  private mutating func isListedElse(
    _ index: Int32, _ known: Int32, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let mention = mentions[Int(index)]
    guard mention.canonical != 0, mention.canonical != mentions[Int(known)].canonical else {
      return false
    }
    return mention.first == 0 || !reader.has(Int(mention.first) - 1, [.honorific, .title, .role])
  }

  /// "Prince Charles" is not the Charles whose surname the text gives.
  private mutating func followsTitle(_ word: Int, _ reader: EntityReader) -> Bool {
    word > 0 && reader.has(word - 1, [.title, .honorific, .rank, .role])
  }

  /// Whether only a rare first name says of which sex somebody is.
  private mutating func isGuessed(
    _ known: Int32, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let mention = mentions[Int(known)]
    let first = Int(mention.first)
    return mention.end - mention.first > 1 && mention.canonical == 0
      && reader.lexicon.scores(reader.term(first)).first < 110
      && (first == 0 || title(first - 1, reader) == .unknown)
  }

  private mutating func sieve(_ mention: Mention, _ reader: EntityReader) -> Sieve {
    mention.first > 0 && reader.has(Int(mention.first) - 1, [.title, .honorific, .rank])
      ? .titleSurname : .surname
  }

  private mutating func noteFirst(_ key: UInt64, _ index: Int32) {
    if let known = second.insert(key, index), known >= 0, !isSame(known, index) {
      second.set(key, -2)
    }
  }

  /// The last word of a person's name that is no suffix (Jr, III).
  private mutating func lastWord(_ mention: Mention, _ reader: EntityReader) -> Int {
    var last = Int(mention.end) - 1
    if last <= Int(mention.first) { return last }
    // "Lord Ahmad of Wimbledon"
    for k in mention.tokens.dropFirst() where reader.term(k) == words.of { last = k - 1 }
    while last > Int(mention.first),
      reader.has(last, .suffixPerson) || reader.table.tokens[last].flags.contains(.punctuation)
        || reader.table.tokens[last].flags.contains(.possessive)
    {
      last -= 1
    }
    return last
  }

  /// Whether the words between first name and surname leave both the same person.
  private mutating func middlesAgree(_ a: Mention, _ b: Mention, _ reader: EntityReader) -> Bool {
    let x = (Int(a.first) + 1)..<lastWord(a, reader)
    let y = (Int(b.first) + 1)..<lastWord(b, reader)
    if x.isEmpty || y.isEmpty { return true }
    // "George H. W." against "George W.": the first letters must agree.
    let p = reader.text[Int(reader.table.tokens[x.lowerBound].start)] | 0x20
    let q = reader.text[Int(reader.table.tokens[y.lowerBound].start)] | 0x20
    return p == q
  }
}
