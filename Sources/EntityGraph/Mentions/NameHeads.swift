/// Heads of bodies and what belongs to them behind: "of Foreign Affairs", "and Trade".
extension NameStage {
  /// The last word of a body's name in `a..<end` (Ministry, Party, Inc), nil if none.
  func headIndex(_ a: Int, _ end: Int, _ table: TokenTable) -> Int? {
    var k = end - 1
    while k >= a {
      let bits = classes(k, table)
      if !bits.isDisjoint(with: [.orgHead, .orgSuffix]) { return k }
      k -= 1
    }
    return nil
  }

  /// Behind ", Industry" and ", Trade" if an "and" goes on; `last` if no list follows.
  private func listEnd(_ last: Int, _ end: Int, _ table: TokenTable) -> Int {
    var at = last
    while at + 1 < end, table.tokens[at].mark == UInt8(ascii: ","), isNameWord(at + 1, table) {
      let run = runEnd(at + 1, end, table)
      for k in at + 1..<run where !classes(k, table).contains(.common) { return last }
      at = run
      if at < end, table.tokens[at].mark == UInt8(ascii: ","), at + 1 < end,
        table.tokens[at + 1].term == words.and
      {
        at += 1
      }
      if at + 1 < end, table.tokens[at].term == words.and, isNameWord(at + 1, table),
        classes(at + 1, table).contains(.common), matches[at + 1].end <= Int32(at) + 2
      {
        return at
      }
    }
    return last
  }

  /// A first name and a surname that are no common words.
  private func isFullName(_ i: Int, _ table: TokenTable) -> Bool {
    classes(i, table).contains(.first) && !classes(i, table).contains(.common)
      && isNameWord(i, table) && isNameWord(i + 1, table)
      && !classes(i + 1, table).contains(.common)
      && classes(i + 1, table).isDisjoint(with: [.orgHead, .orgSuffix, .placeHead])
  }

  /// The end of the body whose head is at `head`: "of Foreign Affairs", "of the Red Cross",
  /// "and Trade" behind it belong to it.
  func extendOf(_ head: Int, _ pieceStop: Int, _ end: Int, _ table: TokenTable) -> Int {
    // What follows the head directly is part of it (Task Force Iraq), unless a person begins.
    var stop = head + 1
    let linked = [words.of, words.for, words.on].contains(
      stop < table.tokens.count ? table.tokens[stop].term : 0)
    if stop < pieceStop, !linked || !classes(head, table).contains(.orgOf) {
      let strong = lexicon.scores(table.tokens[stop].term).first
      let person =
        strong > 120 || (strong > 40 && stop + 2 == pieceStop && isFullName(stop, table))
      stop = person ? stop : pieceStop
    }
    guard stop == pieceStop || stop == head + 1, classes(head, table).contains(.orgOf),
      stop == head + 1
    else { return stop }
    var at = stop
    for _ in 0..<2 {
      guard at + 1 < end else { break }
      let term = table.tokens[at].term
      guard term == words.of || term == words.for || (term == words.on) else { break }
      if term != words.of, !forHeads.contains(table.tokens[head].term) { break }
      var k = at + 1
      if table.tokens[k].term == words.the { k += 1 }
      guard k < end, isNameWord(k, table), classes(k, table).isDisjoint(with: Self.dates) else {
        break
      }
      let run = runEnd(k, end, table)
      var last = pieceEnd(k, run, table)
      // "Office of the Deputy Prime Minister"
      if offices.contains(table.tokens[head].term) {
        let titles = titleEnd(k, run, table)
        if titles == run { last = max(last, titles) }
      }
      if last <= k { break }
      // "Ministry of Trade, Industry and Energy"
      if last == run, andHeads.contains(table.tokens[head].term) {
        last = listEnd(last, end, table)
      }
      // "Ministry of Labour and Social Affairs"
      if last >= run, andHeads.contains(table.tokens[head].term), last + 1 < end,
        table.tokens[last].term == words.and, isNameWord(last + 1, table),
        classes(last + 1, table).contains(.common), matches[last + 1].end <= Int32(last) + 2
      {
        let more = runEnd(last + 1, end, table)
        last = pieceEnd(last + 1, more, table)
      }
      at = last
    }
    return at
  }
}
