import Glibc

/// The files of a pack, read whole: `*.tsv` and `*.rules`, in the order of their paths.
public struct PackSource: Sendable {
  /// One file of a pack.
  public struct File: Sendable {
    /// Path below the pack's folder.
    public var path: String
    public var bytes: [UInt8]
  }

  /// The folder's name; rule ids begin with it.
  public var name: String
  public var files: [File]

  public init(name: String, files: [File]) {
    self.name = name
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Reads the `*.tsv` and `*.rules` files below a folder.
  ///
  /// Links are followed as files but never as folders, so that no cycle can arise.
  /// - Throws: ``PackError`` if the folder or a file can't be read or is larger than
  ///   `limits.fileBytes`.
  public init(folder: String, limits: PackLimits = PackLimits()) throws(PackError) {
    var files: [File] = []
    try Self.collect(folder, below: "", limits: limits, depth: 0, into: &files)
    if files.isEmpty { throw PackError(file: folder, line: 0, kind: .emptyFolder) }
    var trimmed = folder
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let name = trimmed.split(separator: "/").last.map(String.init) ?? "pack"
    self.init(name: name, files: files)
  }

  private static func collect(
    _ folder: String, below: String, limits: PackLimits, depth: Int, into files: inout [File]
  ) throws(PackError) {
    guard depth <= limits.folderDepth else { return }
    guard let directory = opendir(folder) else {
      throw PackError(file: folder, line: 0, kind: .unreadable(code: errno))
    }
    var names: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      names.append((name, entry.pointee.d_type == UInt8(DT_DIR)))
    }
    closedir(directory)
    for (name, isFolder) in names.sorted(by: { $0.name < $1.name }) {
      let path = folder + "/" + name
      let inner = below.isEmpty ? name : below + "/" + name
      if isFolder {
        try collect(path, below: inner, limits: limits, depth: depth + 1, into: &files)
      } else if name.hasSuffix(".tsv") || name.hasSuffix(".rules") {
        if files.count >= limits.files {
          throw PackError(file: path, line: 0, kind: .tooManyFiles(limit: limits.files))
        }
        files.append(File(path: inner, bytes: try read(path, limits: limits)))
      }
    }
  }

  static func read(_ path: String, limits: PackLimits) throws(PackError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw PackError(file: path, line: 0, kind: .unreadable(code: errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw PackError(file: path, line: 0, kind: .notAFile)
    }
    if Int(status.st_size) > limits.fileBytes {
      throw PackError(file: path, line: 0, kind: .tooLarge(limit: limits.fileBytes))
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let n = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled)
      }
      if n < 0 { throw PackError(file: path, line: 0, kind: .unreadable(code: errno)) }
      if n == 0 { break }
      filled += n
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

/// What a pack may cost, since packs are data from strangers.
public struct PackLimits: Sendable {
  /// Bytes of one file.
  public var fileBytes = 64 << 20
  public var files = 1_000
  public var folderDepth = 8
  /// Bytes of all files.
  public var packBytes = 256 << 20
  /// Words of earlier packs and rows of this one's tables.
  public var rows = 600_000
  /// Bytes of one line of a table.
  public var lineBytes = 4_096
  /// Words of one listed name.
  public var nameTokens = 12
  /// Readings of one name: each costs time wherever a text names it.
  static let readings = 64
  /// Slots that looking up a word may try.
  static let searchSteps = 1_024

  public init() {}
}
