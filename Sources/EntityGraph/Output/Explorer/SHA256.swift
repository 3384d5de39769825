/// SHA-256 (FIPS 180-4): what a page's security policy names its own script and style by.
///
/// Forty lines instead of a cryptographic library, which takes longer to build than all the rest;
/// nothing secret depends on it.
enum SHA256 {
  /// The 32 bytes of the digest.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var padded = message
    padded.append(0x80)
    padded.append(contentsOf: repeatElement(0, count: (120 - padded.count % 64) % 64))
    let bits = UInt64(message.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19,
    ]
    for start in stride(from: 0, to: padded.count, by: 64) {
      mix(padded[start..<(start + 64)], into: &state)
    }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    func turn(_ x: UInt32, _ by: UInt32) -> UInt32 { x >> by | x << (32 - by) }
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { at in
      block[at..<(at + 4)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    }
    for at in 16..<64 {
      let (a, b) = (words[at - 15], words[at - 2])
      let low = turn(a, 7) ^ turn(a, 18) ^ a >> 3
      let high = turn(b, 17) ^ turn(b, 19) ^ b >> 10
      words.append(words[at - 16] &+ low &+ words[at - 7] &+ high)
    }
    var v = state
    for at in 0..<64 {
      let choice = v[4] & v[5] ^ ~v[4] & v[6]
      let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
      let first =
        v[7] &+ (turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)) &+ choice &+ rounds[at]
        &+ words[at]
      let second = (turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)) &+ majority
      v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for at in 0..<8 { state[at] = state[at] &+ v[at] }
  }

  /// The fractional parts of the cube roots of the first 64 primes, found exactly by bisection.
  private static let rounds: [UInt32] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      // The largest r with r³ ≤ prime · 2⁹⁶: the root scaled by 2³².
      var (low, high): (UInt64, UInt64) = (0, 8 << 32)
      while high - low > 1 {
        let middle = (low + high) / 2
        if isCubeAtMost(middle, prime) { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()

  /// Whether `root`³ ≤ `prime` · 2⁹⁶, for roots below 2³⁶.
  private static func isCubeAtMost(_ root: UInt64, _ prime: UInt64) -> Bool {
    let square = root.multipliedFullWidth(by: root)
    // root² = high · 2⁶⁴ + low; times root, as three words of 2⁶⁴.
    let low = square.low.multipliedFullWidth(by: root)
    let (middle, carry) = (square.high &* root).addingReportingOverflow(low.high)
    // The cube is (carry, middle, low.low); the limit is (0, prime · 2³², 0).
    let limit = prime << 32
    return !carry && (middle < limit || middle == limit && low.low == 0)
  }
}
