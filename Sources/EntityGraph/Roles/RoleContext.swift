/// What stands in front of a role phrase: its article, its body, and whether it is a former role.
struct RoleFront {
  /// First token of the whole noun phrase.
  var start: Int
  /// Name mention of the body or country, -1 for none.
  var of: Int32 = -1
  /// Candidate (index into ``RoleStage/candidates``) of the body, -1 for none.
  var candidate: Int32 = -1
  var isPossessive = false
  var isFormer = false
  var article: Article = .none

  enum Article { case none, definite, indefinite, demonstrative, pronoun, other }
}

extension RoleReader {
  /// Reads leftwards from a role phrase.
  ///
  /// - Parameter candidateAt: for each token the candidate (nominal, pronoun) that ends there.
  func front(of phrase: RolePhrase, from start: Int, candidateAt: [Int32]) -> RoleFront {
    var front = RoleFront(start: phrase.first)
    var k = skipQualifiers(phrase.first - 1, from: start, &front)
    guard k >= start, !flags(k + 1).contains(.lineStart) || flags(k + 1).contains(.sentenceStart)
    else { return front }
    // "National Action Party (PAN) candidate"
    if mark(k) == UInt8(ascii: ")"), k + 1 == phrase.first {
      var open = k - 1
      while open > start, open > k - 8, mark(open) != UInt8(ascii: "(") { open -= 1 }
      if open > start, mark(open) == UInt8(ascii: "("), cover[open - 1] >= 0 { k = open - 1 }
    }
    if cover[k] >= 0 {
      let m = mention(upTo: k)
      if m >= 0, takesPremodifier(m, start: start, phrase) {
        front.of = m
        front.start = Int(mentions[Int(m)].first)
        k = skipQualifiers(front.start - 1, from: start, &front)
        // "RSPB Scotland director": the body's, but "Labour Leeds MP" sits for Leeds.
        if k >= start, k + 1 == front.start, cover[k] >= 0, !flags(k + 1).contains(.lineStart),
          mentions[Int(m)].kind == .place, mentions[Int(m)].form == .name,
          !marks(phrase.head).union(lemmaMarks(phrase.head)).contains(.seat)
        {
          let owner = mention(upTo: k)
          if owner >= 0, mentions[Int(owner)].kind == .organization {
            front.of = owner
            front.start = Int(mentions[Int(owner)].first)
            k = skipQualifiers(front.start - 1, from: start, &front)
          }
        }
        // "Labour's Westminster leader": the party's, not the seat's.
        if k > start, k + 1 == front.start, isPossessive(k), cover[k - 1] >= 0,
          mentions[Int(m)].kind == .place, mentions[Int(m)].form == .name,
          lemmaMarks(phrase.head).contains(.ambiguous)
            || lemmaMarks(phrase.head).contains(.speaker)
        {
          let owner = mention(upTo: k - 1)
          if owner >= 0, mentions[Int(owner)].kind == .organization {
            front.of = owner
            front.isPossessive = true
            front.start = Int(mentions[Int(owner)].first)
            k = front.start - 1
          }
        }
      }
    } else if isPossessive(k), k - 2 >= start, term(k - 1) == words.majesty,
      marks(k - 2).contains(.possessivePronoun)
    {
      // "Her Majesty's Ambassador" is the country's.
      front.article = .definite
      front.start = k - 2
      return front
    } else if isPossessive(k), k > start {
      if cover[k - 1] >= 0, mention(upTo: k - 1) >= 0 {
        front.of = mention(upTo: k - 1)
        front.isPossessive = true
        front.start = Int(mentions[Int(front.of)].first)
        // "Mr Putin's spokesman".
        while front.start > start, cover[front.start - 1] < 0,
          has(front.start - 1, [.honorific, .title, .rank, .roleMod]), isCapital(front.start - 1)
        {
          front.start -= 1
        }
      } else if candidateAt[k - 1] >= 0 {
        front.candidate = candidateAt[k - 1]
        front.isPossessive = true
      }
      k = front.start - 1
      if front.candidate >= 0 { return front }
    } else if candidateAt[k] >= 0, marks(k).contains(.possessivePronoun) {
      front.candidate = candidateAt[k]
      front.article = .pronoun
      front.start = k
      return front
    } else if candidateAt[k] >= 0, namesBody(k, before: phrase.head) {
      front.candidate = candidateAt[k]
      front.start = k
      k -= 1
    }
    if front.of < 0, k > start, term(k) == words.whose, k - 1 > start {
      // "Dominica, whose prime minister".
      var before = isComma(k - 1) ? k - 2 : k - 1
      // "Acme Forces Movement (AFM), whose leader".
      if before - 2 > start, mark(before) == UInt8(ascii: ")"), cover[before - 1] >= 0,
        mark(before - 2) == UInt8(ascii: "(")
      {
        before -= 1
      }
      if cover[before] >= 0 {
        front.of = mention(upTo: before)
        front.isPossessive = true
        front.article = .pronoun
        front.start = k
        return front
      }
    }
    if k >= start, cover[k] < 0, has(k, .det), k + 1 == front.start {
      front.article = article(k)
      front.start = k
    }
    return front
  }

