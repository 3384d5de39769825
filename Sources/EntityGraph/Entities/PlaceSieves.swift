/// The sieve for places: "Evin prison" and "Evin", "Kachin region" and "Kachin".
extension EntityStage {
  /// Joins a name with the same name in front of a small noun, unless it is a city or country, which
  /// has things of its name ("Leeds airport") but is none of them.
  mutating func joinPlaces(_ reader: EntityReader, _ mentions: [Mention]) {
    table.removeAll()
    var found = false
    for index in lists.places {
      let mention = mentions[Int(index)]
      guard mention.end - mention.first > 1 else { continue }
      var last = Int(mention.end) - 1
      guard !reader.table.tokens[last].flags.contains(.capitalized) else { continue }
      while last > Int(mention.first) + 1,
        !reader.table.tokens[last - 1].flags.contains(.capitalized)
      {
        last -= 1
      }
      note(reader.letters(Int(mention.first)..<last).key(47), index)
      found = true
    }
    guard found else { return }
    for index in lists.places {
      guard let known = table.value(LetterHash.key(keys[Int(index)], 47)), known >= 0,
        infos[Int(index)].flags.isDisjoint(with: [.city, .country, .capital])
      else { continue }
      join(index, known, .shortForm)
    }
  }
}
