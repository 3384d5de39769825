/// What is known of each word before any other one is looked at.
struct Preparation {
  let view: SyntaxView
  /// One a token: ``SyntaxBits`` and ``NameMark``.
  let marks: UnsafeMutableBufferPointer<UInt64>
  let names: UnsafeMutableBufferPointer<UInt8>

  func gather(_ words: SyntaxWords) {
    // By itself, so that many of these look-ups wait for memory together.
    for i in 0..<view.tokens.count { marks[i] = words[view.tokens[i].term].rawValue }
    let tags = PartOfSpeech.allCases
    let closedBit = UInt64(SyntaxBits.closed.rawValue.trailingZeroBitCount)
    for i in 0..<view.tokens.count {
      let flags = view.tokens[i].flags
      let known = view.classes[i]
      var word = marks[i]
      let closed = Tagger.closedBits(known, word)
      word |= ((closed | (0 &- closed)) >> 63) << closedBit
      marks[i] =
        word | UInt64(flags.intersection(SyntaxBits.flags).rawValue) << SyntaxBits.flagShift
      view.tags[i] = tags[Int(truncatingIfNeeded: FixedTags.of(flags, word, known))]
      // "at least 20": what stands before is no preposition.
      if word & SyntaxBits.least.rawValue != 0, i > 0 { view.tags[i - 1] = .other }
    }
  }

  /// By kind: person, organization, place.
  private static let lastMarks = [NameMark.lastOfPerson, NameMark.last, NameMark.lastOfPlace]

  func mark(_ mentions: [Mention]) {
    for mention in mentions where isName(mention) {
      let range = mention.tokens
      for k in range { marks[k] |= SyntaxBits.named.rawValue }
      if mention.form == .adjective {
        for k in range where names[k] == NameMark.none { names[k] = NameMark.adjective }
        continue
      }
      for k in range where !NameMark.isLast(names[k]) { names[k] = NameMark.inside }
      names[range.upperBound - 1] = Self.lastMarks[Int(mention.kind.rawValue)]
    }
    // Mentions may share words: only now it is known what each is.
    for mention in mentions where isName(mention) {
      for k in mention.tokens { view.tags[k] = tag(k) }
    }
  }

  private func isName(_ mention: Mention) -> Bool {
    (mention.form == .name || mention.form == .adjective) && mention.tokens.lowerBound >= 0
      && mention.tokens.upperBound <= names.count && !mention.tokens.isEmpty
  }

  /// The tag of a word in a name, where it needs no look around.
  private func tag(_ i: Int) -> PartOfSpeech {
    let word = SyntaxBits(rawValue: marks[i])
    if !word.isDisjoint(with: [.punctuation, .possessive]) { return .other }
    if names[i] == NameMark.adjective { return .adjective }
    return word.isDisjoint(with: [.capitalized, .number]) ? .other : .proper
  }
}
