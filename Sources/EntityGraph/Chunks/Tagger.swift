/// Gives each word one part of speech: word classes first, then what stands before and behind it.
///
/// One pass from left to right with a bounded look ahead, then ``repair(_:)`` tells past forms from
/// participles. Linear in the number of tokens.
struct Tagger {
  let words: SyntaxWords
  let effects: [RunningState.Effect]
  let allTags: [PartOfSpeech]
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

  func run(_ range: Range<Int>) {
    var state = RunningState()
    var hasPast = false
    for i in range {
      var tag = tags[i]
      if tag == .other {
        tag = choose(i, range, State(state, allTags))
        tags[i] = tag
      }
      let old = state
      state.note(effects[Int(tag.rawValue)])
      if RunningState.isSpecial(tag) {
        if tag == .verbPast { hasPast = true }
        note(tag, i, old, &state)
      }
    }
    if hasPast { repair(range) }
  }

  /// What the words of some tags say beyond their tag's effect.
  @inline(__always)
  private func note(
    _ tag: PartOfSpeech, _ i: Int, _ old: RunningState, _ state: inout RunningState
  ) {
    if tag == .punctuation {
      let mark = tokens[i].mark
      if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
        state = old
        return
      }
      let isHyphen = mark == UInt8(ascii: "-") && !tokens[i].flags.contains(.spaceBefore)
      if mark != UInt8(ascii: ","), !isHyphen { state.remove(.hasFinite) }
    } else if tag == .pronoun {
      if bits(i).contains(.accusative) { state.insert(.accusative) }
    } else if tag == .conjunction {
      state.keepBeforeConjunction(old, isNoun: allTags[old.previous].isNoun)
    } else if tag == .auxiliary {
      let word = bits(i)
      if word.contains(.does) { state.insert(.expectsBase) }
      if word.contains(.have) { state.insert(.afterHave) }
      if word.contains(.be) {
        state.remove(.afterHave)
        state.insert(.afterBe)
      }
    } else if tag == .verbBase, allTags[old.previous] == .infinitive, !old.has(.hasFinite) {
      // "to leave" has no tense.
      state.remove(.hasFinite)
    }
  }
}
