import Testing

@testable import EntityGraph

/// Lines of a decisions file, read and written.
@Suite struct DecisionReaderTests {
  private func read(_ text: String) -> Decisions { Decisions(bytes: Array(text.utf8), file: "d") }

  /// A line, and how the program writes it.
  static let lines: [(String, String)] = [
    ("same Abu Mazen | Mahmoud Abbas", "same Abu Mazen | Mahmoud Abbas"),
    ("  same   A  B |C|  D  # why", "same A B | C | D"),
    ("different Georgia [in a] | Georgia [in b]", "different Georgia [in a] | Georgia [in b]"),
    ("drop Georgia [place, in a-1]", "drop Georgia [place, in a-1]"),
    ("drop Georgia [in a-1, place]", "drop Georgia [place, in a-1]"),
    ("drop Georgia [in \"a, b]\"]", "drop Georgia [in \"a, b]\"]"),
    ("rename A -> B C", "rename A -> B C"),
    ("rename \"A -> B\" -> C=D", "rename \"A -> B\" -> \"C=D\""),
    // A name with = in it needs quotation marks there.
    ("kind A = B = place", ""), ("kind \"A = B\" = place", "kind \"A = B\" = place"),
    ("drop AT&T", "drop AT&T"), ("drop C#", "drop \"C#\""), ("drop C #1", "drop C"),
    ("drop \"C #1\"", "drop \"C #1\""),
    ("drop Dwayne \"The Rock\" J.", "drop \"Dwayne \\\"The Rock\\\" J.\""),
    ("drop \"a\\\\b\"", "drop \"a\\\\b\""), ("drop \"a\\u{202e}b\"", "drop \"a\\u{202e}b\""),
    ("drop Türkiye\u{A0}Ö", "drop Türkiye Ö"), ("drop محمود", "drop محمود"),
    ("drop A\r", "drop A"), ("\u{FEFF}drop A", "drop A"), ("drop A-B > C", "drop A-B > C"),
  ]

  @Test(arguments: lines) func aLineIsReadAndWritten(_ line: String, _ written: String) {
    let decisions = read(line)
    #expect(decisions.lines.map(\.description) == (written.isEmpty ? [] : [written]))
    let again = read(written)
    #expect(again.lines.map(\.action) == decisions.lines.map(\.action))
    #expect(again.problems.isEmpty)
  }

  /// A bad line, the column, and a part of the message.
  static let faults: [(String, Int, String)] = [
    ("samee A | B", 1, "'samee' is no decision"), ("same A", 7, "'|' is missing"),
    ("same A |", 9, "a name is missing"), ("same | B", 6, "a name is missing"),
    ("same", 5, "a name is missing"), ("rename A > B", 13, "'->' is missing"),
    ("rename A ->", 12, "a name is missing"), ("kind A organization", 20, "'=' is missing"),
    ("kind A = company", 10, "'company' is no kind"), ("drop", 5, "a name is missing"),
    ("drop \"A", 6, "not closed"), ("drop \"\"", 6, "a name is missing"),
    ("drop \"\\n\"", 7, "unknown escape"), ("drop \"\\u{}\"", 7, "unknown escape"),
    ("drop \"\\u{d800}\"", 7, "unknown escape"), ("drop A [town]", 9, "'town' narrows nothing"),
    ("drop A [place", 8, "'[' is not closed"), ("drop A [place, person]", 16, "only one kind"),
    ("drop \"A\" B", 10, "can't read on at 'B'"), ("drop A [place] B", 16, "can't read on"),
    ("A = B", 1, "'A' is no decision"),
  ]

  @Test(arguments: faults) func aBadLineIsALocatedErrorAndTheRestApplies(
    _ line: String, _ column: Int, _ message: String
  ) throws {
    let decisions = read("drop X\n\(line)\ndrop Y\n")
    #expect(decisions.lines.map(\.line) == [1, 3])
    let problem = try #require(decisions.problems.first)
    #expect(decisions.problems.count == 1)
    #expect(problem.description.hasPrefix("d:2:\(column): error: "), "\(problem)")
    #expect(problem.description.contains(message), "\(problem)")
    #expect(!problem.isWarning)
  }

  @Test func whatIsTooLargeOrNoTextIsReported() throws {
    let long = "drop " + String(repeating: "a", count: 9000)
    #expect(read("\(long)\ndrop A").problems.map(\.line) == [1])
    let bytes = Array("drop A\ndrop ".utf8) + [0xFF, 0x0A] + Array("drop B".utf8)
    let decisions = Decisions(bytes: bytes, file: "d")
    #expect(decisions.lines.count == 2)
    #expect(decisions.problems.first?.description.contains("not valid UTF-8") == true)
    let many = "same " + (0..<70).map { "n\($0)" }.joined(separator: " | ")
    #expect(read(many).problems.first?.description.contains("more than 64 names") == true)
    #expect(throws: DecisionProblem.self) { try Decisions(file: "/nowhere/at/all") }
    #expect(throws: DecisionProblem.self) { try Decisions(file: "/") }
  }

  @Test func emptyLinesAndCommentsSayNothing() {
    let decisions = read("\n# a\n   # b\n\t\n#same A | B\n")
    #expect(decisions.lines.isEmpty && decisions.problems.isEmpty)
  }

  /// Whatever a name holds, it is read back as it was.
  @Test func everyNameSurvives() {
    var random = SplitMix64(state: 7)
    let pieces = Array("ab |\"[]#=\\,->\u{202e}\u{A0}é\t()'{}u\u{1}")
    for _ in 0..<2000 {
      let name = String(
        (0..<Int.random(in: 1...8, using: &random)).map { _ in
          pieces[Int.random(in: pieces.indices, using: &random)]
        })
      let target = Decision.Target(name, kind: .place, document: name)
      let decision = Decision(.same([target, Decision.Target(name)]))
      let again = read(decision.description)
      #expect(again.lines.first?.action == decision.action, "\(decision)")
    }
  }
}
