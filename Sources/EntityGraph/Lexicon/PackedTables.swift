/// One slot of the table of words: 24 bits, four of them from the hash, the others the term.
enum HashSlot {
  static let size = 3
  static let termBits: UInt32 = 20
  static let termMask: UInt32 = (1 << termBits) - 1

  /// Slots for so many words: three in four are taken, so that a search ends soon.
  static func count(words: Int) -> Int { max(16, words / 3 * 4) }

  /// The slot where the search for a hash begins.
  @inline(__always)
  static func home(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: ((hash & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  @inline(__always)
  static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 60) }

  /// Reads a slot; a byte must be readable behind the last one.
  @inline(__always)
  static func load(_ table: UnsafePointer<UInt8>, _ slot: Int) -> UInt32 {
    let raw = UnsafeRawPointer(table).loadUnaligned(fromByteOffset: slot * size, as: UInt32.self)
    return UInt32(littleEndian: raw) & 0xFF_FFFF
  }
}

/// A set of small numbers that tells how many members are below a number (Jacobson's rank).
struct RankedBits {
  let words: UnsafeBufferPointer<UInt64>
  let ranks: UnsafeBufferPointer<UInt32>

  @inline(__always)
  func contains(_ index: Int) -> Bool {
    index >> 6 < words.count && words[index >> 6] >> UInt64(index & 63) & 1 != 0
  }

  /// How many members are below a member.
  @inline(__always)
  func rank(_ index: Int) -> Int {
    let below = words[index >> 6] & ((1 << UInt64(index & 63)) - 1)
    return Int(ranks[index >> 6]) + below.nonzeroBitCount
  }

  /// The two sections for a set, whose members are given as flags.
  static func layout(_ members: [Bool]) -> (words: [UInt64], ranks: [UInt32]) {
    var words = [UInt64](repeating: 0, count: (members.count + 63) / 64)
    var ranks: [UInt32] = []
    var count: UInt32 = 0
    for (index, member) in members.enumerated() {
      if index % 64 == 0 { ranks.append(count) }
      if member {
        words[index / 64] |= 1 << UInt64(index % 64)
        count += 1
      }
    }
    return (words, ranks)
  }
}

/// A ``Sense`` in 64 bits: kind, flags, population and list, which few combinations share, stand in
/// a table of heads.
struct PackedSense {
  /// Set if the name has one more sense behind this one.
  static let more: UInt64 = 1 << 15
  static let headLimit = 1 << 15
  static let nameLimit: UInt32 = 1 << 24
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(head: Int, canonical: NameID, of: NameID) {
    rawValue = UInt64(head) | UInt64(canonical) << 16 | UInt64(of) << 40
  }

  @inline(__always) var head: Int { Int(rawValue & 0x7FFF) }
  @inline(__always) var canonical: NameID { UInt32(truncatingIfNeeded: rawValue >> 16) & 0xFF_FFFF }
  @inline(__always) var of: NameID { UInt32(truncatingIfNeeded: rawValue >> 40) }
}
