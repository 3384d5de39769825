/// Tokens on their way into a ``TokenTable``, handed over in blocks: to append each by itself would
/// check three arrays for room and for other owners a token.
struct TokenBlock {
  private static let capacity = 256
  private let tokens: UnsafeMutablePointer<Token>
  private let classes: UnsafeMutablePointer<UInt64>
  private let lemmas: UnsafeMutablePointer<TermID>
  private var count = 0

  /// Lends a block that is valid within `body` only.
  static func withBlock(_ body: (TokenBlock) -> Void) {
    withUnsafeTemporaryAllocation(of: Token.self, capacity: capacity) { tokens in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { classes in
        withUnsafeTemporaryAllocation(of: TermID.self, capacity: capacity) { lemmas in
          guard let tokens = tokens.baseAddress, let classes = classes.baseAddress,
            let lemmas = lemmas.baseAddress
          else { return }
          body(TokenBlock(tokens: tokens, classes: classes, lemmas: lemmas))
        }
      }
    }
  }

  private init(
    tokens: UnsafeMutablePointer<Token>, classes: UnsafeMutablePointer<UInt64>,
    lemmas: UnsafeMutablePointer<TermID>
  ) {
    self.tokens = tokens
    self.classes = classes
    self.lemmas = lemmas
  }

  @inline(__always) var isFull: Bool { count == Self.capacity }

  /// Adds a token; the block must not be full.
  @inline(__always)
  mutating func add(_ token: Token, classes bits: UInt64, lemma: TermID) {
    (tokens + count).initialize(to: token)
    (classes + count).initialize(to: bits)
    (lemmas + count).initialize(to: lemma)
    count += 1
  }

  mutating func flush(into table: inout TokenTable) {
    table.tokens.append(contentsOf: UnsafeBufferPointer(start: tokens, count: count))
    table.classes.append(contentsOf: UnsafeBufferPointer(start: classes, count: count))
    table.lemmas.append(contentsOf: UnsafeBufferPointer(start: lemmas, count: count))
    count = 0
  }
}
