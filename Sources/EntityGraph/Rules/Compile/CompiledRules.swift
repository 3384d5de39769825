/// One pack's rules as flat arrays: programs, lists, anchors, frames, examples. Immutable.
///
/// Everything lies in one block of memory that is also the form on disk, so that built-in rules are
/// read without parsing. A block is checked once when it is opened; after that the matcher follows
/// its offsets without looking.
final class CompiledRules: @unchecked Sendable {
  // The memory is never written after `init`, so sharing it between threads is safe.
  private let memory: UnsafeMutableRawPointer
  private let byteCount: Int

  let stringOffsets: UnsafeBufferPointer<UInt32>
  let stringBytes: UnsafeBufferPointer<UInt8>
  let ruleWords: UnsafeBufferPointer<UInt32>
  let predicateWords: UnsafeBufferPointer<UInt32>
  let code: UnsafeBufferPointer<Instruction>
  let heads: UnsafeBufferPointer<UInt32>
  let lists: PairSet
  let phrases: PhraseSet
  let frameWords: UnsafeBufferPointer<UInt32>
  let frameSlots: UnsafeBufferPointer<UInt32>
  let verbFrames: FrameIndex
  let nounFrames: FrameIndex
  let disableWords: UnsafeBufferPointer<UInt32>
  let exampleWords: UnsafeBufferPointer<UInt32>
  /// By ``RuleTarget``.
  let anchors: [AnchorIndex]
  let packName: String
  /// What the patterns of each target ask of a document, by ``RuleTarget``.
  private(set) var needs: [RuleNeeds] = []
  /// By rule.
  private(set) var ends: [RuleEnds] = []
  private(set) var endPlaces: [EndPlaces] = []
  /// By frame the words of its ``CompiledFrame/objectHeads``, as ``TokenGuard/bit(term:)``; all where these
  /// ask for more than words.
  private(set) var objectWords: [UInt64] = []
  /// By ``RuleTarget``, each in the order of its ``AnchorIndex/postings``; allocated here.
  private(set) var postings: [UnsafeMutableBufferPointer<RulePosting>] = []
  /// By ``RuleTarget`` those that are tried where mentions begin; allocated here.
  private(set) var mentionPostings: [UnsafeMutableBufferPointer<RulePosting>] = []

  /// Why bytes can't be used as compiled rules.
  struct Damaged: Error {}

  /// Copies and checks bytes that ``serialize()`` made.
  init(bytes: some Collection<UInt8>) throws(Damaged) {
    byteCount = bytes.count
    let capacity = (byteCount + 15) / 16 * 16
    memory = .allocate(byteCount: max(capacity, 16), alignment: 16)
    let target = UnsafeMutableRawBufferPointer(start: memory, count: max(capacity, 16))
    target.copyBytes(from: bytes)
    for at in byteCount..<target.count { target[at] = 0 }
    let image: RuleImage
    do throws(Damaged) {
      image = try RuleImage(UnsafeRawPointer(memory), count: byteCount)
    } catch {
      memory.deallocate()
      throw error
    }
    stringOffsets = image.words(.stringOffsets)
    stringBytes = image.bytes(.stringBytes)
    ruleWords = image.words(.rules)
    predicateWords = image.words(.predicates)
    code = image.instructions()
    heads = image.words(.heads)
    lists = PairSet(image.words(.lists))
    phrases = PhraseSet(slots: image.words(.phraseSlots), pool: image.words(.phrasePool))
    frameWords = image.words(.frames)
    frameSlots = image.words(.frameSlots)
    verbFrames = FrameIndex(PairMap(image.words(.verbFrames)), image.words(.framePostings))
    nounFrames = FrameIndex(PairMap(image.words(.nounFrames)), image.words(.framePostings))
    disableWords = image.words(.disables)
    exampleWords = image.words(.examples)
    anchors = RuleTarget.allCases.map { AnchorIndex(image, $0) }
    packName = Self.text(0, image)
    guard isSound() else { throw Damaged() }
    needs = RuleNeeds.collect(self)
    (ends, endPlaces) = RuleEnds.collect(self)
    var finder = GuardFinder(self)
    objectWords = (0..<frameCount).map { finder.words(of: frame($0).objectHeads) ?? ~0 }
    for index in anchors {
      let all = RulePosting.collect(index, self, &finder)
      postings.append(Self.room(all))
      mentionPostings.append(Self.room(RulePosting.atMentions(index, all)))
    }
  }

  private static func room(_ all: [RulePosting]) -> UnsafeMutableBufferPointer<RulePosting> {
    let room = UnsafeMutableBufferPointer<RulePosting>.allocate(capacity: all.count)
    _ = room.initialize(from: all)
    return room
  }

  deinit {
    for room in postings + mentionPostings { room.deallocate() }
    memory.deallocate()
  }

