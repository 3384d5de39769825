/// How links are put into words on a drawing.
enum LinkWords {
  /// Relations that have one wording whatever the text says; for the others the text's words speak.
  private static let fixed: [String: String] = [
    "part_of": "part of", "located_in": "in", "lives_in": "lives in", "citizen_of": "citizen of",
    "member_of": "member of",
  ]

  /// The words of one link, with what the text leaves open.
  static func words(_ link: Link) -> String {
    let predicate = link.predicate.split(separator: "_").joined(separator: " ")
    var words = fixed[link.predicate] ?? TextWriter.printable(link.label)
    if !words.unicodeScalars.contains(where: \.properties.isAlphabetic) { words = predicate }
    return switch link.modality {
    case .asserted: words
    case .reported: words + " (reported)"
    case .possible: words + " (possible)"
    case .negated: "not: " + words
    }
  }

  /// The different words of the links of one line, strongest first: three lines at most.
  static func lines(_ links: [Link]) -> [String] {
    var all: [String] = []
    for link in links {
      let words = words(link)
      if !all.contains(words) { all.append(words) }
    }
    let shown = all.count > 3 ? Array(all.prefix(2)) : all
    var lines = shown.map { TextWrap.lines($0, width: 24, most: 2) }.flatMap(\.self)
    if all.count > 3 { lines.append("+ \(all.count - 2) more") }
    return lines
  }
}
