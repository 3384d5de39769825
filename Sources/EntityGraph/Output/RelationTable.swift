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
    // Arrow, modality and count take some 30 columns; the rest is for names and words.
    let room = max(24, width - 34)
    let names = min(rows.map(\.name.count).max() ?? 0, room / 2)
    let words = min(rows.map(\.words.count).max() ?? 0, room - names)
    for row in rows {
      var line = "  \(row.arrow) \(bold(padded(row.name, names)))  \(padded(row.words, words))"
      line += "  \(padded(row.modality, 8))  \(row.documents)"
      out.append(text: line + "\n")
      if row.place.isEmpty { continue }
      let quote = "      \(row.place)  \(row.quote)"
      out.append(text: dim(cut(quote, to: width)) + "\n")
    }
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
