/// Applies the `mention` and `nominal` patterns of packs to the names that were recognized.
///
/// A pattern's word counts more than what lists and context guessed: the mention that it makes
/// replaces those that it crosses or covers (but not a nationality inside it). With a priority below
/// 0 it gives way instead, with one above 0 it also stands inside a longer name.
struct PatternNames: Sendable {
  private var document: PatternDocument
  private var made: [(mention: Mention, priority: Int, isReject: Bool)] = []

  init(knowledge: Knowledge) {
    document = PatternDocument(packs: knowledge.rules.packs, lexicon: knowledge.lexicon)
  }

  /// Changes `mentions`, which stay in the order of the text.
  ///
  /// - Parameter target: `mention` before the chunk stage, `nominal` after it.
  mutating func run(
    _ target: RuleTarget, text: [UInt8], table: TokenTable, sentences: [Sentence], chunks: Chunks,
    into mentions: inout [Mention]
  ) {
    guard document.packs.have(target) else { return }
    made.removeAll(keepingCapacity: true)
    document.show(table, mentions, [], for: target)
    document.run(target, text: text, table, sentences, chunks) { match, pack in
      let rule = pack.rules.rule(Int(match.rule))
      guard match.name.isSet, match.name.first < match.name.end else { return }
      let kind = EntityKind.allCases.first { rule.kind.contains(KindMask($0)) }
      let mention = Mention(
        span: ByteSpan(
          start: table.tokens[Int(match.name.first)].start,
          end: table.tokens[Int(match.name.end) - 1].end),
        first: match.name.first, end: match.name.end, kind: kind ?? .person,
        form: target == .nominal ? .nominal : .name, rule: pack.id(Int(match.rule)))
      made.append((mention, rule.priority, kind == nil))
    }
    if made.isEmpty { return }
    for (mention, priority, isReject) in made {
      apply(mention, priority, isReject: isReject, to: &mentions)
    }
    mentions.sort { $0.span != $1.span ? $0.span < $1.span : $0.rule < $1.rule }
  }

  private func apply(
    _ mention: Mention, _ priority: Int, isReject: Bool, to mentions: inout [Mention]
  ) {
    let overlaps = mentions.filter { $0.span.overlaps(mention.span) }
    if isReject {
      mentions.removeAll { mention.span.contains($0.span) && $0.form != .adjective }
      return
    }
    if priority < 0, !overlaps.isEmpty { return }
    if priority == 0,
      overlaps.contains(where: { $0.span.contains(mention.span) && $0.span != mention.span })
    {
      return
    }
    mentions.removeAll { other in
      let covers = other.span.contains(mention.span) && other.span != mention.span
      let isInside = mention.span.contains(other.span) && other.span != mention.span
      return other.span.overlaps(mention.span) && !covers
        && !(isInside && other.form == .adjective)
    }
    mentions.append(mention)
  }
}
