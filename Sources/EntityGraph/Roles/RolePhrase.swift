/// The span of a role ("caretaker prime minister", "Minister for the Middle East").
struct RolePhrase {
  var first: Int
  var end: Int
  var head: Int
  var isPlural: Bool
  /// The head and everything in front of it is a military or police rank.
  var isRank: Bool
  /// A plural behind which neither a person nor a body is named: it states nothing, and where it
  /// begins has not been looked for.
  var isIdle = false
}

extension RoleReader {
  /// Reads the role phrase whose first role word is token `i`, nil if it is none.
  ///
  /// - Parameter limit: end of the sentence.
  func rolePhrase(at i: Int, from start: Int, limit: Int) -> RolePhrase? {
    var head = i
    var next = i + 1
    while next < limit, cover[next] < 0, isWord(next) {
      // "spokesman Gen. X" is two roles, "Deputy Secretary" one.
      // Nor is "caretaker Prime Minister" two.
      if isCapital(next), !isCapital(head), !flags(head).contains(.sentenceStart),
        !has(head, .roleMod)
      {
        break
      }
      if isRoleWord(next) {
        head = next
      } else if !(has(next, .roleMod) && next + 1 < limit && isRoleWord(next + 1)) {
        break
      }
      next += 1
    }
    if !has(head, [.role, .title, .rank]) { return nil }
    // "the private firm", "a major bank"
    if head == i, !isCapital(i), marks(i).contains(.adjective),
      i + 1 >= limit || term(i + 1) != words.at && term(i + 1) != words.with
    {
      return nil
    }
    // "will head the team", "to coach them"
    if head == i, i > start, !isCapital(i), has(i, .verb),
      has(i - 1, .modal) || (term(i - 1) == words.to && marks(i).contains(.ambiguous))
    {
      return nil
    }
    let isPlural = plural(head) != 0
    var phrase = RolePhrase(
      first: i, end: head + 1, head: head, isPlural: isPlural,
      isRank: has(head, .rank) && !marks(head).contains(.office))
    extend(&phrase, limit: limit)
    if isCompound(phrase, limit: limit) { return nil }
    // "Presidents X and Y", "the ministers of A and B, X and Y"; most are "officials said".
    if isPlural, phrase.end >= limit || term(phrase.end) != words.of,
      person(at: phrase.end, limit: limit) < 0, !isBesideNames(phrase, start, limit)
    {
      phrase.isIdle = true
      return phrase
    }
    phrase.first = leftEdge(i, from: start)
    return phrase
  }

  /// "two commanders, X and Y,", "X and Y, senior journalists at Z": a plural that a comma divides
  /// from names.
  private func isBesideNames(_ phrase: RolePhrase, _ start: Int, _ limit: Int) -> Bool {
    let end = phrase.end
    guard end + 1 < limit else { return false }
    if isComma(end), cover[end + 1] >= 0 || has(end + 1, [.honorific, .title, .rank]) {
      return person(at: end + 1, limit: limit) >= 0
    }
    guard has(end, .prep) else { return false }
    var k = phrase.first - 1
    while k > start, phrase.first - k < 4, isWord(k), !isCapital(k), cover[k] < 0 { k -= 1 }
    return k > start && isComma(k) && cover[k - 1] >= 0
      && mentions[Int(cover[k - 1])].kind == .person
  }

