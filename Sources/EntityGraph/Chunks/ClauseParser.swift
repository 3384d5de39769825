/// Ties the noun phrases and verb groups of a sentence together: subjects, objects, prepositional
/// arguments, coordination, apposition, relative and content clauses.
///
/// One pass from left to right over the chunks of a sentence with a stack of open clauses; each
/// look ahead and look back is bounded, so the cost is linear.
struct ClauseParser {
  typealias Place = PhraseChunker.Place

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
  /// Room for ``Chunks/arguments``: ``argumentsOfPhrase`` for each phrase.
  let arguments: UnsafeMutableBufferPointer<Argument>

  init(
    words: SyntaxWords, view: SyntaxView, marks: UnsafeBufferPointer<UInt64>,
    names: UnsafeBufferPointer<UInt8>, phrases: UnsafeMutableBufferPointer<NounPhrase>,
    groups: UnsafeMutableBufferPointer<VerbGroup>,
    arguments: UnsafeMutableBufferPointer<Argument>, frames: UnsafeMutableBufferPointer<Frame>
  ) {
    self.frames = frames
    self.phrases = phrases
    self.groups = groups
    self.arguments = arguments
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
  /// A phrase is tied once, to two phrases and a verb; to the latter again where the verb follows.
  static let argumentsOfPhrase = 4

  /// Open clauses around ``frame``, the innermost last: ``maximumDepth`` at most.
  let frames: UnsafeMutableBufferPointer<Frame>
  var depth = 0

  var frame = Frame()
  var last = Last.none
  var lastPhrase: Int32 = -1
  var lastVerb: Int32 = -1
  var preposition: Int32 = -1
  var comma = false
  var conjunction = false
  var sentence: Int32 = 0
  /// First token of the sentence's last verb group with tense, -1 for none.
  var lastFinite = -1
  var argumentCount = 0

  @inline(__always) func bits(_ i: Int) -> SyntaxBits { SyntaxBits(rawValue: marks[i]) }
  @inline(__always) func known(_ i: Int) -> WordClass { WordClass(rawValue: classes[i]) }

  /// Whether there is room for the arguments of a sentence of so many tokens.
  mutating func fits(_ count: Int) -> Bool {
    argumentCount + Self.argumentsOfPhrase * count <= arguments.count
  }

  /// - Parameter places: the chunks of the sentence, of which `found` says how many they are.
  mutating func run(
    _ range: Range<Int>, sentence: Int32, _ places: UnsafeMutableBufferPointer<Place>,
    _ found: PhraseChunker.Found
  ) {
    self.sentence = sentence
    lastFinite = found.lastFinite
    depth = 0
    frame = Frame()
    last = .none
    lastPhrase = -1
    lastVerb = -1
    preposition = -1
    comma = false
    conjunction = false
    var i = range.lowerBound
    // What stands behind the last chunk ties nothing.
    for k in 0..<found.chunks {
      let place = places[k]
      let first = Int(place.first)
      // Most often nothing stands between two chunks, or a preposition alone.
      let isTied = first > i && tags[first &- 1] == .preposition
      let gap = first &- i
      if gap > (isTied ? 1 : 0) {
        while i < first {
          take(token: i, range)
          i += 1
        }
      } else {
        let isListed = last == .conjunction && lastPhrase >= 0
        last = isTied && !isListed ? .preposition : last
        preposition = isTied ? Int32(truncatingIfNeeded: i) : preposition
      }
      i = Int(place.end)
      if place.isVerb {
        take(verb: place.index, range)
      } else {
        take(phrase: place.index, range)
      }
    }
  }

  // MARK: Clauses

  mutating func push(_ kind: ClauseKind) {
    if depth >= frames.count {
      frames[0] = frames[depth - 1]
      depth = 1
    }
    frames[depth] = frame
    depth += 1
    let conditional = frame.isConditional
    frame = Frame()
    frame.isConditional = conditional || kind == .conditional
    frame.isRelative = kind == .relative
  }

  mutating func pop() {
    guard depth > 0 else { return }
    depth -= 1
    frame = frames[depth]
  }

  // MARK: Other tokens

  /// Tags with a rule of their own.
  private static var special: UInt32 {
    PartOfSpeech.punctuation.bit | PartOfSpeech.relative.bit | PartOfSpeech.subordinator.bit
  }
  /// Tags that say nothing here.
  private static var silent: UInt32 {
    PartOfSpeech.possessive.bit | PartOfSpeech.adverb.bit | PartOfSpeech.negation.bit
  }

  @inline(__always)
  private mutating func take(token i: Int, _ range: Range<Int>) {
    let tag = tags[i]
    if Self.special & tag.bit != 0 {
      if tag == .punctuation {
        punctuation(i, range)
      } else if tag == .relative {
        relative(i, range)
      } else {
        subordinate(i, range)
      }
      return
    }
    if tag == .preposition {
      // "out of", "from within": the first one says how.
      if preposition < 0 || Int(preposition) != i - 1 || bits(i - 1).contains(.opensClause) {
        preposition = Int32(truncatingIfNeeded: i)
      }
      if last != .conjunction || lastPhrase < 0 { last = .preposition }
    } else if tag == .conjunction {
      conjunction = bits(i).contains(.coordinator)
      preposition = -1
      last = .conjunction
    } else if Self.silent & tag.bit == 0 {
      last = .other
    }
  }

  private mutating func punctuation(_ i: Int, _ range: Range<Int>) {
    let mark = tokens[i].mark
    if mark == UInt8(ascii: ",") {
      separator(i, range)
      return
    }
    switch mark {
    case UInt8(ascii: "_") where endsDateline(i, range),
      UInt8(ascii: "-") where endsDateline(i, range):
      restart()
    case UInt8(ascii: "_"):
      separator(i, range)
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
      while frame.isRelative, frame.finite >= 0, depth > 0 { pop() }
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

  @inline(__always)
  private mutating func separator(_ i: Int, _ range: Range<Int>) {
    openingParticiple(i, range)
    comma = true
    preposition = -1
    // A comma closes a relative clause that has its verb, unless a list goes on.
    if frame.isRelative, frame.finite >= 0, depth > 0, !listGoesOn(i + 1, range) {
      pop()
    }
    last = .comma
  }

  private mutating func restart() {
    depth = 0
    frame = Frame()
    last = .none
    comma = false
    conjunction = false
    preposition = -1
    lastPhrase = -1
  }

  /// "KATHMANDU, Nepal —": a place in capitals, whatever stands between, and a dash before any verb.
  private mutating func endsDateline(_ i: Int, _ range: Range<Int>) -> Bool {
    let first = tokens[range.lowerBound].flags
    return tokens[i].flags.contains(.spaceBefore) && depth == 0 && frame.verb < 0
      && i - range.lowerBound < 16 && first.contains(.allCaps) && first.contains(.lineStart)
      && tokens[range.lowerBound].length > 2 && tags[range.lowerBound] == .proper
  }

  /// "Born in London, Paul Smith worked": what opens the sentence says something of its subject.
  private mutating func openingParticiple(
    _ i: Int, _ range: Range<Int>
  ) {
    guard frame.verb >= 0, frame.finite < 0, frame.subject < 0, depth == 0,
      i + 1 < range.upperBound, phraseAt[i + 1] >= 0
    else { return }
    let verb = groups[Int(frame.verb)]
    guard verb.subject < 0, !verb.flags.isDisjoint(with: [.reduced, .gerund]) else { return }
    let next = phrases[Int(phraseAt[i + 1])]
    let isPerson = next.flags.contains(.animate) && next.flags.contains(.proper)
    guard isPerson || verbFollows(Int(next.end), range) else { return }
    frame.opening = frame.verb
    frame.verb = -1
    lastPhrase = -1
  }

  /// Whether a further conjunct follows: a phrase, then a comma or conjunction with another one.
  mutating func listGoesOn(_ start: Int, _ range: Range<Int>) -> Bool {
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
        && !verbFollows(i + 1, range)
  }

  /// who, which, that, where: a clause about the phrase before.
  private mutating func relative(_ i: Int, _ range: Range<Int>) {
    let antecedent = relativeAntecedent(i, nearest: comma)
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
  mutating func relativeAntecedent(_ i: Int, nearest: Bool) -> Int32 {
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

  private mutating func wantsPerson(_ i: Int) -> Bool {
    // "who" and "whom"; "that" and "which" take anything.
    known(i).contains(.wh) && !bits(i).contains(.that) && tokens[i].length <= 4
      && !bits(i).isDisjoint(with: [.nominative, .relative])
  }

  private mutating func subordinate(_ i: Int, _ range: Range<Int>) {
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
}
