/// Words: letters with what may stand inside them.
extension Scanner {
  /// Takes words of a few letters with blanks, line ends and marks between them for as long as each
  /// ends where nothing can continue it, then a word of any other kind if one begins there, and
  /// returns where something else begins.
  ///
  /// Nine of ten tokens are such; everything else is left to ``scan(into:)``.
  @inline(__always)
  mutating func words(_ start: Int, _ table: inout TokenTable) -> Int {
    guard let base = text.baseAddress else { return start }
    // The longest word and what stands behind it must be there to be read.
    let limit = text.count - ShortWord.window - 8
    let endings = endings
    // Copies, which the compiler keeps in registers.
    var block = self.block
    var before = pending
    var last = wordEnd
    var i = start
    while i < limit {
      if block.hasNoRoomForThree {
        self.block = block
        handOver(&table)
        block = self.block
      }
      if let word = ShortWord(base + i) {
        let end = i &+ word.length
        let ending = endings[Int(base[end])]
        if ending == ByteClass.Ending.none, !endsPlainly(i, end, word) { break }
        let flags = word.flags.union(before)
        if !flags.isDisjoint(with: [.lineStart, .paragraphStart, .allCaps, .initial]) {
          notes.note(block.count, flags, mark: 0)
          notes.noteOdd(block.count, flags)
        }
        block.add(
          Token(
            start: Int32(truncatingIfNeeded: i), length: UInt16(truncatingIfNeeded: word.length),
            mark: 0, term: 0, flags: flags),
          word.low, word.high, length: word.length)
        i = end
        if ending == ByteClass.Ending.space {
          before = .spaceBefore
          i &+= 1
          continue
        }
        before = []
        last = i
        if base[i] == UInt8(ascii: "'") {
          // Such a word ends plainly where the possessive ending follows.
          notes.noteOdd(block.count, .possessive)
          block.add(
            Token(
              start: Int32(truncatingIfNeeded: i), length: 2, mark: 0, term: 0,
              flags: [.word, .possessive]),
            UInt64(UInt8(ascii: "'")) | UInt64(UInt8(ascii: "s")) << 8, 0, length: 2)
          i &+= 2
          last = i
        }
      }
      // What stands behind the word, or where none begins.
      let c = base[i]
      let isPeriod = c == UInt8(ascii: ".") && base[i &+ 1] != c
      if endings[Int(c)] == ByteClass.Ending.mark || isPeriod || c == UInt8(ascii: ":") {
        let flags = before.union(.punctuation)
        notes.note(block.count, flags, mark: c)
        block.add(
          Token(start: Int32(truncatingIfNeeded: i), length: 1, mark: c, term: 0, flags: flags),
          classes: markClasses, lemma: markLemma)
        last = -1
        i &+= 1
        before = []
      } else if c == 10 {
        before.insert(before.contains(.lineStart) ? .paragraphStart : .lineStart)
        before.insert(.spaceBefore)
        i &+= 1
        continue
      } else if c != 0x20 {
        break
      }
      if base[i] == 0x20 {
        before.insert(.spaceBefore)
        i &+= 1
      }
    }
    self.block = block
    pending = before
    wordEnd = last
    guard i < text.count else { return i }
    let kind = classOf[Int(text[i])]
    return kind == ByteClass.letter || kind == ByteClass.upper ? word(i, &table) : i
  }

  /// Whether a plain word ends in front of a mark that might belong to it: a possessive ending, a
  /// colon, or a period that makes no abbreviation.
  ///
  /// Eight bytes behind the word must be there to be read.
  @inline(never)
  private mutating func endsPlainly(_ start: Int, _ end: Int, _ word: ShortWord) -> Bool {
    switch text[end] {
    case UInt8(ascii: "'"):
      return text[end + 1] | 0x20 == UInt8(ascii: "s") && !continuesWord(end + 2)
    case 0xE2:
      return text[end + 1] == 0x80 && text[end + 2] == 0x99
        && text[end + 3] | 0x20 == UInt8(ascii: "s") && !continuesWord(end + 4)
    case UInt8(ascii: ":"): return text[end + 1] == 0x20
    case UInt8(ascii: "."):
      let next = classOf[Int(text[end + 1])]
      return word.length > 1 && next != ByteClass.letter && next != ByteClass.upper
        && !isAbbreviation(
          word.low, word.high, length: word.length, isCapitalized: word.capitals != 0)
    default: return false
    }
  }

