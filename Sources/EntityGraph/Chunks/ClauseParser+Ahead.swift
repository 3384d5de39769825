/// Which verb a phrase has behind it.
extension ClauseParser {
  /// Whether a verb with tense follows the phrase that begins at `start`, its prepositional
  /// phrases and adverbs skipped.
  ///
  /// - Parameter isBehind: `start` is where a phrase ends; the verb behind another one is that one's
  ///   ("told Reuters he would").
  mutating func verbFollows(
    _ start: Int, _ range: Range<Int>, isBehind: Bool = false
  ) -> Bool {
    if start > lastFinite { return false }
    var i = start
    var steps = 0
    var prepositional = !isBehind
    while i < range.upperBound, steps < Self.reach {
      steps += 1
      let phrase = phraseAt[i]
      if phrase >= 0 {
        guard prepositional || isBehind && phrases[Int(phrase)].flags.contains(.time) else {
          return false
        }
        i = Int(phrases[Int(phrase)].end)
        prepositional = false
        continue
      }
      let verb = verbAt[i]
      if verb >= 0 {
        let flags = groups[Int(verb)].flags
        // "told X there was no hope": a clause of its own.
        if flags.contains(.finite) { return !(isBehind && bits(i).contains(.existential)) }
        guard flags.contains(.reduced) else { return false }
        i = Int(groups[Int(verb)].end)
        continue
      }
      let tag = tags[i]
      if tag == .preposition || tag == .possessive {
        prepositional = true
      } else if tag == .conjunction {
        // "X and Y left" goes on; "hit X and left" is the verb of another subject.
        guard i + 1 < range.upperBound, phraseAt[i + 1] >= 0 else { return false }
        prepositional = true
      } else if tag == .punctuation {
        let mark = tokens[i].mark
        if mark != UInt8(ascii: "\""), mark != UInt8(ascii: "'") { return false }
      } else if tag != .adverb, tag != .negation {
        return false
      }
      i += 1
    }
    return false
  }

  /// "…, and the mayor of X, Jane Doe, called": a phrase between commas, then a verb with tense.
  mutating func verbFollowsApposition(_ start: Int, _ range: Range<Int>) -> Bool {
    if start > lastFinite { return false }
    var i = start
    var commas = 0
    let end = min(range.upperBound, start + 2 * Self.reach)
    while i < end {
      if phraseAt[i] >= 0 {
        i = max(Int(phrases[Int(phraseAt[i])].end), i + 1)
        continue
      }
      if verbAt[i] >= 0 { return commas == 2 && groups[Int(verbAt[i])].flags.contains(.finite) }
      if tokens[i].mark == UInt8(ascii: ",") {
        commas += 1
        if commas > 2 { return false }
      } else if tags[i] != .preposition, tags[i] != .possessive {
        return false
      }
      i += 1
    }
    return false
  }
}
