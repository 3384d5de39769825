/// Gives each word one part of speech: word classes first, then what stands before and behind it.
///
/// One pass from left to right over the words that have no fixed tag, with a bounded look ahead, then
/// ``repair(_:_:)`` tells past forms from participles. Linear in the number of tokens.
struct Tagger {
  let words: SyntaxWords.View
  let tables: TagTables.View
  let tokens: UnsafeBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  let lemmas: UnsafeBufferPointer<TermID>
  let text: UnsafeBufferPointer<UInt8>
  /// One a token: see ``SyntaxBits``.
  let marks: UnsafeBufferPointer<UInt64>
  /// One a token: see ``NameMark``.
  let names: UnsafeBufferPointer<UInt8>
  /// Where they are ``FixedTags`` or `other` to begin with.
  let tags: UnsafeMutableBufferPointer<PartOfSpeech>
  /// One a token: see ``TagCode``.
  let codes: UnsafeMutableBufferPointer<UInt8>
  /// The words without a fixed tag, in the order of the text.
  let stops: UnsafeBufferPointer<TagStop>
  let openTags: UnsafeMutableBufferPointer<OpenTags.Entry>
  /// Past forms of the sentence; room for one a token, and one more.
  let pasts: UnsafeMutableBufferPointer<Int32>

  /// Tokens that a look ahead may visit.
  static let reach = 12

  static let nominal: WordClass = [.noun, .nounPlural]
  static let verbal: WordClass = [.verb, .verb3sg, .verbPast, .verbPart, .verbIng]

  @inline(__always) func bits(_ i: Int) -> SyntaxBits { SyntaxBits(rawValue: marks[i]) }

  /// See ``OpenClasses``.
  @inline(__always) func candidates(_ i: Int) -> WordClass {
    let known = WordClass(rawValue: classes[i]).intersection(OpenClasses.all)
    return known.isEmpty ? OpenClasses.guess(classes[i], tokens[i], text) : known
  }

  /// Tags a sentence.
  ///
  /// - Parameter first: its first word without a fixed tag.
  /// - Returns: that of the next sentence.
  func run(_ range: Range<Int>, from first: Int) -> Int {
    var state = State.start
    var past = 0
    var k = first
    let end = Int32(truncatingIfNeeded: range.upperBound)
    while k < stops.count, stops[k].index < end {
      let stop = stops[k]
      let i = Int(stop.index)
      state.note(stop.row)
      let tag = choose(i, range, state)
      tags[i] = tag
      let code = tag.rawValue | variant(tag, i, range, state)
      codes[i] = code
      state.note(tables.effect(code))
      pasts[past] = stop.index
      past &+= tag == .verbPast ? 1 : 0
      k &+= 1
    }
    if past > 0 { repair(range, UnsafeBufferPointer(rebasing: pasts[..<past])) }
    return k
  }

  /// What the word says beyond its tag: see ``TagCode``.
  @inline(__always)
  private func variant(
    _ tag: PartOfSpeech, _ i: Int, _ range: Range<Int>, _ state: State
  ) -> UInt8 {
    let some =
      PartOfSpeech.verbBase.bit | PartOfSpeech.pronoun.bit | PartOfSpeech.possessivePronoun.bit
      | PartOfSpeech.auxiliary.bit
    if tag.bit & some == 0 { return 0 }
    switch tag {
    case .possessivePronoun: return bits(i).contains(.relative) ? TagCode.whose : 0
    case .verbBase:
      let isAfterTo = i > range.lowerBound && tags[i - 1] == .infinitive
      let isTenseless = state.previous == .infinitive && !state.hasFinite
      return (isAfterTo ? TagCode.afterTo : 0) | (isTenseless ? TagCode.tenseless : 0)
    default: return TagCode.variant(tag, bits(i))
    }
  }
}
