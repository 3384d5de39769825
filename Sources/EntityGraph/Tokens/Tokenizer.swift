/// Cuts a text into tokens in one pass over its bytes and looks each word up.
struct Tokenizer: Sendable {
  let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Fills `table` (emptied first) with the tokens of `text`, which must be valid UTF-8.
  func run(_ text: UnsafeBufferPointer<UInt8>, into table: inout TokenTable) {
    table.removeAll()
    // Out of the table while that is written.
    var frequent = FrequentWords()
    swap(&frequent, &table.frequent)
    frequent.withRecords(of: lexicon) { records in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Folding.maximumLength + 32) {
        scratch in
        TokenBlock.withBlock(records) { block in
          TokenNotes.withNotes { notes in
            guard let base = scratch.baseAddress else { return }
            var scanner = Scanner(
              lexicon: lexicon, text: text, scratch: base, block: block, notes: notes)
            scanner.scan(into: &table)
            scanner.handOver(&table)
          }
        }
      }
    }
    swap(&frequent, &table.frequent)
  }
}

/// The state of one pass; see ``Tokenizer``.
///
/// Its methods are mutating even where they change nothing: any other is called with a copy of all this.
struct Scanner {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>
  let scratch: UnsafeMutablePointer<UInt8>
  let classOf = ByteClass.table
  let endings = ByteClass.endings
  /// What every punctuation mark has for word classes and base form.
  let markClasses: UInt64
  let markLemma: TermID
  /// Flags that the white space in front gives to the next token.
  var pending: TokenFlags = [.spaceBefore, .lineStart, .paragraphStart]
  var block: TokenBlock
  var notes: TokenNotes
  /// Where the last word ends, -1 if the last token is no word.
  var wordEnd = -1

  init(
    lexicon: Lexicon, text: UnsafeBufferPointer<UInt8>, scratch: UnsafeMutablePointer<UInt8>,
    block: TokenBlock, notes: TokenNotes
  ) {
    self.lexicon = lexicon
    self.text = text
    self.scratch = scratch
    self.block = block
    self.notes = notes
    markClasses = lexicon.classes(0).rawValue
    markLemma = lexicon.lemma(0)
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
      case ByteClass.letter, ByteClass.upper: i = words(i, &table)
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

  mutating func wideMark(_ i: Int, _ point: WidePoint, _ table: inout TokenTable) -> Int {
    if point.mark == UInt8(ascii: "'"), let end = possessive(i, point.length) {
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

  mutating func mark(_ i: Int, _ table: inout TokenTable) -> Int {
    let c = text[i]
    var end = i + 1
    switch c {
    case UInt8(ascii: "'"):
      if let end = possessive(i, 1) {
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

  mutating func isHandle(_ c: UInt8) -> Bool {
    let kind = classOf[Int(c)]
    return kind == ByteClass.letter || kind == ByteClass.upper || kind == ByteClass.digit
      || c == UInt8(ascii: "_")
  }

  /// The end of a possessive ending whose apostrophe stands at `i`, nil if it is none.
  mutating func possessive(_ i: Int, _ length: Int) -> Int? {
    guard wordEnd == i else { return nil }
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

  mutating func continuesWord(_ i: Int) -> Bool {
    guard i < text.count else { return false }
    let kind = classOf[Int(text[i])]
    if kind == ByteClass.high {
      let point = WidePoint(text, i)
      return point.kind == .letter || point.kind == .upper || point.kind == .combining
    }
    return kind == ByteClass.letter || kind == ByteClass.upper || kind == ByteClass.digit
  }

  // MARK: Numbers

  mutating func number(_ start: Int, _ table: inout TokenTable) -> Int {
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

  // MARK: Emission

  /// Moves the tokens of the block to the table.
  mutating func handOver(_ table: inout TokenTable) {
    notes.flush(into: &table)
    block.flush(into: &table, lexicon, scratch)
  }

  mutating func emit(
    _ start: Int, _ end: Int, _ flags: TokenFlags, mark: UInt8, _ table: inout TokenTable
  ) {
    if flags.contains(.punctuation) {
      return put(
        start, end, flags, mark: mark, term: 0, classes: markClasses, lemma: markLemma, &table)
    }
    let part = UnsafeBufferPointer(rebasing: text[start..<end])
    var n = part.count
    if !flags.contains(.hyphenated), start + ShortWord.window <= text.count,
      let base = part.baseAddress,
      let (low, high) = Folding.foldASCII(base, count: n)
    {
      return putLater(start, end, flags, mark: mark, low, high, length: n, &table)
    }
    if flags.contains(.hyphenated), let known = known(start, end) {
      return put(
        start, end, flags, mark: mark, term: known.term, classes: known.classes.rawValue,
        lemma: known.lemma, &table)
    }
    if n > Folding.maximumLength || !Folding.foldASCII(part, into: scratch) {
      n = Folding.fold(part, into: scratch)
    }
    if n < 0 {
      n = min(part.count, Folding.maximumLength)
      for k in 0..<n { scratch[k] = part[k] }
      for k in 0..<8 { scratch[n + k] = 0 }
    }
    let hash = Folding.hash(scratch, count: n)
    var term = lexicon.term(scratch, count: n, hash: hash)
    var classes: UInt64 = 0
    var lemma = lexicon.lemma(term)
    if term == 0 {
      term = TermID(lexicon.termCount + table.local.intern(scratch, count: n, hash: hash))
      lemma = term
      if flags.contains(.hyphenated), isCompound(start, end) {
        classes = WordClass([.common, .adj]).rawValue
      }
    } else {
      classes = lexicon.classes(term).rawValue
    }
    put(start, end, flags, mark: mark, term: term, classes: classes, lemma: lemma, &table)
  }

  /// Adds a token whose folded word of one to sixteen bytes is to be looked up with others.
  private mutating func putLater(
    _ start: Int, _ end: Int, _ flags: TokenFlags, mark: UInt8, _ low: UInt64, _ high: UInt64,
    length: Int, _ table: inout TokenTable
  ) {
    if block.isFull { handOver(&table) }
    let flags = flags.union(pending)
    notes.note(block.count, flags, mark: mark)
    notes.noteOdd(block.count, flags)
    block.add(
      Token(
        start: Int32(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: end - start),
        mark: mark, term: 0, flags: flags),
      low, high, length: length)
    wordEnd = flags.contains(.word) ? end : -1
    pending = []
  }

  /// Adds a token whose term is known.
  @inline(__always)
  mutating func put(
    _ start: Int, _ end: Int, _ flags: TokenFlags, mark: UInt8, term: TermID, classes: UInt64,
    lemma: TermID, _ table: inout TokenTable
  ) {
    if block.isFull { handOver(&table) }
    let flags = flags.union(pending)
    notes.note(block.count, flags, mark: mark)
    notes.noteOdd(block.count, flags)
    block.add(
      Token(
        start: Int32(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: end - start),
        mark: mark, term: term, flags: flags),
      classes: classes, lemma: lemma)
    wordEnd = flags.contains(.word) ? end : -1
    pending = []
  }
}
