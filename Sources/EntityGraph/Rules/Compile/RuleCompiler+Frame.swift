/// Frames.
extension RuleCompiler {
  /// Compiles one frame; false if it is left out, with the reason in ``problems``.
  mutating func compile(frame rule: RuleDeclaration, as index: Int) -> Bool {
    guard check(rule) else { return false }
    let syntax = rule.frame
    let kindCount = [syntax.verbs, syntax.nouns, syntax.compounds].count { !$0.isEmpty }
    guard kindCount == 1 else {
      let which =
        kindCount == 0
        ? "verb', 'noun' or 'compound" : "verb', 'noun' or 'compound' line and not several of '"
      problems.append((.missingClause(which, of: "a frame"), rule.name.range))
      return false
    }
    if syntax.arguments.isEmpty {
      problems.append((.missingClause("args", of: "a frame"), rule.name.range))
      return false
    }
    guard let (id, signature) = predicate(rule.predicate) else { return false }
    let before = problems.count
    let isVerb = !syntax.verbs.isEmpty
    var lemmas: [FrameWriter.Lemma] = []
    for head in isVerb ? syntax.verbs : syntax.nouns {
      lemmas += self.lemmas(head, isVerb: isVerb)
    }
    for head in syntax.compounds { lemmas += compound(head) }
    var objectTests: [HeadTest] = []
    for head in syntax.objectHeads { objectTests += self.objectHead(head) }
    let wanted = [rule.options.subjects, rule.options.objects]
    var kinds = [KindMask(signature.subjects), KindMask(signature.objects)]
    if rule.options.isReversed { kinds.reverse() }
    for (i, mask) in wanted.enumerated() {
      guard let mask else { continue }
      if kinds[i].isDisjoint(with: mask) {
        let word = i == 0 ? "subject" : "object"
        problems.append(
          (
            .signature(capture: word, predicate: signature.name, allowed: kinds[i].shown),
            rule.clauses[word] ?? rule.name.range
          ))
      }
      kinds[i].formIntersection(mask)
    }
    let group = emitter.headGroup(objectTests)
    let label = rule.options.label.map { emitter.intern($0.text) } ?? 0
    var made: [[UInt32]] = []
    for arguments in syntax.arguments {
      let isCompound = !syntax.compounds.isEmpty
      let subjects = arguments.subjects.compactMap { slot($0, isCompound: isCompound) }
      var objects = arguments.objects.compactMap { slot($0, isCompound: isCompound) }
      for preposition in syntax.besides {
        guard case .preposition(let term) = slot(preposition, isCompound: false) else { continue }
        objects.append(.beside(term))
      }
      let range = frames.add(subjects, objects)
      var bits = rule.options.modality.map { UInt32($0.rawValue) + 1 } ?? 0
      bits |= UInt32(syntax.voice.rawValue) << 8
      if rule.options.isReversed { bits |= 1 << 16 }
      made.append([
        UInt32(index), UInt32(id), bits, UInt32(bitPattern: Int32(rule.options.priority)),
        UInt32(label), UInt32(kinds[0].rawValue) | UInt32(kinds[1].rawValue) << 8,
        UInt32(range.start), UInt32(range.middle), UInt32(range.end), UInt32(group),
      ])
    }
    guard problems.count == before, resolver.problemCount == 0 else { return false }
    frames.add(made, isVerb: isVerb, lemmas: lemmas)
    append(rule, predicate: id, start: 0)
    return true
  }

  private mutating func lemmas(_ head: FrameSyntax.Head, isVerb: Bool) -> [FrameWriter.Lemma] {
    do throws(PatternResolver.Unresolved) {
      switch head.kind {
      case .word:
        guard
          case .word(let term, let particle) = try resolver.head(
            head.name.text, isVerb: isVerb, at: head.name.range)
        else { return [] }
        return [.init(term: term, particle: particle)]
      case .list:
        if let list = try resolver.list(head.name) { return [.init(list: list)] }
        guard case .classes(let bits) = try resolver.named(head.name) else { return [] }
        return resolver.vocabulary.members(bits).map { .init(term: $0) }
      }
    } catch {
      return []
    }
  }

  private mutating func objectHead(_ head: FrameSyntax.Head) -> [HeadTest] {
    do throws(PatternResolver.Unresolved) {
      switch head.kind {
      case .word:
        return [try resolver.head(head.name.text, isVerb: false, at: head.name.range)]
      case .list:
        switch try resolver.named(head.name) {
        case .list(let list): return [.list(list)]
        case .classes(let bits): return [.classes(bits)]
        }
      }
    } catch {
      return []
    }
  }

