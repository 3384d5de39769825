/// Who holds a function that somebody else held before.
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

  /// "was succeeded by Y as chairman": whether "by" of such a verb stands at `v`.
  mutating func isAgent(_ v: Int, _ start: Int, _ reader: RoleReader) -> Bool {
    v > start && reader.term(v) == words.by && reader.lemmaMarks(v - 1).contains(.succeed)
  }
}
