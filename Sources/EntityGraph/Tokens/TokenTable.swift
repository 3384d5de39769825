/// The tokens of one document with what the lexicon says of each; reused from document to document.
struct TokenTable: Sendable {
  var tokens: [Token] = []
  /// ``WordClass`` bits of each token.
  var classes: [UInt64] = []
  /// Base form of each token's term.
  var lemmas: [TermID] = []
  /// Words that only this document knows.
  var local = LocalVocabulary()
  /// Lasts from document to document.
  var frequent = FrequentWords()

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    lemmas.removeAll(keepingCapacity: true)
    local.removeAll()
  }
}

/// The tokens of a table while a stage reads and marks them: no copies, no counting of owners.
struct TokenView {
  let tokens: UnsafeMutableBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
}

extension TokenTable {
  /// Lends the tokens; the view is valid within `body` only.
  mutating func withView<Result>(_ body: (TokenView) -> Result) -> Result {
    classes.withUnsafeBufferPointer { classes in
      tokens.withUnsafeMutableBufferPointer { body(TokenView(tokens: $0, classes: classes)) }
    }
  }
}
