import Foundation
import Testing

/// `graphgen draw` as a user runs it.
@Suite struct DrawTests {
  private static let articles = [
    ("a.txt", "Ada Reyes, the chief executive of Northport Bank, met Bo Lind in Lisbon on Monday."),
    ("b.txt", "Bo Lind, a spokesman for Eastfield Bank, accused Ada Reyes. Lind lives in Lisbon."),
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.articles { try folder.write(name, text + "\n") }
    return folder
  }

  @Test func writesEachKindOfPicture() throws {
    let folder = try folder()
    let starts: [(String, [UInt8])] = [
      ("p.svg", Array("<svg ".utf8)), ("p.png", [0x89, 0x50, 0x4E, 0x47]),
      ("p.pdf", Array("%PDF-".utf8)), ("p.dot", Array("digraph ".utf8)),
      ("p.html", Array("<!doctype html>".utf8)),
    ]
    for (name, start) in starts {
      let run = try Run.graphgen(["draw", "a.txt", "b.txt", "-o", name], in: folder)
      #expect(run.stdout.isEmpty)
      #expect(run.stderr.isEmpty)
      #expect(run.status == 0)
      let bytes = try Data(contentsOf: folder.url.appending(path: name))
      #expect(bytes.starts(with: start))
    }
  }

  @Test func thePictureDoesNotDependOnOrderOrJobs() throws {
    let folder = try folder()
    var pictures: Set<String> = []
    for arguments in [["a.txt", "b.txt"], ["b.txt", "a.txt"], ["--jobs", "1", "b.txt", "a.txt"]] {
      _ = try Run.graphgen(["draw", "-o", "p.svg"] + arguments, in: folder)
      pictures.insert(try folder.read("p.svg"))
    }
    #expect(pictures.count == 1)
    let svg = try #require(pictures.first)
    for words in ["Ada Reyes", "Bo Lind", "Northport Bank", "<title>", "Shown: "] {
      #expect(svg.contains(words), "\(words)")
    }
  }

  @Test func theExplorerDoesNotDependOnOrderOrJobs() throws {
    let folder = try folder()
    var pages: Set<String> = []
    for arguments in [["a.txt", "b.txt"], ["b.txt", "a.txt"], ["--jobs", "1", "b.txt", "a.txt"]] {
      let run = try Run.graphgen(["draw", "-o", "p.html"] + arguments, in: folder)
      #expect(run.stderr.isEmpty)
      pages.insert(try folder.read("p.html"))
    }
    #expect(pages.count == 1)
    #expect(pages.first?.contains("\"name\":\"Ada Reyes\"") == true)
  }

  /// A layout that cannot end in time is given up, and another engine draws the picture.
  @Test func fallsBackToACheaperEngine() throws {
    let folder = try TemporaryFolder()
    let first = ["Anna", "Brian", "Carol", "David", "Emma", "Frank", "Grace", "Henry"]
    let last = ["Adams", "Baker", "Clark", "Davis", "Evans", "Foster", "Green", "Harris"]
    let people = first.flatMap { first in last.map { "\(first) \($0)" } }
    var text = ""
    for (a, one) in people.enumerated() {
      for step in [1, 7, 13, 29, 31] {
        text += "\(one) met \(people[(a + step) % people.count]).\n"
      }
    }
    try folder.write("a.txt", text)
    let run = try Run.graphgen(
      ["draw", "a.txt", "-o", "p.svg", "--top", "64", "--engine", "dot", "--layout-seconds", "1"],
      in: folder)
    #expect(run.status == 0)
    #expect(try folder.read("p.svg").hasPrefix("<svg "))
    if !run.stderr.isEmpty {
      #expect(
        run.stderr == """
          graphgen: layout with dot took more than 1 s
          graphgen: drawn with neato instead

          """)
    }
  }

  @Test func theLayoutProcessReportsWhatGraphvizSays() throws {
    let run = try Run.graphgen(
      ["layout", "--engine", "dot", "--format", "svg"], input: "digraph \"x\" { a -> ")
    #expect(run.status == 1)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("Graphviz cannot read the graph: "))
  }
}
