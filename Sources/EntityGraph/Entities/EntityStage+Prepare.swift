/// What is known of each mention before the sieves run.
extension EntityStage {
  /// Takes the rows and lists of a document with so many mentions and noun phrases.
  mutating func takeRows(_ taker: inout RowTaker, _ count: Int, phrases: Int) {
    infos = taker.row(of: Info.self, count: count)
    lists = MentionLists(&taker, atMost: count)
    keys = taker.row(of: UInt64.self, count: count)
    persons = taker.list(of: Person.self, atMost: count)
    firstPersons = taker.list(of: Int32.self, atMost: count)
    acronyms = taker.list(of: Int32.self, atMost: count)
    firstBodies = taker.list(of: Int32.self, atMost: count)
    parent = taker.row(of: Int32.self, count: count)
    sizes = taker.row(1, count: count)
    phraseMention = taker.row(-1, count: phrases + 1)
    window = taker.list(of: Int32.self, atMost: count + RowList<Int32>.step)
    people = taker.list(of: Antecedent.self, atMost: count)
    things = taker.list(of: Antecedent.self, atMost: count)
    bodiesInFront = taker.list(of: Antecedent.self, atMost: count)
    weighty = taker.list(of: Int32.self, atMost: count)
    entityOf = taker.row(-1, count: count)
    newIndex = taker.row(of: Int32.self, count: count)
    kept = taker.list(of: Int32.self, atMost: count)
    clusters = taker.list(of: Cluster.self, atMost: count)
  }

  mutating func prepare(_ reader: EntityReader, _ mentions: [Mention], _ notes: [MentionNote]) {
    reset()
    place(mentions, notes, reader)
    for number in lists.open {
      let mention = mentions[Int(number)]
      let marks = reader.marks(Int(mention.first))
      infos[Int(number)].traits.formUnion(Self.gender(ofPronoun: mention, marks))
    }
    let infos = infos
    for number in lists.names {
      let index = Int(number)
      (infos[index].flags, infos[index].of) = reader.sense(of: mentions[index])
    }
    for number in lists.described {
      let index = Int(number)
      prepare(person: mentions[index], notes[index], &infos[index], reader)
    }
  }

  private mutating func reset() {
    merges.removeAll(keepingCapacity: true)
    admitted = 0
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

  /// Notes what holds for every mention: sentence, phrase and kind. Nobody can guess which is which, so
  /// there are no branches.
  private mutating func place(
    _ mentions: [Mention], _ notes: [MentionNote], _ reader: EntityReader
  ) {
    let (infos, phrases, parent) = (infos, phraseMention, parent)
    // The last entry is that of no phrase.
    let none = phrases.count - 1
    reader.sentences.withUnsafeBufferPointer { sentences in
      mentions.withUnsafeBufferPointer { mentions in
        reader.chunks.phraseAt.withUnsafeBufferPointer { phraseAt in
          var sentence = SentenceCursor(sentences)
          for index in 0..<min(mentions.count, notes.count) {
            let mention = mentions[index]
            sentence.move(to: mention.first)
            let head = Int(notes[index].head)
            let phrase = head < phraseAt.count ? Int(phraseAt[head]) : -1
            let place = phrase >= 0 && phrase < none ? phrase : none
            let last = phrases[place]
            // A longer mention that ends there stays, and a nationality ends nothing.
            let end = mentions[Int(max(last, 0))].end
            let isKept = last >= 0 && end > mention.end || mention.form == .adjective
            phrases[place] = isKept ? last : Int32(truncatingIfNeeded: index)

            let form = UInt16(mention.form.rawValue)
            var info = Info()
            info.sentence = Int32(truncatingIfNeeded: sentence.number)
            info.phrase = place == none ? -1 : Int32(truncatingIfNeeded: place)
            // More than a pronoun, whose form is the highest; named by names and no others.
            info.traits = Info.Traits(
              rawValue: UInt16(mention.kind.rawValue)
                | ((form &- 3) >> 15) &* Info.Traits.content.rawValue
                | ((form &- 1) >> 15) &* Info.Traits.named.rawValue)
            infos[index] = info
            parent[index] = Int32(truncatingIfNeeded: index)
          }
        }
      }
    }
    phrases[none] = -1
  }

  /// What a pronoun says of the sex of a person; nothing of what is no pronoun or no person.
  @inline(__always)
  private static func gender(ofPronoun mention: Mention, _ marks: RoleWords.Marks) -> Info.Traits {
    let form = UInt16(mention.form.rawValue)
    let other = UInt16(mention.kind.rawValue) | (form ^ UInt16(MentionForm.pronoun.rawValue))
    let isMale = UInt16(truncatingIfNeeded: marks.rawValue / RoleWords.Marks.male.rawValue & 1)
    let isFemale = UInt16(truncatingIfNeeded: marks.rawValue / RoleWords.Marks.female.rawValue & 1)
    let sex =
      isMale &* Info.Traits.male.rawValue | (isFemale & ~isMale) &* Info.Traits.female.rawValue
    return Info.Traits(rawValue: sex & (0 &- (other &- 1) >> 15))
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

  private mutating func gender(
    _ mention: Mention, _ note: MentionNote, _ flags: SenseFlags, _ reader: EntityReader
  ) -> Gender {
    if mention.form == .nominal { return genderOfRole(Int(note.head), reader) }
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
