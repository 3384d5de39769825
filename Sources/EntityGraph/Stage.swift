import Glibc

/// The stages that a document passes, in their order; `Benchmarks` measures each.
public enum Stage: String, Sendable, CaseIterable {
  case tokens, sentences, names, chunks, entities, relations
}

/// How long the stages take, added up over documents.
public struct StageTimes: Sendable {
  /// Seconds of processor time, one for each of ``Stage``.
  public private(set) var seconds = [Double](repeating: 0, count: Stage.allCases.count)
  private var last = 0.0

  /// Nothing measured yet.
  public init() {}

  /// Starts the clock of this thread.
  mutating func begin() { last = StageTimes.now() }

  /// What passed since the last call was `stage`.
  mutating func end(_ stage: Stage) {
    let now = StageTimes.now()
    seconds[stage.index] += now - last
    last = now
  }

  mutating func add(_ other: StageTimes) {
    for index in seconds.indices { seconds[index] += other.seconds[index] }
  }

  /// Processor time of the calling thread.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Stage {
  fileprivate var index: Int {
    switch self {
    case .tokens: 0
    case .sentences: 1
    case .names: 2
    case .chunks: 3
    case .entities: 4
    case .relations: 5
    }
  }
}