  /// Takes in what belongs to the role in front of its first role word.
  private func leftEdge(_ i: Int, from start: Int) -> Int {
    var first = i
    while first > start {
      let k = first - 1
      if cover[k] >= 0 || !isWord(k) || flags(first).contains(.lineStart) { break }
      // Mostly an article, a preposition or a verb stands there, and the role ends.
      if has(k, [.det, .prep, .pron, .aux, .modal, .weekday, .month]), !isCapital(k),
        term(k) != words.and
      {
        break
      }
      if term(k) == words.and, k - 1 >= start, isCapital(first), isCapital(k - 1), cover[k - 1] < 0,
        isWord(k - 1), has(k - 1, .noun), !has(k - 1, [.role, .title, .weekday, .month]),
        !has(first, [.role, .title])
      {
        // "Trade and Industry Secretary"
        first = k - 1
        continue
      }
      // "Under Secretary", "Parliamentary Under Secretary of State".
      if term(k) == words.under, term(first) == words.secretary, isCapital(k), isCapital(first) {
        first = k
        continue
      }
      if has(k, [.det, .prep, .conj, .pron, .aux, .modal, .weekday, .month]) { break }
      // "government spokesman", "party leader": the noun names the body.
      if first == i, namesBody(k, before: i), !isQualified(k, from: start) { break }
      // "Local councillor X": not even at a sentence's start part of the title.
      if has(k, .roleMod), has(k, .roleOut), first == i, !isCapital(i) { break }
      if has(k, .roleMod) {
        first = k
        continue
      }
      if isCapital(first), isCapital(k) {
        // "Labour MP": what stands before a title in capitals is its body.
        if flags(first).contains(.allCaps), !flags(k).contains(.allCaps) { break }
        // "Senior Advisor", "Home Secretary"; a sentence may open with any word.
        let opens = flags(k).contains(.sentenceStart)
        if has(k, .roleOut), !(has(first, .role) && !opens && !marks(k).contains(.former)) { break }
        if opens, !has(k, .noun) || has(k, [.adv, .verb, .verbIng, .verbPast]) { break }
        if has(k, [.weak, .honorific, .first, .sub, .adv, .time]) { break }
        // "Superior Court Judge": the court is the body.
        if has(k, .orgHead), !has(k, .force) { break }
        first = k
        continue
      }
      if isCapital(k) || isCapital(first) || has(k, .roleOut) { break }
      // "local government spokesman": an adjective in front of a noun that is inside already.
      if first < i, has(k, .adj), !has(k, [.adv, .verbPast, .roleOut]), !has(first, .roleMod),
        !flags(k).contains(.hyphenated)
      {
        first = k
        continue
      }
      let opens = k > start && (marks(k - 1).contains(.article) || isComma(k - 1))
      if !isPlainNoun(k), !opens || !isNoun(k) || has(k, .verbPast) { break }
      if has(k, [.time, .unit, .kin, .number]) { break }
      // "metals economist", "a communications director".
      if isPlural(k), !opens || has(k, [.people, .role, .nominalPerson, .force]) { break }
      if has(k, .nominalPerson), !has(k, .role) { break }
      first = k
    }
    return first
  }

  /// "government spokesman", "party leader", at a sentence's start also with a capital.
  func namesBody(_ k: Int, before role: Int) -> Bool {
    guard !isCapital(k) || flags(k).contains(.sentenceStart) else { return false }
    return has(k, .nominalOrg) && marks(role).contains(.speaker)
      || marks(k).contains(.headed) && has(role, .role) && (k == 0 || cover[k - 1] < 0)
  }

  /// A small-letter word that may be a noun: "a feature reporter".
  private func isNoun(_ i: Int) -> Bool {
    isWord(i) && !isCapital(i) && cover[i] < 0 && has(i, [.noun, .nounPlural])
      && !has(i, [.det, .prep, .pron, .conj, .aux, .modal, .sub, .adv, .adj])
  }

  /// "local government": the noun names a field here, no body.
  func isQualified(_ k: Int, from start: Int) -> Bool {
    k > start && cover[k - 1] < 0 && isWord(k - 1) && !isCapital(k - 1)
      && has(k - 1, [.adj, .noun]) && !isPlural(k - 1)
      && !has(k - 1, [.det, .prep, .conj, .roleOut, .verbPast, .say])
  }

  /// Takes in a portfolio behind the head: "of State", "for the Middle East", "in chief".
  private func extend(_ phrase: inout RolePhrase, limit: Int) {
    var k = phrase.end
    while k + 1 < limit {
      let t = term(k)
      var j = k + 1
      if t == words.of {
        let hasArticle = marks(j).contains(.article)
        if hasArticle { j += 1 }
        // "secretary of former President X"
        guard j < limit, cover[j] < 0, isWord(j), !marks(j).contains(.former) else { return }
        // "Head of Mission", but the Presidential Administration that one is head of is a body.
        if hasArticle, term(phrase.head) == words.head { return }
        let capital = isCapital(phrase.head) && isCapital(j)
        if !capital {
          if hasArticle || isCapital(j) || !has(j, [.noun, .adj]) { return }
          // "secretary of state", not "proponent of talks" or "accused of using".
          if lemmaMarks(phrase.head).isDisjoint(with: [.office, .portfolio, .field]) { return }
          if has(j, .verbIng), !has(j, .roleMod) { return }
          if !marks(j).contains(.tail),
            has(j, [.nominalPerson, .people, .force, .number, .pron, .det, .kin])
          {
            return
          }
        }
        let portfolio = portfolioEnd(j, capital: capital, limit: limit)
        // "founder of investment fund Acme": the noun says what Acme is.
        if !capital, portfolio > j, portfolio < limit, cover[portfolio] >= 0,
          mentions[Int(cover[portfolio])].kind == .organization,
          has(portfolio - 1, [.nominalOrg, .orgHead])
        {
          return
        }
        j = portfolio
      } else if t == words.for, lemmaMarks(phrase.head).contains(.portfolio) {
        if marks(j).contains(.article) { j += 1 }
        guard j < limit else { return }
        if cover[j] >= 0 {
          let m = mentions[Int(cover[j])]
          let after = Int(m.end)
          if m.kind == .place {
            // "for French Affairs", "for Pacific Island Affairs"
            let isField =
              m.form == .adjective
              || after < limit && cover[after] < 0 && isCapital(after) && isWord(after)
                && isPlural(after) && !isRoleWord(after)
            j = isField ? portfolioEnd(after, capital: true, limit: limit) : after
            j = further(j, limit: limit)
          } else if m.kind == .organization, after < limit, cover[after] < 0,
            isCapital(after), isWord(after)
          {
            j = portfolioEnd(after, capital: true, limit: limit)
          } else {
            return
          }
        } else if isCapital(j) || has(j, [.noun, .adj]), isWord(j),
          !has(j, [.pron, .det, .people, .number, .nominalPerson])
        {
          j = portfolioEnd(j, capital: isCapital(j), limit: limit)
        } else {
          return
        }
      } else if t == words.to, lemmaMarks(phrase.head).contains(.posted) {
        guard let end = postEnd(j, limit: limit) else { return }
        j = end
      } else if t == words.in, term(j) == words.chief {
        j += 1
      } else {
        return
      }
      if j <= k + 1 { return }
      phrase.end = j
      k = j
    }
  }

