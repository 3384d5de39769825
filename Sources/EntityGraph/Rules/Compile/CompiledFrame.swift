/// A verb or noun with the places of its arguments in the clause, for the relation stage.
struct CompiledFrame: Sendable {
  static let words = 10
  /// Stand in place of a particle where the word is the second half of a compound ("Iran-*backed*")
  /// or the first ("*pro*-Iran").
  static let behindHyphen = TermID.max
  static let beforeHyphen = TermID.max - 1

  /// Index of its rule in ``CompiledRules``.
  var rule: Int
  var predicate: PredicateID
  /// What it says whatever the clause says, nil to follow the clause.
  var modality: Modality?
  var voice: FrameVoice
  /// Whether the `subject` slot holds the relation's object.
  var isReversed: Bool
  var priority: Int
  /// Index of the label's text in the string table, 0 for the verb or noun itself.
  var label: Int
  /// Kinds that the arguments may have, after the predicate's signature.
  var subjectKinds: KindMask
  var objectKinds: KindMask
  /// Indices for ``CompiledRules/slot(_:)``; the first that is filled counts.
  var subjects: Range<Int>
  var objects: Range<Int>
  /// Group of head tests for the grammatical object (``CompiledRules/fits(_:term:lemma:classes:)``),
  /// 0 for none: "send a *letter* to X".
  var objectHeads: Int
}

/// Where an argument of a frame stands.
enum FrameSlot: Sendable, Equatable {
  /// Who does it: the subject, of a passive the "by" phrase; of a noun its possessor, the name or
  /// nationality in front of it, or the subject of the verb that it completes.
  case subject
  /// The same; of a noun also whoever the clause is about in which it stands: "*X* spoke after a
  /// visit to Y".
  case actor
  /// What suffers it: the object, of a passive the subject.
  case object
  /// The first of two objects.
  case recipient
  /// A phrase with this preposition.
  case preposition(TermID)
  /// No argument: the verb must have a phrase with one of these prepositions.
  case beside(TermID)

  /// Who does it.
  @inline(__always)
  var isSubject: Bool { self == .subject || self == .actor }

  /// The words that a pack may write; any other word is a preposition.
  static let words: [(name: String, slot: FrameSlot)] = [
    ("subject", .subject), ("object", .object), ("recipient", .recipient),
    ("actor", .actor),
  ]
  /// The same for compounds: the name in it, and what it qualifies.
  static let compoundWords: [(name: String, slot: FrameSlot)] = [
    ("name", .subject), ("body", .object),
  ]

  var encoded: [UInt32] {
    switch self {
    case .preposition(let term): return [UInt32(Self.words.count), term]
    case .beside(let term): return [UInt32(Self.words.count + 1), term]
    default: break
    }
    return [UInt32(Self.words.firstIndex { $0.slot == self } ?? 0), 0]
  }
}

/// Frames by the base form of their verb or noun.
struct FrameIndex: @unchecked Sendable {
  private let map: PairMap
  /// Two words each: the particle that the verb must have (0: none), the frame.
  private let postings: UnsafeBufferPointer<UInt32>

  init(_ map: PairMap, _ postings: UnsafeBufferPointer<UInt32>) {
    (self.map, self.postings) = (map, postings)
  }

  /// Whether anything is known of a base form; every posting must still be asked for its particle.
  @inline(__always)
  func postings(_ lemma: TermID) -> Range<Int> { map[lemma] }

  /// The frame of a posting, nil if it wants another particle (0: none).
  @inline(__always)
  func frame(_ posting: Int, particle: TermID) -> Int? {
    postings[posting * 2] == particle ? Int(postings[posting * 2 + 1]) : nil
  }

  /// Calls `body` with each base form's frames and the particles that they want.
  func forEach(_ body: (_ lemma: TermID, _ particle: TermID, _ frame: Int) -> Void) {
    for at in stride(from: 0, to: map.slots.count, by: 4) where map.slots[at] != 0 {
      for posting in Int(map.slots[at + 1])..<Int(map.slots[at + 2]) {
        body(map.slots[at], postings[posting * 2], Int(postings[posting * 2 + 1]))
      }
    }
  }

  func isSound(frames: Int) -> Bool {
    map.isSound(limit: postings.count / 2)
      && stride(from: 1, to: postings.count, by: 2).allSatisfy { Int(postings[$0]) < frames }
  }
}

extension CompiledRules {
  var frameCount: Int { frameWords.count / CompiledFrame.words }

  func frame(_ index: Int) -> CompiledFrame {
    let at = index * CompiledFrame.words
    let bits = frameWords[at + 2]
    return CompiledFrame(
      rule: Int(frameWords[at]), predicate: PredicateID(truncatingIfNeeded: frameWords[at + 1]),
      modality: bits & 0xFF == 0 ? nil : Modality(rawValue: UInt8(bits & 0xFF) &- 1),
      voice: FrameVoice(rawValue: UInt8((bits >> 8) & 0xFF)) ?? .any,
      isReversed: bits & 1 << 16 != 0, priority: Int(Int32(bitPattern: frameWords[at + 3])),
      label: Int(frameWords[at + 4]),
      subjectKinds: KindMask(rawValue: UInt8(truncatingIfNeeded: frameWords[at + 5])),
      objectKinds: KindMask(rawValue: UInt8(truncatingIfNeeded: frameWords[at + 5] >> 8)),
      subjects: Int(frameWords[at + 6])..<Int(frameWords[at + 7]),
      objects: Int(frameWords[at + 7])..<Int(frameWords[at + 8]),
      objectHeads: Int(frameWords[at + 9]))
  }

  @inline(__always)
  func slot(_ index: Int) -> FrameSlot {
    let kind = Int(frameSlots[index * 2])
    if kind < FrameSlot.words.count { return FrameSlot.words[kind].slot }
    let term = frameSlots[index * 2 + 1]
    return kind == FrameSlot.words.count ? .preposition(term) : .beside(term)
  }

  /// Whether a frame asks for a phrase beside its arguments.
  @inline(__always)
  func hasBeside(_ frame: CompiledFrame) -> Bool {
    guard let last = frame.objects.last else { return false }
    return Int(frameSlots[last * 2]) > FrameSlot.words.count
  }

  /// Whether a head word passes a group of head tests.
  ///
  /// - Parameters:
  ///   - term: the word as it stands; pass the base form again for a verb.
  ///   - particle: the verb's particle, 0 for none.
  @inline(__always)
  func fits(
    _ group: Int, term: TermID, lemma: TermID, classes: UInt64, particle: TermID = 0
  ) -> Bool {
    if group == 0 { return true }
    var at = group + 1
    for _ in 0..<Int(heads[group]) {
      let a = heads[at + 1]
      let b = heads[at + 2]
      switch heads[at] {
      case 0: if a == lemma || a == term, b == particle { return true }
      case 1:
        if particle == 0 {
          if lists.contains(a, lemma) || (term != lemma && lists.contains(a, term)) { return true }
        } else if phrases.contains(list: a, count: 2, term: { $0 == 0 ? lemma : particle }) {
          return true
        }
      default: if classes & (UInt64(a) | UInt64(b) << 32) != 0 { return true }
      }
      at += 3
    }
    return false
  }
}
