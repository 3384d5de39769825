/// Runs one program at one place, going back to the last choice whenever an instruction fails.
///
/// Programs only go forwards and every instruction counts as a step, so a run ends after at most
/// ``RuleBudget/attempt`` steps. Nothing is allocated: choices and overwritten registers go on two
/// stacks that outlive the run.
struct PatternMachine {
  /// A choice to come back to.
  struct Choice {
    var pc: Int32
    var position: Int32
    /// Next mention to try, -1 where the instruction begins anew.
    var candidate: Int32
    var undo: Int32
  }

  enum Goal { case first, starts, all }

  let context: MatchContext
  let rules: CompiledRules
  let code: UnsafePointer<Instruction>
  let choices: UnsafeMutablePointer<Choice>
  /// Pairs of register and old value.
  let undo: UnsafeMutablePointer<Int32>
  let registers: UnsafeMutablePointer<Int32>
  /// Where matches may begin.
  let starts: UnsafeMutablePointer<Int32>
  static let startCapacity = 64

  /// Token range of the sentence.
  var first = 0
  var end = 0
  var stepsLeft = 0
  var startCount = 0
  private var top = 0
  private var undoTop = 0

  init(
    context: MatchContext, rules: CompiledRules, code: UnsafePointer<Instruction>,
    choices: UnsafeMutablePointer<Choice>, undo: UnsafeMutablePointer<Int32>,
    registers: UnsafeMutablePointer<Int32>, starts: UnsafeMutablePointer<Int32>
  ) {
    (self.context, self.rules, self.code) = (context, rules, code)
    (self.choices, self.undo, self.registers, self.starts) = (choices, undo, registers, starts)
  }

  /// Forgets captures before a forward run.
  mutating func reset() {
    for i in 0..<Register.count { registers[i] = -1 }
    top = 0
    undoTop = 0
  }

  @inline(__always)
  private mutating func set(_ register: Int, _ value: Int) {
    undo[undoTop] = Int32(truncatingIfNeeded: register)
    undo[undoTop + 1] = registers[register]
    undoTop += 2
    registers[register] = Int32(truncatingIfNeeded: value)
  }

  @inline(__always)
  private mutating func push(_ pc: Int, _ position: Int, _ candidate: Int) {
    choices[top] = Choice(
      pc: Int32(truncatingIfNeeded: pc), position: Int32(truncatingIfNeeded: position),
      candidate: Int32(truncatingIfNeeded: candidate), undo: Int32(truncatingIfNeeded: undoTop))
    top += 1
  }

  @inline(__always)
  private mutating func restore(to mark: Int) {
    while undoTop > mark {
      undoTop -= 2
      registers[Int(undo[undoTop])] = undo[undoTop + 1]
    }
  }

