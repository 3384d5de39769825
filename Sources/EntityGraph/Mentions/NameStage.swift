/// Recognizes the names of persons, organizations and places.
///
/// Three passes over a document: running text, where lists, the parts of names and the words around
/// them decide; what the document says elsewhere (surnames of full names, acronyms, short forms);
/// and lines in capitals or title case, whose names are those of the body.
struct NameStage: Sendable {
  let weights: NameWeights
  private let lexicon: Lexicon
  private let rules = NameRules()
  private let words: NameWords
  private let lists: TermTable<UInt32>
  private let marks: [TermID]

  // Reused from document to document.
  /// No match at any token between documents.
  private var matches: [Gazetteer.Match] = []
  private var stops: [UInt64] = []
  private var state = NameState()

  /// What was weighed in the last document, in the order of the text.
  var candidates: [NameCandidate] { state.candidates }

  init(lexicon: Lexicon, weights: NameWeights, lists: [(name: String, terms: [TermID])]) {
    self.lexicon = lexicon
    self.weights = weights
    self.lists = NameLists.table(lists)
    marks = Gazetteer.markTerms(lexicon)
    words = NameWords(lexicon: lexicon)
  }

  /// Fills `mentions` (emptied first) with names and country adjectives in the order of the text;
  /// of two that start together the longer comes first.
  mutating func run(
    _ text: [UInt8], _ table: TokenTable, _ sentences: [Sentence], into mentions: inout [Mention]
  ) {
    mentions.removeAll(keepingCapacity: true)
    state.candidates.removeAll(keepingCapacity: true)
    state.memory.removeAll()
    if table.tokens.isEmpty { return }
    let more = table.tokens.count - matches.count
    if more > 0 { matches.append(contentsOf: repeatElement(Gazetteer.Match(), count: more)) }
    let missing = NameStops.memory(table.tokens.count) - stops.count
    if missing > 0 { stops.append(contentsOf: repeatElement(0, count: missing)) }
    text.withUnsafeBufferPointer { text in
      withView(of: table, text) { view, state in
        withUnsafePointer(to: view) {
          NameReader(view: $0, state: state).run(sentences, into: &mentions)
        }
      }
    }
  }

  /// Lends what a document's passes look at; valid within `body` only.
  private mutating func withView(
    of table: TokenTable, _ text: UnsafeBufferPointer<UInt8>,
    _ body: (NameView, UnsafeMutablePointer<NameState>) -> Void
  ) {
    let (lexicon, rules, words) = (lexicon, rules, words)
    table.tokens.withUnsafeBufferPointer { tokens in
      table.classes.withUnsafeBufferPointer { classes in
        table.lemmas.withUnsafeBufferPointer { lemmas in
          lists.withBits { lists in
            weights.withPoints { weights in
              marks.withUnsafeBufferPointer { marks in
                matches.withUnsafeMutableBufferPointer { memory in
                  let matches = UnsafeMutableBufferPointer(rebasing: memory[0..<tokens.count])
                  stops.withUnsafeMutableBufferPointer { memory in
                    withUnsafeMutablePointer(to: &state) { state in
                      var sport = 0
                      let stops = NameStops(tokens, classes, in: memory, sport: &sport)
                      body(
                        NameView(
                          text: text, tokens: tokens, classBits: classes, lemmas: lemmas,
                          matches: matches,
                          stops: stops, lists: lists, weights: weights,
                          gazetteer: Gazetteer(lexicon: lexicon.view, markTerms: marks),
                          rules: rules, words: words, isSport: Self.isSport(sport, classes)),
                        state)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Whether a document with so many words of sport is about it: one word of fifty says so, or the
  /// slug of its headline and one of a hundred.
  private static func isSport(_ count: Int, _ classes: UnsafeBufferPointer<UInt64>) -> Bool {
    guard count >= 3, let first = classes.first else { return false }
    let slug = WordClass(rawValue: first).contains(.sport)
    return count * (slug ? 100 : 50) >= classes.count
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
  let of, the, and, `for`, on, a, an, `in`, at, from, to, by, with, near, against, who, which,
    based, o,
    or, `class`, party, i: TermID
  /// The highest term of the words that may stand in front of a name.
  let last: TermID

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
    against = lexicon.term("against")
    who = lexicon.term("who")
    which = lexicon.term("which")
    based = lexicon.term("based")
    o = lexicon.term("o")
    or = lexicon.term("or")
    `class` = lexicon.term("class")
    party = lexicon.term("party")
    i = lexicon.term("i")
    last = max(
      the, a, an, `in`, at, from, of, to, by, with, `for`, near, and)
  }
}
