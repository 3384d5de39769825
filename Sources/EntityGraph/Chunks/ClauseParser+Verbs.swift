extension ClauseParser {
  /// Finds the place of a verb group: its subject, and the verb or noun that governs it.
  mutating func take(verb index: Int32, _ range: Range<Int>, _ chunks: inout Chunks) {
    let v = Int(index)
    let flags = chunks.verbGroups[v].flags
    defer {
      lastVerb = index
      last = .verb
      comma = false
      conjunction = false
      preposition = -1
    }
    if frame.isConditional { chunks.verbGroups[v].flags.insert(.conditional) }
    if preposition >= 0 { chunks.verbGroups[v].preposition = preposition }
    if flags.contains(.infinitive) || continuesInfinitive(v, chunks) {
      chunks.verbGroups[v].flags.remove(.finite)
      chunks.verbGroups[v].flags.insert(.infinitive)
      infinitive(index, &chunks)
    } else if flags.contains(.reduced) || flags.contains(.gerund) {
      participle(index, range, &chunks)
    } else {
      finite(index, range, &chunks)
    }
    frame.verb = index
    adoptLeading(index, &chunks)
  }

  /// "to support and train": the second base form is an infinitive as well.
  private func continuesInfinitive(_ v: Int, _ chunks: Chunks) -> Bool {
    guard conjunction, lastVerb >= 0 else { return false }
    let before = chunks.verbGroups[Int(lastVerb)]
    let group = chunks.verbGroups[v]
    return before.flags.contains(.infinitive) && before.sentence == sentence
      && group.first == group.head && tags[Int(group.head)] == .verbBase
  }

  private mutating func adoptLeading(_ index: Int32, _ chunks: inout Chunks) {
    guard frame.leading >= 0, chunks.verbGroups[Int(index)].flags.contains(.finite) else { return }
    var k = frame.leading
    frame.leading = -1
    var steps = 0
    while k >= 0, steps < 16 {
      let argument = chunks.arguments[Int(k)]
      addToVerb(index, argument.preposition, argument.phrase, &chunks)
      k = argument.next
      steps += 1
    }
  }

  private mutating func finite(_ index: Int32, _ range: Range<Int>, _ chunks: inout Chunks) {
    let v = Int(index)
    let first = Int(chunks.verbGroups[v].first)
    if frame.finite >= 0 {
      if conjunction || (comma && frame.subject >= 0 && lastVerbIsParallel(v, chunks)) {
        // "X met Y and left": the same subject, and the same standing.
        let before = frame.finite
        chunks.verbGroups[v].previousConjunct = before
        chunks.verbGroups[v].subject = chunks.verbGroups[Int(before)].subject
        chunks.verbGroups[v].matrix = frame.matrix
        chunks.verbGroups[v].noun = chunks.verbGroups[Int(before)].noun
        inherit(from: before, to: v, &chunks)
        if frame.isRelative { chunks.verbGroups[v].flags.insert(.relative) }
        frame.finite = index
        return
      }
      // A second verb with tense ends an inner clause: "the man who killed X was arrested".
      while !stack.isEmpty {
        pop(first, &chunks)
        if frame.finite < 0 { break }
      }
      if frame.finite >= 0 {
        // Nothing waits for a verb: "…," said X after a quotation, or a sentence without border.
        frame = Frame()
        if lastPhrase >= 0, last == .phrase || last == .comma,
          chunks.nounPhrases[Int(lastPhrase)].sentence == sentence,
          !chunks.nounPhrases[Int(lastPhrase)].flags.contains(.oblique),
          !isQuoteBefore(first, range)
        {
          frame.subject = lastPhrase
        }
        open(first, .main, &chunks)
      }
    }
    if frame.isRelative, frame.antecedent >= 0 {
      chunks.verbGroups[v].flags.insert(.relative)
      chunks.verbGroups[v].noun = frame.antecedent
      if chunks.nounPhrases[Int(frame.antecedent)].modifierVerb < 0 {
        chunks.nounPhrases[Int(frame.antecedent)].modifierVerb = index
      }
      if frame.subject < 0, !frame.isPlace {
        chunks.verbGroups[v].subject = frame.antecedent
      } else if frame.isPlace {
        chunks.verbGroups[v].subject = frame.subject
      } else {
        chunks.verbGroups[v].subject = frame.subject
        if !chunks.verbGroups[v].flags.contains(.passive) {
          chunks.verbGroups[v].object = frame.antecedent
        }
      }
    } else {
      chunks.verbGroups[v].subject = frame.subject
    }
    let subject = chunks.verbGroups[v].subject
    if frame.opening >= 0 {
      chunks.verbGroups[Int(frame.opening)].subject = subject
      frame.opening = -1
    }
    if subject >= 0 {
      chunks.nounPhrases[Int(subject)].flags.insert(.subject)
      if chunks.nounPhrases[Int(subject)].flags.contains(.negative) {
        chunks.verbGroups[v].flags.insert(.negated)
      }
    }
    chunks.verbGroups[v].matrix = frame.matrix
    frame.finite = index
    if frame.clause >= 0, chunks.clauses[Int(frame.clause)].verb < 0 {
      chunks.clauses[Int(frame.clause)].verb = index
    }
  }

  private func lastVerbIsParallel(_ v: Int, _ chunks: Chunks) -> Bool {
    let a = chunks.verbGroups[v].flags.intersection([.past, .present])
    let b = chunks.verbGroups[Int(frame.finite)].flags.intersection([.past, .present])
    return a == b && !chunks.verbGroups[v].flags.contains(.say)
  }

  private func isQuoteBefore(_ i: Int, _ range: Range<Int>) -> Bool {
    i > range.lowerBound && tokens[i - 1].mark == UInt8(ascii: "\"")
  }

  private func inherit(from before: Int32, to v: Int, _ chunks: inout Chunks) {
    let old = chunks.verbGroups[Int(before)].flags
    // "will meet and discuss": the modal stands for both.
    if !chunks.verbGroups[v].flags.contains(.past) {
      chunks.verbGroups[v].flags.formUnion(old.intersection([.possible, .future]))
    }
  }

  private mutating func infinitive(_ index: Int32, _ chunks: inout Chunks) {
    let v = Int(index)
    if conjunction, lastVerb >= 0, chunks.verbGroups[Int(lastVerb)].flags.contains(.infinitive),
      chunks.verbGroups[Int(lastVerb)].sentence == sentence
    {
      copyControl(from: lastVerb, to: v, &chunks)
      return
    }
    let governor = frame.verb
    chunks.verbGroups[v].matrix = governor
    if last == .phrase, lastPhrase >= 0 {
      let phrase = chunks.nounPhrases[Int(lastPhrase)]
      if isActor(phrase), governor >= 0 {
        let bits = words[chunks.verbGroups[Int(governor)].lemma]
        // "met officials to discuss", "met with X to discuss": the subject's purpose.
        let oblique = phrase.preposition >= 0 && !bits.contains(.obliqueControl)
        let control = bits.contains(.subjectControl) || oblique
        chunks.verbGroups[v].subject =
          control ? chunks.verbGroups[Int(governor)].subject : firstConjunct(lastPhrase, chunks)
      } else {
        // "a decision to kill", "efforts to support": the noun's possessor acts, else the subject.
        chunks.verbGroups[v].noun = lastPhrase
        if chunks.nounPhrases[Int(lastPhrase)].modifierVerb < 0 {
          chunks.nounPhrases[Int(lastPhrase)].modifierVerb = index
        }
        chunks.verbGroups[v].subject =
          phrase.possessor >= 0 ? phrase.possessor : subjectSoFar(chunks)
      }
    } else {
      chunks.verbGroups[v].subject =
        governor >= 0 ? chunks.verbGroups[Int(governor)].subject : frame.subject
    }
  }

  /// Whether a phrase names somebody or a body that can act.
  private func isActor(_ phrase: NounPhrase) -> Bool {
    !phrase.flags.isDisjoint(with: [.proper, .animate, .pronoun, .force])
      || !known(Int(phrase.head)).isDisjoint(
        with: [.nominalOrg, .nominalPlace, .people, .collective])
  }

  private func subjectSoFar(_ chunks: Chunks) -> Int32 {
    if frame.finite >= 0 { return chunks.verbGroups[Int(frame.finite)].subject }
    return frame.subject
  }

  func firstConjunct(_ index: Int32, _ chunks: Chunks) -> Int32 {
    var k = index
    var steps = 0
    while steps < 32, chunks.nounPhrases[Int(k)].previousConjunct >= 0 {
      k = chunks.nounPhrases[Int(k)].previousConjunct
      steps += 1
    }
    return k
  }

  private func copyControl(from before: Int32, to v: Int, _ chunks: inout Chunks) {
    let other = chunks.verbGroups[Int(before)]
    chunks.verbGroups[v].previousConjunct = before
    chunks.verbGroups[v].matrix = other.matrix
    chunks.verbGroups[v].subject = other.subject
    chunks.verbGroups[v].noun = other.noun
  }

  /// A participle without auxiliary: modifies the phrase before it, or goes with the subject.
  private mutating func participle(
    _ index: Int32, _ range: Range<Int>, _ chunks: inout Chunks
  ) {
    let v = Int(index)
    if conjunction, lastVerb >= 0, chunks.verbGroups[Int(lastVerb)].sentence == sentence {
      let other = chunks.verbGroups[Int(lastVerb)].flags
      let same = chunks.verbGroups[v].flags.intersection([.reduced, .gerund])
      if !same.isDisjoint(with: other) {
        copyControl(from: lastVerb, to: v, &chunks)
        return
      }
      if other.contains(.progressive), same.contains(.gerund) {
        copyControl(from: lastVerb, to: v, &chunks)
        chunks.verbGroups[v].flags.formUnion(other.intersection([.possible, .negated]))
        return
      }
      if other.contains(.passive), same.contains(.reduced) {
        copyControl(from: lastVerb, to: v, &chunks)
        chunks.verbGroups[v].flags.remove(.reduced)
        return
      }
      if other.contains(.perfect), same.contains(.reduced) {
        // "has arrested and charged X".
        copyControl(from: lastVerb, to: v, &chunks)
        chunks.verbGroups[v].flags.remove([.reduced, .passive])
        chunks.verbGroups[v].flags.insert([.perfect, .finite])
        return
      }
    }
    if preposition >= 0, chunks.verbGroups[v].flags.contains(.gerund) {
      // "accused X of attacking", "a commitment to supporting": the preposition's governor.
      let before = Int(preposition) - 1
      chunks.verbGroups[v].matrix = frame.verb
      if frame.verb >= 0, bits(Int(preposition)).contains(.objectGerund) {
        // "accused X on Monday of attacking Y".
        let object = chunks.verbGroups[Int(frame.verb)].object
        if object >= 0, isActor(chunks.nounPhrases[Int(object)]) {
          chunks.verbGroups[v].subject = object
          return
        }
      }
      if before >= range.lowerBound, phraseAt[before] >= 0 {
        let noun = phraseAt[before]
        chunks.verbGroups[v].noun = noun
        let phrase = chunks.nounPhrases[Int(noun)]
        let isObject = phrase.flags.contains(.object)
        let actor = phrase.flags.contains(.proper) || phrase.flags.contains(.animate)
        if isObject, actor {
          chunks.verbGroups[v].subject = firstConjunct(noun, chunks)
        } else {
          chunks.verbGroups[v].subject =
            phrase.possessor >= 0 ? phrase.possessor : subjectSoFar(chunks)
        }
      } else if before >= range.lowerBound, tags[before] == .adjective, frame.verb >= 0,
        chunks.verbGroups[Int(frame.verb)].object >= 0
      {
        // "found X guilty of murdering".
        chunks.verbGroups[v].subject = chunks.verbGroups[Int(frame.verb)].object
      } else {
        chunks.verbGroups[v].subject = subjectSoFar(chunks)
      }
      return
    }
    if last == .phrase, !comma, lastPhrase >= 0 {
      var noun = lastPhrase
      // "strikes in Baghdad targeting": the head, not the place inside the phrase.
      let phrase = chunks.nounPhrases[Int(noun)]
      if phrase.governor >= 0, phrase.flags.contains(.proper), phrase.preposition >= 0,
        !bits(Int(phrase.preposition)).contains(.of)
      {
        noun = phrase.governor
      }
      chunks.verbGroups[v].noun = noun
      chunks.verbGroups[v].subject = firstConjunct(noun, chunks)
      if !phrase.flags.contains(.proper), !phrase.flags.contains(.animate) {
        // "sent a letter urging X": whoever sent it urges.
        chunks.verbGroups[v].matrix = frame.verb
      }
      if chunks.nounPhrases[Int(noun)].modifierVerb < 0 {
        chunks.nounPhrases[Int(noun)].modifierVerb = index
      }
      return
    }
    if last == .verb, frame.verb >= 0 {
      // "began attacking", "was seen leaving".
      chunks.verbGroups[v].matrix = frame.verb
      chunks.verbGroups[v].subject = chunks.verbGroups[Int(frame.verb)].subject
      return
    }
    if comma, chunks.verbGroups[v].flags.contains(.reduced), lastPhrase >= 0, frame.finite < 0 {
      chunks.verbGroups[v].subject = lastPhrase
      chunks.verbGroups[v].noun = lastPhrase
      return
    }
    // Behind a comma or at the start: the subject of the clause.
    chunks.verbGroups[v].matrix = -1
    chunks.verbGroups[v].subject = subjectSoFar(chunks)
  }
}
