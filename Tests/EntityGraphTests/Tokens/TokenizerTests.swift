import Testing

@testable import EntityGraph

@Suite struct TokenizerTests {
  /// Text, its tokens separated by a bar.
  static let rows: [(String, String)] = [
    ("The U.S. Army said so.", "The|U.S.|Army|said|so|."),
    ("Iraq's parliament", "Iraq|'s|parliament"),
    ("Iraq’s parliament", "Iraq|’s|parliament"),
    ("the Governors' meeting", "the|Governors|'|meeting"),
    ("US-led forces", "US|-|led|forces"),
    ("pro-Iran groups", "pro|-|Iran|groups"),
    ("Adel Abdel-Mahdi", "Adel|Abdel-Mahdi"),
    ("Kim Jong-un spoke", "Kim|Jong-un|spoke"),
    ("US-Iran talks", "US|-|Iran|talks"),
    ("(D-Calif.) and R-Ohio", "(|D|-|Calif.|)|and|R|-|Ohio"),
    ("the D-Day landings", "the|D-Day|landings"),
    ("Guinea-Bissau", "Guinea-Bissau"),
    ("he didn't go", "he|did|n't|go"),
    ("they've left", "they|'ve|left"),
    ("O'Neill and D’Amato", "O'Neill|and|D’Amato"),
    ("AT&T rose 5,200.50 points", "AT&T|rose|5,200.50|points"),
    ("the 82nd Airborne", "the|82nd|Airborne"),
    ("\"Go,\" she said", "\"|Go|,|\"|she|said"),
    ("mail me@example.org now", "mail|me@example.org|now"),
    ("see https://example.org/a?b now", "see|https://example.org/a?b|now"),
    ("follow @jdoe today", "follow|@jdoe|today"),
    ("J. Doe of St. Louis", "J.|Doe|of|St.|Louis"),
    ("a 26-year-old man", "a|26-year-old|man"),
    ("Müller met Çelik", "Müller|met|Çelik"),
    ("wait... then -- go", "wait|...|then|--|go"),
    ("", ""),
    ("   \n\n ", ""),
  ]

  @Test(arguments: rows) func cuts(_ row: (text: String, tokens: String)) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let bytes = Array(row.text.utf8)
    var table = TokenTable()
    bytes.withUnsafeBufferPointer { Tokenizer(lexicon: knowledge.lexicon).run($0, into: &table) }
    let found = table.tokens.map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
    #expect(found.joined(separator: "|") == row.tokens)
  }

  @Test func foldsCaseAndDiacritics() throws {
    let lexicon = try #require(BuiltIn.knowledge).lexicon
    #expect(lexicon.term("germany") != 0)
    #expect(lexicon.term("GERMANY") == lexicon.term("Germany"))
    #expect(Folding.fold("Łódź") == Array("lodz".utf8))
    #expect(Folding.fold("Nguyễn") == Array("nguyen".utf8))
    #expect(Folding.fold("STRASSE") == Folding.fold("straße"))
    #expect(Folding.fold(String(repeating: "x", count: 65)) == nil)
  }

  @Test func givesUnknownWordsIdsOfTheirOwn() throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let bytes = Array("Zqxv met Wqzk and zqxv.".utf8)
    var table = TokenTable()
    bytes.withUnsafeBufferPointer { Tokenizer(lexicon: knowledge.lexicon).run($0, into: &table) }
    let terms = table.tokens.map(\.term)
    #expect(terms[0] == terms[4])
    #expect(terms[0] != terms[2])
    #expect(Int(terms[0]) >= knowledge.lexicon.termCount)
  }
}
