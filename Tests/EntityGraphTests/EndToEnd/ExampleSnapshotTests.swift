import Testing

/// What the program makes of the example articles, file by file, so that a change shows in review.
@Suite struct ExampleSnapshotTests {
  @Test(arguments: Articles.all.map(\.name)) func extraction(_ name: String) throws {
    let run = try Run.graphgen(["extract", "--format", "text", "Examples/articles/\(name).txt"])
    #expect(run.status == 0, "\(run.stderr)")
    try expectSnapshot(run.stdout, "extract-\(name).txt")
  }

  @Test(arguments: ["json", "dot"]) func graph(_ format: String) throws {
    let run = try Run.graphgen(["export", "--format", format, "Examples/articles"])
    #expect(run.status == 0, "\(run.stderr)")
    try expectSnapshot(run.stdout, "actors.\(format)")
  }
}
