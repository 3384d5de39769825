/// The mentions of a document that some steps of the relation stage look at, found in one pass without
/// branches, since what a mention is can't be foretold.
struct NotableMentions: Sendable {
  /// As many entries as there are, in room that is kept.
  struct List<Element: Sendable>: Sendable {
    private var room: [Element] = []
    private(set) var count = 0

    init() {}

    @inline(__always) subscript(_ index: Int) -> Element { room[index] }

    /// Takes what `fill` writes, at most so many; it returns how many.
    @inline(__always)
    mutating func refill(
      _ value: Element, atMost most: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Int
    ) {
      if room.count < most {
        room.append(contentsOf: repeatElement(value, count: most * 2 - room.count))
      }
      count = room.withUnsafeMutableBufferPointer { min(fill($0), $0.count) }
    }
  }

  /// A body's name by the term of its first word.
  struct Body: Sendable {
    var term: TermID
    var mention: Int32
  }

  /// Names and descriptions of several words, but of persons, in which others may lie.
  private(set) var outer = List<Int32>()
  /// Places with a comma behind, and units like "3rd Squadron".
  private(set) var beforeComma = List<Int32>()
  /// Names of bodies, of the first ``maximumBodies`` mentions.
  private(set) var bodies = List<Body>()

  private static let maximumBodies = 400

  mutating func collect(_ context: RelationContext) {
    let mentions = context.mentions
    let tokens = context.tokens
    let most = mentions.count
    outer.refill(-1, atMost: most) { outer in
      var count = 0
      for k in 0..<most {
        let one = mentions[k]
        outer[count] = Int32(truncatingIfNeeded: k)
        let isNamed = Self.bit(one.form == .name) | Self.bit(one.form == .nominal)
        count &+=
          isNamed & Self.bit(one.entity >= 0) & Self.bit(one.end &- one.first >= 2)
          & Self.bit(one.kind != .person)
      }
      return count
    }
    beforeComma.refill(-1, atMost: most) { places in
      var count = 0
      let last = max(0, tokens.count - 1)
      for k in 0..<(tokens.isEmpty ? 0 : most) {
        let one = mentions[k]
        places[count] = Int32(truncatingIfNeeded: k)
        // There must be a token behind the comma.
        let end = max(0, min(Int(one.end), last))
        count &+=
          (Self.bit(one.kind == .place)
            | Self.bit(one.kind == .organization)
            & Self.bit(tokens[Int(one.first)].flags.contains(.number)))
          & Self.bit(one.form == .name) & Self.bit(one.entity >= 0)
          & Self.bit(end < last) & Self.bit(tokens[end].mark == UInt8(ascii: ","))
      }
      return count
    }
    let few = min(most, Self.maximumBodies)
    bodies.refill(Body(term: 0, mention: -1), atMost: few) { bodies in
      var count = 0
      for k in 0..<few {
        let one = mentions[k]
        bodies[count] = Body(
          term: tokens[Int(one.first)].term, mention: Int32(truncatingIfNeeded: k))
        count &+=
          Self.bit(one.kind == .organization) & Self.bit(one.form == .name)
          & Self.bit(one.entity >= 0)
      }
      return count
    }
  }

  @inline(__always)
  private static func bit(_ holds: Bool) -> Int { holds ? 1 : 0 }
}

/// What is true of a word or phrase can be said by the sign of a number, below 0 for yes: such answers
/// are joined by `&`, `|` and `~` without a branch.
extension OptionSet where RawValue: FixedWidthInteger {
  /// Below 0 if it holds one flag.
  @inline(__always)
  func sign(of flag: Self) -> Int32 {
    let place = RawValue(truncatingIfNeeded: flag.rawValue.trailingZeroBitCount)
    return 0 &- Int32(truncatingIfNeeded: rawValue &>> place & 1)
  }
}

extension Int32 {
  /// 1 for what is below 0, else 0.
  @inline(__always) var signBit: Int { Int(UInt32(bitPattern: self) >> 31) }
}
