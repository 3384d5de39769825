import Testing

/// The helpers themselves: a snapshot that never fails would be worth nothing.
@Suite struct SupportTests {
  @Test func recordingASnapshotFailsAndIsWritten() throws {
    let folder = try TemporaryFolder()
    withKnownIssue {
      try expectSnapshot("one\n", "a.txt", beside: folder.path + "/Tests.swift")
    }
    #expect(try folder.read("Snapshots/a.txt") == "one\n")
  }

  @Test func aDifferentSnapshotFailsAndStays() throws {
    let folder = try TemporaryFolder()
    try folder.write("Snapshots/a.txt", "one\ntwo\n")
    withKnownIssue {
      try expectSnapshot("one\n2\n", "a.txt", beside: folder.path + "/Tests.swift")
    }
    #expect(try folder.read("Snapshots/a.txt") == "one\ntwo\n")
  }

  @Test func aRunHasOutputErrorsAndStatus() throws {
    let help = try Run.graphgen(["--help"])
    #expect(help.status == 0)
    #expect(help.stdout.contains("USAGE: graphgen"))
    #expect(help.stderr.isEmpty)
    let wrong = try Run.graphgen(["--no-such-option"])
    #expect(wrong.status != 0)
    #expect(wrong.stderr.contains("--no-such-option"))
  }
}
