import Foundation
import Testing

/// Limits that the system sets are told in one line, with exit code 1.
@Suite(.serialized) struct LimitTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let article = "Prime Minister Ada Reyes met Bo Lind of Northport Bank in Lisbon on Monday. "
    try folder.write("long.txt", String(repeating: article, count: 10_000))
    return folder
  }

  /// A sanitizer needs terabytes of address space itself.
  @Test(.disabled(if: Project.sanitizer != nil)) func memory() throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      head -c 60000000 /dev/zero | tr '\\0' ' ' >wide.txt; ulimit -v 110000
      SWIFT_BACKTRACE=enable=no graphgen extract wide.txt --jobs 1 -o out
      """, in: folder)
    #expect(
      run.stderr.hasSuffix(
        "graphgen: out of memory: 107 MB are allowed (ulimit -v); fewer --jobs need less\n"),
      "\(run.stderr)")
    #expect(run.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test func time() throws {
    let folder = try folder()
    let run = try Run.shell(
      "ulimit -t 2; graphgen extract long.txt long.txt long.txt --jobs 1 -o out", in: folder)
    #expect(
      run.stderr
        == "graphgen: out of time: 2 s of processor time are allowed (ulimit -t)\n")
    #expect(run.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test func progressIsToldWhereItIsAskedFor() throws {
    let folder = try folder()
    let run = try Run.shell(
      "graphgen extract long.txt --format jsonl --progress >/dev/null; ls", in: folder)
    #expect(run.stderr.isEmpty || run.stderr.hasPrefix("graphgen: 1 articles, "))
  }
}
