/// What the tokens of a verb group so far say of the next one.
struct VerbState: OptionSet {
  let rawValue: UInt8

  static let hasAuxiliary = VerbState(rawValue: 1 << 0)
  static let afterBe = VerbState(rawValue: 1 << 1)
  static let afterHave = VerbState(rawValue: 1 << 2)
  static let infinitive = VerbState(rawValue: 1 << 3)
  /// Behind a modal, or behind "is to".
  static let possible = VerbState(rawValue: 1 << 4)

  static let all = (UInt8.min..<32).map(VerbState.init(rawValue:))
}

/// What a token is to a verb group.
enum VerbPart: UInt8, CaseIterable {
  /// Ends the group in front of it.
  case none
  case base, present, past, participle, ing
  case be, have, auxiliary
  case modal, infinitive, adverb

  init(code: UInt8) {
    switch TagCode.tag(code) {
    case .verbBase: self = .base
    case .verbPresent: self = .present
    case .verbPast: self = .past
    case .verbParticiple: self = .participle
    case .verbIng: self = .ing
    case .auxiliary:
      self = code & TagCode.have != 0 ? .have : code & TagCode.be != 0 ? .be : .auxiliary
    case .modal: self = .modal
    case .infinitive: self = .infinitive
    case .adverb, .negation: self = .adverb
    default: self = .none
    }
  }
}

/// What a token does to a verb group, worked out beforehand for each ``VerbState`` and ``VerbPart``, so
/// that the group is read with hardly a question: nobody can foretell which verb comes next.
struct VerbStep {
  /// ``VerbGroupFlags`` in the low bits.
  private var rawValue: UInt32 = 0

  private static let stateShift: UInt32 = 20
  /// The group ends in front of the token or, if that is part of it, behind it.
  private static let ends: UInt32 = 1 << 25
  private static let belongs: UInt32 = 1 << 26
  /// The main verb, unless a later token is it.
  private static let main: UInt32 = 1 << 27
  /// The first auxiliary, which has the tense.
  private static let tensed: UInt32 = 1 << 28
  private static let modal: UInt32 = 1 << 29
  /// To be looked at by itself.
  private static let adverb: UInt32 = 1 << 30

  init(_ part: VerbPart, _ state: VerbState) {
    switch part {
    case .none: rawValue = Self.ends
    case .base, .present, .past, .participle, .ing:
      rawValue = Self.ends | Self.belongs | Self.main | Self.flags(ofMain: part, state).rawValue
    case .be, .have, .auxiliary: self = VerbStep(auxiliary: part, state)
    case .modal:
      rawValue = Self.ends
      guard !state.contains(.hasAuxiliary) else { return }
      let flags: VerbGroupFlags = [.possible, .finite]
      rawValue = flags.rawValue | Self.belongs | Self.modal
      go(on: state.union(.possible))
    case .infinitive:
      rawValue = Self.ends
      let hasAuxiliary = state.contains(.hasAuxiliary)
      // "is to visit" goes on; "decided to visit" is two groups.
      guard !hasAuxiliary || state.contains(.afterBe) else { return }
      let flags: VerbGroupFlags = hasAuxiliary ? [.possible, .future] : .infinitive
      rawValue = flags.rawValue | Self.belongs
      go(on: state.subtracting(.afterBe).union(hasAuxiliary ? .possible : .infinitive))
    case .adverb:
      rawValue = Self.adverb
      go(on: state)
    }
  }

  private init(auxiliary part: VerbPart, _ state: VerbState) {
    var flags: VerbGroupFlags = []
    flags.insert(.perfect, if: part == .be && state.contains(.afterHave))
    flags.insert(.finite, if: !state.contains(.infinitive))
    let tensed = state.contains(.hasAuxiliary) ? 0 : Self.tensed
    rawValue = flags.rawValue | Self.belongs | Self.main | tensed
    var next = state.union(.hasAuxiliary)
    if part != .auxiliary {
      next.subtract([.afterBe, .afterHave])
      next.insert(part == .be ? .afterBe : .afterHave)
    }
    go(on: next)
  }

  private mutating func go(on state: VerbState) {
    rawValue |= UInt32(state.rawValue) << Self.stateShift
  }

  private static func flags(ofMain part: VerbPart, _ state: VerbState) -> VerbGroupFlags {
    switch part {
    case .participle:
      if state.contains(.afterBe) { return .passive }
      return state.contains(.afterHave) ? .perfect : [.passive, .reduced]
    case .ing: return state.contains(.afterBe) ? .progressive : .gerund
    default:
      let isBare = part == .base && !state.isDisjoint(with: [.infinitive, .possible])
      var flags: VerbGroupFlags = isBare ? [] : .finite
      if state.contains(.hasAuxiliary) { return flags }
      flags.insert(.past, if: part == .past)
      flags.insert(.present, if: part == .present)
      return flags
    }
  }

  @inline(__always) var flags: VerbGroupFlags {
    VerbGroupFlags(rawValue: rawValue & (1 << Self.stateShift - 1))
  }
  @inline(__always) var state: UInt8 {
    UInt8(truncatingIfNeeded: rawValue >> Self.stateShift & 31)
  }
  @inline(__always) var ends: Bool { rawValue & Self.ends != 0 }
  @inline(__always) var isAdverb: Bool { rawValue & Self.adverb != 0 }
  /// 1 if the token is part of the group.
  @inline(__always) var length: Int { Int(rawValue / Self.belongs & 1) }
  /// 1 for a modal.
  @inline(__always) var isModal: UInt32 { rawValue / Self.modal & 1 }
  /// All ones if it may be the main verb.
  @inline(__always) var isMain: Int { 0 &- Int(rawValue / Self.main & 1) }
  /// All ones if it has the tense.
  @inline(__always) var isTensed: Int { 0 &- Int(rawValue / Self.tensed & 1) }
}
