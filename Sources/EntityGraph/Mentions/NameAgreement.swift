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
    state.pointee.candidates.withUnsafeMutableBufferPointer { all in
      var k = 0
      while k < all.count {
        var end = k
        var links = 0
        var hasAnd = false
        while let next = nextMember(end, all, &hasAnd) {
          end = next
          links += 1
        }
        if links >= 2 || hasAnd { settle(k...end, all) }
        k = end + 1
      }
    }
  }

  /// The candidate that a comma or "and" joins to the one at `k`.
  @inline(__always)
  private func nextMember(
    _ k: Int, _ all: UnsafeMutableBufferPointer<NameCandidate>, _ hasAnd: inout Bool
  ) -> Int? {
    let (end, sentence) = (all[k].end, all[k].sentence)
    var next = k + 1
    while next < all.count, all[next].first < end { next += 1 }
    // Mostly it stands farther away than a comma and an "and".
    guard next < all.count, all[next].first &- end &- 1 <= 1, all[next].first > end,
      all[next].sentence == sentence
    else { return nil }
    return isLinked(Int(end), Int(all[next].first), &hasAnd) ? next : nil
  }

  /// Whether a comma, "and" or both are all that stands between two tokens.
  @inline(never)
  private func isLinked(_ start: Int, _ stop: Int, _ hasAnd: inout Bool) -> Bool {
    var i = start
    let hasComma = tokens[i].mark == UInt8(ascii: ",")
    if hasComma { i += 1 }
    if i < stop, tokens[i].term == words.and || tokens[i].term == words.or {
      // Behind a comma alone, "and" may begin a clause.
      if !hasComma { hasAnd = true }
      i += 1
    }
    return i == stop
  }

  /// What needs no agreement: listed, or with a clear lead.
  private func isSure(_ c: NameCandidate) -> Bool { c.margin >= 24 }

  private func settle(
    _ range: ClosedRange<Int>, _ all: UnsafeMutableBufferPointer<NameCandidate>
  ) {
    var kind: SenseKind?
    for k in range where isSure(all[k]) {
      let found = all[k].kind
      if found == .demonym || found == .reject || (kind != nil && kind != found) { return }
      kind = found
    }
    guard let kind else { return }
    for k in range
    where !isSure(all[k]) && all[k].kind != kind {
      let c = all[k]
      guard c.end - c.first == 1 || c.kind != .person,
        c.rule == rules.context || c.flags.contains(.ambiguous),
        c.features != NameFeatures()
      else { continue }
      let scores = score(c.features)
      let own = scores.points(kind)
      guard own > 0, Int(own) + 30 >= Int(scores.points(c.kind)) else { continue }
      all[k].kind = kind
      all[k].rule = rules.short
      all[k].canonical = 0
      all[k].flags = []
    }
  }

  // MARK: Bodies named for persons and towns

  /// "Acme Motors … Acme … Jane Acme": short for the body as long as the text has named nobody so.
  func standsForBody(_ c: NameCandidate, _ entry: NameMemory.Entry) -> Bool {
    entry.organization > 0 && entry.body >= 0 && entry.bodyKind == .organization
      && entry.body < c.first && entry.source > c.first && c.margin < 60
      && !c.features.contains(.afterHonorific) && !c.features.contains(.afterTitle)
  }

  /// "Clearwater said": a town's name that speaks or owns where a firm that begins with it was named.
  func isTownOfFirm(_ c: NameCandidate, _ entry: NameMemory.Entry) -> Bool {
    c.flags.contains(.city) && !c.features.contains(.listLargeCity) && entry.placed == 0
      && classes(Int(entry.bodyEnd) - 1).contains(.orgSuffix)
      && (c.features.contains(.beforeSay) || c.features.contains(.beforeActOrg)
        || c.features.contains(.beforeAux))
  }

  /// "Jane Doe's firm, Doe & Sons": the surname alone is hers.
  func isPartner(_ entry: NameMemory.Entry) -> Bool {
    entry.source >= 0 && entry.body >= 0 && Int(entry.body) + 1 < tokens.count
      && tokens[Int(entry.body) + 1].mark == UInt8(ascii: "&")
  }

  /// "Stone, the construction giant,", "Stone's former chief executive": a listed firm, although
  /// somebody of the text has its name.
  func isFirm(_ c: NameCandidate) -> Bool {
    c.kind == .organization && c.flags.contains(.company)
      && (c.features.contains(.beforeOrgApposition)
        || (c.features.contains(.beforePossessive) && c.features.contains(.beforeRole)))
  }

  /// "Vale, 38, who": no body has an age.
  func isSurelyHuman(_ features: NameFeatures) -> Bool {
    features.contains(.beforeAge) || features.contains(.beforeWho)
      || features.contains(.afterHonorific)
  }
}
