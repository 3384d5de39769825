import Foundation
import Testing

/// Compares a text with the file `Snapshots/NAME` beside the test.
///
/// A missing file, or any file while RECORD_SNAPSHOTS is set, is written and the test **fails**, so
/// that no recording passes unnoticed: read what was recorded, then run again.
func expectSnapshot(
  _ text: String, _ name: String, beside testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: testFile).deletingLastPathComponent()
    .appending(path: "Snapshots").appending(path: name)
  let recorded = try? String(contentsOf: file, encoding: .utf8)
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard let recorded, !isRecording else {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(file.path); read it, then run again", sourceLocation: sourceLocation)
    return
  }
  guard recorded != text else { return }
  Issue.record(
    """
    differs from \(file.path): \(firstDifference(recorded, text))
    If the change is meant, record anew: RECORD_SNAPSHOTS=1 swift test, then read the difference.
    """, sourceLocation: sourceLocation)
}

/// The first line in which two texts differ, as it was and as it is.
private func firstDifference(_ old: String, _ new: String) -> String {
  let old = old.split(separator: "\n", omittingEmptySubsequences: false)
  let new = new.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(old, new).prefix { $0 == $1 }.count
  let line = { (lines: [Substring]) in same < lines.count ? lines[same] : "(end of the text)" }
  return "line \(same + 1)\n  was: \(line(old))\n  is:  \(line(new))"
}
