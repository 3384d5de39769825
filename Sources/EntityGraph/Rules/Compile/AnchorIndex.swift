/// Which rules of one target to try at a token. Most tokens are dismissed by one bit.
struct AnchorIndex: @unchecked Sendable {
  /// Sections of the image that one index takes.
  static let sections = 6

  /// One bit a term for words, for verbs and for heads of noun phrases.
  let terms: UnsafeBufferPointer<UInt32>
  let verbs: UnsafeBufferPointer<UInt32>
  let heads: UnsafeBufferPointer<UInt32>
  /// Word classes, those of verbs, those of heads, marks below and above 64, kinds of mentions; two
  /// words each.
  let masks: UnsafeBufferPointer<UInt32>
  /// From an ``AnchorKey`` to postings.
  let map: PairMap
  /// Three words each: rule, program before the anchor + 1, entry into the program.
  /// A rule of ``listMark`` stands for all postings of the list whose key is the second word.
  let postings: UnsafeBufferPointer<UInt32>

  static let listMark = UInt32.max

  let classMask: UInt64
  let verbClassMask: UInt64
  let headClassMask: UInt64
  let lowMarks: UInt64
  let highMarks: UInt64
  let mentionMask: UInt64
  /// Whether there is anything to do at verb groups and noun phrases.
  let usesVerbs: Bool
  let usesHeads: Bool

  init(_ image: RuleImage, _ target: RuleTarget) {
    let first = RuleSection.anchors.rawValue + Int(target.rawValue) * Self.sections
    terms = image.words(first)
    verbs = image.words(first + 1)
    heads = image.words(first + 2)
    let masks = image.words(first + 3)
    self.masks = masks
    map = PairMap(image.words(first + 4))
    postings = image.words(first + 5)
    func mask(_ index: Int) -> UInt64 {
      index * 2 + 1 < masks.count
        ? UInt64(masks[index * 2]) | UInt64(masks[index * 2 + 1]) << 32 : 0
    }
    classMask = mask(0)
    verbClassMask = mask(1)
    headClassMask = mask(2)
    lowMarks = mask(3)
    highMarks = mask(4)
    mentionMask = mask(5)
    usesVerbs = !verbs.isEmpty || verbClassMask != 0
    usesHeads = !heads.isEmpty || headClassMask != 0
  }

  var isEmpty: Bool { postings.isEmpty }

  @inline(__always)
  static func has(_ bits: UnsafeBufferPointer<UInt32>, _ term: TermID) -> Bool {
    let word = Int(term >> 5)
    return word < bits.count && bits[word] & (1 << (term & 31)) != 0
  }

  @inline(__always)
  func hasMark(_ mark: UInt8) -> Bool {
    mark < 64 ? lowMarks & (1 << UInt64(mark)) != 0 : highMarks & (1 << UInt64(mark & 63)) != 0
  }
}

/// Collects anchors and lays them out.
struct AnchorIndexBuilder {
  struct Posting: Hashable {
    var rule: UInt32
    var before: UInt32
    var entry: UInt32
  }
  private var postings: [AnchorKey: [Posting]] = [:]

  mutating func add(_ key: AnchorKey, rule: Int, before: Int?, entry: Int) {
    let posting = Posting(
      rule: UInt32(rule), before: before.map { UInt32($0 + 1) } ?? 0, entry: UInt32(entry))
    if postings[key]?.contains(posting) == true { return }
    postings[key, default: []].append(posting)
  }

  /// The sections of ``AnchorIndex``, in order.
  func sections(_ lists: ListTable) -> [[UInt32]] {
    var all = postings
    // The words of a list point to the list, so that a rule is not written down for every word.
    let redirects: [(AnchorKey.Kind, AnchorKey.Kind)] = [
      (.list, .term), (.verbList, .verb), (.headList, .head),
    ]
    for (list, each) in redirects {
      for key in postings.keys where key.kind == list {
        let used = lists.lists[Int(key.value)]
        for term in Set(used.singles).union(used.phrases.map { $0[0] }) {
          all[AnchorKey(kind: each, value: term), default: []].append(
            Posting(rule: AnchorIndex.listMark, before: key.packed, entry: 0))
        }
      }
    }
    if all.isEmpty { return [[UInt32]](repeating: [], count: AnchorIndex.sections) }
    var words: [UInt32] = []
    var entries: [(key: UInt32, range: Range<Int>)] = []
    var masks = [UInt64](repeating: 0, count: 6)
    var bitmaps = [[UInt32]](repeating: [], count: 3)
    for (key, found) in all.sorted(by: { $0.key.packed < $1.key.packed }) {
      let first = words.count / 3
      for posting in found.sorted(by: {
        ($0.rule, $0.before, $0.entry) < ($1.rule, $1.before, $1.entry)
      }) {
        words += [posting.rule, posting.before, posting.entry]
      }
      entries.append((key.packed, first..<(words.count / 3)))
      switch key.kind {
      case .term: Self.set(key.value, in: &bitmaps[0])
      case .verb: Self.set(key.value, in: &bitmaps[1])
      case .head: Self.set(key.value, in: &bitmaps[2])
      case .wordClass: masks[0] |= 1 << UInt64(key.value)
      case .verbClass: masks[1] |= 1 << UInt64(key.value)
      case .headClass: masks[2] |= 1 << UInt64(key.value)
      case .mark: masks[key.value < 64 ? 3 : 4] |= 1 << UInt64(key.value & 63)
      case .mention: masks[5] |= 1 << UInt64(key.value)
      case .list, .verbList, .headList: break
      }
    }
    let maskWords = masks.flatMap {
      [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)]
    }
    return bitmaps + [maskWords, PairMap.build(entries), words]
  }

  private static func set(_ term: UInt32, in bits: inout [UInt32]) {
    let word = Int(term >> 5)
    while bits.count <= word { bits.append(0) }
    bits[word] |= 1 << (term & 31)
  }
}
