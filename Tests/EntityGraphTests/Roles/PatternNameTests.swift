import Testing

@testable import EntityGraph

/// Where the names of packs' patterns meet names that were found before.
@Suite struct PatternNameTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var pattern: String
    var options = ""
    var sentence: String
    /// `kind:text` of each mention, in the order of the text.
    var expected: [String]
    var testDescription: String { "\(pattern) \(options): \(sentence)" }
  }

  static let rows: [Row] = [
    Row(
      pattern: "organization \"aboard\" name:([cap] [cap]?)", sentence: "aboard {place:Paris} x",
      expected: ["organization:Paris"]),
    Row(
      pattern: "organization \"aboard\" name:([cap] [cap]?)", sentence: "aboard Blue {place:Paris}",
      expected: ["organization:Blue Paris"]),
    // A nationality inside stays.
    Row(
      pattern: "organization \"aboard\" name:([cap] [cap]?)",
      sentence: "aboard {place.adjective:French} Star",
      expected: ["organization:French Star", "place:French"]),
    // Inside a longer name only with a priority.
    Row(
      pattern: "person \"aboard\" name:[cap]",
      sentence: "{organization:Club aboard Paris} x", expected: ["organization:Club aboard Paris"]),
    Row(
      pattern: "person \"aboard\" name:[cap]", options: "priority 1",
      sentence: "{organization:Club aboard Paris} x",
      expected: ["organization:Club aboard Paris", "person:Paris"]),
    Row(
      pattern: "person \"aboard\" name:[cap]", options: "priority -1",
      sentence: "aboard {place:Paris} aboard Rome", expected: ["place:Paris", "person:Rome"]),
    Row(
      pattern: "reject \"aboard\" name:([cap] [cap]?)",
      sentence: "aboard {place:Paris} {place:Rome} {place:Oslo}", expected: ["place:Oslo"]),
    // Crossing mentions of patterns: the first.
    Row(
      pattern: "person name:(\"a\" [any] \"a\")", sentence: "a b a b a",
      expected: ["person:a b a"]),
  ]

  @Test(arguments: rows)
  func settles(_ row: Row) throws {
    let rules = """
      rule r : mention \(row.pattern.split(separator: " ")[0])
        match \(row.pattern.split(separator: " ").dropFirst().joined(separator: " "))
        \(row.options)
        yes "A" -> A
        no "x"
      """
    let pack = PackSource(
      name: "mine",
      files: [
        PackSource.File(path: "own.rules", bytes: Array(rules.utf8)),
        PackSource.File(path: "w.tsv", bytes: Array("# table: words\nthe\tdet\n".utf8)),
      ])
    let (knowledge, errors) = try Knowledge.compile([pack], base: nil)
    #expect(errors == [])
    let document = MarkedDocument(row.sentence, lexicon: knowledge.lexicon)
    var mentions = document.mentions.map { view in
      Mention(
        span: ByteSpan(
          start: document.table.tokens[Int(view.first)].start,
          end: document.table.tokens[Int(view.end) - 1].end),
        first: view.first, end: view.end,
        kind: EntityKind.allCases.first { view.kinds.contains(KindMask($0)) } ?? .person,
        form: view.form, rule: 0)
    }
    var names = PatternNames(knowledge: knowledge)
    names.run(
      .mention, text: document.text, table: document.table, sentences: document.sentences,
      chunks: Chunks(), into: &mentions)
    #expect(
      mentions.map { "\($0.kind):\(document.words($0.first, $0.end))" } == row.expected)
  }
}
