/// Gathers articles into a graph: holds actors, links and the best quotes, never the texts.
///
/// Articles may come in any order. Actors that articles name alike share a record, which keeps the
/// memory to what is different; ``build()`` joins records into nodes.
public struct GraphBuilder: Sendable {
  struct Record: Sendable {
    var identity: IdentityRecord
    var name: String
    var mentions = 0
    var sentences = 0
    var spellings: [Node.Alias] = []
    var roles: [Node.Role] = []
    /// The only article that it stands for, where a decision names that article.
    var pinned: String?
  }

  /// Quotes to keep for each link.
  let quotes: Int
  private(set) var documents: [(source: Graph.Source, hash: UInt64)] = []
  private(set) var records: [Record] = []
  var gathered = GatheredLinks()
  /// Labels of links and names of rules.
  private(set) var texts = TextTable()
  private(set) var predicates: [(name: String, isSymmetric: Bool)] = []
  /// Which articles name a record and which state a link: `index << 32 | article`.
  private(set) var namings: [UInt64] = []
  var statings: [UInt64] = []
  private(set) var sentences = 0
  private(set) var recordOf: [String: Int] = [:]
  private var predicateOf: [String: Int] = [:]
  /// Of the article at hand: the sentences, by `start << 32 | end`.
  private var sentenceOf: [UInt64: Int32] = [:]

  /// Says which actors of different articles are one.
  let resolver: IdentityResolver
  /// What the user says; goes before everything.
  let decisions: [Decision]
  let pinned: Set<String>

  /// Makes an empty builder that keeps up to `quotes` quotes a link.
  public init(
    quotes: Int = 5, resolver: IdentityResolver = IdentityResolver(),
    decisions: Decisions = Decisions()
  ) {
    self.quotes = max(0, quotes)
    self.resolver = resolver
    self.decisions = decisions.lines
    pinned = decisions.documents
  }

  /// Adds an article.
  public mutating func add(_ fragment: GraphFragment) {
    let article = documents.count
    documents.append((fragment.source, fragment.hash))
    sentences += fragment.sentences
    let places = fragment.actors.map { place($0, fragment.source.id) }
    for record in Set(places) { namings.append(UInt64(record) << 32 | UInt64(article)) }
    var stated: Set<Int> = []
    for statement in fragment.statements {
      let link = add(statement, places, article)
      if stated.insert(link).inserted {
        statings.append(UInt64(link) << 32 | UInt64(article))
      }
    }
    gathered.quotes.finish(sentenceOf.values.sorted())
    sentenceOf.removeAll(keepingCapacity: true)
  }

  /// Adds an actor to its record; returns the record's index.
  private mutating func place(_ actor: GraphFragment.Actor, _ document: String) -> Int {
    let pin = pinned.contains(document) ? document : nil
    let signature = signature(of: actor, in: document)
    guard let index = recordOf[signature] else {
      recordOf[signature] = records.count
      records.append(
        Record(
          identity: IdentityRecord(
            document: document, kind: actor.kind,
            names: actor.spellings.map { IdentityRecord.Name($0.text, count: $0.mentions) }
              .sorted { Mathematics.precedes($0.text, $1.text) },
            descriptor: actor.isNamed ? "" : actor.name, canonical: actor.canonical,
            roles: Record.union([], actor.roles.map(\.label)),
            context: Record.union([], actor.context), home: actor.home),
          name: actor.name, mentions: actor.mentions, sentences: actor.sentences,
          spellings: actor.spellings, roles: actor.roles, pinned: pin))
      return records.count - 1
    }
    records[index].add(actor, document)
    return index
  }

  /// Actors of one signature share a record. Whom an article calls by one word only, and whoever a
  /// decision names with the article, has a record of their own; so have namesakes of other callings.
  func signature(of actor: GraphFragment.Actor, in document: String) -> String {
    var signature = actor.signature
    if actor.kind == .person {
      let standing = actor.standing ?? resolver.standing(actor.spellings.map(\.text))
      signature +=
        resolver.distinction(standing, actor.roles.map(\.label))
        ?? (actor.canonical.isEmpty ? "\tin \(document)" : "")
    }
    return pinned.contains(document) ? "\(signature)\tin \(document)" : signature
  }

