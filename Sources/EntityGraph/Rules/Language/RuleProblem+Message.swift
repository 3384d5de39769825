extension RuleProblem: CustomStringConvertible {
  /// What is wrong and, where it can be said, what to write instead.
  public var description: String {
    switch self {
    case .invalidUTF8: "the file is not UTF-8; save it as UTF-8"
    case .unexpectedCharacter(let c): "unexpected character '\(c)'"
    case .unterminatedString: "this string has no end; close it on the same line"
    case .emptyString: "this string is empty"
    case .badEscape(let c): "unknown escape '\\\(c)'; only \\\" \\' and \\\\ are known"
    case .expected(let what, let found): "expected \(what), found \(found)"
    case .unknown(let category, let name, let suggestion):
      "unknown \(category.rawValue) '\(name)'"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
    case .notHere(let what, let reason): "\(what) can't stand here: \(reason)"
    case .repetitionTooLarge(let n, let limit):
      "a repetition of \(n) is too many; the most is \(limit)"
    case .repetitionOrder(let low, let high): "{\(low),\(high)} counts down; write {\(high),\(low)}"
    case .repetitionOfNothing: "what is repeated here may match nothing; make a part of it required"
    case .alternativesNeedParentheses: "put alternatives in parentheses: (… | …)"
    case .lookaroundInside:
      "&( ) and !( ) may only stand at the start or the end of the whole pattern"
    case .lookaroundNested: "&( ) and !( ) can't hold borders, captures or each other"
    case .captureInside(let name): "capture '\(name)' can't stand inside a repetition"
    case .captureTwice(let name): "capture '\(name)' can be set twice in one match"
    case .starInside(let text): "'*' may only open or close a word: \"*\(text)\" or \"\(text)*\""
    case .wordless(let text): "there is no word in \"\(text)\""
    case .severalWords(let text): "\"\(text)\" is more than one token; this needs a single one"
    case .emptyPattern: "this pattern may match nothing; make an element required"
    case .noAnchor(let reason): "nothing to anchor on: \(reason)"
    case .recursivePattern(let name): "pattern '\(name)' uses itself"
    case .duplicate(let category, let name, let first):
      "\(category.rawValue) '\(name)' is declared twice; the first is at \(first)"
    case .missingClause(let clause, let of): "\(of) needs the line '\(clause)'"
    case .repeatedClause(let clause): "'\(clause)' is given twice"
    case .missingExample("yes"):
      "no sentence that must match; add: yes \"…\" -> …"
    case .missingExample(let which): "no sentence that must not match; add: \(which) \"…\""
    case .missingCapture(let name, let target): "a rule for \(target) needs the capture '\(name):'"
    case .captureNotMention(let name):
      "capture '\(name)' must hold exactly one mention: person, organization, place or entity"
    case .signature(let capture, let predicate, let allowed):
      "'\(predicate)' takes \(allowed) as its \(capture)"
    case .exampleFields(let expected): "after '->' expected \(expected)"
    case .exampleNotInSentence(let text): "'\(text)' is not in the sentence"
    case .clauseNotFor(let clause, let target): "'\(clause)' has no meaning for \(target)"
    case .emptyList(let name): "list '\(name)' has no words"
    case .tooLarge(let what, let limit, let unit):
      "\(what) is too large; the most is \(limit) \(unit)"
    case .tooManyProblems(let n): "\(n) more problems are not shown"
    case .exampleMissed(let rule, let expected, let found):
      "\(rule) must give \(expected) here, but gave \(found)"
    case .exampleMatched(let rule, let found):
      "\(rule) must give nothing here, but gave \(found)"
    }
  }
}
