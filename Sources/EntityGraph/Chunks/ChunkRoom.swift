/// Finds the phrases and verb groups of a document and ties them together, sentence by sentence.
struct ChunkRoom: Sendable {
  private var bits: [UInt8] = []
  private var order: [PhraseChunker.Place] = []
  private var frames = [ClauseParser.Frame](
    repeating: ClauseParser.Frame(), count: ClauseParser.maximumDepth)

  /// How far a document is read.
  private struct Progress {
    var sentences = 0
    var found = PhraseChunker.Found()
    var arguments = 0
  }

  /// - Parameter codes: a ``TagCode`` a token at least.
  mutating func run(
    _ view: SyntaxView, _ codes: UnsafeBufferPointer<UInt8>, _ marks: UnsafeBufferPointer<UInt64>,
    _ names: UnsafeBufferPointer<UInt8>, _ words: SyntaxWords, _ tables: TagTables.View,
    _ sentences: [Sentence], into chunks: inout Chunks
  ) {
    Self.grow(&bits, to: ChunkBits.size(tokens: view.tokens.count), with: 0)
    var rows: [UInt8] = []
    swap(&rows, &bits)
    defer { swap(&rows, &bits) }
    rows.withUnsafeMutableBufferPointer { rows in
      guard let bits = ChunkBits(view.tags, names, in: rows) else { return }
      var done = Progress()
      while done.sentences < sentences.count {
        makeRoom(sentences[done.sentences].tokens.count, done, &chunks)
        read(view, codes, marks, names, words, tables, sentences, bits, &done, &chunks)
      }
      chunks.nounPhrases.setCount(done.found.phrases)
      chunks.verbGroups.setCount(done.found.groups)
      chunks.arguments.setCount(done.arguments)
    }
  }

  /// Reads as many sentences as there is room for.
  private mutating func read(
    _ view: SyntaxView, _ codes: UnsafeBufferPointer<UInt8>, _ marks: UnsafeBufferPointer<UInt64>,
    _ names: UnsafeBufferPointer<UInt8>, _ words: SyntaxWords, _ tables: TagTables.View,
    _ sentences: [Sentence], _ bits: ChunkBits, _ done: inout Progress, _ chunks: inout Chunks
  ) {
    chunks.nounPhrases.withRoom { phrases in
      chunks.verbGroups.withRoom { groups in
        chunks.arguments.withRoom { arguments in
          order.withUnsafeMutableBufferPointer { order in
            frames.withUnsafeMutableBufferPointer { frames in
              let chunker = PhraseChunker(
                view: view, codes: codes, marks: marks, names: names, bits: bits,
                tables: tables, phrases: phrases, groups: groups, order: order)
              var parser = ClauseParser(
                words: words, view: view, marks: marks, names: names, phrases: phrases,
                groups: groups, arguments: arguments, frames: frames)
              parser.argumentCount = done.arguments
              while done.sentences < sentences.count {
                let tokens = sentences[done.sentences].tokens
                let index = Int32(truncatingIfNeeded: done.sentences)
                guard chunker.fits(tokens.count, done.found), parser.fits(tokens.count) else {
                  break
                }
                chunker.run(tokens, sentence: index, &done.found)
                parser.run(tokens, sentence: index, order, done.found)
                done.sentences += 1
              }
              done.arguments = parser.argumentCount
            }
          }
        }
      }
    }
  }

  /// Room for whatever the next sentence may have.
  private mutating func makeRoom(_ count: Int, _ done: Progress, _ chunks: inout Chunks) {
    chunks.nounPhrases.makeRoom(
      for: done.found.phrases + count,
      NounPhrase(first: 0, end: 0, head: 0, lemma: 0, sentence: 0, flags: []))
    chunks.verbGroups.makeRoom(
      for: done.found.groups + count,
      VerbGroup(first: 0, end: 0, head: 0, lemma: 0, sentence: 0, flags: []))
    chunks.arguments.makeRoom(
      for: done.arguments + ClauseParser.argumentsOfPhrase * count,
      Argument(preposition: 0, phrase: 0))
    Self.grow(&order, to: count, with: PhraseChunker.Place())
  }

  private static func grow<Value>(_ array: inout [Value], to count: Int, with value: Value) {
    guard array.count < count else { return }
    array.append(contentsOf: repeatElement(value, count: max(256, 2 * count) - array.count))
  }
}
