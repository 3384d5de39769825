/// Conditions on mentions, noun phrases and verb groups.
extension PatternResolver {
  static let forms = ["name", "adjective", "nominal", "pronoun"]

  mutating func mention(
    _ kinds: KindMask, _ attributes: [ElementAttribute]
  ) throws(Unresolved) -> MentionTest {
    var test = MentionTest(kinds: kinds)
    var wanted: UInt8 = 0
    var unwanted: UInt8 = 0
    for attribute in attributes {
      guard case .word(let word) = attribute.kind, !attribute.isHead else {
        throw fail(
          .notHere("this", reason: "a mention is asked for its form or traits"),
          at: attribute.range)
      }
      if let form = Self.forms.firstIndex(of: word), !kinds.contains(.role) {
        if attribute.isNegated { unwanted |= 1 << UInt8(form) } else { wanted |= 1 << UInt8(form) }
      } else if let bit = vocabulary.traits.firstIndex(of: word), bit < 32 {
        if attribute.isNegated {
          test.forbiddenTraits |= 1 << UInt32(bit)
        } else {
          test.traits |= 1 << UInt32(bit)
        }
      } else {
        let near = Suggestion.nearest(to: word, among: Self.forms + vocabulary.traits)
        throw fail(.unknown(.mentionAttribute, word, suggestion: near), at: attribute.range)
      }
    }
    test.forms = (wanted == 0 ? 0x0F : wanted) & ~unwanted
    return test
  }

  mutating func chunk(
    isVerb: Bool, _ attributes: [ElementAttribute]
  ) throws(Unresolved) -> ChunkTest {
    var test = ChunkTest(isVerb: isVerb)
    for attribute in attributes {
      switch attribute.kind {
      case .word(let word):
        if !attribute.isHead, flag(word, negated: attribute.isNegated, of: &test) { continue }
        if !isVerb && !attribute.isHead {
          let near = Suggestion.nearest(
            to: word, among: ["head"] + ChunkAttribute.phrase.map(\.name))
          throw fail(.unknown(.phraseAttribute, word, suggestion: near), at: attribute.range)
        }
        if attribute.isNegated {
          let near = Suggestion.nearest(to: word, among: ChunkAttribute.verb.map(\.name))
          throw fail(.unknown(.verbAttribute, word, suggestion: near), at: attribute.range)
        }
        test.heads.append(try head(word, isVerb: isVerb, at: attribute.range))
      case .string(let text):
        guard isVerb || attribute.isHead, !attribute.isNegated else {
          throw fail(.notHere("a string", reason: "write head=\"…\""), at: attribute.range)
        }
        test.heads.append(try head(text, isVerb: isVerb, at: attribute.range))
      case .list(let name):
        guard isVerb || attribute.isHead, !attribute.isNegated else {
          throw fail(.notHere("a list", reason: "write head=<\(name.text)>"), at: attribute.range)
        }
        switch try named(name) {
        case .list(let list): test.heads.append(.list(list))
        case .classes(let bits): test.heads.append(.classes(bits))
        }
      }
    }
    return test
  }

  private func flag(_ word: String, negated: Bool, of test: inout ChunkTest) -> Bool {
    let known = test.isVerb ? ChunkAttribute.verb : ChunkAttribute.phrase
    guard let found = known.first(where: { $0.name == word }) else { return false }
    // "Not asserted" would be an alternative of three flags.
    if found.isAbsence, negated, found.bits.nonzeroBitCount > 1 { return false }
    if found.isAbsence != negated {
      test.forbidden |= found.bits
    } else {
      test.required |= found.bits
    }
    return true
  }

  /// A head word; for a verb possibly with its particle ("set up").
  mutating func head(
    _ text: String, isVerb: Bool, at range: SourceRange
  ) throws(Unresolved) -> HeadTest {
    let tokens = vocabulary.tokens(text)
    guard let first = tokens.first, tokens.allSatisfy({ $0.mark == 0 }) else {
      throw fail(.wordless(text), at: range)
    }
    guard tokens.count <= (isVerb ? 2 : 1) else { throw fail(.severalWords(text), at: range) }
    return .word(first.term, particle: tokens.count == 2 ? tokens[1].term : 0)
  }
}

/// The words for what is known of a noun phrase or verb group.
enum ChunkAttribute {
  typealias Entry = (name: String, bits: UInt32, isAbsence: Bool)

  static let verb: [Entry] = [
    ("passive", VerbGroupFlags.passive.rawValue, false),
    ("active", VerbGroupFlags.passive.rawValue, true),
    ("past", VerbGroupFlags.past.rawValue, false),
    ("present", VerbGroupFlags.present.rawValue, false),
    ("future", VerbGroupFlags.future.rawValue, false),
    ("perfect", VerbGroupFlags.perfect.rawValue, false),
    ("progressive", VerbGroupFlags.progressive.rawValue, false),
    ("finite", VerbGroupFlags.finite.rawValue, false),
    ("infinitive", VerbGroupFlags.infinitive.rawValue, false),
    ("gerund", VerbGroupFlags.gerund.rawValue, false),
    ("reduced", VerbGroupFlags.reduced.rawValue, false),
    ("copula", VerbGroupFlags.copula.rawValue, false),
    ("negated", VerbGroupFlags.negated.rawValue, false),
    ("possible", VerbGroupFlags.possible.rawValue, false),
    ("reported", VerbGroupFlags.reported.rawValue, false),
    (
      "asserted",
      VerbGroupFlags([.negated, .possible, .reported]).rawValue, true
    ),
    ("relative", VerbGroupFlags.relative.rawValue, false),
    ("conditional", VerbGroupFlags.conditional.rawValue, false),
  ]

  static let phrase: [Entry] = [
    ("plural", NounPhraseFlags.plural.rawValue, false),
    ("singular", NounPhraseFlags.plural.rawValue, true),
    ("definite", NounPhraseFlags.definite.rawValue, false),
    ("indefinite", NounPhraseFlags.indefinite.rawValue, false),
    ("demonstrative", NounPhraseFlags.demonstrative.rawValue, false),
    ("possessed", NounPhraseFlags.pronounPossessor.rawValue, false),
    ("quantified", NounPhraseFlags.quantified.rawValue, false),
    ("negative", NounPhraseFlags.negative.rawValue, false),
    ("proper", NounPhraseFlags.proper.rawValue, false),
    ("pronoun", NounPhraseFlags.pronoun.rawValue, false),
    ("relative", NounPhraseFlags.relative.rawValue, false),
    ("animate", NounPhraseFlags.animate.rawValue, false),
    ("male", NounPhraseFlags.male.rawValue, false),
    ("female", NounPhraseFlags.female.rawValue, false),
    ("time", NounPhraseFlags.time.rawValue, false),
    ("force", NounPhraseFlags.force.rawValue, false),
    ("subject", NounPhraseFlags.subject.rawValue, false),
    ("object", NounPhraseFlags.object.rawValue, false),
    ("quoted", NounPhraseFlags.quoted.rawValue, false),
    ("oblique", NounPhraseFlags.oblique.rawValue, false),
    ("possessor", NounPhraseFlags.possessor.rawValue, false),
  ]
}
