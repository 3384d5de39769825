/// Finds the articles that the user named, in a stable order, and hands them out one by one.
///
/// An input is a file, a folder (taken recursively, in the order of its names' bytes), a JSON
/// Lines file, or `-` for standard input. Only lines of JSON Lines and standard input are read
/// here; files are read by the worker that processes them.
public struct DocumentSource {
  /// What a worker turns into a document.
  enum Record: Sendable {
    case file(path: String)
    case line(bytes: [UInt8], input: String, number: Int)
    case text(bytes: [UInt8], input: String)
    case problem(InputProblem)

    /// A measure of the work that it will be, in bytes.
    var weight: Int {
      switch self {
      case .file: 4096
      case .line(let bytes, _, _), .text(let bytes, _): bytes.count
      case .problem: 64
      }
    }
  }

  private struct Folder {
    var path: String
    var names: [String]
    var next = 0
    var device: UInt64
    var inode: UInt64
  }

  private var inputs: [String]
  private var nextInput = 0
  private var folders: [Folder] = []
  private var lines: LineBuffer?
  private var linesInput = ""
  private var foundInFolder = true
  /// Files in folders that are neither `.txt` nor `.jsonl`.
  public private(set) var skipped = 0

  /// Makes a source of what the user named.
  public init(_ inputs: [String]) { self.inputs = inputs }

  /// The next article or problem; `nil` at the end.
  mutating func next() -> Record? {
    while true {
      if lines != nil {
        if let record = nextLine() { return record }
        lines = nil
      }
      if let folder = folders.last {
        guard folder.next < folder.names.count else {
          folders.removeLast()
          if folders.isEmpty, !foundInFolder {
            return .problem(InputProblem(input: folder.path, reason: .noArticles))
          }
          continue
        }
        folders[folders.count - 1].next += 1
        let separator = folder.path.hasSuffix("/") ? "" : "/"
        let path = folder.path + separator + folder.names[folder.next]
        if let record = open(path, named: false) { return record }
        continue
      }
      guard nextInput < inputs.count else { return nil }
      nextInput += 1
      if let record = open(inputs[nextInput - 1], named: true) { return record }
    }
  }

  /// Starts on a path; returns what can be handed out at once.
  private mutating func open(_ path: String, named: Bool) -> Record? {
    if path == "-", named { return openStream(path) }
    do {
      let entry = try SystemFile.entry(at: path)
      if entry.isFolder { return openFolder(path, entry, named: named) }
      if DocumentSource.isLines(path) {
        if !named { foundInFolder = true }
        lines = LineBuffer(try SystemFile(path: path))
        linesInput = path
        return nil
      }
      if named { return entry.isRegular ? .file(path: path) : openStream(path) }
      guard path.hasSuffix(".txt"), entry.isRegular else {
        skipped += 1
        return nil
      }
      foundInFolder = true
      return .file(path: path)
    } catch { return .problem(InputProblem(input: path, failure: error)) }
  }

  private mutating func openFolder(
    _ path: String, _ entry: SystemFile.Entry, named: Bool
  ) -> Record? {
    if folders.contains(where: { $0.device == entry.device && $0.inode == entry.inode }) {
      return .problem(InputProblem(input: path, reason: .linkCycle))
    }
    do {
      let names = try SystemFile.names(in: path)
      if named { foundInFolder = false }
      folders.append(
        Folder(path: path, names: names, device: entry.device, inode: entry.inode))
      return nil
    } catch { return .problem(InputProblem(input: path, failure: error)) }
  }

  /// Standard input or a pipe: JSON Lines if it starts like an object, else one text.
  private mutating func openStream(_ path: String) -> Record? {
    do {
      let file = try SystemFile(path: path)
      var head: [UInt8] = []
      while DocumentSource.firstByte(head) == nil {
        if try file.read(upTo: 1 << 16, into: &head) == 0 { break }
      }
      if DocumentSource.firstByte(head) == UInt8(ascii: "{") {
        lines = LineBuffer(file, head: head)
        linesInput = path
        return nil
      }
      while head.count <= TextCheck.maximumBytes,
        try file.read(upTo: max(1 << 16, head.count / 2), into: &head) > 0
      {}
      return .text(bytes: head, input: path)
    } catch { return .problem(InputProblem(input: path, failure: error)) }
  }

  private mutating func nextLine() -> Record? {
    do {
      var tooLong = false
      while let line = try lines?.next(limit: TextCheck.maximumBytes, tooLong: &tooLong) {
        let number = lines?.line ?? 0
        if tooLong {
          return .problem(
            InputProblem(
              input: linesInput, line: number, reason: .tooLong(limit: TextCheck.maximumBytes)))
        }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
        return .line(bytes: Array(line), input: linesInput, number: number)
      }
      return nil
    } catch {
      lines = nil
      return .problem(InputProblem(input: linesInput, failure: error))
    }
  }

  private static func isLines(_ path: String) -> Bool {
    path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson")
  }

  /// The first byte that is neither white space nor part of a byte order mark.
  private static func firstByte(_ head: [UInt8]) -> UInt8? {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return head.dropFirst(start).first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
  }
}

extension InputProblem {
  init(input: String, failure: SystemFile.Failure) {
    let reason: Reason = failure.isMissing ? .missing : .unreadable(failure.message)
    self.init(input: input, reason: reason)
  }
}
