/// Maps 64-bit keys to indices as ``KeyTable`` does: most documents have so few that looking at all of
/// them is cheaper than hashing one.
struct SmallTable: Sendable {
  /// Keys that are looked through one by one; what has more is hashed.
  private static let few = 32

  /// Room for that many, of which the first ``count`` are taken.
  private var keys = [UInt64](repeating: 0, count: few)
  private var values = [Int32](repeating: 0, count: few)
  private var count = 0
  /// One bit of 64 for each of these keys: most that are asked for are not there.
  private var sieve: UInt64 = 0
  private var many = KeyTable()
  private var isHashed = false

  mutating func removeAll() {
    count = 0
    sieve = 0
    if isHashed { many.removeAll() }
    isHashed = false
  }

  /// The value of a key, nil if there is none. Keys are never 0.
  @inline(__always)
  func value(_ key: UInt64) -> Int32? {
    if isHashed { return many.value(key) }
    if sieve & Self.bit(key) == 0 { return nil }
    return keys.withUnsafeBufferPointer { keys in
      // Where it stands can't be foretold, so all are looked at rather than left at the right one.
      var found = -1
      for k in 0..<count { found = keys[k] == key ? k : found }
      return found < 0 ? nil : values[found]
    }
  }

  /// Adds a key that is not there.
  @inline(__always)
  mutating func add(_ key: UInt64, _ value: Int32) {
    guard count < Self.few, !isHashed else { return hash(key, value) }
    sieve |= Self.bit(key)
    keys[count] = key
    values[count] = value
    count += 1
  }

  @inline(__always)
  private static func bit(_ key: UInt64) -> UInt64 { 1 &<< ((key &* 0x9E37_79B9_7F4A_7C15) &>> 58) }

  @inline(never)
  private mutating func hash(_ key: UInt64, _ value: Int32) {
    if !isHashed {
      for k in 0..<count { many.set(keys[k], values[k]) }
      isHashed = true
    }
    many.set(key, value)
  }
}
