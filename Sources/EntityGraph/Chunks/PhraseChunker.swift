/// Groups tagged tokens into noun phrases and verb groups.
struct PhraseChunker {
  typealias Tags = UnsafeMutableBufferPointer<PartOfSpeech>

  let tokens: UnsafeBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  let lemmas: UnsafeBufferPointer<TermID>
  let tags: Tags
  let phraseAt: UnsafeMutableBufferPointer<Int32>
  let verbAt: UnsafeMutableBufferPointer<Int32>
  let marks: UnsafeBufferPointer<UInt64>
  let names: UnsafeBufferPointer<UInt8>

  init(view: SyntaxView, marks: UnsafeBufferPointer<UInt64>, names: UnsafeBufferPointer<UInt8>) {
    tokens = view.tokens
    classes = view.classes
    lemmas = view.lemmas
    tags = view.tags
    phraseAt = view.phraseAt
    verbAt = view.verbAt
    self.marks = marks
    self.names = names
  }

  @inline(__always) func bits(_ i: Int) -> SyntaxBits { SyntaxBits(rawValue: marks[i]) }
  @inline(__always) func known(_ i: Int) -> WordClass { WordClass(rawValue: classes[i]) }

  func run(_ range: Range<Int>, sentence: Int32, into chunks: inout Chunks) {
    var i = range.lowerBound
    // Phrase in front of a possessive ending that waits for what it possesses.
    var possessor: Int32 = -1
    while i < range.upperBound {
      let tag = tags[i]
      switch tag {
      case .pronoun:
        let end = i + 1
        addPhrase(i, end, head: i, sentence, &chunks, possessor: -1)
        possessor = -1
        i = end
      case .determiner, .possessivePronoun, .adjective, .number, .noun, .nounPlural, .proper:
        let end = phraseEnd(i, range, tags)
        if let head = headOf(i, end, tags) {
          addPhrase(i, end, head: head, sentence, &chunks, possessor: possessor)
          possessor = -1
          if end < range.upperBound, tags[end] == .possessive {
            possessor = Int32(chunks.nounPhrases.count - 1)
            chunks.nounPhrases[Int(possessor)].flags.insert(.possessor)
            i = end + 1
          } else {
            i = end
          }
        } else {
          i = end
        }
      case .auxiliary, .modal, .infinitive, .verbBase, .verbPresent, .verbPast, .verbParticiple,
        .verbIng:
        possessor = -1
        i = addVerb(i, range, sentence, &chunks)
      case .negation, .adverb:
        // "never met", "reportedly killed": belongs to the verb that follows directly.
        if let verb = verbAfter(i, range, tags) {
          possessor = -1
          i = addVerb(i, range, sentence, &chunks, from: verb)
        } else {
          i += 1
        }
      default:
        if tag != .punctuation || tokens[i].mark == UInt8(ascii: ",") { possessor = -1 }
        i += 1
      }
    }
  }

  // MARK: Noun phrases

