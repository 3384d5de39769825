/// A noun phrase without what follows its head: "the elite force", "Qassem Soleimani", "he".
///
/// Phrases do not nest. "Iran's elite Quds Force" is two: "Iran" and "elite Quds Force", whose
/// ``possessor`` is the first; "the head of the army" is two, the second a complement of the first.
/// All indices are -1 where there is nothing.
struct NounPhrase: Sendable {
  /// Token range in the document, determiner included, the possessive ending excluded.
  var first: Int32
  var end: Int32
  /// Token of the head word; of a name the last word of its mention.
  var head: Int32
  /// Base form of the head word.
  var lemma: TermID
  var sentence: Int32
  var flags: NounPhraseFlags
  /// Token of the article, demonstrative or possessive pronoun that opens the phrase.
  var determiner: Int32 = -1
  /// Phrase in front of the possessive ending ("Iran" in "Iran's Quds Force").
  var possessor: Int32 = -1
  /// The phrase that this one is coordinated with and that stands before it ("X" of "X and Y").
  var previousConjunct: Int32 = -1
  var nextConjunct: Int32 = -1
  /// The phrase that this one renames ("the deputy head" → "Y" in "Y, the deputy head of Z,").
  var apposedTo: Int32 = -1
  /// Token of the preposition that the phrase (or its first conjunct) depends on.
  var preposition: Int32 = -1
  /// The phrase whose prepositional complement this is ("head" for "army" in "the head of the army").
  var governor: Int32 = -1
  /// First of its prepositional complements in ``Chunks/arguments``.
  var firstArgument: Int32 = -1
  /// The last of them, of no meaning without a first one.
  var lastArgument: Int32 = -1
  /// First verb group of a clause that modifies it: relative, participle or infinitive
  /// ("the general killed in Baghdad", "his decision to leave").
  var modifierVerb: Int32 = -1

  public var tokens: Range<Int> { Int(first)..<Int(end) }
}

/// What is known of a noun phrase besides its words.
struct NounPhraseFlags: OptionSet, Sendable {
  let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  static let plural = NounPhraseFlags(rawValue: 1 << 0)
  /// Opened by "the".
  static let definite = NounPhraseFlags(rawValue: 1 << 1)
  /// Opened by "a", "an", "another".
  static let indefinite = NounPhraseFlags(rawValue: 1 << 2)
  /// Opened by this, that, these, those.
  static let demonstrative = NounPhraseFlags(rawValue: 1 << 3)
  /// Opened by his, her, its, our…
  static let pronounPossessor = NounPhraseFlags(rawValue: 1 << 4)
  /// Opened by some, many, several, both or a number.
  static let quantified = NounPhraseFlags(rawValue: 1 << 5)
  /// Opened by no, neither: what its clause says is negated.
  static let negative = NounPhraseFlags(rawValue: 1 << 6)
  /// The head is a name.
  static let proper = NounPhraseFlags(rawValue: 1 << 7)
  static let pronoun = NounPhraseFlags(rawValue: 1 << 8)
  /// who, which, that as the subject or object of a relative clause.
  static let relative = NounPhraseFlags(rawValue: 1 << 9)
  /// The head is a person's name or a noun for a person.
  static let animate = NounPhraseFlags(rawValue: 1 << 10)
  static let male = NounPhraseFlags(rawValue: 1 << 11)
  static let female = NounPhraseFlags(rawValue: 1 << 12)
  /// The head is a day, month, year or span of time.
  static let time = NounPhraseFlags(rawValue: 1 << 13)
  /// The head's class is `force`: it stands for its country or body as an argument.
  static let force = NounPhraseFlags(rawValue: 1 << 14)
  /// Subject of a verb group.
  static let subject = NounPhraseFlags(rawValue: 1 << 15)
  /// Object (without a preposition) of a verb group.
  static let object = NounPhraseFlags(rawValue: 1 << 16)
  static let quoted = NounPhraseFlags(rawValue: 1 << 17)
  /// Depends on a preposition.
  static let oblique = NounPhraseFlags(rawValue: 1 << 18)
  /// Is the possessor of another phrase.
  static let possessor = NounPhraseFlags(rawValue: 1 << 19)
}

extension NounPhrase {
  /// Whether it names somebody or a body that can act.
  ///
  /// - Parameter head: classes of its head.
  func isActor(_ head: WordClass) -> Bool {
    !flags.isDisjoint(with: [.proper, .animate, .pronoun, .force])
      || !head.isDisjoint(with: [.nominalOrg, .nominalPlace, .people, .collective])
  }
}

/// A prepositional phrase as the argument of a verb group or the complement of a noun.
struct Argument: Sendable {
  /// Token of the preposition.
  var preposition: Int32
  /// Index of the (first conjunct's) noun phrase.
  var phrase: Int32
  /// The same governor's next argument in ``Chunks/arguments``, -1 at the end.
  var next: Int32 = -1
}
