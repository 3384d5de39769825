/// What a user has decided about actors: the lines of a decisions file, in their order.
public struct Decisions: Sendable {
  /// The lines that could be read.
  public var lines: [Decision]
  /// The lines that could not.
  public private(set) var problems: [DecisionProblem] = []

  /// No decisions.
  public init() { lines = [] }

  /// Decisions made in code.
  public init(_ actions: [Decision.Action]) {
    lines = actions.enumerated().map { Decision($1, line: $0 + 1) }
  }

  /// Limits that keep a wrong file from taking memory and time.
  enum Limit {
    static let bytes = 16 << 20
    static let lines = 200_000
    static let lineBytes = 8192
    static let names = 64
  }

  /// Reads a decisions file; lines that cannot be read become ``problems``, the rest counts.
  ///
  /// - Parameter path: a file or pipe; `-` is standard input.
  /// - Throws: ``DecisionProblem`` if the file as a whole cannot be read.
  public init(file path: String) throws(DecisionProblem) {
    self.init(bytes: try Decisions.read(path), file: path)
  }

  /// Reads the text of a decisions file.
  ///
  /// - Parameter file: its name in messages.
  public init(bytes: [UInt8], file: String) {
    lines = []
    var number = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      number += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let line = bytes[start..<end]
      start = end + 1
      do throws(DecisionProblem.Fault) {
        if let action = try Decisions.action(of: line) {
          guard lines.count < Limit.lines else {
            throw DecisionProblem.Fault(0, .tooManyLines(limit: Limit.lines))
          }
          lines.append(Decision(action, file: file, line: number))
        }
      } catch {
        problems.append(
          DecisionProblem(file: file, line: number, column: error.column, kind: error.kind))
        if case .tooManyLines = error.kind { return }
      }
    }
  }

  private static func action(
    of line: ArraySlice<UInt8>
  ) throws(DecisionProblem.Fault) -> Decision.Action? {
    if line.count > Limit.lineBytes {
      throw DecisionProblem.Fault(0, .lineTooLong(limit: Limit.lineBytes))
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      throw DecisionProblem.Fault(0, .notUTF8)
    }
    var reader = DecisionReader(text)
    return try reader.action()
  }

  private static func read(_ path: String) throws(DecisionProblem) -> [UInt8] {
    func problem(_ kind: DecisionProblem.Kind) -> DecisionProblem {
      DecisionProblem(file: path, line: 0, kind: kind)
    }
    do throws(SystemFile.Failure) {
      // A folder opens and fails to read, with the system's own words.
      let file = try SystemFile(path: path)
      var bytes: [UInt8] = []
      while bytes.count <= Limit.bytes {
        if try file.read(upTo: 1 << 16, into: &bytes) == 0 { return bytes }
      }
    } catch { throw problem(.unreadable(error.message)) }
    throw problem(.tooLarge(limit: Limit.bytes))
  }

  /// Articles that a line names with `[in …]`.
  var documents: Set<String> {
    Set(lines.flatMap(\.targets).compactMap(\.document))
  }
}
