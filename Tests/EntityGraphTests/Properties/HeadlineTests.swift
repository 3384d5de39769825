import Testing

@testable import EntityGraph

/// A headline in capitals keeps the names that the article spells out.
@Suite struct HeadlineTests {
  static let rows: [(headline: String, body: String, names: Int)] = [
    (
      "Merkel meets Macron in Paris",
      "Chancellor Angela Merkel met President Emmanuel Macron in Paris on Monday. Merkel and"
        + " Macron discussed trade with envoys in Paris.", 3
    ),
    (
      "Nigeria thanks Ashdown Museum",
      "The Ashdown Museum has returned a bronze head to Nigeria, its director said.", 2
    ),
    (
      "Iran threatens United States after Soleimani strike",
      "Iran threatened the United States on Friday after a drone killed General Qassem Soleimani.",
      3
    ),
  ]

  @Test(arguments: rows) func upperCasingKeepsNames(
    _ row: (headline: String, body: String, names: Int)
  ) throws {
    var extractor = try Articles.extractor()
    let plain = extractor.readable(row.headline + "\n\n" + row.body).names
    let capitals = extractor.readable(row.headline.uppercased() + "\n\n" + row.body).names
    let inHeadline = Set(plain.filter { row.headline.contains(words($0)) }.map(kindAndCapitals))
    #expect(inHeadline.count == row.names, "the headline's names are \(inHeadline)")
    for name in inHeadline { #expect(capitals.contains(name), "lost from \(capitals)") }
    // The body is read as before.
    let body = plain.dropFirst(inHeadline.count)
    #expect(Array(capitals.suffix(body.count)) == Array(body))
  }

  private func words(_ name: String) -> String {
    name.split(separator: " ").dropFirst().joined(separator: " ")
  }

  private func kindAndCapitals(_ name: String) -> String {
    name.split(separator: " ")[0] + " " + words(name).uppercased()
  }
}
