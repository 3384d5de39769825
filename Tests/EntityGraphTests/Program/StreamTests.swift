import Foundation
import Testing

/// Standard streams, files and exit codes.
@Suite struct StreamTests {
  private static let article = "Prime Minister Ada Reyes met Bo Lind in Northport on Monday.\n"

  @Test func standardInputIsTextOrLines() throws {
    let text = try Run.graphgen(["extract", "--format", "jsonl", "-"], input: Self.article)
    #expect(text.stdout.hasPrefix("{\"document\":\"stdin\","))
    #expect(text.status == 0)
    let lines = try Run.graphgen(
      ["extract", "--format", "jsonl", "-"],
      input: "\n {\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n")
    #expect(
      lines.stdout == """
        {"document":"a","entities":[],"roles":[],"relations":[]}
        {"document":"b","entities":[],"roles":[],"relations":[]}

        """)
    #expect(lines.status == 0)
    let empty = try Run.graphgen(["extract", "--format", "jsonl", "-"], input: "")
    #expect(
      empty.stdout == "{\"document\":\"stdin\",\"entities\":[],\"roles\":[],\"relations\":[]}\n")
    #expect(empty.status == 0)
  }

  @Test func pipesAreReadLikeStandardInput() throws {
    let folder = try TemporaryFolder()
    let run = try Run.shell(
      """
      mkfifo lines.pipe; echo '{"id":"a","text":"x"}' >lines.pipe &
      graphgen extract --format jsonl lines.pipe
      """, in: folder)
    #expect(run.stdout == "{\"document\":\"a\",\"entities\":[],\"roles\":[],\"relations\":[]}\n")
    #expect(run.status == 0)
  }

  @Test func anInterruptLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    // The pipe never ends, so the program is at work when the signal comes.
    let run = try Run.shell(
      """
      mkfifo endless.pipe; sleep 30 >endless.pipe & writer=$!
      graphgen extract --format jsonl endless.pipe -o out.jsonl & worker=$!
      until ls -l /proc/$worker/fd 2>/dev/null | grep -q endless; do sleep 0.02; done
      kill -TERM $worker; wait $worker; echo $?; kill $writer; ls -A
      """, in: folder, seconds: 20)
    #expect(run.stdout == "143\nendless.pipe\n")
  }

  @Test func aFileAppearsWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Self.article)
    let run = try Run.graphgen(
      ["extract", "--format", "jsonl", "a.txt", "-o", "out.jsonl"], in: folder)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.isEmpty)
    #expect(run.status == 0)
    #expect(try folder.read("out.jsonl").hasPrefix("{\"document\":\"a\","))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["a.txt", "out.jsonl"])
  }

  @Test func outputsThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Self.article)
    let rows = [
      ("/dev/full", "cannot write /dev/full: No space left on device"),
      ("none/out.json", "cannot write none/out.json: No such file or directory"),
      ("a.txt/out.json", "cannot write a.txt/out.json: Not a directory"),
    ]
    for (path, message) in rows {
      let run = try Run.graphgen(
        ["export", "--format", "json", "a.txt", "-o", path], in: folder)
      #expect(run.stderr == "graphgen: \(message)\n")
      #expect(run.status == 1)
    }
  }

  @Test func aClosedPipeIsNoError() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<20_000).map { "{\"id\":\"\($0)\",\"text\":\"x\"}" }.joined(separator: "\n")
    try folder.write("a.jsonl", lines)
    let run = try Run.shell(
      "{ graphgen extract --format jsonl a.jsonl; echo $? >&2; } | head -n 1", in: folder)
    #expect(run.stdout == "{\"document\":\"0\",\"entities\":[],\"roles\":[],\"relations\":[]}\n")
    #expect(run.stderr == "0\n")
  }

  private static let uses: [([String], Int32)] = [
    ([], 0), (["--help"], 0), (["--version"], 0), (["extract"], 2), (["nonsense"], 2),
    (["extract", "--format", "xml", "a.txt"], 2), (["extract", "-", "-"], 2),
    (["extract", "--jobs", "-1", "a.txt"], 2), (["draw", "a.txt"], 2),
    (["draw", "a.txt", "-o", "a.gif"], 2), (["export", "a.txt"], 2),
    (["export", "a.txt", "--path", "A"], 2), (["export", "a.txt", "--kinds", "animal"], 2),
  ]

  @Test(arguments: uses) func wrongUseEndsWith2(_ arguments: [String], _ status: Int32) throws {
    let run = try Run.graphgen(arguments)
    #expect(run.status == status)
    #expect(run.stdout.isEmpty == (status != 0))
    #expect(run.stderr.isEmpty == (status == 0))
  }

  @Test func jobsDoNotChangeTheBytes() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<500).map { number in
      "{\"id\":\"\(number)\",\"text\":\"\(Self.article.dropLast())\(number)\"}"
    }
    try folder.write("a.jsonl", lines.joined(separator: "\n"))
    for command in [["extract", "--format", "jsonl"], ["export", "--format", "json"]] {
      let outputs = try ["1", "2", "7"].map { jobs in
        try Run.graphgen(command + ["a.jsonl", "--jobs", jobs], in: folder).stdout
      }
      #expect(Set(outputs).count == 1)
      #expect(outputs[0].utf8.count > 1000)
    }
  }
}
