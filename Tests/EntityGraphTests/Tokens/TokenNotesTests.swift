import Testing

@testable import EntityGraph

/// What the tokenizer notes for the sentences is what a look at every token finds.
@Suite struct TokenNotesTests {
  static let rows = [
    "", "word", "He left. She stayed.", "\"Go,\" he said; (they went) [all]!",
    "One\nTwo\n\n\"Three\"",
    "Gen. Doe of the U.S. met ``him'' and 'her'.", "Acme's BBC A to Z NGOs, the boys' 3rd 12%",
    "“Stay”, he said\n- 3.5 - \n\n 'twas",
    ". . .\n\n\n.",
    // More than a block of tokens, and so more than one of notes.
    String(repeating: "\"Is it?\"\n", count: 200), String(repeating: "Mr. ", count: 300),
    String(repeating: "one, two three-four ", count: 150) + ".\n\"End",
  ]

  @Test(arguments: rows) func areThoseOfTheTokens(_ row: String) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    var table = TokenTable()
    Array(row.utf8).withUnsafeBufferPointer {
      Tokenizer(lexicon: knowledge.lexicon).run($0, into: &table)
    }
    var borders: Set<Int32> = []
    var turns: [Int32] = []
    var odd: [Int32] = []
    for (index, token) in table.tokens.enumerated() {
      let mark = Unicode.Scalar(token.mark)
      let isLine = token.flags.contains(.lineStart)
      if isLine { borders.insert(Int32(index)) }
      if token.flags.contains(.abbreviation) || ".!?)]\"'".unicodeScalars.contains(mark) {
        borders.insert(Int32(index + 1))
      }
      if isLine || mark == "\"" { turns.append(Int32(index)) }
      if !token.flags.isDisjoint(with: [.number, .allCaps, .initial, .possessive]) {
        odd.append(Int32(index))
      }
    }
    #expect(Set(table.borders) == borders)
    #expect(table.borders == table.borders.sorted())
    #expect(table.turns == turns)
    #expect(table.odd == odd)
  }
}
