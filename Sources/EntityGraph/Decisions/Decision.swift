/// A user's word on actors: one line of a decisions file.
///
/// The description is the line as the file format has it, so that it can be read back.
public struct Decision: Sendable, Hashable, CustomStringConvertible {
  /// What the line wants.
  public enum Action: Sendable, Hashable {
    case same([Target])
    case different([Target])
    case rename(Target, to: String)
    case kind(Target, EntityKind)
    case drop(Target)
  }

  /// Whom a line means: a name as the articles or the chart give it, and what narrows it down.
  public struct Target: Sendable, Hashable, CustomStringConvertible {
    public var name: String
    /// `[person]`: only actors of this kind.
    public var kind: EntityKind?
    /// `[in ID]`: only the one of this article.
    public var document: String?

    public init(_ name: String, kind: EntityKind? = nil, document: String? = nil) {
      self.name = name
      self.kind = kind
      self.document = document
    }

    public var description: String {
      var notes: [String] = []
      if let kind { notes.append(kind.word) }
      if let document { notes.append("in " + Decision.quoted(document)) }
      let note = notes.isEmpty ? "" : " [\(notes.joined(separator: ", "))]"
      return Decision.quoted(name) + note
    }
  }

  public var action: Action
  /// The file that holds the line; empty if it stands in none.
  public var file: String
  /// Line number from 1.
  public var line: Int

  public init(_ action: Action, file: String = "", line: Int = 0) {
    self.action = action
    self.file = file
    self.line = line
  }

  public var description: String {
    switch action {
    case .same(let targets): "same " + targets.map(\.description).joined(separator: " | ")
    case .different(let targets):
      "different " + targets.map(\.description).joined(separator: " | ")
    case .rename(let target, let name): "rename \(target) -> \(Decision.quoted(name))"
    case .kind(let target, let kind): "kind \(target) = \(kind.word)"
    case .drop(let target): "drop \(target)"
    }
  }

  /// `file:line` for messages.
  public var place: String {
    (file.isEmpty ? "decision" : InputProblem.printable(file)) + ":\(line)"
  }

  /// The actors that the line names.
  var targets: [Target] {
    switch action {
    case .same(let targets), .different(let targets): targets
    case .rename(let target, _), .kind(let target, _), .drop(let target): [target]
    }
  }

  /// A name as the file format writes it: bare where nothing in it could be read otherwise.
  static func quoted(_ text: String) -> String {
    var isPlain = !text.isEmpty && text.utf8.first != 0x20 && text.utf8.last != 0x20
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\"", "[", "]", "#", "=", "\\", ",", "\u{A0}": isPlain = false
      case ">" where previous == "-": isPlain = false
      case " " where previous == " ": isPlain = false
      default: if isUnprintable(scalar) { isPlain = false }
      }
      previous = scalar
    }
    if isPlain { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        out += "\\"
        out.unicodeScalars.append(scalar)
      } else if isUnprintable(scalar) {
        out += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Control characters, line separators and marks that turn the direction of writing.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }
}
