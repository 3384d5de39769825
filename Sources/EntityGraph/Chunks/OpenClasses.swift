/// The open classes that a word can have, whatever stands around it.
enum OpenClasses {
  static let all: WordClass = [
    .noun, .nounPlural, .verb, .verb3sg, .verbPast, .verbPart, .verbIng, .adj, .adv,
  ]
  private static let persons: WordClass = [
    .role, .kin, .rank, .title, .honorific, .nominalPerson, .people,
  ]

  /// What a word can be of which the lexicon says none of these, by its ending.
  @inline(never)
  static func guess(
    _ known: UInt64, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
  ) -> WordClass {
    let end = Int(token.end)
    guard known & persons.rawValue == 0, token.flags.contains(.word), token.length > 3,
      end <= text.count
    else { return .noun }
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
