/// What the sentences ask of the tokens of a ``TokenBlock``: see ``TokenTable/borders``,
/// ``TokenTable/turns`` and ``TokenTable/odd``.
struct TokenNotes {
  private let borders: UnsafeMutablePointer<Int32>
  private let turns: UnsafeMutablePointer<Int32>
  private let odd: UnsafeMutablePointer<Int32>
  private var borderCount = 0
  private var turnCount = 0
  private var oddCount = 0

  /// Marks at or behind which a sentence may end, one bit for the low six of each byte, by which no
  /// other mark has the same.
  private static var enders: UInt64 {
    bit(".") | bit("!") | bit("?") | bit(")") | bit("]") | bit("\"") | bit("'")
  }

  @inline(__always)
  private static func bit(_ mark: Unicode.Scalar) -> UInt64 { 1 << UInt64(mark.value & 63) }

  /// Lends notes that are valid within `body` only.
  static func withNotes(_ body: (TokenNotes) -> Void) {
    // A token gives at most two borders and one turn; one place more, as what is none is written too
    // and not counted.
    let most = TokenBlock.capacity * 2 + 1
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: most * 3) { room in
      guard let borders = room.baseAddress else { return }
      body(TokenNotes(borders: borders, turns: borders + most, odd: borders + most * 2))
    }
  }

  private init(
    borders: UnsafeMutablePointer<Int32>, turns: UnsafeMutablePointer<Int32>,
    odd: UnsafeMutablePointer<Int32>
  ) {
    self.borders = borders
    self.turns = turns
    self.odd = odd
  }

  /// Notes a token by its index in the block, without a branch, which nobody could predict.
  @inline(__always)
  mutating func note(_ index: Int, _ flags: TokenFlags, mark: UInt8) {
    let flags = flags.rawValue
    let line = flags / TokenFlags.lineStart.rawValue | flags / TokenFlags.paragraphStart.rawValue
    let end =
      UInt32(truncatingIfNeeded: Self.enders >> UInt64(mark & 63))
      | flags / TokenFlags.abbreviation.rawValue
    let quote: UInt32 = mark == UInt8(ascii: "\"") ? 1 : 0
    let at = Int32(truncatingIfNeeded: index)
    borders[borderCount] = at
    borderCount &+= Int(line & 1)
    borders[borderCount] = at &+ 1
    borderCount &+= Int(end & 1)
    turns[turnCount] = at
    turnCount &+= Int((line | quote) & 1)
  }

  /// Notes a token by its index in the block if it is written as few are.
  @inline(__always)
  mutating func noteOdd(_ index: Int, _ flags: TokenFlags) {
    odd[oddCount] = Int32(truncatingIfNeeded: index)
    let flags = flags.rawValue
    oddCount &+= Int(
      (flags / TokenFlags.number.rawValue | flags / TokenFlags.allCaps.rawValue
        | flags / TokenFlags.initial.rawValue | flags / TokenFlags.possessive.rawValue) & 1)
  }

  /// Hands the notes over, before the tokens of the block, and forgets them.
  mutating func flush(into table: inout TokenTable) {
    table.note(
      borders: UnsafeBufferPointer(start: borders, count: borderCount),
      turns: UnsafeBufferPointer(start: turns, count: turnCount),
      odd: UnsafeBufferPointer(start: odd, count: oddCount))
    borderCount = 0
    turnCount = 0
    oddCount = 0
  }
}
