/// Finds direct quotations and their speakers.
struct QuoteFinder {
  private let tokens: UnsafeBufferPointer<Token>
  /// The first verb group that may end behind the next quotation's beginning.
  private var group = 0

  init(tokens: UnsafeBufferPointer<Token>) { self.tokens = tokens }

  static let quoteMark = UInt8(ascii: "\"")

  /// - Parameters:
  ///   - sentences: all of them.
  ///   - quoted: indices of those in which something stands between quotation marks.
  mutating func run(_ sentences: [Sentence], quoted: [Int32], into chunks: inout Chunks) {
    var i = 0
    let count = tokens.count
    for sentence in quoted {
      let range = sentences[Int(sentence)].tokens
      i = max(i, range.lowerBound)
      while i < range.upperBound {
        guard tokens[i].flags.contains(.quoted) else {
          i += 1
          continue
        }
        var end = i
        while end < count, tokens[end].flags.contains(.quoted),
          end == i || !tokens[end].flags.contains(.openQuote)
        { end += 1 }
        // Two quoted words or fewer are a name or a scare quote.
        if end - i >= 4 { add(i, end, &chunks) }
        i = max(end, i + 1)
      }
    }
  }

  private mutating func add(_ first: Int, _ end: Int, _ chunks: inout Chunks) {
    var quote = Quote(first: Int32(first), end: Int32(end))
    if let verb = sayAfter(end, chunks) ?? sayBefore(first, chunks) {
      quote.verb = verb
      quote.speaker = chunks.verbGroups[Int(verb)].subject
    }
    // A paragraph further of the same quotation keeps its speaker.
    if quote.verb < 0, let before = chunks.quotes.last, first - Int(before.end) <= 3,
      first > 1,
      tokens[first - 1].flags.contains(.paragraphStart)
        || tokens[first - 1].flags.contains(.lineStart)
    {
      quote.speaker = before.speaker
      quote.verb = before.verb
    }
    let index = Int32(chunks.quotes.count)
    chunks.quotes.append(quote)
    let count = chunks.verbGroups.count
    chunks.verbGroups.withRoom { groups in
      while group < count, Int(groups[group].end) <= first { group += 1 }
      var inside = group
      while inside < count, Int(groups[inside].first) < end {
        groups[inside].quote = index
        inside += 1
      }
    }
  }

  /// `…," said X` and `…," X said`: the verb within a few tokens behind the quotation.
  private func sayAfter(_ end: Int, _ chunks: Chunks) -> Int32? {
    var k = end
    let stop = min(tokens.count, end + 12)
    while k < stop {
      // The next paragraph may go on with the quotation.
      if tokens[k].flags.contains(.lineStart) { return nil }
      if k > end + 1, tokens[k].flags.contains(.openQuote) { return nil }
      let verb = chunks.verbAt[k]
      if verb >= 0 {
        let group = chunks.verbGroups[Int(verb)]
        return group.flags.contains(.say) && group.flags.contains(.finite) ? verb : nil
      }
      k += 1
    }
    return nil
  }

  /// `X said: "…` and `X said "…`.
  private func sayBefore(_ first: Int, _ chunks: Chunks) -> Int32? {
    var k = first - 2
    let stop = max(0, first - 14)
    while k >= stop {
      if tokens[k].flags.contains(.quoted) { return nil }
      let verb = chunks.verbAt[k]
      if verb >= 0 {
        let group = chunks.verbGroups[Int(verb)]
        return group.flags.contains(.say) ? verb : nil
      }
      if tokens[k].mark == UInt8(ascii: ".") { return nil }
      k -= 1
    }
    return nil
  }
}
