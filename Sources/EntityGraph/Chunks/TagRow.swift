/// What a row of tokens does to the ``Tagger/State``: what it keeps of it in the upper half, and what it
/// adds in the lower one.
struct TagRow {
  private var rawValue: UInt32 = 0

  init() {}
  init(kept: UInt32, added: UInt32) { rawValue = kept << 16 | added & 0xFFFF }

  @inline(__always) var kept: UInt32 { rawValue >> 16 }
  @inline(__always) var added: UInt32 { rawValue & 0xFFFF }

  /// Goes on by a token.
  @inline(__always)
  mutating func note(_ effect: TagEffect) { rawValue = rawValue & effect.kept | effect.added }
}

/// What a token does to a ``TagRow``: in the lower half what it leaves of both halves of the row, in the
/// upper one what it adds to them.
struct TagEffect {
  private let rawValue: UInt64

  init(_ row: TagRow) { rawValue = UInt64(row.added) << 32 | UInt64(row.kept << 16 | row.kept) }

  private init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Of a token without a fixed tag: what follows has nothing to do with what is before.
  static var stop: TagEffect { TagEffect(rawValue: 0xFFFF << 48) }

  /// 1 for a token without a fixed tag, 0 for all others.
  @inline(__always) var stops: Int { Int(truncatingIfNeeded: rawValue >> 63) }

  @inline(__always) var kept: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
  @inline(__always) var added: UInt32 { UInt32(truncatingIfNeeded: rawValue >> 32) }
}

/// A word without a fixed tag, and what the words since the last one before it, or since the start of the
/// sentence, do to the state.
struct TagStop {
  var index: Int32 = 0
  var row = TagRow()
}
