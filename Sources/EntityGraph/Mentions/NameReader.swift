/// What the passes over one document's names only read: its tokens, the lists, the weights.
///
/// Pointers that ``NameStage/run(_:_:_:into:)`` lends for the time of one document.
struct NameView {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let classBits: UnsafeBufferPointer<UInt64>
  let lemmas: UnsafeBufferPointer<TermID>
  /// The listed name that begins at each token.
  let matches: UnsafeMutableBufferPointer<Gazetteer.Match>
  let stops: NameStops
  let lists: UnsafeBufferPointer<UInt32>
  let weights: UnsafeBufferPointer<NameScores>
  let gazetteer: Gazetteer
  let rules: NameRules
  let words: NameWords
  let isSport: Bool
}

/// What the passes over one document's names find; reused from document to document.
struct NameState: Sendable {
  var candidates: [NameCandidate] = []
  var memory = NameMemory()
  /// Whether a line in title case is being read, where a capital says nothing.
  var isTitleLine = false
  /// Behind the last name that reached further than its first word said.
  var consumed = 0
}

/// The passes over one document's names: two machine words, so that they call each other at no cost.
struct NameReader {
  let view: UnsafePointer<NameView>
  let state: UnsafeMutablePointer<NameState>

  @inline(__always) var tokens: UnsafeBufferPointer<Token> { view.pointee.tokens }
  @inline(__always) var classBits: UnsafeBufferPointer<UInt64> { view.pointee.classBits }
  @inline(__always) var lemmas: UnsafeBufferPointer<TermID> { view.pointee.lemmas }
  @inline(__always) var matches: UnsafeMutableBufferPointer<Gazetteer.Match> {
    view.pointee.matches
  }
  @inline(__always) var lexicon: LexiconView { view.pointee.gazetteer.lexicon }
  @inline(__always) var gazetteer: Gazetteer { view.pointee.gazetteer }
  @inline(__always) var rules: NameRules { view.pointee.rules }
  @inline(__always) var words: NameWords { view.pointee.words }
  @inline(__always) var isSport: Bool { view.pointee.isSport }
  @inline(__always) var isTitleLine: Bool { state.pointee.isTitleLine }

  /// The lists that hold a word.
  @inline(__always)
  func lists(_ term: TermID) -> NameLists {
    let lists = view.pointee.lists
    return Int(term) < lists.count ? NameLists(rawValue: lists[Int(term)]) : []
  }

  @inline(__always)
  func score(_ features: NameFeatures) -> NameScores {
    NameWeights.score(features, view.pointee.weights)
  }

  /// Fills `mentions` with the names in the order of the text.
  func run(_ sentences: [Sentence], into mentions: inout [Mention]) {
    sentences.withUnsafeBufferPointer { findListed($0) }
    for index in sentences.indices where !Self.isLate(sentences[index].line) {
      findNames(in: sentences[index], index)
    }
    learn()
    reconsider()
    for index in sentences.indices where Self.isLate(sentences[index].line) {
      findInHeadline(sentences[index], index)
    }
    sort()
    agree()
    emit(into: &mentions)
    forgetListed()
  }

  /// Lines that are read only when the body's names are known.
  private static func isLate(_ line: LineKind) -> Bool { line == .capitals || line == .title }

  private static func isBefore(_ a: NameCandidate, _ b: NameCandidate) -> Bool {
    a.first != b.first ? a.first < b.first : a.end > b.end
  }

  /// Puts the candidates in the order of the text; only what was found late stands out of it.
  private func sort() {
    let isSorted = state.pointee.candidates.withUnsafeBufferPointer { all in
      var k = 1
      while k < all.count, !Self.isBefore(all[k], all[k - 1]) { k += 1 }
      return k >= all.count
    }
    if !isSorted { state.pointee.candidates.sort(by: Self.isBefore) }
  }

