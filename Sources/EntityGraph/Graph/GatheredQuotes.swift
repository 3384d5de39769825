/// The quotes of all links: of each link a row of 12 bytes a quote, best first, in one array.
///
/// A row has room for a power of two; one that grows out of it moves, and leaves its place to the next
/// that needs so much.
struct GatheredQuotes: Sendable {
  /// A sentence as evidence of one link.
  struct Quote: Sendable {
    /// Index into the sentences.
    var sentence: Int32
    /// Number of the rule's name.
    var rule: Int32
    var penalty: Int32
  }

  /// The quotes of one link.
  struct Row: Sendable {
    fileprivate(set) var start: Int32 = 0
    fileprivate(set) var count: Int32 = 0

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private(set) var quotes: [Quote] = []
  private(set) var sentences: QuotedSentences
  /// Starts of free rows by the power of two that they have room for.
  private var free = [[Int32]](repeating: [], count: 32)

  init(sentences: QuotedSentences = QuotedSentences()) { self.sentences = sentences }

  mutating func addSentence(_ evidence: Evidence, article: Int32) -> Int32 {
    sentences.add(evidence, article: article)
  }

  /// After an article: gives up what nothing quotes.
  mutating func finish(_ added: [Int32]) {
    for index in added.reversed() { sentences.release(index) }
    sentences.tidy()
  }

  /// Puts a quote in its place in a row if it is among the `most` best.
  mutating func add(_ quote: Quote, to row: inout Row, most: Int, _ names: Names) {
    guard most > 0 else { return }
    if row.count == most, !precedes(quote, quotes[row.range.upperBound - 1], names) { return }
    var (low, high) = (row.range.lowerBound, row.range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if precedes(quotes[middle], quote, names) { low = middle + 1 } else { high = middle }
    }
    // Of an article that came twice the quotes are the same.
    if low < row.range.upperBound, !precedes(quote, quotes[low], names) { return }
    sentences.retain(quote.sentence)
    if row.count == most {
      sentences.release(quotes[row.range.upperBound - 1].sentence)
    } else {
      let place = low - Int(row.start)
      makeRoom(in: &row)
      low = Int(row.start) + place
    }
    var at = row.range.upperBound - 1
    while at > low {
      quotes[at] = quotes[at - 1]
      at -= 1
    }
    quotes[low] = quote
  }

  /// Adds one place to the end of a row.
  private mutating func makeRoom(in row: inout Row) {
    defer { row.count += 1 }
    if row.count > 0, row.count & (row.count - 1) != 0 { return }
    let order = row.count == 0 ? 0 : row.count.trailingZeroBitCount + 1
    let start: Int32
    if let known = free[order].popLast() {
      start = known
    } else {
      start = Int32(quotes.count)
      let empty = Quote(sentence: 0, rule: 0, penalty: 0)
      quotes.append(contentsOf: repeatElement(empty, count: 1 << order))
    }
    for offset in 0..<Int(row.count) {
      quotes[Int(start) + offset] = quotes[Int(row.start) + offset]
    }
    if row.count > 0 { free[order - 1].append(row.start) }
    row.start = start
  }

  /// Adds the quotes of another link that turned out to be the same.
  mutating func add(_ other: Row, to row: inout Row, most: Int, _ names: Names) {
    for index in other.range {
      add(quotes[index], to: &row, most: most, names)
      sentences.release(quotes[index].sentence)
    }
  }

  /// What the numbers in quotes stand for.
  struct Names {
    var articles: [(source: Graph.Source, hash: UInt64)]
    var texts: TextTable
  }

  /// The order of ``Evidence``.
  private func precedes(_ a: Quote, _ b: Quote, _ names: borrowing Names) -> Bool {
    if a.penalty != b.penalty { return a.penalty < b.penalty }
    let (x, y) = (sentences[a.sentence], sentences[b.sentence])
    if x.article != y.article {
      let one = names.articles[Int(x.article)].source.id
      let other = names.articles[Int(y.article)].source.id
      if one != other { return Mathematics.precedes(one, other) }
    }
    if x.start != y.start { return x.start < y.start }
    if x.end != y.end { return x.end < y.end }
    if a.rule != b.rule { return Mathematics.precedes(names.texts[a.rule], names.texts[b.rule]) }
    if a.sentence == b.sentence { return false }
    return sentences.words(of: a.sentence).lexicographicallyPrecedes(
      sentences.words(of: b.sentence))
  }
}
