/// Where a place or body is, as far as a document or the lexicon tells: country, then region.
///
/// "Tripoli, Lebanon" says it; "Tripoli" alone is where the lexicon has it; of a name with several
/// readings ("Georgia") the one whose country the document's other places are in.
struct HomeFinder {
  private let lexicon: Lexicon
  /// Readings of names as places.
  private var known: [String: [Reading]] = [:]

  private struct Reading {
    var flags: SenseFlags
    var canonical: String
    var of: String
  }

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func find(_ actors: inout [GraphFragment.Actor], stated: [(Int, Int)]) {
    var votes: [String: Int] = [:]
    for actor in actors where actor.kind == .place {
      for country in Set(readings(actor).compactMap(country)) { votes[country, default: 0] += 1 }
    }
    for index in actors.indices where actors[index].kind == .place {
      actors[index].home = reading(actors[index], votes)
    }
    // What the text says goes before; first places, for bodies take theirs.
    for isPlace in [true, false] {
      var found: [Int: [String]] = [:]
      for (inner, outer) in stated
      where actors[outer].kind == .place && found[inner] == nil
        && (actors[inner].kind == .place) == isPlace && actors[inner].kind != .person
      {
        found[inner] = isPlace ? place(in: actors[outer]) : actors[outer].home
      }
      for (index, home) in found where !home.isEmpty { actors[index].home = home }
    }
  }

  /// The home of a place that the text puts into another.
  private mutating func place(in outer: GraphFragment.Actor) -> [String] {
    guard let country = outer.home.first else { return [outer.name] }
    let isRegion = readings(outer).contains {
      $0.flags.contains(.state) || $0.flags.contains(.region)
    }
    return isRegion ? [country, outer.name] : [country]
  }

  private mutating func reading(
    _ actor: GraphFragment.Actor, _ votes: [String: Int]
  ) -> [String] {
    let readings = readings(actor)
    guard readings.count > 1 else { return readings.first.flatMap(country).map { [$0] } ?? [] }
    var best: (votes: Int, home: String)?
    var isClear = false
    for home in Set(readings.compactMap(country)).sorted(by: Mathematics.precedes) {
      // Each votes for itself once.
      let count = votes[home, default: 0]
      isClear = best.map { $0.votes != count } ?? true
      if best.map({ count > $0.votes }) ?? true { best = (count, home) }
    }
    guard isClear, let best, best.votes > 1 else { return [] }
    return [best.home]
  }

  /// A country is its own.
  private func country(_ reading: Reading) -> String? {
    if reading.flags.contains(.country) { return reading.canonical }
    return reading.of.isEmpty ? nil : reading.of
  }

  private mutating func readings(_ actor: GraphFragment.Actor) -> [Reading] {
    let name = actor.canonical.isEmpty ? actor.name : actor.canonical
    if let found = known[name] { return found }
    let found = lookUp(name)
    known[name] = found
    return found
  }

  private func lookUp(_ name: String) -> [Reading] {
    var node: UInt32 = 0
    for (k, word) in name.split(separator: " ").enumerated() {
      let term = lexicon.term(String(word))
      if term == 0 { return [] }
      node = k == 0 ? lexicon.root(term) : lexicon.step(node, term)
      if node == 0 { return [] }
    }
    if node == 0 { return [] }
    return lexicon.senseRange(node).compactMap { index in
      let sense = lexicon.sense(index)
      guard sense.kind == .place else { return nil }
      return Reading(
        flags: sense.flags, canonical: lexicon.name(sense.canonical), of: lexicon.name(sense.of))
    }
  }
}