  func article(_ k: Int) -> RoleFront.Article {
    let t = term(k)
    if t == words.the { return .definite }
    if t == words.a || t == words.an { return .indefinite }
    let m = marks(k)
    if m.contains(.possessivePronoun) { return .pronoun }
    if m.contains(.demonstrative) { return .demonstrative }
    return .other
  }

  /// Steps over adjectives, ages and words like "former" and "top".
  private func skipQualifiers(_ from: Int, from start: Int, _ front: inout RoleFront) -> Int {
    var k = from
    var reached = front.start
    for _ in 0..<5 {
      guard k >= start, cover[k] < 0, !isPossessive(k) else { break }
      // Mostly an article, a preposition or a verb stands there, which ends the search.
      if mark(k) == 0, has(k, [.det, .prep, .conj, .aux, .modal, .verb3sg, .say]) { break }
      if flags(k + 1).contains(.lineStart), !flags(k + 1).contains(.sentenceStart) { break }
      let isHyphen = mark(k) == UInt8(ascii: "-") && k > start
      if isHyphen, marks(k - 1).contains(.former) {
        front.isFormer = true
        k -= 2
        reached = k + 1
        continue
      }
      guard isWord(k) || has(k, .number) else { break }
      if has(k, .pron), !has(k, .adj) { break }
      if marks(k).contains(.former) {
        // "the Lakers fired coach X": a verb.
        if has(k, .verbPast), k > start, cover[k - 1] >= 0 { break }
        front.isFormer = true
      } else if has(k, .roleOut) {
      } else if has(k, .verbPast), !has(k, .adj) {
        break
      } else if has(k, [.adj, .number]) || (flags(k).contains(.hyphenated) && !isCapital(k)) {
      } else {
        break
      }
      k -= 1
      reached = k + 1
    }
    front.start = reached
    return k
  }

  /// Whether a name directly in front of a role can be its body: "Pentagon spokeswoman", but not
  /// "in Turkey Minister X".
  private func takesPremodifier(_ m: Int32, start: Int, _ phrase: RolePhrase) -> Bool {
    let mention = mentions[Int(m)]
    if mention.kind == .person {
      return !isCapital(phrase.head) && mention.end - mention.first == 1
    }
    // "Republican President X": of the country, and of the party only a member.
    if mention.kind == .organization, mention.end - mention.first == 1,
      has(Int(mention.first), .adj),
      lemmaMarks(phrase.head).contains(.head)
        || (phrase.head > phrase.first && term(phrase.head - 1) == words.prime)
    {
      return false
    }
    if mention.kind == .place, mention.form == .name, isCapital(phrase.first) {
      let before = Int(mention.first) - 1
      if before >= start {
        let t = term(before)
        if t == words.in || t == words.at { return false }
      }
    }
    return true
  }

