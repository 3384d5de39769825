extension Array {
  /// Makes the array hold one value so many times and keeps its memory.
  ///
  /// For tables with an entry a token, which a stage clears for every document: what is there already
  /// is overwritten many entries at a time, where to empty and append would go entry by entry.
  @inline(__always)
  mutating func refill(_ value: Element, count: Int) {
    if self.count > count { removeLast(self.count - count) }
    withUnsafeMutableBufferPointer { $0.update(repeating: value) }
    if self.count < count { append(contentsOf: repeatElement(value, count: count - self.count)) }
  }

  /// Makes the array so long and keeps what stands in it, for whoever overwrites every entry.
  @inline(__always)
  mutating func resize(_ value: Element, count: Int) {
    if self.count > count { removeLast(self.count - count) }
    if self.count < count { append(contentsOf: repeatElement(value, count: count - self.count)) }
  }

  /// Makes the array at least so long and keeps what stands in it, for lists whose end is counted apart.
  @inline(__always)
  mutating func grow(_ value: Element, count: Int) {
    if self.count < count { append(contentsOf: repeatElement(value, count: count - self.count)) }
  }
}
