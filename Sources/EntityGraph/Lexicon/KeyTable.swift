/// Maps 64-bit keys to indices; emptied at once, whatever it holds.
///
/// Keys come from the words of an article, so an article can be written whose keys all fall on one
/// slot. No search looks at more slots than ``longest``; where that would pass ``patience``, the
/// table takes Swift's seeded hash until it is emptied. What it answers never depends on the hash.
struct KeyTable: Sendable {
  /// Slots that a key may lie behind its own; in a half-full table ordinary keys lie far nearer.
  static let patience = 64

  private struct Slot {
    var key: UInt64 = 0
    var value: Int32 = 0
    /// The slot is taken if this is the table's round: to empty the table is to begin another.
    var round: UInt32 = 0
  }
  private var slots = [Slot](repeating: Slot(), count: 256)
  private var round: UInt32 = 1
  private var count = 0
  /// How far behind its own slot the farthest key lies.
  private(set) var longest = 0
  /// Whether the keys since it was emptied made the fast hash fail.
  private(set) var isFlooded = false

  mutating func removeAll() {
    count = 0
    longest = 0
    isFlooded = false
    if round == .max {
      slots = [Slot](repeating: Slot(), count: slots.count)
      round = 0
    }
    round += 1
  }

  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    var h = key &* 0x9E37_79B9_7F4A_7C15
    if isFlooded { h = KeyTable.seeded(key) }
    h ^= h >> 29
    return Int(truncatingIfNeeded: h) & (slots.count - 1)
  }

  @inline(never)
  private static func seeded(_ key: UInt64) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(key)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// The value of a key, nil if there is none.
  @inline(__always)
  func value(_ key: UInt64) -> Int32? {
    var slot = home(key)
    for _ in 0...longest {
      if slots[slot].round != round { return nil }
      if slots[slot].key == key { return slots[slot].value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func set(_ key: UInt64, _ value: Int32) {
    let (slot, isKnown) = place(key, value)
    if isKnown { slots[slot].value = value }
  }

  /// Gives a key a value unless it has one; returns the one that it had.
  mutating func insert(_ key: UInt64, _ value: Int32) -> Int32? {
    let (slot, isKnown) = place(key, value)
    return isKnown ? slots[slot].value : nil
  }

  /// Finds a key, and puts it in if it is new.
  @inline(__always)
  private mutating func place(_ key: UInt64, _ value: Int32) -> (slot: Int, isKnown: Bool) {
    var slot = home(key)
    var steps = 0
    let round = round
    let isKnown = slots.withUnsafeMutableBufferPointer { slots in
      let mask = slots.count - 1
      while slots[slot].round == round {
        if slots[slot].key == key { return true }
        slot = (slot + 1) & mask
        steps &+= 1
      }
      slots[slot] = Slot(key: key, value: value, round: round)
      return false
    }
    if isKnown { return (slot, true) }
    count &+= 1
    longest = max(longest, steps)
    if count * 2 > slots.count {
      fill(count: slots.count * 2)
    } else if isTooFar {
      // No larger than what is in it: a long document before this one may have left a large table.
      fill(count: KeyTable.room(for: count))
    }
    return (slot, false)
  }

  /// Slots for so many keys, at most a quarter full.
  private static func room(for count: Int) -> Int {
    var size = 256
    while size < count * 4 { size *= 2 }
    return size
  }

  private var isTooFar: Bool { longest > KeyTable.patience && !isFlooded }

  /// Puts everything into a table of so many slots, with the seeded hash where the fast one fails.
  @inline(never)
  private mutating func fill(count size: Int) {
    let all = slots.filter { $0.round == round }
    repeat {
      isFlooded = isFlooded || isTooFar
      slots = [Slot](repeating: Slot(), count: size)
      longest = 0
      for one in all where !isTooFar {
        var slot = home(one.key)
        var steps = 0
        while slots[slot].round == round {
          slot = (slot + 1) & (slots.count - 1)
          steps += 1
        }
        slots[slot] = one
        longest = max(longest, steps)
      }
    } while isTooFar
  }
}
