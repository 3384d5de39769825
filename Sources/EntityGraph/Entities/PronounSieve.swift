/// Pronouns: he, she, it, they by number, sex, kind, function and nearness; I and we by who speaks.
extension EntityStage {
  mutating func pronoun(
    _ m: Int32, _ roles: RoleStage, _ reader: EntityReader, _ mentions: [Mention]
  ) {
    let token = Int(mentions[Int(m)].first)
    let marks = reader.marks(token)
    var found: Int32 = -1
    var sieve = Sieve.pronoun
    if marks.contains(.firstPerson) {
      found = speaker(m, token, plural: marks.contains(.plural), roles, reader, mentions)
      // A company's "we" is the company's by who speaks, a country's by its government.
      sieve = found >= 0 && kind(found) == .place ? .government : .speaker
    } else if marks.contains(.male) || marks.contains(.female) {
      found = thirdPerson(m, token, marks, reader, mentions)
      if found < 0 || infos[Int(m)].sentence > infos[Int(found)].sentence + 1 {
        let ahead = ahead(of: m, token, reader, mentions)
        if ahead >= 0 { found = ahead }
      }
    } else if marks.contains(.neuter) {
      found = thing(m, token, marks, reader, mentions)
    } else if marks.contains(.plural) {
      found = body(m, token, marks, reader, mentions)
    }
    guard found >= 0 else {
      infos[Int(m)].isDropped = true
      return
    }
    join(m, found, sieve)
  }

  // MARK: he, she

  private mutating func thirdPerson(
    _ m: Int32, _ token: Int, _ marks: RoleWords.Marks, _ reader: EntityReader,
    _ mentions: [Mention]
  ) -> Int32 {
    let sentence = infos[Int(m)].sentence
    let speaking = quoteSpeaker(token, reader)
    let isObject = isObject(m, marks, reader)
    if marks.contains(.reflexive) { return ownSubject(token, reader, mentions) }
    let isQuoted = reader.table.tokens[token].flags.contains(.quoted)
    var best: Int32 = -1
    var bestScore = 0
    var rival = 0
    var seen = 0
    let gender = infos[Int(root(m))].gender
    var at = window.count
    let stop = max(0, at - Self.reach)
    while at > stop {
      at -= 1
      let k = window[at]
      let distance = Int(sentence - infos[Int(k)].sentence)
      if distance > 3 { break }
      let r = Int(root(k))
      let known = infos[r].gender
      guard infos[r].kind == .person, infos[r].hasContent,
        known == .unknown || gender == .unknown || known == gender
      else { continue }
      // "we" of one who speaks for a body is the body.
      let isPronoun = mentions[Int(k)].form == .pronoun
      // Whom a quotation names is not who goes on to speak: `"Blair lies," he said.`
      if !isQuoted, !isPronoun, isQuotedMention(k, reader, mentions) { continue }
      if isPronoun, reader.marks(Int(mentions[Int(k)].first)).contains(.plural) { continue }
      if speaking >= 0, root(speaking) == r { continue }
      seen += 1
      if seen > 10 { break }
      var score = 10 - 3 * distance - min(seen, 4)
      let flags = phraseFlags(k, reader)
      // Of "met X, who fled" X is what the sentence goes on from, not whom it is about.
      if flags.contains(.subject), distance == 0 || flags.isDisjoint(with: [.object, .oblique]) {
        score += distance == 0 ? 4 : 3
      }
      if isPronoun { score += 1 }
      if known != .unknown { score += 2 }
      if distance == 0, !isPronoun, isFronted(k, before: m, reader, mentions) { continue }
      // "X told him": the subject of the same verb is not its object.
      if isObject, distance == 0, isSubject(k, ofVerbBefore: token, reader) { continue }
      if flags.contains(.possessor), distance > 0 { score -= 2 }
      if Int(mentions[Int(k)].end) == token - 1, hasKin(token, reader) { score += 6 }
      if best < 0 || score > bestScore {
        if best >= 0, !isSame(best, k) { rival = max(rival, bestScore) }
        best = k
        bestScore = score
      } else if !isSame(best, k) {
        rival = max(rival, score)
      }
    }
    guard best >= 0, bestScore > 3, bestScore > rival else { return -1 }
    return best
  }

  /// "X and his wife": X's rather than the subject's.
  private func hasKin(_ token: Int, _ reader: EntityReader) -> Bool {
    token > 0 && token + 1 < reader.table.tokens.count
      && reader.table.tokens[token - 1].term == words.and && reader.has(token + 1, .kin)
  }

  @inline(__always)
  func phraseFlags(_ k: Int32, _ reader: EntityReader) -> NounPhraseFlags {
    let phrase = infos[Int(k)].phrase
    return phrase >= 0 ? reader.chunks.nounPhrases[Int(phrase)].flags : []
  }

  @inline(__always)
  func isSubject(_ k: Int32, _ reader: EntityReader) -> Bool {
    phraseFlags(k, reader).contains(.subject)
  }

