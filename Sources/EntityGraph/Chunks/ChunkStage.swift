/// Shallow syntax without a model: tags, noun phrases, verb groups, clauses and quotations.
///
/// Deterministic and linear in the number of tokens; nothing is allocated once the arrays have
/// grown to the longest document.
struct ChunkStage: Sendable {
  let words: SyntaxWords
  private var names: [UInt8] = []
  /// One a token, so that the passes read them in a row: ``SyntaxBits``.
  private var marks: [UInt64] = []
  private let tables = TagTables()
  /// One a token: ``TagCode``.
  private var codes: [UInt8] = []
  private var stops: [TagStop] = []
  private var pasts: [Int32] = []
  private var openTags = [OpenTags.Entry](repeating: OpenTags.Entry(), count: OpenTags.count)
  /// Indices of the sentences in which something is quoted.
  private var quoted: [Int32] = []
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
    // What these held before is overwritten or not read.
    grow(to: count)
    chunks.tags.resize(.other, count: count)
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
                tag(text, view, sentences, mentions)
                run(view, sentences, &chunks)
              }
            }
          }
        }
      }
    }
    swap(&tags, &chunks.tags)
    swap(&phraseAt, &chunks.phraseAt)
    swap(&verbAt, &chunks.verbAt)
    tokens.withUnsafeBufferPointer {
      var finder = QuoteFinder(tokens: $0)
      finder.run(sentences, quoted: quoted, into: &chunks)
    }
  }

  /// Makes the columns that are not cleared long enough.
  private mutating func grow(to count: Int) {
    guard marks.count <= count else { return }
    let missing = count + 1 - marks.count
    marks.append(contentsOf: repeatElement(0, count: missing))
    codes.append(contentsOf: repeatElement(0, count: missing))
    stops.append(contentsOf: repeatElement(TagStop(), count: missing))
    pasts.append(contentsOf: repeatElement(0, count: missing))
  }

  /// Fills the columns that the passes share and tags all words.
  private mutating func tag(
    _ text: [UInt8], _ view: SyntaxView, _ sentences: [Sentence], _ mentions: [Mention]
  ) {
    let (words, tables) = (words, tables)
    quoted.removeAll(keepingCapacity: true)
    marks.withUnsafeMutableBufferPointer { marks in
      names.withUnsafeMutableBufferPointer { names in
        codes.withUnsafeMutableBufferPointer { codes in
          stops.withUnsafeMutableBufferPointer { stops in
            words.withView { words in
              tables.withView { tables in
                let preparation = Preparation(
                  view: view, tables: tables, marks: marks, names: names, codes: codes,
                  stops: stops)
                preparation.mark(mentions)
                let count = preparation.gather(sentences, words, quoted: &quoted)
                pasts.withUnsafeMutableBufferPointer { pasts in
                  openTags.withUnsafeMutableBufferPointer { openTags in
                    text.withUnsafeBufferPointer { text in
                      let tagger = Tagger(
                        words: words, tables: tables, tokens: view.tokens, classes: view.classes,
                        lemmas: view.lemmas, text: text, marks: UnsafeBufferPointer(marks),
                        names: UnsafeBufferPointer(names), tags: view.tags, codes: codes,
                        stops: UnsafeBufferPointer(rebasing: stops[..<count]),
                        openTags: openTags, pasts: pasts)
                      var next = 0
                      for sentence in sentences { next = tagger.run(sentence.tokens, from: next) }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private mutating func run(
    _ view: SyntaxView, _ sentences: [Sentence], _ chunks: inout Chunks
  ) {
    let (names, marks, codes, tables) = (names, marks, codes, tables)
    names.withUnsafeBufferPointer { names in
      marks.withUnsafeBufferPointer { marks in
        codes.withUnsafeBufferPointer { codes in
          tables.withView { tables in
            room.run(view, codes, marks, names, words, tables, sentences, into: &chunks)
          }
        }
      }
    }
  }
}
