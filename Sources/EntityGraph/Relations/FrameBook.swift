/// The frames of all packs, made ready for the relation stage: what is switched off left out,
/// slots decoded, and found by the base form of a verb or noun with two loads.
struct FrameBook: Sendable {
  /// A frame as the stage reads it.
  struct Frame: Sendable {
    var predicate: PredicateID
    var modality: Modality?
    var voice: FrameVoice
    var isReversed: Bool
    var subjectKinds: KindMask
    var objectKinds: KindMask
    /// Places in ``FrameBook/slots``; the first that is filled counts.
    var subjects: Range<Int32>
    var objects: Range<Int32>
    /// A group of head tests of its pack, 0 for none.
    var objectHeads: Int32
    /// As in ``CompiledRules/objectWords``.
    var objectWords: UInt64
    /// Index of its pack.
    var pack: Int32
    var rule: RuleID
    /// Asks for a phrase beside its arguments; such frames count before others.
    var hasBeside: Bool
    /// Subject and object stand at one place, so that a coordination gives both.
    var isReciprocal: Bool
    /// Whether the verb's object may fill the relation's object.
    var takesObject: Bool
    /// Whether the relation's subject is who acts and nobody else.
    var needsActor: Bool
    /// Whether a verb can fill it that has nothing but a subject: its object is no phrase behind the verb.
    var standsAlone: Bool
  }

  let slots: [FrameSlot]
  let frames: [Frame]
  let verbs: FrameList
  let nouns: FrameList

  /// - Parameter succession: the predicate whose subject may be another than who acts.
  init(_ packs: [RuleBook.Pack], succession: PredicateID) {
    var slots: [FrameSlot] = []
    var frames: [Frame] = []
    var verbs = FrameList.Maker()
    var nouns = FrameList.Maker()
    for (number, pack) in packs.enumerated() {
      let (firstSlot, firstFrame) = (slots.count, frames.count)
      for k in 0..<(pack.rules.frameSlots.count / 2) { slots.append(pack.rules.slot(k)) }
      for k in 0..<pack.rules.frameCount {
        let frame = pack.rules.frame(k)
        let objects = Self.moved(frame.objects, by: firstSlot)
        frames.append(
          Frame(
            predicate: frame.predicate, modality: frame.modality, voice: frame.voice,
            isReversed: frame.isReversed, subjectKinds: frame.subjectKinds,
            objectKinds: frame.objectKinds, subjects: Self.moved(frame.subjects, by: firstSlot),
            objects: objects, objectHeads: Int32(frame.objectHeads),
            objectWords: pack.rules.objectWords[k], pack: Int32(number),
            rule: pack.id(frame.rule), hasBeside: pack.rules.hasBeside(frame),
            isReciprocal: pack.isReciprocal(frame),
            takesObject: objects.contains { slots[Int($0)] == .object },
            needsActor: !pack.isReciprocal(frame) && frame.predicate != succession
              && frame.subjects.allSatisfy { slots[firstSlot + $0].isSubject },
            standsAlone: pack.isReciprocal(frame)
              || objects.contains { slots[Int($0)].isSubject }))
      }
      verbs.add(pack, pack.rules.verbFrames, from: firstFrame)
      nouns.add(pack, pack.rules.nounFrames, from: firstFrame)
    }
    (self.slots, self.frames) = (slots, frames)
    self.verbs = FrameList(verbs, frames)
    self.nouns = FrameList(nouns, frames)
  }

  /// Whether some frame of a noun has a place for the phrase behind a preposition.
  func takes(_ noun: TermID, _ preposition: TermID) -> Bool {
    nouns[noun].contains { k in
      frames[Int(nouns.entries[k].frame)].objects
        .contains { slots[Int($0)] == .preposition(preposition) }
    }
  }

  private static func moved(_ range: Range<Int>, by start: Int) -> Range<Int32> {
    Int32(range.lowerBound + start)..<Int32(range.upperBound + start)
  }
}

/// Which frames a base form has.
struct FrameList: Sendable {
  struct Entry: Sendable {
    /// What the verb must have with it, 0 for none; see ``CompiledFrame`` for compounds.
    var particle: TermID
    /// Index in ``FrameBook/frames``.
    var frame: Int32
    var hasBeside: Bool
    /// Says nothing where nobody acts.
    var needsActor: Bool
  }

  let entries: [Entry]
  /// The entries of the base forms in the order of their terms: `starts[n]..<starts[n + 1]`.
  private let starts: [Int32]
  /// The base forms, a bit each; the last word of 64 is empty. Then how many there are before each.
  private let words: [UInt64]
  /// Those with ``Traits/standsAlone``.
  private let alone: [UInt64]
  private let ranks: [Int32]
  /// Of each base form what is true of some of its frames.
  private let traits: [Traits]

