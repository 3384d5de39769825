/// Finds sentence borders and says how each sentence is written.
///
/// A blank line always ends a sentence, a line break only where the text is not hard-wrapped, a
/// period only where it does not belong to an abbreviation or an initial.
struct SentenceSplitter: Sendable {
  /// Share of line breaks followed by a small letter, in 1/100, from which a text counts as
  /// hard-wrapped.
  static let wrappedShare = 12
  /// Tokens after which a sentence is cut, whatever follows. Nobody writes such sentences; what later
  /// stages do within one may cost the square of its length, and so stays bounded.
  static let maximumTokens = 500

  /// Fills `sentences` and marks the first token of each; also marks quoted tokens.
  func run(_ table: inout TokenTable, into sentences: inout [Sentence]) {
    sentences.removeAll(keepingCapacity: true)
    if table.tokens.isEmpty { return }
    table.withView { run($0, into: &sentences) }
  }

  /// What a sentence holds of tokens that are written as few are.
  private struct OddCounts {
    /// Words in capitals, and initials.
    var capitals = 0
    var numbers = 0

    /// Counts a token without branches, which nobody could predict.
    @inline(__always)
    mutating func add(_ flags: TokenFlags) {
      let bits = flags.rawValue
      let large = bits / TokenFlags.allCaps.rawValue | bits / TokenFlags.initial.rawValue
      capitals &+= Int(large & SentenceSplitter.word(flags))
      numbers &+= Int(bits / TokenFlags.number.rawValue & 1)
    }
  }

  /// 1 for a word that is no possessive ending, else 0.
  @inline(__always)
  private static func word(_ flags: TokenFlags) -> UInt32 {
    let bits = flags.rawValue
    return bits / TokenFlags.word.rawValue & ~(bits / TokenFlags.possessive.rawValue) & 1
  }

  private func run(_ table: TokenView, into sentences: inout [Sentence]) {
    let count = table.tokens.count
    let wrapped = markQuotes(table)
    // Borders are asked for where the tokenizer saw that there may be one.
    var next = 0
    var nextOdd = 0
    var first = 0
    while first < count {
      let limit = min(count, first + Self.maximumTokens)
      var end = limit
      while next < table.borders.count {
        let candidate = Int(table.borders[next])
        if candidate >= limit { break }
        next += 1
        if candidate > first, isBorder(candidate, table, wrapped: wrapped) {
          end = candidate
          break
        }
      }
      var odd = OddCounts()
      while nextOdd < table.odd.count, Int(table.odd[nextOdd]) < end {
        odd.add(table.tokens[Int(table.odd[nextOdd])].flags)
        nextOdd += 1
      }
      table.tokens[first].flags.insert(.sentenceStart)
      sentences.append(
        Sentence(
          first: Int32(first), end: Int32(end), line: kind(first..<end, odd, table)))
      first = end
    }
  }

  /// Marks what stands between quotation marks, where a paragraph ends an open quotation; says
  /// whether the text is hard-wrapped.
  private func markQuotes(_ table: TokenView) -> Bool {
    let quote = UInt8(ascii: "\"")
    var breaks = 0
    var small = 0
    // The first token that is quoted and not marked, -1 outside of quotations.
    var open = -1
    for turn in table.turns {
      let i = Int(turn)
      let flags = table.tokens[i].flags
      if open >= 0 {
        mark(open..<i, table)
        open = i
      }
      if flags.contains(.lineStart) {
        if flags.contains(.paragraphStart) {
          open = -1
        } else {
          breaks += 1
          if flags.contains(.word), !flags.contains(.capitalized) { small += 1 }
        }
      }
      guard table.tokens[i].mark == quote else { continue }
      let opens =
        flags.contains(.openQuote) || (open < 0 && !flags.contains(.closeQuote))
      if flags.isDisjoint(with: [.openQuote, .closeQuote]) {
        table.tokens[i].flags.insert(opens ? .openQuote : .closeQuote)
      }
      open = opens ? i + 1 : -1
    }
    if open >= 0 { mark(open..<table.tokens.count, table) }
    return breaks > 0 && small * 100 >= breaks * Self.wrappedShare
  }

  @inline(__always)
  private func mark(_ quoted: Range<Int>, _ table: TokenView) {
    for i in quoted { table.tokens[i].flags.formUnion(.quoted) }
  }

