/// Reads out of programs what must stand beside their anchors.
struct GuardFinder {
  /// What an anchor is, which decides where the token behind it stands.
  enum Anchor { case token, mention, chunk }

  private let code: UnsafeBufferPointer<Instruction>
  private let heads: UnsafeBufferPointer<UInt32>
  /// Of each list the ``TokenGuard/bit(term:)`` of its single words, and of the first and last words of
  /// its phrases.
  private var singles: [UInt64] = []
  private var firsts: [UInt64] = []
  private var lasts: [UInt64] = []
  /// The run of ``walk(_:over:isForward:)`` that has seen an instruction, before and behind the anchor.
  private var seen: [Int32]
  private var run: Int32 = 0
  /// Guards found so far, and where they are: three entries an instruction with which a program begins,
  /// before the anchor, behind a token and behind a mention; -1 where nobody asked.
  private var guards: [TokenGuard] = []
  private var places: [Int32]
  /// Instructions that a walk has yet to go to.
  private var open: [Int] = []
  /// Lists with higher numbers are not looked into; no pack has so many.
  private static let maximumLists: UInt32 = 1 << 14

  init(_ rules: CompiledRules) {
    code = rules.code
    heads = rules.heads
    seen = [Int32](repeating: 0, count: code.count * 2)
    places = [Int32](repeating: -1, count: code.count * 3)
    let lists = rules.lists.slots
    for at in stride(from: 0, to: lists.count, by: 2) where lists[at] != 0 {
      Self.add(lists[at + 1], to: &singles, lists[at] &- 1)
    }
    let pool = rules.phrases.pool
    for slot in rules.phrases.slots where slot != 0 {
      let at = Int(slot)
      let count = Int(pool[at + 1])
      if count == 0 { continue }
      Self.add(pool[at + 2], to: &firsts, pool[at])
      Self.add(pool[at + 1 + count], to: &lasts, pool[at])
    }
  }

  private static func add(_ term: TermID, to masks: inout [UInt64], _ list: UInt32) {
    if list >= maximumLists { return }
    while masks.count <= Int(list) { masks.append(0) }
    masks[Int(list)] |= TokenGuard.bit(term: term)
  }

  /// The ``TokenGuard/bit(term:)`` of the verbs of which a sentence must have one so that a program can
  /// match in it; ``TokenGuard/always`` where it needs none.
  mutating func verbs(_ entry: Int) -> UInt64 {
    run += 1
    var found: UInt64 = 0
    open.removeAll(keepingCapacity: true)
    open.append(entry)
    while let next = open.popLast() {
      var pc = next
      while seen[pc * 2] != run {
        seen[pc * 2] = run
        let one = code[pc]
        switch one.code {
        case .match, nil: return TokenGuard.always
        case .split:
          open.append(Int(one.b))
          pc = Int(one.a)
        case .jump, .look: pc = Int(one.a)
        case .verbGroup where one.c != 0:
          guard let verbs = words(of: Int(one.c)) else { return TokenGuard.always }
          found |= verbs
          // Seen, so that this way ends.
          pc = next
        default: pc += 1
        }
      }
    }
    return found
  }

  /// The words of a group of head tests, nil if a test asks for no word.
  func words(of group: Int) -> UInt64? {
    var found: UInt64 = 0
    for k in 0..<Int(heads[group]) {
      let at = group + 1 + k * 3
      let a = heads[at + 1]
      switch heads[at] {
      case 0: found |= TokenGuard.bit(term: a)
      case 1 where a < Self.maximumLists:
        if Int(a) < singles.count { found |= singles[Int(a)] }
        if Int(a) < firsts.count { found |= firsts[Int(a)] }
      default: return nil
      }
    }
    return found
  }

  /// What must stand in front of an anchor, whose program walks left from there.
  mutating func before(_ entry: Int) -> TokenGuard {
    remembered(entry * 3) { $0.walk(entry, over: nil, isForward: false) }
  }

  /// What must stand behind an anchor, with which the program begins.
  mutating func behind(_ anchor: Anchor, _ entry: Int) -> TokenGuard {
    if anchor == .chunk { return .any }
    return remembered(entry * 3 + (anchor == .mention ? 2 : 1)) {
      $0.walk(entry, over: anchor, isForward: true)
    }
  }

