/// Everything that packs say: words, names, rules, predicates. Immutable and shared by all workers.
public final class Knowledge: Sendable {
  public let lexicon: Lexicon
  /// Indexed by ``PredicateID``.
  public let predicates: [Predicate]
  /// Indexed by ``RuleID``: `pack/name`; the first is the empty string.
  let ruleNames: [String]

  init(lexicon: Lexicon, predicates: [Predicate], ruleNames: [String]) {
    self.lexicon = lexicon
    self.predicates = predicates
    self.ruleNames = ruleNames
  }

  /// The knowledge that is compiled into the library.
  public static func builtIn() throws -> Knowledge {
    Knowledge(lexicon: Lexicon(), predicates: [], ruleNames: [""])
  }

  /// The text form of a rule, list or sieve, `pack/name`.
  public func ruleName(_ id: RuleID) -> String {
    Int(id) < ruleNames.count ? ruleNames[Int(id)] : ""
  }

  /// A canonical name of the lexicon; empty for 0.
  public func canonicalName(_ id: NameID) -> String { "" }
}
