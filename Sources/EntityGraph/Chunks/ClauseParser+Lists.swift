/// Coordination and apposition.
extension ClauseParser {
  /// Joins a phrase to the conjunct that fits best among the last phrase and what governs it.
  mutating func coordinate(_ index: Int32) {
    let phrase = phrases[Int(index)]
    var best = lastPhrase
    var bestScore = -1
    var candidate = lastPhrase
    var steps = 0
    // The object of the verb comes last: "visited X on Monday and Y on Friday".
    let object = frame.verb >= 0 ? groups[Int(frame.verb)].object : -1
    while candidate >= 0, steps < 6 {
      let other = phrases[Int(candidate)]
      if other.nextConjunct < 0 {
        var score = 0
        let sameKind = phrase.flags.contains(.proper) == other.flags.contains(.proper)
        if sameKind { score += 3 }
        if phrase.flags.contains(.animate) == other.flags.contains(.animate) { score += 3 }
        if phrase.flags.contains(.plural) == other.flags.contains(.plural) { score += 1 }
        if steps == 0 {
          // "between the government and X": these two.
          let isPair = other.preposition >= 0 && bits(Int(other.preposition)).contains(.between)
          score += isPair ? 9 : 2
        }
        if other.apposedTo >= 0 { score -= 2 }
        if other.flags.contains(.time) != phrase.flags.contains(.time) { score -= 6 }
        if score > bestScore {
          best = candidate
          bestScore = score
        }
      }
      let above = other.governor >= 0 ? other.governor : other.apposedTo
      candidate = above < 0 && candidate != object ? object : above
      steps += 1
    }
    guard best >= 0, best != index, phrases[Int(best)].nextConjunct < 0 else { return }
    phrases[Int(best)].nextConjunct = index
    phrases[Int(index)].previousConjunct = best
    let flags = phrases[Int(best)].flags
    phrases[Int(index)].flags.formUnion(
      flags.intersection([.subject, .object, .oblique]))
    phrases[Int(index)].preposition = phrases[Int(best)].preposition
    phrases[Int(index)].governor = phrases[Int(best)].governor
  }

  /// "rejected the deal, its leader, Jane Doe, said": nobody's leader is listed with a thing.
  mutating func opensSpeaker(_ phrase: NounPhrase) -> Bool {
    phrase.flags.isSuperset(of: [.pronounPossessor, .animate])
      && phrases[Int(lastPhrase)].flags.isDisjoint(with: [.animate, .proper])
  }

  /// Whether a name follows a semicolon, and no verb of its own until the next one.
  mutating func listsGoOn(_ start: Int, _ range: Range<Int>) -> Bool {
    guard frame.verb >= 0 || depth > 0, lastPhrase >= 0 else { return false }
    var i = start
    if i < range.upperBound, tags[i] == .conjunction { i += 1 }
    guard i < range.upperBound, phraseAt[i] >= 0,
      phrases[Int(phraseAt[i])].flags.contains(.proper)
    else { return false }
    let end = min(range.upperBound, start + 4 * Self.reach)
    var relative = false
    while i < end, tokens[i].mark != UInt8(ascii: ";") {
      if tags[i] == .relative { relative = true }
      if verbAt[i] >= 0 {
        let group = groups[Int(verbAt[i])]
        if group.flags.contains(.finite) {
          if !relative { return false }
          relative = false
        }
        i = max(Int(group.end), i + 1)
      } else {
        i += 1
      }
    }
    return true
  }

  mutating func lastPhraseIsListed() -> Bool {
    let phrase = phrases[Int(lastPhrase)]
    return phrase.sentence == sentence && !phrase.flags.contains(.time)
  }

