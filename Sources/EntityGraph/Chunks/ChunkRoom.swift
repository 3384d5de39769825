/// Finds the phrases and verb groups of a document and ties them together, sentence by sentence.
///
/// They are written to arrays that have room for those of a sentence at least, and copied when the
/// document is done: so no chunk asks whether its array must grow.
struct ChunkRoom: Sendable {
  private var bits: [UInt8] = []
  private var phrases: [NounPhrase] = []
  private var groups: [VerbGroup] = []
  private var arguments: [Argument] = []
  private var order: [PhraseChunker.Place] = []
  private var stack: [ClauseParser.Frame] = []

  mutating func run(
    _ view: SyntaxView, _ marks: UnsafeBufferPointer<UInt64>,
    _ names: UnsafeBufferPointer<UInt8>, _ words: SyntaxWords, _ sentences: [Sentence],
    into chunks: inout Chunks
  ) {
    Self.grow(&bits, to: ChunkBits.size(tokens: view.tokens.count), with: 0)
    var rows: [UInt8] = []
    swap(&rows, &bits)
    defer { swap(&rows, &bits) }
    rows.withUnsafeMutableBufferPointer { rows in
      guard let bits = ChunkBits(view.tags, names, in: rows) else { return }
      var done = Progress()
      while done.sentences < sentences.count {
        makeRoom(sentences[done.sentences].tokens.count, done)
        run(view, marks, names, words, sentences, bits, &done)
      }
      copy(done, into: &chunks)
    }
  }

  /// How far a document is read.
  private struct Progress {
    var sentences = 0
    var found = PhraseChunker.Found()
    var arguments = 0
  }

  /// Reads as many sentences as there is room for.
  private mutating func run(
    _ view: SyntaxView, _ marks: UnsafeBufferPointer<UInt64>,
    _ names: UnsafeBufferPointer<UInt8>, _ words: SyntaxWords, _ sentences: [Sentence],
    _ bits: ChunkBits, _ done: inout Progress
  ) {
    phrases.withUnsafeMutableBufferPointer { phrases in
      groups.withUnsafeMutableBufferPointer { groups in
        arguments.withUnsafeMutableBufferPointer { arguments in
          order.withUnsafeMutableBufferPointer { order in
            let chunker = PhraseChunker(
              view: view, marks: marks, names: names, bits: bits, phrases: phrases,
              groups: groups, order: order)
            var parser = ClauseParser(
              words: words, view: view, marks: marks, names: names, phrases: phrases,
              groups: groups, arguments: arguments)
            swap(&parser.stack, &stack)
            parser.argumentCount = done.arguments
            while done.sentences < sentences.count {
              let tokens = sentences[done.sentences].tokens
              let index = Int32(truncatingIfNeeded: done.sentences)
              guard chunker.fits(tokens.count, done.found), parser.fits(tokens.count) else { break }
              chunker.run(tokens, sentence: index, &done.found)
              parser.run(
                tokens, sentence: index, order[0..<done.found.chunks],
                lastFinite: done.found.lastFinite)
              done.sentences += 1
            }
            done.arguments = parser.argumentCount
            swap(&parser.stack, &stack)
          }
        }
      }
    }
  }

  /// Each array has twice what is needed when it grows, so that it seldom does.
  private mutating func makeRoom(_ count: Int, _ done: Progress) {
    Self.grow(
      &phrases, to: done.found.phrases + count,
      with: NounPhrase(first: 0, end: 0, head: 0, lemma: 0, sentence: 0, flags: []))
    Self.grow(
      &groups, to: done.found.groups + count,
      with: VerbGroup(first: 0, end: 0, head: 0, lemma: 0, sentence: 0, flags: []))
    Self.grow(
      &arguments, to: done.arguments + ClauseParser.argumentsOfPhrase * count,
      with: Argument(preposition: 0, phrase: 0))
    Self.grow(&order, to: count, with: PhraseChunker.Place())
  }

  private static func grow<Value>(_ array: inout [Value], to count: Int, with value: Value) {
    guard array.count < count else { return }
    array.append(contentsOf: repeatElement(value, count: max(256, 2 * count) - array.count))
  }

  private func copy(_ done: Progress, into chunks: inout Chunks) {
    phrases.withUnsafeBufferPointer {
      chunks.nounPhrases.append(
        contentsOf: UnsafeBufferPointer(rebasing: $0[0..<done.found.phrases]))
    }
    groups.withUnsafeBufferPointer {
      chunks.verbGroups.append(contentsOf: UnsafeBufferPointer(rebasing: $0[0..<done.found.groups]))
    }
    arguments.withUnsafeBufferPointer {
      chunks.arguments.append(contentsOf: UnsafeBufferPointer(rebasing: $0[0..<done.arguments]))
    }
  }
}
