import Foundation
import Testing

/// Inputs that are no ordinary files of text: each has its line and its exit code, and the good
/// article beside it is always there.
@Suite(.serialized) struct OddInputTests {
  struct Row: Sendable {
    var name: String
    /// Shell commands that make the input in an empty folder.
    var setUp: String
    var inputs: String
    /// Standard error as a whole; without the program's name.
    var says: [String]
    /// Ids of the articles, in order.
    var ids: [String]
    var status: Int32
  }

  private static let rows = [
    Row(name: "empty text", setUp: ": >e.txt", inputs: "e.txt", says: [], ids: ["e"], status: 0),
    Row(
      name: "empty lines", setUp: "printf '\\n \\r\\n' >e.jsonl", inputs: "e.jsonl", says: [],
      ids: [],
      status: 0),
    Row(
      name: "byte order mark", setUp: "printf '\\357\\273\\277Text.' >b.txt", inputs: "b.txt",
      says: [],
      ids: ["b"], status: 0),
    Row(
      name: "binary", setUp: "head -c 300000 /bin/sh >b.txt", inputs: "b.txt",
      says: ["b.txt: not a text file (NUL byte at offset 7)"], ids: [], status: 2),
    Row(
      name: "UTF-16 lines are told once",
      setUp: "yes '{}' | head -n 9 | iconv -t UTF-16LE >b.jsonl", inputs: "b.jsonl",
      says: ["b.jsonl: not a text file (NUL byte at offset 1)"], ids: [], status: 2),
    Row(
      name: "a mark before lines", setUp: "printf '\\377\\376{\\0\\n\\0{\\0' >b.jsonl",
      inputs: "b.jsonl",
      says: ["b.jsonl: UTF-16 text; convert it: iconv -f UTF-16 -t UTF-8"], ids: [], status: 2),
    Row(
      name: "2 GB of nothing", setUp: "truncate -s 2G big.txt", inputs: "big.txt",
      says: ["big.txt: longer than 67108864 bytes; split it"], ids: [], status: 2),
    Row(
      name: "2 GB without a line break", setUp: "truncate -s 2G big.jsonl", inputs: "big.jsonl",
      says: ["big.jsonl:1: longer than 67108864 bytes; split it"], ids: [], status: 2),
    Row(
      name: "a line of 100 MB",
      setUp: """
        { echo '{"id":"a","text":"x"}'; printf '{"id":"b","text":"'; head -c 100000000 /dev/zero |
        tr '\\0' x; echo '"}'; echo '{"id":"c","text":"x"}'; } >l.jsonl
        """, inputs: "l.jsonl", says: ["l.jsonl:2: longer than 67108864 bytes; split it"],
      ids: ["a", "c"], status: 2),
    Row(
      name: "an endless device", setUp: ":", inputs: "/dev/zero",
      says: ["/dev/zero: longer than 67108864 bytes; split it"], ids: [], status: 2),
    Row(
      name: "an empty device", setUp: ":", inputs: "/dev/null", says: [], ids: ["null"], status: 0),
    Row(
      name: "standard input by name", setUp: "echo Text. >t", inputs: "/dev/stdin <t", says: [],
      ids: ["stdin"], status: 0),
    Row(
      name: "a FIFO", setUp: "mkfifo f; echo Text. >f &", inputs: "f", says: [], ids: ["f"],
      status: 0),
    Row(
      name: "FIFOs in a folder are passed over",
      setUp: "mkdir d; mkfifo d/f.txt d/g.jsonl; echo Text. >d/h.txt", inputs: "d",
      says: ["skipped 2 files in folders (neither .txt nor .jsonl)"], ids: ["h"], status: 0),
    Row(
      name: "a file that fails when it is read", setUp: ":", inputs: "/proc/self/mem",
      says: ["/proc/self/mem: cannot be read: Input/output error"], ids: [], status: 2),
    Row(
      name: "links in a circle", setUp: "ln -s b a; ln -s a b", inputs: "a",
      says: ["a: cannot be read: Too many levels of symbolic links"], ids: [], status: 2),
    Row(
      name: "a folder that holds itself",
      setUp: "mkdir -p d/e; ln -s .. d/e/up; ln -s . d/self; echo Text. >d/x.txt", inputs: "d",
      says: [
        "d/e/up: a link back to a folder that holds it; skipped",
        "d/self: a link back to a folder that holds it; skipped",
      ], ids: ["x"], status: 2),
    Row(
      name: "names that cannot be printed",
      setUp: #"""
        mkdir d; n=$(printf 'a\nb\033[31m'); echo Text. >"d/$n.txt"
        printf 'Text\0' >"d/$(printf 'c\rd').txt"
        """#, inputs: "d", says: [#"d/c\u{d}d.txt: not a text file (NUL byte at offset 4)"#],
      ids: [#"a\nb\u001b[31m"#], status: 2),
    Row(
      name: "names that are not UTF-8",
      setUp: "mkdir d; echo Text. >d/a.txt; touch \"$(printf 'd/x\\377y.txt')\"", inputs: "d",
      says: ["d/x\u{FFFD}y.txt: the name is not UTF-8; rename it"], ids: ["a"], status: 2),
    Row(
      name: "one id twice",
      setUp: #"yes '{"id":"a","text":"x"}' | head -n 2 >t.jsonl"#, inputs: "t.jsonl", says: [],
      ids: ["a", "a"], status: 0),
  ]

  @Test(arguments: rows) func isToldOrRead(_ row: Row) throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "Good text.")
    let run = try Run.shell(
      "\(row.setUp)\ngraphgen extract --format jsonl good.txt \(row.inputs)", in: folder)
    #expect(run.stderr == row.says.map { "graphgen: \($0)\n" }.joined(), "\(row.name)")
    let ids = run.stdout.split(separator: "\n").compactMap { line in
      line.dropFirst("{\"document\":\"".count).split(separator: "\"", maxSplits: 1).first
    }
    #expect(ids.map(String.init) == ["good"] + row.ids, "\(row.name)")
    #expect(run.status == row.status, "\(row.name)")
  }

  /// The administrator may read everything, so another user is asked where the tests run as root.
  @Test func withoutPermission() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "Good text.")
    let run = try Run.shell(
      """
      mkdir shut news; echo Text. >shut/a.txt; echo Text. >news/b.txt; cp news/b.txt news/a.txt
      chmod 0 shut news/a.txt; chmod 755 .
      [ "$(id -u)" != 0 ] || as="setpriv --reuid 65534 --clear-groups --"
      $as sh -c '[ -x "$(command -v graphgen)" ]' || exit 99
      $as graphgen extract --format jsonl good.txt shut shut/a.txt news; code=$?
      chmod 755 shut; exit $code
      """, in: folder)
    // The program itself may lie where nobody else can go.
    if run.status == 99 { return }
    #expect(
      run.stderr == """
        graphgen: shut: cannot be read: Permission denied
        graphgen: shut/a.txt: cannot be read: Permission denied
        graphgen: news/a.txt: cannot be read: Permission denied

        """)
    #expect(run.stdout.hasPrefix("{\"document\":\"good\","))
    #expect(run.stdout.contains("{\"document\":\"b\","))
    #expect(run.status == 2)
  }
}
