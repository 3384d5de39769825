/// Capitalized runs and how they are cut into pieces.
extension NameReader {
  @inline(__always)
  func classes(_ i: Int) -> WordClass { WordClass(rawValue: view.pointee.classBits[i]) }

  /// Words that begin a sentence or stand alone without being a name.
  static let closed: WordClass = [.det, .pron, .prep, .conj, .wh, .aux, .sub, .weak, .neg]
  static let dates: WordClass = [.month, .weekday]
  static let titles: WordClass = [.honorific, .title, .rank]

  /// Whether a token may be a word of a name.
  @inline(__always)
  func isNameWord(_ i: Int) -> Bool {
    let flags = tokens[i].flags
    return flags.contains(.word) && !flags.contains(.possessive)
      && (flags.contains(.capitalized)
        || (flags.contains(.mixedCase) && flags.contains(.hyphenated)))
      && !(flags.contains(.hasDigit) && isCode(tokens[i]))
  }

  /// "XY1234567890": the number of a wire report is no part of a name.
  private func isCode(_ token: Token) -> Bool {
    token.length >= 8 && token.flags.contains(.allCaps) && !token.flags.contains(.hyphenated)
  }

  func findNames(in sentence: Sentence, _ index: Int) {
    let end = Int(sentence.end)
    let stops = view.pointee.stops
    state.pointee.consumed = 0
    var i = stops.any(from: Int(sentence.first), end)
    while i < end {
      let next = stops.isSmall(i) ? findSmall(i, sentence, index) : findRun(i, sentence, index)
      i = stops.any(from: next, end)
    }
  }

  /// Reads what a small word at `i` opens or closes, and returns where to go on.
  private func findSmall(_ i: Int, _ sentence: Sentence, _ index: Int) -> Int {
    let end = Int(sentence.end)
    let bits = classes(i)
    if bits.contains(.nominalOrg) { findLowerBody(i, end, index) }
    guard bits.contains(.particle), let name = smallOpening(i, end) else {
      return max(i + 1, state.pointee.consumed)
    }
    let stop = max(runEnd(name, end), Int(matches[i].end))
    return max(takePiece(i, stop, sentence, index), i + 1)
  }

  /// Reads the capitalized run that begins at `i`, and returns where to go on.
  private func findRun(_ i: Int, _ sentence: Sentence, _ index: Int) -> Int {
    let end = Int(sentence.end)
    guard opensName(i, end), !isTitleLine || !isTitleWord(i) else { return i + 1 }
    let stop = runEnd(i, end)
    if stop == i + 1, isClosedAlone(i) { return stop }
    var a = i
    while a < stop { a = max(takePiece(a, stop, sentence, index), a + 1) }
    return max(a, i + 1)
  }

  /// "The", "In", "He": a small word that no name begins or continues, where ``takePiece(_:_:_:_:)``
  /// would find nothing after a long search.
  @inline(__always)
  private func isClosedAlone(_ i: Int) -> Bool {
    !classes(i).isDisjoint(with: Self.closed) && matches[i].end == 0
      && tokens[i].flags.isDisjoint(with: .allCaps)
      && !(i > 1 && tokens[i - 1].flags.contains(.possessive))
  }

  /// Whether a word of a line in title case is a common one: the lists and the rest of the document
  /// know no name in it, and it is no part of a title or body.
  func isTitleWord(_ i: Int) -> Bool {
    let bits = classes(i)
    if matches[i].end > Int32(i) + 1 { return false }
    if matches[i].end > 0, sureSense(matches[i], i) != nil { return false }
    if !bits.isDisjoint(with: Self.closed.union(.modal)) { return !isListedAcronym(i) }
    guard bits.contains(.common), !isDemonymMatch(matches[i], i),
      bits.isDisjoint(with: Self.titles.union([.role, .roleMod, .orgHead, .orgMod, .placePre]))
        || !bits.isDisjoint(with: [.verb3sg, .verbPast, .verbIng])
    else { return false }
    let entry = state.pointee.memory[tokens[i].term]
    if entry.surname > 0 || entry.firstName > 0 || entry.organization > 0 { return false }
    let scores = lexicon.scores(tokens[i].term)
    if scores.first >= 150 { return false }
    // "Robert Stone", "Mill Lane"
    let joins =
      scores.last >= 120 || !bits.isDisjoint(with: [.placeHead, .orgSuffix])
    return
      !(joins && i > 0 && isNameWord(i - 1)
      && (!classes(i - 1).contains(.common) || classes(i - 1).contains(.first)))
  }

  /// The capitalized word of a name that opens with small particles at `i` ("von der Leyen"), nil
  /// if there is none.
  private func smallOpening(_ i: Int, _ end: Int) -> Int? {
    var k = i + 1
    while k < end, k - i < 3, isParticle(k) { k += 1 }
    guard k < end, isNameWord(k), !tokens[k].flags.contains(.openQuote) else {
      return nil
    }
    if Int(matches[i].end) > k { return k }
    guard lists(tokens[i].term).contains(.openers), !tokens[i].flags.contains(.lineStart)
    else { return nil }
    let isNoun = !classes(i).isDisjoint(with: [.noun, .verb])
    if isNoun, i > 0, classes(i - 1).contains(.det) { return nil }
    return k
  }

