/// Who is linked to whom over all articles, with the sentences that say so.
///
/// The same articles give the same graph, in whatever order they came.
public struct Graph: Sendable {
  /// The articles, ordered by id.
  public var documents: [Source] = []
  /// The actors, ordered by id.
  public var nodes: [Node] = []
  /// Stated relations and co-occurrence, ordered by source, target, predicate, modality and label.
  public var links: [Link] = []
  /// Sentences of all articles: what the association scores are relative to.
  public var sentences = 0

  /// Makes an empty graph.
  public init() {}

  /// An article that the graph was built from.
  public struct Source: Sendable, Hashable {
    /// The identifier that the input gave, else the file's name without its extension.
    public var id: String
    /// Headline, where the input gave one.
    public var title: String?
    /// Date as the input gave it.
    public var date: String?
    /// Address, where the input gave one.
    public var url: String?
  }
}

/// A person, organization or place.
public struct Node: Sendable {
  /// Stable over runs: it depends on kind and name alone.
  public var id: String
  /// The name that the texts or the lexicon use most.
  public var name: String
  /// Person, organization or place.
  public var kind: EntityKind
  /// Whether any article names it; else it is only described ("China's ambassador").
  public var isNamed: Bool
  /// Other spellings, most frequent first.
  public var aliases: [Alias]
  /// Mentions of any form.
  public var mentions: Int
  /// Articles that mention it.
  public var documents: Int
  /// Sentences that mention it.
  public var sentences: Int
  /// Functions that the texts state, most frequent first.
  public var roles: [Role]
  /// What joined the spellings of different articles.
  public var merges: [Merge]
  /// The user's decisions on it other than merges, each as its line with file and line number.
  public var decisions: [String] = []

  /// A spelling, and what said that it means this node.
  public struct Alias: Sendable, Hashable {
    /// The words of the text.
    public var text: String
    /// How many mentions are written so.
    public var mentions: Int
    /// The rule, list or sieve behind it.
    public var rule: String
  }

  /// A function that the texts state of a person.
  public struct Role: Sendable, Hashable {
    /// The words of the text.
    public var label: String
    /// The name of the body or place that it is held in, empty if none is named.
    public var of: String
    /// How many mentions state it.
    public var mentions: Int
  }

  /// A merge across articles.
  public struct Merge: Sendable, Hashable {
    /// The two spellings that were compared.
    public var names: [String]
    /// The sieve that joined them.
    public var rule: String
    /// The line of the decisions file that joined them, with its place; empty for a sieve.
    public var decision = ""
  }
}

/// A relation that the texts state between two nodes, or their co-occurrence.
public struct Link: Sendable {
  /// Stable over runs: it depends on both nodes, predicate, modality and, for `other`, the words.
  public var id: String
  /// Index into ``Graph/nodes``.
  public var source: Int
  /// Index into ``Graph/nodes``.
  public var target: Int
  /// The relation's name, `cooccurs` for being named in one sentence.
  public var predicate: String
  /// The words that state it most often.
  public var label: String
  /// How far the texts vouch for it.
  public var modality: Modality
  /// Whether it says the same in both directions.
  public var isSymmetric: Bool
  /// How many statements; for co-occurrence how many sentences.
  public var weight: Int
  /// How many articles state it.
  public var documents: Int
  /// Dates of the earliest and the latest of these articles (`2020-01-06`), where they are known.
  public var dates: (first: String, last: String)? {
    days.map { (Days.text($0.first), Days.text($0.last)) }
  }
  var days: Days?
  /// For co-occurrence, how far the two are named together more often than chance would have it.
  public var association: Association?
  /// The best quotes, best first; at most as many as the builder was told to keep.
  public var evidence: EvidenceList

  /// Whether it is co-occurrence and not a stated relation.
  public var isCooccurrence: Bool { association != nil }

  /// The predicate of links that no text states.
  public static let cooccurs = "cooccurs"
}

extension Link {
  /// The earliest and the latest day, each as a number: 20200106.
  struct Days: Sendable {
    var first: Int32
    var last: Int32

    /// The day of an ISO 8601 date, nil for anything else.
    static func number(_ date: String?) -> Int32? {
      guard let date else { return nil }
      var number: Int32 = 0
      var at = 0
      for byte in date.utf8.prefix(10) {
        let isDash = byte == UInt8(ascii: "-")
        guard at == 4 || at == 7 ? isDash : (byte &- 48) < 10 else { return nil }
        if !isDash { number = number * 10 + Int32(byte - 48) }
        at += 1
      }
      return at == 10 ? number : nil
    }

    static func text(_ number: Int32) -> String {
      func digits(_ number: Int32, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
      }
      return
        "\(digits(number / 10000, 4))-\(digits(number / 100 % 100, 2))-\(digits(number % 100, 2))"
    }
  }
}

/// How strongly two nodes belong together, by the sentences that name them.
public struct Association: Sendable, Hashable {
  /// Normalized pointwise mutual information, -1...1 (Bouma 2009): 0 is chance, 1 is always.
  public var npmi: Double
  /// Log-likelihood ratio G² (Dunning 1993), 0 or more: above 10.83 chance is below 0.1 %.
  public var significance: Double

  /// Scores `joint` common sentences of two nodes named in `a` and `b` out of `all` sentences.
  public init(joint: Int, a: Int, b: Int, all: Int) {
    let (k, n) = (Double(joint), Double(max(all, a + b - joint, 1)))
    let (x, y) = (Double(a), Double(b))
    guard joint > 0 else {
      npmi = -1
      significance = 0
      return
    }
    let information = -Mathematics.log(k / n)
    npmi =
      information > 0 ? max(-1, min(1, Mathematics.log(k * n / (x * y)) / information)) : 1
    func term(_ seen: Double, _ expected: Double) -> Double {
      seen > 0 && expected > 0 ? seen * Mathematics.log(seen / expected) : 0
    }
    let sum =
      term(k, x * y / n) + term(x - k, x * (n - y) / n) + term(y - k, (n - x) * y / n)
      + term(n - x - y + k, (n - x) * (n - y) / n)
    significance = k * n > x * y ? max(0, 2 * sum) : 0
  }
}

/// A sentence that states a link.
public struct Evidence: Sendable, Hashable {
  /// Id of the article.
  public var document: String
  /// Offset of the quote in Unicode scalars: `text[start..<end]` is the quote.
  public var start: Int
  /// Offset just past the quote.
  public var end: Int
  /// Line of the quote in the article, from 1.
  public var line: Int
  /// Column of the quote in that line in Unicode scalars, from 1.
  public var column: Int
  /// The words of the article.
  public var quote: String
  /// `pack/name` of the rule that found it.
  public var rule: String
  /// How easily it is understood alone; less is better.
  var penalty: Int

  /// Best first; a total order, so that the same quotes are kept whatever came first.
  static func < (a: Evidence, b: Evidence) -> Bool {
    if a.penalty != b.penalty { return a.penalty < b.penalty }
    if a.document != b.document { return Mathematics.precedes(a.document, b.document) }
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end < b.end }
    if a.rule != b.rule { return Mathematics.precedes(a.rule, b.rule) }
    return Mathematics.precedes(a.quote, b.quote)
  }
}
