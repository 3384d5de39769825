/// One pass over a document for one target.
struct SentenceScan {
  private var machine: PatternMachine
  private let index: AnchorIndex
  private let postings: UnsafeBufferPointer<RulePosting>
  /// Those of them that are tried where mentions begin; see ``RulePosting/atMentions(_:_:)``.
  private let atMentions: UnsafeBufferPointer<RulePosting>
  /// Which of these may match in the sentence at hand by what it has: that is asked once a sentence, and
  /// mostly there are none, so that its mentions need not be looked at.
  private let live: UnsafeMutableBufferPointer<Int32>
  private var liveCount = 0
  /// ``AnchorBits`` of the document.
  private let anchors: UnsafeMutableBufferPointer<UInt64>
  /// Those of its words that have been tested, or passed over.
  private var blocks = 0
  private let needsEnds: Bool
  /// 1 if ends are not needed.
  private let endless: UInt64
  private let disabled: [Bool]
  private(set) var matches: [RuleMatch]
  private(set) var onceIn: [Int32]
  private(set) var attempts = 0
  private(set) var steps = 0
  private(set) var exhausted = 0
  private var budget = RuleBudget.reserve
  private var sentence: Int32 = 0
  private var line: UInt8 = 0
  private var isSpent = false
  /// The mentions that begin in the sentence at hand.
  private var views = 0..<0
  /// ``RuleEnds/bit(_:_:)`` of the mentions of the sentence, and of those that are not alone.
  private var once: UInt16 = 0
  private var twice: UInt16 = 0
  /// What verbs the sentence at hand has, and what each has; see ``GuardFinder/verbs(_:)``.
  private var verbs = TokenGuard.always
  private let allVerbs: UnsafeBufferPointer<UInt64>
  /// What stands in front of the token at hand and behind it.
  private var left = TokenSight.nothing
  private var right = TokenSight.nothing
  /// On which sides of the token at hand mentions begin; both where no ends are needed.
  private var sides = EndPlaces.left | EndPlaces.right

  init(
    machine: PatternMachine, index: AnchorIndex, postings: UnsafeBufferPointer<RulePosting>,
    atMentions: UnsafeBufferPointer<RulePosting>, live: UnsafeMutableBufferPointer<Int32>,
    anchors: UnsafeMutableBufferPointer<UInt64>, verbs: UnsafeBufferPointer<UInt64>,
    needsEnds: Bool, disabled: [Bool], matches: [RuleMatch], onceIn: [Int32]
  ) {
    (self.machine, self.index, self.postings) = (machine, index, postings)
    (self.atMentions, self.live, allVerbs) = (atMentions, live, verbs)
    (self.anchors, self.needsEnds, self.disabled) = (anchors, needsEnds, disabled)
    (self.matches, self.onceIn) = (matches, onceIn)
    endless = needsEnds ? 0 : 1
  }

