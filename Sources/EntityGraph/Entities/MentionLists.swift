/// The mentions of one document by what the sieves ask for, each list in the order of the text: a sieve
/// goes through those that it can join and asks no other what it is.
struct MentionLists: Sendable {
  /// Names, and adjectives made of them.
  private(set) var names = RowList<Int32>()
  /// Those of ``names`` that the lexicon has a canonical name for.
  private(set) var listed = RowList<Int32>()
  /// Persons' names.
  private(set) var people = RowList<Int32>()
  /// Names of organizations.
  private(set) var bodies = RowList<Int32>()
  /// Names of places.
  private(set) var places = RowList<Int32>()
  /// What has no name: nominals and pronouns.
  private(set) var open = RowList<Int32>()
  /// Persons who are no pronouns.
  private(set) var described = RowList<Int32>()

  init() {}

  /// Empty lists with room for so many mentions.
  @inline(__always)
  init(_ taker: inout RowTaker, atMost count: Int) {
    names = taker.list(of: Int32.self, atMost: count)
    listed = taker.list(of: Int32.self, atMost: count)
    people = taker.list(of: Int32.self, atMost: count)
    bodies = taker.list(of: Int32.self, atMost: count)
    places = taker.list(of: Int32.self, atMost: count)
    open = taker.list(of: Int32.self, atMost: count)
    described = taker.list(of: Int32.self, atMost: count)
  }

  /// Fills the lists, which are empty. What a mention is can't be foreseen, so arithmetic decides
  /// instead of branches.
  mutating func fill(_ mentions: [Mention]) {
    // Copies, which the compiler keeps in registers.
    var (names, listed, people, bodies) = (names, listed, people, bodies)
    var (places, open, described) = (places, open, described)
    mentions.withUnsafeBufferPointer { mentions in
      for index in 0..<mentions.count {
        let mention = mentions[index]
        let number = Int32(truncatingIfNeeded: index)
        let form = Int(mention.form.rawValue)
        let kind = Int(mention.kind.rawValue)
        // Nominals and pronouns are the forms with the second bit.
        let isOpen = form >> 1
        open.append(number, if: isOpen)
        names.append(number, if: isOpen ^ 1)
        let isListed = Int(truncatingIfNeeded: (0 &- UInt64(mention.canonical)) >> 63)
        listed.append(number, if: isListed & (isOpen ^ 1))
        people.append(number, if: Self.isZero(kind | form))
        bodies.append(number, if: Self.isZero(kind ^ Int(EntityKind.organization.rawValue) | form))
        places.append(number, if: Self.isZero(kind ^ Int(EntityKind.place.rawValue) | form))
        let isPronoun = Self.isZero(form ^ Int(MentionForm.pronoun.rawValue))
        described.append(number, if: Self.isZero(kind | isPronoun))
      }
    }
    (self.names, self.listed, self.people, self.bodies) = (names, listed, people, bodies)
    (self.places, self.open, self.described) = (places, open, described)
  }

  /// 1 for a small number that is 0, else 0.
  @inline(__always)
  private static func isZero(_ number: Int) -> Int { (number &- 1) >> 63 & 1 }
}
