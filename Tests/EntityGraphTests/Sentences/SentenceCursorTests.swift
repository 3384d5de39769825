import Testing

@testable import EntityGraph

/// The sentence of a token, met in the order of the text.
@Suite struct SentenceCursorTests {
  /// Lengths of sentences, the tokens that are asked for, and the sentence of each.
  static let rows: [(lengths: [Int32], tokens: [Int32], numbers: [Int])] = [
    ([5], [0, 4], [0, 0]),
    ([1, 1, 1, 1], [0, 1, 2, 3], [0, 1, 2, 3]),
    ([3, 4, 2], [0, 2, 3, 6, 7, 8], [0, 0, 1, 1, 2, 2]),
    ([1, 1, 1, 1, 1, 9, 1], [0, 5, 13, 14], [0, 5, 5, 6]),
    ([2, 2, 2, 2, 2, 2], [1, 11], [0, 5]),
    ([4, 4], [5, 5, 7], [1, 1, 1]),
    // Behind the last sentence: the last.
    ([2, 2], [9], [1]),
  ]

  @Test(arguments: rows.indices) func finds(_ row: Int) {
    let (lengths, tokens, numbers) = Self.rows[row]
    var end: Int32 = 0
    let sentences = lengths.map { length in
      end += length
      return Sentence(first: end - length, end: end, line: .running)
    }
    let found = sentences.withUnsafeBufferPointer { sentences in
      var cursor = SentenceCursor(sentences)
      return tokens.map { token in
        cursor.move(to: token)
        #expect(token >= end || cursor.tokens.contains(Int(token)))
        return cursor.number
      }
    }
    #expect(found == numbers)
  }

  @Test func aTextWithoutSentences() {
    let none: [Sentence] = []
    none.withUnsafeBufferPointer { sentences in
      var cursor = SentenceCursor(sentences)
      cursor.move(to: 3)
      #expect(cursor.number == 0 && cursor.tokens.isEmpty)
    }
  }
}
