/// Heads of bodies and what belongs to them behind: "of Foreign Affairs", "and Trade".
extension NameReader {
  /// The last word of a body's name in `a..<end` (Ministry, Party, Inc), nil if none.
  func headIndex(_ a: Int, _ end: Int) -> Int? {
    var k = end - 1
    while k >= a {
      let bits = classes(k)
      if !bits.isDisjoint(with: [.orgHead, .orgSuffix]) { return k }
      k -= 1
    }
    return nil
  }

  /// "Carmaker" and "Insurer" at the start of a sentence: nouns for a firm that are no part of its
  /// name.
  func opensWithFirmNoun(_ i: Int) -> Bool {
    tokens[i].flags.contains(.sentenceStart) && lists(tokens[i].term).contains(.companies)
      && classes(i).contains(.nominalOrg)
      && classes(i).isDisjoint(with: [.orgHead, .orgSuffix, .orgMod, .first])
  }

  /// Behind ", Industry" and ", Trade" if an "and" goes on; `last` if no list follows.
  private func listEnd(_ last: Int, _ end: Int) -> Int {
    var at = last
    while at + 1 < end, tokens[at].mark == UInt8(ascii: ","), isNameWord(at + 1) {
      let run = runEnd(at + 1, end)
      for k in at + 1..<run where !classes(k).contains(.common) { return last }
      at = run
      if at < end, tokens[at].mark == UInt8(ascii: ","), at + 1 < end,
        tokens[at + 1].term == words.and
      {
        at += 1
      }
      if at + 1 < end, tokens[at].term == words.and, isNameWord(at + 1),
        classes(at + 1).contains(.common), matches[at + 1].end <= Int32(at) + 2
      {
        return at
      }
    }
    return last
  }

  /// A first name and a surname that are no common words.
  private func isFullName(_ i: Int) -> Bool {
    classes(i).contains(.first) && !classes(i).contains(.common)
      && isNameWord(i) && isNameWord(i + 1)
      && !classes(i + 1).contains(.common)
      && classes(i + 1).isDisjoint(with: [.orgHead, .orgSuffix, .placeHead])
  }

  /// The end of the body whose head is at `head`: "of Foreign Affairs", "of the Red Cross",
  /// "and Trade" behind it belong to it.
  func extendOf(_ head: Int, _ pieceStop: Int, _ end: Int) -> Int {
    // What follows the head directly is part of it (Task Force Iraq), unless a person begins.
    var stop = head + 1
    let linked = [words.of, words.for, words.on, words.against, words.in].contains(
      stop < tokens.count ? tokens[stop].term : 0)
    if stop < pieceStop, !linked || !classes(head).contains(.orgOf) {
      let strong = lexicon.scores(tokens[stop].term).first
      let person =
        strong > 120 || (strong > 40 && stop + 2 == pieceStop && isFullName(stop))
      stop = person ? stop : pieceStop
    }
    guard stop == pieceStop || stop == head + 1, classes(head).contains(.orgOf),
      stop == head + 1
    else { return stop }
    var at = stop
    for _ in 0..<2 {
      guard at + 1 < end else { break }
      let term = tokens[at].term
      let isFight = term == words.against
      // "Commission against Impunity in Guatemala", "African Union Mission in Somalia".
      let isPlace =
        term == words.in
        && (at == stop
          ? lists(tokens[head].term).contains(.inHeads) && head > 0 && isNameWord(head - 1)
          : tokens[stop].term == words.against)
      guard term == words.of || term == words.for || term == words.on || isFight || isPlace
      else { break }
      if term == words.for || term == words.on,
        !lists(tokens[head].term).contains(.forHeads)
      {
        break
      }
      var k = at + 1
      if tokens[k].term == words.the { k += 1 }
      guard k < end, isNameWord(k), classes(k).isDisjoint(with: Self.dates) else {
        break
      }
      if isPlace, !isPlaceMatch(k) { break }
      // "Bureau of Energy Affairs on Twitter": where it writes.
      if term == words.on, let outlet = sureSense(matches[k], k),
        !outlet.flags.isDisjoint(with: [.media, .network, .company])
      {
        break
      }
      // "Wolf Brigade of the Latvian Land Forces": a body of another country's, or its own.
      if term == words.of, k == at + 2, head > 0, isNameWord(head - 1),
        isDemonymMatch(matches[k], k), headIndex(Int(matches[k].end), runEnd(k, end)) != nil
      {
        break
      }
      // "Minsk Group of the Organization for …": a body of a body that has its own name.
      if term == words.of, k == at + 2, Int(matches[k].end) >= k + 3,
        head > 0, isNameWord(head - 1), sureSense(matches[k], k)?.kind == .organization
      {
        break
      }
      let run = runEnd(k, end)
      var last = pieceEnd(k, run)
      // "Office of the Deputy Prime Minister"
      if lists(tokens[head].term).contains(.offices) {
        let titles = titleEnd(k, run)
        if titles == run { last = max(last, titles) }
      }
      if last <= k { break }
      // "Ministry of Trade, Industry and Energy"
      if last == run, lists(tokens[head].term).contains(.andHeads) {
        last = listEnd(last, end)
      }
      // "Ministry of Labour and Social Affairs"
      if last >= run, lists(tokens[head].term).contains(.andHeads), last + 1 < end,
        tokens[last].term == words.and, isNameWord(last + 1),
        classes(last + 1).contains(.common), matches[last + 1].end <= Int32(last) + 2
      {
        let more = runEnd(last + 1, end)
        last = pieceEnd(last + 1, more)
      }
      // "Bureau of Nordic and Baltic Affairs"
      if last >= run, let shared = sharedEnd(last, end) { last = shared }
      at = last
    }
    return at
  }

  /// Behind "and Baltic Affairs", where "Nordic" ends at `and`: two regions and the common word
  /// that both qualify; nil if that does not follow.
  private func sharedEnd(_ and: Int, _ end: Int) -> Int? {
    guard and + 2 < end, tokens[and].term == words.and, isNameWord(and + 1),
      classes(and - 1).contains(.direction) || isDemonymMatch(matches[and - 1], and - 1)
    else { return nil }
    let stop = pieceEnd(and + 1, runEnd(and + 1, end))
    guard stop > and + 2, classes(stop - 1).contains(.common),
      classes(stop - 1).contains(.nounPlural), matches[stop - 1].end == 0
    else { return nil }
    return stop
  }
}
