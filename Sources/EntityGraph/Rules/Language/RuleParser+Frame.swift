/// The clauses of a frame.
extension RuleParser {
  mutating func frameClause(
    _ word: String, at: SourceRange, of frame: inout FrameSyntax
  ) throws(Abandoned) {
    switch word {
    case "verb":
      frame.verbs += try heads()
      if let last = frame.verbs.last, case .word = last.kind,
        let voice = Self.voices[last.name.text], !last.name.isQuoted
      {
        frame.verbs.removeLast()
        frame.voice = voice
      }
      if frame.verbs.isEmpty { throw unexpected("a verb") }
    case "noun": frame.nouns += try heads()
    case "compound": frame.compounds += try heads()
    case "object-head": frame.objectHeads = try heads()
    case "beside": frame.besides = try slots()
    default:
      let subjects = try slots()
      guard acceptArrow() else { throw unexpected("'->'") }
      frame.arguments.append(
        FrameSyntax.Arguments(
          subjects: subjects, objects: try slots(), range: at.joined(previous)))
    }
  }

  private static let voices: [String: FrameVoice] = [
    "active": .active, "passive": .passive, "any": .any,
  ]

  /// Words, strings and lists.
  private mutating func heads() throws(Abandoned) -> [FrameSyntax.Head] {
    var heads: [FrameSyntax.Head] = []
    while lineGoesOn {
      switch current.kind {
      case .name(let text):
        heads.append(.init(kind: .word, name: NamedRange(text: text, range: current.range)))
        advance()
      case .string(let text):
        heads.append(.init(kind: .word, name: NamedRange(text: text, range: current.range)))
        advance()
      case .mark(UInt8(ascii: "<")):
        advance()
        heads.append(.init(kind: .list, name: try name("a list")))
        try expect(">")
      case .mark(UInt8(ascii: "|")), .mark(UInt8(ascii: ",")): advance()
      default: throw unexpected("a word or a <list>")
      }
    }
    if heads.isEmpty { throw unexpected("a word or a <list>") }
    return heads
  }

  /// `object | with | to`
  private mutating func slots() throws(Abandoned) -> [NamedRange] {
    var slots: [NamedRange] = []
    repeat {
      slots.append(try name("an argument such as subject, object or a preposition"))
    } while accept("|")
    return slots
  }
}

extension NamedRange {
  /// Written between quotes, so that no keyword is meant.
  var isQuoted: Bool { Int(range.end - range.start) > text.utf8.count }
}
