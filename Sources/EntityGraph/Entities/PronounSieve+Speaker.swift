/// Who is meant by "I" and "we": whoever says the quotation around them.
extension EntityStage {
  /// The mention of who says the quotation around a token, -1 outside of one.
  mutating func quoteSpeaker(_ token: Int, _ reader: EntityReader) -> Int32 {
    guard reader.table.tokens[token].flags.contains(.quoted) else { return -1 }
    let quotes = reader.chunks.quotes
    while quoteCursor < quotes.count, Int(quotes[quoteCursor].end) <= token { quoteCursor += 1 }
    guard quoteCursor < quotes.count, quotes[quoteCursor].tokens.contains(token) else { return -1 }
    if quoteKnown != quoteCursor {
      quoteKnown = quoteCursor
      quotePhrase = speakerPhrase(of: quotes[quoteCursor], reader)
    }
    return quotePhrase >= 0 ? mention(ofPhrase: quotePhrase) : -1
  }

  /// The noun phrase of who says a quotation.
  ///
  /// What opens it goes before what follows it: `X said in a statement: "…" Y later said` is X's, and
  /// so is a quotation that ends its sentence and continues what X said in the sentence in front.
  private mutating func speakerPhrase(of quote: Quote, _ reader: EntityReader) -> Int32 {
    let tokens = reader.table.tokens
    let first = Int(quote.first)
    let opensSentence =
      first < 2 || tokens[first - 1].flags.contains(.sentenceStart)
      || tokens[first].flags.contains(.sentenceStart)
    if !opensSentence, let found = sayer(before: first - 1, lines: 0, reader) { return found }
    let behind = Int(quote.end) + 1
    let isComplete =
      tokens[Int(quote.end) - 1].mark == UInt8(ascii: ".")
      && (behind >= tokens.count || tokens[behind].flags.contains(.sentenceStart))
    guard isComplete else { return quote.speaker }
    if quote.verb >= 0, reader.chunks.verbGroups[Int(quote.verb)].first < quote.end {
      return quote.speaker
    }
    return sayer(before: first - 1, lines: 1, reader) ?? -1
  }

  /// The subject of the last verb of saying in front of a token, outside of quotations: in the same
  /// sentence, or in the paragraph and across so many line breaks.
  private mutating func sayer(before token: Int, lines: Int, _ reader: EntityReader) -> Int32? {
    let tokens = reader.table.tokens
    var left = lines
    var k = token - 1
    if lines > 0, tokens[token].flags.contains(.lineStart) { left -= 1 }
    while k >= 0, token - k < 90 {
      let verb = tokens[k].flags.contains(.quoted) ? -1 : reader.chunks.verbAt[k]
      if verb >= 0 {
        let group = reader.chunks.verbGroups[Int(verb)]
        if group.flags.contains(.say), group.subject >= 0 { return group.subject }
      }
      if tokens[k].flags.contains(.sentenceStart), lines == 0 { return nil }
      if tokens[k].flags.contains(.lineStart) {
        left -= 1
        if left < 0 { return nil }
      }
      k -= 1
    }
    return nil
  }

  mutating func mention(ofPhrase phrase: Int32) -> Int32 {
    let m = phraseMention[Int(phrase)]
    return m >= 0 && !infos[Int(m)].isDropped ? m : -1
  }

  mutating func speaker(
    _ m: Int32, _ token: Int, plural: Bool, _ roles: RoleStage, _ reader: EntityReader,
    _ mentions: [Mention]
  ) -> Int32 {
    var speaking = quoteSpeaker(token, reader)
    let isQuoted = reader.table.tokens[token].flags.contains(.quoted)
    if speaking < 0, isQuoted { return -1 }
    if speaking < 0 { speaking = announced(token, reader, mentions) }
    if !plural {
      if speaking < 0 { speaking = author(token, reader, mentions) }
      guard speaking >= 0, kind(speaking) == .person else { return -1 }
      let isPlural =
        mentions[Int(speaking)].form == .pronoun
        && reader.marks(Int(mentions[Int(speaking)].first)).contains(.plural)
      return isPlural ? -1 : speaking
    }
    if speaking >= 0 {
      if kind(speaking) != .person { return speaking }
      let body = government(of: speaking, roles, reader, mentions)
      if body < 0 { waiting.append((m, speaking)) }
      return body
    }
    // A statement: the body in whose name it is written is its first subject.
    if let known = statementBody { return known }
    var found: Int32 = -1
    for k in window where mentions[Int(k)].form == .name && mentions[Int(k)].kind != .person {
      guard phraseFlags(k, reader).contains(.subject) else { continue }
      if mentions[Int(k)].kind == .place, !infos[Int(k)].flags.contains(.country) { continue }
      found = k
      break
    }
    if found < 0 { return onBehalf(reader, mentions) }
    statementBody = found
    return found
  }

