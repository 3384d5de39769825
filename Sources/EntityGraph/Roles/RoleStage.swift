/// Finds the functions that people hold, who holds them and of what, and everything that refers
/// without a name.
///
/// One pass over the role words of each sentence: read the role's span, then what stands in front
/// of it, behind it and, for apposition and copula, who is named beside it. A role that nobody named
/// holds makes a nominal mention of a person ("a Pentagon spokeswoman").
struct RoleStage: Sendable {
  let words: RoleWords
  /// Nominals and pronouns; appended to the mentions at the end of ``run(_:sentences:extraction:)``.
  var candidates: [Mention] = []
  var candidateNotes: [MentionNote] = []
  /// For each token the candidate that ends there, -1 for none.
  var candidateAt: [Int32] = []
  /// Ties the roles of the extraction to mentions. Holders and bodies below -1 are candidates
  /// (`-2 - index`) until the end of the run.
  /// Roles in the order of the text; their holders are set by the entity stage.
  var roles: [RoleMention] = []
  /// One a role, or more: ties it to mentions.
  var links: [RoleLink] = []
  /// Mentions that a role phrase puts beside each other as one person.
  var appositions: [(Int32, Int32)] = []
  /// Mentions that a pack's pattern says are one.
  var aliases: [Alias] = []
  /// One a mention, after the run.
  var notes: [MentionNote] = []
  var order: [Int32] = []
  /// Names before they are brought into order with the candidates.
  var unsettled: [Mention] = []
  /// How many of the candidates are pronouns, and how many behind them nominals; the others are roles.
  var pronounCount = 0
  var nominalCount = 0
  /// Where names and candidates come to stand.
  var place: [Int32] = []
  var sortKeys: [Int] = []
  private var cover: [Int32] = []
  private var hits = RoleHits()

  init(knowledge: Knowledge) { words = RoleWords(knowledge: knowledge) }

  /// Finds roles, and adds what may refer to the name mentions (in the order of the text before and
  /// after).
  mutating func run(
    _ table: TokenTable, sentences: [Sentence], into mentions: inout [Mention]
  ) {
    roles.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    candidateNotes.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    appositions.removeAll(keepingCapacity: true)
    prepareCover(table.tokens.count, mentions)
    let reader = RoleReader(
      table: table, sentences: sentences, words: words, cover: cover,
      mentions: mentions)
    hits.find(reader)
    addPronouns(hits, reader)
    pronounCount = candidates.count
    scanNominals(hits, reader)
    nominalCount = candidates.count - pronounCount
    scanRoles(hits, reader)
    renameBodies(reader)
    settle(&mentions)
  }

  private mutating func prepareCover(_ count: Int, _ mentions: [Mention]) {
    cover.refill(-1, count: count)
    candidateAt.refill(-1, count: count)
    cover.withUnsafeMutableBufferPointer { cover in
      var reached: Int32 = 0
      for (index, mention) in mentions.enumerated() where mention.first >= reached {
        let (first, last) = (Int(mention.first), Int(mention.end) - 1)
        let number = Int32(truncatingIfNeeded: index)
        reached = mention.end
        // Most names have one word or two: the ends first, without asking.
        cover[first] = number
        cover[last] = number
        if first + 1 < last {
          for i in first + 1..<last { cover[i] = number }
        }
      }
    }
  }

  // MARK: Roles

  private mutating func scanRoles(_ hits: RoleHits, _ reader: RoleReader) {
    reader.sentences.withUnsafeBufferPointer { sentences in
      var sentence = SentenceCursor(sentences)
      var reached = 0
      for k in 0..<hits.roleCount {
        let i = hits.role(k)
        guard i >= reached else { continue }
        sentence.move(to: Int32(truncatingIfNeeded: i))
        let tokens = sentence.tokens
        guard tokens.contains(i),
          let phrase = reader.rolePhrase(at: i, from: tokens.lowerBound, limit: tokens.upperBound)
        else { continue }
        reached = max(i + 1, role(phrase, tokens.lowerBound, tokens.upperBound, reader))
      }
    }
  }

