/// What a noun phrase says of itself.
extension PhraseChunker {
  @inline(__always)
  func addPhrase(
    _ first: Int, _ end: Int, head: Int, _ sentence: Int32, at index: Int, possessor: Int32,
    _ isPossessor: Bool
  ) {
    cover(phraseAt, first, end, index)
    let tag = tags[head]
    let class_ = known(head)
    let word = bits(head)
    let name = names[head]
    // All flags in one go, without branches: each is set now and then.
    var flags: NounPhraseFlags = []
    flags.insert(.plural, if: tag == .nounPlural)
    flags.insert(.proper, if: tag == .proper)
    flags.insert(.proper, if: NameMark.isLast(name))
    flags.insert(.pronoun, if: tag == .pronoun)
    flags.insert(.pronoun, if: !word.isDisjoint(with: [.nominative, .accusative]))
    flags.insert(.animate, if: name == NameMark.lastOfPerson)
    flags.insert(.animate, if: !class_.isDisjoint(with: Self.persons))
    flags.insert(.quoted, if: tokens[head].flags.contains(.quoted))
    flags.insert(.force, if: class_.contains(.force))
    flags.insert(.male, if: class_.contains(.male))
    flags.insert(.female, if: class_.contains(.female))
    flags.insert(.time, if: !class_.isDisjoint(with: Self.times) && !word.contains(.named))
    flags.insert(.possessor, if: isPossessor)
    // "meeting" the noun is its own base form; the lexicon gives that of the verb.
    let isNoun: UInt64 = tag == .noun ? WordClass.noun.rawValue : 0
    let isBase = UInt32(truncatingIfNeeded: (class_.rawValue & isNoun) / WordClass.noun.rawValue)
    let base = lemmas[head]
    let lemma = base ^ (base ^ tokens[head].term) & (0 &- isBase)
    var determiner = self.determiner(first, &flags)
    let second = UInt32(tags[min(first &+ 1, end &- 1)].rawValue)
    let both =
      Self.determiners &>> UInt32(tags[first].rawValue) & Self.determiners &>> second & 1
    if both & (end &- first > 1 ? 1 : 0) != 0 {
      determiner = moreDeterminers(first, end, determiner, &flags)
    }
    phrases[index] = NounPhrase(
      first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: end),
      head: Int32(truncatingIfNeeded: head), lemma: lemma, sentence: sentence, flags: flags,
      determiner: determiner, possessor: possessor)
  }

  private static var determiners: UInt32 {
    PartOfSpeech.determiner.bit | PartOfSpeech.possessivePronoun.bit | PartOfSpeech.number.bit
  }

  /// What the first word of a phrase says of it; the word itself if it is a determiner, else -1.
  @inline(__always)
  private func determiner(_ first: Int, _ flags: inout NounPhraseFlags) -> Int32 {
    let tag = tags[first]
    // All ones for a determiner, nothing for another word.
    let says = 0 &- UInt64(Self.determiners &>> UInt32(tag.rawValue) & 1)
    let word = SyntaxBits(rawValue: marks[first] & says)
    flags.insert(.quantified, if: tag == .number)
    flags.insert(.quantified, if: word.contains(.quantifier))
    flags.insert(.pronounPossessor, if: tag == .possessivePronoun)
    flags.insert(.definite, if: word.contains(.definite))
    flags.insert(.indefinite, if: word.contains(.indefinite))
    flags.insert(.demonstrative, if: word.contains(.demonstrative))
    flags.insert(.negative, if: word.contains(.negative))
    let isNumber: UInt64 = tag == .number ? ~0 : 0
    return Int32(truncatingIfNeeded: UInt64(truncatingIfNeeded: first) | ~says | isNumber)
  }

  /// A determiner may stand behind another one ("all the").
  @inline(never)
  private func moreDeterminers(
    _ first: Int, _ end: Int, _ before: Int32, _ flags: inout NounPhraseFlags
  ) -> Int32 {
    var result = before
    for k in first + 1..<min(end, first + 3) {
      let tag = tags[k]
      guard Self.determiners & tag.bit != 0 else { break }
      let determiner = self.determiner(k, &flags)
      if determiner >= 0,
        result < 0 || tag == .possessivePronoun || bits(k).contains(.definite)
      {
        result = determiner
      }
    }
    return result
  }

  /// Classes of a head that say something of its phrase.
  private static let persons: WordClass = [
    .role, .rank, .kin, .people, .nominalPerson, .title,
  ]
  static let times: WordClass = [.weekday, .month, .time]
}
