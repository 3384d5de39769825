/// The chunks of one document while the relation stage reads them.
struct ChunkView {
  let tags: UnsafeBufferPointer<PartOfSpeech>
  let phraseAt: UnsafeBufferPointer<Int32>
  let verbAt: UnsafeBufferPointer<Int32>
  let nounPhrases: UnsafeBufferPointer<NounPhrase>
  let verbGroups: UnsafeBufferPointer<VerbGroup>
  let arguments: UnsafeBufferPointer<Argument>
}

/// What the steps of the relation stage look at: one document's tokens, chunks and mentions.
///
/// Lends the arrays of the stages before, whose indices into each other hold; valid only inside
/// ``with(_:_:_:_:_:counts:room:words:syntax:_:)``, which checks that they are of one document. An
/// object, so that it is handed on as one pointer.
final class RelationContext {
  let tokens: UnsafeBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  let lemmas: UnsafeBufferPointer<TermID>
  let sentences: UnsafeBufferPointer<Sentence>
  let chunks: ChunkView
  let mentions: UnsafeBufferPointer<Mention>
  let entities: UnsafeBufferPointer<Entity>
  let roles: UnsafeBufferPointer<RoleMention>
  /// One a sentence.
  let counts: UnsafeBufferPointer<PairCounter.Count>
  let resolver: ArgumentResolver
  let lexicon: Lexicon
  let words: RelationWords
  let syntax: SyntaxWords

  private init(
    tokens: UnsafeBufferPointer<Token>, classes: UnsafeBufferPointer<UInt64>,
    lemmas: UnsafeBufferPointer<TermID>, sentences: UnsafeBufferPointer<Sentence>,
    chunks: ChunkView, mentions: UnsafeBufferPointer<Mention>,
    entities: UnsafeBufferPointer<Entity>, roles: UnsafeBufferPointer<RoleMention>,
    counts: UnsafeBufferPointer<PairCounter.Count>, resolver: ArgumentResolver, lexicon: Lexicon,
    words: RelationWords, syntax: SyntaxWords
  ) {
    (self.tokens, self.classes, self.lemmas) = (tokens, classes, lemmas)
    (self.sentences, self.chunks, self.mentions) = (sentences, chunks, mentions)
    (self.entities, self.roles, self.counts) = (entities, roles, counts)
    self.resolver = resolver
    (self.lexicon, self.words, self.syntax) = (lexicon, words, syntax)
  }

  @inline(__always) func known(_ i: Int) -> WordClass { WordClass(rawValue: classes[i]) }

  @inline(__always)
  func kind(_ entity: Int32) -> KindMask { KindMask(entities[Int(entity)].kind) }

