/// Pronouns that stand in front of the name that they mean.
extension EntityStage {
  /// "When he took over, Tom Lund cut jobs": the subject of the main clause behind an adverbial one
  /// that opens the sentence or follows an "and"; -1 for none.
  ///
  /// Asked only where nobody of the sentence in front can be meant.
  mutating func ahead(
    of m: Int32, _ token: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    guard isSubject(m, reader), opensAdverbial(token, reader) else { return -1 }
    let sentence = infos[Int(m)].sentence
    var k = Int(m) + 1
    let stop = min(mentions.count, k + 6)
    while k < stop, infos[k].sentence == sentence {
      let mention = mentions[k]
      let comma = comma(before: Int(mention.first), reader)
      if comma > token, mention.form == .name || mention.form == .nominal {
        let isMeant =
          mention.kind == .person && mention.form == .name && isSubject(Int32(k), reader)
          && agree(m, Int32(k)) && !reader.table.tokens[comma].flags.contains(.quoted)
        return isMeant ? Int32(k) : -1
      }
      k += 1
    }
    return -1
  }

  /// "When he", "But after she", ", and while he".
  private mutating func opensAdverbial(_ token: Int, _ reader: EntityReader) -> Bool {
    let sub = token - 1
    guard sub >= 0, reader.has(sub, .sub), reader.term(sub) != words.that else { return false }
    if reader.table.tokens[sub].flags.contains(.sentenceStart) { return true }
    guard sub > 0 else { return false }
    return reader.has(sub - 1, .conj)
      || (reader.table.tokens[sub - 1].mark == UInt8(ascii: ",") && sub > 1
        && reader.has(sub - 2, .conj))
  }

  /// The comma in front of a name and its titles, -1 if something else stands there.
  private mutating func comma(before first: Int, _ reader: EntityReader) -> Int {
    var k = first - 1
    while k > 0, first - k < 5,
      reader.has(k, [.honorific, .title, .rank, .role, .roleMod])
    {
      k -= 1
    }
    return k >= 0 && reader.table.tokens[k].mark == UInt8(ascii: ",") ? k : -1
  }
}
