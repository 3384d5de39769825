import Testing

@testable import EntityGraph

/// Sentences without an end are cut, so that no text can cost the square of its length.
@Suite struct LongSentenceTests {
  @Test func endlessSentencesAreCut() throws {
    let words = 4 * SentenceSplitter.maximumTokens
    let text = Array(String(repeating: "rain ", count: words).utf8)
    var extractor = try Articles.extractor()
    var found = Extraction()
    extractor.extract(text, into: &found)
    #expect(found.sentences.count == 4)
    #expect(found.sentences.allSatisfy { $0.count <= 5 * SentenceSplitter.maximumTokens })
  }

  @Test func longSentencesOfNewsAreNot() throws {
    let clause = "the minister of the interior said that, as far as was known, nobody was hurt, "
    let text = Array((String(repeating: clause, count: 12) + "and left.").utf8)
    var extractor = try Articles.extractor()
    var found = Extraction()
    extractor.extract(text, into: &found)
    #expect(found.sentences.count == 1)
  }
}
