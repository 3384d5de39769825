/// What a word is in its sentence, after the context rules.
enum PartOfSpeech: UInt8, Sendable, CaseIterable {
  // Tags that are asked for together stand together: a set of them is a range of numbers.
  case other, punctuation
  case pronoun, noun, nounPlural, proper, number, adjective, determiner
  /// his, her, our: opens a noun phrase like a determiner and refers like a pronoun.
  case possessivePronoun
  case adverb, negation
  /// Base form: infinitive, imperative, present plural.
  case verbBase
  case verbPresent, verbPast
  /// Past participle, of a perfect, a passive or a reduced clause.
  case verbParticiple
  case verbIng
  /// A form of be, have or do in front of another verb.
  case auxiliary
  case modal
  /// The `to` of an infinitive.
  case infinitive
  /// The ending `'s` or `'`.
  case possessive
  case preposition, conjunction, subordinator
  /// who, which, that (relative), what, whose, where…
  case relative
  /// A preposition or adverb that belongs to the verb before it ("set up", "shot dead").
  case particle

  /// The tag with a raw value; `other` for what is none.
  @inline(__always)
  init(byte: UInt8) {
    // The raw values are the cases in their order, so that no table and no jump is needed.
    self = byte <= Self.particle.rawValue ? unsafeBitCast(byte, to: Self.self) : .other
  }

  public var isVerb: Bool {
    rawValue >= Self.verbBase.rawValue && rawValue <= Self.verbIng.rawValue
  }
  public var isNoun: Bool {
    rawValue >= Self.noun.rawValue && rawValue <= Self.number.rawValue
  }

  /// A bit for the tag alone, to make sets of tags.
  @inline(__always) var bit: UInt32 { 1 &<< UInt32(rawValue) }
}
