/// One step of a compiled pattern: 16 bytes, no references.
///
/// A program walks over the tokens of a sentence, forwards or backwards; its position is a border
/// between two tokens. An instruction that does not hold makes the machine go back to the last
/// choice (see ``PatternMachine``).
struct Instruction: Sendable, Hashable {
  enum Code: UInt8 {
    /// The pattern has matched.
    case match
    /// Go on at `a`, and at `b` if that fails.
    case split
    case jump
    /// Store the position in register `a`.
    case save
    case term
    case mark
    /// All of `a`, none of `b`.
    case flags
    /// Any of the word classes `a | b << 32`.
    case classes
    /// A one-word entry of list `a`.
    case list
    /// The bytes of string `a`.
    case exact
    case prefix
    case suffix
    /// Inside a mention of kinds `a`.
    case covered
    /// An entry of list `a` that has `b` words.
    case phrase
    /// Kinds and forms `a`, any of the traits `b`, none of the traits `c`.
    case mention
    /// Flags `a` required, `b` forbidden, head tests at `c`.
    case nounPhrase
    case verbGroup
    /// Run the program behind this instruction from here, then go on at `a`; `b` is 1 for
    /// backwards.
    case look
    case sentenceStart
    case sentenceEnd

    /// Looks at one token and nothing else; these stand together above.
    @inline(__always) var isTest: Bool {
      rawValue >= Code.term.rawValue && rawValue <= Code.covered.rawValue
    }
  }

  /// Code; bit 8: negated; bit 9: then pass the token; bits 16–23: register of the mention plus 1.
  var head: UInt32
  var a: UInt32 = 0
  var b: UInt32 = 0
  var c: UInt32 = 0

  static let negatedBit: UInt32 = 1 << 8
  static let consumeBit: UInt32 = 1 << 9

  init(_ code: Code, a: UInt32 = 0, b: UInt32 = 0, c: UInt32 = 0) {
    head = UInt32(code.rawValue)
    (self.a, self.b, self.c) = (a, b, c)
  }

  /// Nil for a number that no code has. Written out because the compiler's own look-up is a call.
  @inline(__always) var code: Code? {
    let raw = UInt8(truncatingIfNeeded: head)
    return raw <= Code.sentenceEnd.rawValue ? unsafeBitCast(raw, to: Code.self) : nil
  }
  @inline(__always) var isNegated: Bool { head & Self.negatedBit != 0 }
  @inline(__always) var consumes: Bool { head & Self.consumeBit != 0 }
  /// Register that takes the index of the mention, -1 for none.
  @inline(__always) var register: Int { Int((head >> 16) & 0xFF) - 1 }
}

/// Registers of a match: three for each capture (first token, end, mention), then the verb group.
enum Register {
  static func start(_ slot: Int) -> Int { slot * 3 }
  static func end(_ slot: Int) -> Int { slot * 3 + 1 }
  static func mention(_ slot: Int) -> Int { slot * 3 + 2 }
  /// Captures of a rule at most.
  static let slots = 3
  static let verb = slots * 3
  static let count = slots * 3 + 1
}
