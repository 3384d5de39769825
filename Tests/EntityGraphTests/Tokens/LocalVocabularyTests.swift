import Testing

@testable import EntityGraph

/// Words of a document get their ids in the order of the text, however hostile their hashes.
@Suite struct LocalVocabularyTests {
  private func intern(_ word: String, _ hash: UInt64, _ words: inout LocalVocabulary) -> Int {
    let bytes = Array(word.utf8) + [UInt8](repeating: 0, count: 8)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { words.intern($0, count: word.utf8.count, hash: hash) } ?? -1
    }
  }

  @Test func oneHashForAllWordsIsNoticed() {
    var words = LocalVocabulary()
    for round in 0..<2 {
      for number in 0..<3_000 {
        #expect(intern("word\(number)", 42, &words) == number)
        if number == LocalVocabulary.patience - 1, round == 0 { #expect(!words.isFlooded) }
      }
      #expect(words.isFlooded)
    }
    #expect(words.count == 3_000)
    words.removeAll()
    #expect(!words.isFlooded)
    #expect(intern("again", 42, &words) == 0)
  }

  /// Hashes that differ, but not in the bits that choose the slot.
  @Test func neighbouringSlotsAreNoticed() {
    var words = LocalVocabulary()
    for number in 0..<3_000 {
      #expect(intern("word\(number)", UInt64(number) << 24 | 7, &words) == number)
    }
    #expect(words.isFlooded)
  }

  @Test func ordinaryWordsKeepTheFastHash() {
    var words = LocalVocabulary()
    for number in 0..<500 {
      let word = "word\(number)"
      let bytes = Array(word.utf8) + [UInt8](repeating: 0, count: 8)
      let hash = bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { Folding.hash($0, count: word.utf8.count) } ?? 0
      }
      _ = intern(word, hash, &words)
    }
    #expect(words.count == 500)
    #expect(!words.isFlooded)
  }
}
