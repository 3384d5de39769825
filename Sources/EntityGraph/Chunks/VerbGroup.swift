/// A verb with its auxiliaries: "has been killed", "to withdraw", "did not meet".
///
/// Its noun phrases are indices into ``Chunks/nounPhrases``, first conjuncts where they are
/// coordinated; -1 where there is none.
public struct VerbGroup: Sendable {
  /// Token range in the document from the first auxiliary to the particle.
  public var first: Int32
  public var end: Int32
  /// Token of the main verb.
  public var head: Int32
  /// Base form of the main verb.
  public var lemma: TermID
  public var sentence: Int32
  public var flags: VerbGroupFlags
  /// Token of the particle ("up" of "set up").
  public var particle: Int32 = -1
  /// Surface subject; of a passive it is what suffers the action.
  public var subject: Int32 = -1
  public var object: Int32 = -1
  /// Second object ("gave *them* *a letter*": the object is the letter, this is them).
  public var recipient: Int32 = -1
  /// Agent of a passive ("by X").
  public var agent: Int32 = -1
  /// First prepositional argument in ``Chunks/arguments``.
  public var firstArgument: Int32 = -1
  /// The verb group whose complement this is: "decided" of "decided to attack", "said" of "he said
  /// they left".
  public var matrix: Int32 = -1
  /// Token of the preposition in front of a gerund ("of" in "accused of attacking").
  public var preposition: Int32 = -1
  /// The phrase whose modifier or complement this is ("efforts to support X", "X killed in Y").
  public var noun: Int32 = -1
  /// The verb group in front with which it is coordinated.
  public var previousConjunct: Int32 = -1
  /// Quotation in ``Chunks/quotes`` that it stands in.
  public var quote: Int32 = -1

  @inlinable public var tokens: Range<Int> { Int(first)..<Int(end) }
}

/// Form, tense, polarity and modality of a verb group.
public struct VerbGroupFlags: OptionSet, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let passive = VerbGroupFlags(rawValue: 1 << 0)
  public static let past = VerbGroupFlags(rawValue: 1 << 1)
  public static let present = VerbGroupFlags(rawValue: 1 << 2)
  public static let future = VerbGroupFlags(rawValue: 1 << 3)
  public static let perfect = VerbGroupFlags(rawValue: 1 << 4)
  public static let progressive = VerbGroupFlags(rawValue: 1 << 5)
  /// Has tense: not an infinitive, participle or gerund.
  public static let finite = VerbGroupFlags(rawValue: 1 << 6)
  public static let infinitive = VerbGroupFlags(rawValue: 1 << 7)
  public static let gerund = VerbGroupFlags(rawValue: 1 << 8)
  /// A participle without auxiliary: "the general killed in Baghdad".
  public static let reduced = VerbGroupFlags(rawValue: 1 << 9)
  /// The main verb is a form of be.
  public static let copula = VerbGroupFlags(rawValue: 1 << 10)
  /// not, never, no longer, fail to, deny.
  public static let negated = VerbGroupFlags(rawValue: 1 << 11)
  /// will, would, may, plan to, threaten to, call for.
  public static let possible = VerbGroupFlags(rawValue: 1 << 12)
  /// reportedly, allegedly, is said to have, according to X, X claims.
  public static let reported = VerbGroupFlags(rawValue: 1 << 13)
  /// Inside a relative clause.
  public static let relative = VerbGroupFlags(rawValue: 1 << 14)
  /// Inside if, unless, whether.
  public static let conditional = VerbGroupFlags(rawValue: 1 << 15)
  /// A verb of saying.
  public static let say = VerbGroupFlags(rawValue: 1 << 16)
}
