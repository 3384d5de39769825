/// The tokens of a document at which a pronoun, a nominal or a role may be read, each kind in the
/// order of the text; reused from document to document.
///
/// Most tokens are none of those, and which are is hard to guess for a processor: found without
/// branches, in one pass over all tokens and a second over those that the classes leave.
struct RoleHits: Sendable {
  private static let nominals: WordClass = [.nominalOrg, .nominalPlace, .collective]
  private static let personal: RoleWords.Marks = [
    .male, .female, .neuter, .plural, .firstPerson,
  ]
  /// Tokens of any of the kinds.
  private var all: [Int32] = []
  /// Pronouns, from ``room`` on nominals, from twice that on roles.
  private var sorted: [Int32] = []
  private var room = 0
  private(set) var pronounCount = 0
  private(set) var nominalCount = 0
  private(set) var roleCount = 0

  @inline(__always) func pronoun(_ k: Int) -> Int { Int(sorted[k]) }
  @inline(__always) func nominal(_ k: Int) -> Int { Int(sorted[room + k]) }
  @inline(__always) func role(_ k: Int) -> Int { Int(sorted[2 * room + k]) }

  mutating func find(_ reader: RoleReader) {
    let classes = reader.table.classes
    if all.count < classes.count {
      room = classes.count + classes.count / 2
      all = [Int32](repeating: 0, count: room)
      sorted = [Int32](repeating: 0, count: 3 * room)
    }
    let count = findAny(classes)
    sort(count, reader)
  }

  private mutating func findAny(_ classes: [UInt64]) -> Int {
    let wanted = Self.nominals.union([.pron]).union(RoleReader.roleWords).rawValue
    return classes.withUnsafeBufferPointer { classes in
      all.withUnsafeMutableBufferPointer { all in
        var count = 0
        for i in 0..<min(classes.count, all.count) {
          all[count] = Int32(truncatingIfNeeded: i)
          count &+= Self.has(classes[i] & wanted)
        }
        return count
      }
    }
  }

  /// 1 if there is any bit, by the sign of it or of its negative.
  @inline(__always)
  private static func has(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (bits | (0 &- bits)) >> 63)
  }

  /// Leaves out what a name covers, pronouns that are none of a person or thing, plurals, of which
  /// none refers to one body or place, kin and courtesy titles.
  private mutating func sort(_ count: Int, _ reader: RoleReader) {
    let (second, third) = (room, 2 * room)
    // Copies, so that nothing has to be looked for twice.
    let (tokens, allClasses, lemmas) = (
      reader.table.tokens, reader.table.classes, reader.table.lemmas
    )
    let (cover, words) = (reader.cover, reader.words)
    let (nominalClasses, roleClasses) = (Self.nominals.rawValue, RoleReader.roleWords.rawValue)
    let personal = Self.personal.rawValue
    var (pronouns, nominals, roles) = (0, 0, 0)
    all.withUnsafeBufferPointer { all in
      sorted.withUnsafeMutableBufferPointer { sorted in
        for k in 0..<count {
          let number = all[k]
          let i = Int(number)
          let classes = allClasses[i]
          let token = tokens[i]
          let marks = words.marks(token.term).rawValue
          // The sign of what no name covers.
          let isFree = Int(cover[i]) >> 63
          let isPronoun = Self.has(classes & WordClass.pron.rawValue)
          let isPersonal = Self.has(marks & personal)
          let isNominal = Self.has(classes & nominalClasses)
          let isRole = Self.has(classes & roleClasses)
          let isOther = Self.has(
            classes & WordClass.kin.rawValue | marks & RoleWords.Marks.courtesy.rawValue)
          let flags = token.flags.rawValue
          let isWord =
            flags / TokenFlags.word.rawValue & ~(flags / TokenFlags.possessive.rawValue)
            | flags / TokenFlags.abbreviation.rawValue
          let isPlural = RoleReader.plural(classes, token.term, lemmas[i])
          sorted[pronouns] = number
          pronouns &+= isFree & isPronoun & isPersonal
          sorted[second &+ nominals] = number
          nominals &+= isFree & isNominal & ~isPronoun & ~isPlural
          sorted[third &+ roles] = number
          roles &+= isFree & isRole & ~isOther & Int(isWord & 1)
        }
      }
    }
    (pronounCount, nominalCount, roleCount) = (pronouns, nominals, roles)
  }
}
