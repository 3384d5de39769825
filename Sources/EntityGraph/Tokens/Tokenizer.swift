/// Cuts a text into tokens in one pass over its bytes and looks each word up.
struct Tokenizer: Sendable {
  let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Fills `table` (emptied first) with the tokens of `text`, which must be valid UTF-8.
  func run(_ text: UnsafeBufferPointer<UInt8>, into table: inout TokenTable) {
    table.removeAll()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Folding.maximumLength + 32) { scratch in
      guard let base = scratch.baseAddress else { return }
      var scanner = Scanner(lexicon: lexicon, text: text, scratch: base)
      scanner.scan(into: &table)
    }
  }
}

/// The state of one pass; see ``Tokenizer``.
private struct Scanner {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>
  let scratch: UnsafeMutablePointer<UInt8>
  let classOf = ByteClass.table
  /// Flags that the white space in front gives to the next token.
  var pending: TokenFlags = [.spaceBefore, .lineStart, .paragraphStart]

  init(lexicon: Lexicon, text: UnsafeBufferPointer<UInt8>, scratch: UnsafeMutablePointer<UInt8>) {
    self.lexicon = lexicon
    self.text = text
    self.scratch = scratch
  }

  mutating func scan(into table: inout TokenTable) {
    var i = 0
    let n = text.count
    while i < n {
      switch classOf[Int(text[i])] {
      case ByteClass.space:
        pending.insert(.spaceBefore)
        i += 1
      case ByteClass.newline:
        pending.insert(.spaceBefore)
        if text[i] == 10 || i + 1 >= n || text[i + 1] != 10 {
          pending.insert(pending.contains(.lineStart) ? .paragraphStart : .lineStart)
        }
        i += 1
      case ByteClass.letter, ByteClass.upper: i = word(i, &table)
      case ByteClass.digit: i = number(i, &table)
      case ByteClass.mark: i = mark(i, &table)
      default:
        let point = WidePoint(text, i)
        switch point.kind {
        case .letter, .upper: i = word(i, &table)
        case .space:
          pending.insert(.spaceBefore)
          i += point.length
        case .combining: i += point.length
        case .mark: i = wideMark(i, point, &table)
        }
      }
    }
  }

  // MARK: Marks

  private mutating func wideMark(_ i: Int, _ point: WidePoint, _ table: inout TokenTable) -> Int {
    if point.mark == UInt8(ascii: "'"), let end = possessive(i, point.length, table) {
      emit(i, end, [.word, .possessive], mark: 0, &table)
      return end
    }
    var flags: TokenFlags = [.punctuation, .nonASCII]
    // The form of a typographic quote says on which side it stands.
    if point.mark == UInt8(ascii: "\"") || point.mark == UInt8(ascii: "'") {
      let last = text[i + point.length - 1]
      if last == 0x9C || last == 0x98 || last == 0xAB || last == 0x9E {
        flags.insert(.openQuote)
      } else {
        flags.insert(.closeQuote)
      }
    }
    emit(i, i + point.length, flags, mark: point.mark, &table)
    return i + point.length
  }

  private mutating func mark(_ i: Int, _ table: inout TokenTable) -> Int {
    let c = text[i]
    var end = i + 1
    switch c {
    case UInt8(ascii: "'"):
      if let end = possessive(i, 1, table) {
        emit(i, end, [.word, .possessive], mark: 0, &table)
        return end
      }
      // '' is a closing double quote in wire copy.
      if end < text.count, text[end] == c {
        emit(i, i + 2, [.punctuation], mark: UInt8(ascii: "\""), &table)
        return i + 2
      }
    case UInt8(ascii: "`"):
      // `` and ` ` open a quotation in wire copy.
      var k = end
      if k < text.count, text[k] == UInt8(ascii: " ") { k += 1 }
      if k < text.count, text[k] == c {
        emit(i, k + 1, [.punctuation, .openQuote], mark: UInt8(ascii: "\""), &table)
        return k + 1
      }
      emit(i, end, [.punctuation, .openQuote], mark: UInt8(ascii: "'"), &table)
      return end
    case UInt8(ascii: "-"):
      while end < text.count, text[end] == c { end += 1 }
      emit(i, end, [.punctuation], mark: end - i > 1 ? UInt8(ascii: "_") : c, &table)
      return end
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      while end < text.count, isHandle(text[end]) { end += 1 }
      emit(i, end, [.punctuation], mark: c, &table)
      return end
    case UInt8(ascii: "."):
      while end < text.count, text[end] == c { end += 1 }
    default: break
    }
    emit(i, end, [.punctuation], mark: c, &table)
    return end
  }

  private func isHandle(_ c: UInt8) -> Bool {
    let kind = classOf[Int(c)]
    return kind == ByteClass.letter || kind == ByteClass.upper || kind == ByteClass.digit
      || c == UInt8(ascii: "_")
  }

