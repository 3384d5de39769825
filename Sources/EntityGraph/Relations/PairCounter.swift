/// Pairs of entities that one sentence names.
struct PairCounter: Sendable {
  /// Distinct entities of a sentence that are paired: each with those behind it, up to this many,
  /// so that a sentence of n entities gives fewer than 16 n pairs.
  static let reach = 16

  private var present: [Int32] = []
  private var lastSeen: [Int32] = []

  mutating func run(
    _ mentions: [Mention], sentences: [Sentence], into pairs: inout [Cooccurrence]
  ) {
    lastSeen.removeAll(keepingCapacity: true)
    var m = 0
    for (s, sentence) in sentences.enumerated() {
      present.removeAll(keepingCapacity: true)
      while m < mentions.count, mentions[m].first < sentence.end {
        let entity = mentions[m].entity
        m += 1
        guard entity >= 0 else { continue }
        while lastSeen.count <= Int(entity) { lastSeen.append(-1) }
        if lastSeen[Int(entity)] == Int32(s) { continue }
        lastSeen[Int(entity)] = Int32(s)
        present.append(entity)
      }
      for i in present.indices {
        for j in i..<min(present.count, i + 1 + Self.reach) where j > i {
          pairs.append(
            Cooccurrence(
              a: min(present[i], present[j]), b: max(present[i], present[j]), sentence: Int32(s)))
        }
      }
    }
  }
}
