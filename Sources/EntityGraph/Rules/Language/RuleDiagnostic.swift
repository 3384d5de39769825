/// A located finding about a rule file, printed like a compiler's.
public struct RuleDiagnostic: Error, Sendable, Equatable {
  public var path: String
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  public var problem: RuleProblem
  /// The line of the file.
  public var source: String
  /// Number of scalars to underline; 0 for no caret line.
  public var length: Int

  init(_ problem: RuleProblem, at range: SourceRange, in sources: [RuleSource]) {
    self.problem = problem
    guard sources.indices.contains(Int(range.file)) else {
      (path, line, column, source, length) = ("", 0, 0, "", 0)
      return
    }
    let file = sources[Int(range.file)]
    path = file.path
    (line, column) = file.position(of: Int(range.start))
    source = file.line(at: Int(range.start))
    let from = min(max(0, Int(range.start)), file.text.count)
    let to = min(max(Int(range.end), from), file.text.count)
    let marked = file.text[from..<to].prefix {
      $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
    }
    length = max(1, marked.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) })
  }

  init(
    _ problem: RuleProblem, path: String, line: Int, column: Int, source: String, length: Int
  ) {
    (self.problem, self.path, self.line) = (problem, path, line)
    (self.column, self.source, self.length) = (column, source, length)
  }
}

extension RuleDiagnostic: CustomStringConvertible {
  /// `path:line:column: error: what is wrong`.
  public var headline: String { "\(path):\(line):\(column): error: \(problem)" }

  /// The headline, the source line and a caret line below it.
  public var description: String {
    if length == 0 { return "\(headline)\n  \(source)" }
    let width = 96
    var scalars = Array(source.unicodeScalars)
    var at = column - 1
    var cut = ""
    if at > width - 16 {
      let drop = min(at - width / 2, scalars.count)
      scalars.removeFirst(drop)
      at -= drop
      cut = "…"
    }
    var tail = ""
    if scalars.count > width {
      scalars.removeLast(scalars.count - width)
      tail = "…"
    }
    guard at >= 0, at <= scalars.count else { return headline }
    var text = String.UnicodeScalarView()
    var pad = String.UnicodeScalarView()
    for (i, scalar) in scalars.enumerated() {
      // What could move the cursor would move the caret away from its word.
      let shown: Unicode.Scalar = scalar.value < 32 && scalar != "\t" ? " " : scalar
      text.append(shown)
      if i < at { pad.append(shown == "\t" ? "\t" : " ") }
    }
    let marks = max(1, min(length, scalars.count - at))
    let caret = "^" + String(repeating: "~", count: marks - 1)
    let space = cut.isEmpty ? "" : " "
    return "\(headline)\n  \(cut)\(String(text))\(tail)\n  \(space)\(String(pad))\(caret)"
  }
}
