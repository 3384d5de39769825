/// Reads one rule file. A line that makes no sense is reported and skipped, the rest is read.
struct RuleParser {
  private var lexer: RuleLexer
  private(set) var current: RuleSymbol
  /// End of the symbol before ``current``.
  private(set) var previous: SourceRange
  let limits: RuleLimits
  private(set) var problems: [(RuleProblem, SourceRange)] = []
  var depth = 0
  /// Column of the line that is being read; what is indented deeper belongs to it.
  var margin = 0

  /// A problem that ends the line that is being read; it has been reported.
  struct Abandoned: Error {}

  init(_ source: RuleSource, file: Int, limits: RuleLimits) {
    self.limits = limits
    lexer = RuleLexer(source.text, file: file, limits: limits)
    current = lexer.next()
    previous = SourceRange(file: Int32(file), start: 0, end: 0)
  }

  /// Reads a whole file.
  static func parse(
    _ source: RuleSource, file: Int, limits: RuleLimits
  ) -> (RuleFile, [(RuleProblem, SourceRange)]) {
    let whole = SourceRange(file: Int32(file), start: 0, end: 0)
    if source.text.count > limits.fileBytes {
      let problem = RuleProblem.tooLarge(what: "this file", limit: limits.fileBytes, unit: "bytes")
      return (RuleFile(), [(problem, whole)])
    }
    guard String(validating: source.text, as: UTF8.self) != nil else {
      return (RuleFile(), [(.invalidUTF8, whole)])
    }
    var parser = RuleParser(source, file: file, limits: limits)
    let parsed = parser.file()
    return (parsed, parser.lexer.problems + parser.problems)
  }

  // MARK: Symbols

  /// What could not even be cut into symbols.
  var unreadable: Int { lexer.problems.count }

  /// Whether the line that is being read goes on with ``current``.
  var lineGoesOn: Bool {
    current.kind != .end && !(current.isFirstOnLine && current.column <= margin)
  }

  mutating func advance() {
    previous = current.range
    current = lexer.next()
  }

  mutating func report(_ problem: RuleProblem, at range: SourceRange) {
    problems.append((problem, range))
  }

  mutating func fail(_ problem: RuleProblem, at range: SourceRange) -> Abandoned {
    report(problem, at: range)
    return Abandoned()
  }

  mutating func unexpected(_ expected: String) -> Abandoned {
    if lineGoesOn { return fail(.expected(expected, found: current.shown), at: current.range) }
    let end = SourceRange(file: previous.file, start: previous.end, end: previous.end)
    return fail(.expected(expected, found: "the end of the line"), at: end)
  }

  func isMark(_ c: Unicode.Scalar) -> Bool { lineGoesOn && current.isMark(c) }

  mutating func accept(_ c: Unicode.Scalar) -> Bool {
    guard isMark(c) else { return false }
    advance()
    return true
  }

  mutating func expect(_ c: Unicode.Scalar) throws(Abandoned) {
    if !accept(c) { throw unexpected("'\(c)'") }
  }

  mutating func acceptArrow() -> Bool {
    guard lineGoesOn, current.kind == .arrow else { return false }
    advance()
    return true
  }

  mutating func acceptName() -> NamedRange? {
    guard lineGoesOn, case .name(let text) = current.kind else { return nil }
    let found = NamedRange(text: text, range: current.range)
    advance()
    return found
  }

  mutating func name(_ what: String) throws(Abandoned) -> NamedRange {
    guard let found = acceptName() else { throw unexpected(what) }
    return found
  }

  /// Reads the plain text fields behind `->`, which is ``current``.
  mutating func plainFields() -> [[NamedRange]] {
    var rows: [[NamedRange]] = []
    while lineGoesOn, current.kind == .arrow {
      var fields: [NamedRange] = []
      while true {
        let field = lexer.plainText()
        fields.append(field)
        previous = field.range
        current = lexer.next()
        guard lineGoesOn, current.isMark("|") else { break }
      }
      rows.append(fields)
    }
    return rows
  }

