/// Text that is safe inside XML.
struct XMLText {
  private(set) var string = ""

  /// Markup of our own.
  mutating func raw(_ markup: String) { string += markup }

  /// Text from anywhere, as content or inside a quoted attribute. What XML does not allow, and what
  /// turns the direction of the text behind it, is left out.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": string += "&amp;"
      case "<": string += "&lt;"
      case ">": string += "&gt;"
      case "\"": string += "&quot;"
      case "\n": string += "\n"
      default: if DOTText.isVisible(scalar) { string.unicodeScalars.append(scalar) }
      }
    }
  }

  /// `text` made safe.
  static func escaped(_ text: String) -> String {
    var xml = XMLText()
    xml.text(text)
    return xml.string
  }
}
