/// A set of known terms, one bit a term up to the largest: a look-up is one load.
struct TermSet: Sendable {
  private var words: [UInt64] = []

  init(_ terms: some Sequence<TermID>) {
    for term in terms {
      let word = Int(term) >> 6
      if word >= words.count {
        words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
      }
      words[word] |= 1 << UInt64(term & 63)
    }
  }

  @inline(__always)
  func contains(_ term: TermID) -> Bool {
    let word = Int(term) >> 6
    return word < words.count && words[word] >> UInt64(term & 63) & 1 == 1
  }
}