  /// The end of a possessive ending whose apostrophe stands at `i`, nil if it is none.
  private func possessive(_ i: Int, _ length: Int, _ table: TokenTable) -> Int? {
    guard let last = table.tokens.last, Int(last.end) == i, last.flags.contains(.word) else {
      return nil
    }
    let k = i + length
    if k < text.count, text[k] | 0x20 == UInt8(ascii: "s"), !continuesWord(k + 1) { return k + 1 }
    // A bare apostrophe behind an s.
    if text[i - 1] | 0x20 == UInt8(ascii: "s"), !continuesWord(k), k < text.count,
      classOf[Int(text[k])] == ByteClass.space
    {
      return k
    }
    return nil
  }

  private func continuesWord(_ i: Int) -> Bool {
    guard i < text.count else { return false }
    let kind = classOf[Int(text[i])]
    if kind == ByteClass.high {
      let point = WidePoint(text, i)
      return point.kind == .letter || point.kind == .upper || point.kind == .combining
    }
    return kind == ByteClass.letter || kind == ByteClass.upper || kind == ByteClass.digit
  }

  // MARK: Numbers

  private mutating func number(_ start: Int, _ table: inout TokenTable) -> Int {
    var i = start + 1
    let n = text.count
    var flags: TokenFlags = [.number, .hasDigit]
    while i < n {
      let kind = classOf[Int(text[i])]
      if kind == ByteClass.digit || kind == ByteClass.letter || kind == ByteClass.upper {
        i += 1
        continue
      }
      let c = text[i]
      let inner =
        c == UInt8(ascii: ",") || c == UInt8(ascii: ".") || c == UInt8(ascii: ":")
        || c == UInt8(ascii: "-") || c == UInt8(ascii: "/")
      guard inner, i + 1 < n else { break }
      let next = classOf[Int(text[i + 1])]
      if next == ByteClass.digit || (c == UInt8(ascii: "-") && next == ByteClass.letter) {
        if c == UInt8(ascii: "-") { flags.insert(.hyphenated) }
        i += 2
        continue
      }
      break
    }
    i = min(i, start + Int(UInt16.max))
    if classOf[Int(text[i - 1])] != ByteClass.digit { flags.insert(.ordinal) }
    emit(start, i, flags, mark: 0, &table)
    return i
  }

  // MARK: Words

