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

  /// Opens a document for the matcher; does nothing and returns nil if the arrays do not fit
  /// together.
  ///
  /// - Parameter chunks: an empty one before the chunk stage.
  static func with<Result>(
    text: UnsafeBufferPointer<UInt8>, tokens: TokenTable, mentions: MentionIndex, chunks: Chunks,
    _ body: (MatchContext) -> Result
  ) -> Result? {
    let count = tokens.tokens.count
    guard tokens.classes.count == count, mentions.cover.count == count,
      mentions.startAt.count == count + 1, mentions.endAt.count == count + 1,
      chunks.verbAt.isEmpty || chunks.verbAt.count == count,
      chunks.phraseAt.isEmpty || chunks.phraseAt.count == count
    else { return nil }
    return tokens.tokens.withUnsafeBufferPointer { tokenBuffer in
      tokens.classes.withUnsafeBufferPointer { classes in
        mentions.views.withUnsafeBufferPointer { views in
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
                            phraseAt: phraseAt, verbGroups: verbGroups, nounPhrases: nounPhrases))
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
