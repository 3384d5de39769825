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
    guard needs.contains(.mentions) else {
      index.rebuild(tokenCount: table.tokens.count, room: 0) { _ in 0 }
      return
    }
    let shown = needs.contains(.roles) ? roles : []
    let (traits, tokens, lexicon) = (needs.traits.rawValue, table.tokens, lexicon)
    let room = mentions.count + shown.count
    index.rebuild(tokenCount: tokens.count, room: room) { views in
      // Both come in the order of the text, and so do the two together.
      var (next, count) = (0, 0)
      let all = [Sentence(first: 0, end: .max, line: .running)]
      (sentences ?? all).withUnsafeBufferPointer { sentences in
        var looked = LookedAt(sentences: sentences)
        mentions.withUnsafeBufferPointer { mentions in
          for k in 0..<mentions.count {
            let mention = mentions[k]
            while next < shown.count, shown[next].first < mention.first {
              views[count] = Self.view(shown[next], next)
              next += 1
              count += 1
            }
            let kind = KindMask(rawValue: 1 &<< mention.kind.rawValue)
            // All ones if the mention is looked at, and if it is a name.
            let isIn = looked.hold(mention.first)
            let isName = (Int(mention.form.rawValue) &- 2) >> 63
            let isAsked = Int(traits & kind.rawValue) & isIn & isName
            views[count] = MentionView(
              first: mention.first, end: mention.end, kinds: kind, form: mention.form,
              traits: isAsked != 0 ? Self.traits(mention, tokens, lexicon) : 0,
              reference: Int32(truncatingIfNeeded: k))
            count &-= isIn
          }
        }
      }
      while next < shown.count {
        views[count] = Self.view(shown[next], next)
        next += 1
        count += 1
      }
      return count
    }
  }

  /// The sentences that are looked at, met in the order of the text.
  private struct LookedAt {
    let sentences: UnsafeBufferPointer<Sentence>
    private var number = 0

    init(sentences: UnsafeBufferPointer<Sentence>) { self.sentences = sentences }

    /// All ones if a token lies in one of them, else 0; which one nobody can guess, so there are few
    /// branches.
    @inline(__always)
    mutating func hold(_ token: Int32) -> Int {
      let last = sentences.count &- 1
      guard last >= 0 else { return 0 }
      for _ in 0..<2 {
        // Goes on where the next one begins at the token or before.
        let next = min(number &+ 1, last)
        let begins = ~(Int(token) &- Int(sentences[next].first)) >> 63
        number = number ^ ((number ^ next) & begins)
      }
      while number < last, sentences[number + 1].first <= token { number &+= 1 }
      let sentence = sentences[number]
      return (Int(token) &- Int(sentence.end)) >> 63 & ~((Int(token) &- Int(sentence.first)) >> 63)
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