  private mutating func addStart(_ position: Int) {
    for i in 0..<startCount where Int(starts[i]) == position { return }
    if startCount < Self.startCapacity {
      starts[startCount] = Int32(truncatingIfNeeded: position)
      startCount += 1
    }
  }

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - step: 1 to walk right, -1 to walk left.
  ///   - goal: `first` stops at the first match and leaves its captures in the registers;
  ///     `starts` collects where the program can end; `all` calls `found` for each match.
  /// - Returns: the end of the first match, nil if there is none or the steps are used up.
  mutating func run(
    _ entry: Int, at start: Int, step: Int, goal: Goal, found: (PatternMachine, Int) -> Bool
  ) -> Int? {
    let base = top
    var pc = entry
    var position = start
    var candidate = -1
    let offset = step > 0 ? 0 : -1
    while true {
      stepsLeft &-= 1
      if stepsLeft < 0 {
        top = base
        return nil
      }
      // Most steps look at one field of an instruction, so it is not read as a whole.
      let instruction = code + pc
      var holds = false
      guard let operation = instruction.pointee.code else { return nil }
      // The tests of one token are told apart once, below, not here and there.
      if operation.isTest {
        let token = position + offset
        if token >= first, token < end,
          test(operation, instruction, token) != instruction.pointee.isNegated
        {
          holds = true
          if instruction.pointee.consumes { position += step }
        }
      } else {
        switch operation {
        case .match:
          switch goal {
          case .first:
            top = base
            return position
          case .starts: addStart(position)
          case .all:
            if !found(self, position) {
              top = base
              return position
            }
          }
        case .split:
          // What may stand here mostly does not: a test that fails at once needs no way back.
          let ahead = code + Int(instruction.pointee.a)
          if let next = ahead.pointee.code, next.isTest {
            stepsLeft &-= 1
            if stepsLeft < 0 {
              top = base
              return nil
            }
            let token = position + offset
            guard token >= first, token < end,
              test(next, ahead, token) != ahead.pointee.isNegated
            else {
              pc = Int(instruction.pointee.b)
              continue
            }
            push(Int(instruction.pointee.b), position, -1)
            if ahead.pointee.consumes { position += step }
            pc = Int(instruction.pointee.a) + 1
            continue
          }
          push(Int(instruction.pointee.b), position, -1)
          pc = Int(instruction.pointee.a)
          continue
        case .jump:
          pc = Int(instruction.pointee.a)
          continue
        case .save:
          set(Int(instruction.pointee.a), position)
          holds = true
        case .mention:
          holds = mention(instruction.pointee, pc, &position, candidate, isForward: step > 0)
          candidate = -1
        case .verbGroup, .nounPhrase:
          holds = chunk(instruction.pointee, &position, isForward: step > 0)
        case .phrase: holds = phrase(instruction.pointee, &position, isForward: step > 0)
        case .look:
          let direction = instruction.pointee.b == 1 ? -1 : 1
          let mark = undoTop
          let seen = run(pc + 1, at: position, step: direction, goal: .first, found: found) != nil
          restore(to: mark)
          if stepsLeft < 0 {
            top = base
            return nil
          }
          if seen != instruction.pointee.isNegated {
            pc = Int(instruction.pointee.a)
            continue
          }
        case .sentenceStart: holds = onlyMarks(first, position)
        case .sentenceEnd: holds = onlyMarks(position, end)
        default: break
        }
      }
      if holds {
        pc += 1
        continue
      }
      if top == base { return nil }
      top -= 1
      let choice = choices[top]
      restore(to: Int(choice.undo))
      pc = Int(choice.pc)
      position = Int(choice.position)
      candidate = Int(choice.candidate)
    }
  }

  // MARK: Elements

  /// Mutating like the two below, so that a call borrows the machine: else each would copy it.
  @inline(__always)
  private mutating func test(
    _ code: Instruction.Code, _ instruction: UnsafePointer<Instruction>, _ token: Int
  ) -> Bool {
    let a = instruction.pointee.a
    switch code {
    case .term: return context.tokens[token].term == a
    case .mark: return UInt32(context.tokens[token].mark) == a
    case .flags: return context.tokens[token].flags.rawValue & (a | instruction.pointee.b) == a
    case .classes:
      return context.classes[token] & (UInt64(a) | UInt64(instruction.pointee.b) << 32) != 0
    case .list: return rules.lists.contains(a, context.tokens[token].term)
    case .covered: return UInt32(context.cover[token]) & a != 0
    case .exact, .prefix, .suffix: return spells(code, Int(a), token)
    default: return false
    }
  }

  /// Seldom asked, so it stays out of the loop.
  @inline(never)
  private mutating func spells(_ code: Instruction.Code, _ string: Int, _ token: Int) -> Bool {
    let bytes = rules.bytes(of: string)
    return code == .exact
      ? WordText.isExactly(bytes, context, token)
      : WordText.has(bytes, context, token, atEnd: code == .suffix)
  }

  private mutating func mention(
    _ instruction: Instruction, _ pc: Int, _ position: inout Int, _ candidate: Int, isForward: Bool
  ) -> Bool {
    guard position >= first, position <= end else { return false }
    var at =
      candidate >= 0
      ? candidate : Int(isForward ? context.startAt[position] : context.endAt[position])
    while at >= 0 {
      let view = context.views[at]
      at = isForward ? following(at, position) : Int(view.nextAtEnd)
      stepsLeft -= 1
      guard instruction.a & UInt32(view.kinds.rawValue) != 0,
        (instruction.a >> 8) & (1 << UInt32(view.form.rawValue)) != 0,
        Int(view.first) >= first, Int(view.end) <= end,
        instruction.b | instruction.c == 0 || hasTraits(view, instruction)
      else { continue }
      if at >= 0 { push(pc, position, at) }
      if instruction.register >= 0 { set(instruction.register, Int(view.reference)) }
      position = Int(isForward ? view.end : view.first)
      return true
    }
    return false
  }

  @inline(never)
  private mutating func hasTraits(_ view: MentionView, _ instruction: Instruction) -> Bool {
    let traits = context.traits(of: view)
    return (instruction.b == 0 || instruction.b & traits != 0) && instruction.c & traits == 0
  }