  /// The body that a complement names: "of Iran's elite Quds Force" gives the force.
  ///
  /// - Returns: the mention (or candidate) and the end of the complement, nil if there is none.
  func complement(
    at k: Int, of phrase: RolePhrase, limit: Int, candidateAt: [Int32]
  ) -> (mention: Int32, candidate: Int32, end: Int)? {
    guard k + 1 < limit else { return nil }
    let t = term(k)
    guard opensComplement(t) else { return nil }
    let open = t == words.of || t == words.for || t == words.at || t == words.with
    // "adviser to X", but an ambassador to X is none of X's.
    let isAdvice =
      t == words.to && !lemmaMarks(phrase.head).isDisjoint(with: [.portfolio, .speaker, .lesser])
    guard open || isAdvice || t == words.in || t == words.from else { return nil }
    // "the prime minister in the Commons", "the president at the White House": where, not of what.
    let isLesser = phrase.head > phrase.first && marks(phrase.head - 1).contains(.lesser)
    let isState =
      (lemmaMarks(phrase.head).contains(.head) && !isLesser)
      || (phrase.head > phrase.first && term(phrase.head - 1) == words.prime)
    if t != words.of, t != words.for, isState { return nil }
    var found: Int32 = -1
    var candidate: Int32 = -1
    var end = k + 1
    var j = k + 1
    var steps = 0
    while j < limit, steps < 8 {
      steps += 1
      if cover[j] >= 0 {
        let m = mention(from: j)
        if m < 0 { break }
        let isQualifier = mentions[Int(m)].form == .adjective
        if found >= 0, !isQualifier, mentions[Int(m)].kind == .person { break }
        let after = Int(mentions[Int(m)].end)
        if isQualifier, candidate >= 0 {
          // "head of its European business": its owner, not Europe.
          j = after
          continue
        }
        if isQualifier, after < limit, !(has(after, [.noun, .adj, .orgHead, .nominalOrg])) {
          break
        }
        found = m
        candidate = -1
        end = after
        j = after
        if j < limit, isPossessive(j) {
          j += 1
          continue
        }
        if isQualifier { continue }
        if let based = baseEnd(j, limit: limit) {
          // "head of Oslo-based Acme": the place is not the body.
          found = -1
          j = based
          continue
        }
        // "the Tisza party", "the Commons defence committee".
        if let body = smallHead(j, limit: limit), mentions[Int(m)].kind != .person {
          j = body + 1
          end = j
        }
        // "US military Task Force": a longer name may follow directly.
        if j < limit, cover[j] >= 0, mention(from: j) >= 0,
          mentions[Int(cover[j])].kind == .organization
        {
          continue
        }
        break
      }
      // "the Patrolmen's Benevolent Association".
      if isPossessive(j), j > k + 1, found < 0, isCapital(j - 1) {
        j += 1
        continue
      }
      if !isWord(j) && !has(j, .number) { break }
      if flags(j).contains(.lineStart) { break }
      if candidateAt[j] >= 0 {
        if found < 0 || has(j, .nominalOrg) {
          candidate = candidateAt[j]
          end = j + 1
          if j + 1 < limit, isPossessive(j + 1) {
            j += 2
            continue
          }
        }
        if !marks(j).contains(.possessivePronoun) {
          // "the militia Hashd al-Shaabi": the name follows its noun.
          if j + 1 < limit, cover[j + 1] >= 0, mention(from: j + 1) >= 0,
            mentions[Int(cover[j + 1])].kind == .organization
          {
            j += 1
            continue
          }
          break
        }
        j += 1
        continue
      }
      if has(j, [.prep, .conj, .aux, .modal, .say, .sub]), !has(j, [.adj, .noun]) { break }
      // "chief of staff of ousted president X".
      let isParticiple = j == k + 1 && t == words.of && has(j, .verbPart)
      if has(j, [.verbPast, .verb3sg]), !has(j, [.adj, .noun]), !isParticiple { break }
      if found >= 0 || candidate >= 0 {
        if !has(j, [.adj, .noun, .orgHead, .nominalOrg]), !isCapital(j) { break }
      }
      j += 1
    }
    // "chairman of the largest opposition party, the Greens,".
    if candidate >= 0 { j = end }
    if found < 0, open, j - k > 1, j + 1 < limit, isComma(j), has(j - 1, [.nominalOrg, .orgHead]),
      !isCapital(j - 1)
    {
      let next = marks(j + 1).contains(.article) ? j + 2 : j + 1
      if next < limit, cover[next] >= 0, mention(from: next) >= 0 {
        let body = mentions[Int(cover[next])]
        let after = Int(body.end)
        if body.kind == .organization, after >= limit || !isWord(after) && !isPossessive(after) {
          return (cover[next], -1, after)
        }
      }
    }
    if found < 0, candidate < 0 { return nil }
    if !open, !isAdvice {
      // "in" and "from" name a body only if it is one: "a general in Iraq" is no general of Iraq.
      if found >= 0, mentions[Int(found)].kind != .organization,
        !(t == words.from && lemmaMarks(phrase.head).contains(.office))
      {
        return nil
      }
      if found < 0 { return nil }
    }
    if isAdvice, found < 0 || mentions[Int(found)].kind == .place { return nil }
    return (candidate >= 0 ? -1 : found, candidate, end)
  }

