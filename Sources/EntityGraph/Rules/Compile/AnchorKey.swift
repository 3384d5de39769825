/// What makes the matcher try a rule at a token.
struct AnchorKey: Sendable, Hashable {
  enum Kind: UInt32 {
    case term = 1
    case mark, wordClass, mention
    /// Base form of a verb group; its word classes; a list of verbs.
    case verb, verbClass, verbList
    /// The same of the head of a noun phrase.
    case head, headClass, headList
    /// A list of words.
    case list
  }
  var kind: Kind
  var value: UInt32

  /// Never 0.
  @inline(__always)
  static func packed(_ kind: Kind, _ value: UInt32) -> UInt32 {
    kind.rawValue << 28 | (value & 0x0FFF_FFFF)
  }
  var packed: UInt32 { Self.packed(kind, value) }
}

/// Where in a pattern its anchor stands.
struct Anchor: Sendable {
  var keys: [AnchorKey]
  /// The node that must match where the anchor is found.
  var element: Int
  /// What stands before it, in the order of the text.
  var prefix: [ResolvedNode]
}

/// Chooses the rarest part of a pattern. The choice decides how often a rule is tried, never what
/// it matches.
struct AnchorChooser {
  let lists: ListTable
  let commonness: (TermID) -> Int

  struct Choice {
    /// Times a million tokens at which the rule is tried, roughly.
    var cost: Int
    var anchors: [Anchor]
  }

  /// The cheapest set of anchors of which every match holds one; nil if there is none.
  func choose(_ node: ResolvedNode) -> Choice? {
    switch node.kind {
    case .token(let tests):
      let keys = tests.filter { !$0.isNegated }.compactMap { anchorKeys($0.kind) }
      return keys.min { $0.cost < $1.cost }.map { choice($0.cost, $0.keys, node) }
    case .phrase(let list, _):
      let terms = lists.lists[list].phrases.map { $0[0] }
      return choice(cost(of: terms), [AnchorKey(kind: .list, value: UInt32(list))], node)
    case .mention(let test):
      var keys: [AnchorKey] = []
      var cost = 0
      for bit in 0..<4 as Range<UInt8> where test.kinds.rawValue & (1 << bit) != 0 {
        keys.append(AnchorKey(kind: .mention, value: UInt32(bit)))
        cost += [25_000, 20_000, 25_000, 10_000][Int(bit)]
      }
      return keys.isEmpty ? nil : choice(cost, keys, node)
    case .chunk(let test): return chunk(test, node)
    case .sequence(let nodes):
      var best: Choice?
      for (i, child) in nodes.enumerated() {
        guard var found = choose(child) else { continue }
        if let best, best.cost <= found.cost { continue }
        for k in found.anchors.indices {
          found.anchors[k].prefix.insert(contentsOf: nodes[..<i], at: 0)
        }
        best = found
      }
      return best
    case .alternatives(let nodes):
      var whole = Choice(cost: 0, anchors: [])
      for child in nodes {
        guard let found = choose(child) else { return nil }
        whole.cost += found.cost
        whole.anchors += found.anchors
      }
      return whole
    case .repeated(let inner, let low, _, _): return low > 0 ? choose(inner) : nil
    case .capture(_, let inner): return choose(inner)
    case .look, .sentenceStart, .sentenceEnd: return nil
    }
  }

  private func choice(_ cost: Int, _ keys: [AnchorKey], _ node: ResolvedNode) -> Choice {
    Choice(cost: cost, anchors: [Anchor(keys: keys, element: node.id, prefix: [])])
  }

  private func anchorKeys(_ kind: TokenTest.Kind) -> (cost: Int, keys: [AnchorKey])? {
    switch kind {
    case .term(let term): return (cost(of: term), [AnchorKey(kind: .term, value: term)])
    case .mark(let mark):
      return (Self.markCost(mark), [AnchorKey(kind: .mark, value: UInt32(mark))])
    case .list(let list):
      let terms = lists.lists[list].singles
      return (cost(of: terms), [AnchorKey(kind: .list, value: UInt32(list))])
    case .classes(let bits):
      guard let cost = Self.classCost(bits) else { return nil }
      return (cost, Self.bits(bits).map { AnchorKey(kind: .wordClass, value: $0) })
    case .flags, .exact, .prefix, .suffix, .covered: return nil
    }
  }

  private func chunk(_ test: ChunkTest, _ node: ResolvedNode) -> Choice? {
    if test.heads.isEmpty { return nil }
    var keys: [AnchorKey] = []
    var cost = 0
    for head in test.heads {
      switch head {
      case .word(let term, _):
        keys.append(AnchorKey(kind: test.isVerb ? .verb : .head, value: term))
        cost += self.cost(of: term)
      case .list(let list):
        keys.append(AnchorKey(kind: test.isVerb ? .verbList : .headList, value: UInt32(list)))
        cost += self.cost(of: lists.lists[list].singles)
        cost += self.cost(of: lists.lists[list].phrases.map { $0[0] })
      case .classes(let bits):
        let kind: AnchorKey.Kind = test.isVerb ? .verbClass : .headClass
        keys += Self.bits(bits).map { AnchorKey(kind: kind, value: $0) }
        cost += 10_000
      }
    }
    return choice(cost, keys, node)
  }

  // MARK: Costs

  /// The lexicon grades words coarsely: 255 are the closed classes, 250 everyday words.
  private func cost(of term: TermID) -> Int {
    switch commonness(term) {
    case 255...: 30_000
    case 245...: 1_500
    case 200...: 300
    default: 50
    }
  }

  private func cost(of terms: some Collection<TermID>) -> Int {
    min(terms.reduce(0) { $0 + cost(of: $1) }, 200_000)
  }

  private static func markCost(_ mark: UInt8) -> Int {
    switch mark {
    case UInt8(ascii: ","), UInt8(ascii: "."): 50_000
    case UInt8(ascii: "\""), UInt8(ascii: "'"): 15_000
    default: 3_000
    }
  }

  static func bits(_ mask: UInt64) -> [UInt32] {
    (0..<64 as Range<UInt32>).filter { mask & (1 << UInt64($0)) != 0 }
  }

  /// Open classes are no anchor: they would try the rule at every other word.
  private static func classCost(_ mask: UInt64) -> Int? {
    let open: WordClass = [
      .noun, .nounPlural, .verb, .verb3sg, .verbPast, .verbPart, .verbIng, .adj, .adv, .common,
    ]
    if mask & open.rawValue != 0 { return nil }
    let frequent: [(WordClass, Int)] = [
      (.det, 90_000), (.prep, 120_000), (.pron, 40_000), (.conj, 30_000), (.aux, 30_000),
      (.sub, 15_000), (.first, 15_000), (.last, 20_000), (.weak, 100_000), (.say, 12_000),
    ]
    return bits(mask).reduce(0) { sum, bit in
      let one = WordClass(bit: UInt64(bit))
      return sum + (frequent.first { $0.0 == one }?.1 ?? 4_000)
    }
  }
}