  /// What is asked of the frames of a base form before they are looked at.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// One ``FrameBook/Frame/standsAlone``.
    static let standsAlone = Traits(rawValue: 1 << 0)
    /// One ``FrameBook/Frame/hasBeside``.
    static let hasBeside = Traits(rawValue: 1 << 1)
    /// One says something where nobody acts.
    static let actorless = Traits(rawValue: 1 << 2)
  }

  @inline(__always)
  func contains(_ lemma: TermID) -> Bool {
    let word = Int(lemma >> 6)
    return word < words.count && words[word] >> UInt64(lemma & 63) & 1 == 1
  }

  /// What is asked of many base forms, without a branch.
  struct Words {
    fileprivate let words: UnsafeBufferPointer<UInt64>
    fileprivate let alone: UnsafeBufferPointer<UInt64>

    /// 1 for a base form that has frames, else 0.
    @inline(__always)
    func hasFrame(_ lemma: TermID) -> Int32 { Self.bit(lemma, words) }

    /// 1 for a base form that has one which needs nothing but a subject, else 0.
    @inline(__always)
    func standsAlone(_ lemma: TermID) -> Int32 { Self.bit(lemma, alone) }

    @inline(__always)
    private static func bit(_ lemma: TermID, _ words: UnsafeBufferPointer<UInt64>) -> Int32 {
      let word = words[min(Int(lemma >> 6), words.count &- 1)]
      return Int32(truncatingIfNeeded: word &>> UInt64(lemma & 63) & 1)
    }
  }

  /// Lends them; valid within `body` only.
  @inline(__always)
  func withWords<Result>(_ body: (Words) -> Result) -> Result {
    words.withUnsafeBufferPointer { words in
      alone.withUnsafeBufferPointer { body(Words(words: words, alone: $0)) }
    }
  }

  /// Places in ``entries``, in the order of packs.
  @inline(__always)
  subscript(_ lemma: TermID) -> Range<Int> { find(lemma).entries }

  /// The frames of a base form and what is true of some of them.
  @inline(__always)
  func find(_ lemma: TermID) -> (entries: Range<Int>, traits: Traits) {
    guard contains(lemma) else { return (0..<0, []) }
    let word = Int(lemma >> 6)
    let below = words[word] & ((1 << UInt64(lemma & 63)) - 1)
    let place = Int(ranks[word]) + below.nonzeroBitCount
    return (Int(starts[place])..<Int(starts[place + 1]), traits[place])
  }

  /// Base forms with their entries, pack by pack.
  struct Maker {
    fileprivate var all: [(lemma: TermID, particle: TermID, frame: Int32)] = []

    mutating func add(_ pack: RuleBook.Pack, _ index: FrameIndex, from first: Int) {
      let mayBeOff = pack.disabled.contains(true)
      index.forEach { lemma, particle, frame in
        if mayBeOff, pack.isOff(pack.rules.frame(frame).rule) { return }
        all.append((lemma, particle, Int32(first + frame)))
      }
    }
  }

  init(_ maker: Maker, _ frames: [FrameBook.Frame]) {
    let all = maker.all
    var words = [UInt64](repeating: 0, count: all.reduce(1) { max($0, Int($1.lemma >> 6) + 2) })
    var alone = words
    for one in all { words[Int(one.lemma >> 6)] |= 1 << UInt64(one.lemma & 63) }
    var ranks: [Int32] = []
    ranks.reserveCapacity(words.count)
    var count: Int32 = 0
    for word in words {
      ranks.append(count)
      if word != 0 { count += Int32(word.nonzeroBitCount) }
    }
    // Counted, summed up, and put in their places: two apart, so that filling leaves the starts.
    var starts = [Int32](repeating: 0, count: Int(count) + 2)
    let places = all.map { one in
      let below = words[Int(one.lemma >> 6)] & ((1 << UInt64(one.lemma & 63)) - 1)
      let place = Int(ranks[Int(one.lemma >> 6)]) + (below == 0 ? 0 : below.nonzeroBitCount)
      starts[place + 2] += 1
      return Int32(place + 1)
    }
    for k in starts.indices.dropFirst(2) { starts[k] += starts[k - 1] }
    var entries = [Entry](
      repeating: Entry(particle: 0, frame: 0, hasBeside: false, needsActor: false),
      count: all.count)
    // Places count from 1 here; the first trait is nobody's.
    var traits = [Traits](repeating: [], count: Int(count) + 1)
    for (k, one) in all.enumerated() {
      let frame = frames[Int(one.frame)]
      let slot = Int(places[k])
      if frame.standsAlone {
        traits[slot].insert(.standsAlone)
        alone[Int(one.lemma >> 6)] |= 1 << UInt64(one.lemma & 63)
      }
      if frame.hasBeside { traits[slot].insert(.hasBeside) }
      if !frame.needsActor { traits[slot].insert(.actorless) }
      entries[Int(starts[slot])] = Entry(
        particle: one.particle, frame: one.frame, hasBeside: frame.hasBeside,
        needsActor: frame.needsActor)
      starts[slot] += 1
    }
    traits.removeFirst()
    (self.entries, self.starts, self.words, self.ranks) = (entries, starts, words, ranks)
    (self.traits, self.alone) = (traits, alone)
  }
}
