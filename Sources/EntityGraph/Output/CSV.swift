/// Comma-separated values that spreadsheets open without running anything.
enum CSV {
  /// A field (RFC 4180): always quoted where it needs to be; a text that a spreadsheet would take
  /// for a formula gets an apostrophe in front.
  static func field(_ text: String) -> String {
    var text = TextWriter.printable(text)
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(text) == nil
    {
      text = "'" + text
    }
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ";")
        || byte == UInt8(ascii: "\n")
    }
    if !needsQuotes { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }

  /// A number with four places.
  static func decimal(_ value: Double) -> String {
    var writer = ByteWriter()
    writer.append(value, places: 4)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A row with its line break.
  static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }
}
