/// Texts that many links share, each kept once under a small number; 0 is the empty text.
struct TextTable: Sendable {
  private(set) var texts = [""]
  private var idOf = ["": Int32(0)]

  mutating func id(_ text: String) -> Int32 {
    if let known = idOf[text] { return known }
    idOf[text] = Int32(texts.count)
    texts.append(text)
    return Int32(texts.count - 1)
  }

  subscript(id: Int32) -> String { texts[Int(id)] }
}

/// A link while articles are gathered: counts, labels and the best quotes.
///
/// A graph of a million articles has millions of these, so everything that can be a 32-bit number is
/// one: 64 bytes, and for each quote 48 and its text.
struct GatheredLink: Sendable {
  struct Key: Hashable, Sendable {
    var source: Int32
    var target: Int32
    /// Index into the predicates; -1 for co-occurrence.
    var predicate: Int32
    /// Number of the words where they are the relation (`other`), else 0.
    var label: Int32
    var modality: Modality
  }

  /// An ``Evidence`` whose article and rule are numbers.
  struct Quote: Sendable {
    var text: String
    /// Index into the articles.
    var article: Int32
    var start: Int32
    var end: Int32
    var line: Int32
    var column: Int32
    /// Number of the rule's name.
    var rule: Int32
    var penalty: Int32

    init(_ evidence: Evidence, article: Int, rule: Int32) {
      text = evidence.quote
      self.article = Int32(truncatingIfNeeded: article)
      start = Int32(truncatingIfNeeded: evidence.start)
      end = Int32(truncatingIfNeeded: evidence.end)
      line = Int32(truncatingIfNeeded: evidence.line)
      column = Int32(truncatingIfNeeded: evidence.column)
      self.rule = rule
      penalty = Int32(truncatingIfNeeded: evidence.penalty)
    }
  }

  /// What the numbers in quotes stand for.
  struct Names {
    var articles: [(source: Graph.Source, hash: UInt64)]
    var texts: TextTable

    func evidence(_ quote: Quote) -> Evidence {
      Evidence(
        document: articles[Int(quote.article)].source.id, start: Int(quote.start),
        end: Int(quote.end), line: Int(quote.line), column: Int(quote.column), quote: quote.text,
        rule: texts[quote.rule], penalty: Int(quote.penalty))
    }

    func precedes(_ a: Quote, _ b: Quote) -> Bool {
      a.penalty != b.penalty ? a.penalty < b.penalty : evidence(a) < evidence(b)
    }
  }

  var key: Key
  var weight = 0
  var labels: [(label: Int32, count: Int32)] = []
  /// Best first.
  var quotes: [Quote] = []

  mutating func add(label: Int32, count: Int32) {
    if label == 0 { return }
    if let known = labels.firstIndex(where: { $0.label == label }) {
      labels[known].count &+= count
    } else {
      labels.append((label, count))
    }
  }

  /// Puts a quote in its place if it is among the `most` best.
  mutating func add(_ quote: Quote, most: Int, _ names: Names) {
    guard most > 0 else { return }
    if quotes.count == most, let last = quotes.last, !names.precedes(quote, last) { return }
    let at = quotes.partitioningIndex { !names.precedes($0, quote) }
    // Of an article that came twice the quotes are the same.
    if at < quotes.count, !names.precedes(quote, quotes[at]) { return }
    if quotes.count == most { quotes.removeLast() }
    quotes.insert(quote, at: at)
  }

  /// Adds another link that turned out to be the same.
  mutating func add(_ other: GatheredLink, most: Int, _ names: Names) {
    weight += other.weight
    for item in other.labels { add(label: item.label, count: item.count) }
    for quote in other.quotes { add(quote, most: most, names) }
  }
}
