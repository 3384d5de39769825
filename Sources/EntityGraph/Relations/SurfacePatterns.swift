/// Runs the packs' relation patterns over a document.
struct SurfacePatterns: Sendable {
  private var matcher = RuleMatcher()
  private var index = MentionIndex()
  private var views: [MentionView] = []
  private var matches: [RuleMatch] = []

  /// Appends what the patterns state, in the order of packs and of the text.
  mutating func run(
    _ packs: [RuleBook.Pack], text: [UInt8], table: TokenTable, _ context: RelationContext,
    into found: inout [RelationMention]
  ) {
    views.removeAll(keepingCapacity: true)
    for (k, mention) in context.mentions.enumerated() where mention.entity >= 0 {
      views.append(
        MentionView(
          first: mention.first, end: mention.end, kinds: KindMask(mention.kind),
          form: mention.form, traits: 0, reference: Int32(k)))
    }
    index.rebuild(views, tokenCount: table.tokens.count)
    for pack in packs {
      matches.removeAll(keepingCapacity: true)
      text.withUnsafeBufferPointer { bytes in
        _ = MatchContext.with(
          text: bytes, tokens: table, mentions: index, chunks: context.chunks
        ) { document in
          matcher.run(
            .relation, of: pack.rules, in: document, sentences: context.sentences,
            disabled: pack.disabled, into: &matches)
        }
      }
      for match in matches { add(match, pack, context, into: &found) }
    }
  }

  private func add(
    _ match: RuleMatch, _ pack: RuleBook.Pack, _ context: RelationContext,
    into found: inout [RelationMention]
  ) {
    guard match.subject.mention >= 0, match.object.mention >= 0, match.first >= 0,
      match.first < match.end
    else { return }
    let rule = pack.rules.rule(Int(match.rule))
    let subject = context.mentions[Int(match.subject.mention)]
    let object = context.mentions[Int(match.object.mention)]
    let whole = ByteSpan(
      start: context.tokens[Int(match.first)].start, end: context.tokens[Int(match.end) - 1].end)
    var label = whole
    if match.label.isSet, match.label.first < match.label.end {
      label = ByteSpan(
        start: context.tokens[Int(match.label.first)].start,
        end: context.tokens[Int(match.label.end) - 1].end)
    }
    let modality =
      rule.modality ?? (match.verb >= 0 ? context.modality(match.verb) : .asserted)
    let reversed = rule.isReversed
    found.append(
      RelationMention(
        subject: reversed ? object.entity : subject.entity,
        object: reversed ? subject.entity : object.entity, predicate: rule.predicate,
        modality: modality, label: label, evidence: whole, sentence: match.sentence,
        rule: pack.id(Int(match.rule))))
  }
}
