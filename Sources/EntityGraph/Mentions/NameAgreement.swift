/// One sense a document and one kind a list, for names that no list of names holds.
extension NameReader {
  /// Adds what speaks for the kinds of a word that stands alone.
  func note(_ c: NameCandidate, _ term: TermID) {
    let scores = score(c.features)
    state.pointee.memory.update(term) {
      $0.alone += 1
      $0.points.person &+= scores.person
      $0.points.organization &+= scores.organization
      $0.points.place &+= scores.place
      $0.points.reject &+= scores.reject
    }
  }

  /// The kind for which a word's places in the document speak together, nil in doubt.
  func sense(_ entry: NameMemory.Entry) -> SenseKind? {
    guard entry.alone >= 2, entry.surname == 0, entry.firstName == 0, entry.organization == 0,
      entry.place == 0
    else { return nil }
    let best = entry.points.best
    return best.margin >= 10 && best.kind != .reject ? best.kind : nil
  }

  /// Gives doubtful members of a list the kind that the sure ones have: "Leica and Qorvex".
  func agree() {
    var k = 0
    while k < state.pointee.candidates.count {
      var end = k
      var links = 0
      var hasAnd = false
      while let next = nextMember(end, &hasAnd) {
        end = next
        links += 1
      }
      if links >= 2 || hasAnd { settle(k...end) }
      k = end + 1
    }
  }

  /// The candidate that a comma or "and" joins to the one at `k`.
  private func nextMember(_ k: Int, _ hasAnd: inout Bool) -> Int? {
    let c = state.pointee.candidates[k]
    var next = k + 1
    while next < state.pointee.candidates.count, state.pointee.candidates[next].first < c.end {
      next += 1
    }
    guard next < state.pointee.candidates.count,
      state.pointee.candidates[next].sentence == c.sentence
    else { return nil }
    var i = Int(c.end)
    let stop = Int(state.pointee.candidates[next].first)
    guard stop > i, stop - i <= 2 else { return nil }
    let hasComma = tokens[i].mark == UInt8(ascii: ",")
    if hasComma { i += 1 }
    if i < stop, tokens[i].term == words.and || tokens[i].term == words.or {
      // Behind a comma alone, "and" may begin a clause.
      if !hasComma { hasAnd = true }
      i += 1
    }
    return i == stop ? next : nil
  }

  /// What needs no agreement: listed, or with a clear lead.
  private func isSure(_ c: NameCandidate) -> Bool { c.margin >= 24 }

  private func settle(_ range: ClosedRange<Int>) {
    var kind: SenseKind?
    for k in range where isSure(state.pointee.candidates[k]) {
      let found = state.pointee.candidates[k].kind
      if found == .demonym || found == .reject || (kind != nil && kind != found) { return }
      kind = found
    }
    guard let kind else { return }
    for k in range
    where !isSure(state.pointee.candidates[k]) && state.pointee.candidates[k].kind != kind {
      let c = state.pointee.candidates[k]
      guard c.end - c.first == 1 || c.kind != .person,
        c.rule == rules.context || c.flags.contains(.ambiguous),
        c.features != NameFeatures()
      else { continue }
      let scores = score(c.features)
      let own = scores.points(kind)
      guard own > 0, Int(own) + 30 >= Int(scores.points(c.kind)) else { continue }
      state.pointee.candidates[k].kind = kind
      state.pointee.candidates[k].rule = rules.short
      state.pointee.candidates[k].canonical = 0
      state.pointee.candidates[k].flags = []
    }
  }
}
