/// Tags of words of open classes that follow from what they can be and what stands before, or from
/// whether a noun phrase goes on behind them as well.
///
/// ``Tagger/open(_:_:_:)`` looks most words up here: one entry for each ``Context`` and set of open
/// classes, worked out when it is first asked for. Each says what the rules of
/// ``Tagger/decide(_:_:_:_:)`` come to where their other conditions cannot hold.
enum OpenTags {
  /// What of the ``Tagger/State`` the rules ask for.
  enum Context: UInt8 {
    case unsure
    case base, have, be, beWithin
    case inside
    case subject, object
    case name, nameFinite, noun, nounFinite, plural, pluralFinite
    case preposition, subordinator, conjunction, punctuation, verb, rest
  }

  /// The tag where no noun phrase goes on behind the word, and where one does; `other` where more is
  /// to be asked.
  struct Choice {
    let end: PartOfSpeech
    let more: PartOfSpeech

    init(end: PartOfSpeech, more: PartOfSpeech) {
      self.end = end
      self.more = more
    }

    init(_ tag: PartOfSpeech) { self.init(end: tag, more: tag) }

    static let unsure = Choice(.other)
  }

  /// A ``Choice`` in memory: five bits for each tag, and what to do.
  struct Entry {
    var rawValue: UInt16 = 0

    /// 1 if the tag is the same whatever stands behind the word.
    static let isSure: UInt16 = 1 << 10
    /// 1 if what stands behind the word decides.
    static let isOpen: UInt16 = 1 << 11
    static let isKnown: UInt16 = 1 << 12

    init() {}

    init(_ choice: Choice) {
      let (end, more) = (choice.end.rawValue, choice.more.rawValue)
      let kind = end != more ? Self.isOpen : choice.end != .other ? Self.isSure : 0
      rawValue = UInt16(end) | UInt16(more) << 5 | kind | Self.isKnown
    }

    @inline(__always)
    var end: PartOfSpeech { PartOfSpeech(byte: UInt8(truncatingIfNeeded: rawValue & 31)) }
    @inline(__always)
    var more: PartOfSpeech { PartOfSpeech(byte: UInt8(truncatingIfNeeded: rawValue >> 5 & 31)) }
  }

  /// How many entries there are: 32 contexts, nine open classes.
  static let count = 32 << 9

  // MARK: Contexts

  /// How many contexts are kept: by the bits of the state that matter, see ``index(_:)``.
  static let contextCount = 1 << 11

  /// Flags but for the plural, and the last tag.
  @inline(__always)
  static func index(_ state: Tagger.State) -> Int {
    let bits = state.rawValue
    return Int(bits & 0x1F | bits >> 1 & 0x7E0)
  }

  static func context(at index: Int) -> Context {
    let bits = UInt32(truncatingIfNeeded: index)
    return context(Tagger.State(rawValue: bits & 0x1F | (bits & 0x7E0) << 1))
  }

  private static func context(_ state: Tagger.State) -> Context {
    let previous = state.previous
    if state.expectsBase { return .base }
    if state.afterHave { return .have }
    if state.afterBe { return !state.open && previous == .auxiliary ? .be : .beWithin }
    if state.open { return .inside }
    switch previous {
    case .pronoun: return state.accusative ? .object : .subject
    case .relative: return .subject
    case .proper: return state.hasFinite ? .nameFinite : .name
    case .noun: return state.hasFinite ? .nounFinite : .noun
    case .nounPlural: return state.hasFinite ? .pluralFinite : .plural
    case .preposition: return .preposition
    case .subordinator: return .subordinator
    case .conjunction: return .conjunction
    case .punctuation: return .punctuation
    case .auxiliary, .modal: return .unsure
    default: return previous.isVerb ? .verb : .rest
    }
  }

  // MARK: Choices

