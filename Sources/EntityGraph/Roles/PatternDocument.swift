/// Shows a document's mentions and roles to the patterns of packs; reused from document to document.
struct PatternDocument: Sendable {
  private var matcher = RuleMatcher()
  private var index = MentionIndex()
  private var matches: [RuleMatch] = []
  private let lexicon: Lexicon
  let packs: [RuleBook.Pack]

  init(packs: [RuleBook.Pack], lexicon: Lexicon) {
    self.packs = packs
    self.lexicon = lexicon
  }

  /// Takes what the patterns for some targets look at, as it is at this point of the way.
  ///
  /// - Parameter sentences: the sentences whose mentions they look at, in the order of the text;
  ///   nil: all.
  mutating func show(
    _ table: TokenTable, _ mentions: [Mention], _ roles: [RoleMention], for targets: RuleTarget...,
    within sentences: [Sentence]? = nil
  ) {
    var needs: RuleNeeds = []
    for target in targets { needs.formUnion(packs.needs(target)) }
    let roleCount = needs.contains(.roles) ? roles.count : 0
    let tokens = table.tokens
    let lexicon = lexicon
    index.rebuild(tokenCount: tokens.count) { views in
      guard needs.contains(.mentions) else { return }
      // Both come in the order of the text, and so do the two together.
      var next = 0
      var s = 0
      for (k, mention) in mentions.enumerated() {
        if let sentences {
          while s < sentences.count, sentences[s].end <= mention.first { s += 1 }
          if s == sentences.count || sentences[s].first > mention.first { continue }
        }
        while next < roleCount, roles[next].first < mention.first {
          views.append(Self.view(roles[next], next))
          next += 1
        }
        let kind = KindMask(mention.kind)
        let traits = needs.traits.contains(kind) ? Self.traits(mention, tokens, lexicon) : 0
        views.append(
          MentionView(
            first: mention.first, end: mention.end, kinds: kind,
            form: mention.form, traits: traits, reference: Int32(truncatingIfNeeded: k)))
      }
      while next < roleCount {
        views.append(Self.view(roles[next], next))
        next += 1
      }
    }
  }

  private static func view(_ role: RoleMention, _ index: Int) -> MentionView {
    MentionView(
      first: role.first, end: role.end, kinds: .role, form: .name,
      reference: Int32(truncatingIfNeeded: index))
  }

  /// What the lists say of a name.
  private static func traits(
    _ mention: Mention, _ tokens: [Token], _ lexicon: Lexicon
  ) -> UInt32 {
    guard mention.form == .name || mention.form == .adjective else { return 0 }
    var node: UInt32 = 0
    for i in mention.tokens {
      let mark = tokens[i].mark
      let term =
        mark == 0 ? tokens[i].term : lexicon.term(String(Character(Unicode.Scalar(mark))))
      node = i == Int(mention.first) ? lexicon.root(term) : lexicon.step(node, term)
      if node == 0 { return 0 }
    }
    var flags: SenseFlags = []
    for sense in lexicon.senseRange(node) {
      let one = lexicon.sense(sense)
      let fits =
        switch (one.kind, mention.kind) {
        case (.person, .person), (.organization, .organization), (.place, .place),
          (.demonym, .place):
          true
        default: false
        }
      if fits { flags.formUnion(one.flags) }
    }
    return flags.rawValue
  }

  /// What the lists say of a name, as flags.
  func flags(_ mention: Mention, _ tokens: [Token]) -> SenseFlags {
    SenseFlags(rawValue: Self.traits(mention, tokens, lexicon))
  }

  /// Calls `body` with each match of a target: pack by pack, in the order of the text.
  ///
  /// - Parameter needsEnds: as in ``RuleMatcher``.
  mutating func run(
    _ target: RuleTarget, text: [UInt8], _ table: TokenTable, _ sentences: [Sentence],
    _ chunks: Chunks, needsEnds: Bool = false, _ body: (RuleMatch, RuleBook.Pack) -> Void
  ) {
    var matches = self.matches
    self.matches = []
    for pack in packs where !pack.rules.anchors[Int(target.rawValue)].isEmpty {
      matches.removeAll(keepingCapacity: true)
      text.withUnsafeBufferPointer { bytes in
        _ = MatchContext.with(text: bytes, tokens: table, mentions: index, chunks: chunks) {
          matcher.run(
            target, of: pack.rules, in: $0, sentences: sentences, disabled: pack.disabled,
            needsEnds: needsEnds, into: &matches)
        }
      }
      for match in matches { body(match, pack) }
    }
    self.matches = matches
  }
}