  mutating func run(_ range: Sentence, number: Int) {
    let first = Int(range.first)
    let end = Int(range.end)
    guard first >= 0, first < end, end <= machine.context.tokens.count else { return }
    budget = min(budget, RuleBudget.reserve) + RuleBudget.perToken * (end - first)
    if needsEnds || !atMentions.isEmpty {
      let hasTwo = findEnds(first, end)
      if needsEnds, !hasTwo { return }
    }
    verbs = allVerbs[number]
    machine.first = first
    machine.end = end
    sentence = Int32(truncatingIfNeeded: number)
    line = 1 << range.line.rawValue
    isSpent = false
    markMentions()
    let before = matches.count
    for block in (first >> 6)...((end - 1) >> 6) {
      if block >= blocks {
        AnchorBits.test(anchors, block, index, machine.context)
        blocks = block + 1
      }
      var left = AnchorBits.word(anchors, block, first, end)
      while left != 0, !isSpent {
        scan(block << 6 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    if isSpent { exhausted += 1 }
    if matches.count > before { tidy(from: before) }
  }

  /// Notes which mentions begin in a sentence; returns whether there are two.
  private mutating func findEnds(_ first: Int, _ end: Int) -> Bool {
    let views = machine.context.views
    var k = self.views.upperBound
    while k < views.count, Int(views[k].first) < first { k += 1 }
    (once, twice) = (0, 0)
    let start = k
    while k < views.count, Int(views[k].first) < end {
      if views[k].kinds != .role {
        let bit = RuleEnds.bit(views[k].kinds, views[k].form)
        twice |= once & bit
        once |= bit
      }
      k += 1
    }
    self.views = start..<k
    return twice != 0 || once & (once &- 1) != 0
  }

  /// Finds which rules may match that are tried where mentions begin, and marks those mentions.
  private mutating func markMentions() {
    var kinds: UInt8 = 0
    liveCount = 0
    for k in 0..<atMentions.count {
      // Written down in any case and kept if it may match, which can't be foretold.
      let fits = mayFitSentence(atMentions[k])
      live[liveCount] = Int32(truncatingIfNeeded: k)
      liveCount &+= Int(truncatingIfNeeded: fits)
      kinds |= atMentions[k].kinds & UInt8(truncatingIfNeeded: 0 &- fits)
    }
    if kinds == 0 { return }
    let all = machine.context.views
    for k in views where all[k].kinds.rawValue & kinds != 0 {
      AnchorBits.set(Int(all[k].first), anchors)
    }
  }

  /// Tries the rules that have an anchor at a token.
  private mutating func scan(_ token: Int) {
    let context = machine.context
    let one = context.tokens[token]
    left = sight(token - 1)
    right = sight(token + 1)
    if needsEnds { sides = mentionSides(token) }
    if AnchorIndex.has(index.terms, one.term) { fire(.term, one.term, token) }
    let classes = context.classes[token] & index.classMask
    if classes != 0 { fire(.wordClass, bits: classes, token) }
    if one.mark != 0, index.hasMark(one.mark) { fire(.mark, UInt32(one.mark), token) }
    if index.mentionMask != 0 {
      let kinds = context.kinds(startingAt: token) & index.mentionMask
      if kinds != 0, liveCount > 0 {
        right = behindMention(token)
        fire(atMention: kinds, token)
      }
    }
    if index.usesVerbs {
      let verb = context.verb(startingAt: token)
      if verb >= 0 {
        let group = context.verbGroups[verb]
        if AnchorIndex.has(index.verbs, group.lemma) { fire(.verb, group.lemma, token) }
        fireHead(.verbClass, Int(group.head), index.verbClassMask, token)
      }
    }
    if index.usesHeads {
      let phrase = context.phrase(startingAt: token)
      if phrase >= 0 {
        let found = context.nounPhrases[phrase]
        if AnchorIndex.has(index.heads, found.lemma) { fire(.head, found.lemma, token) }
        if Int(found.head) < context.tokens.count, found.head >= 0 {
          let term = context.tokens[Int(found.head)].term
          if term != found.lemma, AnchorIndex.has(index.heads, term) { fire(.head, term, token) }
        }
        fireHead(.headClass, Int(found.head), index.headClassMask, token)
      }
    }
  }

  /// On which sides of a token mentions of the sentence begin, of which there are two.
  @inline(__always)
  private func mentionSides(_ token: Int) -> UInt8 {
    let all = machine.context.views
    let left = (Int(all[views.lowerBound].first) &- token) >> 63
    let right = (token &- Int(all[views.upperBound - 1].first)) >> 63
    return EndPlaces.left & UInt8(truncatingIfNeeded: left)
      | EndPlaces.right & UInt8(truncatingIfNeeded: right)
  }

  /// What is seen of a token; nothing of one outside of the sentence.
  @inline(__always)
  private func sight(_ token: Int) -> TokenSight {
    guard token >= machine.first, token < machine.end else { return .nothing }
    let context = machine.context
    return TokenSight(
      context.tokens[token], classes: context.classes[token], cover: context.cover[token],
      verb: token < context.verbAt.count ? context.verbAt[token] : -1,
      phrase: token < context.phraseAt.count ? context.phraseAt[token] : -1)
  }

  /// What is seen behind the mention that begins at a token; where several do, it may be anything.
  @inline(__always)
  private func behindMention(_ token: Int) -> TokenSight {
    let context = machine.context
    let view = Int(context.startAt[token])
    if view < 0 { return .unknown }
    if view + 1 < context.views.count, Int(context.views[view + 1].first) == token {
      return .unknown
    }
    return sight(Int(context.views[view].end))
  }

  private mutating func fireHead(
    _ kind: AnchorKey.Kind, _ head: Int, _ mask: UInt64, _ token: Int
  ) {
    guard mask != 0, head >= 0, head < machine.context.classes.count else { return }
    fire(kind, bits: machine.context.classes[head] & mask, token)
  }

  private mutating func fire(_ kind: AnchorKey.Kind, bits: UInt64, _ token: Int) {
    var left = bits
    while left != 0 {
      fire(kind, UInt32(left.trailingZeroBitCount), token)
      left &= left - 1
    }
  }

  private mutating func fire(_ kind: AnchorKey.Kind, _ value: UInt32, _ token: Int) {
    let range = index.map[AnchorKey.packed(kind, value)]
    var refused = 0
    for k in range {
      if isSpent { return }
      if postings[k].rule >= 0 {
        if mayFit(postings[k]) { attempt(postings[k], token) } else { refused += 1 }
        continue
      }
      for other in Int(postings[k].before)..<Int(postings[k].entry) {
        if isSpent { return }
        if mayFit(postings[other]) { attempt(postings[other], token) } else { refused += 1 }
      }
    }
    // To ask costs something too, where a pack has thousands of rules for one word.
    budget -= refused
    if budget < 0 { isSpent = true }
  }

  /// Tries the rules that may match at mentions of these kinds.
  private mutating func fire(atMention kinds: UInt64, _ token: Int) {
    var refused = 0
    for k in 0..<liveCount {
      if isSpent { return }
      let posting = Int(live[k])
      if UInt64(atMentions[posting].kinds) & kinds == 0 { continue }
      if mayFitBeside(atMentions[posting]) != 0 {
        attempt(atMentions[posting], token)
      } else {
        refused += 1
      }
    }
    budget -= refused
    if budget < 0 { isSpent = true }
  }

  /// Whether a rule can match by what stands beside its anchor and by what its sentence has. Nearly
  /// always it can't, so that one branch is all there is.
  @inline(__always)
  private func mayFit(_ posting: RulePosting) -> Bool {
    mayFitSentence(posting) & mayFitBeside(posting) != 0
  }

  /// Whether a rule can match by what its sentence has: 1 or 0.
  @inline(__always)
  private func mayFitSentence(_ posting: RulePosting) -> UInt64 {
    let hasEnds = posting.ends.fit(once: once, twice: twice) | endless
    let hasLine: UInt64 = posting.lines & line != 0 ? 1 : 0
    let hasVerb: UInt64 = posting.verbs & verbs != 0 ? 1 : 0
    return hasEnds & hasLine & hasVerb
  }

  /// Whether a rule can match by what stands beside its anchor: 1 or 0.
  @inline(__always)
  private func mayFitBeside(_ posting: RulePosting) -> UInt64 {
    let lacking = UInt64(posting.sides & ~sides)
    return posting.left.admits(left) & posting.right.admits(right) & ((lacking &- 1) &>> 63)
  }

  private mutating func attempt(_ one: RulePosting, _ anchor: Int) {
    let number = Int(one.rule)
    if number < disabled.count, disabled[number] { return }
    budget -= RuleBudget.start
    if budget < 0 {
      isSpent = true
      return
    }
    attempts += 1
    let allowed = min(RuleBudget.attempt, budget)
    machine.stepsLeft = allowed
    let before = Int(one.before)
    if before == 0 {
      match(number, from: anchor)
    } else {
      machine.reset()
      // What stands right of the anchor is looked at first: that is where most attempts end.
      let entry = Int(one.entry)
      if machine.run(entry, at: anchor, step: 1, goal: .first, found: { _, _ in false }) != nil {
        machine.reset()
        machine.startCount = 0
        _ = machine.run(before - 1, at: anchor, step: -1, goal: .starts, found: { _, _ in false })
        for i in 0..<machine.startCount where machine.stepsLeft > 0 {
          match(number, from: Int(machine.starts[i]))
        }
      }
    }
    let used = allowed - max(0, machine.stepsLeft)
    budget -= used
    steps += used
  }

  private mutating func match(_ number: Int, from start: Int) {
    machine.reset()
    let entry = machine.rules.start(of: number)
    if !machine.rules.reportsAll(number) {
      let end = machine.run(
        entry, at: start, step: 1, goal: .first, found: { _, _ in false })
      if let end { matches.append(made(machine, number, start, end)) }
      return
    }
    let sentence = sentence
    var collected = matches
    matches = []
    let before = collected.count
    _ = machine.run(entry, at: start, step: 1, goal: .all) { machine, end in
      let one = Self.made(machine, number, sentence, start, end)
      // The same captures in another way are the same match.
      if !collected[before...].contains(where: { $0.captures == one.captures }) {
        collected.append(one)
      }
      return collected.count - before < RuleBudget.matches
    }
    matches = collected
  }

  private func made(_ machine: PatternMachine, _ rule: Int, _ start: Int, _ end: Int) -> RuleMatch {
    Self.made(machine, rule, sentence, start, end)
  }

  private static func made(
    _ machine: PatternMachine, _ rule: Int, _ sentence: Int32, _ start: Int, _ end: Int
  ) -> RuleMatch {
    func capture(_ slot: Int) -> CapturedRange {
      let first = machine.registers[Register.start(slot)]
      let end = machine.registers[Register.end(slot)]
      if first < 0 || end < first { return .none }
      return CapturedRange(
        first: first, end: end, mention: machine.registers[Register.mention(slot)])
    }
    return RuleMatch(
      rule: Int32(truncatingIfNeeded: rule), sentence: sentence,
      first: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      verb: machine.registers[Register.verb], captures: (capture(0), capture(1), capture(2)))
  }

  /// Sorts the matches of a sentence, drops what several anchors found twice, and keeps one of
  /// rules that match once.
  private mutating func tidy(from start: Int) {
    let rules = machine.rules
    // Matches come nearly in order, so insertion is cheap; it keeps equal ones in order.
    for i in (start + 1)..<max(start + 1, matches.count) {
      var k = i
      while k > start, isBefore(matches[k], matches[k - 1], rules) {
        matches.swapAt(k, k - 1)
        k -= 1
      }
    }
    var kept = start
    for i in start..<matches.count {
      let one = matches[i]
      var isNew = true
      if rules.rule(Int(one.rule)).isOnce {
        isNew = onceIn[Int(one.rule)] != sentence
        onceIn[Int(one.rule)] = sentence
      }
      var k = kept - 1
      while isNew, k >= start, matches[k].first == one.first {
        if matches[k].rule == one.rule, matches[k].captures == one.captures { isNew = false }
        k -= 1
      }
      if isNew {
        matches[kept] = one
        kept += 1
      }
    }
    matches.removeLast(matches.count - kept)
  }

  private func isBefore(_ a: RuleMatch, _ b: RuleMatch, _ rules: CompiledRules) -> Bool {
    if a.first != b.first { return a.first < b.first }
    if a.end != b.end { return a.end > b.end }
    if a.rule == b.rule { return false }
    let (pa, pb) = (rules.rule(Int(a.rule)).priority, rules.rule(Int(b.rule)).priority)
    return pa != pb ? pa > pb : a.rule < b.rule
  }
}
