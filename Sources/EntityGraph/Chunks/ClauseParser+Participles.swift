/// Participles and gerunds: what they modify, and who does what they say.
extension ClauseParser {
  /// A participle without auxiliary: modifies the phrase before it, or goes with the subject.
  mutating func participle(
    _ index: Int32, _ range: Range<Int>
  ) {
    let v = Int(index)
    if conjunction, lastVerb >= 0, groups[Int(lastVerb)].sentence == sentence {
      let other = groups[Int(lastVerb)].flags
      let same = groups[v].flags.intersection([.reduced, .gerund])
      if !same.isDisjoint(with: other) {
        copyControl(from: lastVerb, to: v)
        return
      }
      if other.contains(.progressive), same.contains(.gerund) {
        copyControl(from: lastVerb, to: v)
        groups[v].flags.formUnion(other.intersection([.possible, .negated]))
        return
      }
      if other.contains(.passive), same.contains(.reduced), actsOn(v, range) {
        // "was received by X and met Y".
        copyControl(from: lastVerb, to: v)
        groups[v].flags.remove([.reduced, .passive])
        groups[v].flags.insert([.past, .finite])
        return
      }
      if other.contains(.passive), same.contains(.reduced) {
        copyControl(from: lastVerb, to: v)
        groups[v].flags.remove(.reduced)
        return
      }
      if other.contains(.perfect), same.contains(.reduced) {
        // "has arrested and charged X".
        copyControl(from: lastVerb, to: v)
        groups[v].flags.remove([.reduced, .passive])
        groups[v].flags.insert([.perfect, .finite])
        return
      }
    }
    if preposition >= 0, groups[v].flags.contains(.gerund) {
      // "accused X of attacking", "a commitment to supporting": the preposition's governor.
      let before = Int(preposition) - 1
      groups[v].matrix = frame.verb
      if frame.verb >= 0, bits(Int(preposition)).contains(.objectGerund) {
        // "accused X on Monday of attacking Y".
        let object = groups[Int(frame.verb)].object
        // "accused the group of attacking Y": nobody else, whoever the group is.
        let isCharge = words[groups[Int(frame.verb)].lemma].contains(.reportedVerb)
        if object >= 0, isCharge || isActor(phrases[Int(object)]) {
          groups[v].subject = object
          return
        }
      }
      // "left X before joining Y", "beat X by attacking Y": the subject's doing.
      if frame.finite >= 0,
        !bits(Int(preposition)).isDisjoint(with: [.opensClause, .by, .negative])
      {
        groups[v].subject = subjectSoFar()
        return
      }
      if before >= range.lowerBound, phraseAt[before] >= 0 {
        let noun = phraseAt[before]
        groups[v].noun = noun
        let phrase = phrases[Int(noun)]
        let isObject = phrase.flags.contains(.object)
        let actor = phrase.flags.contains(.proper) || phrase.flags.contains(.animate)
        if isObject, actor {
          groups[v].subject = firstConjunct(noun)
        } else {
          groups[v].subject =
            phrase.possessor >= 0 ? phrase.possessor : subjectSoFar()
        }
      } else if before >= range.lowerBound, tags[before] == .adjective, frame.verb >= 0,
        groups[Int(frame.verb)].object >= 0
      {
        // "found X guilty of murdering".
        groups[v].subject = groups[Int(frame.verb)].object
      } else if frame.verb >= 0, groups[Int(frame.verb)].flags.contains(.reduced),
        groups[Int(frame.verb)].end == preposition
      {
        // "Paul Smith, convicted of murdering".
        groups[v].subject = groups[Int(frame.verb)].subject
      } else {
        groups[v].subject = subjectSoFar()
      }
      return
    }
    if last == .phrase, !comma, lastPhrase >= 0 {
      var noun = lastPhrase
      // "strikes in Baghdad targeting": the head, not the place inside the phrase.
      let phrase = phrases[Int(noun)]
      if phrase.governor >= 0, phrase.flags.contains(.proper), phrase.preposition >= 0,
        !bits(Int(phrase.preposition)).contains(.of)
      {
        noun = phrase.governor
      }
      groups[v].noun = noun
      groups[v].subject = firstConjunct(noun)
      if !phrase.flags.contains(.proper), !phrase.flags.contains(.animate) {
        // "sent a letter urging X": whoever sent it urges.
        groups[v].matrix = frame.verb
      }
      if phrases[Int(noun)].modifierVerb < 0 {
        phrases[Int(noun)].modifierVerb = index
      }
      return
    }
    if last == .verb, frame.verb >= 0 {
      // "began attacking", "was seen leaving".
      groups[v].matrix = frame.verb
      groups[v].subject = groups[Int(frame.verb)].subject
      return
    }
    if comma, groups[v].flags.contains(.reduced), lastPhrase >= 0, frame.finite < 0 {
      groups[v].subject = lastPhrase
      groups[v].noun = lastPhrase
      return
    }
    // "a pact with Acme, led by Jane Doe", but not "researchers at Acme and Lakeside, led by".
    if comma, groups[v].flags.contains(.reduced), lastPhrase >= 0,
      phrases[Int(lastPhrase)].end + 1 == groups[v].first,
      phrases[Int(lastPhrase)].flags.contains(.proper),
      phrases[Int(lastPhrase)].previousConjunct < 0,
      bits(Int(groups[v].head)).contains(.describing)
    {
      groups[v].subject = lastPhrase
      groups[v].noun = lastPhrase
      return
    }
    // "the appeal of Paul Smith, convicted of murder,": the person, unless somebody else acts.
    if comma, groups[v].flags.contains(.reduced), lastPhrase >= 0,
      phrases[Int(lastPhrase)].end + 1 == groups[v].first,
      phrases[Int(lastPhrase)].flags.isSuperset(of: [.proper, .animate]),
      Int(groups[v].end) < range.upperBound, tags[Int(groups[v].end)] == .preposition,
      !bits(Int(groups[v].end)).contains(.by)
    {
      groups[v].subject = lastPhrase
      groups[v].noun = lastPhrase
      return
    }
    // Behind a comma or at the start: the subject of the clause.
    groups[v].matrix = -1
    groups[v].subject = subjectSoFar()
    // "left X while working for Y": of the clause around it.
    if groups[v].subject < 0, frame.finite < 0, lastVerb >= 0, depth > 0,
      frames[depth - 1].finite >= 0
    {
      groups[v].subject = groups[Int(frames[depth - 1].finite)].subject
    }
  }