  mutating func word(_ start: Int, _ table: inout TokenTable) -> Int {
    if isPartyOfState(start) {
      emit(start, start + 1, [.word, .capitalized], mark: 0, &table)
      emit(start + 1, start + 2, [.punctuation, .hyphenated], mark: UInt8(ascii: "-"), &table)
      return start + 2
    }
    let n = min(text.count, start + Int(UInt16.max) - 8)
    var i = start
    var flags: TokenFlags = [.word]
    var letters = 0
    var uppers = 0
    var lastUpper = false
    var hyphen = -1
    var apostrophe = false
    scanning: while i < n {
      let c = text[i]
      switch classOf[Int(c)] {
      case ByteClass.letter:
        // Most bytes of a text are small letters: run over them.
        var k = i + 1
        while k < n, classOf[Int(text[k])] == ByteClass.letter { k += 1 }
        letters += k - i
        lastUpper = false
        i = k
      case ByteClass.upper:
        if letters > uppers { flags.insert(.mixedCase) }
        if i == start { flags.insert(.capitalized) }
        letters += 1
        uppers += 1
        lastUpper = true
        i += 1
      case ByteClass.digit:
        flags.insert(.hasDigit)
        i += 1
      case ByteClass.high:
        let point = WidePoint(text, i)
        switch point.kind {
        case .upper:
          if letters > uppers { flags.insert(.mixedCase) }
          if i == start { flags.insert(.capitalized) }
          letters += 1
          uppers += 1
        case .letter: letters += 1
        case .combining: break
        case .mark:
          if point.mark == UInt8(ascii: "'"), apostropheInside(start, i, point.length) {
            apostrophe = true
            i += point.length
            continue scanning
          }
          if point.mark == UInt8(ascii: "-"), continuesWord(i + point.length) {
            hyphen = i
            flags.insert(.hyphenated)
            i += point.length
            continue scanning
          }
          break scanning
        default: break scanning
        }
        flags.insert(.nonASCII)
        i += point.length
      case ByteClass.mark:
        switch c {
        case UInt8(ascii: "'"):
          if !apostropheInside(start, i, 1) { break scanning }
          apostrophe = true
          i += 1
        case UInt8(ascii: "-"):
          if !continuesWord(i + 1) { break scanning }
          hyphen = i
          flags.insert(.hyphenated)
          i += 1
        case UInt8(ascii: "."):
          // U.S., e.g., Amazon.com
          guard i + 1 < n else { break scanning }
          let next = classOf[Int(text[i + 1])]
          let single = i - start == 1 || (i - start > 1 && text[i - 2] == c)
          if single, next == ByteClass.letter || next == ByteClass.upper {
            i += 1
          } else if next == ByteClass.letter, i - start > 2 {
            i += 1
          } else {
            break scanning
          }
        case UInt8(ascii: "&"):
          guard lastUpper, i + 1 < n, classOf[Int(text[i + 1])] == ByteClass.upper else {
            break scanning
          }
          i += 1
        case UInt8(ascii: ":"):
          guard i + 2 < n, text[i + 1] == UInt8(ascii: "/"), text[i + 2] == UInt8(ascii: "/") else {
            break scanning
          }
          return address(start, &table)
        case UInt8(ascii: "_"), UInt8(ascii: "@"):
          guard i + 1 < n, isHandle(text[i + 1]) else { break scanning }
          return address(start, &table)
        default: break scanning
        }
      default: break scanning
      }
    }
    if i <= start { i = start + 1 }
    if letters > 1, uppers == letters { flags.insert(.allCaps) }
    if i < n, text[i] == UInt8(ascii: "."), endsAbbreviation(start, i, letters, uppers) {
      i += 1
      flags.insert(.abbreviation)
    }
    if letters == 1, i - start <= 2, flags.contains(.capitalized) { flags.insert(.initial) }
    if apostrophe, let cut = contraction(start, i) {
      emit(start, cut, flags, mark: 0, &table)
      emit(cut, i, [.word], mark: 0, &table)
      return i
    }
    if hyphen > start, splitAtHyphens(start, i, &table) { return i }
    emit(start, i, flags, mark: 0, &table)
    return i
  }

