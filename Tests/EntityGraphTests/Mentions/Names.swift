@testable import EntityGraph

/// What the name stage finds, as short lines for tables of tests.
enum Names {
  /// `kind text` of each mention with form name, in the order of the text.
  static func found(_ text: String, _ knowledge: Knowledge) throws -> [String] {
    mentions(text, knowledge).filter { $0.form == .name }.map {
      "\($0.kind) \(words($0.span, text))"
    }
  }

  static func rules(_ text: String, _ knowledge: Knowledge) throws -> [String] {
    mentions(text, knowledge).filter { $0.form == .name }.map { knowledge.ruleName($0.rule) }
  }

  private static func mentions(_ text: String, _ knowledge: Knowledge) -> [Mention] {
    var extractor = Extractor(knowledge: knowledge)
    var extraction = Extraction()
    extractor.extract(Array(text.utf8), into: &extraction)
    return extraction.mentions
  }

  private static func words(_ span: ByteSpan, _ text: String) -> String {
    String(decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}
