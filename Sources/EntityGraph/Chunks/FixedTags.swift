/// Tags that a word has whatever stands around it: those of most words, which so cost no
/// decision.
///
/// ``SyntaxWords`` keeps them for words of closed classes, ``TagTables`` for the rest.
enum FixedTags {
  /// The ``TagCode`` of a word of a closed class; that of `other` for one of an open class, and where it
  /// depends.
  static func closed(_ word: SyntaxBits, _ known: WordClass) -> UInt8 {
    let tag = closedTag(word, known)
    return tag == .other ? question(word, known) : tag.rawValue | TagCode.variant(tag, word)
  }

  /// What decides about a word that ``closedTag(_:_:)`` leaves open, where it is one thing alone.
  private static func question(_ word: SyntaxBits, _ known: WordClass) -> UInt8 {
    let classes = known.intersection(Tagger.closed)
    let asked = word.intersection(Tagger.asked)
    if classes.contains(.number) { return 0 }
    if asked.contains(.to) { return TagCode.to }
    if asked.contains(.that) { return TagCode.that }
    if asked.contains(.possessivePronoun) { return TagCode.possessivePronoun }
    guard classes.isDisjoint(with: [.neg, .modal, .aux, .conj]) else { return 0 }
    if !asked.isEmpty, asked.isSubset(of: [.demonstrative, .quantifier]) {
      return classes.contains(.prep) ? 0 : TagCode.determiner
    }
    guard known.isDisjoint(with: Tagger.verbal), classes.contains(.prep),
      classes.isDisjoint(with: [.det])
    else { return 0 }
    if asked == .particle { return classes.contains(.pron) ? 0 : TagCode.particle }
    let opens = asked.contains(.opensClause) && asked.isSubset(of: [.opensClause, .particle])
    return opens ? TagCode.opensClause : 0
  }

  private static func closedTag(_ word: SyntaxBits, _ known: WordClass) -> PartOfSpeech {
    guard Tagger.closedBits(known.rawValue, word.rawValue) != 0 else { return .other }
    let classes = known.intersection(Tagger.closed)
    let asked = word.intersection(Tagger.asked)
    if !asked.isDisjoint(with: [.be, .have, .does]),
      asked.isDisjoint(with: [.to, .that, .relative, .possessivePronoun]),
      !classes.contains(.number)
    {
      return .auxiliary
    }
    if !asked.isEmpty, asked.isSubset(of: [.definite, .indefinite]), classes.isSubset(of: .det) {
      return .determiner
    }
    if asked == .coordinator, classes == .conj { return .conjunction }
    if asked == .relative, !classes.contains(.number) { return .relative }
    if asked == .negative, classes.isDisjoint(with: [.number, .prep, .det]) { return .negation }
    // "in May": a capital could make a name of these.
    guard known.isDisjoint(with: [.weekday, .month]) else { return .other }
    if asked == .conditional, !classes.isEmpty, classes.isSubset(of: [.conj, .sub, .wh, .pron]) {
      return classes.contains(.conj) ? .conjunction : .subordinator
    }
    if asked == .opensClause, !known.contains(.adv), !classes.isEmpty,
      classes.isSubset(of: [.sub, .wh, .pron])
    {
      return .subordinator
    }
    guard asked.isEmpty else { return .other }
    switch classes {
    case .conj: return .conjunction
    case .number: return .number
    case .pron: return .pronoun
    case .prep where known.isDisjoint(with: Tagger.verbal): return .preposition
    case .modal where !known.contains(.noun): return .modal
    case .neg: return .negation
    case .sub, .wh, [.sub, .wh]: return .subordinator
    default: return .other
    }
  }

  /// How far the first open class is moved to stand in the low bit.
  static let firstOpen = UInt64(WordClass.noun.rawValue.trailingZeroBitCount)

  /// The tag of a word of an open class that is in no other one.
  static func open(_ known: WordClass) -> PartOfSpeech {
    switch known {
    case .noun: .noun
    case .nounPlural: .nounPlural
    case .adj: .adjective
    case .adv: .adverb
    default: .other
    }
  }

  /// The tags that a capital does not change ("The" but "in May").
  private static let anyCase: [PartOfSpeech] = [
    .determiner, .auxiliary, .conjunction, .number, .preposition, .subordinator, .relative,
    .negation,
  ]

  /// What ``TagTables`` keeps for a kind of token.
  static func kind(_ token: TokenKind) -> UInt64 {
    if token.name != NameMark.none, token.isPossessive, !token.isPunctuation { return possessive }
    if token.name != NameMark.none { return given(inName(token)) }
    if token.isPunctuation { return given(.punctuation) }
    if token.isNumber { return given(.number) }
    if token.isPossessive { return possessive }
    guard token.isCapitalized else { return UInt64(UInt32.max) }
    let kept = anyCase.reduce(0) { $0 | $1.bit }
    // "the IT firm".
    return UInt64(token.isAllCaps ? kept : kept | PartOfSpeech.pronoun.bit)
  }

  /// The tag of a token of a name, where it needs no look around.
  private static func inName(_ token: TokenKind) -> PartOfSpeech {
    if token.isPunctuation {
      // "Procter & Gamble" is one name.
      return token.isNumber && token.name == NameMark.inside ? .proper : .punctuation
    }
    if token.name == NameMark.adjective { return .adjective }
    return token.isCapitalized || token.isNumber ? .proper : .other
  }

  private static let possessive = UInt64(TagCode.possessive) << 32

  private static func given(_ tag: PartOfSpeech) -> UInt64 { UInt64(tag.rawValue) << 32 }
}
