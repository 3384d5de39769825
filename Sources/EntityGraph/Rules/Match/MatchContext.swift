/// One document as the matcher sees it. Borrows the arrays of the stages before; valid only inside
/// ``with(text:tokens:mentions:chunks:_:)``, which checks that they fit together.
struct MatchContext {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  let views: UnsafeBufferPointer<MentionView>
  /// As in ``MentionIndex``.
  let startAt: UnsafeBufferPointer<Int32>
  let endAt: UnsafeBufferPointer<Int32>
  let cover: UnsafeBufferPointer<UInt8>
  /// Empty before the chunk stage.
  let verbAt: UnsafeBufferPointer<Int32>
  let phraseAt: UnsafeBufferPointer<Int32>
  let verbGroups: UnsafeBufferPointer<VerbGroup>
  let nounPhrases: UnsafeBufferPointer<NounPhrase>
  /// Says what the lists know of a name whose ``MentionView/traits`` are not given.
  let lexicon: UnsafePointer<Lexicon>?

  /// Opens a document for the matcher; does nothing and returns nil if the arrays do not fit
  /// together.
  ///
  /// - Parameters:
  ///   - chunks: an empty one before the chunk stage.
  ///   - lexicon: nil where all traits are given.
  static func with<Result>(
    text: UnsafeBufferPointer<UInt8>, tokens: TokenTable, mentions: MentionIndex, chunks: Chunks,
    lexicon: UnsafePointer<Lexicon>? = nil, _ body: (MatchContext) -> Result
  ) -> Result? {
    let count = tokens.tokens.count
    guard tokens.classes.count == count, mentions.cover.count == count,
      mentions.startAt.count == count + 1, mentions.endAt.count == count + 1,
      chunks.verbAt.isEmpty || chunks.verbAt.count == count,
      chunks.phraseAt.isEmpty || chunks.phraseAt.count == count
    else { return nil }
    return tokens.tokens.withUnsafeBufferPointer { tokenBuffer in
      tokens.classes.withUnsafeBufferPointer { classes in
        mentions.withViews { views in
          mentions.startAt.withUnsafeBufferPointer { startAt in
            mentions.endAt.withUnsafeBufferPointer { endAt in
              mentions.cover.withUnsafeBufferPointer { cover in
                chunks.verbAt.withUnsafeBufferPointer { verbAt in
                  chunks.phraseAt.withUnsafeBufferPointer { phraseAt in
                    chunks.verbGroups.withUnsafeBufferPointer { verbGroups in
                      chunks.nounPhrases.withUnsafeBufferPointer { nounPhrases in
                        body(
                          MatchContext(
                            text: text, tokens: tokenBuffer, classes: classes, views: views,
                            startAt: startAt, endAt: endAt, cover: cover, verbAt: verbAt,
                            phraseAt: phraseAt, verbGroups: verbGroups, nounPhrases: nounPhrases,
                            lexicon: lexicon))
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

  /// ``KindMask`` bits of the mentions that begin at a token.
  @inline(__always)
  func kinds(startingAt token: Int) -> UInt64 {
    var view = Int(startAt[token])
    if view < 0 { return 0 }
    var kinds: UInt64 = 0
    while view < views.count, Int(views[view].first) == token {
      kinds |= UInt64(views[view].kinds.rawValue)
      view += 1
    }
    return kinds
  }

  /// Bits of ``SenseFlags`` that the lists give a mention, looked up where they are not known: few
  /// patterns ask, and of few mentions.
  @inline(__always)
  func traits(of view: MentionView) -> UInt32 {
    guard view.isUnlisted, let lexicon else { return view.traits }
    return Self.listed(view, tokens, lexicon.pointee)
  }

  /// What the lists say of a name, as ``SenseFlags``.
  @inline(never)
  static func listed(
    _ view: MentionView, _ tokens: UnsafeBufferPointer<Token>, _ lexicon: Lexicon
  ) -> UInt32 {
    guard view.form == .name || view.form == .adjective else { return 0 }
    var node: UInt32 = 0
    for i in Int(view.first)..<Int(view.end) {
      let mark = tokens[i].mark
      let term =
        mark == 0 ? tokens[i].term : lexicon.term(String(Character(Unicode.Scalar(mark))))
      node = i == Int(view.first) ? lexicon.root(term) : lexicon.step(node, term)
      if node == 0 { return 0 }
    }
    var flags: SenseFlags = []
    for sense in lexicon.senseRange(node) {
      let one = lexicon.sense(sense)
      let kind: KindMask =
        switch one.kind {
        case .person: .person
        case .organization: .organization
        case .place, .demonym: .place
        default: []
        }
      if kind == view.kinds { flags.formUnion(one.flags) }
    }
    return flags.rawValue
  }

  /// The verb group that begins at a token, -1 if none does.
  @inline(__always)
  func verb(startingAt token: Int) -> Int {
    guard token < verbAt.count else { return -1 }
    let verb = Int(verbAt[token])
    guard verb >= 0, verb < verbGroups.count, Int(verbGroups[verb].first) == token else {
      return -1
    }
    return verb
  }

  /// The verb group whose last token stands in front of `border`, -1 if there is none.
  @inline(__always)
  func verb(endingAt border: Int) -> Int {
    guard border > 0, border <= verbAt.count else { return -1 }
    let verb = Int(verbAt[border - 1])
    guard verb >= 0, verb < verbGroups.count, Int(verbGroups[verb].end) == border else { return -1 }
    return verb
  }

  @inline(__always)
  func phrase(startingAt token: Int) -> Int {
    guard token < phraseAt.count else { return -1 }
    let phrase = Int(phraseAt[token])
    guard phrase >= 0, phrase < nounPhrases.count, Int(nounPhrases[phrase].first) == token else {
      return -1
    }
    return phrase
  }

  @inline(__always)
  func phrase(endingAt border: Int) -> Int {
    guard border > 0, border <= phraseAt.count else { return -1 }
    let phrase = Int(phraseAt[border - 1])
    guard phrase >= 0, phrase < nounPhrases.count, Int(nounPhrases[phrase].end) == border else {
      return -1
    }
    return phrase
  }
}
