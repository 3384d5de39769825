import Glibc
import Synchronization

/// Where results go: standard output, or a file that appears whole or not at all.
///
/// A file is written beside its place under a name of its own and renamed when it is complete, so
/// that a reader never sees half of it. What is no regular file (`/dev/null`, a pipe) is written to
/// directly.
final class OutputFile {
  private let descriptor: Int32
  private let path: String?
  private let temporary: String?
  private var isDone = false

  /// Opens standard output (`nil` or `-`) or a file.
  init(_ path: String?) throws {
    guard let path, path != "-" else {
      self.path = nil
      temporary = nil
      descriptor = STDOUT_FILENO
      return
    }
    self.path = path
    var info = stat()
    if stat(path, &info) == 0, info.st_mode & S_IFMT != S_IFREG {
      if info.st_mode & S_IFMT == S_IFDIR {
        throw SystemFailure(action: "cannot write \(path)", code: EISDIR)
      }
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      // A link is followed, so that its target is replaced and not the link.
      let target = OutputFile.resolved(path)
      let (folder, name) = OutputFile.split(target)
      let place = "\(folder).\(name).\(getpid()).part"
      temporary = place
      descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      if descriptor >= 0 { Cleanup.shared.register(place) }
    }
    if descriptor < 0 { throw SystemFailure(action: "cannot write \(path)", code: errno) }
  }

  /// Writes more bytes.
  func write(_ bytes: [UInt8]) throws {
    try Descriptor.write(bytes, to: descriptor, name: path ?? "standard output")
  }

  /// Puts the complete file in its place.
  func finish() throws {
    guard let path, !isDone else { return }
    isDone = true
    let closed = close(descriptor)
    let closeCode = errno
    defer { if let temporary { Cleanup.shared.forget(temporary) } }
    if closed != 0 { throw failed(closeCode) }
    if let temporary, rename(temporary, OutputFile.resolved(path)) != 0 { throw failed(errno) }
  }

  deinit {
    guard path != nil, !isDone else { return }
    close(descriptor)
    if let temporary {
      unlink(temporary)
      Cleanup.shared.forget(temporary)
    }
  }

  /// Whether a folder stands at `path`.
  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder where there is none.
  static func makeFolder(_ path: String) throws {
    if !isFolder(path), mkdir(path, 0o777) != 0 {
      throw SystemFailure(action: "cannot make the folder \(path)", code: errno)
    }
  }

  private func failed(_ code: Int32) -> SystemFailure {
    if let temporary { unlink(temporary) }
    return SystemFailure(action: "cannot write \(path ?? "")", code: code)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func split(_ path: String) -> (folder: String, name: Substring) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path[...]) }
    let name = path[path.index(after: slash)...]
    return (String(path[...slash]), name)
  }
}

/// Removes unfinished files when the program is interrupted.
final class Cleanup: Sendable {
  static let shared = Cleanup()
  private let pending = Mutex<[String]>([])

  func register(_ path: String) {
    pending.withLock { $0.append(path) }
    publish()
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        // Only calls that POSIX allows in a handler: unlink, signal, raise.
        if let path = unfinished { unlink(path) }
        if unfinishedChild > 0 { kill(unfinishedChild, SIGKILL) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  func forget(_ path: String) {
    pending.withLock { list in list.removeAll { $0 == path } }
    publish()
  }

  private func publish() {
    let path = pending.withLock { $0.last }
    let old = unfinished
    unfinished = path.map { strdup($0) } ?? nil
    free(old)
  }
}

/// Read by the signal handler, so outside of any object or lock.
nonisolated(unsafe) private var unfinished: UnsafeMutablePointer<CChar>?
/// The layout child that runs, 0 for none.
nonisolated(unsafe) var unfinishedChild: pid_t = 0