  /// "backed", the second half of a compound, or "pro-", the first.
  private mutating func compound(_ head: FrameSyntax.Head) -> [FrameWriter.Lemma] {
    var head = head
    var side = CompiledFrame.behindHyphen
    if head.kind == .word, head.name.text.hasSuffix("-") {
      head.name.text.removeLast()
      side = CompiledFrame.beforeHyphen
    }
    return lemmas(head, isVerb: false).map { .init(term: $0.term, particle: side, list: $0.list) }
  }

  private mutating func slot(_ name: NamedRange, isCompound: Bool) -> FrameSlot? {
    if isCompound {
      if let known = FrameSlot.compoundWords.first(where: { $0.name == name.text }) {
        return known.slot
      }
      let near = Suggestion.nearest(to: name.text, among: FrameSlot.compoundWords.map(\.name))
      problems.append((.unknown(.slot, name.text, suggestion: near), name.range))
      return nil
    }
    if let known = FrameSlot.words.first(where: { $0.name == name.text }) { return known.slot }
    let tokens = resolver.vocabulary.tokens(name.text)
    guard tokens.count == 1, let only = tokens.first, only.mark == 0 else {
      problems.append((.severalWords(name.text), name.range))
      return nil
    }
    // A misspelt slot would silently be a preposition that no clause has.
    if let near = Suggestion.nearest(to: name.text, among: FrameSlot.words.map(\.name)),
      name.text.count > 5
    {
      problems.append((.unknown(.slot, name.text, suggestion: near), name.range))
      return nil
    }
    return .preposition(only.term)
  }
}

/// Collects frames and lays them out.
struct FrameWriter {
  struct Lemma {
    var term: TermID = 0
    var particle: TermID = 0
    /// A list in place of a word.
    var list: Int?
  }
  private(set) var words: [UInt32] = []
  private(set) var slots: [UInt32] = []
  private var verbs: [(lemma: Lemma, frame: UInt32)] = []
  private var nouns: [(lemma: Lemma, frame: UInt32)] = []

  mutating func add(
    _ subjects: [FrameSlot], _ objects: [FrameSlot]
  ) -> (start: Int, middle: Int, end: Int) {
    let start = slots.count / 2
    slots += subjects.flatMap(\.encoded)
    let middle = slots.count / 2
    slots += objects.flatMap(\.encoded)
    return (start, middle, slots.count / 2)
  }

  mutating func add(_ frames: [[UInt32]], isVerb: Bool, lemmas: [Lemma]) {
    for frame in frames {
      let index = UInt32(words.count / CompiledFrame.words)
      words += frame
      for lemma in lemmas {
        if isVerb { verbs.append((lemma, index)) } else { nouns.append((lemma, index)) }
      }
    }
  }

  /// The two maps from base forms to postings, and the postings of both.
  func index(_ lists: ListTable) -> (verbs: [UInt32], nouns: [UInt32], postings: [UInt32]) {
    var postings: [UInt32] = []
    func map(_ frames: [(lemma: Lemma, frame: UInt32)]) -> [UInt32] {
      var byTerm: [TermID: [(particle: TermID, frame: UInt32)]] = [:]
      for (lemma, frame) in frames {
        guard let list = lemma.list else {
          byTerm[lemma.term, default: []].append((lemma.particle, frame))
          continue
        }
        for term in lists.lists[list].singles {
          byTerm[term, default: []].append((lemma.particle, frame))
        }
        for phrase in lists.lists[list].phrases where phrase.count == 2 {
          byTerm[phrase[0], default: []].append((phrase[1], frame))
        }
      }
      var entries: [(key: UInt32, range: Range<Int>)] = []
      for (term, found) in byTerm.sorted(by: { $0.key < $1.key }) where term != 0 {
        let first = postings.count / 2
        var last: (TermID, UInt32)?
        for one in found.sorted(by: { ($0.frame, $0.particle) < ($1.frame, $1.particle) }) {
          if let last, last == one { continue }
          last = one
          postings += [one.particle, one.frame]
        }
        entries.append((term, first..<(postings.count / 2)))
      }
      return PairMap.build(entries)
    }
    return (map(verbs), map(nouns), postings)
  }
}
