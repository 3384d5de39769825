/// Maps 64-bit keys to indices; emptied in time proportional to what it holds.
///
/// Keys come from the words of an article, so an article can be written whose keys all fall on one
/// slot. No search looks at more slots than ``longest``; where that would pass ``patience``, the
/// table takes Swift's seeded hash until it is emptied. What it answers never depends on the hash.
struct KeyTable: Sendable {
  /// Slots that a key may lie behind its own; in a half-full table ordinary keys lie far nearer.
  static let patience = 64

  private var keys: [UInt64] = [UInt64](repeating: 0, count: 256)
  private var values: [Int32] = [Int32](repeating: 0, count: 256)
  private var used: [Int32] = []
  /// How far behind its own slot the farthest key lies.
  private(set) var longest = 0
  /// Whether the keys since it was emptied made the fast hash fail.
  private(set) var isFlooded = false

  mutating func removeAll() {
    for slot in used { keys[Int(slot)] = 0 }
    used.removeAll(keepingCapacity: true)
    longest = 0
    isFlooded = false
  }

  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    var h = key &* 0x9E37_79B9_7F4A_7C15
    if isFlooded { h = KeyTable.seeded(key) }
    h ^= h >> 29
    return Int(truncatingIfNeeded: h) & (keys.count - 1)
  }

  @inline(never)
  private static func seeded(_ key: UInt64) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(key)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// The slot of a key, -1 if it has none.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = home(key)
    for _ in 0...longest {
      if keys[slot] == key { return slot }
      if keys[slot] == 0 { return -1 }
      slot = (slot + 1) & (keys.count - 1)
    }
    return -1
  }

  /// The value of a key, nil if there is none. Keys are never 0.
  func value(_ key: UInt64) -> Int32? {
    let slot = slot(key)
    return slot < 0 ? nil : values[slot]
  }

  mutating func set(_ key: UInt64, _ value: Int32) {
    let known = slot(key)
    if known >= 0 {
      values[known] = value
      return
    }
    if (used.count + 1) * 2 > keys.count { fill(count: keys.count * 2) }
    place(key, value)
    if isTooFar { fill(count: keys.count) }
  }

  private var isTooFar: Bool { longest > KeyTable.patience && !isFlooded }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    var slot = home(key)
    var steps = 0
    while keys[slot] != 0 {
      slot = (slot + 1) & (keys.count - 1)
      steps += 1
    }
    longest = max(longest, steps)
    keys[slot] = key
    values[slot] = value
    used.append(Int32(slot))
  }

  /// Puts everything into a table of so many slots, with the seeded hash where the fast one fails.
  private mutating func fill(count: Int) {
    let all = used.map { (keys[Int($0)], values[Int($0)]) }
    repeat {
      isFlooded = isFlooded || isTooFar
      keys = [UInt64](repeating: 0, count: count)
      values = [Int32](repeating: 0, count: count)
      used.removeAll(keepingCapacity: true)
      longest = 0
      for (key, value) in all where !isTooFar { place(key, value) }
    } while isTooFar
  }
}
