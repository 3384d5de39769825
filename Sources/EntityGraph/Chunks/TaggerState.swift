extension Tagger {
  /// What of the words before decides about the next one, packed into 15 bits so that each word changes
  /// it by two operations: the flags, the last tag and the last verb's tag.
  ///
  /// Two words change it by two operations as well, so that ``Preparation`` can say what a row of words
  /// with fixed tags does: see ``TagRow``.
  struct State {
    var rawValue: UInt32

    /// In front of a sentence.
    static let start = State(rawValue: UInt32(PartOfSpeech.punctuation.rawValue) << previousShift)

    private static let previousShift: UInt32 = 7
    private static let verbShift: UInt32 = 12
    /// Where the tags of verbs begin to count: what is left takes three bits, and 0 stands for none.
    private static let beforeVerbs = UInt32(PartOfSpeech.verbBase.rawValue) - 1

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
      /// him, them: no subject of what follows.
      static let accusative = Flags(rawValue: 1 << 6)
    }

    @inline(__always)
    private func has(_ flag: Flags) -> Bool { rawValue & UInt32(flag.rawValue) != 0 }

    @inline(__always) var expectsBase: Bool { has(.expectsBase) }
    @inline(__always) var afterHave: Bool { has(.afterHave) }
    @inline(__always) var afterBe: Bool { has(.afterBe) }
    @inline(__always) var hasFinite: Bool { has(.hasFinite) }
    @inline(__always) var open: Bool { has(.open) }
    @inline(__always) var plural: Bool { has(.plural) }
    @inline(__always) var accusative: Bool { has(.accusative) }

    /// Last tag, adverbs skipped.
    @inline(__always) var previous: PartOfSpeech {
      PartOfSpeech(byte: UInt8(truncatingIfNeeded: rawValue >> Self.previousShift & 31))
    }
    @inline(__always) var lastVerb: PartOfSpeech {
      let verb = rawValue >> Self.verbShift & 7
      return verb == 0 ? .other : PartOfSpeech(byte: UInt8(verb + Self.beforeVerbs))
    }

    @inline(__always)
    mutating func note(_ row: TagRow) { rawValue = rawValue & row.kept | row.added }

    @inline(__always)
    mutating func note(_ effect: TagEffect) { rawValue = rawValue & effect.kept | effect.added }

    /// What a token of a ``TagCode`` does to the state.
    static func effect(_ code: UInt8) -> TagEffect {
      let tag = TagCode.tag(code)
      let all = TagEffect(TagRow(kept: .max, added: 0))
      switch tag {
      case .other: return .stop
      case .adverb, .negation: return all
      case .punctuation where code & TagCode.quotation != 0: return all
      default: break
      }
      var (kept, added) = (kept(tag), added(tag))
      change(&kept, &added, tag, code)
      let last = UInt32(tag.rawValue)
      let verb: UInt32 = tag.isVerb ? (last - beforeVerbs) << verbShift : 0
      return TagEffect(
        TagRow(
          kept: UInt32(kept.rawValue) | (tag.isVerb ? 0 : 7 << verbShift),
          added: UInt32(added.rawValue) | last << previousShift | verb))
    }

    /// What the words of some tags say beyond their tag's effect.
    private static func change(
      _ kept: inout Flags, _ added: inout Flags, _ tag: PartOfSpeech, _ code: UInt8
    ) {
      switch tag {
      case .punctuation where code & (TagCode.comma | TagCode.hyphen) == 0: kept.remove(.hasFinite)
      case .pronoun where code & TagCode.accusative != 0: added.insert(.accusative)
      // "to leave" has no tense.
      case .verbBase where code & TagCode.tenseless != 0: added.remove(.hasFinite)
      case .auxiliary:
        if code & TagCode.does != 0 { added.insert(.expectsBase) }
        if code & TagCode.have != 0 { added.insert(.afterHave) }
        if code & TagCode.be != 0 {
          kept.remove(.afterHave)
          added.remove(.afterHave)
          added.insert(.afterBe)
        }
      default: break
      }
    }

    private static func kept(_ tag: PartOfSpeech) -> Flags {
      let lasting: Flags = [.afterHave, .afterBe, .hasFinite]
      switch tag {
      case .infinitive, .modal, .auxiliary, .pronoun: return lasting
      case .adjective: return lasting.union(.expectsBase)
      case .subordinator, .relative: return []
      default: return .hasFinite
      }
    }

    private static func added(_ tag: PartOfSpeech) -> Flags {
      switch tag {
      case .infinitive, .modal: return .expectsBase
      case .auxiliary, .verbPresent, .verbPast, .verbBase: return .hasFinite
      case .determiner, .possessivePronoun, .possessive, .adjective: return .open
      case .number: return [.open, .plural]
      case .nounPlural: return .plural
      default: return []
      }
    }
  }

  /// The last tag in front of the conjunction that stands, adverbs skipped, before `i`.
  func beforeConjunction(_ i: Int, _ range: Range<Int>) -> PartOfSpeech {
    var k = i - 1
    while k >= range.lowerBound, tags[k] != .conjunction { k -= 1 }
    return k >= range.lowerBound ? previous(k, range) : .other
  }

  /// "X and Y": what follows agrees with a plural.
  func isCoordinated(_ i: Int, _ range: Range<Int>) -> Bool {
    let ends =
      PartOfSpeech.verbBase.bit | PartOfSpeech.verbPresent.bit | PartOfSpeech.verbPast.bit
      | PartOfSpeech.verbParticiple.bit | PartOfSpeech.verbIng.bit | PartOfSpeech.subordinator.bit
      | PartOfSpeech.relative.bit
    var k = i - 1
    while k >= range.lowerBound, tags[k].bit & ends == 0 {
      if tags[k] == .conjunction { return previous(k, range).isNoun }
      k -= 1
    }
    return false
  }

  /// The last tag in front of a token, adverbs and quotation marks skipped.
  private func previous(_ i: Int, _ range: Range<Int>) -> PartOfSpeech {
    var k = i - 1
    while k >= range.lowerBound {
      let tag = tags[k]
      let isSkipped =
        tag == .adverb || tag == .negation
        || tag == .punctuation && codes[k] & TagCode.quotation != 0
      if !isSkipped { return tag }
      k -= 1
    }
    return .punctuation
  }
}
