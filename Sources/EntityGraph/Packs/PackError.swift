import Glibc

/// What is wrong with a pack, and where.
public struct PackError: Error, Sendable, Equatable {
  /// The reasons; the wording is in ``PackError/description``.
  public enum Kind: Sendable, Equatable {
    case unreadable(code: Int32)
    case notAFile
    case emptyFolder
    case tooLarge(limit: Int)
    case tooManyFiles(limit: Int)
    case invalidUTF8
    case noTableHeader
    case unknownTable(String)
    case missingColumn(String)
    case unknownKind(String)
    case unknownFlag(String)
    case wordTooLong(String)
    case notOneWord(String)
    case badScore(String)
    case nameTooLong(limit: Int)
    case lineTooLong(limit: Int)
    case tooManyWords
    case packTooLarge(bytes: Int)
    case tooManyRows(limit: Int)
    case tooManyReadings(limit: Int)
    case crowded(String)
    case damaged
    /// A finding of the rule language, already worded.
    case rule(String)
  }

  public var file: String
  /// Line number from 1; 0 where the whole file is meant.
  public var line: Int
  public var kind: Kind

  public init(file: String, line: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }
}

extension PackError: CustomStringConvertible {
  /// `path:line: error: what is wrong; what to do`.
  public var description: String {
    if case .rule(let text) = kind { return text }
    return (line > 0 ? "\(file):\(line): error: " : "\(file): error: ") + reason
  }

  private var reason: String {
    switch kind {
    case .unreadable(let code): "can't be read (\(String(cString: strerror(code))))"
    case .notAFile: "is not a regular file"
    case .emptyFolder: "holds no .tsv or .rules file"
    case .tooLarge(let limit): "is larger than \(limit) bytes; split it"
    case .tooManyFiles(let limit): "is one file more than a pack may have (\(limit))"
    case .invalidUTF8: "is not valid UTF-8; convert it (iconv -t UTF-8)"
    case .noTableHeader:
      "no header; the first line must read '# table: words', '# table: names list=ID', "
        + "'# table: phrases list=ID' or '# table: weights'"
    case .unknownTable(let name):
      "unknown table '\(name)'; known are words, names, phrases and weights"
    case .missingColumn(let name): "column '\(name)' is empty"
    case .unknownKind(let kind):
      "unknown kind '\(kind)'; known are person, organization, place, demonym and reject"
    case .unknownFlag(let flag): "unknown flag '\(flag)'"
    case .wordTooLong(let word): "the word '\(word)' is longer than 64 bytes"
    case .notOneWord(let word): "'\(word)' is not one word; use a names or phrases table"
    case .badScore(let text): "'\(text)' is no score; write first=, last= or common= with 0 to 255"
    case .nameTooLong(let limit): "the name has more than \(limit) words"
    case .lineTooLong(let limit): "the line is longer than \(limit) bytes"
    case .tooManyWords: "no room for more than \(HashSlot.termMask) different words"
    case .packTooLarge(let bytes):
      "left out, the pack is larger than \(bytes) bytes; split it or leave something out"
    case .tooManyRows(let limit):
      "left out, the packs have more than \(limit) words and rows; leave something out"
    case .tooManyReadings(let limit): "the name has more than \(limit) readings"
    case .crowded(let word):
      "the word '\(InputProblem.printable(word))' is left out: it and too many others have one hash"
    case .damaged: "the compiled knowledge is damaged; build the program again"
    case .rule(let text): text
    }
  }
}
