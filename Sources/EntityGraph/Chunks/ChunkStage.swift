/// Shallow syntax without a model: tags, noun phrases, verb groups, clauses and quotations.
///
/// Deterministic and linear in the number of tokens; nothing is allocated once the arrays have
/// grown to the longest document.
struct ChunkStage: Sendable {
  let words: SyntaxWords
  private var names: [UInt8] = []
  private var parserStack: [ClauseParser.Frame] = []
  private var verbTail: [Int32] = []
  private var phraseTail: [Int32] = []

  init(words: SyntaxWords) { self.words = words }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - text: the document's bytes.
  ///   - tokens: its tokens; `classes` (bits of ``WordClass``) and `lemmas` have one entry a token.
  ///   - mentions: name mentions in the order of the text (nested ones are fine).
  ///   - chunks: is emptied and filled.
  mutating func run(
    text: [UInt8], tokens: [Token], classes: [UInt64], lemmas: [TermID], sentences: [Sentence],
    mentions: [Mention], into chunks: inout Chunks
  ) {
    let count = tokens.count
    chunks.removeAll()
    guard count > 0, classes.count == count, lemmas.count == count else { return }
    chunks.tags.reserveCapacity(count)
    for _ in 0..<count {
      chunks.tags.append(.other)
      chunks.phraseAt.append(-1)
      chunks.verbAt.append(-1)
    }
    mark(mentions, count: count)
    verbTail.removeAll(keepingCapacity: true)
    phraseTail.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { text in
      tokens.withUnsafeBufferPointer { tokens in
        classes.withUnsafeBufferPointer { classes in
          lemmas.withUnsafeBufferPointer { lemmas in
            names.withUnsafeBufferPointer { names in
              var tags = chunks.tags
              chunks.tags = []
              tags.withUnsafeMutableBufferPointer { tags in
                let tagger = Tagger(
                  words: words, tokens: tokens, classes: classes, lemmas: lemmas, text: text,
                  names: names, tags: tags)
                for sentence in sentences { tagger.run(sentence.tokens, line: sentence.line) }
              }
              chunks.tags = tags
              let chunker = PhraseChunker(
                words: words, tokens: tokens, classes: classes, lemmas: lemmas, names: names)
              for (k, sentence) in sentences.enumerated() {
                chunker.run(sentence.tokens, sentence: Int32(k), into: &chunks)
              }
              var parser = ClauseParser(
                words: words, tokens: tokens, classes: classes, names: names)
              swap(&parser.stack, &parserStack)
              swap(&parser.verbTail, &verbTail)
              swap(&parser.phraseTail, &phraseTail)
              for (k, sentence) in sentences.enumerated() {
                parser.run(sentence.tokens, sentence: Int32(k), into: &chunks)
              }
              swap(&parser.stack, &parserStack)
              swap(&parser.verbTail, &verbTail)
              swap(&parser.phraseTail, &phraseTail)
              QuoteFinder(tokens: tokens).run(sentences, into: &chunks)
            }
          }
        }
      }
    }
  }

  /// By kind: person, organization, place.
  private static let marks = [NameMark.lastOfPerson, NameMark.last, NameMark.lastOfPlace]

  private mutating func mark(_ mentions: [Mention], count: Int) {
    names.removeAll(keepingCapacity: true)
    for _ in 0..<count { names.append(NameMark.none) }
    for mention in mentions {
      guard mention.form == .name || mention.form == .adjective else { continue }
      let range = mention.tokens
      guard range.lowerBound >= 0, range.upperBound <= count, !range.isEmpty else { continue }
      if mention.form == .adjective {
        for k in range where names[k] == NameMark.none { names[k] = NameMark.adjective }
        continue
      }
      for k in range where !NameMark.isLast(names[k]) { names[k] = NameMark.inside }
      names[range.upperBound - 1] =
        Self.marks[Int(mention.kind.rawValue)]
    }
  }
}