  @inline(__always)
  private func opensName(_ i: Int, _ end: Int) -> Bool {
    let plain: TokenFlags = [.word, .capitalized]
    return tokens[i].flags.intersection(plain.union([.possessive, .hasDigit])) == plain
      || opensOtherName(i, end)
  }

  private func opensOtherName(_ i: Int, _ end: Int) -> Bool {
    let flags = tokens[i].flags
    if flags.contains(.word) {
      return isNameWord(i) || matches[i].end > 0
    }
    // "7-Eleven", "3M", "76ers"
    if matches[i].end > Int32(i) + (flags.contains(.ordinal) ? 0 : 1) { return true }
    // "82nd Airborne Division"
    return isOrdinal(i) && i + 1 < end && isNameWord(i + 1)
      && !classes(i + 1).isDisjoint(with: [.orgHead, .orgMod])
  }

  private func isOrdinal(_ i: Int) -> Bool {
    let token = tokens[i]
    return token.flags.contains(.ordinal) && token.length <= 5 && !token.flags.contains(.hyphenated)
  }

  /// The end of the run of name words that begins at `start`: particles, initials, `&` and a
  /// nickname in quotes may stand inside.
  @inline(__always)
  func runEnd(_ start: Int, _ end: Int) -> Int {
    let j = max(start + 1, Int(matches[start].end))
    return j < end ? closesRun(j) ? j : longRunEnd(start, j, end) : end
  }

  /// Whether a token is surely no part of a run that stands before it: a small word that is no
  /// particle, or a mark that never stands inside a name.
  @inline(__always)
  private func closesRun(_ j: Int) -> Bool {
    let token = tokens[j]
    let marks: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 44 | 1 << 45  // " & ' , -
    return token.flags.isDisjoint(with: [.capitalized, .mixedCase])
      && !classes(j).contains(.particle) && marks >> UInt64(token.mark & 63) & 1 == 0
  }

  /// See ``runEnd(_:_:)``; the first `from` tokens are known to belong to the run.
  @inline(never)
  private func longRunEnd(_ start: Int, _ from: Int, _ end: Int) -> Int {
    var j = from
    while j < end, !closesRun(j) {
      let token = tokens[j]
      if token.flags.contains(.lineStart), !isWrappedLine(j) { break }
      if isTitleLine, isTitleWord(j) { break }
      if isNameWord(j) {
        // A listed name may reach over words that are none by themselves (Bank of England).
        j = max(j + 1, Int(matches[j].end))
        continue
      }
      if token.flags.contains(.word), isParticle(j), isNameWord(j - 1) {
        var k = j + 1
        while k < end, k - j < 3, isParticle(k) { k += 1 }
        if k + 1 < end, tokens[k].mark == UInt8(ascii: "-"),
          !tokens[k].flags.contains(.spaceBefore)
        {
          k += 1
        }
        if k < end, isNameWord(k),
          classes(j - 1).isDisjoint(with: Self.titles.union(.role))
        {
          j = k
          continue
        }
      }
      // "al- Shaabi", torn apart by a line or an editor.
      if token.mark == UInt8(ascii: "-"), j + 1 < end, isNameWord(j + 1),
        classes(j - 1).contains(.particle), !token.flags.contains(.spaceBefore),
        j - 1 > start
      {
        j += 2
        continue
      }
      // "O ' Neill" of texts whose words somebody cut apart.
      if token.mark == UInt8(ascii: "'"), j + 1 < end, isNameWord(j + 1),
        tokens[j - 1].length == 1, tokens[j - 1].term == words.o
      {
        j += 2
        continue
      }
      if token.mark == UInt8(ascii: "&"), j + 1 < end, isNameWord(j + 1) {
        j += 1
        continue
      }
      if token.mark == UInt8(ascii: ","), j + 1 < end, classes(j + 1).contains(.suffixPerson),
        isNameWord(j - 1), tokens[j + 1].flags.contains(.capitalized)
      {
        j += 2
        continue
      }
      if token.mark == UInt8(ascii: "\"") || token.mark == UInt8(ascii: "'") {
        if let after = nicknameEnd(j, end) {
          j = after
          continue
        }
      }
      break
    }
    return min(j, end)
  }

  /// Whether the line in front of `j` is long enough to have been cut in the middle of a name.
  private func isWrappedLine(_ j: Int) -> Bool {
    var k = j - 1
    while k > 0, j - k < 40, !tokens[k].flags.contains(.lineStart) { k -= 1 }
    return tokens[j - 1].end - tokens[k].start >= 45
  }

