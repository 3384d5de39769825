import EntityGraph
import Glibc

/// Says how far long work is: a line on the terminal that is written over, or with `--progress`
/// lines for a log.
final class Progress {
  private let start = Progress.now()
  private let isForced: Bool
  private var last = 0.0
  private var isShown = false

  /// - Parameter isForced: whether to show progress where standard error is no terminal, too.
  init(isForced: Bool = false) { self.isForced = isForced }

  /// Shows the counts: on a terminal at most ten times a second, else every ten seconds, and not
  /// before half a second has passed.
  func show(_ counts: Pipeline.Statistics) {
    guard Console.isInteractive || isForced else { return }
    let time = Progress.now() - start
    guard time > 0.5, time - last > (Console.isInteractive ? 0.1 : 10) else { return }
    last = time
    let megabytes = Double(counts.bytes) / 1e6
    var line =
      "\(counts.documents) articles, \(Progress.rounded(megabytes)) MB, "
      + "\(Progress.rounded(megabytes / time)) MB/s"
    if counts.fraction > 0.001 {
      let left = time * (1 - counts.fraction) / counts.fraction
      line += ", \(Int(counts.fraction * 100)) %, \(Progress.clock(left)) left"
    }
    if Console.isInteractive {
      isShown = true
      put("\r\u{1B}[K" + line)
    } else {
      Console.note(line)
    }
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

  /// `2:05` for minutes and seconds, `1:02:05` with hours.
  private static func clock(_ seconds: Double) -> String {
    let all = Int(min(seconds, 1e8).rounded(.up))
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let minutes = all / 60 % 60
    return all < 3600
      ? "\(minutes):\(two(all % 60))" : "\(all / 3600):\(two(minutes)):\(two(all % 60))"
  }

  /// Seconds of a clock that never goes back.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