  /// "her" is an object where it is a phrase of its own: "asked her to stay", not "her sister".
  @inline(__always)
  private func isObject(
    _ k: Int32, _ marks: RoleWords.Marks, _ reader: EntityReader
  ) -> Bool {
    let flags = phraseFlags(k, reader)
    // "apologised to him" is about somebody else, "looked around him" need not be.
    let isOblique =
      flags.contains(.oblique) && marks.contains(.objectPronoun)
      && isWhom(reader.chunks.nounPhrases[Int(infos[Int(k)].phrase)].preposition, reader)
    guard flags.contains(.object) || isOblique else { return false }
    guard marks.contains(.possessivePronoun) else { return true }
    let phrase = reader.chunks.nounPhrases[Int(infos[Int(k)].phrase)]
    return marks.contains(.objectPronoun) && phrase.end - phrase.first == 1
  }

  /// to, by, with: whom an action concerns.
  private func isWhom(_ preposition: Int32, _ reader: EntityReader) -> Bool {
    guard preposition >= 0 else { return false }
    let term = reader.term(Int(preposition))
    return term == words.to || term == words.by || term == words.with
  }

  @inline(__always)
  private func isQuotedMention(_ k: Int32, _ reader: EntityReader, _ mentions: [Mention]) -> Bool {
    reader.table.tokens[Int(mentions[Int(k)].first)].flags.contains(.quoted)
  }

  /// Whom "himself" means: the name that it stands behind, or the subject of its verb.
  private mutating func ownSubject(_ token: Int, _ reader: EntityReader, _ mentions: [Mention])
    -> Int32
  {
    if let last = window.last, Int(mentions[Int(last)].end) == token {
      return kind(last) == .person ? last : -1
    }
    var k = token - 1
    while k >= 0, token - k < 10 {
      let verb = reader.chunks.verbAt[k]
      if verb >= 0 {
        let subject = reader.chunks.verbGroups[Int(verb)].subject
        let found = subject >= 0 ? mention(ofPhrase: subject) : -1
        return found >= 0 && kind(found) == .person && canBeAntecedent(found) ? found : -1
      }
      k -= 1
    }
    return -1
  }

  /// Whether a mention is the subject of the verb whose object the pronoun is.
  private mutating func isSubject(
    _ subject: Int32, ofVerbBefore token: Int, _ reader: EntityReader
  ) -> Bool {
    let phrase = infos[Int(subject)].phrase
    guard phrase >= 0 else { return false }
    var k = token - 1
    while k >= 0, token - k < 6 {
      let verb = reader.chunks.verbAt[k]
      if verb >= 0 { return reader.chunks.verbGroups[Int(verb)].subject == phrase }
      k -= 1
    }
    return false
  }

  // MARK: it, they

  private mutating func thing(
    _ m: Int32, _ token: Int, _ marks: RoleWords.Marks, _ reader: EntityReader,
    _ mentions: [Mention]
  ) -> Int32 {
    let sentence = infos[Int(m)].sentence
    if !marks.contains(.possessivePronoun), isExpletive(token, reader) { return -1 }
    let isPossessive = marks.contains(.possessivePronoun)
    let near = nearby(m, token, isPossessive: isPossessive, reader, mentions)
    if near >= 0 { return near }
    let isObject = isObject(m, marks, reader)
    var best: Int32 = -1
    var bestScore = 0
    for k in window.suffix(Self.reach).reversed() {
      let distance = Int(sentence - infos[Int(k)].sentence)
      if distance > 1 { break }
      let mention = mentions[Int(k)]
      guard kind(k) != .person, mention.form != .adjective, !isNested(k, mentions) else {
        continue
      }
      guard isSubject(k, reader), !isAside(k, token, reader) else { continue }
      // "The ministry denied it": nobody does that to itself.
      if isObject, distance == 0, isSubject(k, ofVerbBefore: token, reader) { return -1 }
      if marks.contains(.possessivePronoun) {
        guard distance == 0 else { continue }
      } else if distance > 0, !isSentenceStart(token, reader) {
        continue
      }
      let score = 10 - 4 * distance
      if score > bestScore {
        best = k
        bestScore = score
      }
    }
    // "X and its Y", "X in its Y": the nearest body in the same sentence, if it is the only one.
    if best < 0, marks.contains(.possessivePronoun) {
      for k in window.suffix(Self.reach).reversed() {
        guard infos[Int(k)].sentence == sentence else { break }
        let mention = mentions[Int(k)]
        guard kind(k) != .person, mention.form != .adjective, !isNested(k, mentions) else {
          continue
        }
        if best >= 0, !isSame(best, k) { return -1 }
        best = k
      }
    }
    if best < 0, marks.contains(.possessivePronoun), ownsRole(token, reader) {
      best = subjectBefore(sentence, mentions, reader)
    }
    return clearOfNouns(best, token, reader, mentions) ? best : -1
  }

  /// "its chairman", "its deputy finance director".
  private func ownsRole(_ token: Int, _ reader: EntityReader) -> Bool {
    var k = token + 1
    let end = min(reader.table.tokens.count, token + 6)
    while k < end, reader.has(k, [.noun, .adj, .role, .roleMod, .roleOut]) {
      if reader.has(k, .role) { return !reader.has(k, .nounPlural) }
      k += 1
    }
    return false
  }

