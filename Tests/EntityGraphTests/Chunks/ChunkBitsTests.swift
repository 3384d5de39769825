import Testing

@testable import EntityGraph

@Suite struct ChunkBitsTests {
  typealias Rows = (stops: [Bool], breaks: [Bool], pairs: [Bool], doubtful: [Bool])

  /// What the bits say of each token.
  private func read(_ tags: [PartOfSpeech], _ names: [UInt8]) throws -> Rows {
    var tags = tags
    var room = [UInt8](repeating: 0xA5, count: ChunkBits.size(tokens: tags.count))
    return try tags.withUnsafeMutableBufferPointer { tags in
      try names.withUnsafeBufferPointer { names in
        try room.withUnsafeMutableBufferPointer { room in
          let bits = try #require(ChunkBits(tags, names, in: room))
          func row(_ place: UnsafeRawPointer) -> [Bool] {
            tags.indices.map { ChunkBits.window(place, $0) & 1 != 0 }
          }
          // Behind the last token nothing begins, and everything ends.
          #expect(ChunkBits.window(bits.stops, tags.count) == 0)
          #expect(ChunkBits.window(bits.breaks, tags.count).trailingZeroBitCount == 0)
          return (row(bits.stops), row(bits.breaks), row(bits.pairs), row(bits.doubtful))
        }
      }
    }
  }

  @Test func everyPairOfTags() throws {
    for first in PartOfSpeech.allCases {
      for second in PartOfSpeech.allCases {
        // Across the border of two groups of eight as well.
        for shift in [0, 7, 8] {
          let tags = [PartOfSpeech](repeating: .other, count: shift) + [first, second]
          let rows = try read(tags, [UInt8](repeating: 0, count: tags.count))
          let opens: Set<PartOfSpeech> = [
            .pronoun, .noun, .nounPlural, .proper, .number, .adjective, .determiner,
            .possessivePronoun, .adverb, .negation, .verbBase, .verbPresent, .verbPast,
            .verbParticiple, .verbIng, .auxiliary, .modal, .infinitive,
          ]
          let goesOn: Set<PartOfSpeech> = [.noun, .nounPlural, .proper, .number, .adjective]
          let isName = first == .proper || first == .nounPlural
          #expect(rows.stops[shift] == opens.contains(first))
          #expect(rows.breaks[shift + 1] == (first == .pronoun || !goesOn.contains(second)))
          #expect(rows.doubtful[shift + 1] == (isName && goesOn.contains(second)))
          #expect(rows.pairs[shift + 1] == (isName && (second == .number || second == .adjective)))
        }
      }
    }
  }

  @Test(arguments: [
    (NameMark.none, PartOfSpeech.number, false), (NameMark.inside, .number, true),
    (NameMark.last, .number, true), (NameMark.last, .noun, false),
    (NameMark.adjective, .adjective, false), (NameMark.lastOfPerson, .noun, false),
    (NameMark.lastOfPlace, .noun, true), (NameMark.lastOfPlace, .preposition, false),
  ])
  func namesBefore(mark: UInt8, tag: PartOfSpeech, isPair: Bool) throws {
    for shift in 0..<18 {
      let blank = [PartOfSpeech](repeating: .other, count: shift)
      let names = [UInt8](repeating: 0, count: shift) + [mark, 0]
      #expect(try read(blank + [.noun, tag], names).pairs[shift + 1] == isPair)
    }
  }

  @Test func tooLittleRoom() {
    var tags: [PartOfSpeech] = [.noun]
    var room = [UInt8](repeating: 0, count: ChunkBits.size(tokens: 1) - 1)
    let names: [UInt8] = [0]
    tags.withUnsafeMutableBufferPointer { tags in
      names.withUnsafeBufferPointer { names in
        room.withUnsafeMutableBufferPointer { #expect(ChunkBits(tags, names, in: $0) == nil) }
      }
    }
  }
}
