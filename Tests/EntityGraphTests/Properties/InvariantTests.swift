import Testing

@testable import EntityGraph

/// What must hold of every extraction, whatever the text: checked on damaged articles.
@Suite struct InvariantTests {
  @Test func holdOnTheExamples() throws {
    var extractor = try Articles.extractor()
    for article in Articles.all { check(Array(article.text.utf8), &extractor) }
  }

  @Test(arguments: [
    "", " ", "\n\n\n", "A", "\"", "((((((((", "'''s's's", "J. J. J. J.", "....", "\u{feff}",
    "\u{0}\u{1}\u{2}", "e\u{301}\u{301}\u{301} \u{1f1ee}\u{1f1f6}", "\u{200f}ABC\u{202e} DEF",
    "\r\n\r\r\n",
    "US-US-US-led-led", "U.S.U.S.U.S.", "Mr. Mr. Mr.", "the the the", "of of of", "Iraq's's's",
    "President President President of of of of", ", , , said , said ,",
    "\u{2014}\u{2014}Bob\u{2014}",
  ])
  func holdOnOddTexts(_ text: String) throws {
    var extractor = try Articles.extractor()
    check(Array(text.utf8), &extractor)
  }

  @Test func holdOnDamagedArticles() throws {
    var extractor = try Articles.extractor()
    var random = SplitMix64(state: 2020)
    let scalars = Articles.all.map { Array($0.text.unicodeScalars) }
    let pieces: [Unicode.Scalar] = [
      "\n", " ", ".", ",", "'", "\"", "(", "-", "A", "z", "9", "\u{2019}", "\u{e9}", "\u{1f600}",
    ]
    for _ in 0..<300 {
      var text = scalars[Int.random(in: scalars.indices, using: &random)]
      for _ in 0..<Int.random(in: 1...20, using: &random) where !text.isEmpty {
        let place = Int.random(in: text.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text[place] = pieces[Int.random(in: pieces.indices, using: &random)]
        case 1: text.remove(at: place)
        case 2: text.insert(pieces[Int.random(in: pieces.indices, using: &random)], at: place)
        default:
          let end = min(text.count, place + Int.random(in: 1...40, using: &random))
          text.append(contentsOf: text[place..<end])
        }
      }
      var string = String.UnicodeScalarView()
      string.append(contentsOf: text)
      check(Array(String(string).utf8), &extractor)
    }
  }

  private func check(
    _ text: [UInt8], _ extractor: inout Extractor,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var found = Extraction()
    extractor.extract(text, into: &found)
    let broken = Invariants(found, in: text, extractor.knowledge).broken
    if !broken.isEmpty {
      let shown = String(decoding: text.prefix(400), as: UTF8.self)
      Issue.record("\(broken) in \(shown.debugDescription)", sourceLocation: sourceLocation)
    }
  }
}