  private mutating func word(_ start: Int, _ table: inout TokenTable) -> Int {
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
    scanning: while i < n {
      let c = text[i]
      switch classOf[Int(c)] {
      case ByteClass.letter:
        letters += 1
        lastUpper = false
        i += 1
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
    if let cut = contraction(start, i) {
      emit(start, cut, flags, mark: 0, &table)
      emit(cut, i, [.word], mark: 0, &table)
      return i
    }
    // Longer chains of hyphens are no compounds, and cutting them would cost quadratic time.
    if hyphen > start, i - start <= 128, splitAtHyphens(start, i, &table) { return i }
    emit(start, i, flags, mark: 0, &table)
    return i
  }

  /// Web addresses, mail addresses and file names: one token that is never part of a name.
  private mutating func address(_ start: Int, _ table: inout TokenTable) -> Int {
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
  private func apostropheInside(_ start: Int, _ i: Int, _ length: Int) -> Bool {
    let k = i + length
    guard continuesWord(k) else { return false }
    // 's at the end is the possessive, a token of its own.
    if text[k] | 0x20 == UInt8(ascii: "s"), !continuesWord(k + 1) { return false }
    return true
  }

  /// Where a contraction is cut (`did|n't`, `they|'ve`), nil if the word is none.
  private func contraction(_ start: Int, _ end: Int) -> Int? {
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
  private func endsAbbreviation(_ start: Int, _ i: Int, _ letters: Int, _ uppers: Int) -> Bool {
    let length = i - start
    if length == 1 { return uppers == 1 }
    // Inner periods: U.S., a.m.
    if length >= 3, text[i - 2] == UInt8(ascii: "."), length == letters * 2 - 1 { return true }
    guard length <= 9 else { return false }
    for k in 0..<length { scratch[k] = text[start + k] < 0x80 ? text[start + k] | 0x20 : 0xFF }
    scratch[length] = UInt8(ascii: ".")
    for k in 0..<8 { scratch[length + 1 + k] = 0 }
    let term = lexicon.term(
      scratch, count: length + 1, hash: Folding.hash(scratch, count: length + 1))
    guard term != 0, lexicon.classes(term).contains(.abbrev) else { return false }
    if uppers > 0 { return true }
    for k in 0..<9 { scratch[length + k] = 0 }
    let bare = lexicon.term(scratch, count: length, hash: Folding.hash(scratch, count: length))
    return bare == 0 || !lexicon.classes(bare).contains(.common)
  }

  // MARK: Hyphens

  /// Cuts `US-led`, `pro-Iran`, `US-Iran` into their parts; false if the compound is one word.
  private mutating func splitAtHyphens(
    _ start: Int, _ end: Int, _ table: inout TokenTable
  ) -> Bool {
    let whole = lookUp(start, end)
    if whole != 0, lexicon.root(whole) != 0 { return false }
    // Find a hyphen that divides; the others stay inside their part.
    var k = start
    while k < end {
      let width = hyphenWidth(k)
      if width > 0, k > start, k + width < end, divides(start, k, k + width, end) {
        emitPart(start, k, &table)
        pending = []
        emit(k, k + width, [.punctuation, .hyphenated], mark: UInt8(ascii: "-"), &table)
        if !(containsHyphen(k + width, end) && splitAtHyphens(k + width, end, &table)) {
          emitPart(k + width, end, &table)
        }
        return true
      }
      k += 1
    }
    return false
  }

  private func hyphenWidth(_ k: Int) -> Int {
    if text[k] == UInt8(ascii: "-") { return 1 }
    if text[k] == 0xE2, k + 2 < text.count, text[k + 1] == 0x80,
      text[k + 2] == 0x90 || text[k + 2] == 0x91
    {
      return 3
    }
    return 0
  }

  private func containsHyphen(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { hyphenWidth($0) > 0 }
  }

  private func divides(_ start: Int, _ left: Int, _ right: Int, _ end: Int) -> Bool {
    let upperLeft = startsUpper(start)
    let upperRight = startsUpper(right)
    // The end of the next part.
    var stop = right
    while stop < end, hyphenWidth(stop) == 0 { stop += 1 }
    if upperLeft, !upperRight {
      let term = lookUp(right, stop)
      return term != 0 && lexicon.classes(term).contains(.splitAfter)
    }
    if !upperLeft, upperRight {
      let term = lookUp(start, left)
      if term == 0 { return false }
      let classes = lexicon.classes(term)
      if classes.contains(.splitBefore) { return true }
      return classes.contains(.common) && !classes.contains(.particle)
    }
    guard upperLeft, upperRight, isCountry(right, stop) else { return false }
    // US-Iran; Pro-Russian, Anti-American at the start of a sentence
    return isCountry(start, left) || lexicon.classes(lookUp(start, left)).contains(.splitBefore)
  }

  /// Whether a legislator's party and state begin at `start`: `D-Calif.`, `R-Ohio`, `I-Vt.`
  private func isPartyOfState(_ start: Int) -> Bool {
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

  private func isState(_ start: Int, _ end: Int) -> Bool {
    let node = lexicon.root(lookUp(start, end))
    guard node != 0 else { return false }
    for index in lexicon.senseRange(node) {
      let sense = lexicon.sense(index)
      if sense.kind == .place, sense.flags.contains(.state) { return true }
    }
    return false
  }

  /// Whether an unknown hyphenated word is made of common ones: `Year-on-year`, `market-making`.
  private func isCompound(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 64 else { return false }
    var first = start
    while first < end, hyphenWidth(first) == 0 { first += 1 }
    var last = end
    while last > start, hyphenWidth(last - 1) == 0, last - 1 >= first + 1 { last -= 1 }
    guard first < end, last > first, last < end, !startsUpper(last) else { return false }
    return isCommon(start, first) && isCommon(last, end)
  }

  private func isCommon(_ start: Int, _ end: Int) -> Bool {
    let term = lookUp(start, end)
    return term != 0 && lexicon.classes(term).contains(.common)
      && !lexicon.classes(term).contains(.particle)
  }

  private func startsUpper(_ i: Int) -> Bool {
    let kind = classOf[Int(text[i])]
    return kind == ByteClass.upper || (kind == ByteClass.high && WidePoint(text, i).kind == .upper)
  }

  private func isCountry(_ start: Int, _ end: Int) -> Bool {
    let node = lexicon.root(lookUp(start, end))
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

  private func lookUp(_ start: Int, _ end: Int) -> TermID {
    let n = Folding.fold(UnsafeBufferPointer(rebasing: text[start..<end]), into: scratch)
    return n < 0 ? 0 : lexicon.term(scratch, count: n, hash: Folding.hash(scratch, count: n))
  }

  private mutating func emitPart(_ start: Int, _ end: Int, _ table: inout TokenTable) {
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

  // MARK: Emission

  @inline(__always)
  private mutating func emit(
    _ start: Int, _ end: Int, _ flags: TokenFlags, mark: UInt8, _ table: inout TokenTable
  ) {
    var term: TermID = 0
    var classes: UInt64 = 0
    var lemma: TermID = 0
    if !flags.contains(.punctuation) {
      let part = UnsafeBufferPointer(rebasing: text[start..<end])
      var n = Folding.fold(part, into: scratch)
      if n < 0 {
        n = min(part.count, Folding.maximumLength)
        for k in 0..<n { scratch[k] = part[k] }
        for k in 0..<8 { scratch[n + k] = 0 }
      }
      let hash = Folding.hash(scratch, count: n)
      term = lexicon.term(scratch, count: n, hash: hash)
      if term == 0 {
        term = TermID(
          lexicon.termCount + table.local.intern(scratch, count: n, hash: hash))
        lemma = term
        if flags.contains(.hyphenated), isCompound(start, end) {
          classes = WordClass([.common, .adj]).rawValue
        }
      } else {
        classes = lexicon.classes(term).rawValue
        lemma = lexicon.lemma(term)
      }
    }
    table.tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: end - start),
        mark: mark, term: term, flags: flags.union(pending)))
    table.classes.append(classes)
    table.lemmas.append(lemma)
    pending = []
  }
}