  /// Skips the rest of the line that is being read.
  mutating func skipLine() {
    while lineGoesOn { advance() }
  }

  mutating func endLine() throws(Abandoned) {
    if lineGoesOn {
      throw fail(.expected("the end of the line", found: current.shown), at: current.range)
    }
  }

  // MARK: Declarations

  static let declarations = ["relation", "list", "let", "rule", "frame", "disable"]

  private mutating func file() -> RuleFile {
    var file = RuleFile()
    while current.kind != .end {
      margin = current.column
      depth = 0
      let start = current.range.start
      do throws(Abandoned) {
        try declaration(into: &file)
        try endLine()
      } catch {
        // What begins no declaration stands at the margin, where no line goes on yet.
        if current.range.start == start { advance() }
        skipLine()
      }
    }
    return file
  }

  private mutating func declaration(into file: inout RuleFile) throws(Abandoned) {
    // The first symbol of a declaration stands at its margin, so `lineGoesOn` does not hold yet.
    guard case .name(let word) = current.kind else {
      let found = current
      advance()
      throw fail(.expected("a declaration", found: found.shown), at: found.range)
    }
    let keyword = NamedRange(text: word, range: current.range)
    advance()
    switch word {
    case "relation": file.relations.append(try relation())
    case "list": file.lists.append(try list())
    case "let":
      let name = try name("the pattern's name")
      try expect("=")
      file.patterns.append(PatternDeclaration(name: name, pattern: try sequence()))
    case "disable": file.disables.append(try path())
    case "rule", "frame":
      if let rule = rule(isFrame: word == "frame", keyword: keyword) { file.rules.append(rule) }
    default:
      let known = Self.declarations + Self.clauseNames
      throw fail(
        .unknown(.declaration, word, suggestion: Suggestion.nearest(to: word, among: known)),
        at: keyword.range)
    }
  }

  private mutating func relation() throws(Abandoned) -> RelationDeclaration {
    let name = try name("the relation's name")
    try expect("(")
    let subjects = try kinds()
    guard acceptArrow() else { throw unexpected("'->'") }
    let objects = try kinds()
    try expect(")")
    var symmetric = false
    if let word = acceptName() {
      guard word.text == "symmetric" else {
        throw fail(.expected("'symmetric'", found: "'\(word.text)'"), at: word.range)
      }
      symmetric = true
    }
    return RelationDeclaration(
      name: name, subjects: subjects, objects: objects, isSymmetric: symmetric)
  }

  /// `person | organization`
  mutating func kinds() throws(Abandoned) -> KindMask {
    var mask: KindMask = []
    repeat {
      let word = try name("an entity kind")
      guard let kind = KindMask(word: word.text) else {
        let near = Suggestion.nearest(to: word.text, among: KindMask.named.map(\.name))
        throw fail(.unknown(.kind, word.text, suggestion: near), at: word.range)
      }
      mask.formUnion(kind)
    } while accept("|")
    return mask
  }

  private mutating func list() throws(Abandoned) -> ListDeclaration {
    let name = try name("the list's name")
    try expect("=")
    var entries: [NamedRange] = []
    while lineGoesOn {
      switch current.kind {
      case .name(let text), .string(let text), .exact(let text):
        entries.append(NamedRange(text: text, range: current.range))
        advance()
      case .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: "|")): advance()
      default: throw unexpected("a word")
      }
      if entries.count > limits.listEntries {
        throw fail(
          .tooLarge(what: "this list", limit: limits.listEntries, unit: "words"), at: name.range)
      }
    }
    if entries.isEmpty { throw fail(.emptyList(name.text), at: name.range) }
    return ListDeclaration(name: name, entries: entries)
  }

  /// `pack/rule`
  private mutating func path() throws(Abandoned) -> NamedRange {
    var whole = try name("the rule's name as pack/rule")
    while accept("/") {
      let part = try name("a rule's name")
      whole = NamedRange(
        text: whole.text + "/" + part.text, range: whole.range.joined(part.range))
    }
    return whole
  }
}
