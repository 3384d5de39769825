import Testing

@testable import EntityGraph

/// Patterns against sentences, through the fast matcher, the fast matcher after a trip through
/// bytes, and the reference matcher.
@Suite struct PatternTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var target = RuleTarget.mention
    var pattern: String
    var sentence: String
    var expected: [String]
    var options = ""
    var testDescription: String { "\(pattern) on \(sentence)" }

    init(
      _ pattern: String, _ sentence: String, _ expected: [String], target: RuleTarget = .mention,
      options: String = ""
    ) {
      (self.pattern, self.sentence, self.expected) = (pattern, sentence, expected)
      (self.target, self.options) = (target, options)
    }
  }

  @Test(arguments: Self.words + Self.mentions + Self.chunks + Self.shapes + Self.relations)
  func matches(_ row: Row) throws {
    let bench = RuleWorkbench()
    let head =
      switch row.target {
      case .relation: "relation any (entity -> entity)\nrule r : any\n  label \"x\""
      case .mention, .nominal: "rule r : \(row.target) person"
      default: "rule r : \(row.target)"
      }
    let fields = Array(repeating: "-", count: row.target.fieldCount).joined(separator: " | ")
    let compiled = bench.compile(
      """
      list greeting = hello "good morning" "good day to you"
      let full = [cap] [cap]
      \(head)
        match \(row.pattern)
        \(row.options)
        yes "- -" -> \(fields)
        no  "x"
      """)
    #expect(compiled.diagnostics.map(\.description) == [])
    let rules = try #require(compiled.rules)
    let again = try CompiledRules(bytes: rules.serialize())
    let document = bench.document(row.sentence)
    var matcher = RuleMatcher()
    for engine in [rules, again] {
      let fast = document.matches(engine, row.target, matcher: &matcher)
      #expect(fast.map { document.shown($0, row.target) } == row.expected)
    }
    if row.options.contains("once") { return }
    let slow = ReferenceMatcher.matches(
      try #require(compiled.patterns[0]), lists: compiled.lists, in: document,
      reportsAll: row.options.contains("all"))
    let shown = slow.map { captures in
      zip(row.target.captures, captures).filter(\.1.isSet)
        .map { "\($0)=\(document.words($1.first, $1.end))" }.joined(separator: " ")
    }
    #expect(Set(shown) == Set(row.expected))
    #expect(shown.count == row.expected.count)
  }

  static let words: [Row] = [
    Row(#""the" name:[cap]"#, "The Guardian saw the Sun.", ["name=Guardian", "name=Sun"]),
    Row(#"'the' name:[cap]"#, "The Guardian saw the Sun.", ["name=Sun"]),
    Row(#"name:"prime minister""#, "A Prime Minister, a prime suspect.", ["name=Prime Minister"]),
    Row(#"name:"café""#, "The CAFE and the Café.", ["name=CAFE", "name=Café"]),
    Row(#""by" name:"anti*""#, "by antiwar by anti by Antarctica", ["name=antiwar"]),
    Row(#""a" name:"*ist""#, "a Marxist, a list, a ist", ["name=Marxist", "name=list"]),
    Row(#""a" name:"*élan""#, "a Bratélan", ["name=Bratélan"]),
    Row(
      #"name:<greeting>"#, "Hello, good morning and good day to you.",
      ["name=Hello", "name=good morning", "name=good day to you"]),
    Row(#"name:<greeting> "friend""#, "Good day to you friend.", ["name=Good day to you"]),
    Row(
      #"[cap] name:<greeting>"#, "Bob good morning Al hello", ["name=good morning", "name=hello"]),
    Row(
      #"name:<titles>"#, "the prime minister and chair of the board",
      ["name=prime minister", "name=chair of the board"]),
    Row(#"name:<message>"#, "a letter", ["name=letter"]),
    Row(#"name:<honorific|rank>"#, "Mr and general", ["name=Mr", "name=general"]),
    Row(#"<det> name:[lower]"#, "The old man", ["name=old"]),
    Row(#"<det> name:[cap -<weak> -"Bob"]"#, "the Mr, the Bob, the Eve", ["name=Eve"]),
    Row(#""of" name:[caps]"#, "of NATO of Nato", ["name=NATO"]),
    Row(#""at" name:[number]"#, "at 5,200 at five", ["name=5,200"]),
    Row(#""(" name:[cap] ")""#, "Alpha (Beta) gamma (delta)", ["name=Beta"]),
    Row(#""—" name:[cap]"#, "Alpha – Beta -- Gamma", ["name=Beta", "name=Gamma"]),
    Row(#"name:[cap] "'s""#, "Iraq's and Iran’s", ["name=Iraq", "name=Iran"]),
    Row(#"name:[cap] [possessive] "war""#, "Iraq's war", ["name=Iraq"]),
    Row(#""a" name:[-cap -"b"]"#, "a b a C a d", ["name=d"]),
    Row(#""a" name:[<role> lower]"#, "a minister a Minister a hat", ["name=minister"]),
    Row(#""in" name:[any]"#, "in , in x", ["name=,", "name=x"]),
  ]

  static let mentions: [Row] = [
    Row(#"name:person"#, "{person:Ann} met {place:Rome}", ["name=Ann"]),
    Row(#"name:entity "met""#, "{person:Ann} met {place:Rome} met", ["name=Ann", "name=Rome"]),
    Row(
      #"name:place<adjective> <force>"#, "{place.adjective:Iraqi} troops {place:Iraq} troops",
      ["name=Iraqi"]),
    Row(
      #"name:place<adjective|nominal>"#,
      "{place:Iraq} {place.adjective:Iraqi} {place.nominal:the country}",
      ["name=Iraqi", "name=the country"]),
    Row(#"name:person<-pronoun>"#, "{person.pronoun:he} {person:Ann}", ["name=Ann"]),
    Row(#"name:place<country>"#, "{place+country:Iraq} {place+city:Baghdad}", ["name=Iraq"]),
    Row(#"name:place<-city>"#, "{place+country:Iraq} {place+city:Baghdad}", ["name=Iraq"]),
    // Of nested mentions the longest that lets the rest match.
    Row(
      #"name:organization "said""#, "{organization:{organization:Bank} of {place:Rome}} said",
      ["name=Bank of Rome"]),
    Row(
      #"name:organization "of""#, "{organization:{organization:Bank} of {place:Rome}} said",
      ["name=Bank"]),
    Row(
      #""the" name:(organization | place)"#, "the {organization:UN} the {place:Alps}",
      ["name=UN", "name=Alps"]),
    Row(#""the" name:role"#, "the {role:deputy head} the hat", ["name=deputy head"]),
    Row(
      #"person [-entity]{0,3} "met" name:person"#,
      "{person:Ann} and {person:Bob} just met {person:Eve}", ["name=Eve"]),
    Row(
      #"person [any]{0,3} "met" name:person"#,
      "{person:Ann} and {person:Bob} just met {person:Eve}", ["name=Eve", "name=Eve"]),
    Row(#"name:[person] "said""#, "{person:Ann Lee} said, Bob said", ["name=Lee"]),
    // Matches stay inside a sentence.
    Row(#""met" name:person"#, "Bob met // {person:Ann} met {person:Eve}", ["name=Eve"]),
  ]

  static let chunks: [Row] = [
    Row(
      #"verb<kill> name:person"#, "{verb=kill:killed} {person:Ann} {verb=meet:met} {person:Bob}",
      ["name=Ann"]),
    Row(
      #"verb:<kill passive> "by" name:person"#,
      "{verb.passive=kill:was killed} by {person:Ann}, {verb=kill:killed} by {person:Bob}",
      ["name=Ann"]),
    Row(
      #"verb<kill active> "by" name:person"#,
      "{verb.passive=kill:was killed} by {person:Ann}, {verb=kill:killed} by {person:Bob}",
      ["name=Bob"]),
    Row(
      #"name:person verb<kill|murder -negated>"#,
      "{person:Ann} {verb=murder:murdered} {person:Bob} {verb.negated=kill:did not kill}",
      ["name=Ann"]),
    Row(
      #"name:person verb<asserted "kill">"#,
      "{person:Ann} {verb.possible=kill:may kill} {person:Bob} {verb=kill:killed}", ["name=Bob"]),
    Row(
      #"name:person verb<<say>>"#, "{person:Ann} {verb=say:said} {person:Bob} {verb=meet:met}",
      ["name=Ann"]),
    Row(
      #"name:person verb<"set up">"#,
      "{person:Ann} {verb=set_up:set up} {person:Bob} {verb=set:set}", ["name=Ann"]),
    Row(
      #"name:person verb<set>"#,
      "{person:Ann} {verb=set_up:set up} {person:Bob} {verb=set:set}", ["name=Bob"]),
    Row(
      #"name:np<head=<force>> "met""#, "{np:the troops} met {np:the letter} met",
      ["name=the troops"]),
    Row(
      #"name:np<head="letter" plural>"#, "{np.plural=letter:the letters} {np=letter:a letter}",
      ["name=the letters"]),
    Row(
      #"np<-plural> verb<meet> name:np"#,
      "{np.plural:The troops} {verb=meet:met} {np:Bob} {verb=meet:met} {np:Eve}", ["name=Eve"]),
    Row(
      #"name:np<head=letter|troops>"#, "{np:a letter} {np:the troops} {np:a hat}",
      ["name=a letter", "name=the troops"]),
  ]

  static let shapes: [Row] = [
    Row(#""mr" name:([cap] [cap]?)"#, "Mr Bob Lee, Mr Al", ["name=Bob Lee", "name=Al"]),
    Row(#""mr" name:[cap]{1,3}"#, "Mr A B C D", ["name=A B C"]),
    Row(#""mr" name:[cap]{1,3}? "D""#, "Mr A B C D", ["name=A B C"]),
    Row(#""mr" name:[cap]{2}"#, "Mr A, Mr A B C", ["name=A B"]),
    Row(#""mr" [any]{0,4} name:[cap]"#, "Mr x Bob y Lee z", ["name=Lee"]),
    Row(#""mr" [any]{0,4}? name:[cap]"#, "Mr x Bob y Lee z", ["name=Bob"]),
    Row(#""mr" name:full"#, "Mr Bob Lee", ["name=Bob Lee"]),
    Row(#"("mr" | "general") name:[cap]"#, "Mr Al, General Bo", ["name=Al", "name=Bo"]),
    Row(
      #"("the" [lower]{0,2} "minister" | "mr") name:[cap]"#, "the new prime minister Al, Mr Bo",
      ["name=Al", "name=Bo"]),
    Row(#"name:[cap] (","? "the" "minister"){1,2}"#, "Al, the minister, the minister", ["name=Al"]),
    Row(#"^ name:[cap] "met""#, "Al met Bo // Bo met Al met", ["name=Al", "name=Bo"]),
    Row(#""met" name:[cap] $"#, "Al met Bo met Cy. // x met Di", ["name=Cy", "name=Di"]),
    Row(#"^ name:"he""#, "\"He said he", ["name=He"]),
    Row(#"!("mr") name:[cap] "met""#, "Mr Al met, Bo met", ["name=Bo"]),
    Row(#"&("the" [lower]) name:[cap] "met""#, "the old Al met, Bo met", ["name=Al"]),
    Row(#""met" name:[cap] !([cap])"#, "met Al Bo met Cy", ["name=Cy"]),
    Row(#""met" name:[cap] &("," | ".")"#, "met Al Bo met Cy, met Di.", ["name=Cy", "name=Di"]),
    Row(#""met" name:[cap] !("and" person)"#, "met Al and {person:Bo} met Cy and x", ["name=Cy"]),
    Row(#"name:[cap] "met""#, "Al met Bo met", ["name=Al"], options: "once"),
    // Anchored at the very start and end of the sentence.
    Row(#"[cap]{0,3} name:"minister""#, "minister", ["name=minister"]),
    Row(#""minister" [cap]{0,12} name:[cap]"#, "minister A B", ["name=B"]),
    Row(
      #"[lower]{0,3} name:"minister""#, "old new minister",
      ["name=minister", "name=minister", "name=minister"]),
  ]

  static let relations: [Row] = [
    Row(
      #"subject:person ","? <det>? [lower]{0,3} label:<role> ("of" | "for" | "at") <det>? object:(organization | place)"#,
      "{person:Jane Doe}, a spokeswoman for the {organization:Pentagon}, said so.",
      ["subject=Jane Doe object=Pentagon label=spokeswoman"], target: .relation),
    Row(
      #"subject:entity "met" (entity ("," | "and")){0,4} object:entity"#,
      "{person:Al} met {person:Bo}, {person:Cy} and {person:Di}.",
      [
        "subject=Al object=Di", "subject=Al object=Cy", "subject=Al object=Bo",
      ], target: .relation, options: "all"),
    Row(
      #"subject:entity (("," | "and") entity){0,4} "met" object:entity"#,
      "{person:Al} and {person:Bo} met {person:Cy}.",
      ["subject=Al object=Cy", "subject=Bo object=Cy"], target: .relation),
    Row(
      #"label:(<role.mod>{0,2} <role>) "of" of:place holder:person"#,
      "deputy prime minister of {place:Iraq} {person:Al}",
      [
        "label=deputy prime minister holder=Al of=Iraq", "label=prime minister holder=Al of=Iraq",
        "label=minister holder=Al of=Iraq",
      ], target: .role),
    Row(
      #"a:organization "(" b:organization ")""#,
      "the {organization:World Bank} ({organization:WB}) said", ["a=World Bank b=WB"],
      target: .alias),
    Row(#"name:(<det> <rank>)"#, "the general", ["name=the general"], target: .nominal),
  ]
}
