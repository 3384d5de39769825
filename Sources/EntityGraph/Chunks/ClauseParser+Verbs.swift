extension ClauseParser {
  /// Finds the place of a verb group: its subject, and the verb or noun that governs it.
  @inline(__always)
  mutating func take(verb index: Int32, _ range: Range<Int>) {
    let v = Int(index)
    let flags = groups[v].flags
    groups[v].flags.insert(.conditional, if: frame.isConditional)
    groups[v].preposition = preposition
    if conjunction {
      take(coordinated: index, range)
    } else if flags.isDisjoint(with: [.infinitive, .reduced, .gerund]) {
      finite(index, range)
    } else if flags.contains(.infinitive) {
      groups[v].flags.remove(.finite)
      infinitive(index)
    } else {
      participle(index, range)
    }
    frame.verb = index
    if frame.leading >= 0 { adoptLeading(index) }
    lastVerb = index
    last = .verb
    comma = false
    conjunction = false
    preposition = -1
  }

  /// A verb group behind "and" or "or".
  @inline(never)
  private mutating func take(coordinated index: Int32, _ range: Range<Int>) {
    let v = Int(index)
    let flags = groups[v].flags
    if flags.contains(.infinitive) || continuesInfinitive(v) {
      groups[v].flags.remove(.finite)
      groups[v].flags.insert(.infinitive)
      infinitive(index)
    } else if flags.contains(.reduced) || flags.contains(.gerund) {
      participle(index, range)
    } else if continuesParticiple(v, range) {
      groups[v].flags.remove([.finite, .past])
      groups[v].flags.insert([.passive, .reduced])
      copyControl(from: lastVerb, to: v)
    } else {
      finite(index, range)
    }
  }

  /// "to support and train": the second base form is an infinitive as well.
  private mutating func continuesInfinitive(_ v: Int) -> Bool {
    guard conjunction, lastVerb >= 0 else { return false }
    let before = groups[Int(lastVerb)]
    let group = groups[v]
    return before.flags.contains(.infinitive) && before.sentence == sentence
      && group.first == group.head && tags[Int(group.head)] == .verbBase
  }

  private mutating func adoptLeading(_ index: Int32) {
    guard groups[Int(index)].flags.contains(.finite) else { return }
    var k = frame.leading
    frame.leading = -1
    var steps = 0
    while k >= 0, steps < 16 {
      let argument = arguments[Int(k)]
      addToVerb(index, argument.preposition, argument.phrase)
      k = argument.next
      steps += 1
    }
  }

  /// "told X there was no hope": a clause without a subject that could be anybody.
  private mutating func opensExistential(_ first: Int) -> Bool {
    bits(first).contains(.existential) && frame.verb >= 0
      && takesClause(groups[Int(frame.verb)])
  }

  /// "He said the rebels had shelled X and accused Y": he accuses, since the clause of what he says
  /// stands in another tense.
  private mutating func returnsToMatrix(_ v: Int) -> Bool {
    guard depth > 0, frame.finite >= 0, frame.matrix >= 0, frames[depth - 1].finite == frame.matrix
    else { return false }
    return words[groups[v].lemma].contains(.stance)
      && groups[v].flags.intersection([.past, .perfect, .possible]) == .past
      && groups[Int(frame.matrix)].flags.isSuperset(of: [.say, .past])
      && !groups[Int(frame.finite)].flags.isDisjoint(with: [.perfect, .possible])
  }

  private mutating func finite(_ index: Int32, _ range: Range<Int>) {
    let v = Int(index)
    let first = Int(groups[v].first)
    if frame.finite >= 0, !comma, !conjunction, opensExistential(first) {
      push(.content)
    }
    if comma, saysClause() {
      // "Police said Paul Smith, 34, of Boston, was shot": no object but the subject of a clause.
      let matrix = frame.finite
      let subject = groups[Int(matrix)].object
      groups[Int(matrix)].object = -1
      phrases[Int(subject)].flags.remove(.object)
      push(.content)
      frame.matrix = matrix
      frame.subject = subject
    }
    if frame.finite >= 0, comma, !conjunction, lastVerb >= 0 {
      // "since X, who is ill, left": a clause of its own.
      let before = groups[Int(lastVerb)]
      if before.flags.contains(.relative), before.noun >= 0,
        before.sentence == sentence,
        phrases[Int(before.noun)].preposition >= 0,
        bits(Int(phrases[Int(before.noun)].preposition)).contains(.opensClause),
        phrases[Int(before.noun)].flags.contains(.proper)
      {
        push(.adverbial)
        frame.subject = before.noun
      }
    }
    if conjunction, returnsToMatrix(v) { pop() }
    if frame.finite >= 0 {
      if conjunction || (comma && frame.subject >= 0 && lastVerbIsParallel(v)) {
        // "X met Y and left": the same subject, and the same standing.
        let before = frame.finite
        groups[v].previousConjunct = before
        groups[v].subject = groups[Int(before)].subject
        groups[v].matrix = frame.matrix
        groups[v].noun = groups[Int(before)].noun
        inherit(from: before, to: v)
        if frame.isRelative { groups[v].flags.insert(.relative) }
        frame.finite = index
        return
      }
      // A second verb with tense ends an inner clause: "the man who killed X was arrested".
      while depth > 0 {
        pop()
        if frame.finite < 0 { break }
      }
      if frame.finite >= 0 {
        // Nothing waits for a verb: "…," said X after a quotation, or a sentence without border.
        frame = Frame()
        if lastPhrase >= 0, last == .phrase || last == .comma,
          phrases[Int(lastPhrase)].sentence == sentence,
          !phrases[Int(lastPhrase)].flags.contains(.oblique),
          !isQuoteBefore(first, range)
        {
          frame.subject = lastPhrase
        }
      }
    }
    if frame.isRelative, frame.antecedent >= 0 {
      groups[v].flags.insert(.relative)
      groups[v].noun = frame.antecedent
      if phrases[Int(frame.antecedent)].modifierVerb < 0 {
        phrases[Int(frame.antecedent)].modifierVerb = index
      }
      if frame.subject < 0, !frame.isPlace {
        groups[v].subject = frame.antecedent
      } else if frame.isPlace {
        groups[v].subject = frame.subject
      } else {
        groups[v].subject = frame.subject
        if !groups[v].flags.contains(.passive) {
          groups[v].object = frame.antecedent
        }
      }
    } else {
      groups[v].subject = frame.subject
    }
    let subject = groups[v].subject
    if frame.opening >= 0 {
      groups[Int(frame.opening)].subject = subject
      frame.opening = -1
    }
    if subject >= 0 {
      phrases[Int(subject)].flags.insert(.subject)
      if phrases[Int(subject)].flags.contains(.negative) {
        groups[v].flags.insert(.negated)
      }
    }
    groups[v].matrix = frame.matrix
    frame.finite = index
  }

  /// Whether what stands behind a verb of saying is followed by another verb, and only the words
  /// between commas kept it from being seen.
  private mutating func saysClause() -> Bool {
    guard !conjunction, last == .comma, frame.finite >= 0, frame.verb == frame.finite else {
      return false
    }
    let say = groups[Int(frame.finite)]
    guard say.object >= 0, say.subject >= 0, say.recipient < 0, takesClause(say),
      !say.flags.contains(.passive)
    else { return false }
    let object = phrases[Int(say.object)]
    return object.first == say.end && object.flags.contains(.proper)
      && tokens[Int(object.end)].mark == UInt8(ascii: ",")
  }

  private mutating func lastVerbIsParallel(_ v: Int) -> Bool {
    let a = groups[v].flags.intersection([.past, .present])
    let b = groups[Int(frame.finite)].flags.intersection([.past, .present])
    return a == b && !groups[v].flags.contains(.say)
  }

  private mutating func isQuoteBefore(_ i: Int, _ range: Range<Int>) -> Bool {
    i > range.lowerBound && tokens[i - 1].mark == UInt8(ascii: "\"")
  }

  private mutating func inherit(from before: Int32, to v: Int) {
    let old = groups[Int(before)].flags
    // "will meet and discuss": the modal stands for both.
    if !groups[v].flags.contains(.past) {
      groups[v].flags.formUnion(old.intersection([.possible, .future]))
    }
  }

  private mutating func infinitive(_ index: Int32) {
    let v = Int(index)
    if conjunction, lastVerb >= 0, groups[Int(lastVerb)].flags.contains(.infinitive),
      groups[Int(lastVerb)].sentence == sentence
    {
      copyControl(from: lastVerb, to: v)
      return
    }
    let governor = frame.verb
    groups[v].matrix = governor
    if last == .phrase, lastPhrase >= 0 {
      let phrase = phrases[Int(lastPhrase)]
      if governor >= 0, groups[Int(governor)].recipient >= 0, phrase.possessor < 0,
        lastPhrase == groups[Int(governor)].object
      {
        // "gave X a chance to leave".
        groups[v].subject = groups[Int(governor)].recipient
      } else if governor >= 0, phrase.flags.contains(.time), groups[Int(governor)].object >= 0,
        phrases[Int(groups[Int(governor)].object)].end == phrase.first,
        words[groups[Int(governor)].lemma].contains(.ditransitive)
      {
        // "gave X two days to leave".
        groups[v].subject = groups[Int(governor)].object
      } else if isActor(phrase), governor >= 0 {
        let bits = words[groups[Int(governor)].lemma]
        // "met officials to discuss", "met with X to discuss": the subject's purpose.
        let oblique = phrase.preposition >= 0 && !bits.contains(.obliqueControl)
        let control = bits.contains(.subjectControl) || oblique
        groups[v].subject =
          control ? groups[Int(governor)].subject : firstConjunct(lastPhrase)
      } else {
        // "a decision to kill", "efforts to support": the noun's possessor acts, else the subject.
        groups[v].noun = lastPhrase
        if phrases[Int(lastPhrase)].modifierVerb < 0 {
          phrases[Int(lastPhrase)].modifierVerb = index
        }
        groups[v].subject =
          phrase.possessor >= 0 ? phrase.possessor : subjectSoFar()
      }
    } else if last == .comma, governor >= 0, lastPhrase >= 0, apposed(lastPhrase, to: governor) {
      // "named Jane Doe, a lawyer, to lead".
      groups[v].subject = groups[Int(governor)].object
    } else {
      groups[v].subject =
        governor >= 0 ? groups[Int(governor)].subject : frame.subject
    }
  }

  /// Whether a phrase says something of a verb's object, who acts in what the verb governs.
  private mutating func apposed(_ phrase: Int32, to governor: Int32) -> Bool {
    let group = groups[Int(governor)]
    return group.object >= 0 && phrases[Int(phrase)].apposedTo == group.object
      && isActor(phrases[Int(group.object)]) && !words[group.lemma].contains(.subjectControl)
  }

  mutating func isActor(_ phrase: NounPhrase) -> Bool { phrase.isActor(known(Int(phrase.head))) }

  mutating func subjectSoFar() -> Int32 {
    if frame.finite >= 0 { return groups[Int(frame.finite)].subject }
    return frame.subject
  }

  mutating func firstConjunct(_ index: Int32) -> Int32 {
    var k = index
    var steps = 0
    while steps < 32, phrases[Int(k)].previousConjunct >= 0 {
      k = phrases[Int(k)].previousConjunct
      steps += 1
    }
    return k
  }

  mutating func copyControl(from before: Int32, to v: Int) {
    let other = groups[Int(before)]
    groups[v].previousConjunct = before
    groups[v].matrix = other.matrix
    groups[v].subject = other.subject
    groups[v].noun = other.noun
  }
}
