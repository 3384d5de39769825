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
  }

  var infos: [Info] = []
  var lists = MentionLists()
  /// Hash of the letters of each name, 0 for other mentions.
  var keys: [UInt64] = []
  var persons: [Person] = []
  /// Those of ``persons`` that were first of their cluster when the sieves for them began.
  var firstPersons: [Int32] = []
  /// Names of organizations, as indices of mentions.
  var bodies: [Int32] = []
  /// Those that were first of their cluster when the sieve for short forms began.
  var firstBodies: [Int32] = []
  /// Union-find over mentions; the root is the first mention of the cluster.
  var parent: [Int32] = []
  var merges: [Merge] = []
  var table = KeyTable()
  var second = KeyTable()
  var canonicals = KeyTable()
  /// What an open mention may refer back to: all in front of it that are not dropped.
  var window: [Int32] = []
  /// How many of ``window`` are in the lists of candidates.
  var admitted = 0
  /// Candidates for "he", for "it", and for "the government".
  var people: [Antecedent] = []
  var things: [Antecedent] = []
  var bodiesInFront: [Antecedent] = []
  /// For each noun phrase the mention that ends it, -1 for none.
  var phraseMention: [Int32] = []
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
  var hasCountedHomes = false
  /// In whose name a text without quotation marks says "we"; nil until somebody asks, -1 for nobody.
  var statementBody: Int32?
  /// Canonical names that the document uses for something else.
  var redefined: [NameID] = []
  /// "we" of somebody whose body is not known yet: mention and speaker.
  var waiting: [(pronoun: Int32, speaker: Int32)] = []
  /// For each mention the number of mentions of its cluster, at the root.
  var sizes: [Int32] = []
  var entityOf: [Int32] = []
  var newIndex: [Int32] = []
  /// For each entity how well its naming so far names it.
  var ranks: [UInt64] = []
  /// The first mention of each cluster that stays.
  var roots: [Int32] = []

  init(words: RoleWords, knowledge: Knowledge) {
    self.words = words
    lexicon = knowledge.lexicon
    titles = TitleBodies(knowledge: knowledge, list: "role.of")
    foreignTitles = TitleBodies(knowledge: knowledge, list: "role.not")
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
    prepare(reader, mentions, roles.notes)
    findRedefined(reader, mentions)
    lists.fill(mentions)
    joinNames(reader, mentions)
    joinOrganizations(reader, mentions)
    joinPlaces(reader, mentions)
    for (nominal, holder) in roles.appositions where nominal >= 0 && holder >= 0 {
      join(nominal, holder, .apposition)
    }
    for alias in roles.aliases { join(alias.a, alias.b, rule: alias.rule) }
    joinRoles(reader, roles, mentions)
    noteCanonicals(mentions)
    placeHolders(roles, reader, mentions)
    flatten()
    resolve(reader, roles, mentions)
    inheritBodies(reader, &roles, mentions)
    speakForBodies(reader, roles, mentions)
    finish(reader, &roles, &mentions, &entities, &joined)
  }

  private mutating func prepare(
    _ reader: EntityReader, _ mentions: [Mention], _ notes: [MentionNote]
  ) {
    reset(mentions.count, phrases: reader.chunks.nounPhrases.count)
    // Taken out of the stage while they are filled, so that each entry costs no look at their owners.
    var (infos, phraseMention) = (self.infos, self.phraseMention)
    (self.infos, self.phraseMention) = ([], [])
    infos.withUnsafeMutableBufferPointer { infos in
      phraseMention.withUnsafeMutableBufferPointer { phraseMention in
        var sentence = 0
        let sentences = reader.sentences
        let phraseAt = reader.chunks.phraseAt
        for index in mentions.indices {
          let first = mentions[index].first
          while sentence + 1 < sentences.count, sentences[sentence].end <= first {
            sentence &+= 1
          }
          infos[index].sentence = Int32(truncatingIfNeeded: sentence)
          infos[index].kind = mentions[index].kind
          let form = mentions[index].form
          let head = Int(notes[index].head)
          let phrase = head < phraseAt.count ? Int(phraseAt[head]) : -1
          if phrase >= 0, phrase < phraseMention.count {
            infos[index].phrase = Int32(truncatingIfNeeded: phrase)
            if form != .adjective {
              let known = Int(phraseMention[phrase])
              if known < 0 || mentions[known].end <= mentions[index].end {
                phraseMention[phrase] = Int32(truncatingIfNeeded: index)
              }
            }
          }
          if form != .pronoun {
            prepare(&infos[index], index, mentions, notes[index], reader)
          } else if infos[index].kind == .person {
            infos[index].gender = gender(ofPronoun: Int(first), reader)
          }
        }
      }
    }
    (self.infos, self.phraseMention) = (infos, phraseMention)
  }

  private mutating func reset(_ count: Int, phrases: Int) {
    infos.refill(Info(), count: count)
    merges.removeAll(keepingCapacity: true)
    bodies.removeAll(keepingCapacity: true)
    keys.refill(0, count: count)
    parent.refill(0, count: count)
    parent.withUnsafeMutableBufferPointer { parent in
      for index in 0..<parent.count { parent[index] = Int32(truncatingIfNeeded: index) }
    }
    sizes.refill(1, count: count)
    phraseMention.refill(-1, count: phrases)
    quoteCursor = 0
    quoteKnown = -1
    statementBody = nil
    waiting.removeAll(keepingCapacity: true)
    hasCountedHomes = false
    colonCursor = 0
    lastColon = -1
    searchSteps = 1 << 21
  }

  /// What is known of a mention that is no pronoun.
  private mutating func prepare(
    _ info: inout Info, _ index: Int, _ mentions: [Mention], _ note: MentionNote,
    _ reader: EntityReader
  ) {
    let mention = mentions[index]
    info.hasContent = true
    info.isNamed = mention.form == .name
    if isName(mention) { (info.flags, info.of) = reader.sense(of: mention) }
    guard mention.kind == .person else {
      if mention.kind == .organization, info.isNamed {
        bodies.append(Int32(truncatingIfNeeded: index))
      }
      return
    }
    info.gender = gender(mention, note, info.flags, reader)
    guard mention.form == .name else { return }
    let isSingle = mention.end - mention.first == 1
    info.hasFullName = !isSingle
    info.fullCanonical = isSingle ? 0 : mention.canonical
    if isSingle, mention.first > 0 {
      info.isTitled = reader.marks(Int(mention.first) - 1).contains(.peerage)
    }
    if isSingle, disagrees(info.gender, info.flags) { info.isTitled = true }
    if info.isTitled { info.of = 0 }
  }

  @inline(__always)
  private func gender(ofPronoun token: Int, _ reader: EntityReader) -> Gender {
    let marks = reader.marks(token)
    return marks.contains(.male) ? .male : marks.contains(.female) ? .female : .unknown
  }

  private mutating func gender(
    _ mention: Mention, _ note: MentionNote, _ flags: SenseFlags, _ reader: EntityReader
  ) -> Gender {
    switch mention.form {
    case .pronoun: return gender(ofPronoun: Int(mention.first), reader)
    case .nominal:
      return genderOfRole(Int(note.head), reader)
    case .name, .adjective:
      if mention.first > 0 {
        let before = title(Int(mention.first) - 1, reader)
        if before != .unknown { return before }
        // "Dr Tamimi" need not be whom the surname alone means.
        if mention.end - mention.first == 1,
          reader.marks(Int(mention.first) - 1).contains(.peerage)
        {
          return .unknown
        }
      }
      if flags.contains(.male) != flags.contains(.female) {
        return flags.contains(.male) ? .male : .female
      }
      let first = Int(mention.first)
      if mention.end - mention.first < 2 {
        // "his mother Mary", "Lena said": a first name that is hardly anybody's surname.
        if first > 0, reader.has(first - 1, .kin) {
          return gender(of: reader.table.classes[first - 1])
        }
        let scores = reader.lexicon.scores(reader.term(first))
        guard scores.first >= 120, scores.first > scores.last + 60 else { return .unknown }
      }
      return gender(of: reader.table.classes[first])
    }
  }

  /// What Mr, Ms, Sir or spokeswoman in front of a name say of its bearer.
  @inline(__always)
  func title(_ i: Int, _ reader: EntityReader) -> Gender {
    let marks = reader.marks(i)
    if marks.contains(.sir) { return .male }
    if marks.contains(.madam) { return .female }
    return reader.has(i, [.role, .title]) ? genderOfRole(i, reader) : .unknown
  }

  /// Judge, Dean and Major are first names of men, and women are judges.
  @inline(__always)
  private func genderOfRole(_ i: Int, _ reader: EntityReader) -> Gender {
    let marks = reader.marks(i)
    if marks.contains(.sir) { return .male }
    if marks.contains(.madam) { return .female }
    return reader.has(i, .first) ? .unknown : gender(of: reader.table.classes[i])
  }

  /// "Mrs Clinton" is not the man whom the surname alone means.
  @inline(__always)
  private func disagrees(_ gender: Gender, _ flags: SenseFlags) -> Bool {
    switch gender {
    case .unknown: false
    case .male: flags.contains(.female) && !flags.contains(.male)
    case .female: flags.contains(.male) && !flags.contains(.female)
    }
  }

  @inline(__always)
  private func gender(of classes: UInt64) -> Gender {
    let male = classes & WordClass.male.rawValue != 0
    let female = classes & WordClass.female.rawValue != 0
    return male == female ? .unknown : male ? .male : .female
  }

  // MARK: Clusters

  // These are asked so often, and are so short, that a call, which copies the stage, costs more.

  /// A mention leads to its root in one step but for the few that sieves joined twice since
  /// ``flatten()``, so that how often the loop runs can be foreseen.
  @inline(__always)
  func root(_ m: Int32) -> Int32 {
    var r = parent[Int(m)]
    var next = parent[Int(r)]
    while next != r {
      r = next
      next = parent[Int(r)]
    }
    return r
  }

  /// Makes every way to a root a single step: a root stands in front of its cluster.
  mutating func flatten() {
    parent.withUnsafeMutableBufferPointer { parent in
      for index in 0..<parent.count { parent[index] = parent[Int(parent[index])] }
    }
  }

  /// Joins the clusters of two mentions and notes why.
  mutating func join(_ a: Int32, _ b: Int32, _ sieve: Sieve) {
    let (x, y) = (Int(root(a)), Int(root(b)))
    if x != y { link(x, y, a, b, sieve.rule) }
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
    let other = infos[later]
    infos[first].take(other)
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