  @inline(never)
  private func isBorder(_ i: Int, _ table: TokenView, wrapped: Bool) -> Bool {
    let flags = table.tokens[i].flags
    if flags.contains(.paragraphStart) { return true }
    let broken = flags.contains(.lineStart)
    if broken, !wrapped {
      // A line that goes on with a small letter is one sentence cut in two.
      let previous = table.tokens[i - 1]
      if flags.contains(.capitalized) || !flags.contains(.word) || ends(previous) { return true }
      return false
    }
    guard flags.contains(.spaceBefore) else { return false }
    // Step back over closing quotes and brackets to the mark that may end the sentence.
    var k = i - 1
    while k > 0, i - k <= 3, closes(table.tokens[k]) { k -= 1 }
    let last = table.tokens[k]
    if last.flags.contains(.punctuation) {
      guard ends(last) else { return false }
      return startsSentence(i, table)
    }
    guard last.flags.contains(.abbreviation) else { return false }
    return abbreviationEnds(k, i, table)
  }

  private func ends(_ token: Token) -> Bool {
    token.mark == UInt8(ascii: ".") || token.mark == UInt8(ascii: "!")
      || token.mark == UInt8(ascii: "?")
  }

  private func closes(_ token: Token) -> Bool {
    token.mark == UInt8(ascii: ")") || token.mark == UInt8(ascii: "]")
      || (token.mark == UInt8(ascii: "\"") && !token.flags.contains(.openQuote))
      || (token.mark == UInt8(ascii: "'") && !token.flags.contains(.openQuote))
  }

  private func startsSentence(_ i: Int, _ table: TokenView) -> Bool {
    let flags = table.tokens[i].flags
    if flags.contains(.word) { return flags.contains(.capitalized) || flags.contains(.mixedCase) }
    return true
  }

  /// A period that belongs to an abbreviation ends a sentence only before a word that begins one.
  private func abbreviationEnds(_ k: Int, _ i: Int, _ table: TokenView) -> Bool {
    guard startsSentence(i, table) else { return false }
    let before = WordClass(rawValue: table.classes[k])
    if !before.isDisjoint(with: [.honorific, .title, .rank, .month]) { return false }
    let next = table.tokens[i]
    if next.flags.contains(.punctuation) {
      return next.mark == UInt8(ascii: "\"") && !table.tokens[k].flags.contains(.initial)
    }
    let classes = WordClass(rawValue: table.classes[i])
    return !classes.isDisjoint(with: [.det, .pron, .prep, .conj, .wh, .aux, .sub])
      && classes.isDisjoint(with: [.first, .particle])
  }

  // MARK: Kind of line

  private func kind(_ range: Range<Int>, _ odd: OddCounts, _ table: TokenView) -> LineKind {
    let (capitals, numbers) = (odd.capitals, odd.numbers)
    let opening = table.tokens[range.lowerBound].flags
    let atLine = opening.contains(.lineStart)
    // Inside a paragraph, words with few numbers and capitals are running text: no need to count.
    if !atLine, numbers < 2, capitals < 2, Self.word(opening) == 1 { return .running }
    var words = 0
    for i in range { words &+= Int(Self.word(table.tokens[i].flags)) }
    if words == 0 { return .table }
    if atLine, range.count <= 9, numbers > 0, words <= 5, capitals >= 1, capitals * 10 >= words * 5,
      isDate(range, table)
    {
      return .dateline
    }
    if numbers >= 2, numbers * 10 >= range.count * 4 { return .table }
    if words >= 2, capitals * 10 >= words * 7, capitalsLong(range, table) { return .capitals }
    if atLine, words <= 20, isTitle(range, table) { return .title }
    return .running
  }

  /// Whether a line without an end mark has capitals on nearly all words that say something.
  private func isTitle(_ range: Range<Int>, _ table: TokenView) -> Bool {
    guard !ends(table.tokens[range.upperBound - 1]),
      range.upperBound == table.tokens.count
        || table.tokens[range.upperBound].flags.contains(.lineStart)
    else { return false }
    var content = 0
    var capitalized = 0
    for i in range {
      let token = table.tokens[i]
      guard token.flags.contains(.word), !token.flags.contains(.possessive), token.length > 3
      else { continue }
      let classes = WordClass(rawValue: table.classes[i])
      if classes.isDisjoint(with: [.det, .prep, .conj, .pron, .aux]) {
        content += 1
        if token.flags.contains(.capitalized) { capitalized += 1 }
      }
    }
    return content >= 3 && capitalized * 10 >= content * 8
  }

  /// Whether some word of four letters or more is in capitals: "US IS" alone is no headline.
  private func capitalsLong(_ range: Range<Int>, _ table: TokenView) -> Bool {
    var long = 0
    for i in range
    where table.tokens[i].flags.contains(.allCaps) && table.tokens[i].length >= 4 {
      long += 1
    }
    return long >= 2
  }

  private func isDate(_ range: Range<Int>, _ table: TokenView) -> Bool {
    for i in range {
      let token = table.tokens[i]
      if token.flags.contains(.number), token.length >= 8, token.flags.contains(.hyphenated) {
        return true
      }
      if WordClass(rawValue: table.classes[i]).contains(.month) { return true }
    }
    return false
  }
}
