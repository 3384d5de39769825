/// Walks over sentences in step with tokens that come in the order of the text.
struct SentenceCursor {
  private let sentences: UnsafeBufferPointer<Sentence>
  /// The sentence at hand.
  private(set) var number = 0

  /// - Parameter sentences: those of a document, which cover all of its tokens.
  init(_ sentences: UnsafeBufferPointer<Sentence>) { self.sentences = sentences }

  /// Goes on to the sentence in which a token lies.
  ///
  /// Nobody can guess whether the next token of interest lies in the same sentence, the next or the
  /// one behind it: those steps are taken without branches.
  @inline(__always)
  mutating func move(to token: Int32) {
    let last = sentences.count &- 1
    guard last > number else { return }
    // The difference is negative, and its sign all ones, where the sentence ends before the token.
    number &-= Int(sentences[number].end &- 1 &- token) >> 63
    number &-= Int(sentences[number].end &- 1 &- token) >> 63 & (number &- last) >> 63
    while number < last, sentences[number].end <= token { number &+= 1 }
  }

  /// Whether the sentence at hand is a headline in capitals.
  @inline(__always)
  var isInCapitals: Bool { number < sentences.count && sentences[number].line == .capitals }

  /// The tokens of the sentence at hand.
  @inline(__always)
  var tokens: Range<Int> {
    number < sentences.count ? sentences[number].tokens : 0..<0
  }
}
