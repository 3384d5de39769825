/// The word knowledge without its owner: what stages hold in their inner loops, where every copy of a
/// ``Lexicon`` would count an owner.
///
/// Valid as long as the lexicon that lent it.
struct LexiconView: @unchecked Sendable {
  let tables: UnsafePointer<LexiconTables>
  /// See ``Lexicon/termCount``.
  let termCount: Int

  /// Bits of ``WordClass``; empty for words that only a document knows.
  @inline(__always)
  func classes(_ term: TermID) -> WordClass {
    let kinds = tables.pointee.termKinds
    return Int(term) < kinds.count
      ? WordClass(rawValue: tables.pointee.classSets[Int(kinds[Int(term)])]) : []
  }

  /// The base form's term; the term itself where there is none.
  @inline(__always)
  func lemma(_ term: TermID) -> TermID {
    let lemmas = tables.pointee.lemmas
    return Int(term) < lemmas.count ? lemmas[Int(term)] : term
  }

  /// See ``Lexicon/scores(_:)``.
  @inline(__always)
  func scores(_ term: TermID) -> (first: Int, last: Int, common: Int) {
    let kinds = tables.pointee.termKinds
    guard Int(term) < kinds.count else { return (0, 0, 0) }
    let s = Int(tables.pointee.scoreBits[Int(kinds[Int(term)])])
    return ((s & 31) << 3, (s >> 5 & 31) << 3, (s >> 10 & 31) << 3)
  }

  // MARK: Names

  /// The node for names that begin with `term`, 0 if there is none.
  @inline(__always)
  func root(_ term: TermID) -> UInt32 {
    let roots = tables.pointee.roots
    return roots.contains(Int(term)) ? UInt32(truncatingIfNeeded: roots.rank(Int(term)) + 1) : 0
  }

  /// The node one word further, 0 if no listed name goes on so.
  @inline(__always)
  func step(_ node: UInt32, _ term: TermID) -> UInt32 {
    let inner = tables.pointee.inner
    guard inner.contains(Int(node)) else { return 0 }
    let rank = inner.rank(Int(node))
    let edges = tables.pointee.edges
    var low = Int(tables.pointee.firstEdges[rank])
    var count = Int(tables.pointee.firstEdges[rank + 1]) - low
    guard count > 0 else { return 0 }
    // To go left or right is a matter of chance, so arithmetic does it: terms are small numbers, and
    // the difference is negative where the edge lies before the term or is it.
    while count > 1 {
      let half = count >> 1
      let isBefore = (edges[low + half] &- term &- 1) >> 31
      low &+= half & (0 &- Int(isBefore))
      count -= half
    }
    return edges[low] == term ? UInt32(truncatingIfNeeded: tables.pointee.firstChild + low) : 0
  }

  /// What is common to the senses of the name that ends at `node`.
  @inline(__always)
  func summary(_ node: UInt32) -> NodeSummary {
    NodeSummary(rawValue: tables.pointee.nodeSummaries[Int(node)])
  }

  /// Whether a listed name may begin with these two words: `false` is sure.
  @inline(__always)
  func mayBegin(_ first: TermID, _ second: TermID) -> Bool {
    tables.pointee.pairs.mayHold(first, second)
  }

  /// Indices of the senses of the name that ends at `node`.
  @inline(__always)
  func senseRange(_ node: UInt32) -> Range<Int> {
    let start = Int(tables.pointee.nodes[Int(node)])
    if start == 0 { return 0..<0 }
    let senses = tables.pointee.senses
    var end = start
    while senses[end] & PackedSense.more != 0 { end += 1 }
    return start..<end + 1
  }

  @inline(__always)
  func sense(_ index: Int) -> Sense {
    let packed = PackedSense(rawValue: tables.pointee.senses[index])
    let heads = tables.pointee.senseHeads
    let head = heads[packed.head * 2]
    return Sense(
      kind: SenseKind(rawValue: UInt8(truncatingIfNeeded: head)) ?? .reject,
      population: UInt8(truncatingIfNeeded: head >> 8),
      list: UInt16(truncatingIfNeeded: head >> 16),
      flags: SenseFlags(rawValue: heads[packed.head * 2 + 1]), canonical: packed.canonical,
      of: packed.of)
  }
}
