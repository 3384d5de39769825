/// What a pronoun or nominal may refer back to, with what the sieves ask of each candidate: found once,
/// when the search first comes to it, and not again for each that looks back.
struct Antecedent: Sendable {
  var mention: Int32
  /// Its place in the window.
  var position: Int32
  var sentence: Int32
  /// Lemma of an organization's head word, ``unknown`` as long as nobody asked.
  var lemma = Antecedent.unknown
  var isSubject = false
  /// Inside a quotation, and no pronoun.
  var isQuotedName = false
  /// May be a name in front of the clause that it is no part of ("After talks with X, he …").
  var isFronted = false
  /// What its place in the clause adds for a pronoun of the same sentence, and for one of a later one.
  var here: Int8 = 0
  var away: Int8 = 0

  static let unknown = TermID.max
}

extension EntityStage {
  /// Brings what has come into the window since somebody looked back into the lists of candidates.
  ///
  /// What a cluster is stays what it is, but for clusters of pronouns that refer to nobody yet; those
  /// are in both lists of candidates for pronouns, and are asked when one looks back. Which lists a
  /// mention is in can't be foreseen, so there are no branches.
  mutating func admit(_ reader: EntityReader, _ mentions: [Mention]) {
    var (people, things, bodies) = (people, things, bodiesInFront)
    for position in admitted..<window.count {
      let k = window[position]
      let number = Int32(truncatingIfNeeded: position)
      let info = infos[Int(k)]
      let mention = mentions[Int(k)]
      let flags = phraseFlags(k, reader).rawValue
      let cluster = infos[Int(root(k))].traits.rawValue
      let form = Int(mention.form.rawValue)
      let isPronoun = form & form >> 1
      let isSubject = Self.bit(.subject, flags)
      let isPossessor = Self.bit(.possessor, flags)
      let isOblique = Self.bit(.oblique, flags) & ~(isSubject | isPossessor | isPronoun)
      // Of "met X, who fled" X is what the sentence goes on from, not whom it is about.
      let isTopic = isSubject & ~(Self.bit(.object, flags) | Self.bit(.oblique, flags))
      let marks = reader.table.tokens[Int(mention.first)].flags.rawValue
      let isQuoted = Int(marks / TokenFlags.quoted.rawValue) & ~isPronoun & 1
      candidates.append(
        Antecedent(
          mention: k, position: number, sentence: info.sentence, isSubject: isSubject != 0,
          isQuotedName: isQuoted != 0, isFronted: isOblique != 0,
          here: Int8(truncatingIfNeeded: isSubject << 2 | isPronoun),
          away: Int8(truncatingIfNeeded: 3 &* isTopic &+ isPronoun &- isPossessor << 1)))

      let isOpen = Int(cluster / Info.Traits.content.rawValue & 1) ^ 1
      let isThing = Self.isLess(0, Int32(cluster & Info.Traits.kind.rawValue))
      // The nationality is the form with the first bit alone, the organization the kind with it.
      let isOutside = ~(form & ~(form >> 1) | nesting(k, mentions))
      bodies.append(number, if: Int(mention.kind.rawValue) & 1)
      things.append(number, if: (isThing | isOpen) & isOutside & 1)
      // "we" and "they" are nobody whom "he" means.
      let isPlural = Int(info.traits.rawValue / Info.Traits.plural.rawValue)
      people.append(number, if: (isThing ^ 1 | isOpen) & ~isPlural & 1)
    }
    admitted = window.count
    (self.people, self.things, bodiesInFront) = (people, things, bodies)
  }

  /// One of a list of candidates.
  @inline(__always)
  func candidate(_ list: RowList<Int32>, _ at: Int) -> Antecedent { candidates[Int(list[at])] }

  /// 1 for a name inside a longer one ("Iraqi" of "Iraqi parliament"), else 0.
  @inline(__always)
  func nesting(_ k: Int32, _ mentions: [Mention]) -> Int {
    let mention = mentions[Int(k)]
    // Of the first mention itself, which is then not asked.
    let before = mentions[Int(max(k &- 1, 0))]
    let second = mentions[Int(max(k &- 2, 0))]
    let isOut = Self.isLess(before.end, mention.end) | Self.isLess(mention.first, before.first)
    return ~isOut & Self.isLess(0, k) | ~Self.isLess(second.end, mention.end) & Self.isLess(1, k)
  }

  /// 1 if one number, of which none is negative, is less than another, else 0; never a branch.
  @inline(__always)
  static func isLess(_ a: Int32, _ b: Int32) -> Int { (Int(a) &- Int(b)) >> 63 & 1 }

  @inline(__always)
  private static func bit(_ flag: NounPhraseFlags, _ flags: UInt32) -> Int {
    Int(flags / flag.rawValue & 1)
  }
}
