/// A symbol of a rule file.
struct RuleSymbol: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case name(String)
    /// Between double quotes.
    case string(String)
    /// Between single quotes.
    case exact(String)
    case number(Int)
    /// `->`
    case arrow
    /// One of `: , ( ) { } < > [ ] | ? & ! ^ $ = - /`.
    case mark(UInt8)
    case end
  }
  var kind: Kind
  var range: SourceRange
  /// Bytes from the start of the line; 0 is the margin.
  var column: Int
  var isFirstOnLine: Bool
  /// Nothing, not even a blank, stands between this symbol and the one before.
  var isGlued: Bool

  func isMark(_ c: Unicode.Scalar) -> Bool { kind == .mark(UInt8(ascii: c)) }

  /// As error messages name it.
  var shown: String {
    switch kind {
    case .name(let text): "'\(text)'"
    case .string(let text): "\"\(text)\""
    case .exact(let text): "'\(text)'"
    case .number(let n): "'\(n)'"
    case .arrow: "'->'"
    case .mark(let byte): "'\(Character(Unicode.Scalar(byte)))'"
    case .end: "the end of the file"
    }
  }
}

/// Cuts the bytes of a rule file into symbols, on demand, since what follows `->` in an example is
/// plain text.
struct RuleLexer {
  private let text: [UInt8]
  private let file: Int32
  private let limits: RuleLimits
  private var at = 0
  private var lineStart = 0
  private var isFirst = true
  private(set) var problems: [(RuleProblem, SourceRange)] = []

  init(_ text: [UInt8], file: Int, limits: RuleLimits) {
    self.text = text
    self.file = Int32(file)
    self.limits = limits
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    lineStart = at
  }

  private func range(_ start: Int) -> SourceRange {
    SourceRange(file: file, start: Int32(start), end: Int32(at))
  }

  private mutating func report(_ problem: RuleProblem, from start: Int) {
    problems.append((problem, range(start)))
  }

  /// The next symbol; whatever can't be read is reported and skipped.
  mutating func next() -> RuleSymbol {
    while true {
      let before = at
      skipBlank()
      let start = at
      let first = isFirst
      let glued = before == start
      isFirst = false
      guard start < text.count else { return symbol(.end, start, true, false) }
      let c = text[start]
      if isNameStart(c) {
        let text = name()
        return symbol(.name(text), start, first, glued)
      }
      switch c {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let value = number()
        return symbol(.number(value), start, first, glued)
      case UInt8(ascii: "\""):
        let value = quoted(c)
        return symbol(.string(value), start, first, glued)
      case UInt8(ascii: "'"):
        let value = quoted(c)
        return symbol(.exact(value), start, first, glued)
      case UInt8(ascii: "-") where start + 1 < text.count && text[start + 1] == UInt8(ascii: ">"):
        at += 2
        return symbol(.arrow, start, first, glued)
      case _ where Self.marks.contains(c):
        at += 1
        return symbol(.mark(c), start, first, glued)
      default:
        repeat { at += 1 } while at < text.count && text[at] & 0xC0 == 0x80
        let shown =
          c < 32
          ? "\\u{\(String(c, radix: 16))}" : String(decoding: text[start..<at], as: UTF8.self)
        report(.unexpectedCharacter(shown), from: start)
      }
    }
  }

  private static let marks = Array(":,(){}<>[]|?&!^$=-/".utf8)

  private func symbol(
    _ kind: RuleSymbol.Kind, _ start: Int, _ first: Bool, _ glued: Bool
  ) -> RuleSymbol {
    RuleSymbol(
      kind: kind, range: range(start), column: start - lineStart, isFirstOnLine: first,
      isGlued: glued && !first)
  }

  private mutating func skipBlank() {
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "\n"):
        at += 1
        lineStart = at
        isFirst = true
      case UInt8(ascii: "#"):
        while at < text.count, text[at] != UInt8(ascii: "\n") { at += 1 }
      default: return
      }
    }
  }

  private func isLetter(_ c: UInt8) -> Bool { (c | 0x20) &- UInt8(ascii: "a") < 26 }
  private func isDigit(_ c: UInt8) -> Bool { c &- UInt8(ascii: "0") < 10 }
  private func isNameStart(_ c: UInt8) -> Bool {
    isLetter(c) || c == UInt8(ascii: "_") || c >= 0xC3
  }

  /// Letters, digits and `_`, joined by single `.`, `-` or `'` that stand between two of them.
  private mutating func name() -> String {
    let start = at
    while at < text.count {
      let c = text[at]
      if isNameStart(c) || isDigit(c) || c >= 0x80 {
        at += 1
      } else if c == UInt8(ascii: ".") || c == UInt8(ascii: "-"), at + 1 < text.count,
        isNameStart(text[at + 1]) || isDigit(text[at + 1])
      {
        at += 1
      } else {
        break
      }
    }
    return String(decoding: text[start..<at], as: UTF8.self)
  }

  private mutating func number() -> Int {
    var value = 0
    while at < text.count, isDigit(text[at]) {
      value = min(value * 10 + Int(text[at] - UInt8(ascii: "0")), 1_000_000)
      at += 1
    }
    return value
  }

  /// The text between two marks; of a string that is wrong and reported, a stand-in, so that the
  /// line is not reported twice.
  private mutating func quoted(_ mark: UInt8) -> String {
    let start = at
    var value: [UInt8] = []
    at += 1
    while at < text.count, text[at] != UInt8(ascii: "\n") {
      let c = text[at]
      at += 1
      if c == mark {
        if value.isEmpty { report(.emptyString, from: start) }
        if value.count > limits.stringBytes {
          report(
            .tooLarge(what: "this string", limit: limits.stringBytes, unit: "bytes"), from: start)
          return "?"
        }
        return value.isEmpty ? "?" : String(decoding: value, as: UTF8.self)
      }
      if c == UInt8(ascii: "\\") {
        let escaped = at < text.count ? text[at] : UInt8(ascii: "\n")
        if escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "'")
          || escaped == UInt8(ascii: "\\")
        {
          value.append(escaped)
          at += 1
        } else if escaped != UInt8(ascii: "\n") {
          let from = at - 1
          repeat { at += 1 } while at < text.count && text[at] & 0xC0 == 0x80
          report(
            .badEscape(String(decoding: text[(from + 1)..<at], as: UTF8.self)), from: from)
          value.append(UInt8(ascii: "?"))
        }
        continue
      }
      value.append(c)
    }
    report(.unterminatedString, from: start)
    return "?"
  }

  /// The plain text up to `|`, `->`, a comment or the end of the line, without blanks around it.
  ///
  /// Must only be called while no symbol has been looked at in advance.
  mutating func plainText() -> NamedRange {
    while at < text.count, text[at] == UInt8(ascii: " ") || text[at] == UInt8(ascii: "\t") {
      at += 1
    }
    let start = at
    var end = at
    while at < text.count {
      let c = text[at]
      if c == UInt8(ascii: "\n") || c == UInt8(ascii: "|") { break }
      if c == UInt8(ascii: "-"), at + 1 < text.count, text[at + 1] == UInt8(ascii: ">") { break }
      if c == UInt8(ascii: "#"), at > start, text[at - 1] == UInt8(ascii: " ") { break }
      at += 1
      if c != UInt8(ascii: " ") && c != UInt8(ascii: "\t") && c != UInt8(ascii: "\r") { end = at }
    }
    return NamedRange(
      text: String(decoding: text[start..<end], as: UTF8.self),
      range: SourceRange(file: file, start: Int32(start), end: Int32(end)))
  }
}
