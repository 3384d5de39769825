/// What can be wrong with a rule file; the wording is in `RuleProblem+Message.swift`.
public enum RuleProblem: Sendable, Equatable {
  // Text.
  case invalidUTF8
  case unexpectedCharacter(String)
  case unterminatedString
  case emptyString
  case badEscape(String)
  case expected(String, found: String)
  case unknown(Category, String, suggestion: String?)
  case notHere(String, reason: String)

  // Patterns.
  case repetitionTooLarge(Int, limit: Int)
  case repetitionOrder(Int, Int)
  case repetitionOfNothing
  case alternativesNeedParentheses
  case lookaroundInside
  case lookaroundNested
  case captureInside(String)
  case captureTwice(String)
  case starInside(String)
  case wordless(String)
  case severalWords(String)
  case emptyPattern
  case noAnchor(String)
  case recursivePattern(String)

  // Rules.
  case duplicate(Category, String, first: String)
  case missingClause(String, of: String)
  case repeatedClause(String)
  case missingExample(String)
  case missingCapture(String, target: String)
  case captureNotMention(String)
  case signature(capture: String, predicate: String, allowed: String)
  case exampleFields(expected: String)
  case exampleNotInSentence(String)
  case clauseNotFor(String, target: String)
  case emptyList(String)

  // Limits.
  case tooLarge(what: String, limit: Int, unit: String)
  case tooManyProblems(Int)

  // Examples that were run (``RuleCheck``).
  case exampleMissed(rule: String, expected: String, found: String)
  case exampleMatched(rule: String, found: String)

  /// What a name can stand for.
  public enum Category: String, Sendable, Equatable {
    case declaration, clause, element, predicate, list, rule, pattern, modality
    case kind = "entity kind"
    case flag = "token flag"
    case listOrClass = "list or word class"
    case capture
    case mentionAttribute = "form or trait"
    case verbAttribute = "verb attribute"
    case phraseAttribute = "noun phrase attribute"
    case target = "target"
    case slot = "argument"
    case line = "kind of line"
  }
}
