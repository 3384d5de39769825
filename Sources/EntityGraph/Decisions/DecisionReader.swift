/// Reads one line of a decisions file.
struct DecisionReader {
  private let line: [Unicode.Scalar]
  private var at = 0

  init(_ text: String) { line = Array(text.unicodeScalars) }

  /// The line's action; nil for an empty line or a comment.
  mutating func action() throws(DecisionProblem.Fault) -> Decision.Action? {
    skipSpace()
    if isAtEnd { return nil }
    let start = at
    while at < line.count, !DecisionReader.isSpace(line[at]), line[at] != "\"" { at += 1 }
    var verb = ""
    verb.unicodeScalars.append(contentsOf: line[start..<at])
    let action: Decision.Action
    switch verb {
    case "same": action = .same(try targets())
    case "different": action = .different(try targets())
    case "rename":
      let target = try target(before: ["-", ">"])
      try expect(["-", ">"])
      action = .rename(target, to: try text(before: []))
    case "kind":
      let target = try target(before: ["="])
      try expect(["="])
      skipSpace()
      let column = at
      let word = try text(before: [])
      guard let kind = EntityKind(word: word) else {
        throw DecisionProblem.Fault(column + 1, .unknownKind(word))
      }
      action = .kind(target, kind)
    case "drop": action = .drop(try target(before: []))
    default: throw DecisionProblem.Fault(start + 1, .unknownVerb(verb))
    }
    if !isAtEnd { throw DecisionProblem.Fault(at + 1, .unexpected(rest)) }
    return action
  }

  // MARK: Parts

  private mutating func targets() throws(DecisionProblem.Fault) -> [Decision.Target] {
    var targets = [try target(before: ["|"])]
    while starts(with: ["|"]) {
      at += 1
      if targets.count == Decisions.Limit.names {
        throw DecisionProblem.Fault(at, .tooManyNames(limit: Decisions.Limit.names))
      }
      targets.append(try target(before: ["|"]))
    }
    if targets.count < 2, isAtEnd { throw DecisionProblem.Fault(at + 1, .missing("|")) }
    return targets
  }

  private mutating func target(
    before mark: [Unicode.Scalar]
  ) throws(DecisionProblem.Fault) -> Decision.Target {
    var target = Decision.Target(try text(before: mark, orNote: true))
    if starts(with: ["["]) { try note(&target) }
    return target
  }

  /// `[person]`, `[in ID]`, `[person, in ID]`.
  private mutating func note(_ target: inout Decision.Target) throws(DecisionProblem.Fault) {
    let open = at + 1
    repeat {
      at += 1
      skipSpace()
      let column = at + 1
      if starts(with: ["i", "n"]), at + 2 < line.count, DecisionReader.isSpace(line[at + 2]) {
        at += 2
        guard target.document == nil else { throw DecisionProblem.Fault(column, .secondNote) }
        target.document = try text(before: [","], closedBy: "]")
      } else {
        let word = try text(before: [","], closedBy: "]")
        guard let kind = EntityKind(word: word) else {
          throw DecisionProblem.Fault(column, .unknownNote(word))
        }
        guard target.kind == nil else { throw DecisionProblem.Fault(column, .secondNote) }
        target.kind = kind
      }
    } while starts(with: [","])
    guard starts(with: ["]"]) else { throw DecisionProblem.Fault(open, .openNote) }
    at += 1
    skipSpace()
  }

  /// A name: in quotation marks, or bare up to `mark`, a note, a comment or the end of the line.
  private mutating func text(
    before mark: [Unicode.Scalar], orNote: Bool = false, closedBy end: Unicode.Scalar? = nil
  ) throws(DecisionProblem.Fault) -> String {
    skipSpace()
    if starts(with: ["\""]) { return try quotation() }
    let column = at + 1
    var text = String.UnicodeScalarView()
    while !isAtEnd {
      let scalar = line[at]
      if scalar == end || (orNote && scalar == "[") { break }
      if !mark.isEmpty, starts(with: mark) { break }
      if DecisionReader.isSpace(scalar) {
        if text.last != " " { text.append(" ") }
      } else {
        text.append(scalar)
      }
      at += 1
    }
    while text.last == " " { text.removeLast() }
    if text.isEmpty { throw DecisionProblem.Fault(column, .noName) }
    return String(text)
  }

  private mutating func quotation() throws(DecisionProblem.Fault) -> String {
    let open = at + 1
    var text = String.UnicodeScalarView()
    at += 1
    while at < line.count, line[at] != "\"" {
      if line[at] == "\\" {
        text.append(try escaped())
      } else {
        text.append(line[at])
        at += 1
      }
    }
    guard at < line.count else { throw DecisionProblem.Fault(open, .openQuotation) }
    at += 1
    if text.isEmpty { throw DecisionProblem.Fault(open, .noName) }
    skipSpace()
    return String(text)
  }

  /// `\"`, `\\`, `\u{202e}`.
  private mutating func escaped() throws(DecisionProblem.Fault) -> Unicode.Scalar {
    let column = at + 1
    at += 1
    guard at < line.count else { throw DecisionProblem.Fault(column, .badEscape) }
    let scalar = line[at]
    at += 1
    if scalar == "\"" || scalar == "\\" { return scalar }
    guard scalar == "u", starts(with: ["{"]) else {
      throw DecisionProblem.Fault(column, .badEscape)
    }
    at += 1
    var value: UInt32 = 0
    var digits = 0
    while at < line.count, digits < 6, let digit = line[at].hexadecimalValue {
      value = value << 4 | digit
      digits += 1
      at += 1
    }
    guard starts(with: ["}"]), digits > 0, let made = Unicode.Scalar(value) else {
      throw DecisionProblem.Fault(column, .badEscape)
    }
    at += 1
    return made
  }

  private mutating func expect(_ mark: [Unicode.Scalar]) throws(DecisionProblem.Fault) {
    guard starts(with: mark) else {
      var text = ""
      text.unicodeScalars.append(contentsOf: mark)
      throw DecisionProblem.Fault(at + 1, .missing(text))
    }
    at += mark.count
  }

  // MARK: Scalars

  /// The end of the line, or a comment: `#` in front of everything or behind a space.
  private var isAtEnd: Bool {
    if at >= line.count { return true }
    return line[at] == "#" && (at == 0 || DecisionReader.isSpace(line[at - 1]))
  }

  private var rest: String {
    var text = ""
    text.unicodeScalars.append(contentsOf: line[at...].prefix(40))
    return text
  }

  private func starts(with mark: [Unicode.Scalar]) -> Bool {
    line[min(at, line.count)...].starts(with: mark)
  }

  private mutating func skipSpace() {
    while at < line.count, DecisionReader.isSpace(line[at]) { at += 1 }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{A0}"
  }
}

extension Unicode.Scalar {
  /// Value of an ASCII hexadecimal digit.
  fileprivate var hexadecimalValue: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x41...0x46: value - 0x41 + 10
    case 0x61...0x66: value - 0x61 + 10
    default: nil
    }
  }
}
