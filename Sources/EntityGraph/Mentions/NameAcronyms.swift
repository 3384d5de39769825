/// Acronyms that are written like a word ("Sepa"), and in the plural ("NGOs").
extension NameReader {
  /// Lengths of initials that are remembered: two letters spell too much.
  private static let initialCounts = 3...7

  /// Remembers the initials of a body's name, with the small words in it and without.
  func noteInitials(_ first: Int, _ end: Int) {
    guard end - first >= Self.initialCounts.lowerBound else { return }
    var long = (letters: UInt64(0), count: 0)
    var short = long
    for i in first..<end {
      let token = tokens[i]
      guard token.flags.contains(.word), !token.flags.contains(.possessive) else { continue }
      let letter = letter(Int(token.start))
      guard letter != 0 else { return }
      long = (long.letters << 8 | letter, long.count + 1)
      if !classes(i).isDisjoint(with: [.det, .prep, .conj]) { continue }
      short = (short.letters << 8 | letter, short.count + 1)
    }
    for spelled in [long, short] where Self.initialCounts.contains(spelled.count) {
      state.pointee.memory.noteInitials(spelled.letters)
    }
  }

  /// Whether a capitalized word that nobody knows spells the initials of a body of the document:
  /// "Sepa" beside "Scottish Environment Protection Agency".
  func spellsBody(_ i: Int) -> Bool {
    let token = tokens[i]
    guard Self.initialCounts.contains(Int(token.length)), classBits[i] == 0, matches[i].end == 0,
      token.flags.contains(.capitalized),
      token.flags.isDisjoint(with: [.allCaps, .mixedCase, .hyphenated, .hasDigit])
    else { return false }
    var letters: UInt64 = 0
    for at in Int(token.start)..<Int(token.end) {
      let letter = letter(at)
      if letter == 0 { return false }
      letters = letters << 8 | letter
    }
    return state.pointee.memory.hasInitials(letters)
  }

  /// "information and communication technology (ICT)": a thing that small words in front of the
  /// bracket spell, no body ("aid agency" would be one).
  func spellsWords(_ i: Int) -> Bool {
    guard i >= 3, i + 1 < tokens.count, tokens[i - 1].mark == UInt8(ascii: "("),
      tokens[i + 1].mark == UInt8(ascii: ")"), tokens[i].length <= 6,
      classes(i - 2).isDisjoint(with: [.nominalOrg, .people])
    else { return false }
    var at = Int(tokens[i].end) - 1
    let start = Int(tokens[i].start)
    // The plural's s.
    if view.pointee.text[at] == UInt8(ascii: "s"), at > start { at -= 1 }
    var k = i - 2
    var words = 0
    while k >= 0, at >= start {
      let token = tokens[k]
      guard token.flags.contains(.word), token.flags.isDisjoint(with: [.capitalized, .possessive])
      else { return false }
      // "anti-social" gives two letters.
      if token.flags.contains(.hyphenated), at > start,
        let dash = (Int(token.start)..<Int(token.end)).first(where: {
          view.pointee.text[$0] == UInt8(ascii: "-")
        }), letter(dash + 1) == letter(at), letter(Int(token.start)) == letter(at - 1)
      {
        at -= 2
        words += 1
      } else if letter(Int(token.start)) == letter(at) {
        at -= 1
        words += 1
      } else if classes(k).isDisjoint(with: [.det, .prep, .conj]) {
        return false
      }
      k -= 1
    }
    return at < start && words >= 2
  }

  /// `NGOs`, `GCSEs`: a small s behind capitals.
  @inline(__always)
  func isPluralAcronym(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.length >= 3 else { return false }
    let text = view.pointee.text
    let last = Int(token.end) - 1
    // Of most words the last letter but one is small.
    let ending = UInt32(text[last - 1] & 0x20) << 8 | UInt32(text[last])
    return ending == UInt32(UInt8(ascii: "s")) && isCapitals(token)
  }

  @inline(never)
  private func isCapitals(_ token: Token) -> Bool {
    guard token.flags.contains(.capitalized), token.length <= 7 else { return false }
    return view.pointee.text[Int(token.start)..<Int(token.end) - 1].allSatisfy { ($0 &- 65) < 26 }
  }

  /// The small ASCII letter at a byte of the text, 0 if there is none.
  private func letter(_ at: Int) -> UInt64 {
    let c = view.pointee.text[at] | 0x20
    return (c &- 97) < 26 ? UInt64(c) : 0
  }
}