  /// Lends a document to `body`; does nothing if the arrays do not fit together.
  ///
  /// - Parameter room: working memory of the resolver, reused.
  static func with(
    _ table: TokenTable, _ sentences: [Sentence], _ chunks: Chunks,
    _ extraction: borrowing Extraction, _ lexicon: Lexicon, counts: [PairCounter.Count],
    room: inout ArgumentResolver.Room,
    words: RelationWords, syntax: SyntaxWords, _ body: (RelationContext) -> Void
  ) {
    let count = table.tokens.count
    guard table.classes.count == count, table.lemmas.count == count, chunks.tags.count == count,
      chunks.verbAt.count == count, counts.count == sentences.count
    else { return }
    let (mentions, entities, roles) = (extraction.mentions, extraction.entities, extraction.roles)
    table.tokens.withUnsafeBufferPointer { tokens in
      table.classes.withUnsafeBufferPointer { classes in
        table.lemmas.withUnsafeBufferPointer { lemmas in
          sentences.withUnsafeBufferPointer { sentences in
            mentions.withUnsafeBufferPointer { mentions in
              entities.withUnsafeBufferPointer { entities in
                roles.withUnsafeBufferPointer { roles in
                  counts.withUnsafeBufferPointer { counts in
                    chunks.withView { chunks in
                      room.withResolver(
                        tokens: count, counts: counts, mentions, roles: roles, chunks
                      ) { resolver in
                        body(
                          RelationContext(
                            tokens: tokens, classes: classes, lemmas: lemmas,
                            sentences: sentences, chunks: chunks, mentions: mentions,
                            entities: entities, roles: roles, counts: counts,
                            resolver: resolver, lexicon: lexicon, words: words, syntax: syntax))
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
  }
}

extension Chunks {
  /// Lends what the relation stage reads; the view is valid within `body` only.
  fileprivate func withView(_ body: (ChunkView) -> Void) {
    tags.withUnsafeBufferPointer { tags in
      phraseAt.withUnsafeBufferPointer { phraseAt in
        verbAt.withUnsafeBufferPointer { verbAt in
          nounPhrases.withUnsafeBufferPointer { nounPhrases in
            verbGroups.withUnsafeBufferPointer { verbGroups in
              arguments.withUnsafeBufferPointer { arguments in
                body(
                  ChunkView(
                    tags: tags, phraseAt: phraseAt, verbAt: verbAt, nounPhrases: nounPhrases,
                    verbGroups: verbGroups, arguments: arguments))
              }
            }
          }
        }
      }
    }
  }
}

extension RelationContext {
  /// Who is to act in "the call for X to leave", -1 for nobody.
  func calledUpon(_ group: VerbGroup) -> Int32 {
    guard group.flags.contains(.infinitive), group.first > 0 else { return -1 }
    let before = chunks.phraseAt[Int(group.first) - 1]
    guard before >= 0 else { return -1 }
    let phrase = chunks.nounPhrases[Int(before)]
    guard phrase.end == group.first, phrase.preposition > 0 else { return -1 }
    let verb = chunks.verbAt[Int(phrase.preposition) - 1]
    let preposition = words[tokens[Int(phrase.preposition)].term]
    // "calling on X to leave".
    if verb >= 0, preposition.contains(.upon), phrase.isActor(known(Int(phrase.head))),
      verb == group.matrix || chunks.verbGroups[Int(verb)].flags.contains(.say)
    {
      return before
    }
    guard preposition.contains(.inFavor) else { return -1 }
    // "left for Lyon to meet X": where, not who.
    let m = resolver.heads[Int(before)]
    if verb >= 0, m >= 0, mentions[Int(m)].kind == .place,
      !chunks.verbGroups[Int(verb)].flags.contains(.say)
    {
      return -1
    }
    return before
  }

  /// How far the text vouches for what a verb group says.
  func modality(_ verb: Int32) -> Modality {
    var negated = false
    var possible = false
    var reported = false
    var v = verb
    var steps = 0
    var isBehindPreposition = false
    while v >= 0, steps < 5 {
      let group = chunks.verbGroups[Int(v)]
      let flags = group.flags
      // "was not careful in attacking X": X was attacked.
      if flags.contains(.negated), !isBehindPreposition { negated.toggle() }
      isBehindPreposition = flags.contains(.gerund) && group.preposition >= 0
      if flags.contains(.possible) || flags.contains(.conditional) { possible = true }
      if flags.contains(.reported) { reported = true }
      if calledUpon(group) >= 0 { possible = true }
      // "its bid to join X".
      if group.noun >= 0, flags.contains(.infinitive),
        syntax[chunks.nounPhrases[Int(group.noun)].lemma].contains(.possibleVerb)
      {
        possible = true
      }
      let matrix = group.matrix
      guard matrix >= 0 else { break }
      let above = chunks.verbGroups[Int(matrix)]
      var bits = syntax[above.lemma]
      // "is likely to meet X", "was due to": the adjective says it.
      if above.flags.contains(.copula), group.first > above.end {
        bits.formUnion(syntax[tokens[Int(group.first) - 1].term])
      }
      let isInfinitive = flags.contains(.infinitive) || flags.contains(.gerund)
      if isInfinitive {
        // "is to meet X".
        if above.flags.contains(.copula), flags.contains(.infinitive), group.first == above.end {
          possible = true
        }
        if bits.contains(.negativeVerb) { negated.toggle() }
        // "was cleared of murdering X".
        if flags.contains(.gerund), words[above.lemma].contains(.acquit) { negated.toggle() }
        if bits.contains(.possibleVerb) { possible = true }
        // "is said to have left".
        if above.flags.contains(.passive), above.flags.contains(.say) { reported = true }
        let isMeans =
          group.preposition >= 0 && words[tokens[Int(group.preposition)].term].contains(.by)
        if bits.contains(.reportedVerb), !isMeans,
          above.flags.contains(.passive) || !bits.contains(.possibleVerb)
        {
          reported = true
        }
      } else {
        // A clause that somebody says: what the sentence holds of saying does not negate it.
        if bits.contains(.reportedVerb) { reported = true }
        if bits.contains(.possibleVerb), !bits.contains(.clausal) { possible = true }
        if bits.contains(.negativeVerb) { negated.toggle() }
        break
      }
      v = matrix
      steps += 1
    }
    if negated { return .negated }
    if possible { return .possible }
    if reported || isHearsay(chunks.verbGroups[Int(verb)]) { return .reported }
    return .asserted
  }

  /// "according to X" in the sentence, outside a direct quotation.
  private func isHearsay(_ group: VerbGroup) -> Bool {
    guard group.quote < 0, group.sentence >= 0 else { return false }
    let sentence = Int(group.sentence)
    if resolver.hearsay[sentence] < 0 {
      resolver.hearsay[sentence] = isHearsay(sentences[sentence].tokens) ? 1 : 0
    }
    return resolver.hearsay[sentence] > 0
  }

  private func isHearsay(_ range: Range<Int>) -> Bool {
    // It stands at the start or at the end.
    let head = range.lowerBound..<min(range.lowerBound + 3, range.upperBound)
    let tail = max(range.lowerBound, range.upperBound - 14)..<range.upperBound
    for i in head where syntax[tokens[i].term].contains(.according) { return true }
    for i in tail where syntax[tokens[i].term].contains(.according) { return true }
    return false
  }
}
