/// The names of rules or predicates as JSON, each made once.
struct QuotedNames: Sendable {
  private var bytes = ByteWriter()
  /// By id, those of the engine's rules at odd places: where the name stands in ``bytes``; 0 if it
  /// has not been asked for.
  private var ranges: [(start: UInt32, end: UInt32)] = []
  private let name: @Sendable (Knowledge, RuleID) -> String

  init(_ name: @escaping @Sendable (Knowledge, RuleID) -> String) { self.name = name }

  @inline(__always)
  static func slot(_ id: RuleID) -> Int {
    Int(id & ~EngineRule.bit) * 2 + (id & EngineRule.bit == 0 ? 0 : 1)
  }

  /// Lends a name with its quotes.
  @inline(__always)
  mutating func withText(
    _ id: RuleID, _ knowledge: Knowledge, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let slot = Self.slot(id)
    if slot >= ranges.count || ranges[slot].end == 0 { make(id, at: slot, knowledge) }
    let range = ranges[slot]
    bytes.withBytes(Int(range.start)..<Int(range.end), body)
  }

  @inline(never)
  private mutating func make(_ id: RuleID, at slot: Int, _ knowledge: Knowledge) {
    if slot >= ranges.count {
      ranges.append(
        contentsOf: repeatElement((start: 0, end: 0), count: slot + 1 - ranges.count))
    }
    let start = UInt32(bytes.count)
    bytes.json(name(knowledge, id))
    ranges[slot] = (start, UInt32(bytes.count))
  }
}

/// What stands in the record of a mention behind its span, and a comma: its form and its rule, made once
/// for the two.
struct MentionTails: Sendable {
  /// The texts, then ``RecordWriter/padding``.
  private var bytes: [UInt8] = []
  /// By ``slot(_:_:)`` where the text stands in ``bytes``; 0 if it has not been made.
  private var ranges: [(start: UInt32, end: UInt32)] = []
  /// Length of the longest.
  private var longest = 0

  @inline(__always)
  private static func slot(_ form: MentionForm, _ rule: RuleID) -> Int {
    QuotedNames.slot(rule) << 2 | Int(form.rawValue)
  }

  /// Makes the text of a form and a rule if there is none.
  @inline(__always)
  mutating func prepare(
    _ form: MentionForm, _ rule: RuleID, _ rules: inout QuotedNames, _ knowledge: Knowledge
  ) {
    let slot = Self.slot(form, rule)
    if slot >= ranges.count || ranges[slot].end == 0 { make(form, rule, &rules, knowledge) }
  }

  @inline(never)
  private mutating func make(
    _ form: MentionForm, _ rule: RuleID, _ rules: inout QuotedNames, _ knowledge: Knowledge
  ) {
    let slot = Self.slot(form, rule)
    ranges.grow((0, 0), count: slot + 1)
    var text = ByteWriter()
    switch form {
    case .name: text.append(",\"form\":\"name\",\"rule\":")
    case .adjective: text.append(",\"form\":\"adjective\",\"rule\":")
    case .nominal: text.append(",\"form\":\"nominal\",\"rule\":")
    case .pronoun: text.append(",\"form\":\"pronoun\",\"rule\":")
    }
    rules.withText(rule, knowledge) { text.append(bytes: $0) }
    text.append("},")
    let start = max(0, bytes.count - RecordWriter.padding)
    bytes.replaceSubrange(start..., with: text.bytes)
    ranges[slot] = (UInt32(start), UInt32(bytes.count))
    longest = max(longest, text.count)
    bytes.append(contentsOf: repeatElement(0, count: RecordWriter.padding))
  }

  /// The texts while mentions are written.
  struct View {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let ranges: UnsafeBufferPointer<(start: UInt32, end: UInt32)>
    let longest: Int

    /// The text of a form and a rule that has been made, with padding behind it.
    @inline(__always)
    subscript(_ form: MentionForm, _ rule: RuleID) -> UnsafeBufferPointer<UInt8> {
      let range = ranges[MentionTails.slot(form, rule)]
      return UnsafeBufferPointer(rebasing: bytes[Int(range.start)..<Int(range.end)])
    }
  }

  /// Lends the texts; valid within `body` only.
  @inline(__always)
  func withView(_ body: (View) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      ranges.withUnsafeBufferPointer { body(View(bytes: bytes, ranges: $0, longest: longest)) }
    }
  }
}
