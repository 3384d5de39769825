/// Finds the matches of a pack's rules in a document. One a thread; reused from document to
/// document without allocating.
///
/// A rule matches at most once from each token: what is tried first wins, which is the first of
/// several alternatives, the longest of several mentions, the most of a repetition (the fewest of a
/// lazy one). Anchors only spare attempts: a rule is tried where its anchor stands, the program
/// before the anchor finds where a match may begin, and from there the whole pattern runs.
struct RuleMatcher: Sendable {
  private var choices = [PatternMachine.Choice](
    repeating: .init(pc: 0, position: 0, candidate: -1, undo: 0), count: RuleBudget.attempt + 8)
  // Every step overwrites at most two registers, two words each.
  private var undo = [Int32](repeating: 0, count: 4 * (RuleBudget.attempt + 8))
  private var registers = [Int32](repeating: -1, count: Register.count)
  private var starts = [Int32](repeating: 0, count: PatternMachine.startCapacity)
  /// The last sentence in which each rule that matches once has matched.
  private var onceIn: [Int32] = []
  private var anchors = AnchorBits()
  /// Attempts since the matcher was made.
  private(set) var attempts = 0
  /// Instructions since the matcher was made.
  private(set) var steps = 0
  /// Sentences in which a pack had used up its budget.
  private(set) var exhausted = 0

  /// Appends the matches of all rules for `target` to `matches`: sentence by sentence, by first
  /// token, the longer before the shorter, then by priority and order in the pack.
  ///
  /// - Parameters:
  ///   - disabled: rules to leave out, by index; empty for none.
  ///   - needsEnds: whether matches without mentions in the first two captures, or with one and the
  ///     same in both, are of no use; then much need not be tried.
  mutating func run(
    _ target: RuleTarget, of rules: CompiledRules, in context: MatchContext,
    sentences: [Sentence], disabled: [Bool] = [], needsEnds: Bool = false,
    into matches: inout [RuleMatch]
  ) {
    let index = rules.anchors[Int(target.rawValue)]
    if index.isEmpty { return }
    let postings = UnsafeBufferPointer(rules.postings[Int(target.rawValue)])
    guard let code = rules.code.baseAddress else { return }
    anchors.mark(index, context, isWhole: !needsEnds)
    onceIn.removeAll(keepingCapacity: true)
    onceIn.append(contentsOf: repeatElement(-1, count: rules.ruleCount))
    var once = onceIn
    onceIn = []
    defer { onceIn = once }
    choices.withUnsafeMutableBufferPointer { choices in
      undo.withUnsafeMutableBufferPointer { undo in
        registers.withUnsafeMutableBufferPointer { registers in
          starts.withUnsafeMutableBufferPointer { starts in
            guard let choices = choices.baseAddress, let undo = undo.baseAddress,
              let registers = registers.baseAddress, let starts = starts.baseAddress
            else { return }
            let machine = PatternMachine(
              context: context, rules: rules, code: code, choices: choices, undo: undo,
              registers: registers, starts: starts)
            var scan = SentenceScan(
              machine: machine, index: index, postings: postings, anchors: anchors,
              needsEnds: needsEnds, disabled: disabled, matches: matches, onceIn: once)
            matches = []
            once = []
            for (i, sentence) in sentences.enumerated() { scan.run(sentence, number: i) }
            matches = scan.matches
            once = scan.onceIn
            attempts += scan.attempts
            steps += scan.steps
            exhausted += scan.exhausted
          }
        }
      }
    }
  }
}

/// One pass over a document for one target.
private struct SentenceScan {
  var machine: PatternMachine
  let index: AnchorIndex
  let postings: UnsafeBufferPointer<RulePosting>
  let anchors: AnchorBits
  let needsEnds: Bool
  /// 1 if ends are not needed.
  private let endless: UInt64
  let disabled: [Bool]
  var matches: [RuleMatch]
  var onceIn: [Int32]
  var attempts = 0
  var steps = 0
  var exhausted = 0
  private var budget = RuleBudget.reserve
  private var sentence: Int32 = 0
  private var line: UInt8 = 0
  private var isSpent = false
  /// First mention that begins in the sentence at hand or later.
  private var view = 0
  /// ``RuleEnds/bit(_:_:)`` of the mentions of the sentence, and of those that are not alone.
  private var once: UInt16 = 0
  private var twice: UInt16 = 0
  /// First verb group that begins in the sentence at hand or later, and what verbs the sentence has;
  /// see ``GuardFinder/verbs(_:)``.
  private var group = 0
  private var verbs = TokenGuard.always
  /// What stands in front of the token at hand and behind it.
  private var left = TokenSight.nothing
  private var right = TokenSight.nothing

