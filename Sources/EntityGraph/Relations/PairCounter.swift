/// Pairs of entities that one sentence names.
struct PairCounter: Sendable {
  /// Distinct entities of a sentence that are paired: each with those behind it, up to this many,
  /// so that a sentence of n entities gives fewer than 16 n pairs.
  static let reach = 16

  /// What a sentence names.
  struct Count {
    var mentions: Int32
    /// Different entities.
    var named: Int32
    /// The same with holders of roles, who may be named elsewhere.
    var entities: Int32
    /// Index of the first mention that is counted here.
    var first: Int32

    /// Whether there are two of which something can be stated; asked so often that it is one test.
    @inline(__always) var hasPair: Bool { (entities &- 2) | (mentions &- 2) >= 0 }
  }
  /// One a sentence of the last document.
  private(set) var sentences: [Count] = []
  /// The different entities of each sentence, one sentence behind the other.
  private var present: [Int32] = []
  /// One an entity, behind one for what refers to none: the last sentence that names it.
  private var lastSeen: [Int32] = []

  mutating func run(
    _ mentions: [Mention], roles: [RoleMention] = [], sentences: [Sentence],
    into pairs: inout [Cooccurrence]
  ) {
    // Each is overwritten.
    self.sentences.resize(
      Count(mentions: 0, named: 0, entities: 0, first: 0), count: sentences.count)
    var last: Int32 = -1
    for mention in mentions { last = max(last, mention.entity) }
    lastSeen.refill(-1, count: Int(last) + 2)
    if present.count < mentions.count + Self.block {
      let count = mentions.count * 2 + Self.block
      present.append(contentsOf: repeatElement(0, count: count - present.count))
    }
    let total = count(mentions, sentences)
    fill(total, &pairs)
    var s = 0
    for role in roles where role.holder >= 0 {
      while s < sentences.count, sentences[s].end <= role.head { s += 1 }
      while s > 0, sentences[s - 1].end > role.head { s -= 1 }
      if s < sentences.count { self.sentences[s].entities += 1 }
    }
  }

  /// Counts what each sentence names and returns how many pairs there are.
  private mutating func count(_ mentions: [Mention], _ all: [Sentence]) -> Int {
    mentions.withUnsafeBufferPointer { mentions in
      sentences.withUnsafeMutableBufferPointer { counts in
        present.withUnsafeMutableBufferPointer { present in
          lastSeen.withUnsafeMutableBufferPointer { lastSeen in
            var (total, m, found) = (0, 0, 0)
            for s in 0..<counts.count {
              let (start, first) = (found, m)
              let number = Int32(truncatingIfNeeded: s)
              let end = all[s].end
              while m < mentions.count, mentions[m].first < end {
                // Written down in any case and kept if it is new, which can't be foretold.
                let entity = max(mentions[m].entity, -1)
                m += 1
                present[found] = entity
                found += (entity >= 0 ? 1 : 0) & (lastSeen[Int(entity) + 1] != number ? 1 : 0)
                lastSeen[Int(entity) + 1] = number
              }
              total += Self.pairs(of: found - start)
              let named = Int32(truncatingIfNeeded: found - start)
              counts[s] = Count(
                mentions: Int32(truncatingIfNeeded: m - first), named: named, entities: named,
                first: Int32(truncatingIfNeeded: first))
            }
            return total
          }
        }
      }
    }
  }

  private static func pairs(of count: Int) -> Int {
    if count <= reach { return count * (count - 1) / 2 }
    return reach * (reach + 1) / 2 + (count - 1 - reach) * reach
  }

  /// Pairs that are written at once, so that most loops over the others have one step; those too many
  /// are overwritten.
  private static let block = 4

  /// Appends the pairs of all sentences, of which there are so many.
  private func fill(_ total: Int, _ pairs: inout [Cooccurrence]) {
    if total == 0 { return }
    let start = pairs.count
    pairs.append(
      contentsOf: repeatElement(
        Cooccurrence(a: 0, b: 0, sentence: 0), count: total + Self.block - 1))
    pairs.withUnsafeMutableBufferPointer { pairs in
      present.withUnsafeBufferPointer { present in
        var at = start
        var first = 0
        for s in sentences.indices {
          let end = first + Int(sentences[s].named)
          var i = first
          while i + 1 < end {
            let a = present[i]
            i += 1
            let count = min(end - i, Self.reach)
            var k = 0
            while k < count {
              for j in k..<k + Self.block {
                let b = present[i + j]
                pairs[at + j] = Cooccurrence(
                  a: min(a, b), b: max(a, b), sentence: Int32(truncatingIfNeeded: s))
              }
              k += Self.block
            }
            at += count
          }
          first = end
        }
      }
    }
    pairs.removeLast(Self.block - 1)
  }
}