  /// The body or country that the sentence in front is about: its only subject that is no person.
  private mutating func subjectBefore(
    _ sentence: Int32, _ mentions: [Mention], _ reader: EntityReader
  ) -> Int32 {
    var found: Int32 = -1
    for k in window.suffix(Self.reach).reversed() {
      let distance = sentence - infos[Int(k)].sentence
      if distance > 1 { break }
      guard distance == 1, kind(k) != .person, mentions[Int(k)].form != .adjective,
        isSubject(k, reader), !isNested(k, mentions)
      else { continue }
      if found >= 0, !isSame(found, k) { return -1 }
      found = k
    }
    return found
  }

  /// No other singular subject that is no entity stands between: "the plan … it".
  private mutating func clearOfNouns(
    _ k: Int32, _ token: Int, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Bool {
    guard k >= 0 else { return false }
    let from = infos[Int(k)].phrase
    let to = token < reader.chunks.phraseAt.count ? reader.chunks.phraseAt[token] : -1
    guard from >= 0, to > from else { return true }
    for p in Int(from) + 1..<Int(to) {
      let flags = reader.chunks.nounPhrases[p].flags
      if flags.contains(.subject), flags.isDisjoint(with: [.proper, .pronoun, .relative, .animate])
      {
        return false
      }
    }
    return true
  }

  private mutating func isSentenceStart(_ token: Int, _ reader: EntityReader) -> Bool {
    reader.table.tokens[token].flags.contains(.sentenceStart)
  }

  /// A name inside a longer one: "Iraqi" of "Iraqi parliament".
  mutating func isNested(_ k: Int32, _ mentions: [Mention]) -> Bool {
    let mention = mentions[Int(k)]
    if k > 0, mentions[Int(k) - 1].end >= mention.end, mentions[Int(k) - 1].first <= mention.first {
      return true
    }
    return k > 1 && mentions[Int(k) - 2].end >= mention.end
  }

  /// "it is clear that", "it appears that", "it was said that", "find it hard to".
  private mutating func isExpletive(_ token: Int, _ reader: EntityReader) -> Bool {
    let count = reader.table.tokens.count
    let participles: WordClass = [.verbPart, .verbIng]
    // "makes it clear", "find it hard to": the adjective is of what follows.
    if token + 2 < count, reader.has(token + 1, .adj), !reader.has(token + 1, participles),
      !reader.has(token + 1, [.aux, .modal, .verb3sg, .verbPast]), opensContent(token + 2, reader)
    {
      return true
    }
    var k = token + 1
    while k + 1 < count, reader.has(k, [.aux, .modal, .adv, .neg]) {
      // "good" and "better" are adverbs too.
      if k > token + 1, reader.has(k, .adj), opensContent(k + 1, reader) { return true }
      k += 1
    }
    if k + 1 < count, reader.term(k + 1) == reader.words.that {
      if reader.lemmaMarks(k).contains(.impersonal) { return true }
      let verb = reader.chunks.verbAt[k]
      if verb >= 0, reader.chunks.verbGroups[Int(verb)].flags.contains(.passive) { return true }
    }
    return k > token + 1 && k < count && reader.has(k, .adj) && !reader.has(k, participles)
  }

  /// "that", "to", "for": what the adjective in front is said of follows.
  private func opensContent(_ k: Int, _ reader: EntityReader) -> Bool {
    let term = reader.term(k)
    return term == reader.words.that || term == reader.words.to || term == reader.words.for
  }

  private mutating func body(
    _ m: Int32, _ token: Int, _ marks: RoleWords.Marks, _ reader: EntityReader,
    _ mentions: [Mention]
  ) -> Int32 {
    let sentence = infos[Int(m)].sentence
    // Plural nouns are the usual antecedent; they are no entities, so they leave "they" open.
    let here = token < reader.chunks.phraseAt.count ? reader.chunks.phraseAt[token] : -1
    guard here > 0 else { return -1 }
    var p = Int(here) - 1
    while p >= 0, Int(here) - p < 14 {
      let phrase = reader.chunks.nounPhrases[p]
      guard phrase.sentence >= sentence - (isSentenceStart(token, reader) ? 1 : 0) else {
        return -1
      }
      if phrase.flags.contains(.plural), !phrase.flags.contains(.proper) {
        if !phrase.flags.contains(.pronoun), !phrase.flags.contains(.time) { return -1 }
      }
      if phrase.nextConjunct >= 0 { return -1 }
      if phrase.flags.contains(.subject) {
        for k in window.suffix(Self.reach).reversed() {
          guard infos[Int(k)].sentence >= sentence - 1 else { break }
          if infos[Int(k)].phrase == Int32(p), mentions[Int(k)].kind == .organization,
            mentions[Int(k)].form != .adjective, !isNested(k, mentions)
          {
            return k
          }
        }
      }
      p -= 1
    }
    return -1
  }
}
