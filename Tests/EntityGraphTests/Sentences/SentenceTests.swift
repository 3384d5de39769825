import Testing

@testable import EntityGraph

@Suite struct SentenceTests {
  /// Text with `|` where a sentence border must be found.
  static let rows = [
    "He left. |She stayed.",
    "Gen. Doe left. |Mr. Roe stayed.",
    "The U.S. Army left. |It rained.",
    "He works for Acme Inc. |The firm is old.",
    "J. R. Doe spoke. |Then he left.",
    "\"Go away.\" |She left.",
    "He said: \"Stay.\" |They stayed.",
    "Is it true? |Yes! |It is.",
    "First headline\n|Second line begins here.",
    "One paragraph\n\n|another paragraph",
    "The minister of foreign\naffairs of the country that lies far\nto the north of here left.",
    "It cost 3.5 million. |Then 4.",
  ]

  @Test(arguments: rows) func finds(_ row: String) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let bytes = Array(row.filter { $0 != "|" }.utf8)
    var table = TokenTable()
    var sentences: [Sentence] = []
    bytes.withUnsafeBufferPointer { Tokenizer(lexicon: knowledge.lexicon).run($0, into: &table) }
    SentenceSplitter().run(&table, into: &sentences)
    let borders = Set(sentences.dropFirst().map { Int(table.tokens[Int($0.first)].start) })
    var marked = ""
    for (offset, byte) in bytes.enumerated() {
      if borders.contains(offset) { marked += "|" }
      marked += String(UnicodeScalar(byte))
    }
    #expect(marked == row)
  }

  @Test func tellsLinesApart() throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let text = "SENATE LEADER QUITS POST\nPARIS 2019-03-02\nA b c and d left the town."
    let bytes = Array(text.utf8)
    var table = TokenTable()
    var sentences: [Sentence] = []
    bytes.withUnsafeBufferPointer { Tokenizer(lexicon: knowledge.lexicon).run($0, into: &table) }
    SentenceSplitter().run(&table, into: &sentences)
    #expect(sentences.map(\.line) == [.capitals, .dateline, .running])
  }
}
