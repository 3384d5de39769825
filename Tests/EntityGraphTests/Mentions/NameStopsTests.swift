import Testing

@testable import EntityGraph

/// Where the passes over names stop, and how the best reading is told.
@Suite struct NameStopsTests {
  /// A letter a token: `C` capital, `n` number, `b` body, `p` particle, `s` sport, `.` another word.
  private static func stops(_ pattern: String) -> (stops: [Int], capitals: [Int], sport: Int) {
    var tokens: [Token] = []
    var classes: [UInt64] = []
    for letter in pattern {
      var flags: TokenFlags = .word
      var bits: WordClass = []
      switch letter {
      case "C": flags = [.word, .capitalized]
      case "n": flags = [.number, .hasDigit]
      case "b": bits = .nominalOrg
      case "p": bits = .particle
      case "s": bits = .sport
      default: break
      }
      tokens.append(Token(start: 0, length: 1, mark: 0, term: 1, flags: flags))
      classes.append(bits.rawValue)
    }
    var memory = [UInt64](repeating: ~0, count: NameStops.memory(tokens.count))
    var sport = 0
    return tokens.withUnsafeBufferPointer { tokens in
      classes.withUnsafeBufferPointer { classes in
        memory.withUnsafeMutableBufferPointer { memory in
          let stops = NameStops(tokens, classes, in: memory, sport: &sport)
          for i in tokens.indices { stops.markStart(i) }
          var found: [Int] = []
          var i = stops.any(from: 0, tokens.count)
          while i < tokens.count {
            found.append(i)
            i = stops.any(from: i + 1, tokens.count)
          }
          return (found, tokens.indices.filter { !stops.isSmall($0) }, sport)
        }
      }
    }
  }

  private static let rows: [(pattern: String, stops: [Int])] = [
    ("", []), (".", []), ("C", [0]), ("..n.C", [2, 4]), ("b.s", [0]), ("p", []), ("p.C", [2]),
    ("pC", [0, 1]), ("ppC", [0, 1, 2]), ("pppC", [0, 1, 2, 3]), ("p..C", [3]), ("pb", [1]),
  ]

  @Test(arguments: [0, 1, 61, 62, 63, 64, 126, 127, 128])
  func stopsWhereANameMayBegin(_ shift: Int) {
    for (pattern, expected) in Self.rows {
      let found = Self.stops(String(repeating: ".", count: shift) + pattern + "...")
      #expect(found.stops == expected.map { $0 + shift })
      #expect(found.sport == pattern.count { $0 == "s" })
      var capitals: [Int] = []
      for (k, letter) in pattern.enumerated() where letter == "C" || letter == "n" {
        capitals.append(k + shift)
      }
      #expect(found.capitals == capitals)
    }
  }

  /// The lead is that over the second, and ties go to reject, place, organization, person.
  @Test func bestReadingHasMostPoints() {
    let kinds: [SenseKind] = [.reject, .place, .organization, .person]
    let values: [Int32] = [-7, 0, 3, 12]
    for code in 0..<256 {
      let points: [Int32] = (0..<4).map { (k: Int) in values[code >> (k * 2) & 3] }
      let scores = NameScores(
        person: points[3], organization: points[2], place: points[1], reject: points[0])
      let top = points.max() ?? 0
      #expect(scores.best.kind == kinds[points.firstIndex(of: top) ?? 0])
      #expect(scores.best.margin == top - points.sorted()[2])
    }
  }
}
