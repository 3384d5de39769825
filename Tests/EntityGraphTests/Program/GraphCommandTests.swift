import Foundation
import Testing

/// `relations`, `explain`, `export` and `stats` on two small articles.
@Suite struct GraphCommandTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "first.txt",
      "Alyssa Marden, a spokeswoman for the Pentagon, met Bo Lind in Lisbon.\nMarden left.\n")
    try folder.write(
      "second.txt", "Pentagon spokeswoman Alyssa Marden accused Bo Lind and Carla Lind.\n")
    return folder
  }

  @Test func relationsSayWhoWhatAndWhere() throws {
    let folder = try folder()
    for name in ["Alyssa Marden", "alyssa marden", "Marden", "Alysa Mardén"] {
      let run = try Run.graphgen(["relations", name, "first.txt", "second.txt"], in: folder)
      #expect(run.stdout.hasPrefix("Alyssa Marden (person)\n  role: spokeswoman, Pentagon ×2\n"))
      #expect(run.stdout.contains("→ Pentagon"))
      #expect(run.stdout.contains("holds_role \"spokeswoman\""))
      #expect(run.stdout.contains("first:1:1  Alyssa Marden, a spokeswoman for the Pentagon, met"))
      #expect(run.stderr.isEmpty)
      #expect(run.status == 0)
    }
  }

  @Test func relationsAskBack() throws {
    let folder = try folder()
    let run = try Run.graphgen(["relations", "lind", "first.txt", "second.txt"], in: folder)
    let lines = run.stderr.split(separator: "\n")
    #expect(
      lines.first == "graphgen: \"lind\" may be any of 2 actors; use the full name or the id:")
    #expect(lines.dropFirst().map { $0.prefix(11) } == ["  Bo Lind  ", "  Carla Lin"])
    #expect(run.stdout.isEmpty)
    #expect(run.status == 2)
    let id = try #require(lines.last?.split(separator: " ").last)
    let again = try Run.graphgen(
      ["relations", String(id), "first.txt", "second.txt"], in: folder)
    #expect(again.stdout.hasPrefix("Carla Lind (person)\n"))
    let none = try Run.graphgen(["relations", "Mardenn Corp", "first.txt"], in: folder)
    #expect(
      none.stderr.hasPrefix("graphgen: no actor is named \"Mardenn Corp\"; close to it:\n  Alyssa"))
    #expect(none.status == 1)
  }

  @Test func explainNamesSentencePlaceAndRule() throws {
    let folder = try folder()
    let run = try Run.graphgen(
      ["explain", "Marden", "pentagon", "first.txt", "second.txt"], in: folder)
    let sentence = "Alyssa Marden, a spokeswoman for the Pentagon, met Bo Lind in Lisbon."
    for words in [
      "Alyssa Marden holds_role Pentagon: \"spokeswoman\" (asserted, stated 2× in 2 articles)\n",
      "  first:1:1: \(sentence)\n    rule ", "\"Marden\" ×1 by entity/", "Pentagon (organization, ",
    ] { #expect(run.stdout.contains(words), "\(words)") }
    #expect(run.status == 0)
    let same = try Run.graphgen(["explain", "Marden", "Alyssa Marden", "first.txt"], in: folder)
    #expect(
      same.stdout.hasPrefix(
        """
        "Marden" and "Alyssa Marden" are one actor within an article
          first: "Marden" 2:1
              is "Alyssa Marden" 1:1 by entity/surname

        """))
    #expect(same.status == 0)
  }

  @Test func everyQuoteStandsInItsArticle() throws {
    let folder = try folder()
    let texts = ["first": try folder.read("first.txt"), "second": try folder.read("second.txt")]
    let run = try Run.graphgen(["export", "--format", "json", "."], in: folder)
    let graph = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any]
    let nodes = try #require(graph?["nodes"] as? [[String: Any]])
    let links = try #require(graph?["links"] as? [[String: Any]])
    let ids = Set(nodes.compactMap { $0["id"] as? String })
    #expect(ids.count == nodes.count)
    #expect(!links.isEmpty)
    for link in links {
      #expect(ids.contains(link["source"] as? String ?? ""))
      #expect(ids.contains(link["target"] as? String ?? ""))
      #expect(link["label"] is String && link["modality"] is String)
      for item in try #require(link["evidence"] as? [[String: Any]]) {
        let text = Array((texts[item["document"] as? String ?? ""] ?? "").unicodeScalars)
        let (start, end) = (item["start"] as? Int ?? 0, item["end"] as? Int ?? 0)
        let quote = String(String.UnicodeScalarView(text[start..<end]))
        #expect(quote == item["quote"] as? String)
        #expect(!quote.isEmpty)
      }
    }
  }

  @Test func formatsOfSeveralFilesFillAFolder() throws {
    let folder = try folder()
    for (format, names) in [
      ("csv", ["links.csv", "nodes.csv"]), ("neo4j", ["links.csv", "nodes.csv"]),
      ("gexf", ["actors.gexf"]),
    ] {
      let run = try Run.graphgen(
        ["export", "--format", format, "first.txt", "-o", "\(format)/"], in: folder)
      #expect(run.status == 0)
      let found = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(format)")
      #expect(found.sorted() == names)
    }
    let byEnding = try Run.graphgen(["export", "first.txt", "-o", "a.graphml"], in: folder)
    #expect(byEnding.status == 0)
    #expect(try folder.read("a.graphml").contains("<graphml "))
  }
}

/// What of `relations` depends on the terminal: `script` gives the program one.
@Suite struct TerminalTests {
  private static let hasTerminal: Bool = {
    let run = try? Run.shell("script -qec 'test -t 1 && echo yes' /dev/null")
    return run?.stdout.contains("yes") ?? false
  }()

  @Test(.enabled(if: hasTerminal, "util-linux's script is not installed"))
  func colourIsForTerminalsWithoutNoColor() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.txt", "Ada Reyes, a spokeswoman for Northport Bank, met Bo Lind in Lisbon.\n")
    // Without the progress that a slow machine is told of.
    let command = "graphgen relations 'Ada Reyes' a.txt 2>/dev/null"
    func isColoured(_ shell: String) throws -> Bool {
      let run = try Run.shell(shell, in: folder)
      #expect(run.stdout.contains("Ada Reyes"))
      return run.stdout.contains("\u{1B}[")
    }
    #expect(try isColoured("env -u NO_COLOR script -qec \"\(command)\" /dev/null"))
    #expect(try !isColoured("NO_COLOR=1 script -qec \"\(command)\" /dev/null"))
    #expect(try !isColoured(command))
    let narrow = try Run.shell(
      "script -qec \"stty cols 50; NO_COLOR=1 \(command)\" /dev/null", in: folder)
    for line in narrow.stdout.split(whereSeparator: \.isNewline) { #expect(line.count <= 50) }
  }

  @Test func stagesAreTimedWhereAskedFor() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.txt", "Ada Reyes, a spokeswoman for Northport Bank, met Bo Lind in Lisbon.\n")
    let plain = try Run.graphgen(["stats", "a.txt"], in: folder).stdout
    let timed = try Run.graphgen(["stats", "--times", "a.txt"], in: folder).stdout
    #expect(timed.hasPrefix(plain))
    let lines = timed.dropFirst(plain.count).split(separator: "\n").dropFirst()
    #expect(
      lines.map { $0.split(separator: " ")[0] }
        == ["tokens", "sentences", "names", "chunks", "entities", "relations", "graph"])
    #expect(lines.allSatisfy { $0.hasSuffix(" ms") })
  }
}
