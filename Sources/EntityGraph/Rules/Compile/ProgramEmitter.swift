/// Writes resolved patterns out as instructions.
struct ProgramEmitter {
  private(set) var code: [Instruction] = []
  /// Groups of head tests, each its count and three words a test; offset 0 stands for none.
  private(set) var heads: [UInt32] = [0]
  private(set) var strings: StringTable
  private var headOffsets: [[HeadTest]: Int] = [:]
  private let limit: Int
  private var start = 0
  private var slot = -1
  /// Where each node's first copy begins in the forward program.
  private var entries: [Int: Int] = [:]

  init(strings: StringTable, limit: Int) {
    self.strings = strings
    self.limit = limit
  }

  /// The pattern is larger than the limit when its repetitions are written out.
  struct TooLarge: Error {}

  mutating func intern(_ text: String) -> Int { strings.add(text) }

  /// Writes the forward program.
  ///
  /// - Returns: its first instruction and where each node begins in it.
  mutating func forward(_ pattern: ResolvedNode) throws(TooLarge) -> (
    start: Int, entries: [Int: Int]
  ) {
    begin()
    try emit(pattern, isForward: true)
    try add(Instruction(.match))
    return (start, entries)
  }

  /// Writes a program that walks left over `prefix`; captures and lookarounds are left out, since
  /// it only finds where a match may begin.
  mutating func backward(_ prefix: [ResolvedNode]) throws(TooLarge) -> Int {
    begin()
    for node in prefix.reversed() { try emit(node, isForward: false) }
    try add(Instruction(.match))
    return start
  }

  /// Forgets a program that turned out too large.
  mutating func removeLast(from pc: Int) { code.removeSubrange(pc...) }

  private mutating func begin() {
    start = code.count
    entries = [:]
    slot = -1
  }

  private mutating func add(_ instruction: Instruction) throws(TooLarge) {
    if code.count - start >= limit { throw TooLarge() }
    code.append(instruction)
  }

  private mutating func patch(_ pc: Int, a: Int? = nil, b: Int? = nil) {
    if let a { code[pc].a = UInt32(a) }
    if let b { code[pc].b = UInt32(b) }
  }

  private mutating func emit(_ node: ResolvedNode, isForward: Bool) throws(TooLarge) {
    if isForward, entries[node.id] == nil { entries[node.id] = code.count }
    switch node.kind {
    case .token(let tests):
      if tests.isEmpty {
        var any = Instruction(.flags)
        any.head |= Instruction.consumeBit
        try add(any)
      }
      for (i, test) in tests.enumerated() {
        var one = instruction(for: test.kind)
        if test.isNegated { one.head |= Instruction.negatedBit }
        if i == tests.count - 1 { one.head |= Instruction.consumeBit }
        try add(one)
      }
    case .phrase(let list, let length):
      try add(Instruction(.phrase, a: UInt32(list), b: UInt32(length)))
    case .mention(let test):
      var one = Instruction(
        .mention, a: UInt32(test.kinds.rawValue) | UInt32(test.forms) << 8, b: test.traits,
        c: test.forbiddenTraits)
      if isForward, slot >= 0 { one.head |= UInt32(Register.mention(slot) + 1) << 16 }
      try add(one)
    case .chunk(let test):
      try add(
        Instruction(
          test.isVerb ? .verbGroup : .nounPhrase, a: test.required, b: test.forbidden,
          c: UInt32(headGroup(test.heads))))
    case .sequence(let nodes):
      for child in isForward ? nodes : nodes.reversed() { try emit(child, isForward: isForward) }
    case .alternatives(let nodes): try alternatives(nodes, isForward: isForward)
    case .repeated(let inner, let low, let high, let lazy):
      for _ in 0..<low { try emit(inner, isForward: isForward) }
      var splits: [Int] = []
      for _ in low..<high {
        splits.append(code.count)
        try add(Instruction(.split))
        try emit(inner, isForward: isForward)
      }
      for split in splits {
        if lazy {
          patch(split, a: code.count, b: split + 1)
        } else {
          patch(split, a: split + 1, b: code.count)
        }
      }
    case .capture(let index, let inner):
      if !isForward { return try emit(inner, isForward: false) }
      let outer = slot
      slot = index
      try add(Instruction(.save, a: UInt32(Register.start(index))))
      try emit(inner, isForward: true)
      try add(Instruction(.save, a: UInt32(Register.end(index))))
      slot = outer
    case .look(let inner, let negated, let behind):
      if !isForward { return }
      let pc = code.count
      var look = Instruction(.look, b: behind ? 1 : 0)
      if negated { look.head |= Instruction.negatedBit }
      try add(look)
      try emit(inner, isForward: !behind)
      try add(Instruction(.match))
      patch(pc, a: code.count)
    case .sentenceStart: try add(Instruction(.sentenceStart))
    case .sentenceEnd: try add(Instruction(.sentenceEnd))
    }
  }

  private mutating func alternatives(
    _ nodes: [ResolvedNode], isForward: Bool
  ) throws(TooLarge) {
    var jumps: [Int] = []
    for (i, child) in nodes.enumerated() {
      if i == nodes.count - 1 {
        try emit(child, isForward: isForward)
        break
      }
      let split = code.count
      try add(Instruction(.split))
      try emit(child, isForward: isForward)
      jumps.append(code.count)
      try add(Instruction(.jump))
      patch(split, a: split + 1, b: code.count)
    }
    for jump in jumps { patch(jump, a: code.count) }
  }

  private mutating func instruction(for test: TokenTest.Kind) -> Instruction {
    switch test {
    case .term(let term): Instruction(.term, a: term)
    case .mark(let mark): Instruction(.mark, a: UInt32(mark))
    case .flags(let required, let forbidden): Instruction(.flags, a: required, b: forbidden)
    case .classes(let bits):
      Instruction(
        .classes, a: UInt32(truncatingIfNeeded: bits), b: UInt32(truncatingIfNeeded: bits >> 32))
    case .list(let list): Instruction(.list, a: UInt32(list))
    case .exact(let text): Instruction(.exact, a: UInt32(strings.add(text)))
    case .prefix(let text): Instruction(.prefix, a: UInt32(strings.add(text)))
    case .suffix(let text): Instruction(.suffix, a: UInt32(strings.add(text)))
    case .covered(let kinds): Instruction(.covered, a: UInt32(kinds.rawValue))
    }
  }

  /// The offset of a group of head tests.
  mutating func headGroup(_ tests: [HeadTest]) -> Int {
    if tests.isEmpty { return 0 }
    if let known = headOffsets[tests] { return known }
    let offset = heads.count
    heads.append(UInt32(tests.count))
    for test in tests {
      switch test {
      case .word(let term, let particle): heads += [0, term, particle]
      case .list(let list): heads += [1, UInt32(list), 0]
      case .classes(let bits):
        heads += [2, UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32)]
      }
    }
    headOffsets[tests] = offset
    return offset
  }
}

/// Texts by index, each kept once; 0 is the empty one.
struct StringTable {
  private(set) var texts: [String] = [""]
  private var index: [String: Int] = ["": 0]

  mutating func add(_ text: String) -> Int {
    if let known = index[text] { return known }
    index[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}
