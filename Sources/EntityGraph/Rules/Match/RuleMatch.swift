/// What a capture holds.
struct CapturedRange: Sendable, Hashable {
  /// Token range; -1 if the capture is not set.
  var first: Int32
  var end: Int32
  /// ``MentionView/reference`` of the mention in it, -1 for none.
  var mention: Int32

  static let none = CapturedRange(first: -1, end: -1, mention: -1)
  var isSet: Bool { first >= 0 }
}

/// One match of a rule.
struct RuleMatch: Sendable, Hashable {
  /// Index in ``CompiledRules``.
  var rule: Int32
  var sentence: Int32
  /// Token range of the whole match, lookarounds left out.
  var first: Int32
  var end: Int32
  /// Index in ``Chunks/verbGroups`` of the last verb group that the pattern took, -1 for none: its
  /// flags give the modality where the rule gives none.
  var verb: Int32
  /// Slots in the order of ``RuleTarget/captures``.
  var captures: (CapturedRange, CapturedRange, CapturedRange)

  static func == (a: RuleMatch, b: RuleMatch) -> Bool {
    a.rule == b.rule && a.sentence == b.sentence && a.first == b.first && a.end == b.end
      && a.verb == b.verb && a.captures == b.captures
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(rule)
    hasher.combine(first)
    hasher.combine(end)
  }

  /// Captures of a relation rule.
  var subject: CapturedRange { captures.0 }
  var object: CapturedRange { captures.1 }
  var label: CapturedRange { captures.2 }
  /// Captures of a role rule.
  var roleLabel: CapturedRange { captures.0 }
  var holder: CapturedRange { captures.1 }
  var of: CapturedRange { captures.2 }
  /// Capture of a mention or nominal rule.
  var name: CapturedRange { captures.0 }
  /// Captures of an alias rule.
  var a: CapturedRange { captures.0 }
  var b: CapturedRange { captures.1 }
}

/// What a pack may cost at run time, in instructions. All bounds are the same for every pack, so
/// the built-in one has no privilege, and hold whatever the text says.
enum RuleBudget {
  /// Instructions of one attempt, from an anchor to the last of its matches; then it is given up.
  static let attempt = 2_000
  /// Instructions that each token of a sentence adds to what a pack may spend on one target.
  static let perToken = 16
  /// What is not spent is kept for the next sentences, up to this; also what a document begins with.
  static let reserve = 16_384
  /// What starting an attempt counts.
  static let start = 4
  /// Matches of one rule from one token, for rules with `all`.
  static let matches = 16
}
