/// Patterns.
extension RuleParser {
  /// Elements one after the other, up to what can't begin an element.
  mutating func sequence() throws(Abandoned) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth {
      throw fail(
        .tooLarge(what: "this nesting", limit: limits.depth, unit: "levels"), at: current.range)
    }
    var items: [PatternNode] = []
    while let item = try item() { items.append(item) }
    guard let first = items.first, let last = items.last else { throw unexpected("an element") }
    if depth == 1, isMark("|") { throw fail(.alternativesNeedParentheses, at: current.range) }
    if items.count == 1 { return first }
    return PatternNode(kind: .sequence(items), range: first.range.joined(last.range))
  }

  /// An element with its capture and repetition, nil if none begins here.
  private mutating func item() throws(Abandoned) -> PatternNode? {
    guard lineGoesOn else { return nil }
    var capture: NamedRange?
    let start = current.range
    if case .name(let text) = current.kind {
      let word = NamedRange(text: text, range: current.range)
      advance()
      // `verb:<kill>` is the verb group, not a capture named "verb".
      let isVerb = text == "verb" && isMark(":")
      guard accept(":") else { return try repetition(of: element(named: word)) }
      if isVerb, isMark("<") { return try repetition(of: element(named: word, isGlued: true)) }
      capture = word
    }
    let inner: PatternNode
    if capture != nil, let word = acceptName() {
      inner = try repetition(of: element(named: word))
    } else if let found = try primary() {
      inner = try repetition(of: found)
    } else if capture != nil {
      throw unexpected("an element")
    } else {
      return nil
    }
    guard let capture else { return inner }
    return PatternNode(kind: .capture(capture, inner), range: start.joined(previous))
  }

  private mutating func repetition(of node: PatternNode) throws(Abandoned) -> PatternNode {
    var low = 0
    var high = 1
    if accept("?") {
      // `x?`
    } else if accept("{") {
      low = try count()
      high = accept(",") ? try count() : low
      if low > high { throw fail(.repetitionOrder(low, high), at: previous) }
      if high == 0 { throw fail(.expected("a count above 0", found: "'0'"), at: previous) }
      try expect("}")
    } else {
      return node
    }
    let lazy = isMark("?") && accept("?")
    return PatternNode(
      kind: .repeated(node, min: low, max: high, isLazy: lazy), range: node.range.joined(previous))
  }

  private mutating func count() throws(Abandoned) -> Int {
    guard lineGoesOn, case .number(let n) = current.kind else { throw unexpected("a number") }
    if n > limits.repetition {
      throw fail(.repetitionTooLarge(n, limit: limits.repetition), at: current.range)
    }
    advance()
    return n
  }

  /// An element that begins with a name, which has been read.
  private mutating func element(
    named word: NamedRange, isGlued: Bool = false
  ) throws(Abandoned) -> PatternNode {
    var attributes: [ElementAttribute] = []
    let takesAttributes =
      KindMask(word: word.text) != nil || ["np", "verb", "role"].contains(word.text)
    if takesAttributes, isMark("<"), isGlued || current.isGlued {
      attributes = try self.attributes()
    }
    let range = word.range.joined(previous)
    if let kinds = KindMask(word: word.text) {
      return PatternNode(kind: .mention(kinds, attributes), range: range)
    }
    switch word.text {
    case "role": return PatternNode(kind: .mention(.role, attributes), range: range)
    case "np": return PatternNode(kind: .nounPhrase(attributes), range: range)
    case "verb": return PatternNode(kind: .verbGroup(attributes), range: range)
    default: return PatternNode(kind: .reference(word.text), range: word.range)
    }
  }

  private mutating func primary() throws(Abandoned) -> PatternNode? {
    let start = current.range
    func node(_ kind: PatternNode.Kind) -> PatternNode {
      PatternNode(kind: kind, range: start.joined(previous))
    }
    guard lineGoesOn else { return nil }
    switch current.kind {
    case .string, .exact:
      let (text, style) = try literal()
      return node(.literal(text, style))
    case .mark(UInt8(ascii: "<")):
      let names = try names()
      return node(.names(names))
    case .mark(UInt8(ascii: "[")):
      let conditions = try conditions()
      return node(.token(conditions))
    case .mark(UInt8(ascii: "(")):
      return try group()
    case .mark(UInt8(ascii: "&")), .mark(UInt8(ascii: "!")):
      let negated = isMark("!")
      advance()
      guard isMark("(") else { throw unexpected("'('") }
      let inner = try group()
      return node(.look(inner, isNegated: negated))
    case .mark(UInt8(ascii: "^")):
      advance()
      return node(.sentenceStart)
    case .mark(UInt8(ascii: "$")):
      advance()
      return node(.sentenceEnd)
    default: return nil
    }
  }

  private mutating func group() throws(Abandoned) -> PatternNode {
    let start = current.range
    try expect("(")
    var branches = [try sequence()]
    while accept("|") { branches.append(try sequence()) }
    try expect(")")
    let range = start.joined(previous)
    if branches.count == 1 { return PatternNode(kind: branches[0].kind, range: range) }
    return PatternNode(kind: .alternatives(branches), range: range)
  }

  private mutating func literal() throws(Abandoned) -> (String, LiteralStyle) {
    var text = ""
    var style = LiteralStyle.anyCase
    switch current.kind {
    case .string(let value):
      text = value
      if text.count > 1, text.hasSuffix("*") {
        text.removeLast()
        style = .prefix
      } else if text.count > 1, text.hasPrefix("*") {
        text.removeFirst()
        style = .suffix
      }
      if text.count > 1, text.contains("*") {
        throw fail(.starInside(text.filter { $0 != "*" }), at: current.range)
      }
    case .exact(let value): (text, style) = (value, .exactCase)
    default: throw unexpected("a word in quotes")
    }
    advance()
    return (text, style)
  }

  /// `<a|b>`
  private mutating func names() throws(Abandoned) -> [NamedRange] {
    try expect("<")
    var names: [NamedRange] = []
    repeat { names.append(try name("a list or word class")) } while accept("|")
    try expect(">")
    return names
  }

  /// `[cap -<weak> "x"]`
  private mutating func conditions() throws(Abandoned) -> [TokenCondition] {
    try expect("[")
    var conditions: [TokenCondition] = []
    while !isMark("]") {
      let start = current.range
      let negated = accept("-")
      let kind: TokenCondition.Kind
      if let word = acceptName() {
        kind = .flag(word.text)
      } else if isMark("<") {
        kind = .names(try names())
      } else if lineGoesOn {
        let (text, style) = try literal()
        kind = .literal(text, style)
      } else {
        throw unexpected("']'")
      }
      conditions.append(
        TokenCondition(kind: kind, isNegated: negated, range: start.joined(previous)))
    }
    try expect("]")
    return conditions
  }

  /// `<kill passive -negated head=<force>>`
  private mutating func attributes() throws(Abandoned) -> [ElementAttribute] {
    try expect("<")
    var attributes: [ElementAttribute] = []
    var isHead = false
    while !isMark(">") {
      let start = current.range
      if accept("|") { continue }
      let negated = accept("-")
      let kind: ElementAttribute.Kind
      if case .string(let text) = current.kind, lineGoesOn {
        kind = .string(text)
        advance()
      } else if accept("<") {
        kind = .list(try name("a list or word class"))
        try expect(">")
      } else {
        let word = try name("an attribute or '>'")
        if word.text == "head", accept("=") {
          isHead = true
          continue
        }
        kind = .word(word.text)
      }
      attributes.append(
        ElementAttribute(
          kind: kind, isHead: isHead, isNegated: negated, range: start.joined(previous)))
      // `head=a|b` goes on only over bars.
      if isHead, !isMark("|") { isHead = false }
    }
    try expect(">")
    return attributes
  }
}