  func isParticle(_ i: Int) -> Bool {
    let bits = classes(i)
    return bits.contains(.particle) && bits.isDisjoint(with: [.prep, .conj])
      && !tokens[i].flags.contains(.capitalized)
  }

  /// Behind `"Bobby"` in `Robert "Bobby" Jones`; nil if no name goes on.
  private func nicknameEnd(_ open: Int, _ end: Int) -> Int? {
    var k = open + 1
    guard k < end, isNameWord(k) else { return nil }
    while k < end, k - open <= 4, tokens[k].flags.contains(.word) { k += 1 }
    guard k > open + 1, k + 1 < end, tokens[k].mark == tokens[open].mark,
      isNameWord(k + 1), tokens[open].flags.contains(.spaceBefore),
      !tokens[k].flags.contains(.spaceBefore)
    else { return nil }
    return k + 1
  }

  /// "Iraqi defense ministry", "Iraq's parliament", "government of Iraq": a country and an
  /// institution in small letters are a name.
  func findLowerBody(_ head: Int, _ end: Int, _ sentence: Int) {
    // "government of Iraq"
    if head + 2 < end, tokens[head + 1].term == words.of {
      let match = matches[head + 2]
      if match.end > 0, isCountry(match, head + 2), isOfficial(head) {
        append(
          NameCandidate(
            first: Int32(head), end: match.end, sentence: Int32(sentence), kind: .organization,
            rule: rules.head, canonical: 0))
        addCountryInside(head + 2, Int(match.end), match, sentence, form: .name)
        // The country is read already; the caller goes on behind the head and would read it twice.
        state.pointee.consumed = Int(match.end)
        return
      }
    }
    // The country in front is the last name, at most three words away.
    guard let last = state.pointee.candidates.last, last.sentence == Int32(sentence),
      (head - 3...head).contains(Int(last.end))
    else { return }
    // "U.S. embassies" are many.
    if classes(head).contains(.nounPlural), lemmas[head] != tokens[head].term { return }
    // "Kenya's Cabinet Secretary"
    if tokens[head].flags.contains(.capitalized), head + 1 < end,
      tokens[head + 1].flags.contains(.capitalized),
      !classes(head + 1).isDisjoint(with: [.role, .title])
    {
      return
    }
    // Walk back over "defense", "security", "joint operation".
    var k = head - 1
    while k >= 0, head - k <= 2, !tokens[k].flags.contains(.capitalized),
      tokens[k].flags.contains(.word), !tokens[k].flags.contains(.possessive),
      !classes(k).isDisjoint(with: [.roleMod, .orgMod])
        || lists(tokens[k].term).contains(.bodyWords)
    {
      k -= 1
    }
    guard k >= 0, head - k <= 3 else { return }
    let possessive = tokens[k].flags.contains(.possessive)
    guard Int(last.end) == (possessive ? k : k + 1),
      last.kind == .demonym || last.kind == .place, isOfficial(head)
    else { return }
    // "Iraq's", "Iraqi" and "US" go with any body, a bare name only with the word next to it
    // ("the Kyiv government").
    let country = last.flags.contains(.country) || last.flags.contains(.adjective)
    guard country && (possessive || last.form == .adjective) || (!possessive && k == head - 1)
    else {
      return
    }
    if qualifiesBody(head, end) { return }
    append(
      NameCandidate(
        first: last.first, end: Int32(head + 1), sentence: Int32(sentence), kind: .organization,
        rule: rules.head))
  }

  /// "the Kenyan military hospital": an adjective of the body or place behind it, and no body.
  private func qualifiesBody(_ head: Int, _ end: Int) -> Bool {
    guard classes(head).contains(.adj) else { return false }
    var k = head + 1
    while k < end, k - head <= 2, tokens[k].flags.contains(.word),
      !tokens[k].flags.contains(.capitalized)
    {
      let bits = classes(k)
      if !bits.isDisjoint(with: [.nominalOrg, .nominalPlace, .placeGeneral, .placeHead]) {
        return bits.isDisjoint(with: [.verbPast, .verb3sg])
      }
      if bits.isDisjoint(with: [.noun, .adj]) || !bits.isDisjoint(with: Self.closed) { break }
      k += 1
    }
    return false
  }

  /// Bodies of which a country has one: those that make a name with it.
  func isOfficial(_ head: Int) -> Bool {
    lists(lemmas[head]).contains(.officialHeads)
      || lists(tokens[head].term).contains(.officialHeads)
  }

  func isCountry(_ match: Gazetteer.Match, _ start: Int) -> Bool {
    guard match.hasSense(.place) else { return false }
    for index in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(index)
      if sense.kind == .place, sense.flags.contains(.country),
        gazetteer.fits(sense, start, Int(match.end), tokens, false)
      {
        return true
      }
    }
    return false
  }

  func append(_ candidate: NameCandidate) { state.pointee.candidates.append(candidate) }
}
