/// What single words do in a sentence beyond their word classes.
struct SyntaxBits: OptionSet, Sendable {
  let rawValue: UInt64
  // What a determiner says of its phrase, in the order of ``NounPhraseFlags``: see
  // ``NounPhraseFlags/init(determiner:)``.
  static let definite = SyntaxBits(rawValue: 1 << 0)
  static let indefinite = SyntaxBits(rawValue: 1 << 1)
  static let demonstrative = SyntaxBits(rawValue: 1 << 2)
  static let of = SyntaxBits(rawValue: 1 << 3)
  static let quantifier = SyntaxBits(rawValue: 1 << 4)
  static let negative = SyntaxBits(rawValue: 1 << 5)
  static let by = SyntaxBits(rawValue: 1 << 6)
  static let to = SyntaxBits(rawValue: 1 << 7)
  static let be = SyntaxBits(rawValue: 1 << 8)
  static let have = SyntaxBits(rawValue: 1 << 9)
  static let does = SyntaxBits(rawValue: 1 << 10)
  static let that = SyntaxBits(rawValue: 1 << 11)
  static let relative = SyntaxBits(rawValue: 1 << 12)
  static let conditional = SyntaxBits(rawValue: 1 << 13)
  /// he, she, they: a finite verb follows.
  static let nominative = SyntaxBits(rawValue: 1 << 14)
  static let possessivePronoun = SyntaxBits(rawValue: 1 << 15)
  static let coordinator = SyntaxBits(rawValue: 1 << 16)
  static let future = SyntaxBits(rawValue: 1 << 17)
  /// Can open a clause as well as a phrase: after, before, since, as.
  static let opensClause = SyntaxBits(rawValue: 1 << 18)
  /// want, plan, threaten: what they govern has not happened.
  static let possibleVerb = SyntaxBits(rawValue: 1 << 19)
  /// fail, refuse, deny.
  static let negativeVerb = SyntaxBits(rawValue: 1 << 20)
  /// claim, allege: what they govern is hearsay.
  static let reportedVerb = SyntaxBits(rawValue: 1 << 21)
  /// reportedly, allegedly.
  static let reportedAdverb = SyntaxBits(rawValue: 1 << 22)
  /// give, send, offer: take two objects.
  static let ditransitive = SyntaxBits(rawValue: 1 << 23)
  /// promise, vow: the subject acts although an object stands in between.
  static let subjectControl = SyntaxBits(rawValue: 1 << 24)
  /// up, out, down: belongs to the verb before it.
  static let particle = SyntaxBits(rawValue: 1 << 25)
  /// Says or thinks: a clause without "that" may follow.
  static let clausal = SyntaxBits(rawValue: 1 << 26)
  static let according = SyntaxBits(rawValue: 1 << 27)
  /// led, owned: as a participle it describes the noun next to it, whoever acts.
  static let describing = SyntaxBits(rawValue: 1 << 36)
  /// "where".
  static let place = SyntaxBits(rawValue: 1 << 30)
  /// press, appeal, wait: "call on X to leave" has X leave.
  static let obliqueControl = SyntaxBits(rawValue: 1 << 31)
  static let inside = SyntaxBits(rawValue: 1 << 32)
  /// remain, become, seem: an adjective or participle follows.
  static let copular = SyntaxBits(rawValue: 1 << 33)
  /// help, make, let: a base form may follow.
  static let bare = SyntaxBits(rawValue: 1 << 34)
  /// of, with, from, for: "accused X of doing", the object does it.
  static let objectGerund = SyntaxBits(rawValue: 1 << 35)
  /// least, most: "at least 20 soldiers".
  static let least = SyntaxBits(rawValue: 1 << 28)
  static let than = SyntaxBits(rawValue: 1 << 37)
  /// "Under Secretary": the word in front can be a part of the title.
  static let secretary = SyntaxBits(rawValue: 1 << 63)
  /// What it governs are two.
  static let between = SyntaxBits(rawValue: 1 << 38)
  /// "both": names two phrases behind it.
  static let both = SyntaxBits(rawValue: 1 << 40)
  /// have, are, were: the subject is a plural.
  static let plural = SyntaxBits(rawValue: 1 << 46)
  /// accuse, urge: what somebody says, so that it goes on with his "said" rather than with what he says.
  static let stance = SyntaxBits(rawValue: 1 << 45)
  /// "including".
  static let among = SyntaxBits(rawValue: 1 << 39)
  static let accusative = SyntaxBits(rawValue: 1 << 29)
  /// "there": stands where the subject would, and a verb behind it opens a clause.
  static let existential = SyntaxBits(rawValue: 1 << 62)

  // What ``ChunkStage`` adds of the token itself, so that one load answers most questions.

  /// ``TokenFlags`` of the same names.
  static let number = SyntaxBits(rawValue: 1 << 41)
  static let punctuation = SyntaxBits(rawValue: 1 << 42)
  static let capitalized = SyntaxBits(rawValue: 1 << 43)
  static let possessive = SyntaxBits(rawValue: 1 << 51)
  /// Part of a name: its ``NameMark`` is not `none`.
  static let named = SyntaxBits(rawValue: 1 << 60)
  /// A word of a closed class, or one that ``Tagger`` knows by itself.
  static let closed = SyntaxBits(rawValue: 1 << 61)

