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
    rebuild(tokenCount: tokenCount, room: mentions.count) { views in
      for k in mentions.indices { views[k] = mentions[k] }
      return mentions.count
    }
  }

  /// Takes the mentions that `fill` writes and counts: at most `room`.
  mutating func rebuild(
    tokenCount: Int, room: Int, fill: (UnsafeMutableBufferPointer<MentionView>) -> Int
  ) {
    let none = MentionView(first: -1, end: -1, kinds: [], form: .name, reference: -1)
    if views.count < room {
      views.append(contentsOf: repeatElement(none, count: room - views.count))
    }
    let count = views.withUnsafeMutableBufferPointer { fill($0) }
    views.removeLast(views.count - min(max(0, count), views.count))
    if !place(tokenCount) {
      views.removeAll { $0.first < 0 || $0.first >= $0.end || $0.end > tokenCount }
      views.sort(by: Self.isBefore)
      _ = place(tokenCount)
    }
  }

  /// Notes where the views begin and end and what they cover.
  ///
  /// - Returns: false if one lies outside of the document or in front of the one before it; mentions
  ///   mostly come in the order of the text.
  private mutating func place(_ tokenCount: Int) -> Bool {
    startAt.refill(-1, count: tokenCount + 1)
    endAt.refill(-1, count: tokenCount + 1)
    cover.refill(0, count: tokenCount)
    return views.withUnsafeMutableBufferPointer { views in
      startAt.withUnsafeMutableBufferPointer { startAt in
        endAt.withUnsafeMutableBufferPointer { endAt in
          cover.withUnsafeMutableBufferPointer { cover in
            var next = UInt64.max
            // From the last to the first, so that the longest comes to stand in front.
            var k = views.count
            while k > 0 {
              k &-= 1
              let (first, end) = (Int(views[k].first), Int(views[k].end))
              // Of what begins at one token the longer is smaller.
              let key =
                UInt64(UInt32(bitPattern: views[k].first)) << 32
                | UInt64(~UInt32(bitPattern: views[k].end))
              // Negative if it begins in front of the text, has no token or ends behind it.
              if first | (end &- first &- 1) | (tokenCount &- end) < 0 { return false }
              if key >= next, Self.isBefore(views[k + 1], views[k]) { return false }
              next = key
              startAt[first] = Int32(truncatingIfNeeded: k)
              views[k].nextAtEnd = endAt[end]
              endAt[end] = Int32(truncatingIfNeeded: k)
              Self.mark(first, end, views[k].kinds.rawValue, cover)
            }
            return true
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
