/// "it" and "its" by the few words around them, where those are clearer than who the clause is about.
extension EntityStage {
  /// The body that the clause right around "it" or "its" ties it to, -1 where it leaves that open.
  mutating func nearby(
    _ m: Int32, _ token: Int, isPossessive: Bool, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    let before = token - 1
    guard before > 0 else { return -1 }
    let last = lastBody(of: infos[Int(m)].sentence, mentions)
    if isPossessive, last >= 0 {
      // "sided with X and its prince".
      if reader.term(before) == words.and, Int(mentions[Int(last)].end) == before { return last }
      let owner = sharedOwner(m, reader)
      if owner >= 0 { return owner }
      let bidden = bidden(token, reader, mentions)
      if bidden >= 0 { return bidden }
    }
    // "stands by X as it rebuilds".
    if !isPossessive, last >= 0, Int(mentions[Int(last)].end) == before,
      reader.term(before) == words.as, token + 1 < reader.table.tokens.count,
      reader.has(token + 1, [.verb3sg, .verbPast, .aux, .modal])
    {
      return last
    }
    return judged(m, token, reader, mentions)
  }

  /// The last body or place of a sentence so far, -1 for none.
  private mutating func lastBody(of sentence: Int32, _ mentions: [Mention]) -> Int32 {
    var at = window.count
    let stop = max(0, at - 4)
    while at > stop {
      at -= 1
      let k = window[at]
      guard infos[Int(k)].sentence == sentence else { return -1 }
      if kind(k) == .person { return -1 }
      if mentions[Int(k)].form != .adjective, !isNested(k, mentions) { return k }
    }
    return -1
  }

  /// Whether a mention names what its phrase is about: "the African Union force" is another body.
  mutating func headsPhrase(
    _ k: Int32, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let phrase = infos[Int(k)].phrase
    guard phrase >= 0 else { return true }
    let head = reader.chunks.nounPhrases[Int(phrase)].head
    return head >= mentions[Int(k)].first && head < mentions[Int(k)].end
  }

  /// "calls on X to withdraw its troops": whoever is to do it, if he stands right in front.
  private mutating func bidden(
    _ token: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    var k = token - 1
    let stop = max(0, token - 8)
    while k > stop, reader.chunks.verbAt[k] < 0 { k -= 1 }
    let verb = reader.chunks.verbAt[k]
    guard verb >= 0 else { return -1 }
    let group = reader.chunks.verbGroups[Int(verb)]
    guard group.flags.contains(.infinitive) else { return -1 }
    for m in window.suffix(4).reversed() where mentions[Int(m)].end <= group.first {
      return mentions[Int(m)].end == group.first && kind(m) != .person
        && mentions[Int(m)].form != .adjective && !isNested(m, mentions) ? m : -1
    }
    return -1
  }

  /// "X's sovereignty within its borders": whose the phrase is that the pronoun's phrase belongs to.
  private mutating func sharedOwner(_ m: Int32, _ reader: EntityReader) -> Int32 {
    let phrases = reader.chunks.nounPhrases
    var k = infos[Int(m)].phrase
    guard k >= 0 else { return -1 }
    let sentence = phrases[Int(k)].sentence
    var steps = 0
    while steps < 4 {
      let phrase = phrases[Int(k)]
      let next = phrase.governor >= 0 ? phrase.governor : phrase.previousConjunct
      guard next >= 0, next < k, phrases[Int(next)].sentence == sentence else { return -1 }
      k = next
      steps += 1
      let possessor = phrases[Int(k)].possessor
      guard possessor >= 0 else { continue }
      let owner = mention(ofPhrase: possessor)
      return owner >= 0 && kind(owner) != .person && canBeAntecedent(owner) ? owner : -1
    }
    return -1
  }