  /// Many rules lead to the same instruction.
  private mutating func remembered(_ place: Int, _ find: (inout Self) -> TokenGuard) -> TokenGuard {
    if places[place] >= 0 { return guards[Int(places[place])] }
    let found = find(&self)
    places[place] = Int32(truncatingIfNeeded: guards.count)
    guards.append(found)
    return found
  }

  /// What the next token must have on some way through a program; with `over` the one behind what the
  /// program takes first. What looks ahead or behind and takes nothing is left out.
  private mutating func walk(_ entry: Int, over: Anchor?, isForward: Bool) -> TokenGuard {
    run += 1
    var found = TokenGuard()
    // Twice the instruction, and one more behind the anchor.
    open.removeAll(keepingCapacity: true)
    open.append(entry * 2 + (over == nil ? 1 : 0))
    while let next = open.popLast() {
      var (pc, isBehind) = (next >> 1, next & 1 != 0)
      while seen[pc * 2 + (isBehind ? 1 : 0)] != run {
        seen[pc * 2 + (isBehind ? 1 : 0)] = run
        let one = code[pc]
        var taken = Anchor.chunk
        switch one.code {
        case .match, nil: return .any
        case .split:
          open.append(Int(one.b) * 2 + (isBehind ? 1 : 0))
          pc = Int(one.a)
          continue
        case .jump, .look:
          pc = Int(one.a)
          continue
        case .save, .sentenceStart, .sentenceEnd:
          pc += 1
          continue
        case .mention:
          if isBehind { found.bits |= UInt64(one.a & 0xFF) << 32 }
          taken = .mention
          pc += 1
        case .nounPhrase: if isBehind { found.bits |= TokenGuard.phrase }
        case .verbGroup: if isBehind { found.bits |= TokenGuard.verb }
        case .phrase:
          let masks = isForward ? firsts : lasts
          if isBehind, Int(one.a) < masks.count { found.terms |= masks[Int(one.a)] }
          if isBehind, one.a >= Self.maximumLists { return .any }
        default:
          taken = .token
          guard let test = strongest(&pc) else { return .any }
          if isBehind {
            found.terms |= test.terms
            found.classes |= test.classes
            found.bits |= test.bits
          }
        }
        if isBehind { break }
        // What is as long as it likes leaves open where the next token stands.
        if taken != over { return .any }
        isBehind = true
      }
    }
    return found
  }

  /// Of the tests of one token the one that fewest tokens pass; nil for a program that ends within them.
  private func strongest(_ pc: inout Int) -> TokenGuard? {
    var best = TokenGuard.any
    var rank = 0
    while pc < code.count {
      let one = code[pc]
      guard let operation = one.code, operation.isTest else { return nil }
      pc += 1
      if !one.isNegated {
        let (test, strength) = guarded(operation, one)
        if strength > rank { (best, rank) = (test, strength) }
      }
      if one.consumes { return best }
    }
    return nil
  }

  /// What a token that passes a test has, and how much that says.
  private func guarded(
    _ operation: Instruction.Code, _ one: Instruction
  ) -> (test: TokenGuard, strength: Int) {
    switch operation {
    case .term: return (TokenGuard(terms: TokenGuard.bit(term: one.a)), 4)
    case .mark where one.a > 0 && one.a < 256:
      return (TokenGuard(terms: TokenGuard.bit(mark: UInt8(one.a))), 4)
    case .list where one.a < Self.maximumLists:
      return (TokenGuard(terms: Int(one.a) < singles.count ? singles[Int(one.a)] : 0), 3)
    case .classes: return (TokenGuard(classes: UInt64(one.a) | UInt64(one.b) << 32), 2)
    case .covered: return (TokenGuard(bits: UInt64(one.a & 0xFF) << 32), 2)
    case .flags where one.a & TokenGuard.word != 0 && one.b & TokenGuard.capital != 0:
      return (TokenGuard(bits: TokenGuard.lower), 1)
    case .flags where one.a & 0x3FFF_FFFF != 0:
      // Being a word says less than anything else.
      let flags = one.a & 0x3FFF_FFFF
      let rarest = flags & ~TokenGuard.word == 0 ? flags : flags & ~TokenGuard.word
      return (TokenGuard(bits: UInt64(rarest & (~rarest &+ 1))), 1)
    default: return (.any, 0)
    }
  }
}