  /// Whether a complement may begin with a word: of, for, at, with, to, in, from. Most words are none
  /// of them, so all are asked at once.
  @inline(__always)
  private func opensComplement(_ t: TermID) -> Bool {
    let isOpen = (t == words.of ? 1 : 0) | (t == words.for ? 1 : 0) | (t == words.at ? 1 : 0)
    let isPlace = (t == words.with ? 1 : 0) | (t == words.in ? 1 : 0) | (t == words.from ? 1 : 0)
    return isOpen | isPlace | (t == words.to ? 1 : 0) != 0
  }

  /// The small head of a body that a name at `j` begins, nil if none is near: "party", "defence
  /// committee".
  private func smallHead(_ j: Int, limit: Int) -> Int? {
    var k = j
    while k < limit, k < j + 3, cover[k] < 0, isWord(k), !isCapital(k),
      !flags(k).contains(.lineStart)
    {
      if has(k, .nominalOrg) { return has(k, .nounPlural) ? nil : k }
      if !has(k, [.noun, .adj]) || has(k, [.prep, .det, .conj, .aux, .say, .verbPast, .role]) {
        return nil
      }
      k += 1
    }
    return nil
  }

  /// Behind "-based" at `j`, nil if something else stands there.
  private func baseEnd(_ j: Int, limit: Int) -> Int? {
    guard j + 2 < limit, mark(j) == UInt8(ascii: "-"), !flags(j).contains(.spaceBefore),
      !flags(j + 1).contains(.spaceBefore), has(j + 1, .splitAfter)
    else { return nil }
    return j + 2
  }

  /// The person named at or behind token `k`, over titles in front of the name.
  func person(at k: Int, limit: Int) -> Int32 {
    var j = k
    for _ in 0..<6 {
      guard j < limit else { return -1 }
      if j > k, flags(j).contains(.lineStart) { return -1 }
      if cover[j] >= 0 {
        let m = mention(from: j)
        if m < 0 || mentions[Int(m)].kind == .person { return m }
        // "the commander, U.S. Gen. X", "the chair, Democrat X"
        let after = Int(mentions[Int(m)].end)
        if j == k, after < limit, cover[after] >= 0, mentions[Int(m)].kind == .organization {
          let next = mention(from: after)
          return next >= 0 && mentions[Int(next)].kind == .person ? next : -1
        }
        guard j == k, after < limit, cover[after] < 0, has(after, [.title, .rank, .role]) else {
          return -1
        }
        j = after
        continue
      }
      // "the bishop, the Rev X"
      let opens = j == k && term(j) == words.the && j + 1 < limit && has(j + 1, .honorific)
      guard
        has(j, [.honorific, .rank, .title]) || (has(j, [.role, .roleMod]) && isCapital(j)) || opens
      else { return -1 }
      j += 1
    }
    return -1
  }
}