  /// The phrase that `index` renames: "Y, the deputy head of Z," or "the head of Z, Y,".
  mutating func apposition(
    _ index: Int32, _ range: Range<Int>, _ follows: Bool
  ) -> Int32? {
    let phrase = phrases[Int(index)]
    if phrase.flags.contains(.pronoun) || phrase.flags.contains(.time) { return nil }
    // "…, killing four people, the army said": a clause of its own.
    if follows, frame.finite >= 0 { return nil }
    // "In the words of a minister, Paul Smith is": the subject of the clause.
    if follows, frame.finite < 0, frame.subject < 0, lastPhrase >= 0,
      phrases[Int(lastPhrase)].preposition >= 0, phrases[Int(lastPhrase)].sentence == sentence
    {
      return nil
    }
    let described =
      phrase.flags.contains(.definite) || phrase.flags.contains(.indefinite)
      || phrase.possessor >= 0 || phrase.flags.contains(.pronounPossessor)
    // "Paul Smith, the Secretary of State,": a capital makes no name of an office.
    let isOffice =
      phrase.flags.isSuperset(of: [.proper, .animate, .definite])
      && !bits(Int(phrase.head)).contains(.named)
    let isName = phrase.flags.contains(.proper) && !isOffice
    let common = phrase.flags.contains(.animate) && !isName
    var candidate = lastPhrase
    var steps = 0
    while candidate >= 0, steps < 4 {
      let other = phrases[Int(candidate)]
      guard other.sentence == sentence else { return nil }
      // "As an ally, Germany agreed": the phrase in front is no name of the subject.
      if steps == 0, other.preposition >= 0, other.governor < 0, frame.finite < 0, follows {
        return nil
      }
      let otherCommon = other.flags.contains(.animate) && !other.flags.contains(.proper)
      let otherName = other.flags.contains(.proper)
      // "Soleimani, the commander of…"; "the head of the force, General X".
      if otherName, common || (described && !isName), !other.flags.contains(.time),
        common || !isListedThing(phrase, behind: other, range)
      {
        if steps == 0 || common { return candidate }
      }
      // "Acme, part of Bigco,".
      if steps == 0, otherName, isBare(phrase, range) { return candidate }
      // "Paul Smith, a Republican,".
      if steps == 0, otherName, phrase.flags.isSuperset(of: [.proper, .indefinite]),
        other.flags.contains(.animate)
      {
        return candidate
      }
      // "The singer, a native of Dublin,".
      if steps == 0, otherCommon, common, described, !listGoesOn(Int(phrase.first), range) {
        return candidate
      }
      // "X, a lawyer, Y, a singer, and Z": Y is no other name of X.
      if otherCommon, isName, other.apposedTo < 0 || !closesList(phrase, range) {
        // "the ministers of A and B, X and Y,": as many names as there are.
        let many = other.flags.contains(.plural) && candidate != lastPhrase
        if many || !listGoesOn(Int(phrase.first), range) { return candidate }
      }
      candidate = other.governor
      steps += 1
    }
    return bracketed(phrase, range)
  }

  /// "the situation in Libya, the campaign against Y, and reform": no other name of the place.
  private mutating func isListedThing(
    _ phrase: NounPhrase, behind place: NounPhrase, _ range: Range<Int>
  ) -> Bool {
    guard place.preposition >= 0, names[Int(place.end) - 1] == NameMark.lastOfPlace,
      known(Int(phrase.head)).isDisjoint(with: [.placeGeneral, .nominalPlace, .placeHead])
    else { return false }
    var i = Int(phrase.end)
    let end = min(range.upperBound, i + Self.reach)
    while i < end, verbAt[i] < 0 {
      if tokens[i].mark == UInt8(ascii: ",") { return i + 1 < end && tags[i + 1] == .conjunction }
      i += 1
    }
    return false
  }

  /// "…, Y, a singer, and Z": a name with its description, and the list goes on.
  mutating func closesList(_ phrase: NounPhrase, _ range: Range<Int>) -> Bool {
    guard phrase.flags.isSuperset(of: [.proper, .animate]) else { return false }
    var i = Int(phrase.end)
    guard i + 1 < range.upperBound, tokens[i].mark == UInt8(ascii: ","), phraseAt[i + 1] >= 0 else {
      return false
    }
    let description = phrases[Int(phraseAt[i + 1])]
    guard description.flags.contains(.animate), !description.flags.contains(.proper),
      !description.flags.isDisjoint(with: [.definite, .indefinite])
    else { return false }
    i = Int(description.end)
    let end = min(range.upperBound, i + Self.reach)
    while i < end, verbAt[i] < 0 {
      if tokens[i].mark == UInt8(ascii: ",") || tags[i] == .conjunction {
        return tags[i] == .conjunction || i + 1 < end && tags[i + 1] == .conjunction
      }
      i += 1
    }
    return false
  }

  /// A single noun without article whose complement follows: "part of X", "capital of Y".
  private mutating func isBare(_ phrase: NounPhrase, _ range: Range<Int>) -> Bool {
    let end = Int(phrase.end)
    return phrase.head == phrase.first && phrase.end == phrase.head + 1
      && tags[Int(phrase.head)] == .noun && !known(Int(phrase.head)).contains(.direction)
      && end < range.upperBound && bits(end).contains(.of)
  }

  /// Brackets: "Islamic State (IS)".
  private mutating func bracketed(_ phrase: NounPhrase, _ range: Range<Int>) -> Int32? {
    let before = Int(phrase.first) - 1
    if before > range.lowerBound, tokens[before].mark == UInt8(ascii: "("),
      phrase.flags.contains(.proper), phraseAt[before - 1] == lastPhrase
    {
      return lastPhrase
    }
    return nil
  }
}
