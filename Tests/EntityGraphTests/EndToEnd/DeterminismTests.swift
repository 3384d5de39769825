import Testing

/// The same articles give the same bytes, in whatever order and on however many cores.
@Suite struct DeterminismTests {
  private static let files = Articles.all.map { "Examples/articles/\($0.name).txt" }

  private func output(_ arguments: [String]) throws -> String {
    let run = try Run.graphgen(arguments)
    #expect(run.status == 0, "\(arguments): \(run.stderr)")
    #expect(!run.stdout.isEmpty)
    return run.stdout
  }

  @Test(arguments: ["json", "dot"]) func theGraphDoesNotDependOnTheOrder(_ format: String) throws {
    let expected = try output(["export", "--format", format] + Self.files)
    var random = SplitMix64(state: 7)
    for _ in 0..<4 {
      let shuffled = Self.files.shuffled(using: &random)
      #expect(try output(["export", "--format", format] + shuffled) == expected, "\(shuffled)")
    }
  }

  @Test(arguments: ["jsonl", "text"]) func extractionFollowsTheOrder(_ format: String) throws {
    let alone = try Self.files.map { try output(["extract", "--format", format, $0]) }
    let together = try output(["extract", "--format", format] + Self.files)
    if format == "jsonl" { #expect(together == alone.joined()) }
    let reversed = try output(["extract", "--format", format] + Self.files.reversed())
    if format == "jsonl" { #expect(reversed == alone.reversed().joined()) }
    #expect(together.count == reversed.count)
  }

  @Test(arguments: [
    ["extract", "--format", "jsonl"], ["extract", "--format", "text"],
    ["export", "--format", "json"],
    ["export", "--format", "dot"], ["relations", "Alyssa Farah"],
  ]) func coresDoNotMatter(_ command: [String]) throws {
    // Many small batches, so that threads overtake one another.
    let folder = try TemporaryFolder()
    for number in 0..<24 {
      let article = Articles.all[number % Articles.all.count]
      try folder.write("articles/\(number).txt", article.text)
    }
    let expected = try output(command + ["--jobs", "1", folder.path + "/articles"])
    for jobs in ["2", "7"] {
      #expect(try output(command + ["--jobs", jobs, folder.path + "/articles"]) == expected)
    }
  }

  @Test func repeatedRunsAreTheSame() throws {
    // Swift seeds its hashes anew in every process: an order taken from a Set or Dictionary shows.
    let expected = try output(["export", "--format", "json", "Examples/articles"])
    for _ in 0..<5 {
      #expect(try output(["export", "--format", "json", "Examples/articles"]) == expected)
    }
  }
}
