import Glibc

/// A file that is read in pieces; the only place that calls the system for reading.
final class SystemFile {
  /// What the system said when a call failed.
  struct Failure: Error {
    var code: Int32
    var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    var message: String { String(cString: strerror(code)) }
  }

  /// What stands at a path.
  struct Entry {
    var isFolder: Bool
    var isRegular: Bool
    var device: UInt64
    var inode: UInt64
    /// Size in bytes; 0 for what is no regular file.
    var size: Int
  }

  private let descriptor: Int32
  private let closes: Bool

  /// Opens `path` for reading; `-` is standard input.
  init(path: String) throws(Failure) {
    if path == "-" {
      descriptor = STDIN_FILENO
      closes = false
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    closes = true
    if descriptor < 0 { throw Failure(code: errno) }
  }

  deinit { if closes, descriptor >= 0 { close(descriptor) } }

  /// Appends up to `count` bytes to `buffer`; returns how many there were, 0 at the end.
  func read(upTo count: Int, into buffer: inout [UInt8]) throws(Failure) -> Int {
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    while true {
      let got = buffer.withUnsafeMutableBytes { bytes in
        Glibc.read(descriptor, bytes.baseAddress.map { $0 + old }, count)
      }
      if got < 0, errno == EINTR { continue }
      let code = errno
      buffer.removeLast(count - max(0, got))
      if got < 0 { throw Failure(code: code) }
      return got
    }
  }

  /// What stands at `path`, links followed.
  static func entry(at path: String) throws(Failure) -> Entry {
    var info = stat()
    if stat(path, &info) != 0 { throw Failure(code: errno) }
    let type = info.st_mode & S_IFMT
    return Entry(
      isFolder: type == S_IFDIR, isRegular: type == S_IFREG,
      device: UInt64(info.st_dev), inode: UInt64(info.st_ino),
      size: type == S_IFREG ? Int(info.st_size) : 0)
  }

  /// The names in a folder, in the order of their bytes, without hidden ones.
  static func names(in path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw Failure(code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let item = readdir(folder) {
      let name = withUnsafeBytes(of: &item.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names
  }
}
