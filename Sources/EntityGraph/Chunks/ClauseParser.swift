/// Ties the noun phrases and verb groups of a sentence together: subjects, objects, prepositional
/// arguments, coordination, apposition, relative and content clauses.
///
/// One pass from left to right over the chunks of a sentence with a stack of open clauses; each
/// look ahead and look back is bounded, so the cost is linear.
struct ClauseParser {
  let words: SyntaxWords
  let tokens: UnsafeBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  let tags: UnsafeMutableBufferPointer<PartOfSpeech>
  let phraseAt: UnsafeMutableBufferPointer<Int32>
  let verbAt: UnsafeMutableBufferPointer<Int32>
  let marks: UnsafeBufferPointer<UInt64>
  let names: UnsafeBufferPointer<UInt8>
  /// ``Chunks/nounPhrases`` and ``Chunks/verbGroups``, which are all there when parsing begins.
  let phrases: UnsafeMutableBufferPointer<NounPhrase>
  let groups: UnsafeMutableBufferPointer<VerbGroup>

  init(
    words: SyntaxWords, view: SyntaxView, marks: UnsafeBufferPointer<UInt64>,
    names: UnsafeBufferPointer<UInt8>, phrases: UnsafeMutableBufferPointer<NounPhrase>,
    groups: UnsafeMutableBufferPointer<VerbGroup>
  ) {
    self.phrases = phrases
    self.groups = groups
    self.words = words
    tokens = view.tokens
    classes = view.classes
    tags = view.tags
    phraseAt = view.phraseAt
    verbAt = view.verbAt
    self.marks = marks
    self.names = names
  }

  /// A clause that is being read.
  struct Frame {
    var subject: Int32 = -1
    /// Last verb group, which takes objects and phrases.
    var verb: Int32 = -1
    /// Its first verb group with tense.
    var finite: Int32 = -1
    /// Verb group of the clause around it whose complement this clause is.
    var matrix: Int32 = -1
    /// The phrase that a relative clause modifies.
    var antecedent: Int32 = -1
    /// Phrases with a preposition in front of the verb.
    var leading: Int32 = -1
    /// Participle in front of the subject.
    var opening: Int32 = -1
    var isRelative = false
    var isConditional = false
    /// Opened by "where": the antecedent is no argument of the verb.
    var isPlace = false
  }

  enum Last { case none, phrase, verb, preposition, comma, conjunction, other }

  static let maximumDepth = 12
  static let reach = 10

  /// Open clauses, the innermost last; reused.
  var stack: [Frame] = []
  /// Tail of each governor's argument list while a sentence is read; reused.
  var verbTail: [Int32] = []
  var phraseTail: [Int32] = []

  var frame = Frame()
  var last = Last.none
  var lastPhrase: Int32 = -1
  var lastVerb: Int32 = -1
  var preposition: Int32 = -1
  var comma = false
  var conjunction = false
  var sentence: Int32 = 0

  @inline(__always) func bits(_ i: Int) -> SyntaxBits { SyntaxBits(rawValue: marks[i]) }
  @inline(__always) func known(_ i: Int) -> WordClass { WordClass(rawValue: classes[i]) }

  mutating func run(_ range: Range<Int>, sentence: Int32, into chunks: inout Chunks) {
    self.sentence = sentence
    if !stack.isEmpty { stack.removeAll(keepingCapacity: true) }
    frame = Frame()
    last = .none
    lastPhrase = -1
    lastVerb = -1
    preposition = -1
    comma = false
    conjunction = false
    var i = range.lowerBound
    while i < range.upperBound {
      let phrase = phraseAt[i]
      if phrase >= 0 {
        let end = Int(phrases[Int(phrase)].end)
        take(phrase: phrase, range, &chunks)
        i = max(end, i + 1)
        continue
      }
      let verb = verbAt[i]
      if verb >= 0 {
        let end = Int(groups[Int(verb)].end)
        take(verb: verb, range, &chunks)
        i = max(end, i + 1)
        continue
      }
      take(token: i, range, &chunks)
      i += 1
    }
  }

  // MARK: Clauses

  mutating func push(_ kind: ClauseKind) {
    if stack.count >= Self.maximumDepth { stack.removeFirst(stack.count - 1) }
    stack.append(frame)
    let conditional = frame.isConditional
    frame = Frame()
    frame.isConditional = conditional || kind == .conditional
    frame.isRelative = kind == .relative
  }

  mutating func pop() {
    if let outer = stack.popLast() { frame = outer }
  }

  // MARK: Other tokens

  private mutating func take(token i: Int, _ range: Range<Int>, _ chunks: inout Chunks) {
    switch tags[i] {
    case .preposition:
      // "out of", "from within": the first one says how.
      if preposition < 0 || Int(preposition) != i - 1 || bits(i - 1).contains(.opensClause) {
        preposition = Int32(i)
      }
      if last != .conjunction || lastPhrase < 0 { last = .preposition }
    case .conjunction:
      conjunction = bits(i).contains(.coordinator)
      preposition = -1
      last = .conjunction
    case .relative:
      relative(i, range, &chunks)
    case .subordinator:
      subordinate(i, range, &chunks)
    case .punctuation:
      punctuation(i, range, &chunks)
    case .possessive: break
    case .adverb, .negation: break
    default:
      last = .other
    }
  }

