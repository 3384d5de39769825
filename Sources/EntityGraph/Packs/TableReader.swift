/// One row of a table with its place.
struct TableRow {
  var line: Int
  var fields: [Substring]

  func field(_ index: Int) -> Substring { index < fields.count ? fields[index] : "" }
}

/// A `*.tsv` file of a pack.
struct PackTable {
  enum Kind: String { case words, names, phrases, weights }
  var kind: Kind
  /// The id of the list, the file's name without its ending where the header gives none.
  var list: String
  var rows: [TableRow]

  /// Reads a table.
  ///
  /// - Throws: ``PackError`` for a missing header or text that is not UTF-8. Bad rows are left to
  ///   the compiler, which reports them one by one.
  init(_ file: PackSource.File, limits: PackLimits) throws(PackError) {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw PackError(file: file.path, line: 0, kind: .invalidUTF8)
    }
    var header: [Substring]?
    rows = []
    var number = 0
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if raw.isEmpty { continue }
      if raw.utf8.count > limits.lineBytes {
        throw PackError(file: file.path, line: number, kind: .lineTooLong(limit: limits.lineBytes))
      }
      if raw.hasPrefix("#") {
        if header == nil, raw.hasPrefix("# table:") {
          header = raw.dropFirst(8).split(separator: " ")
        }
        continue
      }
      if header == nil { throw PackError(file: file.path, line: number, kind: .noTableHeader) }
      rows.append(
        TableRow(line: number, fields: raw.split(separator: "\t", omittingEmptySubsequences: false))
      )
    }
    guard let header, let name = header.first else {
      throw PackError(file: file.path, line: 1, kind: .noTableHeader)
    }
    guard let kind = Kind(rawValue: String(name)) else {
      throw PackError(file: file.path, line: 1, kind: .unknownTable(String(name)))
    }
    self.kind = kind
    let named = header.first { $0.hasPrefix("list=") }.map { String($0.dropFirst(5)) }
    let stem = file.path.split(separator: "/").last.map(String.init) ?? file.path
    list = named ?? String(stem.prefix { $0 != "." })
  }
}
