/// Groups tagged tokens into noun phrases and verb groups.
struct PhraseChunker {
  let tokens: UnsafeBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  let lemmas: UnsafeBufferPointer<TermID>
  let tags: UnsafeMutableBufferPointer<PartOfSpeech>
  /// One ``TagCode`` a token.
  let codes: UnsafeBufferPointer<UInt8>
  let phraseAt: UnsafeMutableBufferPointer<Int32>
  let verbAt: UnsafeMutableBufferPointer<Int32>
  let marks: UnsafeBufferPointer<UInt64>
  let names: UnsafeBufferPointer<UInt8>
  let bits: ChunkBits
  let tables: TagTables.View
  /// Where they are written, one behind the other, with room for those of a sentence.
  let phrases: UnsafeMutableBufferPointer<NounPhrase>
  let groups: UnsafeMutableBufferPointer<VerbGroup>
  /// Those of the sentence in the order of the text.
  let order: UnsafeMutableBufferPointer<Place>

  init(
    view: SyntaxView, codes: UnsafeBufferPointer<UInt8>, marks: UnsafeBufferPointer<UInt64>,
    names: UnsafeBufferPointer<UInt8>, bits: ChunkBits, tables: TagTables.View,
    phrases: UnsafeMutableBufferPointer<NounPhrase>, groups: UnsafeMutableBufferPointer<VerbGroup>,
    order: UnsafeMutableBufferPointer<Place>
  ) {
    tokens = view.tokens
    classes = view.classes
    lemmas = view.lemmas
    tags = view.tags
    phraseAt = view.phraseAt
    verbAt = view.verbAt
    self.codes = codes
    self.marks = marks
    self.names = names
    self.bits = bits
    self.tables = tables
    self.phrases = phrases
    self.groups = groups
    self.order = order
  }

  /// What is there so far.
  struct Found {
    /// In the document.
    var phrases = 0
    var groups = 0
    /// Both, in the sentence.
    var chunks = 0
    /// First token of the sentence's last verb group with tense, -1 for none.
    var lastFinite = -1
  }

  /// A noun phrase or verb group in its sentence.
  struct Place {
    var first: Int32 = 0
    var end: Int32 = 0
    /// In ``Chunks/nounPhrases`` or ``Chunks/verbGroups``.
    var index: Int32 = 0
    var isVerb = false
  }

  @inline(__always) func bits(_ i: Int) -> SyntaxBits { SyntaxBits(rawValue: marks[i]) }
  @inline(__always) func known(_ i: Int) -> WordClass { WordClass(rawValue: classes[i]) }

  /// Whether there is room for whatever a sentence of so many tokens may have.
  func fits(_ count: Int, _ found: Found) -> Bool {
    count <= order.count && found.phrases + count <= phrases.count
      && found.groups + count <= groups.count
  }

