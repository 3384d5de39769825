/// Which hyphenated words are one token and which are cut: Abdel-Mahdi, US-led.
extension Scanner {
  /// Cuts `US-led`, `pro-Iran`, `US-Iran` into their parts; false if the compound is one word.
  ///
  /// Every step looks at no more than two parts and a word's length (``Folding/maximumLength``), so
  /// an endless chain costs in proportion to its length.
  mutating func splitAtHyphens(
    _ start: Int, _ end: Int, _ table: inout TokenTable
  ) -> Bool {
    var start = start
    var isCut = false
    while let (left, right) = dividingHyphen(start, end) {
      emitPart(start, left, &table)
      pending = []
      emit(left, right, [.punctuation, .hyphenated], mark: UInt8(ascii: "-"), &table)
      isCut = true
      start = right
    }
    if isCut { emitPart(start, end, &table) }
    return isCut
  }

  /// Where the first hyphen that divides begins and ends; the others stay inside their part.
  private mutating func dividingHyphen(_ start: Int, _ end: Int) -> (Int, Int)? {
    if let whole = known(start, end), lexicon.root(whole.term) != 0 { return nil }
    var k = start
    while k < end {
      let width = hyphenWidth(k)
      if width > 0, k > start, k + width < end, divides(start, k, k + width, end) {
        return (k, k + width)
      }
      k += 1
    }
    return nil
  }

  mutating func hyphenWidth(_ k: Int) -> Int {
    if text[k] == UInt8(ascii: "-") { return 1 }
    if text[k] == 0xE2, k + 2 < text.count, text[k + 1] == 0x80,
      text[k + 2] == 0x90 || text[k + 2] == 0x91
    {
      return 3
    }
    return 0
  }

  mutating func divides(_ start: Int, _ left: Int, _ right: Int, _ end: Int) -> Bool {
    let upperLeft = startsUpper(start)
    let upperRight = startsUpper(right)
    // The end of the next part.
    var stop = right
    while stop < end, hyphenWidth(stop) == 0 { stop += 1 }
    if upperLeft, !upperRight {
      return known(right, stop)?.classes.contains(.splitAfter) == true
    }
    if !upperLeft, upperRight {
      guard let classes = known(start, left)?.classes else { return false }
      if classes.contains(.splitBefore) { return true }
      return classes.contains(.common) && !classes.contains(.particle)
    }
    guard upperLeft, upperRight else { return false }
    // Pro-Russian, Anti-American, Ex-Chelsea at the start of a sentence
    if known(start, left)?.classes.contains(.splitBefore) == true {
      return isCountry(right, stop) || isBody(right, stop)
    }
    // US-Iran
    return isCountry(right, stop) && isCountry(start, left)
  }

  /// Whether a body is listed under one word.
  mutating func isBody(_ start: Int, _ end: Int) -> Bool {
    guard let term = known(start, end)?.term else { return false }
    let node = lexicon.root(term)
    guard node != 0 else { return false }
    for index in lexicon.senseRange(node) where lexicon.sense(index).kind == .organization {
      return true
    }
    return false
  }

  /// Whether a legislator's party and state begin at `start`: `D-Calif.`, `R-Ohio`, `I-Vt.`
  mutating func isPartyOfState(_ start: Int) -> Bool {
    guard start + 3 < text.count, text[start + 1] == UInt8(ascii: "-"), startsUpper(start + 2)
    else {
      return false
    }
    switch text[start] {
    case UInt8(ascii: "D"), UInt8(ascii: "R"), UInt8(ascii: "I"): break
    default: return false
    }
    var stop = start + 2
    while stop < text.count, stop - start < 20,
      classOf[Int(text[stop])] == ByteClass.letter || classOf[Int(text[stop])] == ByteClass.upper
        || text[stop] == UInt8(ascii: ".")
    {
      stop += 1
    }
    if isState(start + 2, stop) { return true }
    return text[stop - 1] == UInt8(ascii: ".") && isState(start + 2, stop - 1)
  }