  /// "On behalf of the people of X, we": the last body or place in front, in its sentence.
  private mutating func onBehalf(_ reader: EntityReader, _ mentions: [Mention]) -> Int32 {
    guard let last = window.last, mentions[Int(last)].form == .name,
      mentions[Int(last)].kind != .person
    else { return -1 }
    let tokens = reader.table.tokens
    var k = Int(mentions[Int(last)].first) - 1
    while k > 0, !tokens[k].flags.contains(.sentenceStart) { k -= 1 }
    guard k >= 0, k + 2 < tokens.count, reader.has(k, .prep), reader.term(k + 2) == words.of,
      reader.term(k + 1) == words.behalf
    else { return -1 }
    statementBody = last
    return last
  }

  /// Who signs a statement in a line of its own at its head: "X, Secretary of State".
  private mutating func author(_ token: Int, _ reader: EntityReader, _ mentions: [Mention]) -> Int32
  {
    let tokens = reader.table.tokens
    for k in window.prefix(6) {
      let mention = mentions[Int(k)]
      guard Int(mention.first) < min(token, 60) else { return -1 }
      guard mention.kind == .person, mention.form == .name,
        tokens[Int(mention.first)].flags.contains(.lineStart), mention.end - mention.first > 1
      else { continue }
      var i = Int(mention.end)
      while i < tokens.count, !tokens[i].flags.contains(.lineStart), reader.chunks.verbAt[i] < 0 {
        i += 1
      }
      if i < tokens.count, tokens[i].flags.contains(.lineStart) { return k }
    }
    return -1
  }

  /// "We" of those whose body became clear only when titles were given theirs.
  mutating func speakForBodies(
    _ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]
  ) {
    for (pronoun, speaker) in waiting {
      let body = government(of: speaker, roles, reader, mentions)
      guard body >= 0 else { continue }
      infos[Int(pronoun)].isDropped = false
      join(pronoun, body, kind(body) == .place ? .government : .speaker)
    }
  }

  /// Goes on to the last colon in front of a token that ends its line, or that stands behind the name
  /// that opens one ("MS. DOE: Good afternoon.").
  private mutating func lookForColon(before token: Int, _ tokens: [Token]) {
    var cursor = colonCursor
    tokens.withUnsafeBufferPointer { tokens in
      while cursor < token {
        if tokens[cursor].mark == UInt8(ascii: ":"), cursor + 1 < tokens.count,
          tokens[cursor + 1].flags.contains(.lineStart) || opensTurn(cursor, tokens)
        {
          lastColon = cursor
        }
        cursor &+= 1
      }
    }
    colonCursor = cursor
  }

  /// "MS. DOE:", "QUESTION:": words in capitals from the beginning of a line on.
  private func opensTurn(_ colon: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
    var k = colon - 1
    while k >= 0, colon - k < 6, tokens[k].flags.contains(.allCaps) {
      if tokens[k].flags.contains(.lineStart) { return true }
      k -= 1
    }
    return false
  }

  /// "Speaking today, Minister X said:" opens a statement without quotation marks.
  private mutating func announced(_ token: Int, _ reader: EntityReader, _ mentions: [Mention])
    -> Int32
  {
    lookForColon(before: token, reader.table.tokens)
    let k = lastColon
    guard k > max(0, token - 600) else { return -1 }
    if let last = window.last(where: { mentions[Int($0)].end <= k }),
      Int(mentions[Int(last)].end) == k, mentions[Int(last)].kind == .person,
      reader.table.tokens[k - 1].flags.contains(.allCaps)
    {
      return last
    }
    var v = k - 1
    while v > k - 12, v >= 0, !reader.has(v, .say) { v -= 1 }
    guard v >= 0, reader.has(v, .say) else { return -1 }
    let verb = reader.chunks.verbAt[v]
    if verb >= 0, reader.chunks.verbGroups[Int(verb)].subject >= 0 {
      let found = mention(ofPhrase: reader.chunks.verbGroups[Int(verb)].subject)
      if found >= 0 { return found }
    }
    for p in window.suffix(Self.reach).reversed()
    where mentions[Int(p)].end <= v && v - Int(mentions[Int(p)].end) < 12 {
      if mentions[Int(p)].kind == .person { return p }
    }
    return -1
  }

  /// The country for which an officeholder says "we".
  private mutating func government(
    of person: Int32, _ roles: RoleStage, _ reader: EntityReader, _ mentions: [Mention]
  )
    -> Int32
  {
    guard searchSteps > 0 else { return country(of: person, mentions) }
    searchSteps -= roles.links.count
    for link in roles.links where link.of >= 0 && link.holder >= 0 && isSame(link.holder, person) {
      if link.flags.contains(.former) { continue }
      // A member of parliament does not speak for the seat.
      if reader.lemmaMarks(Int(roles.roles[Int(link.role)].head)).contains(.seat) { continue }
      let of = link.of
      if mentions[Int(of)].kind == .place { return of }
      if mentions[Int(of)].kind == .organization {
        // The ministry speaks for its country if the document names it.
        let own = country(of: of, mentions)
        return own >= 0 ? own : of
      }
    }
    return country(of: person, mentions)
  }
}
