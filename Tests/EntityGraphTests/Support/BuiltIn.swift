@testable import EntityGraph

/// The built-in knowledge, compiled from its sources once for all tests.
enum BuiltIn {
  static let knowledge: Knowledge? = {
    let pack = try? PackSource(folder: Project.knowledge.path)
    return pack.flatMap { try? Knowledge.compile([$0], base: nil).knowledge }
  }()
}