  mutating func isState(_ start: Int, _ end: Int) -> Bool {
    guard let term = known(start, end)?.term else { return false }
    let node = lexicon.root(term)
    guard node != 0 else { return false }
    for index in lexicon.senseRange(node) {
      let sense = lexicon.sense(index)
      if sense.kind == .place, sense.flags.contains(.state) { return true }
    }
    return false
  }

  /// Whether an unknown hyphenated word is made of common ones: `Year-on-year`, `market-making`.
  mutating func isCompound(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 64 else { return false }
    var first = start
    while first < end, hyphenWidth(first) == 0 { first += 1 }
    var last = end
    while last > start, hyphenWidth(last - 1) == 0, last - 1 >= first + 1 { last -= 1 }
    guard first < end, last > first, last < end, !startsUpper(last) else { return false }
    return isCommon(start, first) && isCommon(last, end)
  }

  mutating func isCommon(_ start: Int, _ end: Int) -> Bool {
    guard let classes = known(start, end)?.classes else { return false }
    return classes.contains(.common) && !classes.contains(.particle)
  }

  mutating func startsUpper(_ i: Int) -> Bool {
    let kind = classOf[Int(text[i])]
    return kind == ByteClass.upper || (kind == ByteClass.high && WidePoint(text, i).kind == .upper)
  }

  mutating func isCountry(_ start: Int, _ end: Int) -> Bool {
    guard let term = known(start, end)?.term else { return false }
    let node = lexicon.root(term)
    guard node != 0 else { return false }
    for index in lexicon.senseRange(node) {
      let sense = lexicon.sense(index)
      if sense.kind == .demonym { return true }
      if sense.kind == .place, !sense.flags.isDisjoint(with: [.country, .continent]) {
        return true
      }
    }
    return false
  }

  /// What the lexicon says of a word, nil if it does not know it.
  mutating func known(
    _ start: Int, _ end: Int
  ) -> (term: TermID, classes: WordClass, lemma: TermID)? {
    let length = end - start
    if start + ShortWord.window <= text.count, let base = text.baseAddress,
      let (low, high) = Folding.foldASCII(base + start, count: length)
    {
      let record: FrequentWords.Record
      if let found = block.frequent.find(low, high) {
        record = found.pointee
      } else {
        let term = lexicon.term(low, high, count: length)
        if term == 0 { return nil }
        record = FrequentWords.Record(
          low: low, high: high, classes: lexicon.classes(term).rawValue, term: term,
          lemma: lexicon.lemma(term))
        block.frequent.note(record, length: length)
      }
      return (record.term, WordClass(rawValue: record.classes), record.lemma)
    }
    let n = Folding.fold(UnsafeBufferPointer(rebasing: text[start..<end]), into: scratch)
    if n < 0 { return nil }
    let term = lexicon.term(scratch, count: n, hash: Folding.hash(scratch, count: n))
    return term == 0 ? nil : (term, lexicon.classes(term), lexicon.lemma(term))
  }

  mutating func emitPart(_ start: Int, _ end: Int, _ table: inout TokenTable) {
    var flags: TokenFlags = [.word]
    var letters = 0
    var uppers = 0
    for i in start..<end {
      let kind = classOf[Int(text[i])]
      if kind == ByteClass.upper {
        uppers += 1
        letters += 1
      } else if kind == ByteClass.letter {
        letters += 1
      } else if kind == ByteClass.digit {
        flags.insert(.hasDigit)
      } else if kind == ByteClass.high {
        flags.insert(.nonASCII)
        letters += 1
      } else if hyphenWidth(i) > 0 {
        flags.insert(.hyphenated)
      }
    }
    if startsUpper(start) { flags.insert(.capitalized) }
    if letters > 1, uppers == letters { flags.insert(.allCaps) }
    if letters == 0 { flags = [.number, .hasDigit] }
    emit(start, end, flags, mark: 0, &table)
    pending = []
  }
}
