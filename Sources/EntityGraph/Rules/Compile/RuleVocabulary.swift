/// One token of a literal, as the tokenizer cuts it.
struct LiteralToken: Sendable, Hashable {
  /// The bytes as they are written.
  var text: String
  /// The folded word; 0 for a mark.
  var term: TermID
  /// ``Token/mark``.
  var mark: UInt8
}

/// What the compiler asks of the word knowledge. Only used while compiling.
struct RuleVocabulary {
  /// Cuts a text into tokens; words that are new get an id that holds in every document.
  var tokens: (String) -> [LiteralToken]
  /// Entries of a list from a table, nil if there is none of that name.
  var list: (String) -> [[TermID]]?
  /// Words that have any of these word classes, for frames.
  var members: (UInt64) -> [TermID]
  /// Names of the lists, for suggestions.
  var listNames: [String]
  /// How common a word is, 0 … 255, logarithmic; chooses anchors and nothing else.
  var commonness: (TermID) -> Int
  /// Names of a mention's traits; the index is the bit in ``MentionView/traits``.
  var traits: [String] = SenseFlags.names
}