  private mutating func punctuation(_ i: Int, _ range: Range<Int>, _ chunks: inout Chunks) {
    let mark = tokens[i].mark
    switch mark {
    case UInt8(ascii: "_") where endsDateline(i, range, chunks),
      UInt8(ascii: "-") where endsDateline(i, range, chunks):
      restart()
    case UInt8(ascii: ","), UInt8(ascii: "_"):
      openingParticiple(i, range, &chunks)
      comma = true
      preposition = -1
      // A comma closes a relative clause that has its verb, unless a list goes on.
      if frame.isRelative, frame.finite >= 0, !stack.isEmpty, !listGoesOn(i + 1, range, chunks) {
        pop()
      }
      last = .comma
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ")"), UInt8(ascii: "]"):
      comma = true
      last = .comma
    case UInt8(ascii: ":")
    where lastPhrase >= 0 && last == .phrase && frame.verb >= 0
      && phrases[Int(lastPhrase)].flags.isSuperset(of: [.plural, .animate])
      && listsGoOn(i + 1, range):
      // "sanctioned three officials: X, Y and Z".
      comma = true
      preposition = -1
      last = .comma
    case UInt8(ascii: ";") where listsGoOn(i + 1, range):
      // "to Lyon, France; and Rome, Italy": a list whose items have commas of their own.
      while frame.isRelative, frame.finite >= 0, !stack.isEmpty { pop() }
      conjunction = true
      comma = false
      preposition = -1
      last = .conjunction
    case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"),
      UInt8(ascii: "!"):
      // These end every open clause; other marks ($, %, quotation marks) are no borders.
      restart()
    case UInt8(ascii: "-") where tokens[i].flags.contains(.spaceBefore):
      comma = true
      preposition = -1
      last = .comma
    default: break
    }
  }

  private mutating func restart() {
    if !stack.isEmpty { stack.removeAll(keepingCapacity: true) }
    frame = Frame()
    last = .none
    comma = false
    conjunction = false
    preposition = -1
    lastPhrase = -1
  }

  /// "KATHMANDU, Nepal —": a place in capitals, whatever stands between, and a dash before any verb.
  private func endsDateline(_ i: Int, _ range: Range<Int>, _ chunks: Chunks) -> Bool {
    let first = tokens[range.lowerBound].flags
    return tokens[i].flags.contains(.spaceBefore) && stack.isEmpty && frame.verb < 0
      && i - range.lowerBound < 16 && first.contains(.allCaps) && first.contains(.lineStart)
      && tokens[range.lowerBound].length > 2 && tags[range.lowerBound] == .proper
  }

  /// "Born in London, Paul Smith worked": what opens the sentence says something of its subject.
  private mutating func openingParticiple(
    _ i: Int, _ range: Range<Int>, _ chunks: inout Chunks
  ) {
    guard frame.verb >= 0, frame.finite < 0, frame.subject < 0, stack.isEmpty,
      i + 1 < range.upperBound, phraseAt[i + 1] >= 0
    else { return }
    let verb = groups[Int(frame.verb)]
    guard verb.subject < 0, !verb.flags.isDisjoint(with: [.reduced, .gerund]) else { return }
    let next = phrases[Int(phraseAt[i + 1])]
    let isPerson = next.flags.contains(.animate) && next.flags.contains(.proper)
    guard isPerson || verbFollows(Int(next.end), range, chunks) else { return }
    frame.opening = frame.verb
    frame.verb = -1
    lastPhrase = -1
  }

  /// Whether a further conjunct follows: a phrase, then a comma or conjunction with another one.
  func listGoesOn(_ start: Int, _ range: Range<Int>, _ chunks: Chunks) -> Bool {
    var i = start
    if i < range.upperBound, tags[i] == .conjunction { i += 1 }
    guard i < range.upperBound, phraseAt[i] >= 0 else { return false }
    let first = phrases[Int(phraseAt[i])]
    i = Int(first.end)
    guard i < range.upperBound else { return false }
    // "…, Emma Long, a former singer, …": what follows a name describes it.
    if first.flags.contains(.proper), tokens[i].mark == UInt8(ascii: ","), i + 1 < range.upperBound,
      phraseAt[i + 1] >= 0
    {
      let next = phrases[Int(phraseAt[i + 1])].flags
      if !next.contains(.proper), next.contains(.animate),
        !next.isDisjoint(with: [.definite, .indefinite])
      {
        return false
      }
    }
    return tags[i] == .conjunction
      || tokens[i].mark == UInt8(ascii: ",")
        && i + 1 < range.upperBound
        && (tags[i + 1] == .conjunction || phraseAt[i + 1] >= 0)
        && !verbFollows(i + 1, range, chunks)
  }

  /// who, which, that, where: a clause about the phrase before.
  private mutating func relative(_ i: Int, _ range: Range<Int>, _ chunks: inout Chunks) {
    let antecedent = relativeAntecedent(i, chunks, nearest: comma)
    push(.relative)
    frame.antecedent = antecedent
    // "where", "in which": no argument of the verb.
    frame.isPlace = bits(i).contains(.place) || preposition >= 0 && Int(preposition) == i - 1
    preposition = -1
    comma = false
    conjunction = false
    last = .other
  }

  /// "who" wants a person, "which" and "that" the nearest phrase; prepositional phrases between are
  /// skipped where they do not fit ("strikes in Baghdad that killed": the head, not the place).
  func relativeAntecedent(_ i: Int, _ chunks: Chunks, nearest: Bool) -> Int32 {
    var candidate = lastPhrase
    guard candidate >= 0 else { return -1 }
    if phrases[Int(candidate)].sentence != sentence { return -1 }
    let isWho = wantsPerson(i)
    var steps = 0
    while steps < 4 {
      let phrase = phrases[Int(candidate)]
      let person = phrase.flags.contains(.animate)
      let place =
        phrase.preposition >= 0 && phrase.flags.contains(.proper)
        && !bits(Int(phrase.preposition)).contains(.of)
      // "the chief of staff, whom": the chief.
      if isWho, phrase.governor >= 0, phrases[Int(phrase.governor)].flags.contains(.animate),
        phrase.determiner < 0, phrase.preposition >= 0,
        phrase.flags.isDisjoint(with: [.proper, .plural])
      {
        candidate = phrase.governor
        steps += 1
        continue
      }
      if isWho ? person && !place : !place || nearest { return candidate }
      guard phrase.governor >= 0 else {
        return isWho && phrase.apposedTo < 0 ? lastPhrase : candidate
      }
      candidate = phrase.governor
      steps += 1
    }
    return lastPhrase
  }

  private func wantsPerson(_ i: Int) -> Bool {
    // "who" and "whom"; "that" and "which" take anything.
    known(i).contains(.wh) && !bits(i).contains(.that) && tokens[i].length <= 4
      && !bits(i).isDisjoint(with: [.nominative, .relative])
  }

  private mutating func subordinate(_ i: Int, _ range: Range<Int>, _ chunks: inout Chunks) {
    let word = bits(i)
    let matrix = frame.verb >= 0 ? frame.verb : frame.finite
    let content = word.contains(.that)
    let noun = last == .phrase ? lastPhrase : -1
    push(word.contains(.conditional) ? .conditional : content ? .content : .adverbial)
    if content { frame.matrix = matrix }
    if content, noun >= 0 { frame.antecedent = -1 }
    preposition = -1
    comma = false
    conjunction = false
    last = .other
  }

  // MARK: Looking ahead

  /// Whether a verb with tense follows the phrase that begins at `start`, its prepositional
  /// phrases and adverbs skipped.
  ///
  /// - Parameter isBehind: `start` is where a phrase ends; the verb behind another one is that one's
  ///   ("told Reuters he would").
  func verbFollows(
    _ start: Int, _ range: Range<Int>, _ chunks: Chunks, isBehind: Bool = false
  ) -> Bool {
    var i = start
    var steps = 0
    var prepositional = !isBehind
    while i < range.upperBound, steps < Self.reach {
      steps += 1
      let phrase = phraseAt[i]
      if phrase >= 0 {
        guard prepositional || isBehind && phrases[Int(phrase)].flags.contains(.time) else {
          return false
        }
        i = Int(phrases[Int(phrase)].end)
        prepositional = false
        continue
      }
      let verb = verbAt[i]
      if verb >= 0 {
        let group = groups[Int(verb)]
        if group.flags.contains(.finite) { return true }
        guard group.flags.contains(.reduced) else { return false }
        i = Int(group.end)
        continue
      }
      switch tags[i] {
      case .preposition, .possessive: prepositional = true
      case .conjunction:
        // "X and Y left" goes on; "hit X and left" is the verb of another subject.
        guard i + 1 < range.upperBound, phraseAt[i + 1] >= 0 else { return false }
        prepositional = true
      case .adverb, .negation: break
      case .punctuation:
        let mark = tokens[i].mark
        if mark != UInt8(ascii: "\""), mark != UInt8(ascii: "'") { return false }
      default: return false
      }
      i += 1
    }
    return false
  }

  /// "…, and the mayor of X, Jane Doe, called": a phrase between commas, then a verb with tense.
  func verbFollowsApposition(_ start: Int, _ range: Range<Int>) -> Bool {
    var i = start
    var commas = 0
    let end = min(range.upperBound, start + 2 * Self.reach)
    while i < end {
      if phraseAt[i] >= 0 {
        i = max(Int(phrases[Int(phraseAt[i])].end), i + 1)
        continue
      }
      if verbAt[i] >= 0 { return commas == 2 && groups[Int(verbAt[i])].flags.contains(.finite) }
      if tokens[i].mark == UInt8(ascii: ",") {
        commas += 1
        if commas > 2 { return false }
      } else if tags[i] != .preposition, tags[i] != .possessive {
        return false
      }
      i += 1
    }
    return false
  }
}
