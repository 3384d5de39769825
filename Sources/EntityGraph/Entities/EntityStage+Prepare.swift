/// What is known of each mention before the sieves run.
extension EntityStage {
  mutating func prepare(_ reader: EntityReader, _ mentions: [Mention], _ notes: [MentionNote]) {
    let count = min(mentions.count, notes.count)
    reset(count, phrases: reader.chunks.nounPhrases.count)
    // Taken out of the stage while they are filled, so that each entry costs no look at their owners.
    var (infos, sorted, bodies, listed) = (self.infos, self.sorted, self.bodies, self.listed)
    (self.infos, self.sorted, self.bodies, self.listed) = ([], [], [], [])
    var (bodyCount, listedCount) = (0, 0)
    infos.withUnsafeMutableBufferPointer { infos in
      sorted.withUnsafeMutableBufferPointer { sorted in
        let (names, persons) = sort(mentions, notes, reader, infos, sorted)
        bodies.withUnsafeMutableBufferPointer { bodies in
          listed.withUnsafeMutableBufferPointer { listed in
            for k in 0..<names {
              let number = sorted[k]
              let index = Int(number)
              let mention = mentions[index]
              let form = Int(mention.form.rawValue)
              let kind = Int(mention.kind.rawValue)
              infos[index].isNamed = form == 0
              (infos[index].flags, infos[index].of) = reader.sense(of: mention)
              bodies[bodyCount] = number
              // All ones if neither differs.
              let others = kind ^ Int(EntityKind.organization.rawValue) | form
              bodyCount &-= (others &- 1) >> 63
              listed[listedCount] = UInt64(mention.canonical) << 32 | UInt64(UInt32(number))
              let isListed = (0 &- Int(mention.canonical)) & (0 &- kind)
              listedCount &-= isListed >> 63
            }
          }
        }
        for k in count..<count + persons {
          let index = Int(sorted[k])
          prepare(person: mentions[index], notes[index], &infos[index], reader)
        }
      }
    }
    bodies.removeLast(bodies.count - bodyCount)
    listed.removeLast(listed.count - listedCount)
    (self.infos, self.sorted, self.bodies, self.listed) = (infos, sorted, bodies, listed)
  }

  /// Notes what holds for every mention, and which mentions are names and which persons that are no
  /// pronouns: two lists in `sorted`, one behind the other. Nobody can guess which is which, so there
  /// are no branches.
  ///
  /// - Returns: how many of each there are.
  private mutating func sort(
    _ mentions: [Mention], _ notes: [MentionNote], _ reader: EntityReader,
    _ infos: UnsafeMutableBufferPointer<Info>, _ sorted: UnsafeMutableBufferPointer<Int32>
  ) -> (names: Int, persons: Int) {
    let room = infos.count
    var (names, persons) = (0, 0)
    var phrases = phraseMention
    phraseMention = []
    // The last entry is that of no phrase.
    let none = phrases.count - 1
    let words = words
    reader.sentences.withUnsafeBufferPointer { sentences in
      mentions.withUnsafeBufferPointer { mentions in
        notes.withUnsafeBufferPointer { notes in
          reader.chunks.phraseAt.withUnsafeBufferPointer { phraseAt in
            phrases.withUnsafeMutableBufferPointer { phrases in
              var sentence = SentenceCursor(sentences)
              for index in 0..<room {
                let mention = mentions[index]
                let form = Int(mention.form.rawValue)
                sentence.move(to: mention.first)
                let head = Int(notes[index].head)
                let phrase = head < phraseAt.count ? Int(phraseAt[head]) : -1
                let place = phrase >= 0 && phrase < none ? phrase : none
                let last = phrases[place]
                // A longer mention that ends there stays, and a nationality ends nothing.
                let end = mentions[Int(max(last, 0))].end
                let isKept = last >= 0 && end > mention.end || mention.form == .adjective
                phrases[place] = isKept ? last : Int32(truncatingIfNeeded: index)

                let isPerson = mention.kind == .person
                let isPronoun = mention.form == .pronoun
                var info = Info()
                info.sentence = Int32(truncatingIfNeeded: sentence.number)
                info.phrase = place == none ? -1 : Int32(truncatingIfNeeded: place)
                info.kind = mention.kind
                info.hasContent = !isPronoun
                infos[index] = info
                if isPronoun, isPerson {
                  let marks = words.marks(reader.table.tokens[Int(mention.first)].term)
                  infos[index].gender =
                    marks.contains(.male) ? .male : marks.contains(.female) ? .female : .unknown
                }
                sorted[names] = Int32(truncatingIfNeeded: index)
                names &-= (form &- 2) >> 63
                sorted[room &+ persons] = Int32(truncatingIfNeeded: index)
                persons &-= ((form &- 3) & (Int(mention.kind.rawValue) &- 1)) >> 63
              }
              phrases[none] = -1
            }
          }
        }
      }
    }
    phraseMention = phrases
    return (names, persons)
  }

