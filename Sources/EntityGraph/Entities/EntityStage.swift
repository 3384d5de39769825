/// Joins the mentions of one document into entities by named sieves, the surest first.
///
/// Names go by hash keys (exact spelling, canonical name, surname, initials), what has no name by one
/// pass in the order of the text over a bounded window. Whatever stays doubtful stays open: an
/// unresolved pronoun or "the group" is dropped, never guessed.
struct EntityStage: Sendable {
  let words: RoleWords
  let lexicon: Lexicon
  let titles: TitleBodies
  let foreignTitles: TitleBodies
  /// The name of a person.
  struct Person: Sendable {
    var mention: Int32
    /// Token of the last word that is no suffix, -1 as long as nobody asked.
    var last: Int32 = -1
    /// Hashes of that word and of the first, 0 as long as nobody asked.
    var surname: UInt64 = 0
    var firstName: UInt64 = 0
    /// How those two end: see ``EntityStage/ending(_:_:)``.
    var lastEnding: UInt64 = 0
    var firstEnding: UInt64 = 0
  }

  /// Keeps the memory of all rows and lists, which are valid while a document is read.
  private var memory = RowMemory()
  /// Bytes that the rows and lists need a mention.
  private var bytesPerMention = 0
  var infos = Row<Info>()
  var lists = MentionLists()
  /// Hash of the letters of each name.
  var keys = Row<UInt64>()
  var persons = RowList<Person>()
  /// Those of ``persons`` that were first of their cluster when the sieves for them began.
  var firstPersons = RowList<Int32>()
  /// Names of organizations that may be acronyms.
  var acronyms = RowList<Int32>()
  /// Names of organizations that were first of their cluster when the sieve for short forms began.
  var firstBodies = RowList<Int32>()
  /// Union-find over mentions; the root is the first mention of the cluster.
  var parent = Row<Int32>()
  var merges: [Merge] = []
  var table = KeyTable()
  var second = KeyTable()
  var canonicals = KeyTable()
  /// Whether ``canonicals`` holds the names of listed places and organizations.
  var hasNotedCanonicals = false
  /// Names of places whose support or position somebody states, once somebody asked.
  var stances: [Int32] = []
  var hasFoundStances = false
  /// What an open mention may refer back to: all in front of it that are not dropped.
  var window = RowList<Int32>()
  /// How many of ``window`` are in the lists of candidates.
  var admitted = 0
  /// Candidates for "he", for "it", and for "the government".
  var people = RowList<Antecedent>()
  var things = RowList<Antecedent>()
  var bodiesInFront = RowList<Antecedent>()
  /// For each noun phrase the mention that ends it, -1 for none.
  var phraseMention = Row<Int32>()
  /// First quotation that does not end before the mention at hand.
  var quoteCursor = 0
  /// The quotation whose speaker was looked for last, -1 for none, and the noun phrase found.
  var quoteKnown = -1
  var quotePhrase: Int32 = -1
  /// Up to where colons have been looked for, and the last one that opens a line behind it.
  var colonCursor = 0
  /// Steps that searches over all roles or mentions may still take in this document: there are texts
  /// in which each word would begin one.
  var searchSteps = 0
  var lastColon = -1
  /// The countries that the document names; filled when somebody asks.
  var homes: [HomeCountry] = []
  /// The mentions that may say something of a country.
  var weighty = RowList<Int32>()
  var hasCountedHomes = false
  /// In whose name a text without quotation marks says "we"; nil until somebody asks, -1 for nobody.
  var statementBody: Int32?
  /// Canonical names that the document uses for something else.
  var redefined: [NameID] = []
  /// "we" of somebody whose body is not known yet: mention and speaker.
  var waiting: [(pronoun: Int32, speaker: Int32)] = []
  /// For each mention the number of mentions of its cluster, at the root.
  var sizes = Row<Int32>()
  var entityOf = Row<Int32>()
  var newIndex = Row<Int32>()
  /// The mentions that stay, and what is known of each entity while it is numbered.
  var kept = RowList<Int32>()
  var clusters = RowList<Cluster>()
  /// By ``Sieve/tag``.
  private let rules = Sieve.rules

  init(words: RoleWords, knowledge: Knowledge) {
    self.words = words
    lexicon = knowledge.lexicon
    titles = TitleBodies(knowledge: knowledge, list: "role.of")
    foreignTitles = TitleBodies(knowledge: knowledge, list: "role.not")
    var measure = RowTaker()
    takeRows(&measure, 1, phrases: 0)
    bytesPerMention = measure.needed
  }

