/// What stands behind a role or its holder: a posting, a topic, the body, the seat.
extension RoleStage {
  /// "ambassador to the United Nations": where the holder is posted is not the body, but stands
  /// between the role and the name.
  mutating func behindPosting(_ end: Int, _ limit: Int, _ reader: RoleReader) -> Int {
    guard end + 1 < limit, reader.term(end) == words.to || reader.term(end) == words.in else {
      return end
    }
    var k = end + 1
    if reader.marks(k).contains(.article) { k += 1 }
    guard k < limit, reader.cover[k] >= 0, reader.mention(from: k) >= 0 else { return end }
    return Int(reader.mentions[Int(reader.cover[k])].end)
  }

  /// "spokeswoman for women's rights Jane Doe": a topic in small letters in between.
  mutating func behindTopic(_ end: Int, _ limit: Int, _ reader: RoleReader) -> Int32? {
    guard end + 2 < limit, reader.has(end, .prep) else { return nil }
    var k = end + 1
    while k < limit, k < end + 7 {
      if reader.cover[k] >= 0 {
        let m = reader.mention(from: k)
        guard k > end + 1, m >= 0, reader.mentions[Int(m)].kind == .person,
          reader.mentions[Int(m)].end - reader.mentions[Int(m)].first > 1
        else { return nil }
        return m
      }
      if reader.has(k, .honorific), k > end + 1 {
        let m = reader.person(at: k, limit: limit)
        return m >= 0 ? m : nil
      }
      let isTopic =
        reader.isPossessive(k) || reader.term(k) == words.and
        || (reader.isWord(k) && reader.has(k, [.noun, .nounPlural, .adj, .people])
          && !reader.has(k, [.det, .pron, .verbPast, .aux, .modal, .say, .role]))
      if !isTopic { return nil }
      k += 1
    }
    return nil
  }

  /// "President X of Y", "Spc. X/U.S. Army".
  mutating func readBehind(
    _ s: inout RoleStatement, _ end: Int, _ limit: Int, _ reader: RoleReader
  ) {
    guard s.front.of < 0, s.front.candidate < 0, end + 1 < limit else { return }
    var k = end
    if reader.term(k) == words.of {
      k += 1
      if k < limit, reader.marks(k).contains(.article) { k += 1 }
      // "of the 2nd Circuit Court", "of the smaller Acme company"
      var steps = 0
      while k < limit, steps < 2, reader.cover[k] < 0,
        reader.flags(k).contains(.number) || (reader.isWord(k) && reader.has(k, .adj))
      {
        k += 1
        steps += 1
      }
    } else if reader.mark(k) == UInt8(ascii: "/") {
      k += 1
    } else if isSeat(k, limit, reader),
      reader.marks(s.phrase.head).union(reader.lemmaMarks(s.phrase.head)).contains(.seat)
    {
      k += 3
    } else {
      return
    }
    guard k < limit, reader.cover[k] >= 0 else { return }
    var m = reader.mention(from: k)
    guard m >= 0, reader.mentions[Int(m)].kind != .person else { return }
    // "of Boston's Mercy Hospital".
    let after = Int(reader.mentions[Int(m)].end)
    if after + 1 < limit, reader.isPossessive(after), reader.cover[after + 1] >= 0 {
      let body = reader.mention(from: after + 1)
      if body >= 0, reader.mentions[Int(body)].kind == .organization { m = body }
    }
    s.behind = m
    s.evidence = s.evidence.lowerBound..<Int(reader.mentions[Int(m)].end)
  }

  /// ", D-Ohio" and "(R-Texas)" behind a name: party and seat.
  private mutating func isSeat(_ k: Int, _ limit: Int, _ reader: RoleReader) -> Bool {
    k + 3 < limit && (reader.isComma(k) || reader.mark(k) == UInt8(ascii: "("))
      && reader.table.tokens[k + 1].length == 1 && reader.isCapital(k + 1)
      && reader.mark(k + 2) == UInt8(ascii: "-")
      && !reader.flags(k + 2).contains(.spaceBefore)
      && !reader.flags(k + 3).contains(.spaceBefore)
  }
}
