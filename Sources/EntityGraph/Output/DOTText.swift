/// Text as Graphviz reads it safely.
enum DOTText {
  /// Graphviz 2.43 refuses quoted strings from 16,384 bytes on; nothing on a drawing needs that.
  static let longest = 2000

  /// A quoted string that shows `text` as it is, whatever it holds.
  ///
  /// Quotes are escaped for the DOT language; backslashes and ampersands are doubled and spelt out,
  /// because labels interpret `\N`, `\G` and `&lt;`; control characters and non-characters, which
  /// are no XML, are left out; `\n` of ours breaks a line.
  static func quoted(_ text: String) -> String {
    var out = "\""
    var count = 0
    for scalar in text.unicodeScalars {
      if count > longest {
        out += "…"
        break
      }
      count += 1
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "&": out += "&amp;"
      case "\n": out += "\\n"
      case "\t", "\r": out += " "
      default: if isVisible(scalar) { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }

  /// Whether a scalar may stand in XML and does not turn the direction of what follows.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
