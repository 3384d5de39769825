extension CompiledRules {
  /// Whether every offset stays inside its array and every program ends, so that the matcher need
  /// not look.
  func isSound() -> Bool {
    guard let last = stringOffsets.last, Int(last) <= stringBytes.count,
      zip(stringOffsets, stringOffsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return false }
    guard ruleWords.count % CompiledRule.words == 0, predicateWords.count % 3 == 0,
      frameWords.count % CompiledFrame.words == 0, frameSlots.count % 2 == 0,
      lists.isSound, phrases.isSound, verbFrames.isSound(frames: frameCount),
      nounFrames.isSound(frames: frameCount)
    else { return false }
    let strings = stringOffsets.count - 1
    guard (disableWords + [0]).allSatisfy({ Int($0) < strings }) else { return false }
    for at in stride(from: 0, to: predicateWords.count, by: 3)
    where Int(predicateWords[at]) >= strings { return false }
    for index in 0..<ruleCount {
      let rule = rule(index)
      if rule.name >= strings || rule.label >= strings { return false }
      if rule.start >= max(code.count, 1) && !rule.isFrame { return false }
    }
    guard headsAreSound() else { return false }
    let starts = headStarts()
    return framesAreSound(strings: strings, starts) && codeIsSound(strings: strings, starts)
      && anchors.allSatisfy(isSound)
  }

  private func headsAreSound() -> Bool {
    guard heads.first == 0 else { return false }
    var at = 1
    while at < heads.count {
      let count = Int(heads[at])
      if count == 0 || count > heads.count { return false }
      at += 1 + count * 3
    }
    return at == heads.count
  }

  /// Whether a group of head tests begins at an entry of ``heads``; 0 stands for no test.
  private func headStarts() -> [Bool] {
    var starts = [Bool](repeating: false, count: heads.count)
    starts[0] = true
    var at = 1
    while at < heads.count {
      starts[at] = true
      at += 1 + Int(heads[at]) * 3
    }
    return starts
  }

  private func framesAreSound(strings: Int, _ starts: [Bool]) -> Bool {
    for index in 0..<frameCount {
      let at = index * CompiledFrame.words
      guard Int(frameWords[at]) < ruleCount, Int(frameWords[at + 4]) < strings,
        frameWords[at + 6] <= frameWords[at + 7], frameWords[at + 7] <= frameWords[at + 8],
        Int(frameWords[at + 8]) * 2 <= frameSlots.count,
        Int(frameWords[at + 9]) < starts.count, starts[Int(frameWords[at + 9])]
      else { return false }
    }
    return true
  }

  private func codeIsSound(strings: Int, _ starts: [Bool]) -> Bool {
    for (pc, instruction) in code.enumerated() {
      guard let code = instruction.code, instruction.register < Register.count else { return false }
      // Programs only go forwards, so they end.
      func isAhead(_ target: UInt32) -> Bool { Int(target) > pc && Int(target) < self.code.count }
      switch code {
      case .match: continue
      case .split: if !isAhead(instruction.a) || !isAhead(instruction.b) { return false }
      case .jump, .look: if !isAhead(instruction.a) { return false }
      case .save: if Int(instruction.a) >= Register.count { return false }
      case .exact, .prefix, .suffix: if Int(instruction.a) >= strings { return false }
      case .phrase: if instruction.b == 0 || instruction.b > 64 { return false }
      case .nounPhrase, .verbGroup:
        if Int(instruction.c) >= starts.count || !starts[Int(instruction.c)] { return false }
      default: break
      }
    }
    return code.isEmpty || code[code.count - 1].code == .match
  }

  private func isSound(_ index: AnchorIndex) -> Bool {
    guard index.postings.count % 3 == 0, index.map.isSound(limit: index.postings.count / 3) else {
      return false
    }
    for at in stride(from: 0, to: index.postings.count, by: 3) {
      if index.postings[at] == AnchorIndex.listMark {
        // A list's own postings must be rules, or a lookup could run in a circle.
        for other in index.map[index.postings[at + 1]]
        where index.postings[other * 3] == AnchorIndex.listMark { return false }
        continue
      }
      guard Int(index.postings[at]) < ruleCount, Int(index.postings[at + 1]) <= code.count,
        Int(index.postings[at + 2]) < code.count
      else { return false }
    }
    return true
  }
}