  static func choice(_ context: Context, _ can: WordClass) -> Choice {
    if can == .adv { return Choice(.adverb) }
    let isVerbal = !can.isDisjoint(with: Tagger.verbal)
    switch context {
    case .unsure: return .unsure
    case .base: return can.contains(.verb) && !can.contains(.adv) ? Choice(.verbBase) : .unsure
    case .have:
      let isForm = !can.isDisjoint(with: [.verbPart, .verbPast])
      return isForm && !can.contains(.adv) ? Choice(.verbParticiple) : .unsure
    case .be, .beWithin:
      if can.contains(.adv) { return .unsure }
      if can.contains(.verbIng) { return Choice(.verbIng) }
      if can.contains(.verbPart) { return Choice(.verbParticiple) }
      return context == .be ? anything(can) : .unsure
    case .inside: return inside(can)
    case .subject: return finite(can).map { Choice($0) } ?? anything(can)
    case .name: return afterName(can)
    case .noun, .object: return afterNoun(can, hasFinite: false, isPlural: false)
    // There is no relative pronoun in front of a name where the clause has its verb.
    case .nameFinite, .nounFinite: return afterNoun(can, hasFinite: true, isPlural: false)
    case .plural: return afterNoun(can, hasFinite: false, isPlural: true)
    case .pluralFinite: return afterNoun(can, hasFinite: true, isPlural: true)
    case .preposition, .subordinator: return can.contains(.verbIng) ? .unsure : anything(can)
    case .conjunction: return isVerbal ? .unsure : anything(can)
    case .punctuation: return afterPunctuation(can)
    case .verb:
      let isVerb = can.contains(.verb) || can.contains(.verbIng) && !can.contains(.adj)
      return isVerb ? .unsure : anything(can)
    case .rest: return anything(can)
    }
  }

  private static func finite(_ can: WordClass) -> PartOfSpeech? {
    if can.contains(.verbPast) { return .verbPast }
    if can.contains(.verb3sg) { return .verbPresent }
    return can.contains(.verb) ? .verbBase : nil
  }

  /// Of a word that can be an adjective.
  private static func adjective(_ can: WordClass) -> Choice {
    let noun: PartOfSpeech = can.contains(.nounPlural) ? .nounPlural : .noun
    if can.contains(.noun) { return Choice(end: noun, more: .adjective) }
    return Choice(end: can.contains(.nounPlural) ? .nounPlural : .adjective, more: .adjective)
  }

  private static func inside(_ can: WordClass) -> Choice {
    if !can.isDisjoint(with: [.verbPast, .verbPart]) { return .unsure }
    if can.contains(.adj) { return adjective(can) }
    if can.contains(.verbIng), !can.contains(.noun) { return .unsure }
    if can.contains(.adv), !can.contains(.noun) { return Choice(.adverb) }
    if can.contains(.nounPlural) { return Choice(.nounPlural) }
    if can.contains(.noun) { return Choice(.noun) }
    // Only forms of verbs are left.
    return Choice(finite(can) ?? .noun)
  }

  private static func anything(_ can: WordClass) -> Choice {
    if can.contains(.adj) {
      if can.contains(.adv), !can.contains(.noun) { return Choice(end: .other, more: .adjective) }
      return adjective(can)
    }
    if can.contains(.adv), !can.contains(.noun) { return Choice(.adverb) }
    if can.contains(.nounPlural) { return Choice(.nounPlural) }
    if can.contains(.noun) { return Choice(.noun) }
    if can.contains(.verbPart) { return .unsure }
    if can.contains(.verbIng) { return Choice(.verbIng) }
    return Choice(finite(can) ?? .noun)
  }

  /// As ``afterNoun(_:hasFinite:isPlural:)``, and the same tag where a relative pronoun stands before
  /// the name.
  private static func afterName(_ can: WordClass) -> Choice {
    if can.contains(.noun), can.contains(.verb) { return .unsure }
    if can.contains(.verbPast), !can.contains(.noun) { return Choice(.verbPast) }
    let choice = afterNoun(can, hasFinite: false, isPlural: false)
    guard let verb = finite(can) else { return choice }
    return choice.end == verb && choice.more == verb ? choice : .unsure
  }

  private static func afterNoun(_ can: WordClass, hasFinite: Bool, isPlural: Bool) -> Choice {
    let noun = can.contains(.noun)
    if can.contains(.verbPast) {
      return noun || can.contains(.adj) ? .unsure : Choice(.verbPast)
    }
    if can.contains(.verb), noun, isPlural, !hasFinite { return .unsure }
    if can.contains(.verbPart) {
      if !noun { return Choice(.verbParticiple) }
      if isPlural { return .unsure }
    }
    if can.contains(.verb3sg) {
      return can.contains(.nounPlural) ? .unsure : Choice(.verbPresent)
    }
    if can.contains(.verbIng) { return noun ? .unsure : Choice(.verbIng) }
    guard can.contains(.verb) else { return anything(can) }
    if !noun, !can.contains(.nounPlural) {
      return can.contains(.adj) ? .unsure : Choice(.verbBase)
    }
    return hasFinite ? anything(can) : .unsure
  }

  private static func afterPunctuation(_ can: WordClass) -> Choice {
    if can.contains(.verbIng) { return .unsure }
    if can.contains(.verbPast), !can.contains(.noun), !can.contains(.adj) {
      return Choice(.verbPast)
    }
    return can.isDisjoint(with: [.verbPast, .verbPart, .verb3sg]) ? anything(can) : .unsure
  }
}
