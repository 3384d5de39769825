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
  /// What is known of each mention while the sieves run.
  struct Info: Sendable {
    var flags: SenseFlags = []
    /// Canonical name of the country or body that the lexicon puts it in.
    var of: NameID = 0
    var sentence: Int32 = 0
    /// Noun phrase, -1 if none.
    var phrase: Int32 = -1
    var gender: Gender = .unknown
    var isDropped = false
    /// At the root of a cluster: one of its mentions is a name.
    var isNamed = false
    /// At the root: one of its mentions is more than a pronoun.
    var hasContent = false
    /// A single surname behind Lord, Sir or Dr: the title says that it is nobody's whom it always means.
    var isTitled = false
    /// At the root: whether a name of several words is in the cluster, and its canonical name.
    var hasFullName = false
    var fullCanonical: NameID = 0
    /// At the root: what the cluster is.
    var kind = EntityKind.person
    /// Country that a body without a name seems to belong to, or body that a spokesman without one
    /// speaks for; -1 for none.
    var owner: Int32 = -1

    /// Takes over what another cluster knows that is joined to this one.
    mutating func take(_ other: Info) {
      if other.hasContent, !hasContent {
        hasContent = true
        kind = other.kind
      }
      if other.isNamed { isNamed = true }
      if other.hasFullName {
        if !hasFullName { of = other.of }
        hasFullName = true
        if fullCanonical == 0 { fullCanonical = other.fullCanonical }
      }
      if of == 0 { of = other.of }
      if gender == .unknown { gender = other.gender }
    }
  }
  enum Gender: UInt8 { case unknown, male, female }

  /// The name of a person.
  struct Person: Sendable {
    var mention: Int32
    /// Token of the last word that is no suffix.
    var last: Int32
    /// Hashes of that word and of the first, 0 as long as nobody asked.
    var surname: UInt64 = 0
    var firstName: UInt64 = 0
  }

  var infos: [Info] = []
  /// Hash of the letters of each name, 0 for other mentions.
  var keys: [UInt64] = []
  var persons: [Person] = []
  /// Names of organizations, as indices of mentions.
  var bodies: [Int32] = []
  /// Union-find over mentions; the root is the first mention of the cluster.
  var parent: [Int32] = []
  var merges: [Merge] = []
  var table = KeyTable()
  var second = KeyTable()
  var canonicals = KeyTable()
  var window: [Int32] = []
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
    parent.removeAll(keepingCapacity: true)
    parent.append(contentsOf: 0..<Int32(count))
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

  @inline(__always)
  func root(_ m: Int32) -> Int32 {
    var r = m
    while parent[Int(r)] != r { r = parent[Int(r)] }
    return r
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
    parent[later] = Int32(first)
    sizes[first] += sizes[later]
    let other = infos[later]
    infos.withUnsafeMutableBufferPointer { $0[first].take(other) }
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
    let x = infos[Int(root(a))].gender
    let y = infos[Int(root(b))].gender
    return x == .unknown || y == .unknown || x == y
  }
}
