/// Pronouns: he, she, it, they by number, sex, kind, function and nearness; I and we by who speaks.
extension EntityStage {
  mutating func pronoun(
    _ m: Int32, _ roles: RoleStage, _ reader: EntityReader, _ mentions: [Mention]
  ) {
    let token = Int(mentions[Int(m)].first)
    let marks = reader.marks(token)
    var found: Int32 = -1
    var sieve = Sieve.pronoun
    if marks.contains(.plural) { infos[Int(m)].traits.insert(.plural) }
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
      // "Members of X … Their leader": X's.
      if found < 0, marks.contains(.possessivePronoun), let role = ownedRole(token, reader),
        role == token + 1, !reader.lemmaMarks(role).contains(.national)
      {
        admit(reader, mentions)
        found = onlyBody(infos[Int(m)].sentence, reader, mentions)
      }
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
    if marks.contains(.reflexive) { return ownSubject(token, reader, mentions) }
    let isObject = isObject(m, marks, reader)
    let isSubject = isSubject(m, reader)
    let isQuoted = reader.table.tokens[token].flags.contains(.quoted)
    // "we" of one who speaks for a body is the body.
    let speaker = speaking >= 0 ? root(speaking) : -1
    let kin = hasKin(token, reader) ? Int32(token - 1) : -1
    // A person of whom more than pronouns is known, and not of the other sex.
    let gender = infos[Int(root(m))].traits.intersection(.gender)
    let asked: Info.Traits =
      gender.isEmpty
      ? [.kind, .content] : [.kind, .content, Info.Traits.gender.subtracting(gender)]
    // What the words around a candidate can add to its nearness at most.
    let most = kin >= 0 ? 23 : 17
    admit(reader, mentions)
    var best: Int32 = -1
    var bestRoot: Int32 = -1
    // No less will do.
    var bestScore = 3
    var rival = 0
    var seen = 0
    var at = people.count
    let low = window.count - Self.reach
    while at > 0 {
      at -= 1
      let candidate = people[at]
      let distance = Int(sentence - candidate.sentence)
      let isHere = distance == 0
      // Who is so far away that nothing could make him the best any more, or a rival of the best.
      let hope = most - 3 * distance - min(seen + 1, 4) - (isHere ? 0 : 1)
      if hope < max(bestScore, 4) || distance > 3 || candidate.position < low { break }
      let r = root(candidate.mention)
      let traits = infos[Int(r)].traits
      // Whom a quotation names is not who goes on to speak: `"Blair lies," he said.`
      if traits.intersection(asked) != .content || candidate.isQuotedName && !isQuoted
        || r == speaker
      {
        continue
      }
      seen += 1
      if seen > 10 { break }
      let k = candidate.mention
      if isHere {
        if isSubject, candidate.isFronted, isFronted(k, before: m, reader, mentions) { continue }
        // "X told him": the subject of the same verb is not its object.
        if isObject, self.isSubject(k, ofVerbBefore: token, reader) { continue }
      }
      var score = 10 - 3 * distance - min(seen, 4) + Int(isHere ? candidate.here : candidate.away)
      score += traits.isDisjoint(with: .gender) ? 0 : 2
      if kin >= 0, mentions[Int(k)].end == kin { score += 6 }
      let isBetter = score > bestScore
      rival = r == bestRoot ? rival : max(rival, min(score, bestScore))
      best = isBetter ? k : best
      bestRoot = isBetter ? r : bestRoot
      bestScore = max(score, bestScore)
    }
    return bestScore > rival ? best : -1
  }

