/// Why one input, or one line of it, could not be used. The rest is still processed.
public struct InputProblem: Error, Hashable, Sendable {
  /// What the user named: a path, or `-` for standard input.
  public var input: String
  /// The line of a JSON Lines input, counted from 1.
  public var line: Int?
  /// What is wrong.
  public var reason: Reason

  /// What can be wrong with an input.
  public enum Reason: Hashable, Sendable {
    case missing
    /// The system's own words, for example `Permission denied`.
    case unreadable(String)
    case noArticles
    case linkCycle
    /// The path is not UTF-8, so that no output could name it.
    case unusableName
    /// Offset of the first NUL byte.
    case binary(offset: Int)
    /// What it is instead, as `iconv -f` calls it.
    case encoding(String)
    /// Offset and value of the first byte that is no UTF-8.
    case notUTF8(offset: Int, byte: UInt8)
    case tooLong(limit: Int)
    case json(JSONProblem)
    case field(String, JSONFieldFault)
  }

  /// Makes a problem of one input.
  public init(input: String, line: Int? = nil, reason: Reason) {
    self.input = input
    self.line = line
    self.reason = reason
  }
}

/// What can be wrong with a member of a JSON Lines object.
public enum JSONFieldFault: Hashable, Sendable {
  case missing, notText, empty
}

extension InputProblem: CustomStringConvertible {
  /// One line: the input, the line where there is one, what is wrong, and what to do.
  public var description: String {
    let place = line.map { ":\($0)" } ?? ""
    return "\(InputProblem.printable(input))\(place): \(reason)"
  }

  /// A path as it can be printed on one line: control characters are written as escapes.
  public static func printable(_ path: String) -> String {
    var out = ""
    for scalar in path.unicodeScalars {
      switch scalar.value {
      case 0x0A: out += "\\n"
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
        out += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension InputProblem.Reason: CustomStringConvertible {
  /// What is wrong and what to do, without the input's name.
  public var description: String {
    switch self {
    case .missing: "no such file or folder"
    case .unreadable(let why): "cannot be read: \(why)"
    case .noArticles: "no .txt or .jsonl file in this folder"
    case .linkCycle: "a link back to a folder that holds it; skipped"
    case .binary(let offset): "not a text file (NUL byte at offset \(offset))"
    case .unusableName: "the name is not UTF-8; rename it"
    case .encoding(let name): "\(name) text; convert it: iconv -f \(name) -t UTF-8"
    case .notUTF8(let offset, let byte):
      "not UTF-8 (byte 0x\(hex(byte)) at offset \(offset)); if it is Latin-1 or Windows-1252, "
        + "convert it: iconv -f WINDOWS-1252 -t UTF-8"
    case .tooLong(let limit): "longer than \(limit) bytes; split it"
    case .json(let problem): "broken JSON: \(problem)"
    case .field(let name, .missing): "no \"\(name)\""
    case .field(let name, .notText): "\"\(name)\" is no string"
    case .field(let name, .empty): "\"\(name)\" is empty"
    }
  }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
