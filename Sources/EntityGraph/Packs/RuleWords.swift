/// Lets the rule compiler look words up in a lexicon that is being built, and add the words that
/// only rules know. Used by one thread, while packs are compiled.
final class RuleWords {
  private(set) var builder: LexiconBuilder
  private let tokenizer: Tokenizer
  private var table = TokenTable()
  /// Rows of the `phrases` tables by list.
  private var phrases: [String: [String]] = [:]

  init(_ builder: LexiconBuilder, phrases rows: [String]) {
    self.builder = builder
    var blob = BlobWriter()
    builder.writeWords(into: &blob)
    tokenizer = Tokenizer(lexicon: Lexicon(storage: BlobStorage(copying: blob.bytes())))
    for row in rows {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count > 1 { phrases[String(fields[0]), default: []].append(String(fields[1])) }
    }
  }

  var vocabulary: RuleVocabulary {
    RuleVocabulary(
      tokens: { self.tokens($0) }, list: { self.list($0) },
      members: { self.builder.terms(ofClass: $0) },
      listNames: builder.listNames + phrases.keys.sorted(),
      commonness: { self.builder.commonness($0) })
  }

  private func tokens(_ text: String) -> [LiteralToken] {
    // An ending such as 's is only cut as one where it stands behind a word.
    let isEnding =
      (text.first == "'" || text.first == "’") && text.dropFirst().first?.isLetter == true
    let bytes = Array((isEnding ? "x" + text : text).utf8)
    bytes.withUnsafeBufferPointer { tokenizer.run($0, into: &table) }
    return table.tokens.dropFirst(isEnding ? 1 : 0).compactMap { token in
      let word = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      if token.mark != 0 { return LiteralToken(text: word, term: 0, mark: token.mark) }
      // A word of a length that no text's word is looked up with can never match.
      guard let folded = Folding.fold(word), !folded.isEmpty else { return nil }
      return LiteralToken(text: word, term: builder.term(folded), mark: 0)
    }
  }

  private func list(_ name: String) -> [[TermID]]? {
    let words = builder.terms(ofList: name)
    let rows = phrases[name]
    if words == nil, rows == nil { return nil }
    return (words ?? []).map { [$0] }
      + (rows ?? []).map { tokens($0) }.filter { !$0.isEmpty && $0.allSatisfy { $0.mark == 0 } }
      .map { $0.map(\.term) }
  }
}