  private mutating func add(
    _ statement: GraphFragment.Statement, _ places: [Int], _ article: Int
  ) -> Int {
    let label = texts.id(statement.label)
    var key = GatheredLink.Key(
      source: Int32(places[statement.subject]), target: Int32(places[statement.object]),
      predicate: predicate(statement), label: statement.predicate == "other" ? label : 0,
      modality: statement.modality)
    if statement.isSymmetric, key.target < key.source { swap(&key.source, &key.target) }
    let index = gathered.index(of: key)
    let weight = UInt32(clamping: statement.weight)
    gathered.links[index].weight &+= weight
    gathered.add(label: label, count: Int32(truncatingIfNeeded: statement.weight), to: index)
    guard quotes > 0 else { return index }
    let quote = GatheredQuotes.Quote(
      sentence: sentence(statement.evidence, article),
      rule: texts.id(statement.evidence.rule),
      penalty: Int32(truncatingIfNeeded: statement.evidence.penalty))
    gathered.add(
      quote, to: index, most: quotes, GatheredQuotes.Names(articles: documents, texts: texts))
    return index
  }

  /// The article's sentence that a statement quotes.
  private mutating func sentence(_ evidence: Evidence, _ article: Int) -> Int32 {
    let place =
      UInt64(UInt32(truncatingIfNeeded: evidence.start)) << 32
      | UInt64(UInt32(truncatingIfNeeded: evidence.end))
    if let known = sentenceOf[place] { return known }
    let index = gathered.quotes.addSentence(
      evidence, article: Int32(truncatingIfNeeded: article))
    sentenceOf[place] = index
    return index
  }

  private mutating func predicate(_ statement: GraphFragment.Statement) -> Int32 {
    if statement.predicate.isEmpty { return -1 }
    if let known = predicateOf[statement.predicate] { return Int32(known) }
    predicateOf[statement.predicate] = predicates.count
    predicates.append((statement.predicate, statement.isSymmetric))
    return Int32(predicates.count - 1)
  }
}

extension GraphBuilder.Record {
  /// Adds what another article says of the same spelling.
  fileprivate mutating func add(_ actor: GraphFragment.Actor, _ document: String) {
    mentions += actor.mentions
    sentences += actor.sentences
    for spelling in actor.spellings {
      spellings.merge(spelling)
      if let known = identity.names.firstIndex(where: { $0.text == spelling.text }) {
        identity.names[known].count += spelling.mentions
      }
    }
    for role in actor.roles { roles.merge(role) }
    // What is kept is the least of all in a fixed order, so that the order of articles is no matter.
    if Mathematics.precedes(document, identity.document) { identity.document = document }
    if Mathematics.precedes(actor.name, name) { name = actor.name }
    identity.roles = Self.union(identity.roles, actor.roles.map(\.label))
    identity.context = Self.union(identity.context, actor.context)
  }

  /// The 16 least of both, ordered; `a` is such a list already.
  fileprivate static func union(_ a: [String], _ b: [String]) -> [String] {
    var least = a
    for text in b {
      if least.count == 16, let last = least.last, !Mathematics.precedes(text, last) { continue }
      let at = least.partitioningIndex { !Mathematics.precedes($0, text) }
      if at < least.count, least[at] == text { continue }
      least.insert(text, at: at)
      if least.count > 16 { least.removeLast() }
    }
    return least
  }
}

extension [Node.Alias] {
  /// Adds a spelling's count to the same spelling, or the spelling.
  mutating func merge(_ other: Node.Alias) {
    guard let known = firstIndex(where: { $0.text == other.text }) else { return append(other) }
    self[known].mentions += other.mentions
    if Mathematics.precedes(other.rule, self[known].rule) { self[known].rule = other.rule }
  }
}

extension [Node.Role] {
  /// Adds a role's count to the same role, or the role.
  mutating func merge(_ other: Node.Role) {
    if let known = firstIndex(where: { $0.label == other.label && $0.of == other.of }) {
      self[known].mentions += other.mentions
    } else {
      append(other)
    }
  }
}
