import Testing

@testable import EntityGraph

/// What goes into a compiled lexicon comes out of it.
@Suite struct LexiconLayoutTests {
  /// More words than two blocks of offsets and many words of the bit sets hold.
  static let words = (1...700).map { "word\(String($0, radix: 7))" } + ["a", "café", "naïve"]

  private static func builder() -> LexiconBuilder {
    var builder = LexiconBuilder()
    for (k, word) in words.enumerated() {
      let term = builder.term(Folding.fold(word) ?? [])
      let base = k % 3 == 0 ? builder.term(Folding.fold(words[0]) ?? []) : nil
      builder.add(
        term: term, classes: UInt64(k % 5), lemma: base, score: UInt32(k % 32) << 3)
    }
    let sense = Sense(
      kind: .organization, population: 3, list: 1, flags: [.company, .solo],
      canonical: builder.name("Canonical"), of: builder.name("Owner"))
    for (k, word) in words.enumerated() where k % 2 == 0 {
      let term = builder.knownTerm(Folding.fold(word) ?? [])
      let next = builder.knownTerm(Folding.fold(words[(k * 31 + 7) % words.count]) ?? [])
      _ = builder.add(name: [term], sense: sense) { _ in true }
      _ = builder.add(name: [term, next], sense: sense) { _ in true }
      var place = sense
      place.kind = .place
      _ = builder.add(name: [term, next], sense: place) { _ in true }
    }
    return builder
  }

  private static func blob(_ builder: LexiconBuilder) -> [UInt8] {
    var blob = BlobWriter()
    builder.write(into: &blob)
    return blob.bytes()
  }

  @Test func findsEveryWord() {
    let builder = Self.builder()
    let lexicon = Lexicon(storage: BlobStorage(copying: Self.blob(builder)))
    for (k, word) in Self.words.enumerated() {
      let term = lexicon.term(word)
      #expect(term == builder.knownTerm(Folding.fold(word) ?? []))
      #expect(lexicon.classes(term).rawValue == UInt64(k % 5))
      #expect(lexicon.lemma(term) == (k % 3 == 0 ? lexicon.term(Self.words[0]) : term))
      #expect(lexicon.scores(term).first == (k % 32) << 3)
    }
    for word in ["", "word", "word0", "word11111", "cafes"] { #expect(lexicon.term(word) == 0) }
  }

  @Test func findsEveryName() {
    let lexicon = Lexicon(storage: BlobStorage(copying: Self.blob(Self.builder())))
    for (k, word) in Self.words.enumerated() {
      let root = lexicon.root(lexicon.term(word))
      #expect((root != 0) == (k % 2 == 0))
      guard root != 0 else { continue }
      let next = lexicon.term(Self.words[(k * 31 + 7) % Self.words.count])
      let node = lexicon.step(root, next)
      #expect(lexicon.step(root, next + 1) == 0 && lexicon.step(node, next) == 0)
      let senses = [root, node].map { lexicon.senseRange($0).map { lexicon.sense($0) } }
      #expect(senses.map { $0.map(\.kind) } == [[.organization], [.organization, .place]])
      for sense in senses.joined() {
        #expect(sense.population == 3 && sense.list == 1 && sense.flags == [.company, .solo])
        #expect(lexicon.name(sense.canonical) == "Canonical" && lexicon.name(sense.of) == "Owner")
      }
    }
  }

  @Test func givesTheSameBytesWhenTakenOver() {
    let bytes = Self.blob(Self.builder())
    var builder = LexiconBuilder()
    builder.adopt(Lexicon(storage: BlobStorage(copying: bytes)))
    #expect(Self.blob(builder) == bytes)
  }

  @Test func emptyKnowsNothing() {
    let lexicon = Lexicon(storage: BlobStorage(copying: []))
    #expect(lexicon.term("word") == 0 && lexicon.root(1) == 0 && lexicon.word(1).isEmpty)
  }
}
