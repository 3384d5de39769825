import Testing

/// `graphgen check` as a user runs it.
@Suite struct CheckTests {
  static let good = """
    relation visited (person -> place)
    rule saw : visited
      match subject:person label:"toured" object:place
      yes "Angela Merkel toured Paris." -> Angela Merkel | toured | Paris
      no  "Angela Merkel left Paris."

    """

  @Test func builtIn() throws {
    let run = try Run.graphgen(["check"])
    #expect(run.stderr == "")
    #expect(run.stdout.hasSuffix(" examples: all right\n"))
    #expect(run.status == 0)
  }

  @Test func aPackThatIsRight() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/saw.rules", Self.good)
    let run = try Run.graphgen(["check", "mine"], in: folder)
    #expect(run.stderr == "")
    #expect(run.stdout == "1 rule, 2 examples: all right\n")
    #expect(run.status == 0)
  }

  @Test func aPackThatIsWrong() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "mine/saw.rules",
      Self.good.replacing("subject:person", with: "subject:persn")
        + Self.good.split(separator: "\n").dropFirst().joined(separator: "\n")
        .replacing("rule saw", with: "rule saw-too").replacing("left Paris", with: "toured Paris"))
    let run = try Run.graphgen(["check", "mine"], in: folder)
    #expect(
      run.stderr == """
        mine/saw.rules:3:17: error: unknown entity kind 'persn'; did you mean 'person'?
            match subject:persn label:"toured" object:place
                          ^~~~~
        mine/saw.rules:9:7: error: mine/saw-too must give nothing here, but gave Angela Merkel | \
        toured | Paris
          "Angela Merkel toured Paris."

        """)
    #expect(run.stdout == "1 rule, 2 examples: 2 problems\n")
    #expect(run.status == 1)
  }

  @Test func aFolderThatIsNotThere() throws {
    let run = try Run.graphgen(["check", "nowhere"], in: try TemporaryFolder())
    #expect(run.stdout == "")
    #expect(run.stderr.contains("nowhere: error: can't be read (No such file or directory)"))
    #expect(run.status == 2)
  }

  /// What a pack says is found in articles, with the rule's name.
  @Test func aPackInUse() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "mine/saw.rules",
      Self.good.replacing("label:\"toured\"", with: "\"toured\"")
        .replacing("| toured |", with: "| walked |")
        .replacing("  yes", with: "  label \"walked\"\n  yes"))
    try folder.write("a.txt", "Angela Merkel toured Paris.\n")
    let check = try Run.graphgen(["check", "mine"], in: folder)
    #expect(check.stderr == "")
    let run = try Run.graphgen(
      ["extract", "a.txt", "--pack", "mine", "--format", "jsonl"], in: folder)
    #expect(run.stderr == "")
    #expect(run.stdout.contains("\"predicate\":\"visited\",\"label\":\"walked\""))
    #expect(run.stdout.contains("\"rule\":\"mine/saw\""))
  }
}
