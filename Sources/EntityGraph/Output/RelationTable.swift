/// Rows of relations, aligned to the width of a terminal.
struct RelationTable {
  struct Row {
    var arrow: String
    var name: String
    var words: String
    var modality: String
    var documents: String
    var place: String
    var quote: String
  }

  let width: Int
  let styled: Bool

  /// Writes one row and, below it, the quote with its place.
  func write(_ rows: [Row], to out: inout ByteStream) {
    // Arrow, modality and count and the gaps between take so much; the rest is for names and words.
    let counts = rows.map(\.documents.count).max() ?? 0
    let room = max(8, width - 18 - counts)
    let longest = rows.map(\.words.count).max() ?? 0
    let names = min(rows.map(\.name.count).max() ?? 0, max(room / 2, room - longest))
    let words = min(longest, room - names)
    for row in rows {
      var line = "  \(row.arrow) \(bold(padded(row.name, names)))  \(padded(row.words, words))"
      line += "  \(padded(row.modality, 8))  \(row.documents)"
      out.append(text: line + "\n")
      if row.place.isEmpty { continue }
      for line in wrapped("\(row.place)  \(row.quote)", indent: 6, most: 3) {
        out.append(text: dim(line) + "\n")
      }
    }
  }

  /// Breaks text into lines of the table's width between words; what does not fit into `most` lines
  /// ends in an ellipsis.
  func wrapped(_ text: String, indent: Int, most: Int = .max) -> [String] {
    let room = max(16, width - indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= room {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
        if lines.count == most { break }
      }
    }
    if lines.count == most {
      lines[most - 1] = cut(lines[most - 1] + " …", to: room)
    } else {
      lines.append(line)
    }
    return lines.map { String(repeating: " ", count: indent) + cut($0, to: room) }
  }

  func bold(_ text: String) -> String { styled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { styled ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  private func padded(_ text: String, _ width: Int) -> String {
    let text = cut(text, to: width)
    return text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(max(1, width - 1)) + "…"
  }

  /// Text inside a cell of a Markdown table.
  static func markdown(_ text: String) -> String {
    var out = ""
    for character in TextWriter.printable(text) {
      if "\\|*_`<>[]&#".contains(character) { out += "\\" }
      out.append(character)
    }
    return out
  }
}
