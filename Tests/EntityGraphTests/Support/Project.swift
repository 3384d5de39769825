import Foundation
import Testing

/// Where things lie, for tests that read files of the project or run its program.
enum Project {
  /// The project's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The articles that the README and the snapshots use.
  static let examples = root.appending(path: "Examples/articles")

  /// The built-in knowledge as its sources.
  static let knowledge = root.appending(path: "Knowledge/english")

  /// Articles with a gold standard; nil on machines that have none beside the project.
  static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["ENTITYGRAPH_SHARED"].map {
      URL(filePath: $0)
    }
    let folder = named ?? root.deletingLastPathComponent().appending(path: "shared")
    let gold = folder.appending(path: "eval/dev")
    return FileManager.default.fileExists(atPath: gold.path) ? folder : nil
  }()

  /// The sanitizer that tests and program were built with, as `Scripts/sanitize` says; nil for none.
  static let sanitizer = ProcessInfo.processInfo.environment["ENTITYGRAPH_SANITIZER"]

  /// The program under test: SwiftPM puts it beside the test runner.
  static let graphgen: URL = {
    let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    return URL(filePath: runner ?? CommandLine.arguments[0])
      .deletingLastPathComponent().appending(path: "graphgen")
  }()
}

extension Trait where Self == ConditionTrait {
  /// Skips the test, and says so, where no articles with a gold standard lie beside the project.
  static var needsSharedArticles: Self {
    .enabled(
      if: Project.shared != nil,
      "needs ../shared or ENTITYGRAPH_SHARED, articles that are no part of the project")
  }
}
