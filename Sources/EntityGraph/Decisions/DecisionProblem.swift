/// What is wrong with a line of a decisions file, or why it no longer applies.
public struct DecisionProblem: Error, Sendable, Hashable {
  /// The reasons; the wording is in ``DecisionProblem/description``.
  public enum Kind: Sendable, Hashable {
    // The file or line cannot be read.
    case unreadable(String)
    case tooLarge(limit: Int)
    case tooManyLines(limit: Int)
    case lineTooLong(limit: Int)
    case notUTF8
    case unknownVerb(String)
    case noName
    case missing(String)
    case tooManyNames(limit: Int)
    case unexpected(String)
    case openQuotation
    case badEscape
    case openNote
    case unknownNote(String)
    case secondNote
    case unknownKind(String)
    // The line says nothing about these articles.
    case noActor(Decision.Target)
    case noArticle(Decision.Target)
    /// More than one actor bears the name.
    case severalActors(Decision.Target, count: Int)
    /// One article calls one actor by both names.
    case oneActor(Decision.Target, Decision.Target)
    /// Another line says otherwise.
    case contradicts(line: Int)
  }

  public var file: String
  /// Line number from 1; 0 where the whole file is meant.
  public var line: Int
  /// Column in Unicode scalars from 1; 0 where the whole line is meant.
  public var column: Int
  public var kind: Kind

  public init(file: String, line: Int, column: Int = 0, kind: Kind) {
    self.file = file
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// A fault of a line at a column.
  struct Fault: Error {
    var column: Int
    var kind: Kind

    init(_ column: Int, _ kind: Kind) {
      self.column = column
      self.kind = kind
    }
  }

  /// Whether the line is right but does not apply to these articles; such a line is no error.
  public var isWarning: Bool {
    switch kind {
    case .noActor, .noArticle, .severalActors, .oneActor, .contradicts: true
    default: false
    }
  }
}

extension DecisionProblem: CustomStringConvertible {
  /// `file:line:column: error: what is wrong; what to do`.
  public var description: String {
    var place = InputProblem.printable(file)
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return InputProblem.printable("\(place): \(isWarning ? "not applied" : "error"): \(reason)")
  }

  private var reason: String {
    switch kind {
    case .unreadable(let why): "can't be read (\(why))"
    case .tooLarge(let limit): "larger than \(limit) bytes; split it"
    case .tooManyLines(let limit): "more than \(limit) decisions; the rest is not read"
    case .lineTooLong(let limit): "longer than \(limit) bytes"
    case .notUTF8: "not valid UTF-8; convert the file (iconv -t UTF-8)"
    case .unknownVerb(let word):
      "'\(word)' is no decision; a line begins with same, different, rename, kind, drop or #"
    case .noName: "a name is missing"
    case .missing(let mark): "'\(mark)' is missing; write \(example(mark))"
    case .tooManyNames(let limit): "more than \(limit) names in one line; use several lines"
    case .unexpected(let text): "can't read on at '\(text)'; write odd names in \"quotation marks\""
    case .openQuotation: "the quotation mark is not closed"
    case .badEscape: "unknown escape; known are \\\", \\\\ and \\u{…} with a hexadecimal number"
    case .openNote:
      "'[' is not closed; write [person] or [in ARTICLE], or the name in quotation marks"
    case .unknownNote(let word):
      "'\(word)' narrows nothing down; write [person], [organization], [place] or [in ARTICLE]"
    case .secondNote: "only one kind and one article can be given"
    case .unknownKind(let word): "'\(word)' is no kind; known are person, organization and place"
    case .noActor(let target): "no article names \(target)"
    case .noArticle(let target): "no article has the id of \(target)"
    case .severalActors(let target, let count):
      "\(count) actors are named \(target); say which with [in ARTICLE]"
    case .oneActor(let a, let b): "an article itself says that \(a) and \(b) are one"
    case .contradicts(let line): "contradicts line \(line), which holds"
    }
  }

  private func example(_ mark: String) -> String {
    switch mark {
    case "|": "same A | B"
    case "->": "rename A -> B"
    default: "kind A = organization"
    }
  }
}