  private mutating func reset(_ count: Int, phrases: Int) {
    // What stood there is overwritten.
    infos.resize(Info(), count: count)
    sorted.grow(0, count: 2 * count + 2)
    bodies.resize(0, count: count + 1)
    listed.resize(0, count: count + 1)
    merges.removeAll(keepingCapacity: true)
    keys.refill(0, count: count)
    parent.removeAll(keepingCapacity: true)
    parent.append(contentsOf: 0..<Int32(count))
    sizes.refill(1, count: count)
    phraseMention.refill(-1, count: phrases + 1)
    quoteCursor = 0
    quoteKnown = -1
    statementBody = nil
    waiting.removeAll(keepingCapacity: true)
    hasCountedHomes = false
    hasNotedCanonicals = false
    hasFoundStances = false
    colonCursor = 0
    lastColon = -1
    searchSteps = 1 << 21
  }

  /// What is known of a person who is no pronoun.
  @inline(__always)
  private mutating func prepare(
    person mention: Mention, _ note: MentionNote, _ info: inout Info, _ reader: EntityReader
  ) {
    info.gender = gender(mention, note, info.flags, reader)
    guard mention.form == .name else { return }
    let isSingle = mention.end - mention.first == 1
    info.hasFullName = !isSingle
    info.fullCanonical = isSingle ? 0 : mention.canonical
    if isSingle, mention.first > 0 {
      info.isTitled = reader.marks(Int(mention.first) - 1).contains(.peerage)
    }
    if isSingle, disagrees(info.gender, info.flags) { info.isTitled = true }
    if info.isTitled { info.of = 0 }
  }

  @inline(__always)
  private func gender(ofPronoun token: Int, _ reader: EntityReader) -> Gender {
    let marks = reader.marks(token)
    return marks.contains(.male) ? .male : marks.contains(.female) ? .female : .unknown
  }

  private mutating func gender(
    _ mention: Mention, _ note: MentionNote, _ flags: SenseFlags, _ reader: EntityReader
  ) -> Gender {
    switch mention.form {
    case .pronoun: return gender(ofPronoun: Int(mention.first), reader)
    case .nominal:
      return genderOfRole(Int(note.head), reader)
    case .name, .adjective:
      if mention.first > 0 {
        let before = title(Int(mention.first) - 1, reader)
        if before != .unknown { return before }
        // "Dr Tamimi" need not be whom the surname alone means.
        if mention.end - mention.first == 1,
          reader.marks(Int(mention.first) - 1).contains(.peerage)
        {
          return .unknown
        }
      }
      if flags.contains(.male) != flags.contains(.female) {
        return flags.contains(.male) ? .male : .female
      }
      let first = Int(mention.first)
      if mention.end - mention.first < 2 {
        // "his mother Mary", "Lena said": a first name that is hardly anybody's surname.
        if first > 0, reader.has(first - 1, .kin) {
          return gender(of: reader.table.classes[first - 1])
        }
        let scores = reader.lexicon.scores(reader.term(first))
        guard scores.first >= 120, scores.first > scores.last + 60 else { return .unknown }
      }
      return gender(of: reader.table.classes[first])
    }
  }

  /// What Mr, Ms, Sir or spokeswoman in front of a name say of its bearer.
  @inline(__always)
  func title(_ i: Int, _ reader: EntityReader) -> Gender {
    let marks = reader.marks(i)
    if marks.contains(.sir) { return .male }
    if marks.contains(.madam) { return .female }
    return reader.has(i, [.role, .title]) ? genderOfRole(i, reader) : .unknown
  }

  /// Judge, Dean and Major are first names of men, and women are judges.
  @inline(__always)
  private func genderOfRole(_ i: Int, _ reader: EntityReader) -> Gender {
    let marks = reader.marks(i)
    if marks.contains(.sir) { return .male }
    if marks.contains(.madam) { return .female }
    return reader.has(i, .first) ? .unknown : gender(of: reader.table.classes[i])
  }

  /// "Mrs Clinton" is not the man whom the surname alone means.
  @inline(__always)
  private func disagrees(_ gender: Gender, _ flags: SenseFlags) -> Bool {
    switch gender {
    case .unknown: false
    case .male: flags.contains(.female) && !flags.contains(.male)
    case .female: flags.contains(.male) && !flags.contains(.female)
    }
  }

  @inline(__always)
  private func gender(of classes: UInt64) -> Gender {
    let male = classes & WordClass.male.rawValue != 0
    let female = classes & WordClass.female.rawValue != 0
    return male == female ? .unknown : male ? .male : .female
  }
}
