/// Recognizes the names of persons, organizations and places.
///
/// Three passes over a document: running text, where lists, the parts of names and the words around
/// them decide; what the document says elsewhere (surnames of full names, acronyms, short forms);
/// and lines in capitals or title case, whose names are those of the body.
struct NameStage: Sendable {
  let lexicon: Lexicon
  let gazetteer: Gazetteer
  let weights: NameWeights
  let rules: NameRules
  let words: NameWords
  /// Bodies of which a country has one (list `official`).
  let officialHeads: TermSet
  /// Heads that may take "and" or "for" behind them (lists `org.and`, `org.for`).
  let andHeads: TermSet
  let forHeads: TermSet
  /// Words between two teams (list `versus`).
  let versus: TermSet
  /// Small words inside the names of bodies (list `body.mod`): "joint operation command".
  let bodyWords: TermSet
  /// First words of stations' names (list `station`).
  let stations: TermSet
  /// Small words that may open a surname (list `opener`): "von der Leyen".
  let openers: TermSet
  /// Titles in the names of parks and hospitals (list `royal`): Queen Elizabeth Hospital.
  let royals: TermSet
  /// Heads of places that belong to what stands before (list `county`): Lee County Circuit Judge.
  let counties: TermSet
  /// Words in front of "for" and a constituency (list `seat`): MP for Leeds East.
  let seats: TermSet
  /// Letters behind a person's name (list `degree`): QC, MBE.
  let degrees: TermSet
  /// Heads of bodies named for the title that they serve (list `office`).
  let offices: TermSet
  /// Small heads that belong to a place's name (list `place.inside`): Idlib province.
  let insideHeads: TermSet
  /// Words in front of "of" and the person to whom it was done (list `deed.of`): murder, arrest.
  let deeds: TermSet
  /// Words in front of "of" and somebody's home (list `native`).
  let natives: TermSet
  let ordinals: TermSet
  let patrons: TermSet
  let partisans: TermSet
  let firmRoles: TermSet
  /// Words that own a body's name (list `possessor`): People's Party.
  let possessors: TermSet

  // Reused from document to document.
  var matches: [Gazetteer.Match] = []
  var candidates: [NameCandidate] = []
  var isSport = false
  /// Whether a line in title case is being read, where a capital says nothing.
  var isTitleLine = false
  /// Behind the last name that reached further than its first word said.
  var consumed = 0
  var memory = NameMemory()

  init(lexicon: Lexicon, weights: NameWeights, lists: [(name: String, terms: [TermID])]) {
    self.lexicon = lexicon
    self.weights = weights
    func list(_ name: String) -> TermSet {
      TermSet(lists.first { $0.name == name }?.terms ?? [])
    }
    officialHeads = list("official")
    andHeads = list("org.and")
    forHeads = list("org.for")
    versus = list("versus")
    bodyWords = list("body.mod")
    stations = list("station")
    possessors = list("possessor")
    natives = list("native")
    ordinals = list("ordinal.of-body")
    patrons = list("patron")
    partisans = list("role.partisan")
    firmRoles = list("firm.role")
    deeds = list("deed.of")
    degrees = list("degree")
    offices = list("office")
    insideHeads = list("place.inside")
    seats = list("seat")
    openers = list("opener")
    royals = list("royal")
    counties = list("county")
    gazetteer = Gazetteer(lexicon: lexicon)
    rules = NameRules()
    words = NameWords(lexicon: lexicon)
  }

  /// Fills `mentions` (emptied first) with names and country adjectives in the order of the text;
  /// of two that start together the longer comes first.
  mutating func run(_ table: TokenTable, _ sentences: [Sentence], into mentions: inout [Mention]) {
    mentions.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    memory.removeAll()
    isSport = Self.isSport(table)
    findListed(table, sentences)
    for (index, sentence) in sentences.enumerated() where !Self.isLate(sentence.line) {
      findNames(in: sentence, index, table)
    }
    learn(table)
    reconsider(table)
    for (index, sentence) in sentences.enumerated() where Self.isLate(sentence.line) {
      findInHeadline(sentence, index, table)
    }
    // Only what was found late stands out of order.
    if !zip(candidates, candidates.dropFirst()).allSatisfy({ !Self.isBefore($1, $0) }) {
      candidates.sort(by: Self.isBefore)
    }
    agree(table)
    emit(table, into: &mentions)
  }

  private static func isBefore(_ a: NameCandidate, _ b: NameCandidate) -> Bool {
    a.first != b.first ? a.first < b.first : a.end > b.end
  }

