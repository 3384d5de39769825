/// Listed names that this document uses for something else.
extension EntityStage {
  /// Finds the canonical names that the text itself takes away from what the lists mean by them:
  /// "Ambria Defence Forces (ADF)" is no Australian force, "Nigeria's House of Representatives" not
  /// that of the United States.
  mutating func findRedefined(_ reader: EntityReader, _ mentions: [Mention]) {
    redefined.removeAll(keepingCapacity: true)
    let tokens = reader.table.tokens
    for body in lists.bodies {
      let (index, mention) = (Int(body), mentions[Int(body)])
      // Only a bracket or somebody's ending in front can take a name away.
      let before = Int(mention.first) - 1
      guard before > 0, mention.canonical != 0,
        tokens[before].mark == UInt8(ascii: "(") || tokens[before].flags.contains(.possessive),
        isSpelledOut(index, reader, mentions) || isAnothers(index, reader, mentions),
        !redefined.contains(mention.canonical)
      else { continue }
      redefined.append(mention.canonical)
    }
    if redefined.isEmpty { return }
    for index in mentions.indices
    where mentions[index].kind == .organization && redefined.contains(mentions[index].canonical) {
      // What the lists say of it is said of another.
      infos[index].of = 0
      infos[index].flags = []
    }
  }

  /// A name in brackets whose letters begin the words of the unlisted name in front.
  private mutating func isSpelledOut(_ index: Int, _ reader: EntityReader, _ mentions: [Mention])
    -> Bool
  {
    let tokens = reader.table.tokens
    let short = Int(mentions[index].first)
    guard mentions[index].end - mentions[index].first == 1, short > 1,
      tokens[short].flags.contains(.allCaps), tokens[short - 1].mark == UInt8(ascii: "("),
      let before = mentions[..<index].last, Int(before.end) == short - 1,
      before.kind == .organization, before.form == .name, before.canonical == 0,
      before.end - before.first > 1
    else { return false }
    var letter = Int(tokens[short].start)
    for word in before.tokens where tokens[word].flags.contains(.capitalized) {
      guard letter < Int(tokens[short].end),
        reader.text[Int(tokens[word].start)] == reader.text[letter]
      else { return false }
      letter += 1
    }
    return letter == Int(tokens[short].end)
  }

  /// A body that the lists know of one owner ("Security Council": the UN's) behind another's name.
  private mutating func isAnothers(_ index: Int, _ reader: EntityReader, _ mentions: [Mention])
    -> Bool
  {
    let mention = mentions[index]
    let tokens = reader.table.tokens
    let ending = Int(mention.first) - 1
    guard index > 0, ending > 0, tokens[ending].flags.contains(.possessive),
      let owner = mentions[..<index].suffix(8).last(where: { Int($0.end) == ending }),
      owner.kind == .place,
      owner.canonical != 0, owner.canonical != infos[index].of
    else { return false }
    let full = lexicon.nameText(mention.canonical)
    let own = reader.text[Int(mention.span.start)..<Int(mention.span.end)]
    return full.count > own.count && full.suffix(own.count).elementsEqual(own)
  }
}
