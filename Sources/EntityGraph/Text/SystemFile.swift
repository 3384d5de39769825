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
    // Appended from memory that nobody fills with zeros first.
    let (got, code) = withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { piece in
      while true {
        let got = Glibc.read(descriptor, piece.baseAddress, count)
        if got < 0, errno == EINTR { continue }
        let code = errno
        if got > 0 { buffer.append(contentsOf: piece[..<got]) }
        return (got, code)
      }
    }
    if got < 0 { throw Failure(code: code) }
    return got
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
  ///
  /// A name that is not UTF-8 comes with U+FFFD in its place and cannot be opened.
  static func names(in path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw Failure(code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let item = readdir(folder) else {
        if errno != 0 { throw Failure(code: errno) }
        break
      }
      let name = withUnsafeBytes(of: &item.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names
  }
}
