/// A pattern as it is written.
struct PatternNode {
  indirect enum Kind {
    /// `"of"`, `'Word'`, `"anti*"`, `"*ist"`.
    case literal(String, LiteralStyle)
    /// `[cap -<weak>]`
    case token([TokenCondition])
    /// `<det>`, `<role|title>`
    case names([NamedRange])
    /// `person<name>`, `entity`
    case mention(KindMask, [ElementAttribute])
    /// `np<head=<force>>`
    case nounPhrase([ElementAttribute])
    /// `verb<kill passive>`
    case verbGroup([ElementAttribute])
    /// A pattern that `let` has named.
    case reference(String)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repeated(PatternNode, min: Int, max: Int, isLazy: Bool)
    case capture(NamedRange, PatternNode)
    /// `&( )` and `!( )`
    case look(PatternNode, isNegated: Bool)
    /// `^`
    case sentenceStart
    /// `$`
    case sentenceEnd
  }
  var kind: Kind
  var range: SourceRange
}

/// How a quoted word is compared.
enum LiteralStyle {
  case anyCase, exactCase, prefix, suffix
}

/// One condition inside `[ ]`.
struct TokenCondition {
  enum Kind {
    case flag(String)
    case names([NamedRange])
    case literal(String, LiteralStyle)
  }
  var kind: Kind
  var isNegated: Bool
  var range: SourceRange
}

/// One condition inside the `< >` behind an element.
struct ElementAttribute {
  enum Kind {
    case word(String)
    case string(String)
    case list(NamedRange)
  }
  var kind: Kind
  /// Stands behind `head=`.
  var isHead: Bool
  var isNegated: Bool
  var range: SourceRange
}

extension RuleTarget {
  /// The captures of a rule, in the order of their slots.
  var captures: [String] {
    switch self {
    case .relation: ["subject", "object", "label"]
    case .role: ["label", "holder", "of"]
    case .mention, .nominal: ["name"]
    case .alias: ["a", "b"]
    }
  }

  /// Captures that every match must set.
  var requiredCaptures: [String] {
    switch self {
    case .relation: ["subject", "object"]
    case .role: ["label"]
    case .mention, .nominal: ["name"]
    case .alias: ["a", "b"]
    }
  }

  /// Captures that hold a mention.
  var mentionCaptures: [String] {
    switch self {
    case .relation: ["subject", "object"]
    case .role: ["holder", "of"]
    case .mention, .nominal: []
    case .alias: ["a", "b"]
    }
  }

  /// Fields of an expectation in an example.
  var fields: String {
    switch self {
    case .relation: "SUBJECT | LABEL | OBJECT"
    case .role: "HOLDER | LABEL | OF ('-' for none)"
    case .mention, .nominal: "NAME"
    case .alias: "A | B"
    }
  }

  var fieldCount: Int {
    switch self {
    case .relation, .role: 3
    case .mention, .nominal: 1
    case .alias: 2
    }
  }

  var shown: String {
    switch self {
    case .relation: "a relation"
    case .role: "a role"
    case .mention: "a mention"
    case .nominal: "a nominal"
    case .alias: "an alias"
    }
  }
}
