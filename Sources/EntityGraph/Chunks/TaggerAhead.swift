/// Looking at words that are not tagged yet.
extension Tagger {
  /// Whether a word can continue a noun phrase.
  @inline(__always)
  func nouny(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i < range.upperBound else { return false }
    let word = marks[i]
    let ends = word & SyntaxBits([.punctuation, .possessive]).rawValue
    let isNamed = word & SyntaxBits([.named, .number]).rawValue
    let isClosed = classes[i] & Self.noPart.rawValue
    let isNominal = classes[i] & WordClass([.noun, .nounPlural, .adj]).rawValue
    // Worked out without a branch for each, and the answer for nearly all.
    let isOpen = (isClosed == 0 ? 1 : 0) & (isNominal != 0 ? 1 : 0)
    if (ends == 0 ? 1 : 0) & ((isNamed != 0 ? 1 : 0) | isOpen) != 0 { return true }
    if ends | isNamed | isClosed != 0 {
      // An opening quotation mark inside a phrase: the "Islamic State".
      return word & SyntaxBits.punctuation.rawValue != 0
        && tokens[i].mark == UInt8(ascii: "\"") && tokens[i].flags.contains(.openQuote)
        && i + 1 < range.upperBound && !bits(i + 1).contains(.punctuation)
    }
    let can = candidates(i)
    return !can.isDisjoint(with: [.noun, .nounPlural, .adj])
      || (!can.isDisjoint(with: [.verbPart, .verbIng]) && i + 1 < range.upperBound
        && !WordClass(rawValue: classes[i + 1]).isDisjoint(with: Self.nominal))
  }

  /// Classes that no noun phrase goes on with.
  private static let noPart: WordClass = [
    .prep, .pron, .conj, .aux, .modal, .neg, .wh, .sub, .det,
  ]

  /// "a wounded soldier": an adjective, unless a name or determiner begins behind it.
  func isAttributive(_ i: Int, _ range: Range<Int>, _ can: WordClass) -> Bool {
    can.contains(.adj) && nouny(i + 1, range) && !startsClosed(i + 1, range)
      && !isTime(i + 1, range)
  }

  func isTime(_ i: Int, _ range: Range<Int>) -> Bool {
    i < range.upperBound && !bits(i).contains(.named)
      && !WordClass(rawValue: classes[i]).isDisjoint(with: [.time, .weekday])
  }

  func isAdverbBeforeNoun(_ i: Int, _ range: Range<Int>) -> Bool {
    i < range.upperBound && candidates(i).contains(.adv) && nouny(i + 1, range)
  }

  /// Whether a noun phrase begins here for certain: determiner, pronoun, name or number.
  @inline(__always)
  func startsPhrase(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i < range.upperBound else { return false }
    if !bits(i).isDisjoint(with: [.named, .number]) { return true }
    let known = WordClass(rawValue: classes[i])
    if !known.isDisjoint(with: [.det, .pron]) { return known.isDisjoint(with: [.prep, .conj]) }
    if known.contains(.number) { return true }
    if known.contains(.prep), i + 1 < range.upperBound, bits(i + 1).contains(.least) {
      return true
    }
    let can = candidates(i)
    return can.contains(.adj) && can.isDisjoint(with: Self.verbal) && nouny(i + 1, range)
      || bits(i).contains(.capitalized)
      || (can == .nounPlural)
  }

  @inline(__always)
  func startsClosed(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i < range.upperBound else { return false }
    if bits(i).contains(.named) { return true }
    return !WordClass(rawValue: classes[i])
      .isDisjoint(with: [.det, .pron, .prep, .conj, .aux, .modal, .wh, .sub])
  }

  @inline(__always)
  func isPreposition(_ i: Int, _ range: Range<Int>) -> Bool {
    i < range.upperBound && WordClass(rawValue: classes[i]).contains(.prep)
  }

  @inline(__always)
  func isClauseEnd(_ i: Int, _ range: Range<Int>) -> Bool {
    i >= range.upperBound || bits(i).contains(.punctuation)
  }

  func infinitiveFollows(_ i: Int, _ range: Range<Int>) -> Bool {
    i + 1 < range.upperBound && bits(i).contains(.to) && candidates(i + 1).contains(.verb)
  }

  /// Whether the word can only be a verb with tense.
  @inline(__always)
  func isFiniteWord(_ i: Int) -> Bool {
    let word = bits(i)
    if !word.isDisjoint(with: [.punctuation, .named]) { return false }
    let known = WordClass(rawValue: classes[i])
    if word.contains(.be) || word.contains(.have) || word.contains(.does) {
      return !known.contains(.verbIng)
    }
    // "since May," names the month.
    if known.contains(.modal) { return !word.contains(.capitalized) }
    if known.contains(.prep) || known.contains(.det) { return false }
    return !known.isDisjoint(with: [.verbPast, .verb3sg])
      && known.isDisjoint(with: [.noun, .nounPlural, .adj])
  }

  /// Whether a verb with tense comes before the clause ends.
  func finiteAhead(_ i: Int, _ range: Range<Int>) -> Bool {
    var k = i
    let end = min(range.upperBound, i + Self.reach)
    while k < end {
      let word = bits(k)
      if word.contains(.punctuation), tokens[k].mark != UInt8(ascii: "\"") { return false }
      if isFiniteWord(k) { return true }
      // "after Germany united the…": a past form right behind a name.
      let known = WordClass(rawValue: classes[k])
      if k > i, known.contains(.verbPast), !word.contains(.named) {
        if bits(k - 1).contains(.named), !known.contains(.noun) { return true }
        // "as the side beat Arsenal".
        if k + 1 < end, bits(k + 1).contains(.named), names[k + 1] != NameMark.adjective,
          !candidates(k - 1).isDisjoint(with: Self.nominal)
        {
          return true
        }
      }
      if !word.isDisjoint(with: [.relative, .that, .conditional]) { return false }
      if !known.isDisjoint(with: [.sub, .wh, .conj]), known.isDisjoint(with: .prep) {
        return false
      }
      k += 1
    }
    return false
  }

  /// "its spokesman, Paul Smith, said": a noun for a person, his name between commas, a verb.
  func namedActorAhead(_ start: Int, _ range: Range<Int>) -> Bool {
    var k = start
    let end = min(range.upperBound, start + Self.reach)
    while k < end, tokens[k].mark != UInt8(ascii: ",") {
      if bits(k).contains(.punctuation) { return false }
      k += 1
    }
    // One name and nothing else up to the second comma.
    guard k > start, k + 2 < end, isBody(k - 1), !bits(k - 1).contains(.named) else { return false }
    var last = k + 1
    while last < end, bits(last).contains(.named) || bits(last).contains(.capitalized) { last += 1 }
    guard last > k + 1, last + 1 < range.upperBound, bits(last - 1).contains(.named),
      tokens[last].mark == UInt8(ascii: ",")
    else { return false }
    let known = WordClass(rawValue: classes[last + 1])
    return isFiniteWord(last + 1)
      || known.contains(.verbPast)
        && (known.isDisjoint(with: [.noun, .adj]) || startsPhrase(last + 2, range))
  }

  /// Whether the word stands for a body or a person.
  func isBody(_ i: Int) -> Bool {
    !WordClass(rawValue: classes[i])
      .isDisjoint(with: [.nominalOrg, .nominalPerson, .role, .people, .collective])
  }
}
