import Testing

@testable import EntityGraph

/// Sentences in the styles of several outlets, with a relation that each must or must not state.
@Suite struct RelationTests {
  static let stated: [(String, String)] = [
    // Active, passive, agentless, nominal.
    ("Germany attacked France on Monday.", "Germany|attacked|France"),
    ("France was attacked by Germany on Monday.", "Germany|attacked|France"),
    ("France, attacked by Germany, asked for help.", "Germany|attacked|France"),
    ("Germany's attack on France surprised many.", "Germany|attacked|France"),
    ("The attack on France by Germany surprised many.", "Germany|attacked|France"),
    ("Germany carried out an attack on France.", "Germany|attacked|France"),
    ("The German bombing of France went on.", "German|attacked|France"),
    ("Paul Smith was shot dead by Peter Long in Ohio.", "Peter Long|killed|Paul Smith"),
    ("Peter Long was convicted of murdering Paul Smith.", "Peter Long|killed|Paul Smith"),
    // Forces, officials and deeds stand for their country or body.
    ("German troops withdrew from Mali.", "German|other|Mali"),
    ("German officials met with the Red Cross.", "German|met|Red Cross"),
    ("Angela Merkel welcomed France's decision.", "Angela Merkel|other|France"),
    // Coordination, apposition, relative clauses.
    ("Germany and Italy support France.", "Italy|supports|France"),
    ("Germany supports France and Italy.", "Germany|supports|Italy"),
    ("Germany criticised France and praised Italy.", "Germany|supports|Italy"),
    ("Germany, which borders Poland, sanctioned Russia.", "Germany|sanctioned|Russia"),
    ("The strikes that Germany launched against France failed.", "Germany|attacked|France"),
    ("Paul Smith, who founded Microsoft, left.", "Paul Smith|founded|Microsoft"),
    ("Angela Merkel and Emmanuel Macron met in Paris.", "Angela Merkel|met|Emmanuel Macron"),
    ("Germany signed a treaty with France.", "Germany|other|France"),
    ("The treaty signed yesterday between Germany and France is new.", "Germany|other|France"),
    ("Germany paid Sony, a firm registered in Cyprus.", "Sony|located_in|Cyprus"),
    (
      "They met at Sony, a firm registered in Cyprus and owned by Paul Smith.",
      "Paul Smith|owns|Sony"
    ),
    // Control, purpose and catenatives.
    ("Germany has decided to attack France.", "Germany|attacked|France"),
    ("Germany urged France to support Italy.", "France|supports|Italy|possible"),
    ("Germany urged France to support Italy.", "Germany|told|France"),
    ("Angela Merkel flew to Paris to meet Emmanuel Macron.", "Angela Merkel|met|Emmanuel Macron"),
    ("Germany is committed to supporting France.", "Germany|supports|France"),
    ("Germany continued its efforts to defeat Hezbollah.", "Germany|opposes|Hezbollah"),
    ("Germany sent a letter to France.", "Germany|told|France"),
    // Who does what a preposition's verb says.
    ("Paul Smith left Microsoft before joining Greenpeace.", "Paul Smith|member_of|Greenpeace"),
    ("Paul Smith quit Microsoft to join Greenpeace.", "Paul Smith|member_of|Greenpeace"),
    ("Paul Smith left Italy while working for Reuters.", "Paul Smith|member_of|Reuters"),
    ("Germany responded by bombing France.", "Germany|attacked|France"),
    // Relative clauses with "whose", what follows them, bare appositions.
    ("Paul Smith, whose wife Mary Jones left, met Peter Long.", "Mary Jones|family_of|Paul Smith"),
    ("Paul Smith, whose wife is a judge, met Peter Long.", "Paul Smith|met|Peter Long"),
    ("Paul Smith, who studied in Berlin, lives in Boston.", "Paul Smith|lives_in|Boston"),
    ("Skype, part of Microsoft, is based in Seattle.", "Skype|located_in|Seattle"),
    ("Skype, part of Microsoft, is based in Seattle.", "Skype|part_of|Microsoft"),
    ("Paul Smith, a writer working for Reuters, left.", "Paul Smith|member_of|Reuters"),
    ("The wife of Paul Smith is Mary Jones.", "Mary Jones|family_of|Paul Smith"),
    ("Paul Smith is the founder and chief executive of Skype.", "Paul Smith|founded|Skype"),
    // Who strikes, kills, talks.
    ("Paul Smith was killed in an Israeli strike.", "Israeli|killed|Paul Smith"),
    ("The bombing of Lyon by Germany killed Paul Smith.", "Germany|killed|Paul Smith"),
    ("After talks with Paul Smith, Angela Merkel left.", "Angela Merkel|met|Paul Smith"),
    ("The sanctions against Russia were imposed by Germany.", "Germany|sanctioned|Russia"),
    ("Germany criticised plans by France.", "Germany|accused|France"),
    ("Germany attacked France's plans.", "Germany|accused|France"),
    ("The Boston lawyer Paul Smith left.", "Paul Smith|lives_in|Boston"),
    ("Paul Smith enjoys the backing of Germany.", "Germany|supports|Paul Smith"),
    ("Peter Long met Paul Smith and his wife, Mary Jones.", "Mary Jones|family_of|Paul Smith"),
    ("Skype, run by Paul Smith, grew.", "Paul Smith|holds_role|Skype"),
    ("Mary Jones, now chairwoman of Skype, left.", "Mary Jones|holds_role|Skype"),
    ("The Boston resident Paul Smith left.", "Paul Smith|lives_in|Boston"),
    // Polarity and modality.
    ("Germany did not attack France.", "Germany|attacked|France|negated"),
    ("Germany never attacked France.", "Germany|attacked|France|negated"),
    ("Germany refused to support France.", "Germany|supports|France|negated"),
    ("Germany will attack France.", "Germany|attacked|France|possible"),
    ("Germany plans to sanction France.", "Germany|sanctioned|France|possible"),
    ("Germany threatened to bomb France.", "Germany|attacked|France|possible"),
    ("Germany reportedly attacked France.", "Germany|attacked|France|reported"),
    ("According to Reuters, Germany attacked France.", "Germany|attacked|France|reported"),
    ("Italy claims that Germany attacked France.", "Germany|attacked|France|reported"),
    ("Germany is said to have attacked France.", "Germany|attacked|France|reported"),
    ("If Germany attacks France, Italy will leave.", "Germany|attacked|France|possible"),
    // Compounds.
    ("The Iran-backed Hezbollah agreed.", "Iran|supports|Hezbollah"),
    ("The Iran-allied Hezbollah agreed.", "Iran|supports|Hezbollah"),
    ("The Tokyo-based Sony agreed.", "Sony|located_in|Tokyo"),
    // Bodies, places, persons.
    ("The Scottish National Party agreed.", "Scottish National Party|part_of|Scottish"),
    (
      "The European Union paid. The European Union Harbour Mission left.",
      "European Union Harbour Mission|part_of|European Union"
    ),
    ("The Iraqi government agreed.", "Iraqi government|part_of|Iraqi"),
    ("Iran's elite Quds Force was hit.", "Quds Force|part_of|Iran"),
    ("They met in Baghdad, Iraq, on Monday.", "Baghdad|located_in|Iraq"),
    ("The Iraqi city of Mosul was rebuilt.", "Mosul|located_in|Iraqi"),
    ("Sony is based in Tokyo.", "Sony|located_in|Tokyo"),
    ("Microsoft bought Skype.", "Microsoft|owns|Skype"),
    ("Bill Gates lives in Seattle.", "Bill Gates|lives_in|Seattle"),
    ("Paul Smith, 34, of Boston, was freed.", "Paul Smith|lives_in|Boston"),
    ("Iranian general Qassem Soleimani spoke.", "Qassem Soleimani|citizen_of|Iranian"),
    ("Paul Smith and his wife, Mary Jones, left.", "Mary Jones|family_of|Paul Smith"),
    ("Angela Merkel joined Greenpeace.", "Angela Merkel|member_of|Greenpeace"),
    ("Olaf Scholz replaced Angela Merkel.", "Olaf Scholz|succeeded|Angela Merkel"),
    ("The FBI arrested Paul Smith.", "FBI|arrested|Paul Smith"),
    ("Germany accused France of spying.", "Germany|accused|France"),
    ("France was threatened by Germany.", "Germany|threatened|France"),
    ("Germany sent doctors at the request of France.", "France|told|Germany"),
    ("Germany condemned Iran's missile test.", "Germany|accused|Iran"),
    ("Amazon founder Jeff Bezos owns the Washington Post.", "Jeff Bezos|owns|Washington Post"),
    ("Greenpeace is headed by Paul Smith.", "Paul Smith|holds_role|Greenpeace"),
    ("Smith, 51, who has led Greenpeace since May, left.", "Smith|holds_role|Greenpeace"),
    ("Germany fined Microsoft 1.8 billion euros.", "Germany|sanctioned|Microsoft"),
    ("Olaf Scholz succeeded Angela Merkel in May.", "Olaf Scholz|succeeded|Angela Merkel"),
    ("Paul Smith was due to meet Mary Jones.", "Paul Smith|met|Mary Jones|possible"),
    ("Germany is unlikely to attack France.", "Germany|attacked|France|possible"),
    ("MP Paul Smith, of Greenpeace, spoke.", "Paul Smith|member_of|Greenpeace"),
    ("Microsoft owns 31% of Skype.", "Microsoft|owns|Skype"),
    ("Microsoft has a 9 percent stake in Skype.", "Microsoft|owns|Skype"),
    ("Paul Smith was captured by the FBI.", "FBI|arrested|Paul Smith"),
  ]

