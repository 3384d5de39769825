/// What the matcher sees of a mention or role.
struct MentionView: Sendable {
  /// Token range.
  var first: Int32
  var end: Int32
  /// One bit: the kind, or ``KindMask/role``.
  var kinds: KindMask
  var form: MentionForm
  /// Bits of ``SenseFlags`` that the name's lists give.
  var traits: UInt32 = 0
  /// Index in the caller's array of mentions (or roles).
  var reference: Int32
}

/// The mentions of one document by their first token and by their end; reused from document to
/// document.
struct MentionIndex: Sendable {
  /// By first token, of those that start together the longest first.
  private(set) var views: [MentionView] = []
  /// First view that begins at a token or later; one entry more than there are tokens.
  private(set) var starts: [Int32] = []
  /// Views by end, of those that end together the longest first.
  private(set) var byEnd: [Int32] = []
  private(set) var ends: [Int32] = []
  /// ``KindMask`` of the mentions that a token lies in.
  private(set) var cover: [UInt8] = []

  /// Takes the mentions of a document, in any order. Empty ones and those that reach beyond the
  /// tokens are dropped.
  mutating func rebuild(_ mentions: [MentionView], tokenCount: Int) {
    views.removeAll(keepingCapacity: true)
    for view in mentions where view.first >= 0 && view.first < view.end && view.end <= tokenCount {
      views.append(view)
    }
    // Mentions mostly come in the order of the text.
    var isSorted = true
    for i in views.indices.dropFirst() where Self.isBefore(views[i], views[i - 1]) {
      isSorted = false
      break
    }
    if !isSorted { views.sort(by: Self.isBefore) }
    Self.clear(&starts, count: tokenCount + 2)
    Self.clear(&ends, count: tokenCount + 2)
    cover.removeAll(keepingCapacity: true)
    cover.append(contentsOf: repeatElement(0, count: tokenCount))
    for view in views {
      starts[Int(view.first) + 1] += 1
      ends[Int(view.end) + 1] += 1
      for token in Int(view.first)..<Int(view.end) { cover[token] |= view.kinds.rawValue }
    }
    for i in 1..<starts.count {
      starts[i] += starts[i - 1]
      ends[i] += ends[i - 1]
    }
    // Within one end the order of the views is already by first token: the longest first.
    Self.clear(&byEnd, count: views.count)
    for (i, view) in views.enumerated() {
      byEnd[Int(ends[Int(view.end)])] = Int32(i)
      ends[Int(view.end)] += 1
    }
    // Filling moved each entry to the start of the next.
    for i in stride(from: ends.count - 1, to: 0, by: -1) { ends[i] = ends[i - 1] }
    ends[0] = 0
  }

  private static func isBefore(_ a: MentionView, _ b: MentionView) -> Bool {
    if a.first != b.first { return a.first < b.first }
    if a.end != b.end { return a.end > b.end }
    if a.kinds.rawValue != b.kinds.rawValue { return a.kinds.rawValue < b.kinds.rawValue }
    return a.reference < b.reference
  }

  private static func clear(_ array: inout [Int32], count: Int) {
    array.removeAll(keepingCapacity: true)
    array.append(contentsOf: repeatElement(0, count: count))
  }
}
