/// One `*.rules` file of a pack.
struct RuleSource: Sendable {
  /// As diagnostics name it.
  var path: String
  var text: [UInt8]

  init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
  }

  init(path: String, text: String) { self.init(path: path, text: Array(text.utf8)) }
}

/// Where something stands in a pack's rule files, in bytes.
struct SourceRange: Sendable, Hashable {
  /// Index of the file in the pack.
  var file: Int32
  var start: Int32
  var end: Int32

  /// From the start of this range to the end of another one of the same file.
  func joined(_ other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: start, end: max(end, other.end))
  }
}

/// A word of a rule file with its place.
struct NamedRange: Sendable, Hashable {
  var text: String
  var range: SourceRange
}

extension RuleSource {
  /// Line and column from 1; the column counts Unicode scalars.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in text.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// The text of the line that holds `offset`, without its line break.
  func line(at offset: Int) -> String {
    let at = min(offset, text.count)
    let start = text[..<at].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = text[at...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    var line = text[start..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
