import Testing

@testable import EntityGraph

/// The tables that stand for questions about tags.
@Suite struct TagTableTests {
  private static func code(_ tag: PartOfSpeech, _ variant: UInt8 = 0) -> UInt8 {
    tag.rawValue | variant
  }

  /// Words in a row, and whether the clause has a verb with tense behind them.
  static let clauses: [([UInt8], Bool)] = [
    ([], false),
    ([code(.proper), code(.verbPast)], true),
    ([code(.verbPast), code(.conjunction)], false),
    ([code(.verbPast), code(.subordinator)], false),
    ([code(.verbPast), code(.punctuation, TagCode.quotation)], true),
    ([code(.verbPast), code(.punctuation, TagCode.comma)], true),
    ([code(.verbPast), code(.punctuation, TagCode.hyphen)], false),
    ([code(.verbPast), code(.punctuation)], false),
    ([code(.infinitive), code(.verbBase, TagCode.afterTo)], false),
    ([code(.verbBase)], true),
    ([code(.modal), code(.relative)], false),
    // "X, who left, …": the clause around has none yet.
    (
      [
        code(.punctuation, TagCode.comma), code(.relative), code(.verbPast),
        code(.punctuation, TagCode.comma),
      ], false
    ),
    // "X said Y, who left, …".
    (
      [
        code(.verbPast), code(.punctuation, TagCode.comma), code(.relative), code(.verbPast),
        code(.punctuation, TagCode.comma),
      ], true
    ),
    // "X, whose party left, …" but "X, his party left, …".
    (
      [
        code(.punctuation, TagCode.comma), code(.possessivePronoun, TagCode.whose),
        code(.verbPast), code(.punctuation, TagCode.comma),
      ], false
    ),
    (
      [
        code(.punctuation, TagCode.comma), code(.possessivePronoun), code(.verbPast),
        code(.punctuation, TagCode.comma),
      ], true
    ),
  ]

  @Test(arguments: clauses)
  func clauseStates(_ codes: [UInt8], _ hasFinite: Bool) {
    var state = ClauseState()
    for code in codes { state.note(ClauseState.transitions(code)) }
    #expect(state.hasFinite == hasFinite)
  }

  /// What two words do one after the other is what both do together.
  @Test func effectsOfRows() {
    let starts: [UInt32] = [0, 0xFFFF, Tagger.State.start.rawValue, 0x5A5A]
    let fixed = (UInt8.min...UInt8.max).map(Tagger.State.effect).filter { $0.stops == 0 }
    var different = 0
    for first in fixed {
      for second in fixed {
        var row = TagRow(kept: .max, added: 0)
        row.note(first)
        row.note(second)
        for start in starts {
          var state = Tagger.State(rawValue: start)
          state.note(first)
          state.note(second)
          var both = Tagger.State(rawValue: start)
          both.note(row)
          if state.rawValue != both.rawValue { different += 1 }
        }
      }
    }
    #expect(different == 0)
  }

  /// Behind a word without a fixed tag another row begins.
  @Test func rowsEnd() {
    #expect(Tagger.State.effect(PartOfSpeech.other.rawValue).stops == 1)
    #expect(Tagger.State.effect(TagCode.particle).stops == 1)
    var row = TagRow(kept: 0, added: 0x5A5A)
    row.note(.stop)
    #expect(row.kept == 0xFFFF)
    #expect(row.added == 0)
  }

  /// Kinds of tokens: the code that they give, and what they leave of a pronoun's, an adjective's and an
  /// article's.
  static let kinds: [(TokenFlags, UInt8, UInt8, [PartOfSpeech])] = [
    (.word, NameMark.none, 0, [.pronoun, .adjective, .determiner]),
    ([.word, .capitalized], NameMark.none, 0, [.pronoun, .other, .determiner]),
    ([.word, .capitalized, .allCaps], NameMark.none, 0, [.other, .other, .determiner]),
    (.number, NameMark.none, code(.number), [.other, .other, .other]),
    (.punctuation, NameMark.last, code(.punctuation), [.other, .other, .other]),
    ([.word, .possessive], NameMark.inside, TagCode.possessive, [.other, .other, .other]),
    ([.word, .capitalized], NameMark.inside, code(.proper), [.other, .other, .other]),
    (.word, NameMark.inside, 0, [.other, .other, .other]),
    ([.word, .capitalized], NameMark.adjective, code(.adjective), [.other, .other, .other]),
  ]

  @Test(arguments: kinds)
  func tokenKinds(_ row: (TokenFlags, UInt8, UInt8, [PartOfSpeech])) {
    let (flags, name, given, kept) = row
    TagTables().withView { tables in
      let kind = tables.kind(
        UInt64(flags.intersection(TokenKind.flags).rawValue) | UInt64(name) << TokenKind.nameShift)
      #expect(UInt8(truncatingIfNeeded: kind) == given)
      #expect((kind & SyntaxBits.named.rawValue != 0) == (name != NameMark.none))
      let words: [PartOfSpeech] = [.pronoun, .adjective, .determiner]
      let left = words.map {
        TagCode.tag(tables.kept(UInt64($0.rawValue) | kind & FixedTags.level))
      }
      #expect(left == kept)
    }
  }

  static let open: [(OpenTags.Context, WordClass, PartOfSpeech, PartOfSpeech)] = [
    (.base, [.noun, .verb], .verbBase, .verbBase),
    (.have, [.verbPast, .verbPart], .verbParticiple, .verbParticiple),
    (.be, [.verbPart, .adv], .other, .other),
    (.inside, [.noun, .verb], .noun, .noun),
    (.inside, [.noun, .adj], .noun, .adjective),
    (.inside, [.verbPast, .verbPart], .other, .other),
    (.subject, [.nounPlural, .verb3sg], .verbPresent, .verbPresent),
    (.object, [.nounPlural, .verb3sg], .other, .other),
    (.name, [.verbPast, .verbPart], .verbPast, .verbPast),
    (.name, [.noun, .verb], .other, .other),
    (.nameFinite, [.noun, .verb], .noun, .noun),
    (.noun, [.verbPast, .verbPart, .adj], .other, .other),
    (.preposition, [.verbIng], .other, .other),
    (.rest, [.adj, .adv], .other, .adjective),
    (.unsure, .noun, .other, .other),
    (.unsure, .adv, .adverb, .adverb),
  ]

  @Test(arguments: open)
  func openTags(_ row: (OpenTags.Context, WordClass, PartOfSpeech, PartOfSpeech)) {
    let entry = OpenTags.Entry(OpenTags.choice(row.0, row.1))
    #expect(entry.end == row.2)
    #expect(entry.more == row.3)
    #expect((entry.rawValue & OpenTags.Entry.isOpen != 0) == (row.2 != row.3))
    #expect((entry.rawValue & OpenTags.Entry.isSure != 0) == (row.2 == row.3 && row.2 != .other))
  }

  @Test func contextsByIndex() {
    var state = Tagger.State.start
    #expect(OpenTags.context(at: OpenTags.index(state)) == .punctuation)
    for (tag, context) in [
      (PartOfSpeech.pronoun, OpenTags.Context.subject), (.modal, .base), (.verbBase, .verb),
      (.determiner, .inside), (.noun, .nounFinite), (.relative, .subject), (.proper, .name),
    ] {
      state.note(Tagger.State.effect(tag.rawValue))
      #expect(OpenTags.context(at: OpenTags.index(state)) == context)
    }
    let him = Tagger.State.effect(PartOfSpeech.pronoun.rawValue | TagCode.accusative)
    state.note(him)
    #expect(OpenTags.context(at: OpenTags.index(state)) == .object)
  }
}
