/// Runs the packs' relation patterns over a document.
struct SurfacePatterns: Sendable {
  private var document: PatternDocument?
  /// The sentences, those that are not looked at empty; reused.
  private var sentences: [Sentence] = []

  /// Appends what the patterns state, in the order of packs and of the text.
  ///
  /// - Parameter counts: what each sentence names; one that names fewer than two entities states
  ///   nothing.
  mutating func run(
    _ packs: [RuleBook.Pack], text: [UInt8], table: TokenTable, sentences: [Sentence],
    chunks: Chunks, counts: [PairCounter.Count], _ extraction: borrowing Extraction,
    _ context: RelationContext,
    into found: inout [RelationMention]
  ) {
    guard packs.have(.relation) else { return }
    var document =
      self.document.take() ?? PatternDocument(packs: packs, lexicon: context.lexicon)
    self.sentences.removeAll(keepingCapacity: true)
    self.sentences.append(contentsOf: sentences)
    self.sentences.withUnsafeMutableBufferPointer { sentences in
      for k in 0..<sentences.count {
        let length = sentences[k].end &- sentences[k].first
        sentences[k].end = sentences[k].first &+ length & ~((counts[k].named &- 2) >> 31)
      }
    }
    document.show(
      table, extraction.mentions, extraction.roles, for: .relation, within: self.sentences)
    document.run(
      .relation, text: text, table, self.sentences, chunks, needsEnds: true
    ) { match, pack in
      add(match, pack, context, into: &found)
    }
    self.document = document
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
