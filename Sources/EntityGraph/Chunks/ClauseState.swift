/// What the words of a sentence so far say about the clause: whether it has a verb with tense, whether
/// that around it has one, and whether a comma was the last word.
///
/// ``Tagger/repair(_:_:)`` goes from state to state by a table: one look-up a token, no question.
struct ClauseState {
  /// Below 16.
  private(set) var rawValue: UInt64 = 0

  private static let finite: UInt64 = 1 << 0
  /// The clause around a relative one that a comma opened and another one closes has a verb with tense,
  /// or none; neither bit where there is no such clause.
  private static let outerFinite: UInt64 = 1 << 1
  private static let outerOpen: UInt64 = 1 << 2
  private static let afterComma: UInt64 = 1 << 3

  /// Verb with tense seen in this clause.
  @inline(__always) var hasFinite: Bool { rawValue & Self.finite != 0 }

  /// Goes on by a token's entry of ``TagTables/View/transitions``.
  @inline(__always)
  mutating func note(_ transitions: UInt64) { rawValue = transitions >> (rawValue &* 4) & 15 }

  static func transitions(_ code: UInt8) -> UInt64 {
    (0..<16).reduce(0) { $0 | next(code, ClauseState(rawValue: $1)).rawValue << ($1 * 4) }
  }

  private static func next(_ code: UInt8, _ before: ClauseState) -> ClauseState {
    var state = before.rawValue & ~afterComma
    let tag = TagCode.tag(code)
    let isComma = before.rawValue & afterComma != 0
    switch tag {
    case .auxiliary, .modal, .verbPresent, .verbPast: state |= finite
    case .verbBase where code & TagCode.afterTo == 0: state |= finite
    case .punctuation:
      if code & TagCode.comma != 0 {
        let outer = state & (outerFinite | outerOpen)
        if state & finite != 0, outer != 0 { state = outer == outerFinite ? finite : 0 }
        state |= afterComma
      } else if code & TagCode.quotation == 0 {
        state = 0
      }
    // "X, whose party controls Y, called".
    case .relative where isComma, .possessivePronoun where isComma && code & TagCode.whose != 0:
      state = state & finite != 0 ? outerFinite : outerOpen
    case .subordinator, .relative, .conjunction: state &= ~finite
    default: break
    }
    return ClauseState(rawValue: state)
  }
}