  private func phraseEnd(_ start: Int, _ range: Range<Int>, _ tags: Tags) -> Int {
    var i = start + 1
    var last = tags[start]
    // Inside a phrase a quotation mark may stand before the head: the "Islamic State".
    while i < range.upperBound {
      let tag = tags[i]
      switch tag {
      case .noun, .nounPlural, .proper, .number, .adjective:
        if breaks(i, last) { return i }
        // "3 May", "in 2011 Iraq": a number behind a head starts another phrase.
        if tag == .number, last == .nounPlural { return i }
        // "shot Paul Smith two days later", "fined Acme 2.4 billion euros": a sum or time of its own.
        if tag == .number, NameMark.isLast(names[i - 1]), i + 1 < range.upperBound,
          tags[i + 1] == .nounPlural || tags[i + 1] == .number
        {
          return i
        }
        if tag == .adjective, last == .nounPlural || last == .proper,
          names[i] != NameMark.adjective,
          isTime(i + 1, range) || !adjectiveContinues(i, range, tags)
        {
          return i
        }
      case .adverb:
        // "a highly unusual step".
        guard last == .determiner || last == .adjective || last == .possessivePronoun,
          i + 1 < range.upperBound, tags[i + 1] == .adjective || tags[i + 1] == .noun
        else { return i }
      case .determiner where last == .determiner: break  // "all the", "both these"
      case .possessivePronoun where last == .determiner: break
      case .punctuation:
        let mark = tokens[i].mark
        if mark == UInt8(ascii: "\""), tokens[i].flags.contains(.openQuote),
          last == .determiner || last == .adjective, i + 1 < range.upperBound,
          tags[i + 1].isNoun || tags[i + 1] == .adjective
        {
          break
        }
        // "US-Iran", "anti-government protesters": the hyphen of a split compound.
        if mark == UInt8(ascii: "-"), !tokens[i].flags.contains(.spaceBefore),
          i + 1 < range.upperBound, !tokens[i + 1].flags.contains(.spaceBefore)
        {
          break
        }
        // "a brutal, senseless attack".
        if mark == UInt8(ascii: ","), last == .adjective, names[i - 1] == NameMark.none,
          i + 1 < range.upperBound, tags[i + 1] == .adjective, names[i + 1] == NameMark.none,
          adjectiveContinues(i + 1, range, tags)
        {
          break
        }
        // "Iraqi, Kurdish and Turkish forces" stays apart; the clause parser joins them.
        return i
      case .verbParticiple, .verbBase, .verbPast:
        // "US-led coalition": the participle of a split compound.
        if last == .punctuation, tokens[i - 1].mark == UInt8(ascii: "-") { break }
        return i
      default: return i
      }
      last = tag
      i += 1
    }
    return i
  }

  /// Whether a phrase must end before token `i` although a noun may stand there.
  private func breaks(_ i: Int, _ last: PartOfSpeech) -> Bool {
    // "In Turkey Minister Smith met", "On Sunday Paul Smith met": behind a place or day a name or title
    // begins another phrase.
    let isPlace =
      names[i - 1] == NameMark.lastOfPlace && i >= 2 && bits(i - 2).contains(.inside)
    let isDay =
      last == .proper && names[i - 1] == NameMark.none
      && !known(i - 1).isDisjoint(with: [.weekday, .month])
    if isPlace || isDay, tokens[i].flags.contains(.capitalized),
      names[i] != NameMark.none || !known(i).isDisjoint(with: [.title, .honorific, .rank, .role])
    {
      return true
    }
    // "Trump Monday said": the day is no part of the name.
    if last == .proper || last == .nounPlural {
      let class_ = known(i)
      if class_.contains(.weekday) { return true }
      if class_.contains(.time), names[i] == NameMark.none { return true }
    }
    return false
  }

  private func isTime(_ i: Int, _ range: Range<Int>) -> Bool {
    i < range.upperBound && names[i] == NameMark.none
      && !known(i).isDisjoint(with: [.time, .weekday, .month])
  }

  private func adjectiveContinues(
    _ i: Int, _ range: Range<Int>, _ tags: Tags
  ) -> Bool {
    var k = i + 1
    while k < range.upperBound, k - i < 5 {
      if tags[k].isNoun { return tags[k] != .number }
      if tags[k] != .adjective { return false }
      k += 1
    }
    return false
  }

  private func headOf(_ first: Int, _ end: Int, _ tags: Tags) -> Int? {
    var i = end - 1
    while i >= first {
      if tags[i] == .noun || tags[i] == .nounPlural || tags[i] == .proper { return i }
      i -= 1
    }
    i = end - 1
    while i >= first {
      if tags[i] == .number || tags[i] == .pronoun { return i }
      // "the poor", "the accused", but a bare adjective is no phrase.
      if tags[i] == .adjective, names[i] == NameMark.adjective || tags[first] == .determiner {
        return i
      }
      i -= 1
    }
    return tags[first] == .possessivePronoun || tags[first] == .determiner ? first : nil
  }

