/// The articles of a gold standard, by their ids.
public struct GoldSet: Sendable {
  /// One article's annotation and where it stands.
  public struct Entry: Sendable {
    public var annotation: Annotation
    public var input: String
    public var line: Int?

    func problem(_ what: GoldProblem.What) -> GoldProblem {
      GoldProblem(input: input, line: line, what: what)
    }
  }

  public private(set) var entries: [Entry] = []
  /// Lines and files that can't be used.
  public private(set) var problems: [GoldProblem] = []
  private var index: [String: Int] = [:]

  /// Reads a `.jsonl` file with an article a line, a `.json` file with one article, or a folder of
  /// such files.
  public init(path: String) throws(GoldProblem) {
    do {
      if try SystemFile.entry(at: path).isFolder {
        for name in try SystemFile.names(in: path) {
          let file = path.hasSuffix("/") ? path + name : path + "/" + name
          if name.hasSuffix(".json") { try readWhole(file) }
          if name.hasSuffix(".jsonl") { try readLines(file) }
        }
        if entries.isEmpty, problems.isEmpty {
          throw GoldProblem(
            input: path, what: .unreadable("no .json or .jsonl file in this folder"))
        }
      } else if path.hasSuffix(".json") {
        try readWhole(path)
      } else {
        try readLines(path)
      }
    } catch let failure as SystemFile.Failure {
      throw GoldProblem(input: path, what: .unreadable(failure.message))
    } catch let problem as GoldProblem {
      throw problem
    } catch { throw GoldProblem(input: path, what: .unreadable("\(error)")) }
  }

  /// The annotation of an article, nil if there is none.
  public func entry(_ id: String) -> Entry? { index[id].map { entries[$0] } }

  private mutating func readWhole(_ path: String) throws(SystemFile.Failure) {
    let file = try SystemFile(path: path)
    var bytes: [UInt8] = []
    while bytes.count <= TextCheck.maximumBytes, try file.read(upTo: 1 << 16, into: &bytes) > 0 {}
    add(bytes, path, line: nil)
  }

  private mutating func readLines(_ path: String) throws(SystemFile.Failure) {
    var lines = LineBuffer(try SystemFile(path: path))
    var tooLong = false
    while let line = try lines.next(limit: TextCheck.maximumBytes, tooLong: &tooLong) {
      if !tooLong, line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      add(Array(line), path, line: lines.line)
    }
  }

  private mutating func add(_ bytes: [UInt8], _ path: String, line: Int?) {
    do throws(GoldProblem.What) {
      let annotation = try AnnotationReader.read(bytes)
      if index[annotation.document] != nil { throw .repeatedDocument(annotation.document) }
      index[annotation.document] = entries.count
      entries.append(Entry(annotation: annotation, input: path, line: line))
    } catch { problems.append(GoldProblem(input: path, line: line, what: error)) }
  }
}
