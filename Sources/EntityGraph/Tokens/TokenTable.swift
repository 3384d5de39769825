/// The tokens of one document with what the lexicon says of each; reused from document to document.
struct TokenTable: Sendable {
  var tokens: [Token] = []
  /// ``WordClass`` bits of each token.
  var classes: [UInt64] = []
  /// Base form of each token's term.
  var lemmas: [TermID] = []
  /// In order and maybe twice, the tokens in front of which a sentence may end: those at the start of
  /// a line, and those behind an abbreviation or a mark that ends or closes something. The last one may
  /// lie behind all tokens.
  private(set) var borders: [Int32] = []
  /// The tokens at which a quotation may begin or end: double quotes, and those at the start of a line.
  private(set) var turns: [Int32] = []
  /// The tokens that are numbers, initials, in capitals or possessive endings.
  private(set) var odd: [Int32] = []
  /// Words that only this document knows.
  var local = LocalVocabulary()
  /// Lasts from document to document.
  var frequent = FrequentWords()

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    lemmas.removeAll(keepingCapacity: true)
    borders.removeAll(keepingCapacity: true)
    turns.removeAll(keepingCapacity: true)
    odd.removeAll(keepingCapacity: true)
    local.removeAll()
  }

  /// Adds to ``borders``, ``turns`` and ``odd`` those of the tokens to come, counted from the first of
  /// these.
  mutating func note(
    borders: UnsafeBufferPointer<Int32>, turns: UnsafeBufferPointer<Int32>,
    odd: UnsafeBufferPointer<Int32>
  ) {
    Self.append(borders, &self.borders, from: tokens.count)
    Self.append(turns, &self.turns, from: tokens.count)
    Self.append(odd, &self.odd, from: tokens.count)
  }

  /// Copies first and counts then: a lazy collection of sums would ask for memory.
  private static func append(
    _ places: UnsafeBufferPointer<Int32>, _ all: inout [Int32], from first: Int
  ) {
    let old = all.count
    all.append(contentsOf: places)
    all.withUnsafeMutableBufferPointer { all in
      for k in old..<all.count { all[k] &+= Int32(truncatingIfNeeded: first) }
    }
  }
}

/// The tokens of a table while a stage reads and marks them: no copies, no counting of owners.
struct TokenView {
  let tokens: UnsafeMutableBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  /// See ``TokenTable/borders``.
  let borders: UnsafeBufferPointer<Int32>
  /// See ``TokenTable/turns``.
  let turns: UnsafeBufferPointer<Int32>
  /// See ``TokenTable/odd``.
  let odd: UnsafeBufferPointer<Int32>
}

extension TokenTable {
  /// Lends the tokens; the view is valid within `body` only.
  mutating func withView<Result>(_ body: (TokenView) -> Result) -> Result {
    classes.withUnsafeBufferPointer { classes in
      borders.withUnsafeBufferPointer { borders in
        turns.withUnsafeBufferPointer { turns in
          odd.withUnsafeBufferPointer { odd in
            tokens.withUnsafeMutableBufferPointer {
              body(
                TokenView(tokens: $0, classes: classes, borders: borders, turns: turns, odd: odd))
            }
          }
        }
      }
    }
  }
}