  private func addPhrase(
    _ first: Int, _ end: Int, head: Int, _ sentence: Int32, _ chunks: inout Chunks,
    possessor: Int32
  ) {
    let index = Int32(truncatingIfNeeded: chunks.nounPhrases.count)
    for k in first..<end { phraseAt[k] = index }
    let tag = tags[head]
    let class_ = known(head)
    let headBits = bits(head)
    // "meeting" the noun is its own base form; the lexicon gives that of the verb.
    let isBase = tag == .noun && class_.contains(.noun)
    var determiner: Int32 = -1
    var flags: NounPhraseFlags =
      tag == .nounPlural ? .plural : tag == .proper ? .proper : tag == .pronoun ? .pronoun : []
    let isNamed = headBits.contains(.named)
    if isNamed {
      if NameMark.isLast(names[head]) { flags.insert(.proper) }
      if names[head] == NameMark.lastOfPerson { flags.insert(.animate) }
    }
    if tokens[head].flags.contains(.quoted) { flags.insert(.quoted) }
    if !class_.isDisjoint(with: Self.telling) {
      if !class_.isDisjoint(with: Self.persons) { flags.insert(.animate) }
      if class_.contains(.force) { flags.insert(.force) }
      if class_.contains(.male) { flags.insert(.male) }
      if class_.contains(.female) { flags.insert(.female) }
      if !isNamed, !class_.isDisjoint(with: Self.times) { flags.insert(.time) }
    }
    if !headBits.isDisjoint(with: [.nominative, .accusative]) { flags.insert(.pronoun) }
    // A determiner may stand behind another one ("all the").
    var k = first
    let stop = min(end, first + 3)
    while k < stop {
      let tag = tags[k]
      guard tag == .determiner || tag == .possessivePronoun || tag == .number else { break }
      let word = bits(k)
      if tag != .number, determiner < 0 || tag == .possessivePronoun || word.contains(.definite) {
        determiner = Int32(truncatingIfNeeded: k)
      }
      if tag == .number { flags.insert(.quantified) }
      if tag == .possessivePronoun { flags.insert(.pronounPossessor) }
      if word.contains(.definite) { flags.insert(.definite) }
      if word.contains(.indefinite) { flags.insert(.indefinite) }
      if !word.isDisjoint(with: [.demonstrative, .quantifier, .negative]) {
        if word.contains(.demonstrative) { flags.insert(.demonstrative) }
        if word.contains(.quantifier) { flags.insert(.quantified) }
        if word.contains(.negative) { flags.insert(.negative) }
      }
      k += 1
    }
    chunks.nounPhrases.append(
      NounPhrase(
        first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: end),
        head: Int32(truncatingIfNeeded: head),
        lemma: isBase ? tokens[head].term : lemmas[head], sentence: sentence, flags: flags,
        determiner: determiner, possessor: possessor))
  }

  /// Classes of a head that say something of its phrase.
  private static let persons: WordClass = [
    .role, .rank, .kin, .people, .nominalPerson, .title,
  ]
  private static let times: WordClass = [.weekday, .month, .time]
  private static let telling: WordClass = [
    .role, .rank, .kin, .people, .nominalPerson, .title, .weekday, .month, .time, .force, .male,
    .female,
  ]

  // MARK: Verb groups

  private func verbAfter(_ i: Int, _ range: Range<Int>, _ tags: Tags) -> Int? {
    var k = i + 1
    while k < range.upperBound, k - i < 4, tags[k] == .adverb || tags[k] == .negation { k += 1 }
    guard k < range.upperBound else { return nil }
    switch tags[k] {
    case .verbBase, .verbPresent, .verbPast, .verbParticiple, .verbIng, .infinitive, .modal,
      .auxiliary:
      return k
    default: return nil
    }
  }

  /// Adds the verb group that begins at `first`; returns the token behind it.
  private func addVerb(
    _ first: Int, _ range: Range<Int>, _ sentence: Int32, _ chunks: inout Chunks,
    from verb: Int? = nil
  ) -> Int {
    var group = VerbGroup(
      first: Int32(first), end: 0, head: Int32(verb ?? first), lemma: 0, sentence: sentence,
      flags: [])
    for k in first..<(verb ?? first) { note(adverb: k, &group) }
    var i = verb ?? first
    var main = -1
    var afterHave = false
    var afterBe = false
    scan: while i < range.upperBound {
      let word = bits(i)
      switch tags[i] {
      case .modal:
        if main >= 0 { break scan }
        group.flags.insert([.possible, .finite])
        if word.contains(.future) { group.flags.insert(.future) }
        main = -1
      case .auxiliary:
        if word.contains(.have) {
          afterHave = true
          afterBe = false
        } else if word.contains(.be) {
          if afterHave { group.flags.insert(.perfect) }
          afterBe = true
          afterHave = false
        }
        if !group.flags.contains(.infinitive) { group.flags.insert(.finite) }
        main = i
      case .infinitive:
        // "is to visit" goes on; "decided to visit" is two groups.
        if main >= 0, !afterBe || tags[main] != .auxiliary { break scan }
        if main >= 0 {
          group.flags.insert([.possible, .future])
        } else {
          group.flags.insert(.infinitive)
        }
        afterBe = false
      case .adverb, .negation:
        if verbAfter(i, range, tags) == nil, main >= 0, tags[main] != .auxiliary {
          break scan
        }
        if tags[i] == .adverb, verbAfter(i, range, tags) == nil { break scan }
        note(adverb: i, &group)
      case .verbBase, .verbPresent, .verbPast, .verbParticiple, .verbIng:
        if main >= 0, tags[main] != .auxiliary { break scan }
        let tag = tags[i]
        if tag == .verbParticiple {
          if afterBe {
            group.flags.insert(.passive)
          } else if afterHave {
            group.flags.insert(.perfect)
          } else {
            group.flags.insert([.passive, .reduced])
          }
        } else if tag == .verbIng {
          group.flags.insert(afterBe ? .progressive : .gerund)
        } else if tag == .verbPast || tag == .verbPresent {
          group.flags.insert(.finite)
        } else if group.flags.isDisjoint(with: [.infinitive, .possible]) {
          group.flags.insert(.finite)
        }
        main = i
        i += 1
        break scan
      default: break scan
      }
      i += 1
    }
    if main < 0 { main = max(first, i - 1) }
    group.head = Int32(main)
    group.lemma = lemmas[main]
    tense(first, main, tags, &group)
    if i < range.upperBound, tags[i] == .particle {
      group.particle = Int32(i)
      i += 1
    } else if i + 1 < range.upperBound, tags[i] == .negation {
      note(adverb: i, &group)
      i += 1
    }
    i = max(i, main + 1)
    group.end = Int32(i)
    if tags[main] == .auxiliary, bits(main).contains(.be) { group.flags.insert(.copula) }
    if known(main).contains(.say) { group.flags.insert(.say) }
    let index = Int32(chunks.verbGroups.count)
    for k in first..<i where phraseAt[k] < 0 { verbAt[k] = index }
    chunks.verbGroups.append(group)
    return i
  }

  private func note(adverb i: Int, _ group: inout VerbGroup) {
    let word = bits(i)
    if word.contains(.negative) { group.flags.insert(.negated) }
    if word.contains(.reportedAdverb) { group.flags.insert(.reported) }
  }

  private func tense(
    _ first: Int, _ main: Int, _ tags: Tags, _ group: inout VerbGroup
  ) {
    for k in first...main {
      switch tags[k] {
      case .verbPast: group.flags.insert(.past)
      case .verbPresent: group.flags.insert(.present)
      case .auxiliary:
        if known(k).contains(.verbPast) { group.flags.insert(.past) }
        return
      default: break
      }
    }
  }
}
