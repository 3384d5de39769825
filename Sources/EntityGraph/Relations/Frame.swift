/// A verb or noun with its arguments, as a pack states it.
struct Frame: Sendable {
  struct Arguments: Sendable {
    var subjects: [FrameSlot]
    var objects: [FrameSlot]
  }
  var predicate: PredicateID
  var rule: RuleID
  var voice: FrameVoice
  var arguments: [Arguments]
  /// Base forms that the object's head must be one of; empty: any.
  var objectHeads: [TermID]
  /// The particle of the verb, 0 for none.
  var particle: TermID
  var subjectKinds: KindMask
  var objectKinds: KindMask
  var modality: Modality?
  var isReversed: Bool
  var priority: Int32
}

/// The frames of all packs by the base form of their verb or noun.
struct FrameTable: Sendable {
  private(set) var frames: [Frame] = []
  /// Frame indices of each verb, then of each noun; `starts` has one entry a term and one more.
  private var verbStarts: [Int32] = [0]
  private var verbFrames: [Int32] = []
  private var nounStarts: [Int32] = [0]
  private var nounFrames: [Int32] = []

  init() {}

  /// - Parameters:
  ///   - termCount: number of terms of the lexicon.
  ///   - entries: each frame with its verbs and nouns (base forms).
  init(termCount: Int, entries: [(frame: Frame, verbs: [TermID], nouns: [TermID])]) {
    frames = entries.map(\.frame)
    (verbStarts, verbFrames) = Self.index(termCount, entries.map(\.verbs), frames)
    (nounStarts, nounFrames) = Self.index(termCount, entries.map(\.nouns), frames)
  }

  private static func index(
    _ termCount: Int, _ words: [[TermID]], _ frames: [Frame]
  ) -> ([Int32], [Int32]) {
    var counts = [Int32](repeating: 0, count: termCount + 1)
    for terms in words { for term in terms where Int(term) < termCount { counts[Int(term)] += 1 } }
    var starts = [Int32](repeating: 0, count: termCount + 1)
    var total: Int32 = 0
    for term in 0..<termCount {
      starts[term] = total
      total += counts[term]
    }
    starts[termCount] = total
    var members = [Int32](repeating: 0, count: Int(total))
    var next = starts
    let order = words.indices.sorted {
      frames[$0].priority != frames[$1].priority
        ? frames[$0].priority > frames[$1].priority : $0 < $1
    }
    for k in order {
      for term in words[k] where Int(term) < termCount {
        members[Int(next[Int(term)])] = Int32(k)
        next[Int(term)] += 1
      }
    }
    return (starts, members)
  }

  @inline(__always)
  func verbs(_ lemma: TermID) -> ArraySlice<Int32> { slice(verbStarts, verbFrames, lemma) }

  @inline(__always)
  func nouns(_ lemma: TermID) -> ArraySlice<Int32> { slice(nounStarts, nounFrames, lemma) }

  @inline(__always)
  private func slice(
    _ starts: [Int32], _ members: [Int32], _ lemma: TermID
  ) -> ArraySlice<Int32> {
    let k = Int(lemma)
    guard lemma > 0, k + 1 < starts.count else { return members[0..<0] }
    return members[Int(starts[k])..<Int(starts[k + 1])]
  }
}