  /// Where the ``TagCode`` of a word of a closed class stands, if it has but one tag: see ``FixedTags``.
  static let codeShift: UInt64 = 52

  init(fixedCode code: UInt8) { rawValue = UInt64(code) << Self.codeShift }
  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// How far flags of tokens are moved to stand here.
  static let flagShift: UInt64 = 40
  static let flags: TokenFlags = [.number, .punctuation, .capitalized, .possessive]
}

/// The words that the chunk stage must know by name, looked up once.
///
/// The grammar's closed classes are fixed here; verbs that change the standing of what they govern
/// come from the lists `possible`, `negative`, `reported`, `clausal`, `ditransitive`, `hearsay`,
/// `verb.particle`, `describing`, `stance`, `subject-control` and `oblique-control` of the packs.
struct SyntaxWords: Sendable {
  private var bits: TermTable<UInt64>
  let byTerm: TermID
  private let under: TermID

  @inline(__always) subscript(_ term: TermID) -> SyntaxBits {
    SyntaxBits(rawValue: bits[term])
  }

  /// The bits while a document is read.
  struct View {
    /// One a term up to the last that has any; never empty, and the first, of no word, has none.
    fileprivate let bits: UnsafeBufferPointer<UInt64>
    let under: TermID

    /// Without a branch: what lies behind the end is read as the first.
    @inline(__always) subscript(_ term: TermID) -> SyntaxBits {
      let isInside = (Int(term) &- bits.count) >> 63
      return SyntaxBits(rawValue: bits[Int(term) & isInside])
    }
  }

  /// Lends the bits, which are valid within `body` only.
  func withView(_ body: (View) -> Void) { bits.withBits { body(View(bits: $0, under: under)) } }

  /// - Parameters:
  ///   - term: the id of a word, 0 if unknown.
  ///   - list: the members of a list of the packs.
  init(term: (String) -> TermID, list: (String) -> [TermID]) {
    var bits = TermTable<UInt64>()
    // So that there is an entry for no word.
    bits.add(0, to: 1)
    for (words, flag) in Self.closed {
      let flag = Self.marked(flag)
      for word in words.utf8.split(separator: UInt8(ascii: " ")) {
        bits.add(flag.rawValue, to: term(String(Substring(word))))
      }
    }
    for (name, flag) in Self.lists {
      let flag = Self.marked(flag)
      for id in list(name) { bits.add(flag.rawValue, to: id) }
    }
    self.bits = bits
    byTerm = term("by")
    under = term("under")
  }

  /// Words that ``Tagger`` knows by themselves are marked as such.
  private static func marked(_ flag: SyntaxBits) -> SyntaxBits {
    flag.isDisjoint(with: Tagger.asked) ? flag : flag.union(.closed)
  }

  private static let lists: [(String, SyntaxBits)] = [
    ("possible", .possibleVerb), ("negative", .negativeVerb), ("reported", .reportedVerb),
    ("clausal", .clausal), ("ditransitive", .ditransitive),
    ("subject-control", .subjectControl), ("oblique-control", .obliqueControl),
    ("hearsay", .reportedAdverb),
    ("stance", .stance), ("verb.particle", .particle), ("describing", .describing),
  ]

  private static let closed: [(String, SyntaxBits)] = [
    ("the", .definite), ("a an another", .indefinite),
    ("this that these those such", .demonstrative),
    (
      "some many several both few all each every any most more much various numerous certain",
      .quantifier
    ),
    ("no neither not n't never nor nobody none without hardly scarcely barely", .negative),
    ("of", .of), ("by", .by), ("to", .to),
    ("be is are was were am been being 're 'm isn't wasn't", .be),
    ("have has had having 've", .have), ("do does did", .does),
    ("that", .that), ("there", .existential), ("who whom which whose where", .relative),
    ("if unless whether should", .conditional), ("he she they we i who", .nominative),
    ("him them me us", .accusative), ("where", .place), ("in", .inside),
    ("of with from for", .objectGerund), ("least most", .least), ("than", .than),
    ("secretary", .secretary),
    ("remain become seem appear stay", .copular), ("help make let see", .bare),
    ("his her its their our my your whose", .possessivePronoun),
    ("and or nor but & plus", .coordinator),
    ("will 'll shall wo 'd would", .future),
    (
      "after before since until till as while once although though because when whereas",
      .opensClause
    ),
    ("according", .according), ("between", .between), ("both", .both), ("have are were", .plural),
    ("including", .among),
  ]
}

extension SyntaxWords {
  /// Looks the words up in what packs define.
  init(knowledge: Knowledge) {
    self.init(term: { knowledge.lexicon.term($0) }, list: { knowledge.list($0) })
    let lexicon = knowledge.lexicon
    bits.update(below: 4096) { term, bits in
      if term == 0 { return bits }
      let code = FixedTags.closed(SyntaxBits(rawValue: bits), lexicon.classes(term))
      return bits | SyntaxBits(fixedCode: code).rawValue
    }
  }
}
