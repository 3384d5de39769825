/// Roles of several holders in several bodies, and phrases that rename a body.
extension RoleStage {
  /// "the foreign ministers of A and B, X and Y,": X of A, Y of B.
  ///
  /// - Returns: where to go on; nil if the text pairs nothing up.
  mutating func paired(
    _ s: inout RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Int? {
    guard s.complement >= 0, s.complementIsOf else { return nil }
    let bodies = list(of: [.place, .organization], at: s.end + 1, limit, reader)
    guard bodies.mentions.count > 1, bodies.end + 1 < limit, reader.isComma(bodies.end) else {
      return nil
    }
    let holders = list(of: [.person], at: bodies.end + 1, limit, reader)
    guard holders.mentions.count == bodies.mentions.count else { return nil }
    s.rule = RoleStep.appositionBefore
    s.evidence = s.front.start..<holders.end
    s.complementCandidate = -1
    for (body, holder) in zip(bodies.mentions, holders.mentions) {
      s.complement = body
      s.holder = holder
      append(s.phrase, holder, body, [.complement], s, reader)
    }
    return holders.end
  }

  /// Mentions of some kinds with commas and "and" between them.
  mutating func list(
    of kinds: Set<EntityKind>, at start: Int, _ limit: Int, _ reader: RoleReader
  ) -> (mentions: [Int32], end: Int) {
    var found: [Int32] = []
    var k = start
    var end = start
    while k < limit, found.count < 8 {
      if reader.marks(k).contains(.article) || reader.has(k, .honorific), reader.cover[k] < 0 {
        k += 1
        continue
      }
      guard reader.cover[k] >= 0 else { break }
      let m = reader.mention(from: k)
      guard m >= 0, kinds.contains(reader.mentions[Int(m)].kind) else { break }
      found.append(m)
      end = Int(reader.mentions[Int(m)].end)
      k = end
      guard k + 1 < limit else { break }
      if reader.isComma(k) { k += 1 }
      if k < limit, reader.term(k) == words.and { k += 1 }
      if k == end { break }
    }
    return (found, end)
  }

  /// "two commanders of X, Y and Z,".
  mutating func listed(
    behind s: inout RoleStatement, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    let k = s.fullEnd
    guard hasBody(s), k + 1 < limit, reader.isComma(k) else { return false }
    let holders = list(of: [.person], at: k + 1, limit, reader)
    let end = holders.end
    // "…, X and Y said": they say so of others.
    guard holders.mentions.count > 1,
      end >= limit || !reader.isPossessive(end) && !reader.has(end, .say)
    else { return false }
    s.holder = holders.mentions[0]
    s.rule = RoleStep.appositionBefore
    s.evidence = s.front.start..<end
    return true
  }

  /// "Y and Z, journalists at X,".
  mutating func listed(
    before s: inout RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    let comma = s.front.start - 1
    let k = s.fullEnd
    guard hasBody(s), comma > start, reader.isComma(comma),
      // "Asked about Y and Z, officials of X said": they are somebody else.
      k >= limit || !reader.isWord(k) || reader.cover[k] >= 0 || reader.has(k, [.prep, .adv]),
      let last = person(upTo: comma - 1, reader)
    else { return false }
    var first = Int(reader.mentions[Int(last)].first)
    guard first - 1 > start, reader.term(first - 1) == words.and else { return false }
    var holder: Int32 = -1
    var steps = 0
    while first - 1 > start, steps < 6,
      reader.term(first - 1) == words.and || reader.isComma(first - 1),
      let before = person(upTo: first - 2, reader)
    {
      holder = before
      first = Int(reader.mentions[Int(before)].first)
      steps += 1
    }
    guard holder >= 0 else { return false }
    s.holder = holder
    s.rule = RoleStep.apposition
    s.evidence = first..<s.fullEnd
    return true
  }

  private func hasBody(_ s: RoleStatement) -> Bool {
    s.front.of >= 0 || s.front.candidate >= 0 || s.complement >= 0 || s.complementCandidate >= 0
  }

  /// The person whose name ends at a token.
  private func person(upTo k: Int, _ reader: RoleReader) -> Int32? {
    guard k >= 0, reader.cover[k] >= 0 else { return nil }
    let found = reader.mention(upTo: k)
    return found >= 0 && reader.mentions[Int(found)].kind == .person ? found : nil
  }

  /// "the Houthis, an Iran-backed group that …", "Acme, Norway's largest bank,": the phrase behind
  /// the comma is the body in front of it.
  mutating func renameBodies(_ reader: RoleReader) {
    for k in pronounCount..<max(pronounCount, candidates.count) {
      let (candidate, note) = (candidates[k], candidateNotes[k])
      guard candidate.kind == .organization, candidate.form == .nominal,
        note.flags.contains(.indefinite) || note.flags.contains(.standsAlone)
      else { continue }
      let comma = Int(candidate.first) - 1
      guard comma > 0, reader.isComma(comma), reader.cover[comma - 1] >= 0 else { continue }
      let m = reader.mention(upTo: comma - 1)
      guard m >= 0, reader.mentions[Int(m)].kind == .organization else { continue }
      let end = Int(candidate.end)
      guard
        end >= reader.table.tokens.count || reader.flags(end).contains(.punctuation)
          || reader.has(end, [.prep, .wh, .verbPart])
          || reader.has(end, .sub) && !reader.has(end, .conj)
      else { continue }
      appositions.append((-2 - Int32(k), m))
    }
  }
}