  /// Looks for listed names where one may begin: at a capital or number, and at the small particles
  /// in front of it. Marks where the other passes stop.
  private func findListed(_ sentences: UnsafeBufferPointer<Sentence>) {
    let (stops, gazetteer, tokens, matches) = (view.pointee.stops, gazetteer, tokens, matches)
    let opening: TokenFlags = [.word, .ordinal]
    var cursor = SentenceCursor(sentences)
    for word in stops.capitals.indices {
      var bits = stops.capitals[word]
      var starts: UInt64 = 0
      let behindOpeners = stops.behindOpeners(word)
      while bits != 0 {
        let i = word << 6 + bits.trailingZeroBitCount
        let bit = bits & (0 &- bits)
        bits ^= bit
        let root = gazetteer.lexicon.root(tokens[i].term)
        var match = Gazetteer.Match()
        if root != 0 {
          cursor.move(to: Int32(truncatingIfNeeded: i))
          match = gazetteer.match(
            i, root, limit: cursor.tokens.upperBound, in: tokens, shouting: cursor.isInCapitals)
        }
        matches[i] = match
        // A plain number that is not listed begins no name: where both are 0 no sign comes of it.
        let opens = UInt64(tokens[i].flags.rawValue & opening.rawValue) | UInt64(match.node)
        starts |= bit & (0 &- (0 &- opens) >> 63)
        if behindOpeners & bit != 0 {
          cursor.move(to: Int32(truncatingIfNeeded: i))
          findWithParticles(i, cursor.tokens, cursor.isInCapitals)
        }
      }
      stops.starts[word] |= starts
    }
  }

  /// Looks for listed names that open with the small particles in front of `i`.
  @inline(never)
  private func findWithParticles(_ i: Int, _ sentence: Range<Int>, _ shouting: Bool) {
    var k = i - 1
    while k >= sentence.lowerBound, i - k <= Self.openingParticles, isParticle(k) {
      let match = gazetteer.match(
        k, limit: sentence.upperBound, in: tokens, shouting: shouting)
      if Int(match.end) > i {
        matches[k] = match
        view.pointee.stops.markStart(k)
      }
      k -= 1
    }
  }

  /// Particles that may open a listed name.
  private static let openingParticles = 3

  /// Forgets the listed names where ``findListed(_:)`` put them, so that the next document finds
  /// none and nobody clears a match for each token.
  private func forgetListed() {
    let (stops, matches) = (view.pointee.stops, matches)
    for word in stops.capitals.indices {
      var bits = stops.capitals[word]
      var openedBits = bits & stops.behindOpeners(word)
      while bits != 0 {
        matches[word << 6 + bits.trailingZeroBitCount] = Gazetteer.Match()
        bits &= bits &- 1
      }
      while openedBits != 0 {
        let i = word << 6 + openedBits.trailingZeroBitCount
        openedBits &= openedBits &- 1
        for k in max(0, i - Self.openingParticles)..<i { matches[k] = Gazetteer.Match() }
      }
    }
  }

  /// The period of an abbreviation that ends a sentence belongs to the sentence ("He left Acme
  /// Corp.", "born in Fort Bend, Tex."), but a line may be no sentence ("FORT BEND, Tex.").
  private func textEnd(_ c: NameCandidate) -> Int32 {
    let last = tokens[Int(c.end) - 1]
    guard last.flags.contains(.abbreviation), last.length > 2 else { return last.end }
    let closes = Int(c.end) >= tokens.count || tokens[Int(c.end)].flags.contains(.sentenceStart)
    guard closes else { return last.end }
    if !classes(Int(c.end) - 1).contains(.orgSuffix) {
      var k = Int(c.end) - 1
      while k >= 0, Int(c.end) - k <= 6, !tokens[k].flags.contains(.lineStart) { k -= 1 }
      if Int(c.end) - k <= 6 { return last.end }
    }
    return last.end - 1
  }

  private func emit(into mentions: inout [Mention]) {
    for c in state.pointee.candidates {
      guard let kind = c.kind.entity else { continue }
      mentions.append(
        Mention(
          span: ByteSpan(start: tokens[Int(c.first)].start, end: textEnd(c)),
          first: c.first, end: c.end, kind: kind, form: c.form, rule: c.rule,
          canonical: c.canonical))
    }
  }
}
