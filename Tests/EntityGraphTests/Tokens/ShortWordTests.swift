import Testing

@testable import EntityGraph

/// Words in two machine words are what the slow way over their bytes makes of them.
@Suite struct ShortWordTests {
  private static let words = [
    "a", "A", "the", "The", "minister", "Minister", "ministers", "extraordinary", "Constitutional",
    "incomprehensib",
  ]

  /// The folded bytes and hash of a word, one byte after the other.
  private func slow(_ word: String) -> (bytes: [UInt8], hash: UInt64) {
    let bytes = Folding.fold(word) ?? []
    let padded = bytes + [UInt8](repeating: 0, count: 24)
    return (
      bytes,
      padded.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { Folding.hash($0, count: bytes.count) } ?? 0
      }
    )
  }

  private func bytes(_ low: UInt64, _ high: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> UInt64($0 % 8 * 8)) }
  }

  private static let capitals = [
    "BBC", "McDonald", "iPhone", "USAir", "eBay", "NGOs", "CONSTITUTIONAL",
  ]

  @Test(arguments: words + capitals, [" ", ".", "-", "é", "{", "`", "@", "[", "9", "\0"])
  func readsLetters(_ word: String, _ behind: String) {
    let text = Array((word + behind + "behind it all, something").utf8)
    text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress, let read = ShortWord(base) else {
        Issue.record("nothing read")
        return
      }
      let (folded, hash) = slow(word)
      #expect(read.length == word.utf8.count)
      #expect(read.flags.contains(.capitalized) == (word.first?.isUppercase == true))
      #expect(bytes(read.low, read.high, read.length) == folded)
      #expect(Folding.hash(read.low, read.high, count: read.length) == hash)
    }
  }

  /// What capitals say, alone and behind the first letter.
  @Test(
    arguments: [
      ("a", TokenFlags.word), ("A", [.word, .capitalized, .initial]), ("the", .word),
      ("The", [.word, .capitalized]), ("BBC", [.word, .capitalized, .allCaps]),
      ("McDonald", [.word, .capitalized, .mixedCase]), ("iPhone", [.word, .mixedCase]),
      ("USAir", [.word, .capitalized]), ("NGOs", [.word, .capitalized]),
      ("CONSTITUTIONAL", [.word, .capitalized, .allCaps]),
    ] as [(String, TokenFlags)])
  func seesCapitals(_ word: String, _ flags: TokenFlags) {
    let text = Array((word + " BEHIND it all, something").utf8)
    text.withUnsafeBufferPointer { text in
      #expect(text.baseAddress.flatMap { ShortWord($0) }?.flags == flags)
    }
  }

  @Test(arguments: [" word", "1st", "é", "@home", "[a]", "{a}", "incomprehensible", "\u{1}a"])
  func readsNoOthers(_ text: String) {
    Array((text + " and what stands behind").utf8).withUnsafeBufferPointer { text in
      #expect(text.baseAddress.flatMap { ShortWord($0) } == nil)
    }
  }

  @Test(
    arguments: words + ["BBC", "U.S.", "o'Neill", "3rd", "[@`{", "AZaz09-_/", "sixteen-letters."])
  func foldsInTwoMachineWords(_ word: String) {
    let text = Array((word + "BEHIND IT ALL, SOMETHING").utf8)
    let count = word.utf8.count
    text.withUnsafeBufferPointer { text in
      let folded = text.baseAddress.flatMap { Folding.foldASCII($0, count: count) }
      #expect(folded.map { bytes($0.low, $0.high, count) } == slow(word).bytes)
      #expect(folded.map { Folding.hash($0.low, $0.high, count: count) } == slow(word).hash)
    }
  }

  @Test func foldsNothingElse() {
    Array("é and more than sixteen bytes".utf8).withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      #expect(Folding.foldASCII(base, count: 3) == nil)
      #expect(Folding.foldASCII(base + 3, count: 0) == nil)
      #expect(Folding.foldASCII(base + 3, count: 17) == nil)
    }
  }

  /// The records of the frequent words say what the lexicon says, and belong to one lexicon.
  @Test func frequentWordsAreThoseOfTheLexicon() throws {
    let lexicon = try #require(BuiltIn.knowledge).lexicon
    let other = try Knowledge.compile([], base: nil).knowledge.lexicon
    var table = TokenTable()
    var words: [(low: UInt64, high: UInt64)] = []
    for (_, article) in Articles.all {
      Array(article.utf8).withUnsafeBufferPointer {
        Tokenizer(lexicon: lexicon).run($0, into: &table)
      }
      for token in table.tokens where Int(token.term) < lexicon.termCount {
        let bytes = lexicon.bytes(token.term)
        guard (1..<16).contains(bytes.count) else { continue }
        var low: UInt64 = 0
        var high: UInt64 = 0
        for (k, byte) in bytes.enumerated() {
          if k < 8 {
            low |= UInt64(byte) << UInt64(8 * k)
          } else {
            high |= UInt64(byte) << UInt64(8 * k - 64)
          }
        }
        words.append((low, high))
      }
    }
    var found = 0
    table.frequent.withRecords(of: lexicon) { records in
      for word in words {
        guard let record = records.find(word.low, word.high)?.pointee else { continue }
        found += 1
        #expect(record.lemma == lexicon.lemma(record.term))
        #expect(record.classes == lexicon.classes(record.term).rawValue)
      }
      #expect(records.find(0x7A7A_7171, 0) == nil)
    }
    #expect(found * 2 > words.count)
    table.frequent.withRecords(of: other) { records in
      for word in words { #expect(records.find(word.low, word.high) == nil) }
    }
  }
}
