/// Applies the `role` and `alias` patterns of packs to the roles that were found.
struct PatternRoles: Sendable {
  private var document: PatternDocument

  init(knowledge: Knowledge) {
    document = PatternDocument(packs: knowledge.rules.packs, lexicon: knowledge.lexicon)
  }

  /// Adds roles with their holders and bodies, and pairs of mentions that are one.
  ///
  /// A role whose words were taken for one already gets the pattern's holder and body.
  mutating func run(
    text: [UInt8], table: TokenTable, sentences: [Sentence], chunks: Chunks, mentions: [Mention],
    into roles: inout RoleStage
  ) {
    if document.packs.have(.nominal) {
      for (index, mention) in mentions.enumerated()
      where mention.form == .nominal && mention.rule & EngineRule.bit == 0 {
        roles.notes[index].flags.formUnion(.standsAlone)
      }
    }
    roles.aliases.removeAll(keepingCapacity: true)
    guard document.packs.have(.role) || document.packs.have(.alias),
      roles.links.count == roles.roles.count
    else {
      return
    }
    document.show(table, mentions, roles.roles, for: .role, .alias)
    var aliases: [RoleStage.Alias] = []
    document.run(.alias, text: text, table, sentences, chunks) { match, pack in
      guard match.a.mention >= 0, match.b.mention >= 0 else { return }
      aliases.append(
        .init(a: match.a.mention, b: match.b.mention, rule: pack.id(Int(match.rule))))
    }
    // Roles by their words, the last of equal ones first, made when the first pattern matches.
    var known: [Int64: [Int]] = [:]
    let found = roles.roles.count
    var changed = false
    document.run(.role, text: text, table, sentences, chunks) { match, pack in
      let span = match.roleLabel
      guard span.isSet, span.first < span.end else { return }
      let head = Int(span.end) - 1
      if !changed {
        for k in (0..<found).reversed() {
          known[Self.key(roles.roles[k].first, roles.roles[k].end), default: []].append(k)
        }
      }
      changed = true
      let same = known[Self.key(span.first, span.end)]?.popLast()
      let index = same ?? roles.roles.count
      let link = RoleLink(
        role: Int32(index), holder: match.holder.mention, of: match.of.mention,
        first: match.first, end: match.end, flags: [], lemma: table.lemmas[head])
      if same != nil {
        roles.roles[index].rule = pack.id(Int(match.rule))
        roles.links[index] = link
      } else {
        roles.links.append(link)
        roles.roles.append(
          RoleMention(
            span: ByteSpan(
              start: table.tokens[Int(span.first)].start, end: table.tokens[head].end),
            first: span.first, end: span.end, head: Int32(head), rule: pack.id(Int(match.rule))))
      }
    }
    roles.aliases = aliases
    if changed { roles.sortByText() }
  }

  private static func key(_ first: Int32, _ end: Int32) -> Int64 {
    Int64(first) << 32 | Int64(end)
  }
}

extension RoleStage {
  /// Two mentions that a pattern says are one.
  struct Alias: Sendable {
    var a: Int32
    var b: Int32
    var rule: RuleID
  }

  /// Puts roles, each with its link, in the order of the text.
  fileprivate mutating func sortByText() {
    let order = roles.indices.sorted {
      roles[$0].span != roles[$1].span ? roles[$0].span < roles[$1].span : $0 < $1
    }
    var moved = [Int32](repeating: 0, count: roles.count)
    for (new, old) in order.enumerated() { moved[old] = Int32(new) }
    roles = order.map { roles[$0] }
    links = order.map { links[$0] }
    for i in links.indices { links[i].role = Int32(i) }
    for i in notes.indices where notes[i].link >= 0 { notes[i].link = moved[Int(notes[i].link)] }
  }
}
