import Testing

@testable import EntityGraph

/// Frames as they are compiled; what they match is tested with the relation stage.
@Suite struct FrameTests {
  static let examples = "  yes \"A go B\" -> A | go | B\n  no \"x\"\n"

  static func compile(_ frame: String) throws -> (rules: CompiledRules, bench: RuleWorkbench) {
    let bench = RuleWorkbench()
    let found = bench.compile(
      "relation any (person | place -> organization)\nlist going = walk \"set off\" run\n"
        + frame + "\n" + examples)
    #expect(found.diagnostics.map(\.description) == [])
    return (try CompiledRules(bytes: #require(found.rules).serialize()), bench)
  }

  static func term(_ bench: RuleWorkbench, _ word: String) -> TermID {
    bench.document(word).table.tokens[0].term
  }

  @Test func verbsWithParticlesAndLists() throws {
    let (rules, bench) = try Self.compile(
      "frame f : any\n  verb go \"set up\" <going> passive\n  args subject -> object | with\n"
        + "  args object -> to")
    #expect(rules.frameCount == 2)
    #expect(rules.frame(0).voice == .passive)
    for (verb, particle, count) in [
      ("go", "", 2), ("walk", "", 2), ("set", "up", 2), ("set", "off", 2), ("set", "", 0),
      ("go", "up", 0), ("letter", "", 0),
    ] {
      let wanted = particle.isEmpty ? 0 : Self.term(bench, particle)
      let found = rules.verbFrames.postings(Self.term(bench, verb))
        .compactMap { rules.verbFrames.frame($0, particle: wanted) }
      #expect(found == Array(0..<count), "\(verb) \(particle)")
      #expect(rules.nounFrames.postings(Self.term(bench, verb)).isEmpty)
    }
    let with = Self.term(bench, "with")
    #expect(rules.frame(0).subjects.map(rules.slot) == [.subject])
    #expect(rules.frame(0).objects.map(rules.slot) == [.object, .preposition(with)])
    #expect(rules.frame(1).subjects.map(rules.slot) == [.object])
    #expect(rules.frame(1).rule == 0)
  }

  @Test func nounsKindsAndOptions() throws {
    let (rules, bench) = try Self.compile(
      "frame f : any\n  noun letter <message>\n  args subject -> of\n  object-head <going> killing\n"
        + "  subject person\n  modality possible\n  label \"wrote\"\n  priority -3")
    let frame = rules.frame(0)
    #expect(rules.nounFrames.postings(Self.term(bench, "letter")).count == 1)
    #expect(frame.subjectKinds == .person)
    #expect(frame.objectKinds == .organization)
    #expect(frame.modality == .possible)
    #expect(frame.priority == -3)
    #expect(rules.string(frame.label) == "wrote")
    for (word, fits) in [("killing", true), ("walk", true), ("letter", false), ("set", false)] {
      let term = Self.term(bench, word)
      #expect(rules.fits(frame.objectHeads, term: term, lemma: term, classes: 0) == fits)
    }
    #expect(rules.fits(0, term: 1, lemma: 1, classes: 0))
  }

  @Test func reversedFramesSwapTheSignature() throws {
    let (rules, _) = try Self.compile(
      "frame f : any\n  verb go\n  args subject -> object\n  reverse\n  object place")
    #expect(rules.frame(0).isReversed)
    #expect(rules.frame(0).subjectKinds == .organization)
    #expect(rules.frame(0).objectKinds == .place)
  }
}
