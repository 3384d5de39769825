/// Who holds a function that somebody else held before, or whom the text names behind it.
extension RoleStage {
  /// "X succeeded Y as chairman": the verb, whose subject takes the role.
  mutating func succession(_ end: Int, _ start: Int, _ reader: RoleReader) -> Int? {
    var v = end
    if reader.cover[end] >= 0 {
      let person = reader.mention(upTo: end)
      guard person >= 0, reader.mentions[Int(person)].kind == .person else { return nil }
      v = Int(reader.mentions[Int(person)].first) - 1
      while v > start, reader.has(v, [.honorific, .rank, .title]) { v -= 1 }
    } else if reader.marks(end).contains(.objectPronoun) {
      v = end - 1
    } else {
      return nil
    }
    // "took over from Y as".
    if v - 2 > start, reader.term(v) == words.from, reader.has(v - 1, [.prep, .adv]),
      reader.has(v - 2, [.verb, .verb3sg, .verbPast])
    {
      return v - 2
    }
    guard v > start, reader.lemmaMarks(v).contains(.succeed),
      reader.has(v, [.verb, .verb3sg, .verbPast]), !reader.has(v - 1, .aux)
    else { return nil }
    return v
  }

  /// "was replaced as chairman by Y": who stands behind such a verb's role at `end`, -1 for nobody.
  ///
  /// - Parameter v: the verb.
  func successor(_ v: Int, _ end: Int, _ start: Int, _ limit: Int, _ reader: RoleReader) -> Int32 {
    guard v > start, reader.lemmaMarks(v).contains(.succeed), reader.has(v - 1, [.aux, .adv]),
      end + 1 < limit, reader.term(end) == words.by
    else { return -1 }
    return reader.person(at: end + 1, limit: limit)
  }

  /// "was succeeded by Y as chairman": whether "by" of such a verb stands at `v`.
  mutating func isAgent(_ v: Int, _ start: Int, _ reader: RoleReader) -> Bool {
    v > start && reader.term(v) == words.by && reader.lemmaMarks(v - 1).contains(.succeed)
  }

  /// "The finance chief was Jane Doe."
  mutating func inverse(
    _ s: inout RoleStatement, _ limit: Int, _ reader: RoleReader
  ) -> Bool {
    let k = s.fullEnd
    // "The register names its director as Jane Doe".
    let before = s.front.start - 1
    let isGiven =
      k < limit && reader.term(k) == words.as && before >= 0 && reader.cover[before] < 0
      && !reader.lemmaMarks(before).isDisjoint(with: [.identify, .appoint])
      && !reader.lemmaMarks(before).contains(.link)
    guard k + 1 < limit, isGiven || reader.has(k, .aux) && reader.lemmaMarks(k).contains(.link),
      s.front.article == .definite || s.front.article == .pronoun || s.front.isPossessive
    else { return false }
    let person = reader.person(at: k + 1, limit: limit)
    guard person >= 0 else { return false }
    let end = Int(reader.mentions[Int(person)].end)
    // "The minister was Doe's friend", "the minister is Jane Doe and …".
    guard end >= limit || !reader.isPossessive(end) else { return false }
    s.holder = person
    s.rule = RoleStep.copula
    s.evidence = s.front.start..<end
    return true
  }
}
