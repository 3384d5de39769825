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
  /// The term of each mark, by its byte.
  let markTerms: UnsafeBufferPointer<TermID>

  /// The terms of the bytes that are marks, 0 for the others.
  static func markTerms(_ lexicon: Lexicon) -> [TermID] {
    (0..<256).map { mark in
      mark > 32 && mark < 127 ? lexicon.term(String(UnicodeScalar(UInt8(mark)))) : 0
    }
  }

  /// The term by which a token is matched: a mark has none of its own, and a word has no mark.
  @inline(__always)
  func term(_ token: Token) -> TermID { token.term | markTerms[Int(token.mark)] }

  /// The longest listed name from `start`, at most up to `limit`.
  @inline(__always)
  func match(_ start: Int, limit: Int, in tokens: UnsafeBufferPointer<Token>, shouting: Bool)
    -> Match
  {
    let root = lexicon.root(tokens[start].term)
    return root == 0 ? Match() : match(start, root, limit: limit, in: tokens, shouting: shouting)
  }

  /// The longest listed name that begins with the word of the node `root` at `start`.
  ///
  /// Most names have one word, for which the first word says all; two words that begin no name are
  /// told by the lexicon's filter before its trie is walked.
  ///
  /// - Parameter shouting: the line is in capitals, where case says nothing.
  @inline(__always)
  func match(
    _ start: Int, _ root: UInt32, limit: Int, in tokens: UnsafeBufferPointer<Token>,
    shouting: Bool
  ) -> Match {
    let term = tokens[start].term
    var best = Match()
    let summary = lexicon.summary(root)
    if accepts(summary, start, start + 1, tokens, shouting) {
      best = Match(end: Int32(truncatingIfNeeded: start + 1), node: root, kinds: summary.kinds)
    }
    if start + 1 < limit, lexicon.mayBegin(term, self.term(tokens[start + 1])) {
      walk(root, start, limit, tokens, shouting, &best)
    }
    return best
  }

  /// Looks for a longer name than that of the first word.
  @inline(never)
  private func walk(
    _ root: UInt32, _ start: Int, _ limit: Int, _ tokens: UnsafeBufferPointer<Token>,
    _ shouting: Bool, _ best: inout Match
  ) {
    var node = root
    var i = start + 1
    // No listed name has more words than this, so the walk is short whatever the text.
    let stop = min(limit, start + 12)
    while i < stop {
      node = lexicon.step(node, term(tokens[i]))
      if node == 0 { return }
      i += 1
      let summary = lexicon.summary(node)
      if accepts(summary, start, i, tokens, shouting) {
        best = Match(end: Int32(truncatingIfNeeded: i), node: node, kinds: summary.kinds)
      }
    }
  }

  /// Whether some sense of the name allows the case in which it is written here.
  @inline(__always)
  private func accepts(
    _ summary: NodeSummary, _ start: Int, _ end: Int, _ tokens: UnsafeBufferPointer<Token>,
    _ shouting: Bool
  ) -> Bool {
    if summary.contains(.capitalized), fitsCapitalized(start, end, tokens) { return true }
    if summary.isDisjoint(with: [.acronym, .lower]) { return false }
    return acceptsOther(summary, start, end, tokens, shouting)
  }

  @inline(never)
  private func acceptsOther(
    _ summary: NodeSummary, _ start: Int, _ end: Int, _ tokens: UnsafeBufferPointer<Token>,
    _ shouting: Bool
  ) -> Bool {
    summary.contains(.acronym) && fitsAcronym(start, end, tokens, shouting)
      || summary.contains(.lower) && fitsLower(start, end, tokens)
  }

  /// Whether one sense allows the case of the tokens.
  @inline(__always)
  func fits(
    _ sense: Sense, _ start: Int, _ end: Int, _ tokens: UnsafeBufferPointer<Token>, _ shouting: Bool
  ) -> Bool {
    if sense.flags.isDisjoint(with: [.acronym, .lower]) {
      return fitsCapitalized(start, end, tokens)
    }
    return sense.flags.contains(.acronym)
      ? fitsAcronym(start, end, tokens, shouting) : fitsLower(start, end, tokens)
  }

  @inline(__always)
  private func fitsCapitalized(
    _ start: Int, _ end: Int, _ tokens: UnsafeBufferPointer<Token>
  ) -> Bool {
    let tail: TokenFlags = [.capitalized, .number, .mixedCase, .punctuation, .possessive]
    return !tokens[start].flags.isDisjoint(with: [.capitalized, .number])
      && !tokens[end - 1].flags.isDisjoint(with: tail)
  }

  /// "bin Laden", "al Qaeda", but no common words.
  @inline(never)
  private func fitsLower(
    _ start: Int, _ end: Int, _ tokens: UnsafeBufferPointer<Token>
  ) -> Bool {
    !tokens[start].flags.isDisjoint(with: [.capitalized, .mixedCase, .number])
      || (end - start > 1 && lexicon.classes(tokens[start].term).contains(.particle)
        && tokens[end - 1].flags.contains(.capitalized))
  }

  @inline(never)
  private func fitsAcronym(
    _ start: Int, _ end: Int, _ tokens: UnsafeBufferPointer<Token>, _ shouting: Bool
  ) -> Bool {
    if shouting, end - start == 1, lexicon.classes(tokens[start].term).contains(.common) {
      return false
    }
    let forms: TokenFlags = [
      .possessive, .allCaps, .mixedCase, .initial, .abbreviation, .hasDigit,
    ]
    for i in start..<end
    where tokens[i].flags.contains(.word) && tokens[i].flags.isDisjoint(with: forms) {
      return false
    }
    return true
  }
}