  /// Web addresses, mail addresses and file names: one token that is never part of a name.
  mutating func address(_ start: Int, _ table: inout TokenTable) -> Int {
    var i = start
    while i < text.count, i - start < Int(UInt16.max) - 8 {
      let kind = classOf[Int(text[i])]
      if kind == ByteClass.space || kind == ByteClass.newline { break }
      if text[i] == UInt8(ascii: "<") || text[i] == UInt8(ascii: ">")
        || text[i] == UInt8(ascii: "\"") || text[i] == UInt8(ascii: ")")
      {
        break
      }
      i += 1
    }
    // Do not cut inside a code point at the length limit.
    while i < text.count, text[i] & 0xC0 == 0x80 { i += 1 }
    emit(start, i, [.punctuation], mark: UInt8(ascii: "@"), &table)
    return i
  }

  /// Whether the apostrophe at `i` is part of the word: O'Neill, Shi'ite, d'Estaing.
  mutating func apostropheInside(_ start: Int, _ i: Int, _ length: Int) -> Bool {
    let k = i + length
    guard continuesWord(k) else { return false }
    // 's at the end is the possessive, a token of its own.
    if text[k] | 0x20 == UInt8(ascii: "s"), !continuesWord(k + 1) { return false }
    return true
  }

  /// Where a contraction is cut (`did|n't`, `they|'ve`), nil if the word is none.
  mutating func contraction(_ start: Int, _ end: Int) -> Int? {
    guard end - start > 2 else { return nil }
    var apostrophe = -1
    var k = end - 1
    while k > start, end - k <= 6 {
      if text[k] == UInt8(ascii: "'") {
        apostrophe = k
        break
      }
      if text[k] == 0x99, k - 2 > start, text[k - 1] == 0x80, text[k - 2] == 0xE2 {
        apostrophe = k - 2
        break
      }
      k -= 1
    }
    guard apostrophe > start else { return nil }
    let tail = apostrophe + (text[apostrophe] == UInt8(ascii: "'") ? 1 : 3)
    let a = tail < end ? text[tail] | 0x20 : 0
    let b = tail + 1 < end ? text[tail + 1] | 0x20 : 0
    switch end - tail {
    case 1:
      if a == UInt8(ascii: "t"), text[apostrophe - 1] | 0x20 == UInt8(ascii: "n"),
        apostrophe - 1 > start
      {
        return apostrophe - 1
      }
      return a == UInt8(ascii: "d") || a == UInt8(ascii: "m") ? apostrophe : nil
    case 2:
      let pair = UInt16(a) << 8 | UInt16(b)
      // re, ve, ll
      return pair == 0x7265 || pair == 0x7665 || pair == 0x6C6C ? apostrophe : nil
    default: return nil
    }
  }

  /// Whether the period at `i` belongs to the word before it.
  mutating func endsAbbreviation(_ start: Int, _ i: Int, _ letters: Int, _ uppers: Int) -> Bool {
    let length = i - start
    if length == 1 { return uppers == 1 }
    // Inner periods: U.S., a.m.
    if length >= 3, text[i - 2] == UInt8(ascii: "."), length == letters * 2 - 1 { return true }
    guard length <= 9 else { return false }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for k in 0..<length {
      let c = text[start + k]
      let byte = UInt64(c < 0x80 ? c | 0x20 : 0xFF)
      if k < 8 { low |= byte << UInt64(k * 8) } else { high |= byte << UInt64(k * 8 - 64) }
    }
    return isAbbreviation(low, high, length: length, isCapitalized: uppers > 0)
  }

  /// Whether a word is listed with a period, given in two machine words as ``ShortWord`` has it; one
  /// in small letters is not if it is a common word ("no", "fig").
  private mutating func isAbbreviation(
    _ low: UInt64, _ high: UInt64, length: Int, isCapitalized: Bool
  ) -> Bool {
    guard length <= 9 else { return false }
    // Most words in front of a period are common ones, which cost the least to look up.
    if !isCapitalized {
      if let record = block.frequent.find(low, high) {
        if WordClass(rawValue: record.pointee.classes).contains(.common) { return false }
      } else {
        let bare = lexicon.term(low, high, count: length)
        if bare != 0, lexicon.classes(bare).contains(.common) { return false }
      }
    }
    let period = UInt64(UInt8(ascii: "."))
    let term = lexicon.term(
      length < 8 ? low | period << UInt64(length * 8) : low,
      length < 8 ? 0 : high | period << UInt64(length * 8 - 64), count: length + 1)
    return term != 0 && lexicon.classes(term).contains(.abbrev)
  }
}
