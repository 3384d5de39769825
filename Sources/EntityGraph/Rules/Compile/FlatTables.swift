/// A set of pairs of numbers in an open-addressing table: `a + 1`, `b` in each slot.
struct PairSet: @unchecked Sendable {
  let slots: UnsafeBufferPointer<UInt32>
  private let mask: Int

  init(_ slots: UnsafeBufferPointer<UInt32>) {
    self.slots = slots
    mask = slots.count / 2 - 1
  }

  @inline(__always)
  static func hash(_ a: UInt32, _ b: UInt32) -> Int {
    let h = (UInt64(a) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(b)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: h >> 33)
  }

  @inline(__always)
  func contains(_ a: UInt32, _ b: UInt32) -> Bool {
    if mask < 0 { return false }
    var at = Self.hash(a, b) & mask
    while slots[at * 2] != 0 {
      if slots[at * 2] == a &+ 1, slots[at * 2 + 1] == b { return true }
      at = (at + 1) & mask
    }
    return false
  }

  /// Slots for `pairs`, at most half of them used.
  static func build(_ pairs: [(UInt32, UInt32)]) -> [UInt32] {
    if pairs.isEmpty { return [] }
    var capacity = 4
    while capacity < pairs.count * 2 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity * 2)
    for (a, b) in pairs {
      var at = hash(a, b) & (capacity - 1)
      while slots[at * 2] != 0, (slots[at * 2], slots[at * 2 + 1]) != (a + 1, b) {
        at = (at + 1) & (capacity - 1)
      }
      slots[at * 2] = a + 1
      slots[at * 2 + 1] = b
    }
    return slots
  }

  /// Whether a probe ends at an empty slot wherever it begins.
  var isSound: Bool {
    slots.count % 2 == 0
      && (slots.isEmpty
        || ((slots.count / 2) & mask == 0
          && stride(from: 0, to: slots.count, by: 2).contains { slots[$0] == 0 }))
  }
}

/// A map from a number above 0 to a range, in an open-addressing table of key, first, end.
struct PairMap: @unchecked Sendable {
  let slots: UnsafeBufferPointer<UInt32>
  private let mask: Int

  init(_ slots: UnsafeBufferPointer<UInt32>) {
    self.slots = slots
    mask = slots.count / 4 - 1
  }

  @inline(__always)
  subscript(key: UInt32) -> Range<Int> {
    if mask < 0 { return 0..<0 }
    var at = PairSet.hash(key, 0) & mask
    while slots[at * 4] != 0 {
      if slots[at * 4] == key { return Int(slots[at * 4 + 1])..<Int(slots[at * 4 + 2]) }
      at = (at + 1) & mask
    }
    return 0..<0
  }

  static func build(_ entries: [(key: UInt32, range: Range<Int>)]) -> [UInt32] {
    if entries.isEmpty { return [] }
    var capacity = 4
    while capacity < entries.count * 2 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity * 4)
    for (key, range) in entries {
      var at = PairSet.hash(key, 0) & (capacity - 1)
      while slots[at * 4] != 0 { at = (at + 1) & (capacity - 1) }
      slots[at * 4] = key
      slots[at * 4 + 1] = UInt32(range.lowerBound)
      slots[at * 4 + 2] = UInt32(range.upperBound)
    }
    return slots
  }

  /// Whether probes end and all ranges lie within `limit`.
  func isSound(limit: Int) -> Bool {
    if slots.isEmpty { return true }
    guard slots.count % 4 == 0, (slots.count / 4) & mask == 0 else { return false }
    var empty = false
    for at in stride(from: 0, to: slots.count, by: 4) {
      if slots[at] == 0 { empty = true }
      if slots[at + 1] > slots[at + 2] || Int(slots[at + 2]) > limit { return false }
    }
    return empty
  }
}

/// Entries of several words of lists: a table of offsets into a pool of `list, count, terms…`.
struct PhraseSet: @unchecked Sendable {
  let slots: UnsafeBufferPointer<UInt32>
  let pool: UnsafeBufferPointer<UInt32>
  private let mask: Int

  init(slots: UnsafeBufferPointer<UInt32>, pool: UnsafeBufferPointer<UInt32>) {
    (self.slots, self.pool) = (slots, pool)
    mask = slots.count - 1
  }

  @inline(__always)
  static func step(_ h: UInt64, _ term: UInt32) -> UInt64 {
    (h ^ UInt64(term)) &* 0x9E37_79B9_7F4A_7C15 ^ (h >> 29)
  }

  /// Whether list `list` has the entry whose words `term` gives.
  @inline(__always)
  func contains(list: UInt32, count: Int, term: (Int) -> UInt32) -> Bool {
    if mask < 0 { return false }
    var h = Self.step(UInt64(count), list)
    for i in 0..<count { h = Self.step(h, term(i)) }
    var at = Int(truncatingIfNeeded: h >> 32) & mask
    while slots[at] != 0 {
      let entry = Int(slots[at])
      if pool[entry] == list, Int(pool[entry + 1]) == count {
        var same = true
        for i in 0..<count where pool[entry + 2 + i] != term(i) {
          same = false
          break
        }
        if same { return true }
      }
      at = (at + 1) & mask
    }
    return false
  }

  static func build(_ entries: [(list: UInt32, terms: [TermID])]) -> (
    slots: [UInt32], pool: [UInt32]
  ) {
    if entries.isEmpty { return ([], []) }
    var capacity = 4
    while capacity < entries.count * 2 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity)
    var pool: [UInt32] = [0]
    for (list, terms) in entries {
      var h = step(UInt64(terms.count), list)
      for term in terms { h = step(h, term) }
      var at = Int(truncatingIfNeeded: h >> 32) & (capacity - 1)
      while slots[at] != 0 { at = (at + 1) & (capacity - 1) }
      slots[at] = UInt32(pool.count)
      pool += [list, UInt32(terms.count)] + terms
    }
    return (slots, pool)
  }

  var isSound: Bool {
    if slots.isEmpty { return true }
    guard slots.count & mask == 0, slots.contains(0) else { return false }
    return slots.allSatisfy {
      $0 == 0
        || Int($0) + 2 <= pool.count && Int($0) + 2 + Int(pool[Int($0) + 1]) <= pool.count
    }
  }
}
