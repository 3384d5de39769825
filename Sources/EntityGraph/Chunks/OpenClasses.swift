/// The open classes that a word can have, whatever stands around it.
enum OpenClasses {
  private static let open: WordClass = [
    .noun, .nounPlural, .verb, .verb3sg, .verbPast, .verbPart, .verbIng, .adj, .adv,
  ]
  private static let persons: WordClass = [
    .role, .kin, .rank, .title, .honorific, .nominalPerson, .people,
  ]

  /// What the lexicon says; guessed from the word's ending where no list knows it.
  @inline(__always)
  static func of(_ known: WordClass, _ token: Token, _ text: [UInt8]) -> WordClass {
    let found = known.intersection(open)
    if !found.isEmpty { return found }
    if !known.isDisjoint(with: persons) { return .noun }
    return guess(token, text)
  }

  private static func guess(_ token: Token, _ text: [UInt8]) -> WordClass {
    guard token.flags.contains(.word), token.length > 3 else { return .noun }
    let end = Int(token.end)
    let a = text[end - 1] | 0x20
    let b = text[end - 2] | 0x20
    let c = text[end - 3] | 0x20
    if b == 0x65, a == 0x64 { return [.verbPast, .verbPart, .adj] }  // -ed
    if c == 0x69, b == 0x6E, a == 0x67 { return [.verbIng, .noun, .adj] }  // -ing
    if b == 0x6C, a == 0x79 { return .adv }  // -ly
    if a == 0x73, b != 0x73 { return .nounPlural }
    if token.flags.contains(.hyphenated) { return [.adj, .noun] }
    return .noun
  }
}
