import Testing

@testable import EntityGraph

@Suite struct DocumentSourceTests {
  /// Ids of the documents, or the problems, in the order of the inputs.
  private func read(_ inputs: [String]) -> [String] {
    var source = DocumentSource(inputs)
    var decoder = DocumentDecoder()
    var out: [String] = []
    while let record = source.next() {
      do throws(InputProblem) { out.append(try decoder.decode(record).id) } catch {
        out.append("\(error.reason)")
      }
    }
    return out
  }

  private func next(_ source: inout DocumentSource) throws -> DocumentSource.Record {
    let record = source.next()
    return try #require(record)
  }

  @Test func takesFoldersInAStableOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a.txt", "sub/c.txt", "a10.txt", "Z.txt", "note.md", ".hidden.txt"] {
      try folder.write(name, "Text.")
    }
    try folder.write("d.jsonl", "{\"id\":\"d1\",\"text\":\"x\"}\n{\"id\":\"d2\",\"text\":\"y\"}")
    #expect(read([folder.path]) == ["Z", "a", "a10", "b", "d1", "d2", "c"])
    #expect(read([folder.path + "/"]) == ["Z", "a", "a10", "b", "d1", "d2", "c"])
  }

  @Test func readsMembersOfLines() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.jsonl",
      """
      {"id": 7, "text": "One.", "title": "T", "date": "2020-01-06", "url": null, "more": [1]}
      {"text": "caf\\u00e9", "id": "b"}
      """)
    var source = DocumentSource([path])
    var decoder = DocumentDecoder()
    let first = try decoder.decode(next(&source))
    #expect(first.id == "7")
    #expect(first.title == "T")
    #expect(first.date == "2020-01-06")
    #expect(first.url == nil)
    let second = try decoder.decode(next(&source))
    #expect(String(decoding: second.text, as: UTF8.self) == "café")
    #expect(second.title == nil)
    let isAtEnd = source.next().map { _ in false } ?? true
    #expect(isAtEnd)
  }

  @Test func readsLinesLongerThanAPiece() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "long words ", count: 60_000)
    let path = try folder.write(
      "a.jsonl", "{\"id\":\"a\",\"text\":\"\(long)\"}\r\n\r\n{\"id\":\"b\",\"text\":\"\(long)\"}")
    #expect(read([path]) == ["a", "b"])
  }

  @Test func stripsTheByteOrderMark() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", [0xEF, 0xBB, 0xBF] + Array("Text".utf8))
    var source = DocumentSource([path])
    var decoder = DocumentDecoder()
    let document = try decoder.decode(next(&source))
    #expect(document.text == Array("Text".utf8))
    let lines = try folder.write(
      "b.jsonl", [0xEF, 0xBB, 0xBF] + Array("{\"id\":\"b\",\"text\":\"x\"}".utf8))
    #expect(read([lines]) == ["b"])
  }
}