  @Test(arguments: stated)
  func states(_ row: (text: String, relation: String)) {
    let found = RelationText.relations(row.text)
    #expect(found.contains(row.relation), "\(row.text) gave \(found)")
  }

  /// Nothing between the two entities of a sentence may come of these.
  static let silent: [(String, String)] = [
    ("Angela Merkel told reporters in Berlin that it rained.", "told"),
    ("The house stands near Paris, south of Lyon.", "located_in"),
    ("Germany, France and Italy are in Europe.", "France|located_in|Italy"),
    ("Germany attacked the problem. France slept.", "attacked"),
    ("Angela Merkel said the weather in Paris was bad.", "told"),
    ("France rained on Monday and Germany slept.", "other"),
    ("The Paris attacks killed Peter Long.", "killed"),
    ("Peter Long was killed in the Kabul bombing.", "killed"),
    ("Paul Smith, whose wife is Mary Jones, met Peter Long.", "Mary Jones|met|Peter Long"),
    ("Paul Smith left Microsoft before joining Greenpeace.", "Microsoft|member_of|Greenpeace"),
    ("Italy accused the group of attacking France.", "Italy|attacked|France"),
    ("Germany attacked France's plans.", "attacked|France"),
    ("\"No,\" said Paul Smith, an adviser to Angela Merkel.", "told"),
    ("German planes based in Turkey were hit.", "located_in"),
    ("Paul Smith moved the firm to Texas.", "lives_in"),
    ("They visited Spain, Italy, and Greece.", "located_in"),
    ("Germany condemned the raid, and the mayor of Lyon, Paul Smith, resigned.", "accused"),
    ("Paul Smith was captured by the FBI.", "attacked"),
    ("German rival Microsoft lost.", "opposes"),
  ]

  @Test(arguments: silent)
  func isSilent(_ row: (text: String, words: String)) {
    let found = RelationText.relations(row.text)
    #expect(!found.contains { $0.contains(row.words) }, "\(row.text) gave \(found)")
  }
}
