import Foundation

@testable import EntityGraph

/// The example articles, in the order of their names.
enum Articles {
  static let all: [(name: String, text: String)] = {
    let folder = Project.examples
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().compactMap { file in
      (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)).map {
        (String(file.dropLast(4)), $0)
      }
    }
  }()

  /// The built-in knowledge, read once for all tests.
  static let knowledge = Result { try Knowledge.builtIn() }

  /// A fresh extractor with the built-in knowledge.
  static func extractor() throws -> Extractor { Extractor(knowledge: try knowledge.get()) }
}

/// Repeatable pseudo-random numbers (SplitMix64, Steele et al. 2014), so that a failure comes back.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