  /// The end of "the United Nations", "the Republic of Tunisia", nil where no body or place is named.
  private func postEnd(_ start: Int, limit: Int) -> Int? {
    var j = start
    if marks(j).contains(.article) { j += 1 }
    if j + 2 < limit, cover[j] < 0, isCapital(j), term(j + 1) == words.of { j += 2 }
    guard j < limit, cover[j] >= 0 else { return nil }
    let post = mentions[Int(cover[j])]
    return post.kind != .person && post.form == .name && Int(post.first) == j ? Int(post.end) : nil
  }

  /// "for Europe and the Americas", "for Afghanistan and Foreign Affairs".
  private func further(_ end: Int, limit: Int) -> Int {
    var end = end
    for _ in 0..<4 where end + 1 < limit && (term(end) == words.and || isComma(end)) {
      let next = marks(end + 1).contains(.article) ? end + 2 : end + 1
      guard next < limit else { break }
      var reached = next
      if cover[next] >= 0, mentions[Int(cover[next])].kind == .place {
        reached = Int(mentions[Int(cover[next])].end)
      } else if cover[next] < 0, isCapital(next), !isRoleWord(next) {
        reached = portfolioEnd(next, capital: true, limit: limit)
      }
      // Behind a comma only as a member of a list that an "and" closes.
      let isOpen = isComma(end) && (reached >= limit || term(reached) != words.and)
      if reached == next || isOpen { break }
      end = reached
    }
    return end
  }

  /// The end of a run of nouns and adjectives written like its first word.
  private func portfolioEnd(_ start: Int, capital: Bool, limit: Int) -> Int {
    var j = start
    while j < limit, j < start + 6, cover[j] < 0, isWord(j),
      j == start || !flags(j).contains(.lineStart)
    {
      if has(j, [.weekday, .month]) { break }
      if term(j) == words.and {
        let more = j + 1 < limit && cover[j + 1] < 0 && isCapital(j + 1) == capital
        if !more || !has(j + 1, [.noun, .adj]) || has(j + 1, [.role, .det, .verbPast]) { break }
      } else if isCapital(j) != capital || !(capital || has(j, [.noun, .adj])) {
        break
      } else if !capital, !marks(j).contains(.tail),
        has(j, [.prep, .det, .verbPast, .conj, .say, .aux, .modal, .pron])
      {
        break
      } else if capital, isRoleWord(j), j > start {
        break
      }
      j += 1
    }
    while j > start, term(j - 1) == words.and { j -= 1 }
    return j
  }

  /// "minister level", "general election": the role word only qualifies the noun behind it.
  private func isCompound(_ phrase: RolePhrase, limit: Int) -> Bool {
    let k = phrase.end
    guard k < limit, cover[k] < 0, isWord(k), flags(k).contains(.spaceBefore) else { return false }
    if has(k, [.weekday, .month, .time, .title, .rank, .role, .honorific]) { return false }
    if isCapital(k) {
      return isCapital(phrase.head) && has(k, [.orgHead, .rejectHead]) && !has(k, .first)
    }
    return isPlainNoun(k) && !has(k, [.say, .adj])
  }
}
