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
  /// are in both lists of candidates for pronouns, and are asked when one looks back.
  mutating func admit(_ reader: EntityReader, _ mentions: [Mention]) {
    let tokens = reader.table.tokens
    for position in admitted..<window.count {
      let k = window[position]
      let info = infos[Int(k)]
      let form = mentions[Int(k)].form
      let cluster = infos[Int(root(k))].traits
      var candidate = Antecedent(
        mention: k, position: Int32(truncatingIfNeeded: position), sentence: info.sentence)
      let flags = phraseFlags(k, reader)
      let isSubject = flags.contains(.subject)
      candidate.isSubject = isSubject
      if mentions[Int(k)].kind == .organization { bodiesInFront.append(candidate) }
      let isOpen = !cluster.contains(.content)
      let isPerson = cluster.isDisjoint(with: .kind)
      if !isPerson || isOpen, form != .adjective, !isNested(k, mentions) {
        things.append(candidate)
      }
      // "we" and "they" are nobody whom "he" means.
      guard isPerson || isOpen, !info.traits.contains(.plural) else { continue }
      let isPronoun = form == .pronoun
      candidate.isQuotedName =
        !isPronoun && tokens[Int(mentions[Int(k)].first)].flags.contains(.quoted)
      candidate.isFronted =
        !isPronoun && flags.intersection([.subject, .possessor, .oblique]) == .oblique
      // Of "met X, who fled" X is what the sentence goes on from, not whom it is about.
      let isTopic = flags.intersection([.subject, .object, .oblique]) == .subject
      candidate.here = (isSubject ? 4 : 0) + (isPronoun ? 1 : 0)
      candidate.away =
        (isTopic ? 3 : 0) + (isPronoun ? 1 : 0) - (flags.contains(.possessor) ? 2 : 0)
      people.append(candidate)
    }
    admitted = window.count
  }

  /// 1 if one number, of which none is negative, is less than another, else 0; never a branch.
  @inline(__always)
  static func isLess(_ a: Int32, _ b: Int32) -> Int { (Int(a) &- Int(b)) >> 63 & 1 }
}