  /// Reads a sentence that ``fits(_:_:)``: each chunk takes a token at least.
  func run(_ range: Range<Int>, sentence: Int32, _ found: inout Found) {
    let upper = range.upperBound
    var i = range.lowerBound
    var next = found
    next.chunks = 0
    next.lastFinite = -1
    // Phrase in front of a possessive ending that waits for what it possesses.
    var possessor: Int32 = -1
    while i < upper {
      let stops = ChunkBits.window(bits.stops, i)
      guard stops != 0 else {
        if possessor >= 0, !waits(i, min(i + ChunkBits.reach, upper)) { possessor = -1 }
        i += ChunkBits.reach
        continue
      }
      let first = i + stops.trailingZeroBitCount
      if first >= upper { break }
      if possessor >= 0, !waits(i, first) { possessor = -1 }
      let tag = tags[first]
      if tag.rawValue < PartOfSpeech.adverb.rawValue {
        let end = phraseEnd(first, upper, tag)
        i = end
        let head = headOf(first, end)
        if head < 0 { continue }
        // No pronoun is possessed, and none possesses.
        let isPronoun = tag == .pronoun
        let owns = end < upper && tags[end] == .possessive && !isPronoun
        addPhrase(
          first, end, head: head, sentence, at: next.phrases,
          possessor: isPronoun ? -1 : possessor, owns)
        order[next.chunks] = Place(
          first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: end),
          index: Int32(truncatingIfNeeded: next.phrases), isVerb: false)
        possessor = owns ? Int32(truncatingIfNeeded: next.phrases) : -1
        i += owns ? 1 : 0
        next.phrases += 1
        next.chunks += 1
        continue
      }
      var verb = first
      if tag.rawValue < PartOfSpeech.verbBase.rawValue {
        // "never met", "reportedly killed": belongs to the verb that follows directly.
        verb = verbAfter(first, upper)
        if verb < 0 {
          i = first + 1
          continue
        }
      }
      possessor = -1
      i = addVerb(first, verb, upper, sentence, &next)
    }
    found = next
  }

  /// Whether a possessor still waits behind these tokens, with which no phrase or verb begins.
  @inline(never)
  private func waits(_ first: Int, _ end: Int) -> Bool {
    for k in first..<end
    where tags[k] != .punctuation || tokens[k].mark == UInt8(ascii: ",") { return false }
    return true
  }

  /// Writes the index of a chunk for its tokens, none of which has one yet, nor has any behind them.
  @inline(__always)
  func cover(
    _ column: UnsafeMutableBufferPointer<Int32>, _ first: Int, _ end: Int, _ index: Int
  ) {
    let length = Int32(truncatingIfNeeded: end &- first)
    guard length <= 4, first &+ 4 <= column.count, let base = column.baseAddress else {
      for k in first..<end { column[k] = Int32(truncatingIfNeeded: index) }
      return
    }
    // Four at once, since nobody can foretell how many it takes: -1 where the length is reached.
    let all = UInt64(UInt32(truncatingIfNeeded: index)) &* 0x1_0000_0001
    let second = UInt64(UInt32(bitPattern: (length &- 2) >> 31)) << 32
    let third = UInt64(UInt32(bitPattern: (length &- 3) >> 31))
    let fourth = UInt64(UInt32(bitPattern: (length &- 4) >> 31)) << 32
    let place = UnsafeMutableRawPointer(base + first)
    place.storeBytes(of: UInt64(littleEndian: all | second), as: UInt64.self)
    place.storeBytes(
      of: UInt64(littleEndian: all | third | fourth), toByteOffset: 8, as: UInt64.self)
  }

  // MARK: Noun phrases

  /// The end of the phrase that begins with a token: most are words that simply go on.
  @inline(__always)
  private func phraseEnd(_ start: Int, _ upper: Int, _ tag: PartOfSpeech) -> Int {
    let breaks = ChunkBits.window(bits.breaks, start &+ 1)
    let end = min(start &+ 1 &+ breaks.trailingZeroBitCount, upper)
    let length = end &- start
    let inside = (1 &<< UInt64(truncatingIfNeeded: length &- 1)) &- 1
    let isDoubtful = ChunkBits.window(bits.doubtful, start &+ 1) & inside != 0
    // At the end of the sentence the last word once more, which does no harm.
    let behind = min(end, upper &- 1)
    // What may stand behind adjectives and determiners in front of a head.
    let isOpen =
      Self.opening &>> UInt32(tags[end &- 1].rawValue)
      & Self.between &>> UInt32(tags[behind].rawValue) & 1
    let isHyphen: UInt32 = tokens[behind].mark == UInt8(ascii: "-") ? 1 : 0
    let isRare = isOpen | isHyphen | (breaks == 0 ? 1 : 0)
    if isRare != 0 || isDoubtful && mayEnd(start, end, inside) {
      return rareEnd(start, upper, tag)
    }
    return end
  }

  private static var opening: UInt32 {
    PartOfSpeech.adjective.bit | PartOfSpeech.determiner.bit | PartOfSpeech.possessivePronoun.bit
  }
  private static var between: UInt32 {
    PartOfSpeech.punctuation.bit | PartOfSpeech.adverb.bit | PartOfSpeech.determiner.bit
      | PartOfSpeech.possessivePronoun.bit
  }

  /// Whether days and times behind names, or the other way round, could end a phrase before its `end`.
  ///
  /// - Parameter inside: a bit for each of its tokens but the first.
  @inline(never)
  private func mayEnd(_ start: Int, _ end: Int, _ inside: UInt64) -> Bool {
    let last = end - 1
    let all =
      classes[start] | classes[min(start + 1, last)] | classes[min(start + 2, last)]
      | classes[last]
    return end - start > 4 || all & Self.times.rawValue != 0
      || ChunkBits.window(bits.pairs, start + 1) & inside != 0
      || names[last] == NameMark.lastOfPerson && isPortfolio(start)
      || tags[last] == .proper && start > 0 && bits(start - 1).contains(.inside)
  }

  /// Whether the phrase that begins here says what somebody's role is for: "Envoy for", "Minister of",
  /// "Secretary of State for".
  private func isPortfolio(_ start: Int) -> Bool {
    guard start >= 2, tags[start - 1] == .preposition else { return false }
    if known(start - 2).contains(.role) { return true }
    return start >= 4 && bits(start - 3).contains(.of) && known(start - 4).contains(.role)
  }

  /// Whether the phrase that begins at `start` goes over from a role's portfolio to its holder at `i`:
  /// "Ambassador to Ukraine Jane Doe".
  private func namesHolder(_ i: Int, _ start: Int) -> Bool {
    guard names[i] == NameMark.inside || names[i] == NameMark.lastOfPerson,
      NameMark.isLast(names[i - 1]) || names[i - 1] == NameMark.none, tags[i - 1].isNoun,
      known(i - 1).isDisjoint(with: Self.titles), isPortfolio(start)
    else { return false }
    var k = i
    while k + 1 < names.count, names[k] == NameMark.inside { k += 1 }
    return names[k] == NameMark.lastOfPerson
  }

  private static let titles: WordClass = [.title, .honorific, .rank, .role]

  /// The same for every phrase, word by word.
  @inline(never)
  private func rareEnd(_ start: Int, _ upper: Int, _ opener: PartOfSpeech) -> Int {
    var i = start + 1
    if opener == .pronoun { return i }
    var last = opener
    // Inside a phrase a quotation mark may stand before the head: the "Islamic State".
    while i < upper {
      let tag = tags[i]
      switch tag {
      case .noun, .nounPlural, .proper, .number, .adjective:
        if breaks(i, last) || namesHolder(i, start) { return i }
        // "condemns in the strongest terms Iraq's …": a name is no part of how something is done.
        if last == .nounPlural, names[i] != NameMark.none, names[i] != NameMark.adjective,
          start > 0, bits(start - 1).contains(.inside),
          known(i - 1).isDisjoint(with: [.role, .people, .nominalPlace])
        {
          return i
        }
        // "3 May", "in 2011 Iraq": a number behind a head starts another phrase.
        if tag == .number, last == .nounPlural { return i }
        // "shot Paul Smith two days later", "fined Acme 2.4 billion euros": a sum or time of its own.
        if tag == .number, NameMark.isLast(names[i - 1]), i + 1 < upper,
          tags[i + 1] == .nounPlural || tags[i + 1] == .number
        {
          return i
        }
        if tag == .adjective, last == .nounPlural || last == .proper,
          names[i] != NameMark.adjective,
          isTime(i + 1, upper) || !adjectiveContinues(i, upper)
        {
          return i
        }
      case .adverb:
        // "a highly unusual step".
        guard last == .determiner || last == .adjective || last == .possessivePronoun,
          i + 1 < upper, tags[i + 1] == .adjective || tags[i + 1] == .noun
        else { return i }
      case .determiner where last == .determiner: break  // "all the", "both these"
      case .possessivePronoun where last == .determiner: break
      case .punctuation:
        let mark = tokens[i].mark
        if mark == UInt8(ascii: "\""), tokens[i].flags.contains(.openQuote),
          last == .determiner || last == .adjective, i + 1 < upper,
          tags[i + 1].isNoun || tags[i + 1] == .adjective
        {
          break
        }
        // "US-Iran", "anti-government protesters": the hyphen of a split compound.
        if mark == UInt8(ascii: "-"), !tokens[i].flags.contains(.spaceBefore),
          i + 1 < upper, !tokens[i + 1].flags.contains(.spaceBefore)
        {
          break
        }
        // "a brutal, senseless attack".
        if mark == UInt8(ascii: ","), last == .adjective, names[i - 1] == NameMark.none,
          i + 1 < upper, tags[i + 1] == .adjective, names[i + 1] == NameMark.none,
          adjectiveContinues(i + 1, upper)
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
      names[i] != NameMark.none || !known(i).isDisjoint(with: Self.titles)
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

  private func isTime(_ i: Int, _ upper: Int) -> Bool {
    i < upper && names[i] == NameMark.none
      && !known(i).isDisjoint(with: [.time, .weekday, .month])
  }

  private func adjectiveContinues(_ i: Int, _ upper: Int) -> Bool {
    var k = i + 1
    while k < upper, k - i < 5 {
      if tags[k].isNoun { return tags[k] != .number }
      if tags[k] != .adjective { return false }
      k += 1
    }
    return false
  }

  /// The head of a phrase, -1 where it is none.
  @inline(__always)
  private func headOf(_ first: Int, _ end: Int) -> Int {
    let heads =
      PartOfSpeech.noun.bit | PartOfSpeech.nounPlural.bit | PartOfSpeech.proper.bit
      | PartOfSpeech.pronoun.bit
    return heads & tags[end &- 1].bit != 0 ? end &- 1 : rareHead(first, end)
  }

  @inline(never)
  private func rareHead(_ first: Int, _ end: Int) -> Int {
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
    return tags[first] == .possessivePronoun || tags[first] == .determiner ? first : -1
  }
}
