extension Tagger {
  /// What of the words before decides about the next one.
  struct State {
    let flags: Flags
    /// Last tag, adverbs skipped.
    let previous: PartOfSpeech
    let lastVerb: PartOfSpeech
    let beforeConjunction: PartOfSpeech

    struct Flags: OptionSet {
      let rawValue: UInt8
      /// to, a modal or do stands before.
      static let expectsBase = Flags(rawValue: 1 << 0)
      static let afterHave = Flags(rawValue: 1 << 1)
      static let afterBe = Flags(rawValue: 1 << 2)
      static let hasFinite = Flags(rawValue: 1 << 3)
      /// Inside a noun phrase that still needs its head.
      static let open = Flags(rawValue: 1 << 4)
      static let plural = Flags(rawValue: 1 << 5)
      /// "X and Y": what follows agrees with a plural.
      static let coordinated = Flags(rawValue: 1 << 6)
      /// him, them: no subject of what follows.
      static let accusative = Flags(rawValue: 1 << 7)
    }

    init(_ state: RunningState, _ tags: [PartOfSpeech]) {
      flags = Flags(rawValue: UInt8(truncatingIfNeeded: state.rawValue))
      previous = tags[state.previous]
      lastVerb = tags[Int(state.rawValue >> 16 & 0xFF)]
      beforeConjunction = tags[Int(state.rawValue >> 24)]
    }

    @inline(__always) var expectsBase: Bool { flags.contains(.expectsBase) }
    @inline(__always) var afterHave: Bool { flags.contains(.afterHave) }
    @inline(__always) var afterBe: Bool { flags.contains(.afterBe) }
    @inline(__always) var hasFinite: Bool { flags.contains(.hasFinite) }
    @inline(__always) var open: Bool { flags.contains(.open) }
    @inline(__always) var plural: Bool { flags.contains(.plural) }
    @inline(__always) var coordinated: Bool { flags.contains(.coordinated) }
    @inline(__always) var accusative: Bool { flags.contains(.accusative) }
  }

  /// A ``State`` on its way from word to word, packed so that most words change it by two operations:
  /// from the low byte on the flags, the last tag, the last verb's tag and the one before and/or.
  struct RunningState {
    private(set) var rawValue = UInt32(PartOfSpeech.punctuation.rawValue) << 8

    /// What a tag leaves of the state, and what it adds.
    struct Effect {
      let kept: UInt32
      let added: UInt32
    }

    /// By tag. In memory, because a `switch` for each word is a jump that nobody can foretell.
    static let effects: [Effect] = PartOfSpeech.allCases.map { tag in
      if tag == .adverb || tag == .negation { return Effect(kept: .max, added: 0) }
      let verb: UInt32 = 0xFF << 16
      let added = UInt32(added(tag).rawValue) | UInt32(tag.rawValue) << 8
      return Effect(
        kept: UInt32(kept(tag).rawValue) | 0xFF << 24 | (tag.isVerb ? 0 : verb),
        added: tag.isVerb ? added | UInt32(tag.rawValue) << 16 : added)
    }

    private static func kept(_ tag: PartOfSpeech) -> State.Flags {
      let lasting: State.Flags = [.afterHave, .afterBe, .hasFinite, .coordinated]
      switch tag {
      case .infinitive, .modal, .auxiliary, .pronoun: return lasting
      case .adjective: return lasting.union(.expectsBase)
      case .verbBase, .verbPresent, .verbPast, .verbParticiple, .verbIng: return .hasFinite
      case .subordinator, .relative: return []
      case .conjunction: return .hasFinite
      default: return [.hasFinite, .coordinated]
      }
    }

    private static func added(_ tag: PartOfSpeech) -> State.Flags {
      switch tag {
      case .infinitive, .modal: return .expectsBase
      case .auxiliary, .verbPresent, .verbPast, .verbBase: return .hasFinite
      case .determiner, .possessivePronoun, .possessive, .adjective: return .open
      case .number: return [.open, .plural]
      case .nounPlural: return .plural
      default: return []
      }
    }

    /// Whether words of this tag say more than its effect.
    @inline(__always)
    static func isSpecial(_ tag: PartOfSpeech) -> Bool {
      let all =
        PartOfSpeech.punctuation.bit | PartOfSpeech.pronoun.bit | PartOfSpeech.conjunction.bit
        | PartOfSpeech.auxiliary.bit | PartOfSpeech.verbBase.bit | PartOfSpeech.verbPast.bit
      return all & tag.bit != 0
    }

    /// Raw value of the last tag, adverbs skipped.
    @inline(__always) var previous: Int { Int(rawValue >> 8 & 0xFF) }

    @inline(__always) func has(_ flag: State.Flags) -> Bool {
      rawValue & UInt32(flag.rawValue) != 0
    }

    @inline(__always)
    mutating func note(_ effect: Effect) { rawValue = rawValue & effect.kept | effect.added }
    @inline(__always)
    mutating func insert(_ flag: State.Flags) { rawValue |= UInt32(flag.rawValue) }
    @inline(__always)
    mutating func remove(_ flag: State.Flags) { rawValue &= ~UInt32(flag.rawValue) }

    @inline(__always)
    mutating func keepBeforeConjunction(_ old: RunningState, isNoun: Bool) {
      rawValue = rawValue & 0xFF_FFFF | UInt32(old.previous) << 24
      if isNoun { insert(.coordinated) }
    }
  }
}
