import Foundation
import Testing

/// Every option of `draw`, by what the picture shows with it and what it no longer shows.
@Suite struct DrawOptionTests {
  private static let articles = [
    ("a.txt", "Ada Reyes, the chief executive of Northport Bank, met Bo Lind in Lisbon on Monday."),
    ("b.txt", "Bo Lind, a spokesman for Eastfield Bank, accused Ada Reyes. Lind lives in Lisbon."),
    ("c.txt", "Ada Reyes met Bo Lind again. Cora Vance leads Southgate Union."),
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.articles { try folder.write(name, text + "\n") }
    return folder
  }

  private static let person = "class=\"actor person"
  private static let organization = "class=\"actor organization"
  private static let place = "class=\"actor place"
  private static let stated = "class=\"line stated"
  private static let beside = "class=\"line beside"

  private static let rows: [(options: [String], shows: [String], hides: [String])] = [
    ([], [person, organization, place, stated, ">Cora Vance<", ">Actors in 3 articles<"], []),
    (["--top", "2"], ["Shown: 2 of 7 actors"], [">Cora Vance<"]),
    (["--lines", "1"], ["Shown: 2 of 7 actors"], [">Cora Vance<"]),
    (["--kinds", "person"], [person, "Only people."], [organization, place]),
    (
      ["--kinds", "person,place", "--top", "9"], [person, place, "Only people and places."],
      [organization]
    ),
    (
      ["--predicates", "lives_in"], [">lives in<", "Only the relations lives_in."],
      [">accused<", organization]
    ),
    (
      ["--min-documents", "2"], [">Ada Reyes<", ">Bo Lind<", "Only what 2 or more articles say."],
      [organization, place, ">Cora Vance<"]
    ),
    (
      ["--focus", "Northport Bank"], [">Actors linked to Northport Bank<", ">Ada Reyes<"],
      [">Cora Vance<", ">Eastfield Bank<"]
    ),
    (
      ["--focus", "Northport Bank", "--depth", "2", "--no-cooccurrence"],
      [">Actors up to 2 links from Northport Bank<", ">Bo Lind<"], [">Lisbon<", beside]
    ),
    (["--focus", "Lisbon"], [">Bo Lind<", ">Ada Reyes<", beside], [">Cora Vance<"]),
    (
      ["--focus", "Lisbon", "--no-cooccurrence"],
      [">Bo Lind<", "Only stated relations.", ">lives in<"], [">Ada Reyes<", beside]
    ),
    (
      ["--path", "Northport Bank", "Eastfield Bank"],
      [">How Northport Bank is linked to Eastfield Bank<", ">Ada Reyes<", ">Bo Lind<"],
      [">Lisbon<", ">Cora Vance<"]
    ),
    (["--named-only"], ["Only actors with a name.", ">Ada Reyes<"], []),
    (
      ["--title", "A <b>bold</b> & \"quoted\" title"], [">A &lt;b&gt;bold&lt;/b&gt; &amp; "],
      ["<b>"]
    ),
    (["--engine", "dot"], [">Cora Vance<", stated, ">accused<"], []),
    (["--engine", "neato"], [">Cora Vance<", stated, ">accused<"], []),
    (["--engine", "fdp"], [">Cora Vance<", stated, ">accused<"], []),
    (["--engine", "sfdp"], [">Cora Vance<", stated, ">accused<"], []),
    (["--engine", "twopi"], [">Cora Vance<", stated, ">accused<"], []),
    (["--engine", "circo"], [">Cora Vance<", stated, ">accused<"], []),
    (["--layout-seconds", "20"], [">Cora Vance<"], []),
  ]

  @Test(arguments: rows.indices) func shows(_ index: Int) throws {
    let row = Self.rows[index]
    let folder = try folder()
    let run = try Run.graphgen(
      ["draw", "a.txt", "b.txt", "c.txt", "-o", "p.svg"] + row.options, in: folder)
    #expect(run.status == 0)
    #expect(run.stderr.isEmpty, "\(run.stderr)")
    // The legend has a sample of each kind and line.
    let svg = try folder.read("p.svg").replacing(
      /<g class="legend"[\s\S]*/,
      with: { match in
        match.output.replacing(/<g class="(actor|line) [^"]*">/, with: "<g>")
      })
    for words in row.shows { #expect(svg.contains(words), "\(row.options): \(words)") }
    for words in row.hides { #expect(!svg.contains(words), "\(row.options): \(words)") }
  }

  private static let faults: [(options: [String], message: String, status: Int32)] = [
    (["--focus", "Nobody Atall"], "graphgen: no actor is named \"Nobody Atall\"", 1),
    (["--path", "Lisbon", "Nobody Atall"], "graphgen: no actor is named \"Nobody Atall\"", 1),
    (["--focus", "Bank"], "graphgen: \"Bank\" may be any of 2 actors", 2),
    (["--focus", "Lisbon", "--path", "a", "b"], "use --focus or --path, not both", 2),
    (["--path", "Ada Reyes"], "--path takes two names", 2),
    (["--depth", "0"], "--depth takes a number from 1", 2),
    (["--depth", "x"], "The value 'x' is invalid for '--depth <n>'", 2),
    (["--kinds", "animal"], "--kinds takes person, organization and place, not 'animal'", 2),
    (["--kinds", ","], "--kinds takes person, organization and place", 2),
    (["--predicates", ","], "--predicates takes names of relations", 2),
    (["--predicates", "eats"], "graphgen: no link has the predicate 'eats'", 1),
    (
      ["--predicates", "owns", "--no-cooccurrence"],
      "graphgen: nothing to draw: no links are left", 1
    ),
    (["--min-documents", "0"], "--min-documents takes a number from 1", 2),
    (["--min-documents", "9"], "graphgen: nothing to draw: no links are left", 1),
    (["--top", "1"], "--top takes a number from 2", 2),
    (["--top", "x"], "The value 'x' is invalid for '--top <n>'", 2),
    (["--lines", "0"], "--lines takes a number from 1", 2),
    (["--layout-seconds", "0"], "--layout-seconds takes a number from 1", 2),
    (["--engine", "nop"], "--engine takes no 'nop'", 2),
    (["--engine", "foo"], "The value 'foo' is invalid for '--engine <engine>'", 2),
    (["--title"], "Missing value for '--title <text>'", 2),
    (["-o", "p.xyz"], "graphgen: -o must end in .svg, .png, .pdf, .html or .dot", 2),
  ]

  @Test(arguments: faults.indices) func saysWhatIsWrong(_ index: Int) throws {
    let row = Self.faults[index]
    let folder = try folder()
    let out = row.options.contains("-o") ? [] : ["-o", "p.svg"]
    let run = try Run.graphgen(["draw", "a.txt", "b.txt", "c.txt"] + out + row.options, in: folder)
    #expect(run.stderr.contains(row.message), "\(row.options): \(run.stderr)")
    #expect(run.status == row.status)
    #expect(run.stdout.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/p.svg"))
  }
}
