/// Breaks labels into lines.
enum TextWrap {
  /// Breaks `text` between words into lines of about `width` characters; a longer word is cut,
  /// and what does not fit into `most` lines ends in an ellipsis.
  static func lines(_ text: String, width: Int, most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    // What is far longer than its lines is cut first, so that the cost is bounded.
    for word in text.prefix(width * (most + 1) * 2).split(separator: " ") {
      var word = word
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      while word.count > width + 4 {
        if !line.isEmpty {
          lines.append(line)
          line = ""
        }
        lines.append(word.prefix(width - 1) + "-")
        word = word.dropFirst(width - 1)
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > most {
      lines = Array(lines.prefix(most))
      lines[most - 1] = lines[most - 1].prefix(width - 1) + "…"
    }
    return lines
  }
}
