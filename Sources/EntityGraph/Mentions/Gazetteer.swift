/// Finds listed names: at each token the longest that fits.
struct Gazetteer {
  /// The listed name that begins at a token: its end (exclusive) and node; end 0 for none.
  struct Match: Sendable {
    var end: Int32 = 0
    var node: UInt32 = 0
    /// One bit for each ``SenseKind`` that some sense of the name has.
    var kinds: UInt8 = 0

    /// Whether some sense is of a kind, in whatever case it must be written.
    @inline(__always)
    func hasSense(_ kind: SenseKind) -> Bool { kinds >> kind.rawValue & 1 != 0 }
  }

  let lexicon: LexiconView
  /// The term of each mark, by its ASCII byte.
  let markTerms: UnsafeBufferPointer<TermID>

  /// The terms of the 128 ASCII bytes that are marks, 0 for the others.
  static func markTerms(_ lexicon: Lexicon) -> [TermID] {
    (0..<128).map { mark in
      mark > 32 && mark < 127 ? lexicon.term(String(UnicodeScalar(UInt8(mark)))) : 0
    }
  }

  /// The term by which a token is matched: a mark has none of its own.
  @inline(__always)
  func term(_ token: Token) -> TermID {
    token.flags.contains(.punctuation)
      ? (token.mark < 128 ? markTerms[Int(token.mark)] : 0) : token.term
  }

  /// The longest listed name from `start`, at most up to `limit`.
  ///
  /// - Parameter shouting: the line is in capitals, where case says nothing.
  @inline(__always)
  func match(_ start: Int, limit: Int, in tokens: UnsafeBufferPointer<Token>, shouting: Bool)
    -> Match
  {
    let root = lexicon.root(tokens[start].term)
    if root == 0 { return Match() }
    return walk(root, start, limit, tokens, shouting)
  }

  @inline(never)
  private func walk(
    _ root: UInt32, _ start: Int, _ limit: Int, _ tokens: UnsafeBufferPointer<Token>,
    _ shouting: Bool
  ) -> Match {
    var best = Match()
    var node = root
    var i = start + 1
    // No listed name has more words than this, so the walk is short whatever the text.
    let stop = min(limit, start + 12)
    while true {
      if accepts(node, start, i, tokens, shouting) { best = Match(end: Int32(i), node: node) }
      guard i < stop else { break }
      let next = lexicon.step(node, term(tokens[i]))
      if next == 0 { break }
      node = next
      i += 1
    }
    if best.end > 0 {
      for index in lexicon.senseRange(best.node) {
        best.kinds |= 1 << lexicon.sense(index).kind.rawValue
      }
    }
    return best
  }

  /// Whether some sense of the name allows the case in which it is written here.
  private func accepts(
    _ node: UInt32, _ start: Int, _ end: Int, _ tokens: UnsafeBufferPointer<Token>, _ shouting: Bool
  ) -> Bool {
    for index in lexicon.senseRange(node)
    where fits(lexicon.sense(index), start, end, tokens, shouting) {
      return true
    }
    return false
  }

  /// Whether one sense allows the case of the tokens.
  func fits(
    _ sense: Sense, _ start: Int, _ end: Int, _ tokens: UnsafeBufferPointer<Token>, _ shouting: Bool
  ) -> Bool {
    let head = tokens[start].flags
    let tail = tokens[end - 1].flags
    if sense.flags.contains(.acronym) {
      if shouting, end - start == 1, lexicon.classes(tokens[start].term).contains(.common) {
        return false
      }
      for i in start..<end where tokens[i].flags.contains(.word) {
        let flags = tokens[i].flags
        if flags.contains(.possessive) { continue }
        if !flags.contains(.allCaps), !flags.contains(.mixedCase), !flags.contains(.initial),
          !flags.contains(.abbreviation), !flags.contains(.hasDigit)
        {
          return false
        }
      }
      return true
    }
    if sense.flags.contains(.lower) {
      // "bin Laden", "al Qaeda", but no common words
      return !head.isDisjoint(with: [.capitalized, .mixedCase, .number])
        || (end - start > 1 && lexicon.classes(tokens[start].term).contains(.particle)
          && tail.contains(.capitalized))
    }
    if head.isDisjoint(with: [.capitalized, .number]) { return false }
    return !tail.isDisjoint(with: [.capitalized, .number, .mixedCase, .punctuation, .possessive])
  }
}
