import Testing

@testable import EntityGraph

@Suite("Quotes of links, gathered")
struct GatheredQuotesTests {
  /// Articles whose one link is stated in sentences of penalties that come in a shuffled order.
  static func articles(_ count: Int, sentences: Int) -> [GraphFragment] {
    (0..<count).map { article in
      var fragment = GraphFragment.example(
        "a\(article)", actors: [(.person, "Ada Reyes"), (.person, "Bo Lind")],
        relations: (0..<sentences).map { _ in (0, "met", 1) }, label: "met on day \(article)")
      for index in fragment.statements.indices {
        fragment.statements[index].evidence.quote += " " + String(repeating: "x", count: index * 7)
        fragment.statements[index].evidence.penalty = (article * 31 + index * 17) % 23
      }
      return fragment
    }
  }

  static func best(_ fragments: [GraphFragment], _ most: Int) -> [Evidence] {
    Array(fragments.flatMap(\.statements).map(\.evidence).sorted(by: <).prefix(most))
  }

  @Test(
    "The best quotes of all are kept, whatever came first",
    arguments: [1, 2, 3, 4, 5, 7, 8, 9, 50, 1000])
  func best(most: Int) {
    let articles = Self.articles(12, sentences: 9)
    let expected = Self.best(articles, most)
    for order in [articles, articles.reversed()] {
      let graph = GraphFragment.graph(order, quotes: most)
      #expect(Array(graph.links[0].evidence) == expected)
    }
  }

  @Test("An article that comes twice adds no quote")
  func twice() {
    let articles = Self.articles(3, sentences: 4)
    let graph = GraphFragment.graph(articles + articles, quotes: 50)
    #expect(Array(graph.links[0].evidence) == Self.best(articles, 50))
  }

  @Test("Words of sentences that nothing quotes any more are given up")
  func bounded() {
    var quotes = GatheredQuotes(sentences: QuotedSentences(slack: 1000))
    var row = GatheredQuotes.Row()
    var names = GatheredQuotes.Names(articles: [], texts: TextTable())
    for article in 0..<2000 {
      names.articles.append(
        (Graph.Source(id: "a\(article)", title: nil, date: nil, url: nil), UInt64(article)))
      let evidence = Evidence(
        document: "", start: 0, end: 10, line: 1, column: 1,
        quote: "sentence \(article) " + String(repeating: "y", count: article % 90), rule: "",
        penalty: 0)
      let sentence = quotes.addSentence(evidence, article: Int32(article))
      quotes.add(
        .init(sentence: sentence, rule: 0, penalty: Int32(2000 - article)), to: &row, most: 3, names
      )
      quotes.finish([sentence])
    }
    #expect(quotes.sentences.bytes.count < 3000)
    #expect(quotes.quotes.count < 8)
    let kept = row.range.map {
      String(decoding: quotes.sentences.words(of: quotes.quotes[$0].sentence), as: UTF8.self)
    }
    #expect(kept.map { $0.prefix(13) } == ["sentence 1999", "sentence 1998", "sentence 1997"])
  }

  @Test(
    "Days of dates",
    arguments: [
      ("2020-01-06", "2020-01-06"), ("2020-01-06T10:00:00Z", "2020-01-06"),
      ("0001-12-31", "0001-12-31"),
      ("9999-99-99", "9999-99-99"), ("2020-1-06", nil), ("2020-01-0x", nil), ("2020/01/06", nil),
      ("", nil), ("2020-01-", nil), (nil, nil),
    ] as [(String?, String?)])
  func days(date: String?, day: String?) {
    #expect(Link.Days.number(date).map(Link.Days.text) == day)
  }
}
