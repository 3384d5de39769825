/// A verb with its auxiliaries: "has been killed", "to withdraw", "did not meet".
///
/// Its noun phrases are indices into ``Chunks/nounPhrases``, first conjuncts where they are
/// coordinated; -1 where there is none.
struct VerbGroup: Sendable {
  /// Token range in the document from the first auxiliary to the particle.
  var first: Int32
  var end: Int32
  /// Token of the main verb.
  var head: Int32
  /// Base form of the main verb.
  var lemma: TermID
  var sentence: Int32
  var flags: VerbGroupFlags
  /// Token of the particle ("up" of "set up").
  var particle: Int32 = -1
  /// Surface subject; of a passive it is what suffers the action.
  var subject: Int32 = -1
  var object: Int32 = -1
  /// Second object ("gave *them* *a letter*": the object is the letter, this is them).
  var recipient: Int32 = -1
  /// Agent of a passive ("by X").
  var agent: Int32 = -1
  /// First prepositional argument in ``Chunks/arguments``.
  var firstArgument: Int32 = -1
  /// The last one, of no meaning without a first one.
  var lastArgument: Int32 = -1
  /// The verb group whose complement this is: "decided" of "decided to attack", "said" of "he said
  /// they left".
  var matrix: Int32 = -1
  /// Token of the preposition in front of a gerund ("of" in "accused of attacking").
  var preposition: Int32 = -1
  /// The phrase whose modifier or complement this is ("efforts to support X", "X killed in Y").
  var noun: Int32 = -1
  /// The verb group in front with which it is coordinated.
  var previousConjunct: Int32 = -1
  /// Quotation in ``Chunks/quotes`` that it stands in.
  var quote: Int32 = -1

  public var tokens: Range<Int> { Int(first)..<Int(end) }
}

/// Form, tense, polarity and modality of a verb group.
struct VerbGroupFlags: OptionSet, Sendable {
  let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  static let passive = VerbGroupFlags(rawValue: 1 << 0)
  static let past = VerbGroupFlags(rawValue: 1 << 1)
  static let present = VerbGroupFlags(rawValue: 1 << 2)
  static let future = VerbGroupFlags(rawValue: 1 << 3)
  static let perfect = VerbGroupFlags(rawValue: 1 << 4)
  static let progressive = VerbGroupFlags(rawValue: 1 << 5)
  /// Has tense: not an infinitive, participle or gerund.
  static let finite = VerbGroupFlags(rawValue: 1 << 6)
  static let infinitive = VerbGroupFlags(rawValue: 1 << 7)
  static let gerund = VerbGroupFlags(rawValue: 1 << 8)
  /// A participle without auxiliary: "the general killed in Baghdad".
  static let reduced = VerbGroupFlags(rawValue: 1 << 9)
  /// The main verb is a form of be.
  static let copula = VerbGroupFlags(rawValue: 1 << 10)
  /// not, never, no longer, fail to, deny.
  static let negated = VerbGroupFlags(rawValue: 1 << 11)
  /// will, would, may, plan to, threaten to, call for.
  static let possible = VerbGroupFlags(rawValue: 1 << 12)
  /// reportedly, allegedly, is said to have, according to X, X claims.
  static let reported = VerbGroupFlags(rawValue: 1 << 13)
  /// Inside a relative clause.
  static let relative = VerbGroupFlags(rawValue: 1 << 14)
  /// Inside if, unless, whether.
  static let conditional = VerbGroupFlags(rawValue: 1 << 15)
  /// A verb of saying.
  static let say = VerbGroupFlags(rawValue: 1 << 16)
}
