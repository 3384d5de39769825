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
    let asks = needs.contains(.mentions)
    index.rebuild(
      tokenCount: table.tokens.count, atMost: asks ? mentions.count + roleCount : 0
    ) { views in
      guard asks else { return 0 }
      // Both come in the order of the text, and so do the two together.
      var count = 0
      var next = 0
      Self.withSentences(sentences) { sentences in
        var looked = LookedAt(sentences: sentences)
        for k in mentions.indices {
          let first = mentions[k].first
          while next < roleCount, roles[next].first < first {
            views[count] = Self.view(roles[next], next)
            count += 1
            next += 1
          }
          views[count] = Self.view(mentions[k], k)
          count &-= looked.hold(first)
        }
      }
      while next < roleCount {
        views[count] = Self.view(roles[next], next)
        count += 1
        next += 1
      }
      return count
    }
  }

  /// Lends the sentences that are looked at; nil stands for one that holds everything.
  @inline(__always)
  private static func withSentences(
    _ sentences: [Sentence]?, _ body: (UnsafeBufferPointer<Sentence>) -> Void
  ) {
    if let sentences { return sentences.withUnsafeBufferPointer(body) }
    withUnsafePointer(to: Sentence(first: 0, end: .max, line: .running)) {
      body(UnsafeBufferPointer(start: $0, count: 1))
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

  @inline(__always)
  private static func view(_ role: RoleMention, _ index: Int) -> MentionView {
    MentionView(
      first: role.first, end: role.end, kinds: .role, form: .name,
      reference: Int32(truncatingIfNeeded: index))
  }

  @inline(__always)
  private static func view(_ mention: Mention, _ index: Int) -> MentionView {
    MentionView(
      first: mention.first, end: mention.end, kinds: KindMask(mention.kind), form: mention.form,
      isUnlisted: true, reference: Int32(truncatingIfNeeded: index))
  }

  /// What the lists say of a name, as flags.
  func flags(_ mention: Mention, _ tokens: [Token]) -> SenseFlags {
    tokens.withUnsafeBufferPointer {
      SenseFlags(rawValue: MatchContext.listed(Self.view(mention, 0), $0, lexicon))
    }
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
        _ = withUnsafePointer(to: lexicon) { lexicon in
          MatchContext.with(
            text: bytes, tokens: table, mentions: index, chunks: chunks, lexicon: lexicon
          ) {
            matcher.run(
              target, of: pack.rules, in: $0, sentences: sentences, disabled: pack.disabled,
              needsEnds: needsEnds, into: &matches)
          }
        }
      }
      for match in matches { body(match, pack) }
    }
    self.matches = matches
  }
}
