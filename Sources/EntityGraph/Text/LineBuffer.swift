import Glibc

/// Cuts a file into lines while it is read, with memory for a piece and the longest line only.
struct LineBuffer {
  private static let piece = 1 << 18

  private let file: SystemFile
  private var buffer: [UInt8]
  private var start = 0
  private var ended = false
  /// Number of the line handed out last, from 1.
  private(set) var line = 0
  /// Bytes read so far that have left the buffer.
  private var passed = 0
  /// Bytes of the file before the line to come.
  var consumed: Int { passed + start }

  /// Reads on from `file`; `head` is what has been read of it already.
  init(_ file: SystemFile, head: [UInt8] = []) {
    self.file = file
    buffer = head
  }

  /// The next line without its line break; `nil` at the end.
  ///
  /// A line longer than `limit` is passed over and returned as empty with `tooLong` set.
  mutating func next(
    limit: Int, tooLong: inout Bool
  ) throws(SystemFile.Failure) -> ArraySlice<UInt8>? {
    tooLong = false
    var searched = start
    while true {
      if let end = firstBreak(from: searched) {
        defer { start = end + 1 }
        line += 1
        return tooLong ? [] : buffer[start..<end]
      }
      searched = buffer.count
      if ended {
        guard start < buffer.count || tooLong else { return nil }
        defer { start = buffer.count }
        line += 1
        return tooLong ? [] : buffer[start...]
      }
      if buffer.count - start > limit {
        tooLong = true
        start = buffer.count
      }
      if start > 0 {
        passed += start
        buffer.removeFirst(start)
        searched -= start
        start = 0
      }
      ended = try file.read(upTo: max(LineBuffer.piece, buffer.count / 2), into: &buffer) == 0
    }
  }

  private func firstBreak(from offset: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, offset < bytes.count else { return nil }
      guard let hit = memchr(base + offset, 0x0A, bytes.count - offset) else { return nil }
      return base.distance(to: UnsafeRawPointer(hit))
    }
  }
}
