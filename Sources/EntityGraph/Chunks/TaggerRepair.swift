extension Tagger {
  /// Tells past forms from participles by whether the clause has another verb with tense.
  ///
  /// "The general killed in Baghdad was buried" – a verb with tense follows the phrases behind
  /// "killed" without a new subject; "rebels backed by Iran" – an agent follows and no auxiliary
  /// stands before.
  func repair(_ range: Range<Int>, _ pasts: UnsafeBufferPointer<Int32>) {
    var state = ClauseState()
    var i = range.lowerBound
    for past in pasts {
      let past = Int(past)
      while i < past {
        state.note(tables.transitions(codes[i]))
        i &+= 1
      }
      if isParticiple(past, range, finite: state.hasFinite) {
        tags[past] = .verbParticiple
        codes[past] = PartOfSpeech.verbParticiple.rawValue
      }
    }
  }

  private func isParticiple(_ i: Int, _ range: Range<Int>, finite: Bool) -> Bool {
    let can = candidates(i)
    guard can.contains(.verbPart) else { return false }
    var before = i - 1
    while before > range.lowerBound, tags[before] == .adverb || tags[before] == .negation {
      before -= 1
    }
    let previous = before >= range.lowerBound ? tags[before] : .punctuation
    if previous == .relative || previous == .pronoun { return false }
    let next = i + 1 < range.upperBound ? tags[i + 1] : .punctuation
    if i + 1 < range.upperBound, bits(i + 1).contains(.by) {
      // "X responded by leaving": the means, no agent.
      let isMeans = i + 2 < range.upperBound && tags[i + 2] == .verbIng && previous.isNoun
      return !isMeans || finite
    }
    // "the group arrested last month by X", "X, chaired this year by Y,".
    if finite || previous == .punctuation, agentFollows(i + 1, range) { return true }
    if previous == .punctuation {
      // "X, based in Y, …": nothing acted on follows; a comma stood before.
      if before < range.lowerBound || tokens[before].mark != UInt8(ascii: ",") {
        return before < range.lowerBound && next == .preposition
      }
      guard next == .preposition || next == .infinitive else { return false }
      // What makes compounds (Oslo-based) hardly ever has a subject of its own here, and the verb
      // that follows may look like a noun: "X, based in Y, plans".
      let isPart = classes[i] & WordClass.splitAfter.rawValue != 0 && !endsParticiple(before, range)
      if isPart { return true }
      return finite || finiteFollows(i + 1, range, throughComma: true)
    }
    if previous.isNoun || previous == .possessive {
      if isSubjectOfClause(before, range) { return false }
      let direct =
        next == .preposition || next == .punctuation || next == .infinitive
        || next == .adverb || next == .auxiliary || next == .modal || next == .particle
        || isTime(i + 1, range)
      guard direct else { return false }
      let say = WordClass(rawValue: classes[i]).contains(.say)
      // "X said there were".
      if say, previous == .proper, next == .adverb { return false }
      if finiteFollows(i + 1, range, throughComma: false) { return true }
      return finite && !say && (next == .preposition || isTime(i + 1, range))
    }
    return false
  }

  /// "X, based in Y, trained in Z": whether the comma closes what another participle opened.
  private func endsParticiple(_ comma: Int, _ range: Range<Int>) -> Bool {
    let first = max(range.lowerBound, comma - 12)
    var k = comma - 1
    while k > first, tokens[k].mark != UInt8(ascii: ",") { k -= 1 }
    return k > first && tags[k + 1] == .verbParticiple
  }

  /// Whether "by" and who acts stand behind words that say when.
  private func agentFollows(_ start: Int, _ range: Range<Int>) -> Bool {
    var k = start
    var isTimed = false
    let end = min(range.upperBound - 1, start + 5)
    while k < end {
      if bits(k).contains(.by) { return isTimed && tags[k + 1] != .verbIng }
      if !WordClass(rawValue: classes[k]).isDisjoint(with: [.time, .weekday, .month]) {
        isTimed = true
      } else if tags[k] != .determiner, tags[k] != .adjective, tags[k] != .preposition,
        tags[k] != .number, tags[k] != .adverb
      {
        return false
      }
      k += 1
    }
    return false
  }

  /// Whether the phrase that ends at `end` stands right behind who, which, that or a subordinator,
  /// so that a verb with tense must follow it.
  private func isSubjectOfClause(_ end: Int, _ range: Range<Int>) -> Bool {
    var k = end
    let stop = max(range.lowerBound, end - 8)
    while k >= stop {
      switch tags[k] {
      case .relative, .subordinator: return k < end
      case .noun, .nounPlural, .proper, .number, .adjective, .determiner, .possessive,
        .possessivePronoun:
        k -= 1
      default: return false
      }
    }
    return false
  }

  /// Whether, prepositional phrases skipped, a verb with tense comes before any new subject.
  private func finiteFollows(_ start: Int, _ range: Range<Int>, throughComma: Bool) -> Bool {
    var k = start
    var afterPreposition = false
    var comma = throughComma
    let end = min(range.upperBound, start + 16)
    while k < end {
      switch tags[k] {
      case .auxiliary, .modal, .verbPresent, .verbPast:
        return true
      case .preposition: afterPreposition = true
      case .determiner, .noun, .nounPlural, .proper, .number, .adjective, .possessivePronoun,
        .possessive:
        let known = WordClass(rawValue: classes[k])
        if !afterPreposition, known.isDisjoint(with: [.time, .weekday]) { return false }
        // The phrase lasts until a word that cannot be part of one.
        while k + 1 < end,
          tags[k + 1].isNoun || tags[k + 1] == .adjective
            || tags[k + 1] == .possessive || tags[k + 1] == .determiner
        { k += 1 }
        afterPreposition = false
      case .adverb: break
      case .conjunction:
        // "between X and Y is": the second conjunct of the phrase.
        guard k > start, k + 1 < end, tags[k - 1].isNoun,
          tags[k + 1].isNoun || tags[k + 1] == .determiner || tags[k + 1] == .adjective
        else { return false }
        afterPreposition = true
      case .punctuation where tokens[k].mark == UInt8(ascii: ",") && comma: comma = false
      default: return false
      }
      k += 1
    }
    return false
  }
}