  /// "X and his wife": X's rather than the subject's.
  @inline(__always)
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
    if flags.isDisjoint(with: [.object, .oblique]) { return false }
    let phrase = Int(infos[Int(k)].phrase)
    // "apologised to him" is about somebody else, "looked around him" need not be.
    let isOblique =
      flags.contains(.oblique) && marks.contains(.objectPronoun)
      && isWhom(reader.chunks.nounPhrases[phrase].preposition, reader)
    guard flags.contains(.object) || isOblique else { return false }
    guard marks.contains(.possessivePronoun) else { return true }
    return marks.contains(.objectPronoun) && reader.chunks.nounPhrases[phrase].tokens.count == 1
  }

  /// to, by, with: whom an action concerns.
  @inline(__always)
  private func isWhom(_ preposition: Int32, _ reader: EntityReader) -> Bool {
    guard preposition >= 0 else { return false }
    let term = reader.term(Int(preposition))
    return term == words.to || term == words.by || term == words.with
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
    // A subject of the same sentence, or of the one in front where the pronoun opens its own.
    let reach = isPossessive || !isSentenceStart(token, reader) ? 0 : 1
    admit(reader, mentions)
    var best: Int32 = -1
    var at = things.count
    let low = window.count - Self.reach
    while at > 0 {
      at -= 1
      let candidate = things[at]
      let distance = Int(sentence - candidate.sentence)
      if distance > reach || candidate.position < low || best >= 0 && distance > 0 { break }
      let k = candidate.mention
      guard candidate.isSubject, kind(k) != .person, !isAside(k, token, reader) else { continue }
      // "The ministry denied it": nobody does that to itself.
      if isObject, distance == 0, isSubject(k, ofVerbBefore: token, reader) { return -1 }
      if best < 0 { best = k }
      if !isObject { break }
    }
    // "X and its Y", "X in its Y": the nearest body in the same sentence, if it is the only one.
    if best < 0, isPossessive {
      at = things.count
      while at > 0 {
        at -= 1
        let k = things[at].mention
        guard things[at].sentence == sentence, things[at].position >= low
        else { break }
        if kind(k) == .person || !headsPhrase(k, reader, mentions) { continue }
        if best >= 0, !isSame(best, k) { return -1 }
        best = k
      }
    }
    if best < 0, marks.contains(.possessivePronoun), let role = ownedRole(token, reader) {
      best = subjectBefore(sentence)
      // No country has a founder or a spokesman of its own.
      let isBodys =
        best >= 0 && kind(best) == .place && !reader.lemmaMarks(role).contains(.national)
      if best < 0 || isBodys {
        let body = onlyBody(sentence, reader, mentions)
        if body >= 0 || best < 0 { return body }
      }
      // "A note names its director": no note has one.
      if kind(best) == .organization, !reader.lemmaMarks(role).contains(.national) { return best }
    }
    return clearOfNouns(best, token, reader, mentions) ? best : -1
  }

  /// "The strike was aimed at the Red Front. Its founder": the only body that the sentence so far names
  /// for itself, or else the one in front; "the African Union force" names another one.
  private mutating func onlyBody(
    _ sentence: Int32, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    var found: Int32 = -1
    var at = bodiesInFront.count
    let low = window.count - Self.reach
    while at > 0 {
      at -= 1
      let candidate = bodiesInFront[at]
      let k = candidate.mention
      if candidate.position < low || candidate.sentence < sentence - 1 { break }
      if found >= 0, candidate.sentence < infos[Int(found)].sentence { break }
      guard mentions[Int(k)].form == .name, infos[Int(k)].phrase >= 0, !isNested(k, mentions),
        headsPhrase(k, reader, mentions)
      else { continue }
      if found >= 0, !isSame(found, k) { return -1 }
      found = k
    }
    return found
  }

  /// The head word of "its chairman", "its deputy finance director".
  private mutating func ownedRole(_ token: Int, _ reader: EntityReader) -> Int? {
    var k = token + 1
    let end = min(reader.table.tokens.count, token + 6)
    while k < end, reader.has(k, [.noun, .adj, .role, .roleMod, .roleOut]) {
      if reader.has(k, .role) { return reader.has(k, .nounPlural) ? nil : k }
      k += 1
    }
    return nil
  }

  /// The body or country that the sentence in front is about: its only subject that is no person.
  private mutating func subjectBefore(_ sentence: Int32) -> Int32 {
    var found: Int32 = -1
    var at = things.count
    let low = window.count - Self.reach
    while at > 0 {
      at -= 1
      let k = things[at].mention
      let distance = sentence - things[at].sentence
      if distance > 1 || things[at].position < low { break }
      guard distance == 1, things[at].isSubject, kind(k) != .person else { continue }
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
  @inline(__always)
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
        admit(reader, mentions)
        var at = bodiesInFront.count
        let low = window.count - Self.reach
        while at > 0 {
          at -= 1
          let k = bodiesInFront[at].mention
          guard bodiesInFront[at].sentence >= sentence - 1,
            bodiesInFront[at].position >= low
          else { break }
          if infos[Int(k)].phrase == Int32(p), mentions[Int(k)].form != .adjective,
            !isNested(k, mentions)
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
