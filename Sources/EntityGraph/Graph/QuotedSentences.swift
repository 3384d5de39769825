/// Sentences that links quote, their words one behind the other in one array of bytes.
///
/// A sentence is kept once however many links quote it, and given up with the last of them: 40 bytes
/// and its words.
struct QuotedSentences: Sendable {
  /// Where a sentence stands, as ``Evidence`` has it.
  struct Sentence: Sendable {
    /// Index of the first of its words' bytes.
    fileprivate(set) var text: Int
    fileprivate(set) var length: Int32
    /// Index into the articles.
    fileprivate(set) var article: Int32
    fileprivate(set) var start: Int32
    fileprivate(set) var end: Int32
    fileprivate(set) var line: Int32
    fileprivate(set) var column: Int32
    /// How many quotes are of it; whoever adds it holds one.
    fileprivate(set) var uses: Int32
  }

  private var sentences: [Sentence] = []
  private(set) var bytes: [UInt8] = []
  /// Places in `sentences` that are free again.
  private var free: [Int32] = []
  /// Bytes of sentences that were given up.
  private var wasted = 0
  /// So many wasted bytes are not worth moving the others.
  private let slack: Int

  init(slack: Int = 1 << 24) { self.slack = slack }

  subscript(index: Int32) -> Sentence { sentences[Int(index)] }

  func words(of index: Int32) -> ArraySlice<UInt8> {
    let sentence = sentences[Int(index)]
    return bytes[sentence.text..<sentence.text + Int(sentence.length)]
  }

  /// Adds a sentence with one use, the caller's, so that it stays while quotes come and go.
  mutating func add(_ evidence: Evidence, article: Int32) -> Int32 {
    let sentence = Sentence(
      text: bytes.count, length: Int32(truncatingIfNeeded: evidence.quote.utf8.count),
      article: article, start: Int32(truncatingIfNeeded: evidence.start),
      end: Int32(truncatingIfNeeded: evidence.end),
      line: Int32(truncatingIfNeeded: evidence.line),
      column: Int32(truncatingIfNeeded: evidence.column), uses: 1)
    bytes.append(contentsOf: evidence.quote.utf8)
    if let index = free.popLast() {
      sentences[Int(index)] = sentence
      return index
    }
    sentences.append(sentence)
    return Int32(sentences.count - 1)
  }

  mutating func retain(_ index: Int32) { sentences[Int(index)].uses += 1 }

  /// Gives a sentence up if this was its last quote.
  mutating func release(_ index: Int32) {
    sentences[Int(index)].uses -= 1
    if sentences[Int(index)].uses == 0 { giveUp(index) }
  }

  private mutating func giveUp(_ index: Int32) {
    let sentence = sentences[Int(index)]
    sentences[Int(index)].text = 0
    sentences[Int(index)].length = 0
    free.append(index)
    if sentence.text + Int(sentence.length) == bytes.count {
      bytes.removeLast(Int(sentence.length))
    } else {
      wasted += Int(sentence.length)
    }
  }

  /// Moves the words together if most bytes are wasted.
  mutating func tidy() {
    guard wasted > slack, wasted > bytes.count / 2 else { return }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count - wasted)
    for index in sentences.indices {
      let words = words(of: Int32(index))
      sentences[index].text = kept.count
      kept.append(contentsOf: words)
    }
    bytes = kept
    wasted = 0
  }
}
