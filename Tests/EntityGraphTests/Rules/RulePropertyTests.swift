import Testing

@testable import EntityGraph

/// Random packs, patterns, sentences and bytes.
@Suite struct RulePropertyTests {
  /// Repeatable random numbers (SplitMix64).
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    mutating func pick<T>(_ items: [T]) -> T {
      items[Int.random(in: 0..<items.count, using: &self)]
    }
  }

  static let leaves = [
    "\"a\"", "\"b\"", "'B'", "\",\"", "[cap]", "[lower]", "[any]", "[-cap -\"a\"]", "<det>",
    "<pair>", "person", "place", "entity", "[-entity]", "verb<go>", "verb", "np<head=\"b\">",
    "\"b*\"", "<det|pair>", "place<adjective>", "[person]",
  ]

  static func pattern(_ dice: inout Dice, depth: Int) -> String {
    let count = Int.random(in: 1...3, using: &dice)
    return (0..<count).map { _ in
      var item = dice.pick(leaves)
      if depth > 0, Int.random(in: 0..<3, using: &dice) == 0 {
        item = "(\(pattern(&dice, depth: depth - 1)) | \(pattern(&dice, depth: depth - 1)))"
      }
      return item + dice.pick(["", "", "", "?", "??", "{1,2}", "{0,2}", "{0,2}?"])
    }.joined(separator: " ")
  }

  static func sentence(_ dice: inout Dice) -> String {
    (0..<Int.random(in: 1...12, using: &dice)).map { _ in
      dice.pick([
        "a", "b", "B", "A", ",", "the", "c d", "//", "{person:A}", "{place:B b}",
        "{person:a {place:b}}", "{verb=go:a}", "{np:the b}", "{place.adjective:B}",
        "{organization:{place:A} b}",
      ])
    }.joined(separator: " ")
  }

  /// The fast matcher finds what the reference finds, whatever the anchor.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func fastMatchesLikeReference(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    var compared = 0
    for _ in 0..<60 {
      let bench = RuleWorkbench()
      let edge = dice.pick(["", "", "!(\"a\")", "&([cap])", "^"])
      let core = Self.pattern(&dice, depth: 2)
      let tail = dice.pick(["", "", "!(\"b\")", "&([any])", "$"])
      let all = dice.pick(["", "  all\n"])
      let text = """
        list pair = b "c d" "a b"
        rule r : mention person
          match \(edge) \(dice.pick(leavesBefore)) name:(\(core)) \(tail)
        \(all)  yes "x" -> x
          no "x"
        """
      let found = bench.compile(text)
      guard found.diagnostics.isEmpty, let rules = found.rules, let pattern = found.patterns[0]
      else { continue }
      var matcher = RuleMatcher()
      for _ in 0..<12 {
        let document = bench.document(Self.sentence(&dice))
        let before = matcher.steps
        let fast = document.matches(rules, .mention, matcher: &matcher)
        // Where an attempt was given up the two may differ.
        if matcher.steps - before >= RuleBudget.attempt { continue }
        let slow = ReferenceMatcher.matches(
          pattern, lists: found.lists, in: document, reportsAll: !all.isEmpty)
        let shown = fast.map { document.shown($0, .mention) }.sorted()
        let expected = slow.map { "name=" + document.words($0[0].first, $0[0].end) }.sorted()
        #expect(shown == expected, "\(text)\n\(String(decoding: document.text, as: UTF8.self))")
        compared += 1
      }
    }
    #expect(compared > 100)
  }

  private let leavesBefore = ["\"a\"", "person", "<det>", "[cap] \"b\"", "", "(\"a\" | \"b\")?"]

  /// Whatever the bytes of a rule file, the compiler ends with located problems or rules.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func anyTextIsRead(_ seed: UInt64) {
    var dice = Dice(state: seed)
    let bench = RuleWorkbench()
    let pieces = [
      "rule", "frame", "relation", "list", "let", "match", "yes", "no", "->", "|", "(", ")", "<",
      ">", "[", "]", "{", "}", "\"", "'", "a", "b", "person", "verb", "np", ":", "=", "!", "&", "^",
      "$", "?", "-", "/", "\n", "\n  ", " ", "#", "0,3", "\u{0}", "é", "\\", "args", "subject",
    ]
    for _ in 0..<150 {
      let text = (0..<40).map { _ in dice.pick(pieces) }.joined(separator: dice.pick(["", " "]))
      for found in bench.compile(text).diagnostics {
        #expect(found.line >= 1 && found.column >= 1)
        #expect(!found.description.isEmpty)
      }
    }
  }

  /// Damaged bytes are refused or give rules that run without leaving their arrays.
  @Test func damagedBytesDoNoHarm() throws {
    let bench = RuleWorkbench()
    let rules = try #require(
      bench.compile(
        """
        list pair = b "c d"
        relation any (entity -> entity)
        rule r : any
          match subject:person ([any]{0,2} <pair> | verb<go>) label:"b" object:place !("a")
          yes "A b B" -> A | b | B
          no "x"
        frame f : any
          verb go "set up"
          args subject -> object | with
          object-head <pair>
          yes "A b B" -> A | b | B
          no "x"
        """
      ).rules)
    let bytes = rules.serialize()
    #expect(throws: CompiledRules.Damaged.self) { try CompiledRules(bytes: [UInt8]()) }
    #expect(throws: CompiledRules.Damaged.self) { try CompiledRules(bytes: bytes.dropLast(64)) }
    var dice = Dice(state: 7)
    let document = bench.document("{person:A} c d b {place:B} b {person:A} {verb=go:a} b {place:B}")
    var matcher = RuleMatcher()
    for _ in 0..<2_000 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        broken[Int.random(in: 0..<broken.count, using: &dice)] = dice.pick([0, 1, 2, 7, 0x7F, 0xFF])
      }
      guard let read = try? CompiledRules(bytes: broken) else { continue }
      for target in RuleTarget.allCases { _ = document.matches(read, target, matcher: &matcher) }
      _ = read.examples
      for frame in 0..<read.frameCount { _ = read.frame(frame) }
    }
  }
}