  /// The view behind another one that begins at the same token, -1 for none.
  @inline(__always)
  private mutating func following(_ view: Int, _ token: Int) -> Int {
    let next = view + 1
    return next < context.views.count && Int(context.views[next].first) == token ? next : -1
  }

  private mutating func chunk(
    _ instruction: Instruction, _ position: inout Int, isForward: Bool
  ) -> Bool {
    let flags: UInt32
    let lemma: TermID
    let head: Int
    let range: Range<Int>
    var particle: TermID = 0
    let isVerb = instruction.code == .verbGroup
    if isVerb {
      let found = isForward ? context.verb(startingAt: position) : context.verb(endingAt: position)
      guard found >= 0 else { return false }
      let group = context.verbGroups[found]
      (flags, lemma, head, range) = (
        group.flags.rawValue, group.lemma, Int(group.head), group.tokens
      )
      if group.particle >= 0, Int(group.particle) < context.tokens.count {
        particle = context.tokens[Int(group.particle)].term
      }
      set(Register.verb, found)
    } else {
      let found =
        isForward ? context.phrase(startingAt: position) : context.phrase(endingAt: position)
      guard found >= 0 else { return false }
      let phrase = context.nounPhrases[found]
      (flags, lemma, head, range) =
        (phrase.flags.rawValue, phrase.lemma, Int(phrase.head), phrase.tokens)
    }
    guard flags & instruction.a == instruction.a, flags & instruction.b == 0,
      range.lowerBound >= first, range.upperBound <= end, head >= 0, head < context.tokens.count
    else { return false }
    if instruction.c != 0 {
      stepsLeft -= Int(rules.heads[Int(instruction.c)])
      let term = isVerb ? lemma : context.tokens[head].term
      guard
        rules.fits(
          Int(instruction.c), term: term, lemma: lemma, classes: context.classes[head],
          particle: particle)
      else { return false }
    }
    position = isForward ? range.upperBound : range.lowerBound
    return true
  }

  private mutating func phrase(
    _ instruction: Instruction, _ position: inout Int, isForward: Bool
  ) -> Bool {
    let count = Int(instruction.b)
    let from = isForward ? position : position - count
    guard from >= first, from + count <= end else { return false }
    let tokens = context.tokens
    guard
      rules.phrases.contains(list: instruction.a, count: count, term: { tokens[from + $0].term })
    else { return false }
    position = isForward ? from + count : from
    return true
  }

  /// Borders of a sentence look past a few quotes and periods.
  private mutating func onlyMarks(_ from: Int, _ to: Int) -> Bool {
    guard to - from <= 4 else { return false }
    for token in from..<max(from, to)
    where !context.tokens[token].flags.contains(.punctuation) { return false }
    return true
  }
}

/// Compares a token's own bytes.
enum WordText {
  @inline(__always)
  private static func bytes(
    _ context: MatchContext, _ token: Int
  ) -> UnsafeBufferPointer<UInt8>? {
    let span = context.tokens[token].span
    guard span.start >= 0, span.start <= span.end, Int(span.end) <= context.text.count else {
      return nil
    }
    return UnsafeBufferPointer(rebasing: context.text[Int(span.start)..<Int(span.end)])
  }

  static func isExactly(
    _ wanted: UnsafeBufferPointer<UInt8>, _ context: MatchContext, _ token: Int
  ) -> Bool {
    guard let bytes = bytes(context, token), bytes.count == wanted.count else { return false }
    for i in 0..<bytes.count where bytes[i] != wanted[i] { return false }
    return true
  }

  /// Whether a word begins or ends with folded text and has more than that.
  static func has(
    _ part: UnsafeBufferPointer<UInt8>, _ context: MatchContext, _ token: Int, atEnd: Bool
  ) -> Bool {
    guard let bytes = bytes(context, token), context.tokens[token].flags.contains(.word) else {
      return false
    }
    if !context.tokens[token].flags.contains(.nonASCII) {
      guard bytes.count > part.count else { return false }
      let from = atEnd ? bytes.count - part.count : 0
      for i in 0..<part.count where lower(bytes[from + i]) != part[i] { return false }
      return true
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Folding.maximumLength + 16) {
      guard let base = $0.baseAddress else { return false }
      let count = Folding.fold(bytes, into: base)
      guard count > part.count else { return false }
      let from = atEnd ? count - part.count : 0
      for i in 0..<part.count where base[from + i] != part[i] { return false }
      return true
    }
  }

  @inline(__always)
  private static func lower(_ c: UInt8) -> UInt8 { c &- 65 < 26 ? c | 0x20 : c }
}
