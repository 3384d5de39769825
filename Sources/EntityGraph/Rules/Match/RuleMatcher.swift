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
  /// Room for ``SentenceScan/live``.
  private var live: [Int32] = []
  /// What verbs each sentence has; see ``GuardFinder/verbs(_:)``.
  private var verbs: [UInt64] = []
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
    let atMentions = UnsafeBufferPointer(rules.mentionPostings[Int(target.rawValue)])
    guard let code = rules.code.baseAddress else { return }
    anchors.mark(index, context)
    live.grow(0, count: atMentions.count + 1)
    findVerbs(context, sentences.count)
    onceIn.removeAll(keepingCapacity: true)
    onceIn.append(contentsOf: repeatElement(-1, count: rules.ruleCount))
    var once = onceIn
    onceIn = []
    defer { onceIn = once }
    choices.withUnsafeMutableBufferPointer { choices in
      undo.withUnsafeMutableBufferPointer { undo in
        registers.withUnsafeMutableBufferPointer { registers in
          starts.withUnsafeMutableBufferPointer { starts in
            live.withUnsafeMutableBufferPointer { live in
              anchors.withBits(and: verbs) { anchors, verbs in
                guard let choices = choices.baseAddress, let undo = undo.baseAddress,
                  let registers = registers.baseAddress, let starts = starts.baseAddress
                else { return }
                let machine = PatternMachine(
                  context: context, rules: rules, code: code, choices: choices, undo: undo,
                  registers: registers, starts: starts)
                var scan = SentenceScan(
                  machine: machine, index: index, postings: postings, atMentions: atMentions,
                  live: live, anchors: anchors, verbs: verbs, needsEnds: needsEnds,
                  disabled: disabled, matches: matches, onceIn: once)
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
  }

  private mutating func findVerbs(_ context: MatchContext, _ sentences: Int) {
    verbs.refill(TokenGuard.always, count: sentences)
    verbs.withUnsafeMutableBufferPointer { verbs in
      for group in context.verbGroups {
        let sentence = Int(group.sentence)
        if sentence >= 0, sentence < verbs.count {
          verbs[sentence] |= TokenGuard.bit(term: group.lemma)
        }
      }
    }
  }
}
