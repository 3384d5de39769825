/// Applies the `mention` and `nominal` patterns of packs to the names that were recognized.
///
/// A pattern's word counts more than what lists and context guessed: the mention that it makes
/// replaces those that it crosses or covers (but not a nationality or listed place that opens it). With a priority below
/// 0 it gives way instead, with one above 0 it also stands inside a longer name.
///
/// Linear in mentions and matches but for sorting: the patterns' mentions are first made disjoint,
/// then each side looks only at what it overlaps.
struct PatternNames: Sendable {
  private struct Made: Sendable {
    var mention: Mention
    var priority: Int
    /// Makes no mention; only drops what it covers.
    var isReject: Bool
    var isDropped = false
  }
  private var document: PatternDocument
  private var made: [Made] = []

  init(knowledge: Knowledge) {
    document = PatternDocument(packs: knowledge.rules.packs, lexicon: knowledge.lexicon)
  }

  /// Changes `mentions`, which stay in the order of the text.
  ///
  /// - Parameter target: `mention` before the chunk stage, `nominal` after it.
  mutating func run(
    _ target: RuleTarget, text: [UInt8], table: TokenTable, sentences: [Sentence], chunks: Chunks,
    into mentions: inout [Mention]
  ) {
    guard document.packs.have(target) else { return }
    made.removeAll(keepingCapacity: true)
    document.show(table, mentions, [], for: target)
    document.run(target, text: text, table, sentences, chunks) { match, pack in
      let rule = pack.rules.rule(Int(match.rule))
      guard match.name.isSet, match.name.first < match.name.end else { return }
      let kind = EntityKind.allCases.first { rule.kind.contains(KindMask($0)) }
      let mention = Mention(
        span: ByteSpan(
          start: table.tokens[Int(match.name.first)].start,
          end: table.tokens[Int(match.name.end) - 1].end),
        first: match.name.first, end: match.name.end, kind: kind ?? .person,
        form: target == .nominal ? .nominal : .name, rule: pack.id(Int(match.rule)))
      made.append(Made(mention: mention, priority: rule.priority, isReject: kind == nil))
    }
    if made.isEmpty { return }
    makeDisjoint()
    for mention in mentions { giveWay(to: mention) }
    made.removeAll(where: \.isDropped)
    mentions.removeAll { isReplaced($0, table.tokens) }
    mentions += made.filter { !$0.isReject }.map(\.mention)
    mentions.sort { $0.span != $1.span ? $0.span < $1.span : $0.rule < $1.rule }
  }

  /// Of patterns' mentions that overlap the first stays, of those that begin together the longest,
  /// of equal ones that of the higher priority and then of the later pack.
  private mutating func makeDisjoint() {
    made.sort { a, b in
      if a.mention.span != b.mention.span { return a.mention.span < b.mention.span }
      if a.priority != b.priority { return a.priority > b.priority }
      return a.mention.rule > b.mention.rule
    }
    var reached: Int32 = -1
    made.removeAll { one in
      if one.mention.span.start < reached { return true }
      reached = one.mention.span.end
      return false
    }
  }

  /// Indices of the patterns' mentions that overlap a span.
  private func overlapping(_ span: ByteSpan) -> Range<Int> {
    var low = 0
    var high = made.count
    while low < high {
      let middle = (low + high) / 2
      if made[middle].mention.span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < made.count, made[end].mention.span.start < span.end { end += 1 }
    return low..<end
  }

  private mutating func giveWay(to other: Mention) {
    for k in overlapping(other.span) where !made[k].isReject {
      let covers = other.span.contains(made[k].mention.span) && other.span != made[k].mention.span
      if made[k].priority < 0 || (made[k].priority == 0 && covers) { made[k].isDropped = true }
    }
  }

  private func isReplaced(_ other: Mention, _ tokens: [Token]) -> Bool {
    overlapping(other.span).contains { k in
      let span = made[k].mention.span
      if made[k].isReject { return span.contains(other.span) && other.form != .adjective }
      let covers = other.span.contains(span) && other.span != span
      let isInside = span.contains(other.span) && other.span != span
      if covers { return false }
      return !isInside || other.form != .adjective && !isWhere(other, made[k].mention, tokens)
    }
  }

  /// "Leeds airport", "Malta's attorney general's office": a listed place in front of small words
  /// is where the thing lies or whose it is.
  private func isWhere(_ place: Mention, _ whole: Mention, _ tokens: [Token]) -> Bool {
    guard place.kind == .place, place.first == whole.first, place.end < whole.end,
      place.rule & EngineRule.bit == 0
    else { return false }
    let next = tokens[Int(place.end)].flags
    return (whole.kind == .place || next.contains(.possessive)) && !next.contains(.capitalized)
      && !tokens[Int(whole.end) - 1].flags.contains(.capitalized)
      && document.flags(place, tokens).isDisjoint(with: .facility)
  }
}
