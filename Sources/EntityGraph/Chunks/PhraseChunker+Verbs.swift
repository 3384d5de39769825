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
    mainVerbs | PartOfSpeech.auxiliary.bit | PartOfSpeech.modal.bit | PartOfSpeech.infinitive.bit
  }

  private static var mainVerbs: UInt32 {
    PartOfSpeech.verbBase.bit | PartOfSpeech.verbPresent.bit | PartOfSpeech.verbPast.bit
      | PartOfSpeech.verbParticiple.bit | PartOfSpeech.verbIng.bit
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
    var i = verb
    var main = verb
    if Self.mainVerbs & tags[verb].bit != 0 {
      flags.formUnion(Self.alone(tags[verb]))
      i = verb + 1
    } else {
      (main, i) = auxiliaries(first, verb, upper, &flags)
    }
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
    found.lastFinite = flags.contains(.finite) ? first : found.lastFinite
    found.groups += 1
    found.chunks += 1
    return i
  }

  /// What a verb says that has no auxiliary.
  private static func alone(_ tag: PartOfSpeech) -> VerbGroupFlags {
    switch tag {
    case .verbBase: .finite
    case .verbPresent: [.finite, .present]
    case .verbPast: [.finite, .past]
    case .verbParticiple: [.passive, .reduced]
    case .verbIng: .gerund
    default: []
    }
  }

  /// Reads a group that begins with an auxiliary, a modal or "to": its main verb and its end.
  @inline(never)
  private func auxiliaries(
    _ first: Int, _ verb: Int, _ upper: Int, _ flags: inout VerbGroupFlags
  ) -> (main: Int, end: Int) {
    var i = verb
    // The last auxiliary, and the first one, which has the tense.
    var main = -1
    var tensed = -1
    var afterHave = false
    var afterBe = false
    while i < upper {
      let tag = tags[i]
      if Self.mainVerbs & tag.bit != 0 {
        if tag == .verbParticiple {
          flags.formUnion(afterBe ? .passive : afterHave ? .perfect : [.passive, .reduced])
        } else if tag == .verbIng {
          flags.insert(afterBe ? .progressive : .gerund)
        } else {
          let isBare = tag == .verbBase && !flags.isDisjoint(with: [.infinitive, .possible])
          flags.insert(.finite, if: !isBare)
          flags.insert(.past, if: tag == .verbPast && tensed < 0)
          flags.insert(.present, if: tag == .verbPresent && tensed < 0)
        }
        main = i
        i += 1
        break
      }
      if tag == .auxiliary {
        let word = bits(i)
        let isHave = word.contains(.have)
        let isBe = word.contains(.be) && !isHave
        flags.insert(.perfect, if: isBe && afterHave)
        flags.insert(.finite, if: !flags.contains(.infinitive))
        afterBe = isBe || afterBe && !isHave
        afterHave = isHave || afterHave && !isBe
        main = i
        tensed = tensed < 0 ? i : tensed
      } else if tag == .modal {
        if main >= 0 { break }
        flags.formUnion([.possible, .finite])
        flags.insert(.future, if: bits(i).contains(.future))
      } else if tag == .infinitive {
        // "is to visit" goes on; "decided to visit" is two groups.
        if main >= 0, !afterBe { break }
        flags.formUnion(main >= 0 ? [.possible, .future] : .infinitive)
        afterBe = false
      } else if tag == .adverb || tag == .negation {
        if tag == .adverb, verbAfter(i, upper) < 0 { break }
        note(adverb: i, &flags)
      } else {
        break
      }
      i += 1
    }
    if tensed >= 0 { flags.insert(.past, if: known(tensed).contains(.verbPast)) }
    return (main < 0 ? max(first, i - 1) : main, i)
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
