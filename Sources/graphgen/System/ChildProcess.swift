import EntityGraph
import Glibc

/// Runs a program as a filter in a process of its own, with a time limit.
struct ChildProcess {
  /// Why there is no result.
  enum Fault: Error, CustomStringConvertible {
    case tookTooLong(seconds: Int)
    case crashed(signal: Int32)
    /// Ended by somebody else, mostly by a system that is short of memory.
    case killed
    /// The program's own words.
    case refused(String)
    /// No engine could do better; the program's own words.
    case unwritable(String)
    case notStarted(String)

    var description: String {
      switch self {
      case .tookTooLong(let seconds): "took more than \(seconds) s"
      case .crashed(let signal): "crashed (signal \(signal))"
      case .killed: "was killed, perhaps for want of memory"
      case .refused(let words), .unwritable(let words): words
      case .notStarted(let why): "could not be started: \(why)"
      }
    }
  }

  /// A path, or a name to look for in `PATH`.
  let program: String
  let arguments: [String]
  /// Processor time; on a busy machine a child may take three times as long by the clock.
  let seconds: Int

  /// Graphviz in a process of ours.
  static func layout(engine: Graphviz.Engine, format: Graphviz.Format, seconds: Int) -> Self {
    ChildProcess(
      program: "/proc/self/exe",
      arguments: [
        "layout", "--engine", engine.rawValue, "--format", format.rawValue, "--seconds",
        "\(seconds)",
        // Each picture is laid out more than once; one of them tells.
      ] + (engine == .placed ? [] : ["--check-font"]), seconds: seconds)
  }

  /// Gives the program its input and returns what it writes.
  func run(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    guard let toChild = ChildProcess.pipe(), let fromChild = ChildProcess.pipe(),
      let errors = ChildProcess.pipe()
    else { throw .notStarted(String(cString: strerror(errno))) }
    let child = spawn(toChild.read, fromChild.write, errors.write)
    let code = errno
    // The child's ends: only when nobody else holds them does reading end with the child.
    for end in [toChild.read, fromChild.write, errors.write] { close(end) }
    let exchange = Exchange(
      input: toChild.write, output: fromChild.read, errors: errors.read, seconds: seconds * 3 + 2)
    guard let child else { throw .notStarted(String(cString: strerror(code))) }
    let isInTime = exchange.run(bytes)
    if !isInTime { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    unfinishedChild = 0
    let signal = status & 0x7F
    if !isInTime || signal == SIGXCPU { throw .tookTooLong(seconds: seconds) }
    if signal == SIGKILL { throw .killed }
    if signal != 0 { throw .crashed(signal: signal) }
    let lines = String(decoding: exchange.complaints, as: UTF8.self).split(separator: "\n")
    let result = Int32((status >> 8) & 0xFF)
    if result != 0 || exchange.result.isEmpty {
      let words = lines.joined(separator: "; ")
      if result == Layout.unwritable { throw .unwritable(words) }
      throw .refused(words.isEmpty ? "wrote nothing" : words)
    }
    if lines.contains(where: { $0 == Layout.fontNote }) { Console.note(Layout.fontNote) }
    return exchange.result
  }

  /// A pipe that the child inherits only where it is given an end of it.
  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Starts the program; `nil` with `errno` if that fails.
  private func spawn(_ input: Int32, _ output: Int32, _ errors: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var words = ([program] + arguments).map { strdup($0) as UnsafeMutablePointer<CChar>? }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, nil, words, environ)
    errno = code
    if code != 0 { return nil }
    unfinishedChild = child
    return child
  }
}

/// Writes to a child and reads from it at the same time, until it closes its end or time is over.
private final class Exchange {
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private let end: Double
  private(set) var result: [UInt8] = []
  private(set) var complaints: [UInt8] = []

  init(input: Int32, output: Int32, errors: Int32, seconds: Int) {
    self.input = input
    self.output = output
    self.errors = errors
    end = Progress.now() + Double(seconds)
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
  }

  deinit { for descriptor in [output, errors] { close(descriptor) } }

  /// Returns whether the child was done in time.
  func run(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    var isSending = true
    var reading: Set<Int32> = [output, errors]
    while !reading.isEmpty {
      let left = end - Progress.now()
      if left <= 0 {
        if isSending { close(input) }
        return false
      }
      var polls = reading.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if isSending { polls.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      if poll(&polls, nfds_t(polls.count), Int32(min(left, 1) * 1000) + 1) <= 0 { continue }
      for item in polls where item.revents != 0 {
        if item.fd == input {
          isSending = send(bytes, &sent)
          if !isSending { close(input) }
        } else if !receive(item.fd) {
          reading.remove(item.fd)
        }
      }
    }
    if isSending { close(input) }
    return true
  }

  private func send(_ bytes: [UInt8], _ sent: inout Int) -> Bool {
    let count = bytes.withUnsafeBytes { buffer in
      write(input, buffer.baseAddress.map { $0 + sent }, bytes.count - sent)
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    sent += count
    return sent < bytes.count
  }

  private func receive(_ descriptor: Int32) -> Bool {
    var piece: [UInt8] = []
    let count = Descriptor.read(descriptor, upTo: 1 << 16, into: &piece)
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    if descriptor == output { result += piece } else { complaints += piece.prefix(4096) }
    return count > 0
  }
}
