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
    // All flags in one go, without branches: each is set now and then.
    var flags = tables.head(tag, name: names[head])
    flags.insert(.pronoun, if: !word.isDisjoint(with: [.nominative, .accusative]))
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
    // Of a phrase of one word the first is the second as well.
    let second = tables.opener(tags[min(first &+ 1, end &- 1)])
    let isLonger = (1 &- (end &- first)) >> 63
    if PhraseOpener.both(tables.opener(tags[first]), second, isLonger) {
      determiner = moreDeterminers(first, end, determiner, &flags)
    }
    phrases[index] = NounPhrase(
      first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: end),
      head: Int32(truncatingIfNeeded: head), lemma: lemma, sentence: sentence, flags: flags,
      determiner: determiner, possessor: possessor)
  }

  /// What the first word of a phrase says of it; the word itself if it is a determiner, else -1.
  @inline(__always)
  private func determiner(_ first: Int, _ flags: inout NounPhraseFlags) -> Int32 {
    let opener = tables.opener(tags[first])
    flags.formUnion(opener.flags)
    flags.formUnion(
      NounPhraseFlags(determiner: SyntaxBits(rawValue: marks[first] & opener.says)))
    return Int32(truncatingIfNeeded: first) | ~opener.isDeterminer
  }

  /// A determiner may stand behind another one ("all the").
  @inline(never)
  private func moreDeterminers(
    _ first: Int, _ end: Int, _ before: Int32, _ flags: inout NounPhraseFlags
  ) -> Int32 {
    var result = before
    for k in first + 1..<min(end, first + 3) {
      let tag = tags[k]
      guard tables.opener(tag).says != 0 else { break }
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
