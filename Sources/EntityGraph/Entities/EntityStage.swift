/// Joins the mentions of one document into entities by named sieves, the surest first.
///
/// Names go by hash keys (exact spelling, canonical name, surname, initials), what has no name by one
/// pass in the order of the text over a bounded window. Whatever stays doubtful stays open: an
/// unresolved pronoun or "the group" is dropped, never guessed.
struct EntityStage: Sendable {
  let words: RoleWords
  let lexicon: Lexicon
  let titles: TitleBodies
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
    /// Country that a body without a name seems to belong to, -1 for none.
    var owner: Int32 = -1
  }
  enum Gender: UInt8 { case unknown, male, female }

  var infos: [Info] = []
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
  /// In whose name a text without quotation marks says "we"; nil until somebody asks, -1 for nobody.
  var statementBody: Int32?
  /// For each mention the number of mentions of its cluster, at the root.
  var sizes: [Int32] = []
  var entityOf: [Int32] = []
  var newIndex: [Int32] = []

  init(words: RoleWords, knowledge: Knowledge) {
    self.words = words
    lexicon = knowledge.lexicon
    titles = TitleBodies(knowledge: knowledge)
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
    joinNames(reader, mentions)
    joinOrganizations(reader, mentions)
    for (nominal, holder) in roles.appositions where nominal >= 0 && holder >= 0 {
      join(nominal, holder, .apposition)
    }
    for alias in roles.aliases { join(alias.a, alias.b, rule: alias.rule) }
    joinRoles(reader, roles, mentions)
    noteCanonicals(mentions)
    resolve(reader, roles, mentions)
    inheritBodies(reader, &roles, mentions)
    finish(reader, &roles, &mentions, &entities, &joined)
  }

  private mutating func prepare(
    _ reader: EntityReader, _ mentions: [Mention], _ notes: [MentionNote]
  ) {
    infos.removeAll(keepingCapacity: true)
    parent.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
    merges.removeAll(keepingCapacity: true)
    phraseMention.removeAll(keepingCapacity: true)
    phraseMention.append(
      contentsOf: repeatElement(-1, count: reader.chunks.nounPhrases.count))
    quoteCursor = 0
    statementBody = nil
    var sentence = 0
    for (index, mention) in mentions.enumerated() {
      while sentence + 1 < reader.sentences.count,
        reader.sentences[sentence].end <= mention.first
      {
        sentence += 1
      }
      var info = Info()
      info.sentence = Int32(sentence)
      let head = Int(notes[index].head)
      if head < reader.chunks.phraseAt.count { info.phrase = reader.chunks.phraseAt[head] }
      if mention.form == .name || mention.form == .adjective {
        (info.flags, info.of) = reader.sense(of: mention)
      }
      if mention.kind == .person { info.gender = gender(mention, notes[index], info, reader) }
      info.isNamed = mention.form == .name
      info.hasContent = mention.form != .pronoun
      info.kind = mention.kind
      if mention.kind == .person, mention.form == .name {
        let isSingle = mention.end - mention.first == 1
        info.hasFullName = !isSingle
        info.fullCanonical = isSingle ? 0 : mention.canonical
        if isSingle, mention.first > 0 {
          info.isTitled = reader.marks(Int(mention.first) - 1).contains(.peerage)
        }
        if isSingle, disagrees(info) { info.isTitled = true }
        if info.isTitled { info.of = 0 }
      }
      infos.append(info)
      if info.phrase >= 0, mention.form != .adjective {
        let known = phraseMention[Int(info.phrase)]
        if known < 0 || mentions[Int(known)].end <= mention.end {
          phraseMention[Int(info.phrase)] = Int32(index)
        }
      }
      parent.append(Int32(index))
      sizes.append(1)
    }
  }

  private func gender(
    _ mention: Mention, _ note: MentionNote, _ info: Info, _ reader: EntityReader
  ) -> Gender {
    switch mention.form {
    case .pronoun:
      let marks = reader.marks(Int(mention.first))
      return marks.contains(.male) ? .male : marks.contains(.female) ? .female : .unknown
    case .nominal:
      return gender(of: reader.table.classes[Int(note.head)])
    case .name, .adjective:
      if mention.first > 0 {
        let before = title(Int(mention.first) - 1, reader)
        if before != .unknown { return before }
      }
      if info.flags.contains(.male) != info.flags.contains(.female) {
        return info.flags.contains(.male) ? .male : .female
      }
      if mention.end - mention.first < 2 { return .unknown }
      return gender(of: reader.table.classes[Int(mention.first)])
    }
  }

  /// What Mr, Ms, Sir or spokeswoman in front of a name say of its bearer.
  private func title(_ i: Int, _ reader: EntityReader) -> Gender {
    let marks = reader.marks(i)
    if marks.contains(.sir) { return .male }
    if marks.contains(.madam) { return .female }
    return reader.has(i, [.role, .title]) ? gender(of: reader.table.classes[i]) : .unknown
  }

  /// "Mrs Clinton" is not the man whom the surname alone means.
  private func disagrees(_ info: Info) -> Bool {
    switch info.gender {
    case .unknown: false
    case .male: info.flags.contains(.female) && !info.flags.contains(.male)
    case .female: info.flags.contains(.male) && !info.flags.contains(.female)
    }
  }

  private func gender(of classes: UInt64) -> Gender {
    let male = classes & WordClass.male.rawValue != 0
    let female = classes & WordClass.female.rawValue != 0
    return male == female ? .unknown : male ? .male : .female
  }

  // MARK: Clusters

  func root(_ m: Int32) -> Int32 {
    var r = m
    while parent[Int(r)] != r { r = parent[Int(r)] }
    return r
  }

  /// Joins the clusters of two mentions and notes why.
  mutating func join(_ a: Int32, _ b: Int32, _ sieve: Sieve) {
    if root(a) != root(b) { join(a, b, rule: sieve.rule) }
  }

  mutating func join(_ a: Int32, _ b: Int32, rule: RuleID) {
    let x = root(a)
    let y = root(b)
    if x == y { return }
    let first = min(x, y)
    let later = max(x, y)
    parent[Int(later)] = first
    sizes[Int(first)] += sizes[Int(later)]
    if infos[Int(later)].hasContent, !infos[Int(first)].hasContent {
      infos[Int(first)].hasContent = true
      infos[Int(first)].kind = infos[Int(later)].kind
    }
    if infos[Int(later)].isNamed { infos[Int(first)].isNamed = true }
    if infos[Int(later)].hasFullName {
      if !infos[Int(first)].hasFullName { infos[Int(first)].of = infos[Int(later)].of }
      infos[Int(first)].hasFullName = true
      if infos[Int(first)].fullCanonical == 0 {
        infos[Int(first)].fullCanonical = infos[Int(later)].fullCanonical
      }
    }
    if infos[Int(first)].of == 0 { infos[Int(first)].of = infos[Int(later)].of }
    if infos[Int(first)].gender == .unknown { infos[Int(first)].gender = infos[Int(later)].gender }
    merges.append(Merge(mention: max(a, b), antecedent: min(a, b), sieve: rule))
  }

  func isSame(_ a: Int32, _ b: Int32) -> Bool { root(a) == root(b) }

  /// What a cluster is, 'person' for a pronoun that nothing is known of.
  func kind(_ m: Int32) -> EntityKind { infos[Int(root(m))].kind }

  /// Whether a mention may be what another refers to: its cluster has more than pronouns.
  func canBeAntecedent(_ m: Int32) -> Bool { infos[Int(root(m))].hasContent }

  /// Whether two clusters may be one person as far as their sex goes.
  func agree(_ a: Int32, _ b: Int32) -> Bool {
    let x = infos[Int(root(a))].gender
    let y = infos[Int(root(b))].gender
    return x == .unknown || y == .unknown || x == y
  }
}
