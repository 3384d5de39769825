import Foundation
import Testing

/// `graphgen eval` as a user runs it.
@Suite struct EvalTests {
  static let text = "Maria Lopez met Ada Brown in Kenya. President Lopez left Kenya on Monday."

  /// What the program finds, with one name left out, one of another kind and one with other ends.
  static let gold = """
    {"document": "a", "text": "\(text)", "entities": [
      {"id": "l", "kind": "person", "mentions": [{"start": 0, "end": 11}, {"start": 46, "end": 51}]},
      {"id": "b", "kind": "person", "mentions": [{"start": 20, "end": 25}]},
      {"id": "k", "kind": "organization", "mentions": [{"start": 29, "end": 34}]},
      {"id": "o", "kind": "other", "mentions": [{"start": 66, "end": 72}]}]}
    """.replacing("\n", with: " ")

  @Test func figuresAndKindsOfErrors() throws {
    let folder = try TemporaryFolder()
    try folder.write("gold.jsonl", Self.gold + "\n")
    let run = try Run.graphgen(["eval", "gold.jsonl"], in: folder)
    #expect(run.stderr == "")
    #expect(
      run.stdout == """
        articles 1

        layer                      P       R      F1     gold    found
        identity               1.000   1.000   1.000        3        3
        names                  0.400   0.500   0.444        4        5
        names.organization     0.000   0.000   0.000        1        0
        names.person           0.667   0.667   0.667        3        3

             1  name that is none
                a:57  Kenya (place)

             1  name of another kind
                a:29  Kenya (organization) → Kenya (place)

             1  name with other ends
                a:20  Brown (person) → Ada Brown (person)

        """)
    #expect(run.status == 0)
  }

  @Test func asJSON() throws {
    let folder = try TemporaryFolder()
    try folder.write("gold/a.json", Self.gold)
    try folder.write("a.txt", Self.text)
    let run = try Run.graphgen(
      ["eval", "gold", "a.txt", "--format", "json", "--errors", "1"], in: folder)
    #expect(run.stderr == "")
    #expect(
      run.stdout.hasPrefix(
        #"{"articles":1,"figures":{"identity":{"p":1.0000,"r":1.0000,"f1":1.0000,"gold":3,"#))
    #expect(
      run.stdout.contains(
        #"{"class":"name with other ends","count":1,"examples":[{"document":"a","offset":20,"#
          + #""gold":"Brown (person)","system":"Ada Brown (person)"}]}"#))
  }

  /// A line of gold and what is said of it.
  static let faults: [(line: String, message: String)] = [
    ("{", "broken JSON: expected a string as key at column 2"),
    ("[]", "broken JSON: expected an object at column 1"),
    (#"{"entities": []}"#, #"no "document" in the line"#),
    (#"{"document": 7}"#, #""document" of the line is no string"#),
    (#"{"document": "x", "entities": 7}"#, #""entities" of the line is no array"#),
    (
      #"{"document": "x", "entities": [{"id": "e", "kind": "city"}]}"#,
      #"entity "e" is of unknown kind 'city'; there are person, organization, place and other"#
    ),
    (#"{"document": "x", "entities": [{"kind": "place"}]}"#, #"no "id" in entity 1"#),
    (
      #"{"document": "x", "entities": [{"id": "e", "kind": "place", "mentions": [{"end": 3}]}]}"#,
      #"no "start" in a mention of entity 1"#
    ),
    (
      #"{"document": "x", "entities": [{"id": "e", "kind": "place", "mentions": "#
        + #"[{"start": -1, "end": 3}]}]}"#, #""start" of entity 1 is no offset"#
    ),
    (
      #"{"document": "x", "roles": [{"start": 9, "end": 3}]}"#,
      "role 1 ends at 3, not behind its start 9"
    ),
    (
      #"{"document": "x", "roles": [{"start": 1, "end": 3, "holder": "e9"}]}"#,
      #"role 1 names the entity "e9", which the line does not have"#
    ),
    (
      #"{"document": "x", "relations": [{"subject": "e1", "predicate": "met"}]}"#,
      #"no "object" in relation 1"#
    ),
    (
      #"{"document": "x", "text": "short", "roles": [{"start": 1, "end": 30}]}"#,
      "the span 1–30 reaches over the end of the article, which has 5 Unicode scalars; is it the "
        + "same text?"
    ),
    (#"{"document": "a"}"#, #""a" was given before; this one is left out"#),
    (#"{"document": "x"}"#, #""x" has no "text"; name the articles behind the gold file"#),
  ]

  @Test(arguments: faults) func badGoldIsNamed(_ row: (line: String, message: String)) throws {
    let folder = try TemporaryFolder()
    try folder.write("gold.jsonl", Self.gold + "\n" + row.line + "\n")
    let run = try Run.graphgen(["eval", "gold.jsonl"], in: folder)
    #expect(run.stderr == "graphgen: gold.jsonl:2: \(row.message)\n")
    #expect(run.stdout.hasPrefix("articles 1\n"))
    #expect(run.status == 2)
  }

  @Test func articlesThatAreNotThere() throws {
    let folder = try TemporaryFolder()
    try folder.write("gold.jsonl", Self.gold + "\n" + #"{"document": "b"}"# + "\n")
    try folder.write("a.txt", Self.text)
    let run = try Run.graphgen(["eval", "gold.jsonl", "a.txt"], in: folder)
    #expect(run.stderr == "graphgen: gold.jsonl:2: no article has the id \"b\"\n")
    #expect(run.status == 2)
    let none = try Run.graphgen(["eval", "nowhere.jsonl"], in: folder)
    #expect(
      none.stderr
        == "graphgen: nowhere.jsonl: cannot be read: No such file or directory\n")
    #expect(none.status == 2)
  }

  /// The figures of a gold standard that differs in many ways are those that the scorer beside the
  /// project counts.
  @Test(.needsSharedArticles, arguments: [false, true])
  func figuresAreTheScorers(_ isFlat: Bool) throws {
    let folder = try TemporaryFolder()
    let articles = Project.examples.path
    let found = try Run.graphgen(["extract", articles, "--format", "jsonl"])
    let documents = try FileManager.default.contentsOfDirectory(atPath: articles).sorted().map {
      name -> [String: String] in
      let file = Project.examples.appending(path: name)
      return [
        "id": file.deletingPathExtension().lastPathComponent,
        "text": try String(contentsOf: file, encoding: .utf8),
      ]
    }
    for document in documents {
      let line = String(
        decoding: try JSONSerialization.data(withJSONObject: document), as: UTF8.self)
      try folder.write("docs.jsonl", ((try? folder.read("docs.jsonl")) ?? "") + line + "\n")
    }
    try folder.write("found.jsonl", found.stdout)
    try folder.write("gold.jsonl", Self.altered(found.stdout))
    let flat = isFlat ? ["--flat"] : []
    let run = try Run.graphgen(
      ["eval", "gold.jsonl", "docs.jsonl", "--format", "json"] + flat, in: folder)
    #expect(run.stderr == "")
    let scorer = try #require(Project.shared).appending(path: "eval/score.py").path
    let command = "python3 '\(scorer)' gold.jsonl found.jsonl --json"
    let scored = try Run.shell(
      command + (isFlat ? " --flat --texts docs.jsonl" : ""), in: folder)
    let ours = try #require(Self.object(run.stdout)["figures"] as? [String: [String: Double]])
    let theirs = try #require(Self.object(scored.stdout) as? [String: [String: Double]])
    #expect(Set(ours.keys) == Set(theirs.keys))
    for (layer, figures) in theirs {
      for (key, value) in figures {
        let own = try #require(ours[layer]?[key])
        #expect(abs(own - value) < 0.00011, "\(layer) \(key): \(own), not \(value)")
      }
    }
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// What was found, changed at many places as if the program had made those errors.
  private static func altered(_ lines: String) -> String {
    var out = ""
    for (k, piece) in lines.components(separatedBy: "{").enumerated() {
      var piece = piece
      if k % 11 == 5 { piece = piece.replacing("\"kind\":\"place\"", with: "\"kind\":\"person\"") }
      if k % 7 == 3 { piece = piece.replacing("\"form\":\"name\"", with: "\"form\":\"nominal\"") }
      if k % 5 == 2 { piece = piece.replacing("\"holds_role\"", with: "\"member_of\"") }
      if k % 4 == 1 { piece = piece.replacing("\"holder\":\"e2\"", with: "\"holder\":\"e1\"") }
      if k % 3 == 1 { piece = piece.replacing("\"of\":\"e3\"", with: "\"of\":null") }
      out += (k > 0 ? "{" : "") + piece
    }
    return out
  }
}
