import Foundation
import Testing

/// The documentation is run: what a page shows is what the program prints.
@Suite struct DocumentationTests {
  static let pages = [
    "README.md", "docs/rules.md", "docs/packs.md", "docs/formats.md", "docs/decisions.md",
    "docs/gallery.md",
  ]

  @Test(arguments: pages) func commandsPrintWhatThePageShows(_ page: String) throws {
    let file = Project.root.appending(path: page)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
    let actual = try replay(text)
    guard actual != text else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(page); read it, then run again")
    } else {
      Issue.record(
        "\(page) shows other output than the program prints; RECORD_SNAPSHOTS=1 swift test renews it"
      )
    }
  }

  /// The pictures of the gallery show what its commands draw now: the same names and words, wherever
  /// this machine's Graphviz and fonts put them.
  @Test func picturesAreThoseOfTheirCommands() throws {
    let file = Project.root.appending(path: "docs/gallery.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let commands = page.split(separator: "\n").filter {
      $0.hasPrefix("graphgen draw ") && $0.contains(" -o docs/")
    }
    #expect(commands.count > 2)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    let folder = try TemporaryFolder()
    for command in commands {
      let parts = String(command).components(separatedBy: " -o ")
      let name = try #require(parts.last)
      let place = isRecording ? Project.root.appending(path: name).path : folder.path + "/p.svg"
      let run = try Run.shell("\(parts[0]) -o '\(place)'")
      #expect(run.status == 0, "\(run.stderr)")
      if isRecording {
        Issue.record("recorded \(name); look at it, then run again")
        continue
      }
      let drawn = Self.words(try String(contentsOfFile: place, encoding: .utf8))
      let shown = Self.words(
        try String(contentsOf: Project.root.appending(path: name), encoding: .utf8))
      #expect(drawn == shown, "\(name) is older than the program; RECORD_SNAPSHOTS=1 renews it")
    }
  }

  /// The texts of a picture and its tooltips, ordered.
  private static func words(_ svg: String) -> [String] {
    svg.matches(of: /<(?:text|title|desc)[^>]*>([^<]*)</).map { String($0.1) }.sorted()
  }

  @Test func pagesLinkOnlyToWhatExists() throws {
    let listed = try FileManager.default.subpathsOfDirectory(atPath: Project.root.path)
      .filter { !$0.hasPrefix(".") && $0.hasSuffix(".md") }
    for page in listed {
      let file = Project.root.appending(path: page)
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\]\(([^)#:\s]+)(#[^)]*)?\)/) {
        let target = file.deletingLastPathComponent().appending(path: String(match.1))
        #expect(
          FileManager.default.fileExists(atPath: target.path), "\(page) links to \(match.1)")
      }
    }
  }

  /// The page with each ```console block's output replaced by what its commands print now.
  private func replay(_ page: String) throws -> String {
    var out: [String] = []
    var isInBlock = false
    for line in page.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInBlock = line == "```console"
        out.append(line)
      } else if !isInBlock {
        out.append(line)
      } else if line.hasPrefix("$ ") {
        out.append(line)
        let printed = try Run.shell(String(line.dropFirst(2)))
        let lines = printed.stdout.components(separatedBy: "\n")
        out += lines.last == "" ? lines.dropLast() : lines[...]
      }
    }
    return out.joined(separator: "\n")
  }
}
