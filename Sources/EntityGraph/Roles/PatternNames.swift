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
    giveWay(to: mentions)
    made.removeAll(where: \.isDropped)
    dropReplaced(&mentions, table.tokens)
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

  /// Drops the patterns' mentions that give way to what was recognized. Both come in the order of the
  /// text.
  private mutating func giveWay(to mentions: [Mention]) {
    made.withUnsafeMutableBufferPointer { made in
      mentions.withUnsafeBufferPointer { mentions in
        var next = 0
        for k in mentions.indices {
          let other = mentions[k].span
          while next < made.count, made[next].mention.span.end <= other.start { next += 1 }
          var m = next
          while m < made.count, made[m].mention.span.start < other.end {
            let span = made[m].mention.span
            let covers = other.contains(span) && other != span
            if !made[m].isReject, made[m].priority < 0 || (made[m].priority == 0 && covers) {
              made[m].isDropped = true
            }
            m += 1
          }
        }
      }
    }
  }

  /// Drops what the patterns' mentions replace.
  private func dropReplaced(_ mentions: inout [Mention], _ tokens: [Token]) {
    var kept = 0
    mentions.withUnsafeMutableBufferPointer { mentions in
      made.withUnsafeBufferPointer { made in
        var next = 0
        for k in mentions.indices {
          let other = mentions[k]
          while next < made.count, made[next].mention.span.end <= other.span.start { next += 1 }
          var m = next
          var isReplaced = false
          while m < made.count, made[m].mention.span.start < other.span.end {
            if replaces(made[m], other, tokens) { isReplaced = true }
            m += 1
          }
          if isReplaced { continue }
          mentions[kept] = other
          kept += 1
        }
      }
    }
    mentions.removeLast(mentions.count - kept)
  }

  /// Whether a pattern's mention replaces one that it overlaps.
  @inline(__always)
  private func replaces(_ one: Made, _ other: Mention, _ tokens: [Token]) -> Bool {
    let span = one.mention.span
    if one.isReject { return span.contains(other.span) && other.form != .adjective }
    if other.span.contains(span), other.span != span { return false }
    let isInside = span.contains(other.span) && other.span != span
    return !isInside || other.form != .adjective && !isWhere(other, one.mention, tokens)
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
