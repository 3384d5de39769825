/// What the matcher sees of a mention or role.
struct MentionView: Sendable {
  /// Token range.
  var first: Int32
  var end: Int32
  /// One bit: the kind, or ``KindMask/role``.
  var kinds: KindMask
  var form: MentionForm
  /// Whether nobody has looked up what lists say of the name; see ``MatchContext/traits(of:)``.
  var isUnlisted = false
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
  /// By first token, of those that start together the longest first; there may be more room than
  /// there are views.
  private var room: [MentionView] = []
  private var count = 0
  /// For each token the first view that begins there, -1 for none; the others follow it.
  private(set) var startAt: [Int32] = []
  /// For each border the longest view that ends there, -1 for none; then by
  /// ``MentionView/nextAtEnd``, the longer first. One entry more than there are tokens.
  private(set) var endAt: [Int32] = []
  /// ``KindMask`` of the mentions that a token lies in.
  private(set) var cover: [UInt8] = []

  /// Lends the views.
  @inline(__always)
  func withViews<Result>(_ body: (UnsafeBufferPointer<MentionView>) -> Result) -> Result {
    room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// Takes the mentions of a document, in any order. Empty ones and those that reach beyond the
  /// tokens are dropped.
  mutating func rebuild(_ mentions: [MentionView], tokenCount: Int) {
    rebuild(tokenCount: tokenCount, atMost: mentions.count) { views in
      for k in mentions.indices { views[k] = mentions[k] }
      return mentions.count
    }
  }

  /// Takes the mentions that `fill` writes, of which there may be so many.
  ///
  /// - Parameter fill: returns how many it has written.
  @inline(__always)
  mutating func rebuild(
    tokenCount: Int, atMost most: Int, fill: (UnsafeMutableBufferPointer<MentionView>) -> Int
  ) {
    if room.count < most {
      let none = MentionView(first: 0, end: 0, kinds: [], form: .name, reference: -1)
      room.append(contentsOf: repeatElement(none, count: most + most / 2 - room.count))
    }
    count = room.withUnsafeMutableBufferPointer { views in
      Self.ordered(views, min(fill(views), views.count), tokenCount)
    }
    link(tokenCount)
  }

  /// Drops what does not fit and sorts the rest; returns how many are left.
  private static func ordered(
    _ views: UnsafeMutableBufferPointer<MentionView>, _ filled: Int, _ tokenCount: Int
  ) -> Int {
    // Mentions mostly fit and come in the order of the text.
    var count = filled
    var isSorted = true
    var fits = true
    for k in 0..<filled {
      let view = views[k]
      if view.first < 0 || view.first >= view.end || Int(view.end) > tokenCount { fits = false }
      if k > 0, view.first <= views[k - 1].first, isBefore(view, views[k - 1]) { isSorted = false }
    }
    if !fits {
      count = 0
      for k in 0..<filled {
        let view = views[k]
        if view.first < 0 || view.first >= view.end || Int(view.end) > tokenCount { continue }
        views[count] = view
        count += 1
      }
    }
    if !isSorted {
      var left = UnsafeMutableBufferPointer(rebasing: views[..<count])
      left.sort(by: isBefore)
    }
    return count
  }

  /// Notes where the views begin and end and what they cover.
  private mutating func link(_ tokenCount: Int) {
    let count = count
    startAt.refill(-1, count: tokenCount + 1)
    endAt.refill(-1, count: tokenCount + 1)
    cover.refill(0, count: tokenCount)
    room.withUnsafeMutableBufferPointer { views in
      startAt.withUnsafeMutableBufferPointer { startAt in
        endAt.withUnsafeMutableBufferPointer { endAt in
          cover.withUnsafeMutableBufferPointer { cover in
            // From the last to the first, so that the longest comes to stand in front.
            for k in (0..<count).reversed() {
              let (first, end) = (Int(views[k].first), Int(views[k].end))
              startAt[first] = Int32(truncatingIfNeeded: k)
              views[k].nextAtEnd = endAt[end]
              endAt[end] = Int32(truncatingIfNeeded: k)
              Self.mark(first, end, views[k].kinds.rawValue, cover)
            }
          }
        }
      }
    }
  }

  /// Adds the kinds of a mention to its tokens, which lie within the document.
  @inline(__always)
  private static func mark(
    _ first: Int, _ end: Int, _ kinds: UInt8, _ cover: UnsafeMutableBufferPointer<UInt8>
  ) {
    let length = end - first
    guard length <= 8, length > 0, first >= 0, first + 8 <= cover.count,
      let base = cover.baseAddress
    else {
      for token in first..<end { cover[token] |= kinds }
      return
    }
    // Eight tokens at once, of which those behind the mention get nothing: how many it has nobody
    // can guess.
    let bytes = UnsafeMutableRawPointer(base + first)
    let own: UInt64 = ~0 >> UInt64(64 - 8 * length)
    let all = UInt64(kinds) &* 0x0101_0101_0101_0101
    let word = bytes.loadUnaligned(as: UInt64.self).littleEndian | all & own
    bytes.storeBytes(of: word.littleEndian, as: UInt64.self)
  }

  @inline(__always)
  private static func isBefore(_ a: MentionView, _ b: MentionView) -> Bool {
    if a.first != b.first { return a.first < b.first }
    if a.end != b.end { return a.end > b.end }
    if a.kinds.rawValue != b.kinds.rawValue { return a.kinds.rawValue < b.kinds.rawValue }
    return a.reference < b.reference
  }
}
