/// Shallow syntax without a model: tags, noun phrases, verb groups, clauses and quotations.
///
/// Deterministic and linear in the number of tokens; nothing is allocated once the arrays have
/// grown to the longest document.
struct ChunkStage: Sendable {
  let words: SyntaxWords
  private var names: [UInt8] = []
  /// One a token, so that the passes read them in a row: ``SyntaxBits``, and the open classes that
  /// the word can have.
  private var marks: [UInt64] = []
  private var candidates: [UInt64] = []
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
    chunks.tags.append(contentsOf: repeatElement(.other, count: count))
    chunks.phraseAt.append(contentsOf: repeatElement(-1, count: count))
    chunks.verbAt.append(contentsOf: repeatElement(-1, count: count))
    mark(mentions, count: count)
    gather(text, tokens, classes)
    verbTail.removeAll(keepingCapacity: true)
    phraseTail.removeAll(keepingCapacity: true)
    // The passes write these three through pointers; nobody else holds them meanwhile.
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
                run(
                  SyntaxView(
                    tokens: tokens, classes: classes, lemmas: lemmas, tags: tags,
                    phraseAt: phraseAt, verbAt: verbAt), sentences, &chunks)
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

  private mutating func run(_ view: SyntaxView, _ sentences: [Sentence], _ chunks: inout Chunks) {
    let (names, marks, candidates) = (names, marks, candidates)
    names.withUnsafeBufferPointer { names in
      marks.withUnsafeBufferPointer { marks in
        candidates.withUnsafeBufferPointer { candidates in
          let tagger = Tagger(
            words: words, tokens: view.tokens, classes: view.classes, lemmas: view.lemmas,
            marks: marks, candidates: candidates, names: names, tags: view.tags)
          for sentence in sentences { tagger.run(sentence.tokens, line: sentence.line) }
          let chunker = PhraseChunker(view: view, marks: marks, names: names)
          for (k, sentence) in sentences.enumerated() {
            chunker.run(sentence.tokens, sentence: Int32(k), into: &chunks)
          }
          parse(view, marks, names, sentences, &chunks)
        }
      }
    }
  }

  private mutating func parse(
    _ view: SyntaxView, _ marks: UnsafeBufferPointer<UInt64>,
    _ names: UnsafeBufferPointer<UInt8>, _ sentences: [Sentence], _ chunks: inout Chunks
  ) {
    var phrases: [NounPhrase] = []
    var groups: [VerbGroup] = []
    swap(&phrases, &chunks.nounPhrases)
    swap(&groups, &chunks.verbGroups)
    phrases.withUnsafeMutableBufferPointer { phrases in
      groups.withUnsafeMutableBufferPointer { groups in
        var parser = ClauseParser(
          words: words, view: view, marks: marks, names: names, phrases: phrases, groups: groups)
        swap(&parser.stack, &parserStack)
        swap(&parser.verbTail, &verbTail)
        swap(&parser.phraseTail, &phraseTail)
        for (k, sentence) in sentences.enumerated() {
          parser.run(sentence.tokens, sentence: Int32(k), into: &chunks)
        }
        swap(&parser.stack, &parserStack)
        swap(&parser.verbTail, &verbTail)
        swap(&parser.phraseTail, &phraseTail)
      }
    }
    swap(&phrases, &chunks.nounPhrases)
    swap(&groups, &chunks.verbGroups)
  }

  private mutating func gather(_ text: [UInt8], _ tokens: [Token], _ classes: [UInt64]) {
    let count = tokens.count
    if marks.count < count {
      marks = [UInt64](repeating: 0, count: count * 2)
      candidates = marks
    }
    tokens.withUnsafeBufferPointer { tokens in
      classes.withUnsafeBufferPointer { classes in
        marks.withUnsafeMutableBufferPointer { marks in
          candidates.withUnsafeMutableBufferPointer { candidates in
            for i in 0..<count {
              marks[i] = words[tokens[i].term].rawValue
              candidates[i] =
                OpenClasses.of(WordClass(rawValue: classes[i]), tokens[i], text).rawValue
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
