/// Names inside `< >` and `[ ]`.
extension PatternResolver {
  enum Named {
    case classes(UInt64)
    case list(Int)
  }

  /// A list of this pack, a list of a table, or a word class, looked for in this order.
  mutating func named(_ name: NamedRange) throws(Unresolved) -> Named {
    if let list = try list(name) { return .list(list) }
    if let bit = WordClass.names.firstIndex(of: name.text) { return .classes(1 << UInt64(bit)) }
    let known = WordClass.names + declaredLists.keys.sorted() + vocabulary.listNames
    throw fail(
      .unknown(
        .listOrClass, name.text, suggestion: Suggestion.nearest(to: name.text, among: known)),
      at: name.range)
  }

  /// The list of a name, nil if there is none.
  mutating func list(_ name: NamedRange) throws(Unresolved) -> Int? {
    if let known = lists.id(name.text) { return known }
    var entries: [[TermID]] = []
    if let declared = declaredLists[name.text] {
      for entry in declared.entries {
        let tokens = vocabulary.tokens(entry.text)
        // Marks have no term, so an entry can't hold one.
        guard !tokens.isEmpty, tokens.allSatisfy({ $0.mark == 0 }), tokens.count <= 8 else {
          throw fail(.wordless(entry.text), at: entry.range)
        }
        entries.append(tokens.map(\.term))
      }
    } else if let found = vocabulary.list(name.text) {
      entries = found
    } else {
      return nil
    }
    if lists.lists.count >= limits.lists {
      throw fail(.tooLarge(what: "this pack", limit: limits.lists, unit: "lists"), at: name.range)
    }
    return lists.add(name.text, entries)
  }

  mutating func token(_ conditions: [TokenCondition]) throws(Unresolved) -> ResolvedNode {
    var tests: [TokenTest] = []
    var required: UInt32 = 0
    var forbidden: UInt32 = 0
    for condition in conditions {
      let negated = condition.isNegated
      switch condition.kind {
      case .flag(let name):
        if let mask = KindMask(word: name) ?? (name == "role" ? .role : nil) {
          tests.append(TokenTest(kind: .covered(mask), isNegated: negated))
        } else if name == "any", !negated {
          continue
        } else if name == "lower" {
          // A word without an upper-case first letter.
          if negated {
            required |= TokenFlags.capitalized.rawValue
          } else {
            required |= TokenFlags.word.rawValue
            forbidden |= TokenFlags.capitalized.rawValue
          }
        } else if let flag = TokenFlagName.flags.first(where: { $0.name == name }) {
          if negated { forbidden |= flag.flags.rawValue } else { required |= flag.flags.rawValue }
        } else {
          let known =
            TokenFlagName.flags.map(\.name) + ["any", "lower", "role"] + KindMask.named.map(\.name)
          throw fail(
            .unknown(.flag, name, suggestion: Suggestion.nearest(to: name, among: known)),
            at: condition.range)
        }
      case .literal(let text, let style):
        tests += try literalTests(text, style, negated: negated, at: condition.range)
      case .names(let names):
        tests += try nameTests(names, negated: negated, at: condition.range)
      }
    }
    // Words are compared first: that is what fails most often.
    if required | forbidden != 0 {
      tests.append(TokenTest(kind: .flags(required: required, forbidden: forbidden)))
    }
    return make(.token(tests))
  }

  private mutating func literalTests(
    _ text: String, _ style: LiteralStyle, negated: Bool, at range: SourceRange
  ) throws(Unresolved) -> [TokenTest] {
    if style == .prefix || style == .suffix {
      let folded = Folding.fold(text).map { String(decoding: $0, as: UTF8.self) } ?? text
      let kind: TokenTest.Kind = style == .prefix ? .prefix(folded) : .suffix(folded)
      return [TokenTest(kind: kind, isNegated: negated)]
    }
    let tokens = vocabulary.tokens(text)
    guard let only = tokens.first else { throw fail(.wordless(text), at: range) }
    guard tokens.count == 1 else { throw fail(.severalWords(text), at: range) }
    // "not (this word and these bytes)" is the same as "not these bytes".
    if negated, style == .exactCase, only.mark == 0 {
      return [TokenTest(kind: .exact(only.text), isNegated: true)]
    }
    return tests(only, style).map { TokenTest(kind: $0.kind, isNegated: negated) }
  }

  private mutating func nameTests(
    _ names: [NamedRange], negated: Bool, at range: SourceRange
  ) throws(Unresolved) -> [TokenTest] {
    var classes: UInt64 = 0
    var listIDs: [Int] = []
    for name in names {
      switch try named(name) {
      case .classes(let bits): classes |= bits
      case .list(let list): listIDs.append(list)
      }
    }
    var tests = listIDs.map { TokenTest(kind: .list($0), isNegated: negated) }
    if classes != 0 { tests.append(TokenTest(kind: .classes(classes), isNegated: negated)) }
    if !negated, tests.count > 1 {
      throw fail(
        .notHere("'|' between lists", reason: "write (<a> | <b>) instead of [<a|b>]"), at: range)
    }
    return tests
  }
}

/// The words for what can be seen of a token.
enum TokenFlagName {
  static let flags: [(name: String, flags: TokenFlags)] = [
    ("word", .word), ("number", .number), ("punctuation", .punctuation), ("cap", .capitalized),
    ("caps", .allCaps), ("digit", .hasDigit), ("initial", .initial),
    ("abbreviation", .abbreviation), ("possessive", .possessive), ("hyphenated", .hyphenated),
    ("mixed", .mixedCase), ("first", .sentenceStart), ("linestart", .lineStart),
    ("paragraphstart", .paragraphStart), ("openquote", .openQuote),
    ("closequote", .closeQuote), ("quoted", .quoted), ("spaced", .spaceBefore),
  ]
}
