/// Verb groups.
extension PhraseChunker {
  /// The verb that follows a token behind three adverbs at most, -1 for none.
  @inline(__always)
  func verbAfter(_ i: Int, _ upper: Int) -> Int {
    var k = i + 1
    while k < upper, k - i < 4, tags[k] == .adverb || tags[k] == .negation { k += 1 }
    return k < upper && Self.verbs & tags[k].bit != 0 ? k : -1
  }

  /// What a group may go on with behind adverbs.
  private static var verbs: UInt32 {
    PartOfSpeech.verbBase.bit | PartOfSpeech.verbPresent.bit | PartOfSpeech.verbPast.bit
      | PartOfSpeech.verbParticiple.bit | PartOfSpeech.verbIng.bit | PartOfSpeech.auxiliary.bit
      | PartOfSpeech.modal.bit | PartOfSpeech.infinitive.bit
  }

  /// Adds the verb group that begins at `first`; returns the token behind it.
  ///
  /// - Parameter verb: its first token that is no adverb.
  @inline(__always)
  func addVerb(
    _ first: Int, _ verb: Int, _ upper: Int, _ sentence: Int32, _ found: inout Found
  ) -> Int {
    var flags: VerbGroupFlags = []
    if first < verb { for k in first..<verb { note(adverb: k, &flags) } }
    let group = auxiliaries(verb, upper, &flags)
    let main = group.main
    var i = group.end
    var particle: Int32 = -1
    if i < upper, (PartOfSpeech.particle.bit | PartOfSpeech.negation.bit) & tags[i].bit != 0 {
      if tags[i] == .particle {
        particle = Int32(truncatingIfNeeded: i)
        i += 1
      } else if i + 1 < upper {
        note(adverb: i, &flags)
        i += 1
      }
    }
    i = max(i, main + 1)
    flags.insert(.copula, if: tags[main] == .auxiliary && bits(main).contains(.be))
    flags.insert(.say, if: known(main).contains(.say))
    cover(verbAt, first, i, found.groups)
    groups[found.groups] = VerbGroup(
      first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: i),
      head: Int32(truncatingIfNeeded: main), lemma: lemmas[main], sentence: sentence,
      flags: flags, particle: particle)
    order[found.chunks] = Place(
      first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: i),
      index: Int32(truncatingIfNeeded: found.groups), isVerb: true)
    // All ones if the verb has tense.
    let isFinite = 0 &- Int(flags.rawValue / VerbGroupFlags.finite.rawValue & 1)
    found.lastFinite ^= (found.lastFinite ^ first) & isFinite
    found.groups += 1
    found.chunks += 1
    return i
  }

  /// Reads a group from its first token on that is no adverb: its main verb and its end.
  @inline(__always)
  private func auxiliaries(
    _ verb: Int, _ upper: Int, _ flags: inout VerbGroupFlags
  ) -> (main: Int, end: Int) {
    var i = verb
    var state: UInt8 = 0
    // The last auxiliary or main verb, and the first auxiliary, which has the tense.
    var main = -1
    var tensed = -1
    while i < upper {
      let step = tables.verbStep(codes[i], state)
      if step.isAdverb {
        if tags[i] == .adverb, verbAfter(i, upper) < 0 { break }
        note(adverb: i, &flags)
        i += 1
        continue
      }
      let isFuture = UInt32(
        truncatingIfNeeded: bits(i).rawValue / SyntaxBits.future.rawValue & UInt64(step.isModal))
      flags.formUnion(step.flags)
      flags.formUnion(VerbGroupFlags(rawValue: isFuture &* VerbGroupFlags.future.rawValue))
      state = step.state
      main ^= (main ^ i) & step.isMain
      tensed ^= (tensed ^ i) & step.isTensed
      i &+= step.length
      if step.ends { break }
    }
    if tensed >= 0 {
      flags.insert(.past, if: known(tensed).contains(.verbPast))
      // "accused X of having lied".
      if known(tensed).contains(.verbIng) {
        flags.remove(.finite)
        flags.insert(.gerund)
      }
    }
    return (main < 0 ? max(verb, i - 1) : main, i)
  }

  @inline(__always)
  private func note(adverb i: Int, _ flags: inout VerbGroupFlags) {
    let word = bits(i)
    flags.insert(.negated, if: word.contains(.negative))
    flags.insert(.reported, if: word.contains(.reportedAdverb))
  }
}

extension OptionSet where RawValue == UInt32, Element == Self {
  /// Without a branch, for what cannot be foretold.
  @inline(__always)
  mutating func insert(_ flags: Self, if isSet: Bool) {
    self = Self(rawValue: rawValue | flags.rawValue & (isSet ? ~0 : 0))
  }
}
