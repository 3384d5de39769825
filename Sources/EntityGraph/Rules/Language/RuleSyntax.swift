/// What a rule file says, before names are resolved. Every part keeps its place in the file.
struct RuleFile {
  var relations: [RelationDeclaration] = []
  var lists: [ListDeclaration] = []
  var patterns: [PatternDeclaration] = []
  var rules: [RuleDeclaration] = []
  var disables: [NamedRange] = []
}

/// `relation NAME (KINDS -> KINDS) [symmetric]`
struct RelationDeclaration {
  var name: NamedRange
  var subjects: KindMask
  var objects: KindMask
  var isSymmetric: Bool
}

/// `list NAME = word word "several words"`
struct ListDeclaration {
  var name: NamedRange
  var entries: [NamedRange]
}

/// `let NAME = pattern`
struct PatternDeclaration {
  var name: NamedRange
  var pattern: PatternNode
}

/// What a rule makes.
enum RuleTarget: UInt8, Sendable, CaseIterable {
  case relation, role, mention, nominal, alias
}

/// `rule ID : WHAT` or `frame ID : PREDICATE` with its lines.
struct RuleDeclaration {
  var name: NamedRange
  var isFrame: Bool
  var target: RuleTarget
  /// The predicate of a relation rule or frame.
  var predicate: NamedRange
  /// Kinds that a mention or nominal rule makes; empty for `reject`.
  var kind: KindMask = []
  var pattern: PatternNode?
  var frame = FrameSyntax()
  var options = RuleOptions()
  var examples: [RuleExample] = []
  /// Where each clause stands, for messages.
  var clauses: [String: SourceRange] = [:]
}

/// The lines of a rule that say how a match is used.
struct RuleOptions {
  var modality: Modality?
  var label: NamedRange?
  var isReversed = false
  var isOnce = false
  var reportsAll = false
  var priority = 0
  /// Bit `LineKind.rawValue`; 0 for every kind.
  var lines: UInt8 = 0
  var subjects: KindMask?
  var objects: KindMask?
}

/// A sentence with what the rule must make of it; nothing for a sentence that must not match.
struct RuleExample {
  var sentence: NamedRange
  /// Each with its fields in the order of the target: see ``RuleTarget/fields``.
  var expected: [[NamedRange]]
}

/// The verb or noun of a frame and where its arguments stand.
struct FrameSyntax {
  struct Head {
    enum Kind { case word, list }
    var kind: Kind
    var name: NamedRange
  }
  struct Arguments {
    var subjects: [NamedRange]
    var objects: [NamedRange]
    var range: SourceRange
  }
  var verbs: [Head] = []
  var nouns: [Head] = []
  var compounds: [Head] = []
  /// Prepositions of which the verb must have one.
  var besides: [NamedRange] = []
  var voice = FrameVoice.any
  var arguments: [Arguments] = []
  var objectHeads: [Head] = []
}

/// Which surface voice a verb frame fits.
enum FrameVoice: UInt8, Sendable {
  case any, active, passive
}

/// A set of entity kinds, and `role` for patterns.
struct KindMask: OptionSet, Sendable, Hashable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }
  @inline(__always) init(_ kind: EntityKind) { rawValue = 1 << kind.rawValue }

  static let person = KindMask(.person)
  static let organization = KindMask(.organization)
  static let place = KindMask(.place)
  static let role = KindMask(rawValue: 1 << 3)
  static let entity: KindMask = [.person, .organization, .place]

  /// The words that a pack may write.
  static let named: [(name: String, mask: KindMask)] = [
    ("person", .person), ("organization", .organization), ("place", .place), ("entity", .entity),
  ]

  init?(word: String) {
    guard let found = Self.named.first(where: { $0.name == word }) else { return nil }
    self = found.mask
  }

  /// `person or place`.
  var shown: String {
    Self.named.dropLast().filter { contains($0.mask) }.map(\.name).joined(separator: " or ")
  }
}
