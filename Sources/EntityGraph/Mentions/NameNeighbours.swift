/// What speaks for each reading of a name: the words around it.
extension NameReader {
  func addLeft(
    _ a: Int, _ end: Int, _ sentence: Sentence, _ index: Int,
    _ features: inout NameFeatures
  ) {
    let p = a - 1
    guard p >= Int(sentence.first) else { return }
    let token = tokens[p]
    let bits = classes(p)
    if token.flags.contains(.punctuation) {
      switch token.mark {
      case UInt8(ascii: "("): features.add(.afterOpenBracket)
      case UInt8(ascii: ","):
        if let last = state.pointee.candidates.last, Int(last.end) == p, last.kind == .place,
          last.sentence == Int32(index)
        {
          // "the Governor of Lee County, John Doe,": who holds the office.
          let before = Int(last.first) - 1
          // "the ambassador in Lima, John Doe,": where he is one.
          let isPost =
            before > Int(sentence.first) && tokens[before].term == words.in
            && end - a == 2 && classes(a).contains(.first)
          let isSeat =
            before > Int(sentence.first) && (isPost || tokens[before].term == words.of)
            && !classes(before - 1).isDisjoint(with: [.title, .role])
          features.add(isSeat ? .afterRole : .afterPlaceComma)
        } else if p - 2 >= Int(sentence.first), classes(p - 1).contains(.nominalPlace),
          tokens[p - 2].term == words.the,
          end >= Int(sentence.end) || !tokens[end].flags.contains(.word)
        {
          // "in the capital, Tivoz,"
          features.add(.afterPlaceOf)
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if token.flags.contains(.openQuote) { features.add(.quotedName) }
      default: break
      }
      return
    }
    if token.flags.contains(.possessive) { features.add(.afterPossessive) }
    if token.flags.contains(.number) { features.add(.afterNumber) }
    if let last = state.pointee.candidates.last, Int(last.end) == a, last.kind == .demonym {
      features.add(.afterDemonym)
    }
    if classBits[a] == 0 || !bits.isDisjoint(with: Self.telling) {
      addNoun(p, a, end, Int(sentence.first), &features)
    }
    // The words of the cases are frequent, and so have low terms.
    if token.term > words.last { return }
    switch token.term {
    case words.the:
      features.add(isInside(end, Int(sentence.end)) ? .afterTheInside : .afterThe)
    case words.a, words.an: features.add(.afterA)
    case words.in: features.add(.afterIn)
    case words.at:
      features.add(.afterAt)
      // "analysts at Acme", "an engineer at Acme": staff.
      features.add(
        .afterStaffAt,
        if: p > Int(sentence.first)
          && !classes(p - 1).isDisjoint(with: [.role, .nominalPerson])
          && !classes(p - 1).contains(.verbPast))
    case words.from: features.add(.afterFrom)
    case words.of:
      features.add(.afterOf)
      addOf(p - 1, Int(sentence.first), isSingle: end - a == 1, &features)
    case words.to: features.add(.afterTo)
    case words.by: features.add(.afterBy)
    case words.with:
      features.add(.afterWith)
      // "an analyst with Acme Hill", but "a drummer with Jane Doe"
      features.add(
        .afterStaffAt,
        if: lexicon.scores(tokens[a].term).first < 110 && isStaff(p - 1, Int(sentence.first)))
    case words.for:
      features.add(.afterFor)
      features.add(
        .afterSeatFor, if: p > Int(sentence.first) && lists(tokens[p - 1].term).contains(.seats))
    case words.near: features.add(.afterNear)
    case words.and: features.add(.afterAnd)
    default: break
    }
  }

  /// Classes that say something of the name behind a word.
  private static let telling: WordClass = [
    .honorific, .role, .kin, .rank, .nominalOrg, .direction, .say, .verbPast, .verbIng,
  ]

  /// What a noun or verb at `p` in front of the name says.
  private func addNoun(
    _ p: Int, _ a: Int, _ end: Int, _ first: Int, _ features: inout NameFeatures
  ) {
    let token = tokens[p]
    let bits = classes(p)
    if bits.contains(.honorific) { features.add(.afterHonorific) }
    // "Carmaker Acme said": a capital that only opens the sentence.
    let opens = opensWithFirmNoun(p)
    if !token.flags.contains(.capitalized) || opens {
      // A retailer or maker with one word behind it is a firm.
      let isTrade =
        bits.contains(.nominalOrg)
        || (classBits[a] == 0 && lists(token.term).contains(.firmRoles))
      let isFirm = isTrade && (!bits.contains(.role) || end - a == 1)
      // "analysts at broker Acme Hill".
      let isAt = p > first && tokens[p - 1].term == words.at
      features.add(.afterStaffAt, if: isAt && bits.contains(.role))
      if bits.contains(.role), !bits.contains(.kin), !isFirm, !isAt { features.add(.afterRole) }
      features.add(.afterKin, if: bits.contains(.kin))
      features.add(.afterRank, if: bits.contains(.rank))
      // "the training body Elwa", "watchdog Ofcom"
      let isNamed =
        isFirm
        && (opens || (p > first && !tokens[p - 1].flags.contains(.punctuation)))
      features.add(.afterOrgNoun, if: isNamed)
      features.add(.afterFirmNoun, if: isNamed && lists(token.term).contains(.companies))
      features.add(.afterDirection, if: bits.contains(.direction))
    }
    features.add(.afterSay, if: bits.contains(.say))
    features.add(
      .afterFirmNoun,
      if: (end - a == 1 && classBits[a] == 0
        || end - a == 2 && classes(a).isDisjoint(with: [.first, .title, .role]))
        && isDeal(p, first))
    if !token.flags.contains(.capitalized), !bits.isDisjoint(with: [.verbPast, .verbIng]),
      bits.isDisjoint(with: [.noun, .aux, .say, .role, .prep])
    {
      features.add(.afterVerb)
    }
  }

  /// "buy Acme", "a stake in Acme", "sold to rival Acme": firms are what is bought and sold.
  private func isDeal(_ p: Int, _ first: Int) -> Bool {
    let here = lists(tokens[p].term)
    if here.contains(.deals) { return !isSport }
    return p > first
      && (tokens[p].term == words.in || tokens[p].term == words.of
        || tokens[p].term == words.with)
      && lists(tokens[p - 1].term).contains(.stakes)
  }

  /// "an analyst", "a senior lawyer": somebody of a body, whatever his name is.
  private func isStaff(_ k: Int, _ first: Int) -> Bool {
    guard k > first, classes(k).contains(.role), !tokens[k].flags.contains(.capitalized),
      classes(k).isDisjoint(with: [.nounPlural, .kin])
    else { return false }
    var i = k - 1
    while i > first, k - i < 4, !classes(i).isDisjoint(with: [.adj, .noun, .roleMod, .roleOut]) {
      i -= 1
    }
    return tokens[i].term == words.a || tokens[i].term == words.an
  }

  /// What stands in front of "of": "the village of", "a native of", "Jane Doe, 34, of".
  private func addOf(
    _ k: Int, _ first: Int, isSingle: Bool, _ features: inout NameFeatures
  ) {
    guard k > first else { return }
    let token = tokens[k]
    let lists = lists(token.term)
    features.add(.afterDeedOf, if: lists.contains(.deeds))
    features.add(.afterStaffOf, if: lists.contains(.staff))
    if !token.flags.contains(.capitalized),
      !classes(k).isDisjoint(with: [.placeGeneral, .nominalPlace])
        || lists.contains(.natives) || (isSingle && lists.contains(.stateParts))
    {
      features.add(.afterPlaceOf)
    } else if let last = state.pointee.candidates.last, Int(last.end) == k + 1, last.kind == .person
    {
      features.add(.afterPersonOf)
    } else if token.mark == UInt8(ascii: ","), k - 2 > first,
      tokens[k - 1].flags.contains(.number), tokens[k - 1].length <= 3,
      tokens[k - 2].mark == UInt8(ascii: ",")
    {
      features.add(.afterAgeOf)
    }
  }

  /// Whether a small noun follows, so that "the" belongs to it: "the Newton family".
  private func isInside(_ n: Int, _ end: Int) -> Bool {
    guard n < end else { return false }
    let flags = tokens[n].flags
    guard flags.contains(.word), flags.isDisjoint(with: [.capitalized, .possessive]) else {
      return false
    }
    let bits = classes(n)
    if bits.isDisjoint(with: [.noun, .nounPlural]) { return classBits[n] == 0 }
    return bits.isDisjoint(with: [.prep, .aux, .modal, .conj, .say, .wh, .sub, .det])
      && (bits.isDisjoint(with: [.verbPast, .verb3sg])
        || !bits.isDisjoint(with: [.force, .role, .people, .nominalOrg, .nominalPlace]))
  }

  func addRight(
    _ n: Int, _ end: Int, _ features: inout NameFeatures
  ) {
    guard n < end else { return }
    let token = tokens[n]
    let bits = classes(n)
    if token.flags.contains(.possessive) {
      features.add(.beforePossessive)
      // "the suspect in Doe's murder": not in Doe.
      features.remove(.afterIn)
      // "Acme's new chief executive".
      let ahead = n + 1..<max(n + 1, min(n + 4, end))
      features.add(.beforeRole, if: ahead.contains { isFirmOwned($0, end) })
      features.add(
        .beforePlaceNoun, if: ahead.contains { lists(tokens[$0].term).contains(.stateOwned) })
      return
    }
    if token.flags.contains(.number) {
      // A date behind a name says nothing of it.
      if token.length < 8 || !token.flags.contains(.hyphenated) { features.add(.beforeNumber) }
      let row =
        n + 2 < end && tokens[n + 1].flags.contains(.number)
        && tokens[n + 2].flags.contains(.number)
      features.add(.standingsRow, if: row)
      return
    }
    if token.flags.contains(.punctuation) {
      switch token.mark {
      case UInt8(ascii: ","): addAfterComma(n + 1, end, &features)
      case UInt8(ascii: "("):
        if n + 2 < end, tokens[n + 1].flags.contains(.allCaps),
          tokens[n + 2].mark == UInt8(ascii: ")"), !isPlaceMatch(n + 1)
        {
          features.add(.beforeAcronymBracket)
        } else if n + 2 < end, tokens[n + 1].flags.contains(.number),
          tokens[n + 1].length <= 2, tokens[n + 2].mark == UInt8(ascii: ")")
        {
          features.add(.beforeAge)
        } else if isSeat(n + 1, end) {
          features.add(.beforeAge)
        }
      case UInt8(ascii: "-"):
        if n + 1 < end, tokens[n + 1].term == words.based { features.add(.beforeBased) }
      default: break
      }
      return
    }
    if token.flags.contains(.capitalized) {
      // "Bexel CEO Jane Doe"
      let isTitle =
        !bits.isDisjoint(with: [.title, .role]) && bits.isDisjoint(with: [.first, .last])
      features.add(.beforeTitle, if: isTitle && n + 1 < end && isNameWord(n + 1))
      return
    }
    features.add(.beforeAux, if: bits.contains(.aux))
    features.add(.namedSubject, if: bits.contains(.say) && isSurnameAlone(n - 1))
    features.add(.beforeSay, if: bits.contains(.say))
    features.add(.beforeActPerson, if: bits.contains(.actPerson))
    features.add(.beforeActOrg, if: bits.contains(.actOrg))
    features.add(.beforeWho, if: token.term == words.who)
    features.add(.beforePlaceNoun, if: !bits.isDisjoint(with: [.placeGeneral, .nominalPlace]))
    features.add(.beforeOrgNoun, if: bits.contains(.nominalOrg))
    features.add(.beforeRole, if: bits.contains(.role))
    features.add(
      .beforePersonVerb,
      if: !bits.isDisjoint(with: [.verbPast, .verb3sg])
        && bits.isDisjoint(with: [.noun, .say, .aux]))
  }

  /// "Acme's shares", "Acme's head of sales".
  private func isFirmOwned(_ i: Int, _ end: Int) -> Bool {
    lists(tokens[i].term).contains(.firmOwned)
      || (lists(tokens[i].term).contains(.staff) && i + 1 < end && tokens[i + 1].term == words.of)
  }

  /// "R-Texas": a party's letter and a seat, which only a politician has behind the name.
  private func isSeat(_ i: Int, _ end: Int) -> Bool {
    i + 2 < end && tokens[i].length == 1 && tokens[i].flags.contains(.allCaps)
      && tokens[i + 1].mark == UInt8(ascii: "-")
      && !tokens[i + 1].flags.contains(.spaceBefore)
      && tokens[i + 2].flags.contains(.capitalized)
      && !tokens[i + 2].flags.contains(.spaceBefore)
  }

  /// "Stone said": a common word without an article that speaks is a surname.
  private func isSurnameAlone(_ i: Int) -> Bool {
    let bits = classes(i)
    return tokens[i].flags.contains(.sentenceStart) && bits.contains(.common)
      && bits.contains(.last) && lexicon.scores(tokens[i].term).last >= 130
      && bits.isDisjoint(with: Self.closed)
      && bits.isDisjoint(with: [
        .nounPlural, .people, .role, .title, .rank, .orgHead, .collective, .verbIng, .kin, .adv,
      ])
  }

  func addAfterComma(
    _ n: Int, _ end: Int, _ features: inout NameFeatures
  ) {
    guard n < end else { return }
    let token = tokens[n]
    if token.flags.contains(.number), token.length <= 3,
      n + 1 >= end || tokens[n + 1].flags.contains(.punctuation)
    {
      features.add(.beforeAge)
      return
    }
    if token.term == words.who {
      features.add(.beforeWho)
      return
    }
    if token.term == words.based, n + 1 < end, classes(n + 1).contains(.prep) {
      features.add(.beforeCommaBased)
      return
    }
    if token.term == words.which {
      features.add(.beforeWhich)
      return
    }
    if isSeat(n, end) {
      features.add(.beforeAge)
      return
    }
    if matches[n].end > 0, token.flags.contains(.capitalized), isPlaceMatch(n) {
      let after = Int(matches[n].end)
      if after >= end || tokens[after].flags.contains(.punctuation) {
        features.add(.beforeCommaPlace)
      }
      return
    }
    // ", a former aide", ", the capital": the head of the noun phrase behind the comma.
    var k = n
    while k < end, k - n < 8 {
      let bits = classes(k)
      let flags = tokens[k].flags
      // ", a Riga-based builder".
      if tokens[k].mark == UInt8(ascii: "-"), k + 1 < end,
        tokens[k + 1].term == words.based
      {
        k += 2
        continue
      }
      if flags.contains(.punctuation) || bits.contains(.prep) { return }
      if !flags.contains(.capitalized) || bits.contains(.role) {
        // "a builder based in Riga".
        let isFirm =
          (bits.contains(.nominalOrg) || lists(tokens[k].term).contains(.firmRoles)) && k + 1 < end
          && (tokens[k + 1].term == words.based || tokens[k - 1].term == words.based)
        if isFirm { return features.add(.beforeOrgApposition) }
        // "a terrorist group": the role says what kind of body.
        let qualifies =
          bits.contains(.role) && k + 1 < end && classes(k + 1).contains(.nominalOrg)
          && !tokens[k + 1].flags.contains(.capitalized)
        if !qualifies, bits.contains(.role) || bits.contains(.kin) {
          return features.add(.beforeRoleApposition)
        }
        // "a group led by".
        let closes =
          k + 1 >= end || tokens[k + 1].flags.contains(.punctuation)
          || !classes(k + 1).isDisjoint(with: [.prep, .wh, .conj, .verbPart])
        if closes, bits.contains(.nominalOrg) { return features.add(.beforeOrgApposition) }
        if closes, !bits.isDisjoint(with: [.placeGeneral, .nominalPlace]) {
          return features.add(.beforePlaceApposition)
        }
        if !bits.isDisjoint(with: [.aux, .say]) { return }
      }
      k += 1
    }
  }
}