  /// Whether somebody stands behind a verb form on whom it acts, as behind no passive.
  private mutating func actsOn(_ v: Int, _ range: Range<Int>) -> Bool {
    let end = Int(groups[v].end)
    guard groups[v].first == groups[v].head, known(Int(groups[v].head)).contains(.verbPast),
      end < range.upperBound, phraseAt[end] >= 0,
      !words[groups[v].lemma].contains(.ditransitive)
    else { return false }
    let next = phrases[Int(phraseAt[end])].flags
    return !next.contains(.time) && next.isSuperset(of: [.proper, .animate])
  }

  /// "accuses a party linked to X and allied to Y": no past form beside a verb in the present.
  mutating func continuesParticiple(_ v: Int, _ range: Range<Int>) -> Bool {
    guard conjunction, !comma, lastVerb >= 0, frame.finite >= 0 else { return false }
    let (before, group) = (groups[Int(lastVerb)], groups[v])
    let end = Int(group.end)
    return before.flags.isSuperset(of: [.reduced, .passive]) && before.sentence == sentence
      && group.first == group.head && tags[Int(group.head)] == .verbPast
      && known(Int(group.head)).contains(.verbPart)
      && end < range.upperBound && tags[end] == .preposition
      && !groups[Int(frame.finite)].flags.contains(.past)
  }
}
