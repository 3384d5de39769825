/// Gives each word one part of speech: word classes first, then what stands before and behind it.
///
/// One pass from left to right with a bounded look ahead, then ``repair(_:)`` tells past forms from
/// participles. Linear in the number of tokens.
struct Tagger {
  let words: SyntaxWords
  let tokens: UnsafeBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  let lemmas: UnsafeBufferPointer<TermID>
  /// One a token: see ``SyntaxBits`` and ``OpenClasses``.
  let marks: UnsafeBufferPointer<UInt64>
  let candidates: UnsafeBufferPointer<UInt64>
  /// One a token: see ``NameMark``.
  let names: UnsafeBufferPointer<UInt8>
  let tags: UnsafeMutableBufferPointer<PartOfSpeech>

  /// Tokens that a look ahead may visit.
  static let reach = 12

  static let nominal: WordClass = [.noun, .nounPlural]
  static let verbal: WordClass = [.verb, .verb3sg, .verbPast, .verbPart, .verbIng]

  @inline(__always) func bits(_ i: Int) -> SyntaxBits { SyntaxBits(rawValue: marks[i]) }

  /// See ``OpenClasses``.
  @inline(__always) func candidates(_ i: Int) -> WordClass { WordClass(rawValue: candidates[i]) }

  func run(_ range: Range<Int>, line: LineKind) {
    var state = State()
    for i in range {
      let tag = choose(i, range, &state)
      tags[i] = tag
      state.note(tag, bits(i), self, i)
    }
    repair(range)
  }

  /// What of the words before decides about the next one.
  struct State {
    /// Last tag, adverbs skipped.
    var previous = PartOfSpeech.punctuation
    var previousBits: SyntaxBits = []
    /// to, a modal or do stands before.
    var expectsBase = false
    var afterHave = false
    var afterBe = false
    var hasFinite = false
    /// Inside a noun phrase that still needs its head.
    var open = false
    var plural = false
    var lastVerb = PartOfSpeech.other
    var beforeConjunction = PartOfSpeech.other
    /// "X and Y": what follows agrees with a plural.
    var coordinated = false

    @inline(__always)
    mutating func note(_ tag: PartOfSpeech, _ word: SyntaxBits, _ tagger: Tagger, _ i: Int) {
      switch tag {
      case .adverb, .negation: return
      case .infinitive, .modal: expectsBase = true
      case .auxiliary:
        if word.contains(.does) { expectsBase = true } else { expectsBase = false }
        if word.contains(.have) { afterHave = true }
        if word.contains(.be) {
          afterBe = true
          afterHave = false
        }
        hasFinite = true
      case .verbBase, .verbPresent, .verbPast, .verbParticiple, .verbIng:
        expectsBase = false
        afterHave = false
        afterBe = false
        if tag == .verbPast || tag == .verbPresent || (tag == .verbBase && previous != .infinitive)
        {
          hasFinite = true
        }
        lastVerb = tag
        coordinated = false
      case .subordinator, .relative:
        coordinated = false
        expectsBase = false
        afterHave = false
        afterBe = false
        hasFinite = false
      case .punctuation:
        let mark = tagger.tokens[i].mark
        if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") { return }
        expectsBase = false
        afterHave = false
        afterBe = false
        let isHyphen =
          mark == UInt8(ascii: "-") && !tagger.tokens[i].flags.contains(.spaceBefore)
        if mark != UInt8(ascii: ","), !isHyphen { hasFinite = false }
      case .conjunction:
        beforeConjunction = previous
        coordinated = previous.isNoun
        expectsBase = false
        afterHave = false
        afterBe = false
      case .adjective: break
      default:
        expectsBase = false
        if tag != .pronoun {
          afterHave = false
          afterBe = false
        }
      }
      switch tag {
      case .determiner, .possessivePronoun, .possessive, .adjective, .number: open = true
      default: open = false
      }
      plural = tag == .nounPlural || (tag == .number)
      previous = tag
      previousBits = word
    }
  }
}
