/// Maps 64-bit keys to mention indices; emptied in time proportional to what it holds.
struct KeyTable: Sendable {
  /// What a key stands for.
  enum Hit: Equatable { case none, one(Int32), several }

  private var keys: [UInt64] = [UInt64](repeating: 0, count: 256)
  private var values: [Int32] = [Int32](repeating: 0, count: 256)
  private var used: [Int32] = []

  mutating func removeAll() {
    for slot in used { keys[Int(slot)] = 0 }
    used.removeAll(keepingCapacity: true)
  }

  private func slot(_ key: UInt64) -> Int {
    var h = key &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 29
    var slot = Int(truncatingIfNeeded: h) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  /// The value of a key, nil if there is none. Keys are never 0.
  func value(_ key: UInt64) -> Int32? {
    let s = slot(key)
    return keys[s] == 0 ? nil : values[s]
  }

  mutating func set(_ key: UInt64, _ value: Int32) {
    if (used.count + 1) * 2 > keys.count { grow() }
    let s = slot(key)
    if keys[s] == 0 {
      keys[s] = key
      used.append(Int32(s))
    }
    values[s] = value
  }

  private mutating func grow() {
    let old = used.map { (keys[Int($0)], values[Int($0)]) }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    values = [Int32](repeating: 0, count: keys.count)
    used.removeAll(keepingCapacity: true)
    for (key, value) in old { set(key, value) }
  }
}