  /// "commends X for its part", "thanked X for the help it gave": the reason lies with X.
  private mutating func judged(
    _ m: Int32, _ token: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    var k = token - 1
    // Not the first word of the sentence.
    let stop = max(0, token - 24, Int(reader.sentences[Int(infos[Int(m)].sentence)].first) + 1)
    var reason = -1
    while k >= stop, reader.term(k) != words.for { k -= 1 }
    while k >= stop {
      if reader.term(k) == words.for { reason = k }
      let verb = reader.chunks.verbAt[k]
      if verb >= 0, reason >= 0 {
        let group = reader.chunks.verbGroups[Int(verb)]
        guard reader.lemmaMarks(Int(group.head)).contains(.judge),
          !group.flags.contains(.passive), group.object >= 0
        else { return -1 }
        let from = reader.chunks.nounPhrases[Int(group.object)].first
        guard from >= group.end else { return -1 }
        for m in window.suffix(6)
        where mentions[Int(m)].first >= from && Int(mentions[Int(m)].end) <= reason {
          let isBody = kind(m) != .person && mentions[Int(m)].form != .adjective
          return isBody && canBeAntecedent(m) ? m : -1
        }
        return -1
      }
      k -= 1
    }
    return -1
  }

  /// "X, to which Y belongs, said … its": Y is the subject of an aside that is over.
  mutating func isAside(_ k: Int32, _ token: Int, _ reader: EntityReader) -> Bool {
    let phrase = infos[Int(k)].phrase
    guard phrase >= 0 else { return false }
    let verbs = reader.chunks.verbAt
    var i = Int(reader.chunks.nounPhrases[Int(phrase)].end)
    while i < token, verbs[i] < 0 { i += 1 }
    guard i < token else { return false }
    let own = reader.chunks.verbGroups[Int(verbs[i])]
    guard own.subject == phrase, own.flags.contains(.relative) else { return false }
    // A comma and a verb of another clause behind it.
    var hasComma = false
    i = Int(own.end)
    while i < token {
      if reader.table.tokens[i].mark == UInt8(ascii: ",") { hasComma = true }
      if hasComma, verbs[i] >= 0,
        !reader.chunks.verbGroups[Int(verbs[i])].flags.contains(.relative),
        reader.chunks.verbGroups[Int(verbs[i])].flags.contains(.finite)
      {
        return true
      }
      i += 1
    }
    return false
  }

  /// A name in front of the clause whose subject the pronoun is, and no subject itself: "After talks
  /// with X, he said" is about somebody else.
  mutating func isFronted(
    _ k: Int32, before m: Int32, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    let flags = phraseFlags(k, reader)
    guard infos[Int(k)].sentence == infos[Int(m)].sentence, flags.contains(.oblique),
      flags.isDisjoint(with: [.subject, .possessor]), phraseFlags(m, reader).contains(.subject)
    else { return false }
    let first = Int(mentions[Int(k)].first)
    var i = Int(mentions[Int(m)].first) - 1
    var commas = 0
    while i >= 0 {
      let verb = reader.chunks.verbAt[i]
      if verb >= 0, reader.chunks.verbGroups[Int(verb)].flags.contains(.finite) { return false }
      if i > first, reader.table.tokens[i].mark == UInt8(ascii: ",") { commas += 1 }
      if reader.table.tokens[i].flags.contains(.sentenceStart) { break }
      i -= 1
    }
    return commas > 0
  }

  /// Gives whoever bears a title of several phrases the title's place in the clause: of "the Special
  /// Envoy for the Lakes X" the subject is X.
  mutating func placeHolders(_ roles: RoleStage, _ reader: EntityReader, _ mentions: [Mention]) {
    let phrases = reader.chunks.nounPhrases
    for link in roles.links where link.holder >= 0 {
      let role = roles.roles[Int(link.role)]
      let phrase = infos[Int(link.holder)].phrase
      guard phrase >= 0, mentions[Int(link.holder)].first == role.end,
        Int(role.head) < reader.chunks.phraseAt.count
      else { continue }
      let title = reader.chunks.phraseAt[Int(role.head)]
      guard title >= 0, title < phrase, phrases[Int(phrase)].flags.contains(.oblique),
        phrases[Int(phrase)].governor == title
      else { continue }
      infos[Int(link.holder)].phrase = title
      if phraseMention[Int(title)] < 0 { phraseMention[Int(title)] = link.holder }
    }
  }
}
