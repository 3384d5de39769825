/// Maps 64-bit keys to indices as ``KeyTable`` does: most documents have so few that looking at all of
/// them is cheaper than hashing one.
struct SmallTable: Sendable {
  /// Keys that are looked through one by one; what has more is hashed.
  private static let few = 32

  private var keys: [UInt64] = []
  private var values: [Int32] = []
  private var many = KeyTable()
  private var isHashed = false

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    if isHashed { many.removeAll() }
    isHashed = false
  }

  /// The value of a key, nil if there is none. Keys are never 0.
  func value(_ key: UInt64) -> Int32? {
    if isHashed { return many.value(key) }
    return keys.withUnsafeBufferPointer { keys in
      // Where it stands can't be foretold, so all are looked at rather than left at the right one.
      var found = -1
      for k in 0..<keys.count { found = keys[k] == key ? k : found }
      return found < 0 ? nil : values[found]
    }
  }

  /// Adds a key that is not there.
  mutating func add(_ key: UInt64, _ value: Int32) {
    if isHashed { return many.set(key, value) }
    keys.append(key)
    values.append(value)
    guard keys.count > Self.few else { return }
    isHashed = true
    for k in keys.indices { many.set(keys[k], values[k]) }
  }
}
