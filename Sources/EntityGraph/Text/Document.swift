/// One article: its identity, what is known about it, and its text.
public struct Document: Sendable {
  /// The identifier that the input gave, else the file's name without its extension.
  public var id: String
  public var title: String?
  /// The date as the input gave it, ISO 8601 where it was one.
  public var date: String?
  public var url: String?
  /// The text as valid UTF-8. Every offset inside the library counts these bytes.
  public var text: [UInt8]

  public init(
    id: String, text: [UInt8], title: String? = nil, date: String? = nil, url: String? = nil
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.date = date
    self.url = url
  }

  /// Makes a document from a Swift string.
  public init(id: String, text: String) { self.init(id: id, text: Array(text.utf8)) }
}
