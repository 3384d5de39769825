import Foundation
import Testing

@testable import EntityGraph

/// What one document yields depends on nothing but that document.
@Suite struct IndependenceTests {
  @Test func theExamplesYieldSomething() throws {
    #expect(Articles.all.count >= 4)
    for article in Articles.all {
      var extractor = try Articles.extractor()
      let result = extractor.readable(article.text)
      #expect(result.names.count >= 10, "\(article.name)")
      #expect(result.lines.contains { $0.hasPrefix("relation ") }, "\(article.name)")
      #expect(result.lines.contains { $0.hasPrefix("role ") }, "\(article.name)")
    }
  }

  @Test func aDocumentAloneAndAfterOthersYieldsTheSame() throws {
    var used = try Articles.extractor()
    for article in Articles.all + Articles.all.reversed() {
      var fresh = try Articles.extractor()
      #expect(used.readable(article.text) == fresh.readable(article.text), "\(article.name)")
    }
  }

  @Test func anExtractionIsReusedWithoutTraces() throws {
    var extractor = try Articles.extractor()
    var extraction = Extraction()
    for article in Articles.all {
      let text = Array(article.text.utf8)
      extractor.extract(text, into: &extraction)
      #expect(
        Readable(extraction, of: text, extractor.knowledge) == extractor.readable(text),
        "\(article.name)")
    }
    extractor.extract([], into: &extraction)
    #expect(extraction.mentions.isEmpty && extraction.entities.isEmpty)
    #expect(extraction.roles.isEmpty && extraction.relations.isEmpty)
    #expect(extraction.merges.isEmpty && extraction.cooccurrences.isEmpty)
  }

  @Test func threadsYieldWhatOneAfterTheOtherYields() async throws {
    let knowledge = try Knowledge.builtIn()
    var serial = Extractor(knowledge: knowledge)
    let expected = Articles.all.map { serial.readable($0.text) }
    let actual = await withTaskGroup(of: [Readable].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var extractor = Extractor(knowledge: knowledge)
          return Articles.all.map { extractor.readable($0.text) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(actual.count == 8)
    for result in actual { #expect(result == expected) }
  }

  /// Sentences that decide on their names by themselves.
  static let sentences = [
    "Pentagon spokeswoman Alyssa Farah said so on Monday.",
    "Foreign Minister Dariusz Wolski met Angela Merkel in Berlin.",
    "Johanna de Wit, the chairwoman of Meridiaan Bank, declined to comment.",
    "The University of Ibadan is in Nigeria.",
    "Reuters reported that Iraq's parliament had voted.",
    "Sir Arthur Pell lived in Liverpool.",
  ]

  @Test(arguments: sentences) func aSentenceYieldsTheSameNamesInAnotherDocument(
    _ sentence: String
  ) throws {
    var extractor = try Articles.extractor()
    let alone = extractor.readable(sentence).names
    #expect(!alone.isEmpty)
    let before = "Farmers waited for rain. Prices of wheat rose again.\n\n"
    let after = "\n\nIt was a quiet day elsewhere, and nobody else was there."
    #expect(extractor.readable(before + sentence + after).names == alone)
  }
}
