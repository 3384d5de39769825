/// Turns what a ``DocumentSource`` hands out into documents. One decoder a thread.
struct DocumentDecoder {
  private var key: [UInt8] = []
  private var scratch: [UInt8] = []

  /// Reads and checks one article.
  mutating func decode(_ record: DocumentSource.Record) throws(InputProblem) -> Document {
    switch record {
    case .problem(let problem): throw problem
    case .file(let path):
      let bytes = try readFile(path)
      return try document(bytes, id: DocumentDecoder.name(of: path), input: path)
    case .text(let bytes, let input):
      let id = input == "-" ? "stdin" : DocumentDecoder.name(of: input)
      return try document(bytes, id: id, input: input)
    case .line(let bytes, let input, let number):
      return try decodeLine(bytes, input: input, number: number)
    }
  }

  private func document(
    _ bytes: consuming [UInt8], id: String, input: String
  ) throws(InputProblem) -> Document {
    if bytes.count > TextCheck.maximumBytes {
      throw InputProblem(input: input, reason: .tooLong(limit: TextCheck.maximumBytes))
    }
    if let reason = TextCheck.problem(in: &bytes) {
      throw InputProblem(input: input, reason: reason)
    }
    return Document(id: id, text: bytes)
  }

  private func readFile(_ path: String) throws(InputProblem) -> [UInt8] {
    do {
      let size = try SystemFile.entry(at: path).size
      if size > TextCheck.maximumBytes {
        throw InputProblem(input: path, reason: .tooLong(limit: TextCheck.maximumBytes))
      }
      let file = try SystemFile(path: path)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size + 1)
      var piece = size + 1
      while try file.read(upTo: piece, into: &bytes) > 0 {
        if bytes.count > TextCheck.maximumBytes { break }
        piece = bytes.count < size ? size + 1 - bytes.count : max(1 << 16, bytes.count / 2)
      }
      return bytes
    } catch let problem as InputProblem {
      throw problem
    } catch let failure as SystemFile.Failure {
      throw InputProblem(input: path, failure: failure)
    } catch { throw InputProblem(input: path, reason: .unreadable("\(error)")) }
  }

  private mutating func decodeLine(
    _ line: [UInt8], input: String, number: Int
  ) throws(InputProblem) -> Document {
    let reason: InputProblem.Reason
    do {
      return try line.withUnsafeBufferPointer { bytes throws in
        var start = bytes[...]
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = bytes.dropFirst(3) }
        return try decodeObject(UnsafeBufferPointer(rebasing: start))
      }
    } catch let problem as JSONProblem {
      reason = .json(problem)
    } catch let fault as InputProblem.Reason {
      reason = fault
    } catch { reason = .unreadable("\(error)") }
    throw InputProblem(input: input, line: number, reason: reason)
  }

  private mutating func decodeObject(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Document {
    if let reason = TextCheck.invalidUTF8(bytes) { throw reason }
    var reader = JSONReader(bytes)
    guard reader.nextByte() == UInt8(ascii: "{") else { throw reader.problem(.object) }
    var document = Document(id: "", text: [UInt8]())
    var hasText = false
    var fault: InputProblem.Reason?
    var scratch: [UInt8] = []
    swap(&scratch, &self.scratch)
    try reader.readObject(key: &key) { (reader, key) throws(JSONProblem) in
      switch Field(key) {
      case .text:
        guard reader.nextByte() == UInt8(ascii: "\"") else {
          fault = .field("text", .notText)
          return try reader.skipValue()
        }
        document.text.reserveCapacity(bytes.count)
        try reader.readString(into: &document.text)
        hasText = true
      case .id:
        guard let value = try reader.readText(into: &scratch, bytes) else {
          fault = .field("id", .notText)
          return
        }
        document.id = value
      case .title: document.title = try reader.readText(into: &scratch, bytes)
      case .date: document.date = try reader.readText(into: &scratch, bytes)
      case .url: document.url = try reader.readText(into: &scratch, bytes)
      case nil: try reader.skipValue()
      }
    }
    swap(&scratch, &self.scratch)
    try reader.finish()
    if let fault { throw fault }
    if document.id.isEmpty { throw InputProblem.Reason.field("id", .missing) }
    if !hasText { throw InputProblem.Reason.field("text", .missing) }
    return document
  }

  private enum Field: String {
    case id, text, title, date, url
    init?(_ key: [UInt8]) { self.init(rawValue: String(decoding: key, as: UTF8.self)) }
  }

  /// A file's name without folder and extension.
  static func name(of path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    let name = path.split(separator: "/").last ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}

extension InputProblem.Reason: Error {}

extension JSONReader {
  /// A string, or a number as it is written; `nil` for anything else, which is passed over.
  fileprivate mutating func readText(
    into scratch: inout [UInt8], _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONProblem) -> String? {
    switch nextByte() {
    case UInt8(ascii: "\""):
      try readString(into: &scratch)
      return String(decoding: scratch, as: UTF8.self)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      let range = try readScalar()
      return String(decoding: bytes[range], as: UTF8.self)
    default:
      try skipValue()
      return nil
    }
  }
}
