import Foundation
import Testing

/// What cannot be read gives one line that names it; the rest is processed; exit code 2.
@Suite struct BadInputTests {
  private static let files: [(String, String, String)] = [
    ("empty name", "", "missing.txt: no such file or folder"),
    ("utf16.txt", "utf16", "utf16.txt: UTF-16 text; convert it: iconv -f UTF-16 -t UTF-8"),
    ("big16.txt", "big16", "big16.txt: UTF-16 text; convert it: iconv -f UTF-16 -t UTF-8"),
    ("bare16.txt", "bare16", "bare16.txt: UTF-16LE text; convert it: iconv -f UTF-16LE -t UTF-8"),
    (
      "barebig.txt", "barebig",
      "barebig.txt: UTF-16BE text; convert it: iconv -f UTF-16BE -t UTF-8"
    ),
    ("utf32.txt", "utf32", "utf32.txt: UTF-32 text; convert it: iconv -f UTF-32 -t UTF-8"),
    (
      "latin.txt", "latin",
      "latin.txt: not UTF-8 (byte 0xE9 at offset 3); if it is Latin-1 or Windows-1252, "
        + "convert it: iconv -f WINDOWS-1252 -t UTF-8"
    ),
    (
      "windows.txt", "windows",
      "windows.txt: not UTF-8 (byte 0x93 at offset 0); if it is Latin-1 or Windows-1252, "
        + "convert it: iconv -f WINDOWS-1252 -t UTF-8"
    ),
    ("nul.txt", "nul", "nul.txt: not a text file (NUL byte at offset 4)"),
    (
      "cut.txt", "cut",
      "cut.txt: not UTF-8 (byte 0xE4 at offset 2); if it is Latin-1 or Windows-1252, "
        + "convert it: iconv -f WINDOWS-1252 -t UTF-8"
    ),
  ]

  @Test(arguments: files) func namesTheFile(_ name: String, _ content: String, _ message: String)
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "Good text.")
    let bytes: [String: [UInt8]] = [
      "utf16": [0xFF, 0xFE, 0x41, 0, 0x42, 0],
      "big16": [0xFE, 0xFF, 0, 0x41, 0, 0x42], "utf32": [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0],
      "bare16": Array("A longer text.".utf8).flatMap { [$0, 0] },
      "barebig": Array("A longer text.".utf8).flatMap { [0, $0] },
      "windows": [0x93, 0x48, 0x69, 0x94],
      "latin": [0x63, 0x61, 0x66, 0xE9, 0x20], "nul": [0x61, 0x62, 0x63, 0x64, 0, 0x65],
      "cut": [0x61, 0x62, 0xE4, 0xB8],
    ]
    if let bytes = bytes[content] { try folder.write(name, bytes) }
    let input = content.isEmpty ? "missing.txt" : name
    let run = try Run.graphgen(["extract", "--format", "jsonl", input, "good.txt"], in: folder)
    #expect(run.stderr == "graphgen: \(message)\n")
    #expect(run.stdout.hasPrefix("{\"document\":\"good\","))
    #expect(run.stdout.count { $0 == "\n" } == 1)
    #expect(run.status == 2)
  }

  private static let lines: [(String, String)] = [
    ("{\"id\":\"x\",\"text\":\"y\"", "broken JSON: expected ',' or '}' at column 21"),
    ("[1,2]", "broken JSON: expected an object at column 1"),
    ("{\"text\":\"y\"}", "no \"id\""), ("{\"id\":\"x\"}", "no \"text\""),
    ("{\"id\":\"x\",\"text\":5}", "\"text\" is no string"),
    ("{\"id\":[],\"text\":\"x\"}", "\"id\" is no string"),
    ("{\"id\":\"x\",\"text\":null}", "\"text\" is no string"),
    (
      "{\"id\":\"x\",\"text\":\"\u{0}\"}", "broken JSON: control character in a string at column 19"
    ),
    ("plain text", "broken JSON: expected an object at column 1"),
    (
      "{\"id\":\"x\",\"more\":" + String(repeating: "[", count: 100_000),
      "broken JSON: nested too deeply at column 146"
    ),
    (
      "{\"id\":\"x\",\"more\":" + String(repeating: "{\"a\":", count: 100_000),
      "broken JSON: nested too deeply at column 654"
    ),
    ("{\"id\":\"x\",\"text\":\"y\"} tail", "broken JSON: text after the value at column 23"),
  ]

  @Test(arguments: lines) func namesTheLine(_ line: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.jsonl", "{\"id\":\"one\",\"text\":\"A.\"}\n\n\(line)\n{\"id\":\"two\",\"text\":\"B.\"}\n")
    let run = try Run.graphgen(["extract", "--format", "jsonl", "a.jsonl"], in: folder)
    #expect(run.stderr == "graphgen: a.jsonl:3: \(message)\n")
    #expect(
      run.stdout.split(separator: "\n").map { $0.prefix(18) }
        == ["{\"document\":\"one\",", "{\"document\":\"two\","])
    #expect(run.status == 2)
  }

  @Test func foldersThatCannotBeUsed() throws {
    let folder = try TemporaryFolder()
    try folder.write("news/a.txt", "A.")
    try folder.write("news/picture.png", [0x89, 0x50])
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "void"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "news/loop"),
      withDestinationURL: folder.url.appending(path: "news"))
    let run = try Run.graphgen(["extract", "--format", "jsonl", "news", "void"], in: folder)
    #expect(
      run.stderr == """
        graphgen: news/loop: a link back to a folder that holds it; skipped
        graphgen: void: no .txt or .jsonl file in this folder
        graphgen: skipped 1 file in folders (neither .txt nor .jsonl)

        """)
    #expect(run.stdout.hasPrefix("{\"document\":\"a\","))
    #expect(run.status == 2)
  }

  @Test func namesWithLineBreaksStayOnOneLine() throws {
    let folder = try TemporaryFolder()
    let run = try Run.graphgen(["extract", "no\nsuch\u{1B}[31m.txt"], in: folder)
    #expect(run.stderr == "graphgen: no\\nsuch\\u{1b}[31m.txt: no such file or folder\n")
    #expect(run.status == 2)
  }

  @Test func graphsOfNothingSaySo() throws {
    let folder = try TemporaryFolder()
    for command in [["export", "--format", "json"], ["relations", "X"], ["draw", "-o", "a.svg"]] {
      let run = try Run.graphgen(command + ["none.txt"], in: folder)
      #expect(
        run.stderr == """
          graphgen: none.txt: no such file or folder
          graphgen: no article could be read

          """)
      #expect(run.stdout.isEmpty)
      #expect(run.status == 2)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/a.svg"))
  }

  @Test func repeatedIdsAreCountedAndTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/x.txt", "One.")
    try folder.write("b/x.txt", "Two.")
    let run = try Run.graphgen(["export", "--format", "json", "a", "b"], in: folder)
    #expect(run.stderr == "graphgen: more than one article has the id \"x\"; all are counted\n")
    #expect(run.status == 0)
  }
}
