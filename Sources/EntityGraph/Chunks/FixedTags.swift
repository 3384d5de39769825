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

  /// The tags that no capital changes.
  private static let anyCase: [PartOfSpeech] = [
    .determiner, .auxiliary, .conjunction, .number, .preposition, .subordinator, .relative,
    .negation,
  ]

  /// Where a level of ``kept(_:_:)`` stands in what ``kind(_:)`` says.
  static let level: UInt64 = 3 << 8

  private static let anyWord: UInt64 = 1 << 8
  private static let capital: UInt64 = 2 << 8
  private static let allCaps: UInt64 = 3 << 8

  /// What ``TagTables`` says of a kind of token: in the low byte the ``TagCode`` that it has whatever the
  /// word, then the level of what it leaves of the word's, and its ``SyntaxBits``.
  static func kind(_ token: TokenKind) -> UInt64 {
    let flags = TokenFlags(rawValue: UInt32(token.rawValue)).intersection(SyntaxBits.flags)
    let isNamed = token.name != NameMark.none
    let bits =
      UInt64(flags.rawValue) << SyntaxBits.flagShift | (isNamed ? SyntaxBits.named.rawValue : 0)
    return bits | (isNamed ? UInt64(inName(token)) : outsideNames(token))
  }

  private static func outsideNames(_ token: TokenKind) -> UInt64 {
    if token.isPunctuation { return UInt64(PartOfSpeech.punctuation.rawValue) }
    if token.isNumber { return UInt64(PartOfSpeech.number.rawValue) }
    if token.isPossessive { return UInt64(TagCode.possessive) }
    return !token.isCapitalized ? anyWord : token.isAllCaps ? allCaps : capital
  }

  /// The code of a token of a name, where it needs no look around.
  private static func inName(_ token: TokenKind) -> UInt8 {
    if token.isPunctuation {
      // "Procter & Gamble" is one name.
      let isInside = token.isAmpersand && token.name == NameMark.inside
      return (isInside ? PartOfSpeech.proper : .punctuation).rawValue
    }
    if token.isPossessive { return TagCode.possessive }
    if token.name == NameMark.adjective { return PartOfSpeech.adjective.rawValue }
    return token.isCapitalized || token.isNumber ? PartOfSpeech.proper.rawValue : 0
  }

  /// What is left of a word's ``TagCode`` where the token is of a level: nothing, all, or what a capital
  /// does not change ("The" but "in May").
  static func kept(_ code: UInt8, _ level: Int) -> UInt8 {
    switch UInt64(level) << 8 {
    case anyWord: return code
    case capital, allCaps:
      let tag = TagCode.tag(code)
      // "the IT firm".
      let isKept = anyCase.contains(tag) || tag == .pronoun && UInt64(level) << 8 == capital
      return isKept ? code : 0
    default: return 0
    }
  }
}
