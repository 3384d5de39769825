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
  /// The next view that ends where this one does, -1 for none; ``MentionIndex`` sets it.
  var nextAtEnd: Int32 = -1
}

/// The mentions of one document by their first token and by their end; reused from document to
/// document. What it costs grows with the mentions: of tokens only memory is cleared.
struct MentionIndex: Sendable {
  /// By first token, of those that start together the longest first.
  private(set) var views: [MentionView] = []
  /// For each token the first view that begins there, -1 for none; the others follow it.
  private(set) var startAt: [Int32] = []
  /// For each border the longest view that ends there, -1 for none; then by
  /// ``MentionView/nextAtEnd``, the longer first. One entry more than there are tokens.
  private(set) var endAt: [Int32] = []
  /// ``KindMask`` of the mentions that a token lies in.
  private(set) var cover: [UInt8] = []

  /// Takes the mentions of a document, in any order. Empty ones and those that reach beyond the
  /// tokens are dropped.
  mutating func rebuild(_ mentions: [MentionView], tokenCount: Int) {
    rebuild(tokenCount: tokenCount) { $0.append(contentsOf: mentions) }
  }

  /// Takes the mentions that `fill` appends.
  mutating func rebuild(tokenCount: Int, fill: (inout [MentionView]) -> Void) {
    views.removeAll(keepingCapacity: true)
    fill(&views)
    // Mentions mostly come in the order of the text.
    var isSorted = true
    var fits = true
    var previous = MentionView(first: -1, end: -1, kinds: [], form: .name, reference: -1)
    for view in views {
      if view.first < 0 || view.first >= view.end || view.end > tokenCount { fits = false }
      if Self.isBefore(view, previous) { isSorted = false }
      previous = view
    }
    if !fits {
      views.removeAll { $0.first < 0 || $0.first >= $0.end || $0.end > tokenCount }
    }
    if !isSorted { views.sort(by: Self.isBefore) }
    startAt.refill(-1, count: tokenCount + 1)
    endAt.refill(-1, count: tokenCount + 1)
    cover.refill(0, count: tokenCount)
    views.withUnsafeMutableBufferPointer { views in
      startAt.withUnsafeMutableBufferPointer { startAt in
        endAt.withUnsafeMutableBufferPointer { endAt in
          cover.withUnsafeMutableBufferPointer { cover in
            // From the last to the first, so that the longest comes to stand in front.
            for k in views.indices.reversed() {
              let (first, end) = (Int(views[k].first), Int(views[k].end))
              startAt[first] = Int32(truncatingIfNeeded: k)
              views[k].nextAtEnd = endAt[end]
              endAt[end] = Int32(truncatingIfNeeded: k)
              let kinds = views[k].kinds.rawValue
              for token in first..<end { cover[token] |= kinds }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func isBefore(_ a: MentionView, _ b: MentionView) -> Bool {
    if a.first != b.first { return a.first < b.first }
    if a.end != b.end { return a.end > b.end }
    if a.kinds.rawValue != b.kinds.rawValue { return a.kinds.rawValue < b.kinds.rawValue }
    return a.reference < b.reference
  }
}
