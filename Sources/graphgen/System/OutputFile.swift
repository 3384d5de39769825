import Glibc

/// Where results go: standard output, or a file that appears whole or not at all.
///
/// A file is written without a name (`O_TMPFILE`) or, where the file system knows no such files,
/// under a hidden name beside its place; it gets its place by renaming when it is complete. So a
/// reader never sees half of it, of two writers the later wins, and what is killed leaves nothing
/// behind. What is no regular file (`/dev/null`, a pipe) is written to directly.
final class OutputFile {
  private let descriptor: Int32
  private let path: String?
  /// The file to replace, links followed.
  private let target: String
  /// Name of the unfinished file; nil where it has none.
  private let unfinished: String?
  private let isDirect: Bool
  private var isDone = false

  /// Opens standard output (`nil` or `-`) or a file.
  init(_ path: String?) throws {
    guard let path, path != "-" else {
      (self.path, target, unfinished, isDirect) = (nil, "", nil, true)
      descriptor = STDOUT_FILENO
      return
    }
    self.path = path
    // A link is followed, so that its target is replaced and not the link.
    target = OutputFile.resolved(path)
    var info = stat()
    let exists = stat(path, &info) == 0
    if exists {
      if info.st_mode & S_IFMT == S_IFDIR { throw OutputFile.failure(path, EISDIR) }
      // Renaming would replace a file that may not be written.
      if access(path, W_OK) != 0 { throw OutputFile.failure(path, errno) }
    }
    isDirect = exists && info.st_mode & S_IFMT != S_IFREG
    if isDirect {
      unfinished = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      (descriptor, unfinished) = OutputFile.create(in: OutputFile.folder(of: target))
    }
    if descriptor < 0 { throw OutputFile.failure(path, errno) }
    if let unfinished { Interruption.remember(unfinished) }
    if exists, !isDirect { fchmod(descriptor, info.st_mode & 0o777) }
  }

  /// Writes more bytes.
  func write(_ bytes: [UInt8]) throws {
    try Descriptor.write(bytes, to: descriptor, name: path ?? "standard output")
  }

  /// Puts the complete file in its place.
  func finish() throws {
    guard let path, !isDone else { return }
    isDone = true
    // The name is made before closing, which a file without one would not survive.
    let name = isDirect ? nil : unfinished ?? named()
    defer { if let unfinished { Interruption.forget(unfinished) } }
    let code = isDirect || name != nil ? 0 : errno
    if close(descriptor) != 0 || code != 0 {
      let failure = OutputFile.failure(path, code != 0 ? code : errno)
      if let name { unlink(name) }
      throw failure
    }
    guard let name else { return }
    if rename(name, target) != 0 {
      let failure = OutputFile.failure(path, errno)
      unlink(name)
      throw failure
    }
  }

  deinit {
    guard path != nil, !isDone else { return }
    close(descriptor)
    if let unfinished {
      unlink(unfinished)
      Interruption.forget(unfinished)
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

  // MARK: Unfinished files

  /// Linux's `O_TMPFILE`, which Swift does not see.
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  private static func create(in folder: String) -> (descriptor: Int32, name: String?) {
    let descriptor = open(folder, O_WRONLY | O_CLOEXEC | withoutName, 0o666)
    if descriptor >= 0 {
      // It gets its name by this path.
      if access("/proc/self/fd/\(descriptor)", F_OK) == 0 { return (descriptor, nil) }
      close(descriptor)
    }
    let name = freeName(in: folder)
    return (open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666), name)
  }

  /// Gives the nameless file a name beside its place; nil where that fails.
  private func named() -> String? {
    let folder = OutputFile.folder(of: target)
    for _ in 0..<100 {
      let name = OutputFile.freeName(in: folder)
      let done = linkat(
        AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW)
      if done == 0 { return name }
      if errno != EEXIST { return nil }
    }
    return nil
  }

  private static func freeName(in folder: String) -> String {
    "\(folder)/.graphgen-\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
  }

  private static func failure(_ path: String, _ code: Int32) -> SystemFailure {
    SystemFailure(action: "cannot write \(path)", code: code)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
