import Glibc

/// The few functions that the graph needs from the C library, and orders that never depend on it.
enum Mathematics {
  /// Natural logarithm.
  static func log(_ x: Double) -> Double { Glibc.log(x) }

  /// Whether `a` comes before `b` by bytes, so without regard to language or Unicode version.
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  /// FNV-1a over 64 bits with a final mix (Fowler, Noll, Vo; splitmix64): the same on every machine.
  static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }

  /// The lower 48 bits as 12 hexadecimal digits.
  static func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash & 0xFFFF_FFFF_FFFF, radix: 16)
    return String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }
}
