/// How wide text is in the drawings' fonts, which share Helvetica's widths.
enum TextMeasure {
  /// Width as a multiple of the font's size; what has no width here counts as a wide letter.
  static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ letter: Unicode.Scalar) -> Double {
    switch letter {
    case "i", "j", "l", "'", "|": 0.222
    case " ", ",", ".", ":", ";", "!", "/", "f", "t", "I", "[", "]": 0.278
    case "(", ")", "r", "-", "`": 0.333
    case "c", "k", "s", "v", "x", "y", "z", "J": 0.5
    case "a"..."z", "0"..."9", "$", "?", "_", "“", "”": 0.556
    case "+", "<", "=", ">", "~": 0.584
    case "m", "M": 0.833
    case "w", "C", "D", "H", "N", "R", "U": 0.722
    case "G", "O", "Q": 0.778
    case "F", "T", "Z", "L": 0.611
    case "W": 0.944
    case "A"..."Z", "&": 0.667
    case "\u{C0}"..."\u{24F}": 0.667
    default: 1
    }
  }
}
