import Testing

@testable import EntityGraph

/// Two lists of mentions become one in the order of the text.
@Suite struct MentionMergeTests {
  /// Spans of the range, those of the list, the indices of both in order, and whether they were.
  static let rows:
    [(range: [(Int32, Int32)], list: [(Int32, Int32)], merged: [Int], isSorted: Bool)] =
      [
        ([], [], [], true),
        ([(0, 3), (5, 9)], [], [0, 1], true),
        ([], [(0, 3), (5, 9)], [0, 1], true),
        ([(0, 3), (8, 9)], [(4, 6), (10, 12)], [0, 2, 1, 3], true),
        // The longer first, and of equal ones that of the range.
        ([(4, 6)], [(4, 9), (4, 6)], [1, 0, 2], true),
        ([(4, 9), (4, 6)], [(4, 6)], [0, 1, 2], true),
        ([(2_000_000_000, 2_000_000_003)], [(0, 2_000_000_000)], [1, 0], true),
        ([(8, 9), (0, 3)], [(4, 6)], [2, 0, 1], false),
      ]

  @Test(arguments: rows.indices) func merges(_ row: Int) {
    let (range, list, merged, isSorted) = Self.rows[row]
    var keys = (range + list).map { MentionMerge.key(ByteSpan(start: $0.0, end: $0.1)) } + [.max]
    let indices = (range.count...range.count + list.count).map { Int32($0) }
    var found: [Int] = []
    let inOrder = keys.withUnsafeMutableBufferPointer { keys in
      indices.withUnsafeBufferPointer { indices in
        MentionMerge(keys: keys).run(0..<range.count, indices, range.count + list.count) {
          found.append($1)
        }
      }
    }
    #expect(found == merged)
    #expect(inOrder == isSorted)
  }
}