  private static func text(_ index: Int, _ image: RuleImage) -> String {
    let meta = image.words(.meta)
    let offsets = image.words(.stringOffsets)
    let bytes = image.bytes(.stringBytes)
    guard index < meta.count, Int(meta[index]) + 1 < offsets.count else { return "" }
    let from = Int(offsets[Int(meta[index])])
    let to = Int(offsets[Int(meta[index]) + 1])
    guard from <= to, to <= bytes.count else { return "" }
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }

  /// The bytes that ``init(bytes:)`` reads.
  func serialize() -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: memory, count: byteCount))
  }

  // MARK: Reading

  func string(_ index: Int) -> String { String(decoding: bytes(of: index), as: UTF8.self) }

  @inline(__always)
  func bytes(of string: Int) -> UnsafeBufferPointer<UInt8> {
    let from = Int(stringOffsets[string])
    return UnsafeBufferPointer(rebasing: stringBytes[from..<Int(stringOffsets[string + 1])])
  }

  /// Number of rules and frames; a frame with several `args` lines is one rule.
  var ruleCount: Int { ruleWords.count / CompiledRule.words }

  @inline(__always)
  func rule(_ index: Int) -> CompiledRule { CompiledRule(ruleWords, at: index) }

  // Asked at each attempt, where to read the whole rule would cost more than the attempt.

  /// The kinds of lines in which a rule is tried, 0 for all.
  @inline(__always)
  func lines(of rule: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: ruleWords[rule * CompiledRule.words + 6])
  }

  /// First instruction of a rule's program.
  @inline(__always)
  func start(of rule: Int) -> Int { Int(ruleWords[rule * CompiledRule.words + 7]) }

  @inline(__always)
  func reportsAll(_ rule: Int) -> Bool {
    ruleWords[rule * CompiledRule.words + 1] & 1 << 11 != 0
  }

  /// `pack/rule`
  func ruleName(_ index: Int) -> String { packName + "/" + string(rule(index).name) }

  /// Predicates that this pack declares; their ids follow those of the packs before it.
  var predicates: [Predicate] {
    stride(from: 0, to: predicateWords.count, by: 3).map { at in
      let kinds = predicateWords[at + 1]
      return Predicate(
        name: string(Int(predicateWords[at])),
        subjects: KindMask(rawValue: UInt8(truncatingIfNeeded: kinds)).kinds,
        objects: KindMask(rawValue: UInt8(truncatingIfNeeded: kinds >> 8)).kinds,
        isSymmetric: predicateWords[at + 2] != 0)
    }
  }

  /// Rules of earlier packs that this pack switches off, as `pack/rule`.
  var disables: [String] { disableWords.map { string(Int($0)) } }
}

extension KindMask {
  var kinds: Set<EntityKind> { Set(EntityKind.allCases.filter { contains(KindMask($0)) }) }

  init(_ kinds: Set<EntityKind>) {
    self = kinds.reduce(into: []) { $0.formUnion(KindMask($1)) }
  }
}

/// What is said of a rule besides its pattern.
struct CompiledRule: Sendable {
  static let words = 10

  /// Index of its name in the string table.
  var name: Int
  var target: RuleTarget
  var isFrame: Bool
  var isReversed: Bool
  var isOnce: Bool
  var reportsAll: Bool
  /// What a mention or nominal rule makes; empty for `reject`.
  var kind: KindMask
  /// Of a relation.
  var predicate: PredicateID
  var priority: Int
  /// Index of the label's text in the string table, 0 for the words of the text.
  var label: Int
  /// What the rule says whatever the verb says, nil to follow the text.
  var modality: Modality?
  /// Bit `LineKind.rawValue`; 0 for every kind of line.
  var lines: UInt8
  /// First instruction of its program.
  var start: Int

  @inline(__always)
  init(_ words: UnsafeBufferPointer<UInt32>, at index: Int) {
    let at = index * Self.words
    name = Int(words[at])
    let bits = words[at + 1]
    target = RuleTarget(rawValue: UInt8(bits & 0xFF)) ?? .relation
    isFrame = bits & 1 << 8 != 0
    isReversed = bits & 1 << 9 != 0
    isOnce = bits & 1 << 10 != 0
    reportsAll = bits & 1 << 11 != 0
    kind = KindMask(rawValue: UInt8(truncatingIfNeeded: bits >> 16))
    predicate = PredicateID(truncatingIfNeeded: words[at + 2])
    priority = Int(Int32(bitPattern: words[at + 3]))
    label = Int(words[at + 4])
    modality = words[at + 5] == 0 ? nil : Modality(rawValue: UInt8(words[at + 5] & 0xFF) &- 1)
    lines = UInt8(truncatingIfNeeded: words[at + 6])
    start = Int(words[at + 7])
  }
}
