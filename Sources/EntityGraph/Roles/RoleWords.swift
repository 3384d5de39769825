/// Words that the stages of roles and references tell apart, resolved to term ids once.
///
/// Which words they are is data: the lists of `words` tables (`role.office`, `pron.male`…).
struct RoleWords: Sendable {
  /// What a list says of a word.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt64

    /// A function in a state, body or team: nationality + office is a role of the country.
    static let office = Marks(rawValue: 1 << 0)
    /// "minister for X", "envoy for X": what follows is part of the role.
    static let portfolio = Marks(rawValue: 1 << 1)
    /// former, ex, then: the holder no longer holds it.
    static let former = Marks(rawValue: 1 << 2)
    /// Stands for its body, so a noun in front names the body ("government spokesman").
    static let speaker = Marks(rawValue: 1 << 3)
    /// Also a verb, an adjective or a thing: a role only beside a name or an owner.
    static let ambiguous = Marks(rawValue: 1 << 4)
    /// Links a person with a role: be, become, remain, serve.
    static let link = Marks(rawValue: 1 << 5)
    /// now, currently: the holder holds it as the text is written.
    static let current = Marks(rawValue: 1 << 52)
    /// Gives a person a role: name, appoint, elect.
    static let appoint = Marks(rawValue: 1 << 6)
    static let counterpart = Marks(rawValue: 1 << 7)
    static let male = Marks(rawValue: 1 << 8)
    static let female = Marks(rawValue: 1 << 9)
    static let neuter = Marks(rawValue: 1 << 10)
    static let plural = Marks(rawValue: 1 << 11)
    static let firstPerson = Marks(rawValue: 1 << 12)
    static let secondPerson = Marks(rawValue: 1 << 13)
    static let possessivePronoun = Marks(rawValue: 1 << 14)
    static let reflexive = Marks(rawValue: 1 << 15)
    /// A body that a country has one of: government, parliament, army.
    static let institution = Marks(rawValue: 1 << 16)
    /// coalition, alliance: a body of countries.
    static let alliance = Marks(rawValue: 1 << 17)
    /// group, organization, militia: names for a body that fights or campaigns.
    static let group = Marks(rawValue: 1 << 18)
    static let company = Marks(rawValue: 1 << 19)
    static let club = Marks(rawValue: 1 << 20)
    static let party = Marks(rawValue: 1 << 21)
    static let country = Marks(rawValue: 1 << 22)
    static let city = Marks(rawValue: 1 << 23)
    static let region = Marks(rawValue: 1 << 24)
    static let facility = Marks(rawValue: 1 << 25)
    /// office, cabinet, administration, campaign: a body that belongs to a person.
    static let entourage = Marks(rawValue: 1 << 26)
    static let article = Marks(rawValue: 1 << 27)
    static let demonstrative = Marks(rawValue: 1 << 28)
    /// deputy, vice: whoever is called so is not the one without it.
    static let lesser = Marks(rawValue: 1 << 29)
    /// An office that a state has one of: president, prime minister.
    static let head = Marks(rawValue: 1 << 30)
    /// commitment, support, message: what a state's envoy states for it.
    static let stance = Marks(rawValue: 1 << 32)
    /// Mr, Sir, Dr, Lord: how one is addressed, no function.
    static let courtesy = Marks(rawValue: 1 << 33)
    /// Lord, Sir, Dr: who is called so is seldom whom a bare surname means.
    static let peerage = Marks(rawValue: 1 << 34)
    static let sir = Marks(rawValue: 1 << 35)
    static let madam = Marks(rawValue: 1 << 36)
    /// private, major: in small letters an adjective.
    static let adjective = Marks(rawValue: 1 << 37)
    /// professor, lecturer: "of history" belongs to the role.
    static let field = Marks(rawValue: 1 << 38)
    /// An office that a state gives: the holder's country is its body.
    static let national = Marks(rawValue: 1 << 39)
    /// staff, state: "chief of staff" is one role.
    static let tail = Marks(rawValue: 1 << 40)
    /// militia, faction, cell: bodies that fight.
    static let armed = Marks(rawValue: 1 << 41)
    /// expect, plan: what is expected of somebody he is not yet.
    static let possible = Marks(rawValue: 1 << 42)
    /// charity, nonprofit: a body that neither fights nor stands for election.
    static let charity = Marks(rawValue: 1 << 43)
    /// succeed, replace: "succeeded X as chairman" makes the subject chairman.
    static let succeed = Marks(rawValue: 1 << 45)
    /// senator, representative: of a state or constituency.
    static let seat = Marks(rawValue: 1 << 46)
    /// appear, seem, emerge: what "it" does with a clause behind is nobody's deed.
    static let impersonal = Marks(rawValue: 1 << 49)
    /// party, company, council: in front of whoever leads it the word means one that was named.
    static let headed = Marks(rawValue: 1 << 47)
    /// spokesman: speaks for a body, also where the sentence does not say for which.
    static let voice = Marks(rawValue: 1 << 48)
    /// him, her.
    static let objectPronoun = Marks(rawValue: 1 << 44)
    /// praise, thank, condemn: what they name "for" lies with whom they name.
    static let judge = Marks(rawValue: 1 << 50)
    /// commander, chief: whose rank is one of the force that he commands.
    static let command = Marks(rawValue: 1 << 51)
    /// ambassador, consul: "to X" belongs to the role.
    static let posted = Marks(rawValue: 1 << 53)
    /// appointment, election: "the appointment of X as chairman".
    static let appointment = Marks(rawValue: 1 << 54)
    /// identify, list, give: "identified its chairman as X".
    static let identify = Marks(rawValue: 1 << 55)
    /// led, backed, based: the second half of "US-led".
    static let led = Marks(rawValue: 1 << 31)
  }

  private static let lists: [(String, Marks)] = [
    ("role.office", .office), ("role.portfolio", .portfolio),
    ("role.former", .former),
    ("role.current", .current),
    ("role.speaker", .speaker), ("role.ambiguous", .ambiguous), ("role.link", .link),
    ("role.appoint", .appoint), ("role.counterpart", .counterpart), ("role.state", .head),
    ("pron.male", .male), ("pron.female", .female), ("pron.neuter", .neuter),
    ("pron.plural", .plural), ("pron.first", .firstPerson), ("pron.second", .secondPerson),
    ("pron.poss", .possessivePronoun), ("pron.reflexive", .reflexive), ("role.lesser", .lesser),
    ("body.institution", .institution), ("body.alliance", .alliance), ("body.group", .group),
    ("body.company", .company), ("body.club", .club), ("body.party", .party),
    ("body.entourage", .entourage), ("body.led", .led), ("place.country", .country),
    ("place.city", .city), ("place.region", .region), ("place.facility", .facility),
    ("role.stance", .stance), ("role.courtesy", .courtesy), ("role.adjective", .adjective),
    ("role.field", .field), ("role.tail", .tail), ("body.armed", .armed),
    ("body.charity", .charity), ("body.headed", .headed),
    ("role.appointment", .appointment), ("role.identify", .identify),
    ("role.voice", .voice), ("role.command", .command),
    ("role.posted", .posted),
    ("role.national", .national), ("possible", .possible),
    ("role.succeed", .succeed), ("pron.object", .objectPronoun),
    ("role.seat", .seat), ("verb.impersonal", .impersonal), ("verb.judge", .judge),
    ("title.peerage", .peerage),
    ("title.male", .sir),
    ("title.female", .madam),
    ("det.article", .article),
    ("det.demonstrative", .demonstrative),
  ]

  private let marks: TermTable<UInt64>
  let of, `for`, at, `in`, from, with, to, by, `as`, and, behalf, the, a, an: TermID
  let who, whom, whose, that: TermID
  let chief, prime, minister, secretary, under, head, `where`, majesty: TermID

  init(knowledge: Knowledge) {
    let lexicon = knowledge.lexicon
    var marks = TermTable<UInt64>()
    for (name, mark) in Self.lists {
      for term in knowledge.list(name) { marks.add(mark.rawValue, to: term) }
    }
    self.marks = marks
    func term(_ word: String) -> TermID {
      let id = lexicon.term(word)
      return id == 0 ? .max : id
    }
    of = term("of")
    `for` = term("for")
    at = term("at")
    `in` = term("in")
    from = term("from")
    with = term("with")
    to = term("to")
    by = term("by")
    `as` = term("as")
    and = term("and")
    behalf = term("behalf")
    the = term("the")
    a = term("a")
    an = term("an")
    who = term("who")
    whom = term("whom")
    whose = term("whose")
    `where` = term("where")
    majesty = term("majesty")
    that = term("that")
    chief = term("chief")
    prime = term("prime")
    minister = term("minister")
    secretary = term("secretary")
    under = term("under")
    head = term("head")
  }

  /// What the lists say of a word; empty for words that only a document knows.
  @inline(__always)
  func marks(_ term: TermID) -> Marks { Marks(rawValue: marks[term]) }
}
