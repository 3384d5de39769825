/// "Iraqi", "US": what a country is called in front of a noun.
extension NameReader {
  @inline(__always)
  func isDemonymMatch(_ match: Gazetteer.Match, _ start: Int) -> Bool {
    match.hasSense(.demonym) && fitsDemonym(match, start)
  }

  @inline(never)
  private func fitsDemonym(_ match: Gazetteer.Match, _ start: Int) -> Bool {
    var found = false
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      guard gazetteer.fits(sense, start, Int(match.end), tokens, false) else { continue }
      // "Christian Roe": an ambiguous people-word that is a first name, in front of a name.
      let isName =
        sense.flags.contains(.ambiguous) && classes(start).contains(.first)
        && Int(match.end) < tokens.count && isNameWord(Int(match.end))
      if sense.kind == .demonym, !isName { found = true }
    }
    return found
  }

  /// "Iraqi", alone or in front of a body.
  func takeDemonym(
    _ a: Int, _ stop: Int, _ sentence: Sentence, _ index: Int
  ) -> Int {
    let match = matches[a]
    let end = Int(match.end)
    if end < stop {
      let titles = titleEnd(end, stop)
      if titles == end || endsInHead(end, titles, stop) {
        let pieceStop = pieceEnd(end, stop)
        if let head = headIndex(end, pieceStop) {
          let extended = extendOf(head, pieceStop, Int(sentence.end))
          addAdjective(a, end, match, index, nested: true)
          addBody(a, extended, sentence, index)
          return extended
        }
        let last = classes(pieceStop - 1)
        if last.contains(.rejectHead) {
          addReject(a, pieceStop, index)
          return pieceStop
        }
        if last.contains(.placeHead), last.isDisjoint(with: .last) {
          addAdjective(a, end, match, index, nested: true)
          addPlace(a, pieceStop, index)
          return pieceStop
        }
        // "Baltic Stone, a Riga-based builder,": the firm's name.
        if pieceStop == stop, stop - end <= 2 {
          var behind = NameFeatures()
          addRight(stop, Int(sentence.end), &behind)
          if behind.contains(.beforeOrgApposition) {
            addAdjective(a, end, match, index, nested: true)
            addBody(a, stop, sentence, index)
            return stop
          }
        }
      }
    }
    addAdjective(a, end, match, index, nested: false)
    return end
  }

  /// The country in front of a listed body's name: "Scottish National Party", "U.S. Treasury", but
  /// not "Malta Airlines", where it is no more than part of the name.
  func addCountryInFront(_ a: Int, _ end: Int, _ flags: SenseFlags, _ index: Int) {
    guard end - a >= 2 else { return }
    let match = gazetteer.match(a, limit: end - 1, in: tokens, shouting: false)
    guard match.end > 0, Int(match.end) < end else { return }
    if isDemonymMatch(match, a) {
      let isContinent = lexicon.senseRange(match.node).contains {
        lexicon.sense($0).flags.contains(.continent)
      }
      if !isContinent { addAdjective(a, Int(match.end), match, index, nested: true) }
    } else if !flags.isDisjoint(with: [.government, .military, .agency, .court, .body, .unit]),
      isCountry(match, a)
    {
      addCountryInside(a, Int(match.end), match, index, form: .adjective)
    }
  }

  func addAdjective(
    _ a: Int, _ end: Int, _ match: Gazetteer.Match, _ index: Int, nested: Bool
  ) {
    for s in lexicon.senseRange(match.node) {
      let sense = lexicon.sense(s)
      guard sense.kind == .demonym, gazetteer.fits(sense, a, end, tokens, false) else {
        continue
      }
      // "Iraqis" and "the Frenchman" are people, "Arab" belongs to no country.
      if !sense.flags.contains(.adjective) || sense.canonical == 0 {
        addReject(a, end, index)
        return
      }
      let next = end < tokens.count ? tokens[end] : nil
      let noun = next.map { $0.flags.contains(.word) && !$0.flags.contains(.possessive) } ?? false
      let closes = end >= tokens.count || !noun
      let isCompound =
        end + 1 < tokens.count && tokens[end].mark == UInt8(ascii: "-")
        && !tokens[end].flags.contains(.spaceBefore) && classes(end + 1).contains(.splitAfter)
        && !classes(end + 1).contains(.verbIng)
      let alone =
        closes || !classes(end).isDisjoint(with: [.aux, .modal, .prep, .conj, .wh])
      if alone, !isCompound, a > 0, classes(a - 1).contains(.det) {
        addReject(a, end, index)
        return
      }
      var candidate = NameCandidate(
        first: Int32(a), end: Int32(end), sentence: Int32(index), kind: .demonym, form: .adjective,
        rule: RuleID(sense.list), canonical: sense.canonical, flags: sense.flags)
      candidate.margin = 100
      candidate.nested = nested
      // "the Omani-led coalition": who acts, no adjective.
      if isCompound { candidate.form = .name }
      append(candidate)
      return
    }
  }
}