  /// Lines that are read only when the body's names are known.
  static func isLate(_ line: LineKind) -> Bool { line == .capitals || line == .title }

  /// Whether a document is about sport: one word of fifty says so, or the slug of its headline and
  /// one of a hundred.
  private static func isSport(_ table: TokenTable) -> Bool {
    var count = 0
    for bits in table.classes where WordClass(rawValue: bits).contains(.sport) { count += 1 }
    guard count >= 3, let first = table.classes.first else { return false }
    let slug = WordClass(rawValue: first).contains(.sport)
    return count * (slug ? 100 : 50) >= table.classes.count
  }

  private mutating func findListed(_ table: TokenTable, _ sentences: [Sentence]) {
    matches.removeAll(keepingCapacity: true)
    matches.append(contentsOf: repeatElement(Gazetteer.Match(), count: table.tokens.count))
    for sentence in sentences {
      let shouting = sentence.line == .capitals
      let end = Int(sentence.end)
      for i in sentence.tokens {
        let flags = table.tokens[i].flags
        if flags.isDisjoint(with: [.capitalized, .mixedCase, .number, .hasDigit]) { continue }
        matches[i] = gazetteer.match(i, limit: end, in: table.tokens, shouting: shouting)
        // Listed names that open with small particles.
        var k = i - 1
        while k >= Int(sentence.first), i - k <= 3, isParticle(k, table) {
          let match = gazetteer.match(k, limit: end, in: table.tokens, shouting: shouting)
          if Int(match.end) > i { matches[k] = match }
          k -= 1
        }
      }
    }
  }

  /// The period of an abbreviation that ends a sentence belongs to the sentence ("He left Acme
  /// Corp.", "born in Fort Bend, Tex."), but a line may be no sentence ("FORT BEND, Tex.").
  private func textEnd(_ c: NameCandidate, _ table: TokenTable) -> Int32 {
    let last = table.tokens[Int(c.end) - 1]
    let closes =
      Int(c.end) >= table.tokens.count || table.tokens[Int(c.end)].flags.contains(.sentenceStart)
    guard closes, last.flags.contains(.abbreviation), last.length > 2 else { return last.end }
    if !classes(Int(c.end) - 1, table).contains(.orgSuffix) {
      var k = Int(c.end) - 1
      while k >= 0, Int(c.end) - k <= 6, !table.tokens[k].flags.contains(.lineStart) { k -= 1 }
      if Int(c.end) - k <= 6 { return last.end }
    }
    return last.end - 1
  }

  private func emit(_ table: TokenTable, into mentions: inout [Mention]) {
    for c in candidates {
      guard let kind = c.kind.entity else { continue }
      mentions.append(
        Mention(
          span: ByteSpan(start: table.tokens[Int(c.first)].start, end: textEnd(c, table)),
          first: c.first, end: c.end, kind: kind, form: c.form, rule: c.rule,
          canonical: c.canonical))
    }
  }
}

/// Ids of the stage's own decisions.
struct NameRules: Sendable {
  let context = EngineRule.id("engine/name.context")
  let surname = EngineRule.id("engine/name.surname")
  let acronym = EngineRule.id("engine/name.acronym")
  let short = EngineRule.id("engine/name.short")
  let capitals = EngineRule.id("engine/name.capitals")
  let table = EngineRule.id("engine/name.table")
  let adjective = EngineRule.id("engine/name.country-adjective")
  let head = EngineRule.id("engine/name.head")
}

/// Terms of the few words that the stage asks for by name.
struct NameWords: Sendable {
  let of, the, and, `for`, on, a, an, `in`, at, from, to, by, with, near, who, which, based, o,
    or, `class`: TermID

  init(lexicon: Lexicon) {
    of = lexicon.term("of")
    the = lexicon.term("the")
    and = lexicon.term("and")
    `for` = lexicon.term("for")
    on = lexicon.term("on")
    a = lexicon.term("a")
    an = lexicon.term("an")
    `in` = lexicon.term("in")
    at = lexicon.term("at")
    from = lexicon.term("from")
    to = lexicon.term("to")
    by = lexicon.term("by")
    with = lexicon.term("with")
    near = lexicon.term("near")
    who = lexicon.term("who")
    which = lexicon.term("which")
    based = lexicon.term("based")
    o = lexicon.term("o")
    or = lexicon.term("or")
    `class` = lexicon.term("class")
  }
}
