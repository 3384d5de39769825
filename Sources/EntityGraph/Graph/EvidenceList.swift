/// The quotes of a link, best first: made into ``Evidence`` when they are asked for.
///
/// A link of a large graph would else hold several times what is in it.
public struct EvidenceList: RandomAccessCollection, Sendable, Equatable {
  private let store: EvidenceStore
  private let row: GatheredQuotes.Row

  init(_ store: EvidenceStore, _ row: GatheredQuotes.Row) {
    self.store = store
    self.row = row
  }

  /// The position of the best quote.
  public var startIndex: Int { 0 }
  /// The position behind the last quote.
  public var endIndex: Int { row.range.count }

  /// The quote at a position.
  public subscript(position: Int) -> Evidence {
    precondition(indices.contains(position), "no quote at \(position) of \(count)")
    return store.evidence(row.range.lowerBound + position)
  }

  /// Whether both have the same quotes in the same order.
  public static func == (a: EvidenceList, b: EvidenceList) -> Bool { a.elementsEqual(b) }
}

/// The quotes of a graph's links, shared by all of them and by what is cut out of the graph.
final class EvidenceStore: Sendable {
  private let quotes: GatheredQuotes
  private let names: GatheredQuotes.Names

  init(_ quotes: GatheredQuotes, _ names: GatheredQuotes.Names) {
    self.quotes = quotes
    self.names = names
  }

  func evidence(_ index: Int) -> Evidence {
    let quote = quotes.quotes[index]
    let sentence = quotes.sentences[quote.sentence]
    return Evidence(
      document: names.articles[Int(sentence.article)].source.id, start: Int(sentence.start),
      end: Int(sentence.end), line: Int(sentence.line), column: Int(sentence.column),
      quote: String(decoding: quotes.sentences.words(of: quote.sentence), as: UTF8.self),
      rule: names.texts[quote.rule], penalty: Int(quote.penalty))
  }
}
