import Testing

@testable import EntityGraph

/// One hash for the same letters, however they are written and cut.
@Suite struct LetterHashTests {
  static let rows: [(a: [String], b: [String], isSame: Bool)] = [
    (["al", "Jaafari"], ["al-Jaafari"], true),
    (["John", "Smith"], ["JOHN", "SMITH"], true),
    (["O'Neill"], ["ONeill"], true),
    (["abcdefgh"], ["abc", "defgh"], true),
    (["abcdefghijklmnop"], ["abcdefgh", "ijklmnop"], true),
    (["abcdefghijklmnopq"], ["a", "bcdefghi", "jklmnopq"], true),
    (["a", "b", "c", "d", "e", "f", "g", "h", "i"], ["abcdefghi"], true),
    (["abcdefgh"], ["abcdefghi"], false),
    (["abcdefg"], ["abcdefh"], false),
    (["abcdefghi"], ["abcdefghj"], false),
    (["Mary", "Wood"], ["Wood", "Mary"], false),
    ([], ["a"], false),
  ]

  @Test(arguments: rows.indices) func agrees(_ row: Int) {
    let (a, b, isSame) = Self.rows[row]
    #expect((hash(a) == hash(b)) == isSame, "\(a) \(b)")
  }

  private func hash(_ words: [String]) -> UInt64 {
    var hash = LetterHash()
    for word in words {
      Array(word.utf8).withUnsafeBufferPointer { hash.take($0, 0, $0.count) }
    }
    return hash.base
  }
}
