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
  /// Bytes of the file that is read in lines, 0 where that is unknown.
  private var size = 0
  private var foundInFolder = true
  /// Files in folders that are neither `.txt` nor `.jsonl`.
  public private(set) var skipped = 0

  /// Makes a source of what the user named.
  public init(_ inputs: [String]) { self.inputs = inputs }

  /// How much of the inputs has been handed out, 0...1, where every file of a folder and every
  /// input counts the same; 0 where nothing is known, as of a pipe.
  var fraction: Double {
    var inner = 0.0
    if let lines, size > 0 { inner = min(1, Double(lines.consumed) / Double(size)) }
    for folder in folders.reversed() {
      let isInside = lines != nil || folder.inode != folders.last?.inode
      inner =
        (Double(folder.next) - (isInside ? 1 : 0) + inner) / Double(max(1, folder.names.count))
    }
    let isInside = lines != nil || !folders.isEmpty
    return (Double(nextInput) - (isInside ? 1 : 0) + inner) / Double(max(1, inputs.count))
  }

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
      if DocumentSource.isLines(path), named || entry.isRegular {
        if !named { foundInFolder = true }
        size = entry.size
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
    } catch {
      // A name with U+FFFD that is not there is one that the system spells in other bytes.
      if error.isMissing, !named, path.unicodeScalars.contains("\u{FFFD}") {
        return .problem(InputProblem(input: path, reason: .unusableName))
      }
      return .problem(InputProblem(input: path, failure: error))
    }
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
        size = 0
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
        if number == 1, let reason = DocumentSource.notLines(line) {
          lines = nil
          return .problem(InputProblem(input: linesInput, reason: reason))
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

  /// What is wrong with a whole file, told by its first line: one message and not one a line.
  private static func notLines(_ line: ArraySlice<UInt8>) -> InputProblem.Reason? {
    if let reason = TextCheck.mark(of: line) { return reason }
    return line.firstIndex(of: 0).map { .binary(offset: $0 - line.startIndex) }
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
