import Glibc

/// Standard error, and what is known of the terminal.
enum Console {
  /// Whether standard error is a terminal.
  static let isInteractive = isatty(STDERR_FILENO) == 1

  /// Prints one line to standard error with the program's name.
  static func note(_ text: String) { print("graphgen: \(text)") }

  /// Prints one line to standard error as it is.
  static func print(_ line: String) {
    var bytes = Array(line.utf8)
    bytes.append(0x0A)
    _ = try? Descriptor.write(bytes, to: STDERR_FILENO)
  }

  /// Whether results may be coloured: a terminal, and `NO_COLOR` is not set.
  static var usesColor: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0[0] == 0 } ?? true
  }

  /// Width of the terminal in columns, 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return max(40, Int(size.ws_col))
  }
}

/// A failed system call.
struct SystemFailure: Error, CustomStringConvertible {
  /// What was to be done, and to what.
  var action: String
  var code: Int32
  var description: String { "\(action): \(String(cString: strerror(code)))" }
}

/// Writing to file descriptors.
enum Descriptor {
  /// The reader has gone away, which is no error.
  struct Closed: Error {}

  /// Writes all bytes, however many calls it takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String = "standard output") throws
  {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count >= 0 {
        done += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EPIPE: throw Closed()
      default: throw SystemFailure(action: "cannot write \(name)", code: errno)
      }
    }
  }

  /// Appends what is there, up to `count` bytes; returns how many, 0 at the end, -1 on failure.
  static func read(_ descriptor: Int32, upTo count: Int, into buffer: inout [UInt8]) -> Int {
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    let got = buffer.withUnsafeMutableBytes { bytes in
      Glibc.read(descriptor, bytes.baseAddress.map { $0 + old }, count)
    }
    let code = errno
    buffer.removeLast(count - max(0, got))
    errno = code
    return got
  }

  /// Reads to the end.
  static func readAll(_ descriptor: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let count = read(descriptor, upTo: max(1 << 16, bytes.count / 2), into: &bytes)
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { throw SystemFailure(action: "cannot read", code: errno) }
    }
  }
}
