/// Bits that lists say of words, by term.
///
/// Reaches only as far as the last term that has any: listed words are frequent and have low ids.
struct TermTable<Bits: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private var bits: [Bits] = []

  /// 0 for words that no list holds and for those that only a document knows.
  @inline(__always) subscript(_ term: TermID) -> Bits {
    Int(term) < bits.count ? bits[Int(term)] : 0
  }

  mutating func add(_ more: Bits, to term: TermID) {
    guard term > 0 else { return }
    let missing = Int(term) + 1 - bits.count
    if missing > 0 { bits.append(contentsOf: repeatElement(0, count: missing)) }
    bits[Int(term)] |= more
  }

  /// Puts what `body` makes of them in the place of the bits of each of the first terms, which are the
  /// most frequent ones.
  mutating func update(below end: Int, _ body: (TermID, Bits) -> Bits) {
    for at in 0..<min(end, bits.count) {
      bits[at] = body(TermID(truncatingIfNeeded: at), bits[at])
    }
  }
}

extension TermTable {
  /// Lends the bits, one entry a term up to the last that has any; valid within `body` only.
  func withBits<Result>(_ body: (UnsafeBufferPointer<Bits>) -> Result) -> Result {
    bits.withUnsafeBufferPointer(body)
  }
}