  /// Fills entities and merges, sets the entity of each mention, and removes what stays open.
  mutating func run(
    text: [UInt8], table tokens: TokenTable, sentences: [Sentence], chunks: Chunks,
    roles: inout RoleStage, mentions: inout [Mention], entities: inout [Entity],
    merges joined: inout [Merge]
  ) {
    let reader = EntityReader(
      text: text, table: tokens, sentences: sentences, chunks: chunks, words: words,
      lexicon: lexicon)
    let count = mentions.count
    let phrases = chunks.nounPhrases.count
    // Out of the stage while it is lent.
    var memory = RowMemory()
    swap(&memory, &self.memory)
    // What is rounded up is less than another mention needs.
    memory.makeRoom(bytes: (count + 2) * bytesPerMention + 4 * phrases)
    memory.lend { taker in
      takeRows(&taker, count, phrases: phrases)
      resolve(reader, &roles, &mentions, &entities, &joined)
    }
    // What is no longer lent can't be read: empty rows check their bounds.
    var none = RowTaker()
    takeRows(&none, 0, phrases: 0)
    swap(&memory, &self.memory)
  }

  private mutating func resolve(
    _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: inout [Mention],
    _ entities: inout [Entity], _ joined: inout [Merge]
  ) {
    lists.fill(mentions)
    prepare(reader, mentions, roles.notes)
    findRedefined(reader, mentions)
    joinNames(reader, mentions)
    joinOrganizations(reader, mentions)
    joinPlaces(reader, mentions)
    for (nominal, holder) in roles.appositions where nominal >= 0 && holder >= 0 {
      join(nominal, holder, .apposition)
    }
    for alias in roles.aliases { join(alias.a, alias.b, rule: alias.rule) }
    joinRoles(reader, roles, mentions)
    placeHolders(roles, reader, mentions)
    flatten()
    resolve(reader, roles, mentions)
    inheritBodies(reader, &roles, mentions)
    speakForBodies(reader, roles, mentions)
    finish(reader, &roles, &mentions, &entities, &joined)
  }

  // MARK: Clusters

  // These are asked so often, and are so short, that a call, which copies the stage, costs more.

  /// A mention leads to its root in one step, or two if its cluster was joined to another: both are
  /// taken in any case, so that it can be foreseen how often the loop runs, which is never.
  @inline(__always)
  func root(_ m: Int32) -> Int32 {
    var r = parent[Int(parent[Int(m)])]
    var next = parent[Int(r)]
    while next != r {
      r = next
      next = parent[Int(r)]
    }
    return r
  }

  /// Makes every way to a root a single step: a root stands in front of its cluster.
  mutating func flatten() {
    for index in 0..<parent.count { parent[index] = parent[Int(parent[index])] }
  }

  /// Joins the clusters of two mentions and notes why.
  mutating func join(_ a: Int32, _ b: Int32, _ sieve: Sieve) {
    let (x, y) = (Int(root(a)), Int(root(b)))
    if x != y { link(x, y, a, b, rules[sieve.tag]) }
  }

  mutating func join(_ a: Int32, _ b: Int32, rule: RuleID) {
    let (x, y) = (Int(root(a)), Int(root(b)))
    if x != y { link(x, y, a, b, rule) }
  }

  /// Joins two clusters, given by their roots.
  private mutating func link(_ x: Int, _ y: Int, _ a: Int32, _ b: Int32, _ rule: RuleID) {
    let first = min(x, y)
    let later = max(x, y)
    parent[later] = Int32(truncatingIfNeeded: first)
    sizes[first] &+= sizes[later]
    infos[first].take(infos[later])
    merges.append(Merge(mention: max(a, b), antecedent: min(a, b), sieve: rule))
  }

  @inline(__always)
  func isSame(_ a: Int32, _ b: Int32) -> Bool { root(a) == root(b) }

  /// What a cluster is, 'person' for a pronoun that nothing is known of.
  @inline(__always)
  func kind(_ m: Int32) -> EntityKind { infos[Int(root(m))].kind }

  /// Whether a mention may be what another refers to: its cluster has more than pronouns.
  @inline(__always)
  func canBeAntecedent(_ m: Int32) -> Bool { infos[Int(root(m))].hasContent }

  /// Whether two clusters may be one person as far as their sex goes.
  @inline(__always)
  func agree(_ a: Int32, _ b: Int32) -> Bool {
    !infos[Int(root(a))].traits.union(infos[Int(root(b))].traits).isSuperset(of: .gender)
  }
}
