/// Turns one document after another into an ``Extraction``; one extractor a thread.
///
/// What a document yields never depends on the documents before it.
public struct Extractor: Sendable {
  public let knowledge: Knowledge

  public init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// Recognizes names, roles, references and relations.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8, at most 2 GiB.
  ///   - extraction: is emptied and filled; reuse it to spare allocations.
  public mutating func extract(_ text: [UInt8], into extraction: inout Extraction) {
    extraction.removeAll()
  }
}
