import Foundation
import Testing

/// `--decisions` and `review`, as a user runs them.
@Suite struct DecisionCommandTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "news/first.txt",
      "Gov. Robert Smith met Jane Dorrance, the chairwoman of Acme Bank, in Toledo.\nHe accused Dorrance.\n"
    )
    try folder.write("news/second.txt", "Smith, a farmer, met Ada Lindholm in Leeds.\n")
    try folder.write("news/third.txt", "Mr R. Smith threatened Ada Lindholm and Ada Lindhölm.\n")
    return folder
  }

  @Test func badLinesAreErrorsAndTheRestApplies() throws {
    let folder = try folder()
    try folder.write(
      "my.decisions",
      "kind A = company\n\nrename Jane Dorrance -> Dr Jane\ndrop Toledo\ndrop Nobody\n")
    let run = try Run.graphgen(
      ["relations", "Dr Jane", "news", "--decisions", "my.decisions"], in: folder)
    #expect(run.stdout.hasPrefix("Dr Jane (person)\n"))
    #expect(!run.stdout.contains("\n  named together with: Toledo"))
    #expect(
      run.stderr == """
        my.decisions:1:10: error: 'company' is no kind; known are person, organization and place
        my.decisions:5: not applied: no article names Nobody

        """)
    #expect(run.status == 2)
    for command in [["stats"], ["export", "--format", "json"], ["draw", "-o", "a.dot"]] {
      let other = try Run.graphgen(command + ["news", "--decisions", "my.decisions"], in: folder)
      #expect(other.status == 2)
      #expect(other.stderr == run.stderr)
    }
    let missing = try Run.graphgen(["stats", "news", "--decisions", "nowhere"], in: folder)
    #expect(
      missing.stderr == "graphgen: nowhere: error: can't be read (No such file or directory)\n")
    #expect(missing.status == 2)
  }

  @Test func whatDoesNotApplyIsNoError() throws {
    let folder = try folder()
    try folder.write("my.decisions", "drop Nobody\n")
    let run = try Run.graphgen(["stats", "news", "--decisions", "my.decisions"], in: folder)
    #expect(run.stderr == "my.decisions:1: not applied: no article names Nobody\n")
    #expect(run.status == 0)
    let quiet = try Run.graphgen(
      ["stats", "news", "-q", "--decisions", "my.decisions"], in: folder)
    #expect(quiet.stderr.isEmpty)
  }

  @Test func aReviewChangesNothingUntilItIsChanged() throws {
    let folder = try folder()
    for articles in [folder.path + "/news", Project.examples.path] {
      let before = try Run.graphgen(["export", "--format", "json", articles], in: folder)
      let review = try Run.graphgen(["review", articles, "-o", "my.decisions"], in: folder)
      #expect(review.status == 0)
      let lines = try folder.read("my.decisions").split(separator: "\n")
        .filter { !$0.hasPrefix("#") }
      #expect(!lines.isEmpty)
      let after = try Run.graphgen(
        ["export", "--format", "json", articles, "--decisions", "my.decisions"], in: folder)
      #expect(after.stdout == before.stdout)
      #expect(after.stderr.isEmpty)
      let again = try Run.graphgen(["review", articles, "--decisions", "my.decisions"], in: folder)
      #expect(again.stdout.hasSuffix("\n# Nothing is doubtful.\n"), "\(again.stdout)")
    }
  }

  @Test func aChangedReviewHoldsAndIsExplained() throws {
    let folder = try folder()
    let review = try Run.graphgen(["review", "news"], in: folder)
    #expect(review.stdout.contains("\nsame Robert Smith | R. Smith\n"), "\(review.stdout)")
    try folder.write(
      "my.decisions",
      review.stdout.replacing(
        "\nsame Robert Smith | R. Smith", with: "\ndifferent R. Smith | Robert Smith")
        + "same \"R. Smith\" | Jane Dorrance\n")
    let run = try Run.graphgen(
      ["explain", "R. Smith", "Jane Dorrance", "news", "--decisions", "my.decisions"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.stdout.contains("by identity/decision: same R. Smith | Jane Dorrance (my.decisions:"))
  }

  @Test func standardInputIsReadOnceOnly() throws {
    let folder = try folder()
    let run = try Run.graphgen(["stats", "-", "--decisions", "-"], in: folder)
    #expect(run.status == 2)
    #expect(run.stderr.contains("can be read once only"))
  }
}
