import EntityGraph
import Glibc

/// A line on the terminal that says how far long work is; nothing where standard error is no
/// terminal.
final class Progress {
  private let start = Progress.now()
  private var last = 0.0
  private var isShown = false

  /// Shows the counts, at most ten times a second and not before half a second has passed.
  func show(_ counts: Pipeline.Statistics) {
    guard Console.isInteractive else { return }
    let time = Progress.now() - start
    guard time > 0.5, time - last > 0.1 else { return }
    last = time
    isShown = true
    let megabytes = Double(counts.bytes) / 1e6
    put(
      "\r\u{1B}[K\(counts.documents) articles, \(Progress.rounded(megabytes)) MB, "
        + "\(Progress.rounded(megabytes / time)) MB/s")
  }

  /// Takes the line away.
  func clear() {
    if isShown { put("\r\u{1B}[K") }
    isShown = false
  }

  private func put(_ text: String) {
    _ = try? Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
  }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Seconds of a clock that never goes back.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