  /// Reads one role phrase, or several coordinated ones that share holder and body.
  ///
  /// - Returns: where to go on.
  private mutating func role(
    _ phrase: RolePhrase, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Int {
    if phrase.isIdle { return phrase.end }
    var statement = RoleStatement(phrase)
    statement.front = reader.front(of: phrase, from: start, candidateAt: candidateAt)
    if statement.front.candidate >= 0, statement.front.isPossessive {
      statement.front.start = Int(candidates[Int(statement.front.candidate)].first)
    }
    statement.end = phrase.end
    // "chairman and chief executive of X"
    if phrase.end + 1 < limit, reader.term(phrase.end) == words.and, !phrase.isPlural,
      let second = coordinated(phrase.end + 1, limit, reader),
      !areTwo(statement.front, phrase, second, limit, reader)
    {
      statement.second = second
      statement.secondIsFormer = second.first > phrase.end + 1
      statement.end = second.end
    }
    readComplement(&statement, limit, reader)
    if phrase.isPlural, let end = paired(&statement, start, limit, reader) { return end }
    guard findHolder(&statement, start, limit, reader) else { return statement.end }
    if statement.second != nil, statement.holder == -1 {
      // "the Queen and Duke of X": unnamed, they are two.
      statement = RoleStatement(phrase)
      statement.front = reader.front(of: phrase, from: start, candidateAt: candidateAt)
      statement.end = phrase.end
      readComplement(&statement, limit, reader)
      guard findHolder(&statement, start, limit, reader) else { return phrase.end }
    }
    emit(&statement, start, limit, reader)
    return further(statement, start, limit, reader)
  }

  /// "…, a professor at X and president of Y": more roles of the same holder.
  ///
  /// - Returns: where to go on.
  private mutating func further(
    _ before: RoleStatement, _ start: Int, _ limit: Int, _ reader: RoleReader
  ) -> Int {
    guard before.holder != -1,
      before.rule == RoleStep.apposition || before.rule == RoleStep.copula
        || before.rule == RoleStep.appointed
    else { return before.end }
    var k = before.fullEnd
    guard k + 1 < limit, reader.term(k) == words.and else { return before.end }
    k += 1
    var head = k
    while head < limit, head < k + 5, reader.isWord(head), !reader.isRoleWord(head),
      reader.cover[head] >= 0 || reader.has(head, [.det, .adj, .roleMod, .roleOut, .noun])
    {
      head += 1
    }
    guard head < limit, head < k + 5, reader.isRoleWord(head),
      let phrase = reader.rolePhrase(at: head, from: k, limit: limit), !phrase.isPlural
    else { return before.end }
    var next = RoleStatement(phrase)
    next.front = reader.front(of: phrase, from: k, candidateAt: candidateAt)
    next.end = phrase.end
    readComplement(&next, limit, reader)
    // A name of its own makes it somebody else ("and the president, Y").
    guard next.front.start == k, next.complement >= 0 || next.front.of >= 0,
      reader.person(at: next.end, limit: limit) < 0
    else { return before.end }
    next.holder = before.holder
    next.rule = before.rule
    next.evidence = before.evidence.lowerBound..<next.fullEnd
    emit(&next, start, limit, reader)
    return next.end
  }

  /// "The Secretary and President X": the article and the capitals make the first somebody else.
  private mutating func areTwo(
    _ front: RoleFront, _ first: RolePhrase, _ second: RolePhrase, _ limit: Int,
    _ reader: RoleReader
  ) -> Bool {
    front.article == .definite && front.start == first.first - 1
      && first.end - first.first == 1 && reader.isCapital(first.head)
      && reader.isCapital(second.head) && reader.has(second.head, [.title, .rank])
  }

  private mutating func coordinated(_ after: Int, _ limit: Int, _ reader: RoleReader) -> RolePhrase?
  {
    let isFormer =
      after + 1 < limit && reader.cover[after] < 0 && reader.marks(after).contains(.former)
    let k = isFormer ? after + 1 : after
    var head = k
    while head < limit, head < k + 4, reader.cover[head] < 0, reader.isWord(head) {
      if reader.isRoleWord(head) {
        guard let phrase = reader.rolePhrase(at: head, from: k, limit: limit),
          phrase.first == k, !phrase.isPlural,
          // Only of who is named right behind are both.
          !isFormer || reader.person(at: phrase.end, limit: limit) >= 0
        else { return nil }
        return phrase
      }
      if !reader.has(head, [.roleMod, .noun]) || reader.has(head, [.det, .prep]) { return nil }
      head += 1
    }
    return nil
  }

  private mutating func readComplement(
    _ statement: inout RoleStatement, _ limit: Int, _ reader: RoleReader
  ) {
    let k = statement.end
    guard k < limit,
      let found = reader.complement(
        at: k, of: statement.phrase, limit: limit, candidateAt: candidateAt)
    else { return }
    statement.complement = found.mention
    statement.complementCandidate = found.candidate
    statement.complementEnd = found.end
    statement.complementIsOf = reader.term(k) == words.of
  }
}
