/// Shallow syntax without a model: tags, noun phrases, verb groups, clauses and quotations.
///
/// Deterministic and linear in the number of tokens; nothing is allocated once the arrays have
/// grown to the longest document.
struct ChunkStage: Sendable {
  let words: SyntaxWords
  private var names: [UInt8] = []
  /// One a token, so that the passes read them in a row: ``SyntaxBits``.
  private var marks: [UInt64] = []
  private var room = ChunkRoom()

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
    guard classes.count == count, lemmas.count == count else { return }
    names.refill(NameMark.none, count: count)
    marks.refill(0, count: count)
    chunks.tags.refill(.other, count: count)
    chunks.phraseAt.refill(-1, count: count)
    chunks.verbAt.refill(-1, count: count)
    // The passes write these through pointers; nobody else holds them meanwhile.
    var tags: [PartOfSpeech] = []
    var phraseAt: [Int32] = []
    var verbAt: [Int32] = []
    swap(&tags, &chunks.tags)
    swap(&phraseAt, &chunks.phraseAt)
    swap(&verbAt, &chunks.verbAt)
    tokens.withUnsafeBufferPointer { tokens in
      classes.withUnsafeBufferPointer { classes in
        lemmas.withUnsafeBufferPointer { lemmas in
          tags.withUnsafeMutableBufferPointer { tags in
            phraseAt.withUnsafeMutableBufferPointer { phraseAt in
              verbAt.withUnsafeMutableBufferPointer { verbAt in
                let view = SyntaxView(
                  tokens: tokens, classes: classes, lemmas: lemmas, tags: tags,
                  phraseAt: phraseAt, verbAt: verbAt)
                prepare(view, mentions)
                run(text, view, sentences, &chunks)
              }
            }
          }
        }
      }
    }
    swap(&tags, &chunks.tags)
    swap(&phraseAt, &chunks.phraseAt)
    swap(&verbAt, &chunks.verbAt)
    tokens.withUnsafeBufferPointer { QuoteFinder(tokens: $0).run(sentences, into: &chunks) }
  }

  private mutating func run(
    _ text: [UInt8], _ view: SyntaxView, _ sentences: [Sentence], _ chunks: inout Chunks
  ) {
    let (names, marks) = (names, marks)
    names.withUnsafeBufferPointer { names in
      marks.withUnsafeBufferPointer { marks in
        text.withUnsafeBufferPointer { text in
          let tagger = Tagger(
            words: words, effects: Tagger.RunningState.effects, allTags: PartOfSpeech.allCases,
            tokens: view.tokens, classes: view.classes, lemmas: view.lemmas, text: text,
            marks: marks, names: names, tags: view.tags)
          for sentence in sentences { tagger.run(sentence.tokens) }
        }
        room.run(view, marks, names, words, sentences, into: &chunks)
      }
    }
  }

  /// Fills the columns that the passes share, and the tags that need no look around.
  private mutating func prepare(_ view: SyntaxView, _ mentions: [Mention]) {
    marks.withUnsafeMutableBufferPointer { marks in
      names.withUnsafeMutableBufferPointer { names in
        let preparation = Preparation(view: view, marks: marks, names: names)
        preparation.gather(words)
        preparation.mark(mentions)
      }
    }
  }
}
