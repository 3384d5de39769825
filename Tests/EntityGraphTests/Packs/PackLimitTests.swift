import Testing

@testable import EntityGraph

/// A pack from a stranger cannot make look-ups slow nor the compiled form too large.
@Suite struct PackLimitTests {
  private func compile(_ files: [(String, String)], limits: PackLimits = PackLimits())
    -> (knowledge: Knowledge?, errors: [String])
  {
    var compiler = PackCompiler(limits: limits)
    compiler.add(
      PackSource(
        name: "mine", files: files.map { PackSource.File(path: $0.0, bytes: Array($0.1.utf8)) }))
    let bytes = compiler.compile()
    let knowledge = try? Knowledge(storage: BlobStorage(copying: bytes))
    return (knowledge, compiler.errors.map(\.description))
  }

  @Test func bytesAndRows() {
    let table = "# table: words\nalpha\tnoun\nbeta\tnoun\ngamma\tnoun\n"
    var limits = PackLimits()
    limits.packBytes = table.utf8.count
    #expect(
      compile([("a.tsv", table), ("b.tsv", "# table: words\n")], limits: limits).errors == [
        "b.tsv: error: left out, the pack is larger than \(table.utf8.count) bytes; split it or "
          + "leave something out"
      ])
    limits = PackLimits()
    limits.rows = 8
    #expect(
      compile([("a.tsv", table), ("b.tsv", table)], limits: limits).errors == [
        "b.tsv: error: left out, the packs have more than 8 words and rows; leave something out"
      ])
  }

  /// Every reading of a name costs time wherever a text has it.
  @Test func readingsOfOneName() {
    let rows = (0..<100).map { "Acme\torganization\tcompany\tAcme \($0)\n" }.joined()
    let found = compile([("a.tsv", "# table: names list=firms\n" + rows)])
    #expect(found.errors.count == 100 - PackLimits.readings)
    #expect(
      found.errors.first
        == "a.tsv:\(PackLimits.readings + 2): error: the name has more than "
        + "\(PackLimits.readings) readings")
  }

  /// Words that all fall on one slot would make every search of every text long.
  @Test func wordsWithOneHash() throws {
    var chosen: [String] = []
    var number = 0
    while chosen.count < 2_000 {
      number += 1
      let word = "w\(String(number, radix: 36))"
      let bytes = Array(word.utf8) + [UInt8](repeating: 0, count: 8)
      let hash = bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { Folding.hash($0, count: word.utf8.count) } ?? 0
      }
      if hash & 0xFFFF_FFFF < 1 << 23 { chosen.append(word) }
    }
    let found = compile([
      ("a.tsv", "# table: words\n" + chosen.map { "\($0)\tnoun\n" }.joined())
    ])
    #expect(found.errors.count > 800 && found.errors.count < 1_200)
    #expect(
      found.errors.allSatisfy {
        $0.hasPrefix("pack: error: the word 'w")
          && $0.hasSuffix("' is left out: it and too many others have one hash")
      })
    let lexicon = try #require(found.knowledge).lexicon
    #expect(chosen.count { lexicon.term($0) != 0 } == 2_000 - found.errors.count)
  }
}