  init(
    machine: PatternMachine, index: AnchorIndex, postings: UnsafeBufferPointer<RulePosting>,
    anchors: AnchorBits, needsEnds: Bool, disabled: [Bool], matches: [RuleMatch],
    onceIn: [Int32]
  ) {
    (self.machine, self.index, self.postings) = (machine, index, postings)
    (self.anchors, self.needsEnds, self.disabled) = (anchors, needsEnds, disabled)
    (self.matches, self.onceIn) = (matches, onceIn)
    endless = needsEnds ? 0 : 1
  }

  mutating func run(_ range: Sentence, number: Int) {
    let first = Int(range.first)
    let end = Int(range.end)
    guard first >= 0, first < end, end <= machine.context.tokens.count else { return }
    budget = min(budget, RuleBudget.reserve) + RuleBudget.perToken * (end - first)
    if needsEnds, !findEnds(first, end) { return }
    findVerbs(first, end)
    machine.first = first
    machine.end = end
    sentence = Int32(truncatingIfNeeded: number)
    line = 1 << range.line.rawValue
    isSpent = false
    let before = matches.count
    for block in (first >> 6)...((end - 1) >> 6) {
      var left = anchors.word(block, first, end, index, machine.context)
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
    while view < views.count, Int(views[view].first) < first { view += 1 }
    (once, twice) = (0, 0)
    var k = view
    while k < views.count, Int(views[k].first) < end {
      if views[k].kinds != .role {
        let bit = RuleEnds.bit(views[k].kinds, views[k].form)
        twice |= once & bit
        once |= bit
      }
      k += 1
    }
    return twice != 0 || once & (once &- 1) != 0
  }

  private mutating func findVerbs(_ first: Int, _ end: Int) {
    let groups = machine.context.verbGroups
    verbs = TokenGuard.always
    while group < groups.count, Int(groups[group].first) < first { group += 1 }
    while group < groups.count, Int(groups[group].first) < end {
      verbs |= TokenGuard.bit(term: groups[group].lemma)
      group += 1
    }
  }

  /// Tries the rules that have an anchor at a token.
  private mutating func scan(_ token: Int) {
    let context = machine.context
    let one = context.tokens[token]
    left = sight(token - 1)
    right = sight(token + 1)
    if AnchorIndex.has(index.terms, one.term) { fire(.term, one.term, token) }
    let classes = context.classes[token] & index.classMask
    if classes != 0 { fire(.wordClass, bits: classes, token) }
    if one.mark != 0, index.hasMark(one.mark) { fire(.mark, UInt32(one.mark), token) }
    if index.mentionMask != 0 {
      let kinds = context.kinds(startingAt: token) & index.mentionMask
      if kinds != 0 {
        right = behindMention(token)
        fire(.mention, bits: kinds, token)
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
        if mayFit(k) { attempt(k, token) } else { refused += 1 }
        continue
      }
      for other in Int(postings[k].before)..<Int(postings[k].entry) {
        if isSpent { return }
        if mayFit(other) { attempt(other, token) } else { refused += 1 }
      }
    }
    // To ask costs something too, where a pack has thousands of rules for one word.
    budget -= refused
    if budget < 0 { isSpent = true }
  }

  /// Whether a rule can match by what stands beside its anchor and by what its sentence has. Nearly
  /// always it can't, so that one branch is all there is.
  @inline(__always)
  private func mayFit(_ posting: Int) -> Bool {
    let hasEnds = postings[posting].ends.fit(once: once, twice: twice) | endless
    let hasLine: UInt64 = postings[posting].lines & line != 0 ? 1 : 0
    let hasVerb: UInt64 = postings[posting].verbs & verbs != 0 ? 1 : 0
    return hasEnds & hasLine & hasVerb & postings[posting].left.admits(left)
      & postings[posting].right.admits(right) != 0
  }

  private mutating func attempt(_ posting: Int, _ anchor: Int) {
    let one = postings[posting]
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
