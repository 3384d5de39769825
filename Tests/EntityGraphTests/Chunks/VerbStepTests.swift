import Testing

@testable import EntityGraph

/// What the tokens of a verb group make of it, one after the other.
@Suite struct VerbStepTests {
  private static let be = PartOfSpeech.auxiliary.rawValue | TagCode.be
  private static let have = PartOfSpeech.auxiliary.rawValue | TagCode.have
  private static let does = PartOfSpeech.auxiliary.rawValue | TagCode.does
  private static let modal = PartOfSpeech.modal.rawValue
  private static let to = PartOfSpeech.infinitive.rawValue
  private static let base = PartOfSpeech.verbBase.rawValue
  private static let participle = PartOfSpeech.verbParticiple.rawValue
  private static let ing = PartOfSpeech.verbIng.rawValue
  private static let noun = PartOfSpeech.noun.rawValue

  /// Tokens, what is known of the group that they begin with, how long it is and its main verb.
  static let groups: [([UInt8], VerbGroupFlags, Int, Int)] = [
    ([base, noun], .finite, 1, 0),
    ([PartOfSpeech.verbPast.rawValue, noun], [.finite, .past], 1, 0),
    ([PartOfSpeech.verbPresent.rawValue, noun], [.finite, .present], 1, 0),
    ([participle, noun], [.passive, .reduced], 1, 0),
    ([ing, noun], .gerund, 1, 0),
    ([to, base], .infinitive, 2, 1),
    ([modal, base], [.possible, .finite], 2, 1),
    ([does, base], .finite, 2, 1),
    ([have, participle], [.finite, .perfect], 2, 1),
    ([be, participle], [.finite, .passive], 2, 1),
    ([be, ing], [.finite, .progressive], 2, 1),
    ([have, be, participle], [.finite, .perfect, .passive], 3, 2),
    ([modal, have, be, ing], [.possible, .finite, .perfect, .progressive], 4, 3),
    ([to, have, participle], [.infinitive, .perfect], 3, 2),
    // "is a", "has to leave", "is to leave", "is would".
    ([be, noun], .finite, 1, 0),
    ([have, to, base], .finite, 1, 0),
    ([be, to, base], [.finite, .possible, .future], 3, 2),
    ([be, modal], .finite, 1, 0),
    // "is not left".
    ([be, PartOfSpeech.negation.rawValue, participle], [.finite, .passive], 3, 2),
  ]

  @Test(arguments: groups)
  func steps(_ row: ([UInt8], VerbGroupFlags, Int, Int)) {
    TagTables().withView { tables in
      var (flags, state, end, main) = (VerbGroupFlags(), UInt8(0), 0, -1)
      for (k, code) in row.0.enumerated() {
        let step = tables.verbStep(code, state)
        if step.isAdverb {
          end += 1
          continue
        }
        flags.formUnion(step.flags)
        state = step.state
        if step.isMain != 0 { main = k }
        end += step.length
        if step.ends { break }
      }
      #expect(flags == row.1)
      #expect(end == row.2)
      #expect(main == row.3)
    }
  }
}
