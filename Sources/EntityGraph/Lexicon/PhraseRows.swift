/// The rows of packs' `phrases` tables: list, phrase and what the list says of it, between tabs.
///
/// The rows of a list stand together, and the lists in the order of their names' bytes, so that one
/// list is found without reading the others.
struct PhraseRows {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ storage: BlobStorage) { bytes = storage.section(.phrases, as: UInt8.self) }

  /// Puts rows in the order in which they are searched; those of a list keep theirs.
  static func sorted(_ rows: [String]) -> [String] {
    rows.indices.map { (list: Array(rows[$0].utf8.prefix { $0 != Self.tab }), row: $0) }
      .sorted { a, b in
        a.list == b.list ? a.row < b.row : a.list.lexicographicallyPrecedes(b.list)
      }
      .map { rows[$0.row] }
  }

  /// All rows, in order.
  var all: [String] {
    bytes.split(separator: Self.end).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the fields of each row whose list's name begins so; they are valid within
  /// `body` only.
  func forEach(of list: String, _ body: ([UnsafeBufferPointer<UInt8>]) -> Void) {
    let list = Array(list.utf8)
    var at = start(of: list)
    var fields: [UnsafeBufferPointer<UInt8>] = []
    while at < bytes.count, compare(at, list) == 0 {
      fields.removeAll(keepingCapacity: true)
      var from = at
      while at < bytes.count, bytes[at] != Self.end {
        if bytes[at] == Self.tab {
          fields.append(UnsafeBufferPointer(rebasing: bytes[from..<at]))
          from = at + 1
        }
        at += 1
      }
      fields.append(UnsafeBufferPointer(rebasing: bytes[from..<at]))
      at += 1
      body(fields)
    }
  }

  /// Where the first row begins whose list does not come before `list`.
  private func start(of list: [UInt8]) -> Int {
    var (low, high) = (0, bytes.count)
    while low < high {
      // The row around the middle; both ends stay at the beginnings of rows.
      var row = (low + high) / 2
      while row > low, bytes[row - 1] != Self.end { row -= 1 }
      if compare(row, list) < 0 {
        while row < high, bytes[row] != Self.end { row += 1 }
        low = min(row + 1, high)
      } else {
        high = row
      }
    }
    return low
  }

  /// Whether the row at `at` begins with `list`: 0; or comes before (-1) or behind it (1).
  private func compare(_ at: Int, _ list: [UInt8]) -> Int {
    for (k, byte) in list.enumerated() {
      guard at + k < bytes.count, bytes[at + k] >= byte else { return -1 }
      if bytes[at + k] > byte { return 1 }
    }
    return 0
  }

  private static let tab = UInt8(ascii: "\t")
  private static let end = UInt8(ascii: "\n")
}
