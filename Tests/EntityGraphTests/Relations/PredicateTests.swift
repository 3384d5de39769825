import Testing

@testable import EntityGraph

/// A table for each predicate: active, passive, nominal, coordinated, reported and negated, in the
/// styles of several outlets; and what must state nothing.
@Suite struct PredicateTests {
  static let rows: [(text: String, relation: String)] = [
    // holds_role
    ("Tesla's finance chief was Jason Wheeler.", "Jason Wheeler|holds_role|Tesla"),
    ("Jane Roe is a senior vice president at Siemens.", "Jane Roe|holds_role|Siemens"),
    ("Jane Roe, who runs Siemens, resigned.", "Jane Roe|holds_role|Siemens"),
    ("Jane Roe is not the chairwoman of Siemens.", "Jane Roe|holds_role|Siemens|negated"),
    (
      "Jane Roe is expected to become chief executive of Siemens.",
      "Jane Roe|holds_role|Siemens|possible"
    ),
    ("Jane Roe went on to become president of Chile.", "Jane Roe|holds_role|Chile"),
    (
      "The foreign ministers of Chile and Peru, Jane Roe and Peter Long, met.",
      "Peter Long|holds_role|Peru"
    ),
    ("They flew to Peru, whose president, Jane Roe, was away.", "Jane Roe|holds_role|Peru"),
    ("Jane Roe, chief of staff of the Peruvian army, left.", "Jane Roe|holds_role|Peruvian army"),
    ("Newsweek editor in chief Jane Roe resigned.", "Jane Roe|holds_role|Newsweek"),
    ("Robert Mugabe ruled Zimbabwe for decades.", "Robert Mugabe|holds_role|Zimbabwe"),
    // member_of
    ("Labour's Jane Roe was elected.", "Jane Roe|member_of|Labour"),
    ("Jane Roe and Peter Long of Greenpeace said so.", "Jane Roe|member_of|Greenpeace"),
    ("Jane Roe of Greenpeace said so.", "Jane Roe|member_of|Greenpeace"),
    ("Jane Roe has belonged to Greenpeace since 1990.", "Jane Roe|member_of|Greenpeace"),
    ("Jane Roe serves on the Supreme Court.", "Jane Roe|member_of|Supreme Court"),
    ("Jane Roe, a Republican, agreed.", "Jane Roe|member_of|Republican"),
    ("Jane Roe is a lifelong Republican.", "Jane Roe|member_of|Republican"),
    ("Republican Roger Long agreed.", "Roger Long|member_of|Republican"),
    ("Conservative Andrew Long agreed.", "Andrew Long|member_of|Conservative"),
    ("Republican Senator Jane Roe agreed.", "Jane Roe|holds_role|Republican"),
    (
      "Paul Smith, a Republican from Ohio who served in NATO, agreed.",
      "Paul Smith|member_of|NATO"
    ),
    (
      "Jane Roe, head of Siemens and a member of Greenpeace, agreed.",
      "Jane Roe|member_of|Greenpeace"
    ),
    // part_of
    ("Sony, the Japanese maker of games, grew.", "Sony|part_of|Japanese"),
    ("Skype, which is part of Microsoft, grew.", "Skype|part_of|Microsoft"),
    ("Hezbollah, a Lebanese militia, agreed.", "Hezbollah|part_of|Lebanese"),
    // located_in
    ("France's second city, Lyon, was calm.", "Lyon|located_in|France"),
    ("They met in the Yemeni capital, Sanaa.", "Sanaa|located_in|Yemeni"),
    ("Lyon is in eastern France.", "Lyon|located_in|France"),
    (
      "Jane Roe joined the Institute of Zoology in Lyon.", "Institute of Zoology|located_in|Lyon"
    ),
    ("It rained in Pittsburgh and Harrisburg, Pennsylvania.", "Pittsburgh|located_in|Pennsylvania"),
    (
      "Jane Roe, an economist with Goldman Sachs in New York, spoke.",
      "Goldman Sachs|located_in|New York"
    ),
    ("The London-based Greenpeace protested.", "Greenpeace|located_in|London"),
    ("Greenpeace, a Dublin-based charity, agreed.", "Greenpeace|located_in|Dublin"),
    // lives_in, citizen_of
    ("Born in Dublin, Jane Roe worked as a nurse.", "Jane Roe|lives_in|Dublin"),
    ("Jane Roe, a truck driver from Dublin, won.", "Jane Roe|lives_in|Dublin"),
    ("Jane Roe, a resident of Dublin, won.", "Jane Roe|lives_in|Dublin"),
    ("Jane Roe of Ireland won the race.", "Jane Roe|citizen_of|Ireland"),
    ("U.S. Attorney Jane Roe spoke.", "Jane Roe|holds_role|U.S."),
    ("Swedish owner Jane Roe won the race.", "Jane Roe|citizen_of|Swedish"),
    ("Spain's Jane Roe won the race.", "Jane Roe|citizen_of|Spain"),
    // family_of
    (
      "Paul Smith fled. His wife, Emma Long, a former singer born in Ohio, was held.",
      "Emma Long|family_of|Paul Smith"
    ),
    ("Emma Long was married to Paul Smith.", "Emma Long|family_of|Paul Smith"),
    ("Emma Long, the sister of Paul Smith, agreed.", "Emma Long|family_of|Paul Smith"),
    // owns, founded
    ("Skype is owned by Microsoft.", "Microsoft|owns|Skype"),
    ("Gillette is owned by Procter & Gamble.", "Procter & Gamble|owns|Gillette"),
    ("Microsoft's takeover of Skype was approved.", "Microsoft|owns|Skype"),
    ("Microsoft agreed to buy Skype.", "Microsoft|owns|Skype|possible"),
    ("Microsoft will not buy Skype.", "Microsoft|owns|Skype|negated"),
    ("Tesla owner Paul Smith spoke.", "Paul Smith|owns|Tesla"),
    ("Microsoft co-founder Paul Allen spoke.", "Paul Allen|founded|Microsoft"),
    ("Microsoft was co-founded by Paul Allen and Bill Gates.", "Bill Gates|founded|Microsoft"),
    // met, told
    ("The foreign ministers of Chile and Peru met in Paris.", "Chile|met|Peru"),
    ("Jane Roe refused to meet Paul Smith.", "Jane Roe|met|Paul Smith|negated"),
    ("Jane Roe will meet Paul Smith on Monday.", "Jane Roe|met|Paul Smith|possible"),
    ("Chile called on Peru to sign.", "Chile|told|Peru"),
    ("Peru was urged by Chile to sign.", "Chile|told|Peru"),
    ("Jane Roe spoke by telephone with Paul Smith.", "Jane Roe|told|Paul Smith"),
    // killed
    ("Peter Long shot and mortally wounded Paul Smith.", "Peter Long|killed|Paul Smith"),
    ("Paul Smith was beaten to death by fellow inmate Peter Long.", "Peter Long|killed|Paul Smith"),
    ("Peter Long was convicted of Paul Smith's murder.", "Peter Long|killed|Paul Smith"),
    ("Peter Long, the killer of Paul Smith, escaped.", "Peter Long|killed|Paul Smith"),
    (
      "Peter Long is accused of killing Paul Smith and Mary Smith.",
      "Peter Long|killed|Mary Smith|reported"
    ),
    // attacked
    ("Russian forces shelled the port city of Odesa overnight.", "Russian|attacked|Odesa"),
    ("The Houthis, a group that controls Sanaa, bombed Greece.", "Houthis|attacked|Greece"),
    ("Germany opened fire on France.", "Germany|attacked|France"),
    ("Hezbollah fighters ambushed the Peruvian army.", "Hezbollah|attacked|Peruvian army"),
    ("Chile reportedly raided Peru.", "Chile|attacked|Peru|reported"),
    // threatened
    ("Chile threatened Peru with sanctions.", "Chile|threatened|Peru"),
    ("Chile's warning to Peru was ignored.", "Chile|threatened|Peru"),
    // accused
    ("Chile attacked Peru over the budget.", "Chile|accused|Peru"),
    ("Jane Roe, a lawmaker from Dublin, accused Peru of spying.", "Jane Roe|accused|Peru"),
    ("Chile and Peru accused each other of lying.", "Peru|accused|Chile"),
    (
      "Paul Smith slammed the board of the Boston-based firm, accusing chairman Peter Long of lies.",
      "Paul Smith|accused|Peter Long"
    ),
    // supports, opposes
    ("The Iran-backed Hezbollah agreed.", "Iran|supports|Hezbollah"),
    ("Hezbollah, an Iran-aligned group, agreed.", "Iran|supports|Hezbollah"),
    ("Chile accused Peru of backing Hezbollah fighters.", "Peru|supports|Hezbollah|reported"),
    ("Chile does not support Peru.", "Chile|supports|Peru|negated"),
    ("Paul Smith refused to meet his rival Peter Long.", "Peter Long|opposes|Paul Smith"),
    ("The anti-Iran militia Hezbollah agreed.", "Hezbollah|opposes|Iran"),
    // sanctioned, arrested
    ("Paul Smith was expelled from Greenpeace.", "Greenpeace|sanctioned|Paul Smith"),
    ("The European Union fined Google.", "European Union|sanctioned|Google"),
    ("Judge Jane Roe sentenced Paul Smith to a year in prison.", "Jane Roe|arrested|Paul Smith"),
    // succeeded
    ("Jane Roe replaced Paul Smith as coach.", "Jane Roe|succeeded|Paul Smith"),
    ("Jane Roe will be succeeded by Paul Smith.", "Paul Smith|succeeded|Jane Roe|possible"),
    ("Jane Roe's predecessor, Paul Smith, agreed.", "Jane Roe|succeeded|Paul Smith"),
    // other
    ("Arsenal play Chelsea on Tuesday.", "Arsenal|other|Chelsea"),
    ("Jane Roe left as Arsenal beat Chelsea.", "Arsenal|other|Chelsea"),
    ("Jane Roe flew to Peru.", "Jane Roe|other|Peru"),
    ("KABUL, Afghanistan — A Siemens delegation visited Peru.", "Siemens|other|Peru"),
    // Persons between commas, sums and times behind names, verbs that look like nouns.
    (
      "Police said Paul Smith, 34, of Leeds, was shot dead by Peter Long.",
      "Peter Long|killed|Paul Smith"
    ),
    (
      "Police said Paul Smith, a plumber, was shot dead by Peter Long.",
      "Peter Long|killed|Paul Smith"
    ),
    ("Paul Smith fatally shot Peter Long two days later.", "Paul Smith|killed|Peter Long"),
    (
      "The European Commission fined Siemens 2.4 billion euros.",
      "European Commission|sanctioned|Siemens"
    ),
    (
      "Paul Smith rejected the result and accused Jane Roe of fraud.", "Paul Smith|accused|Jane Roe"
    ),
    (
      "Peru imposed sanctions on two Chilean officials accused of fraud.", "Peru|sanctioned|Chilean"
    ),
    ("Paul Smith, who took power from his father Peter, fled to Peru.", "Paul Smith|other|Peru"),
    (
      "They upheld the sentence of Paul Smith, convicted of murdering Peter Long.",
      "Paul Smith|killed|Peter Long"
    ),
    (
      "Paul Smith pleaded guilty in Memphis, Tennessee, to the murder of Peter Long.",
      "Paul Smith|killed|Peter Long"
    ),
    ("The Hezbollah movement attacked Lyon.", "Hezbollah|attacked|Lyon"),
    ("Jane Roe has been accused of bullying by Paul Smith.", "Paul Smith|accused|Jane Roe"),
    ("Jane Roe attacked Paul Smith as weak.", "Jane Roe|accused|Paul Smith"),
    (
      "The king appointed Jane Roe as prime minister, replacing Paul Smith.",
      "Jane Roe|succeeded|Paul Smith"
    ),
    ("Siemens sacked Paul Smith and replaced him with Jane Roe.", "Jane Roe|succeeded|Paul Smith"),
    ("Siemens and fighters from Hezbollah clashed.", "Siemens|attacked|Hezbollah"),
    ("Chile and Peru, both Bolivian allies, agreed.", "Chile|supports|Bolivian"),
    ("Chile is considering sanctions against Peru.", "Chile|sanctioned|Peru|possible"),
    ("Paul Smith gunned down Peter Long.", "Paul Smith|killed|Peter Long"),
    ("The Iran-backed Hezbollah fighters seized Lyon.", "Iran|supports|Hezbollah"),
    (
      "Prosecutors of the FBI left. The FBI filed charges against Paul Smith.",
      "FBI|arrested|Paul Smith"
    ),
    ("Chile and Peru agreed to restore ties.", "Chile|other|Peru"),
    ("Chile is due to hold talks with Peru.", "Chile|met|Peru|possible"),
    ("Police arrested Paul Smith at his home in Lyon.", "Paul Smith|lives_in|Lyon"),
    ("Ohio's Jane Roe agreed.", "Jane Roe|lives_in|Ohio"),
    ("The Ohio-born painter Jane Roe agreed.", "Jane Roe|lives_in|Ohio"),
    ("Israel struck Hezbollah positions in Lebanon.", "Israel|attacked|Hezbollah"),
    ("Israel struck Hezbollah positions in Lebanon.", "Israel|attacked|Lebanon"),
    ("The FBI raided the offices of Microsoft in Lyon.", "FBI|attacked|Microsoft"),
    ("Skype's board, chaired by Jane Roe, met.", "Jane Roe|holds_role|Skype"),
    ("Paul Smith was cleared of murdering Peter Long.", "Paul Smith|killed|Peter Long|negated"),
    ("Paul Smith was acquitted of Peter Long's murder.", "Paul Smith|killed|Peter Long|negated"),
    ("Paul Smith cancelled a meeting with Jane Roe.", "Paul Smith|met|Jane Roe|negated"),
    ("Paul Smith did not cancel a meeting with Jane Roe.", "Paul Smith|met|Jane Roe"),
    ("The Supreme Court upheld Jane Roe's victory over Paul Smith.", "Jane Roe|other|Paul Smith"),
    (
      "The Supreme Court upheld Jane Roe's victory over Paul Smith.",
      "Supreme Court|other|Jane Roe"
    ),
    ("Jane Roe toured the offices of Microsoft in May.", "Jane Roe|other|Microsoft"),
    ("Jane Roe has since traveled to France.", "Jane Roe|other|France"),
    // When something happened, between those who did it or in front.
    ("Jane Roe today met Paul Smith.", "Jane Roe|met|Paul Smith"),
    ("Jane Roe last week met Paul Smith.", "Jane Roe|met|Paul Smith"),
    ("Jane Roe Monday met Paul Smith.", "Jane Roe|met|Paul Smith"),
    ("Jane Roe has today condemned France.", "Jane Roe|accused|France"),
    ("On Sunday Jane Roe met Paul Smith.", "Jane Roe|met|Paul Smith"),
    ("On Sunday Mr Roe met Paul Smith.", "Roe|met|Paul Smith"),
    ("In Lyon Jane Roe met Paul Smith.", "Jane Roe|met|Paul Smith"),
    ("Jane Roe, speaking in Lyon, condemned Russia.", "Jane Roe|accused|Russia"),
    // A clause without "that" behind whom it is told.
    ("Jane Roe told the Guardian she would go.", "Jane Roe|told|Guardian"),
    ("Jane Roe told Paul Smith the plan was dead.", "Jane Roe|told|Paul Smith"),
    ("Jane Roe warned France it had failed.", "Jane Roe|threatened|France"),
    ("Jane Roe told Reuters there was no hope.", "Jane Roe|told|Reuters"),
    ("Jane Roe told Reuters \"there is no hope\".", "Jane Roe|told|Reuters"),
    ("Mustafa al-Kadhimi backed Paul Smith.", "Mustafa al-Kadhimi|supports|Paul Smith"),
    ("Greenpeace, based in Lyon, operated in Peru.", "Greenpeace|other|Peru"),
    // Past forms that were nouns as well.
    ("Jane Roe today spoke to Paul Smith.", "Jane Roe|told|Paul Smith"),
    ("Jane Roe later stole secrets from Microsoft.", "Jane Roe|other|Microsoft"),
    // Places in a list: the last is not what holds the one before.
    ("Jane Roe visited Lyon and Berlin.", "Jane Roe|other|Berlin"),
    ("Jane Roe flew to Lyon, Berlin and Rome.", "Jane Roe|other|Rome"),
    ("Jane Roe signed an agreement with Greenpeace.", "Jane Roe|other|Greenpeace"),
    ("Jane Roe, who owns the Siemens conglomerate, left.", "Jane Roe|owns|Siemens"),
    (
      "Jane Roe called the French minister, Paul Smith, to discuss trade.",
      "Jane Roe|told|Paul Smith"
    ),
    ("The NATO Response Force is ready, NATO said.", "NATO Response Force|part_of|NATO"),
    ("Peru's Congress met in Lima.", "Peru's Congress|part_of|Peru"),
    ("Jane Roe leaked details of her budget to Paul Smith.", "Jane Roe|other|Paul Smith"),
    ("Chile repeated its call for Peru to leave Bolivia.", "Peru|other|Bolivia|possible"),
    ("Jane Roe left for Lyon to meet Paul Smith.", "Jane Roe|met|Paul Smith"),
    ("Jane Roe gave a speech praising Paul Smith.", "Jane Roe|supports|Paul Smith"),
    ("Paul Smith gave Greenpeace £50,000.", "Paul Smith|supports|Greenpeace"),
    ("Fighting erupted between Chile and Peru.", "Chile|attacked|Peru"),
    ("A bridge in Lyon was bombed by NATO.", "NATO|attacked|Lyon"),
    ("Chile poses a threat to Peru.", "Chile|threatened|Peru"),
    ("Talks were held between Chile and Peru.", "Chile|met|Peru"),
    ("Jane Roe relied on Paul Smith to visit Peru.", "Paul Smith|other|Peru|possible"),
    ("Jane Roe spoke to Paul Smith, and last week met Ann Long.", "Jane Roe|met|Ann Long"),
    ("Greenpeace, chaired this year by Jane Roe, agreed.", "Jane Roe|holds_role|Greenpeace"),
    ("Jane Roe will fly to Lyon, France; Bonn, Germany; and Lima.", "Jane Roe|other|Lima|possible"),
    (
      "Hamas accuses Greenpeace, a group linked to Peru and allied to Chile.",
      "Greenpeace|other|Chile|reported"
    ),
    (
      "Paul Smith, the head of Greenpeace, whom Chile has jailed, left.",
      "Chile|arrested|Paul Smith"
    ),
    ("Jane Roe gave Paul Smith two days to leave Peru.", "Paul Smith|other|Peru"),
    ("Jane Roe was received by Paul Smith and met Ann Long.", "Jane Roe|met|Ann Long"),
    ("Chile imposed sanctions on six officials, including Jane Roe.", "Chile|sanctioned|Jane Roe"),
    ("Chile sanctioned two officials: Jane Roe and Paul Smith.", "Chile|sanctioned|Paul Smith"),
    ("Jane Roe, long accused by Chile of fraud, left.", "Chile|accused|Jane Roe"),
    ("Chile remains grateful to Peru.", "Chile|other|Peru"),
    ("Jane Roe wrote to Chile, and to Peru.", "Jane Roe|told|Peru"),
    ("Jane Roe, who heads Greenpeace, and Paul Smith left Lyon.", "Paul Smith|other|Lyon"),
    ("The leaders of Chile and Peru met Jane Roe.", "Peru|met|Jane Roe"),
    ("Jane Roe, whose group runs Greenpeace, called on Chile to act.", "Jane Roe|told|Chile"),
    ("Jane Roe travelled from Chile to Peru.", "Jane Roe|other|Peru"),
  ]

  @Test(arguments: rows)
  func states(_ row: (text: String, relation: String)) {
    let found = RelationText.relations(row.text)
    #expect(found.contains(row.relation), "\(row.text) gave \(found)")
  }

  /// Words that nothing stated may hold.
  static let silent: [(text: String, words: String)] = [
    ("Judge Peter Long said that Paul Smith hanged himself.", "killed"),
    ("The FBI released Paul Smith.", "arrested"),
    ("Paul Smith was arrested in Lyon.", "Lyon"),
    ("Researchers at Harvard University, led by Jane Roe, found it.", "Harvard"),
    ("Iran's ally Syria agreed.", "located_in"),
    ("Greenpeace lost Peru's neighbour Chile.", "located_in"),
    ("The murder, which Peru blamed on Chile, shook Lyon.", "Lyon"),
    ("Jane Roe drew a line under the controversy about the feud with Paul Smith.", "other"),
    ("The party fell apart. Jane Roe's comments came after Paul Smith resigned.", "other"),
    ("It was Paul Smith who, Jane Roe claims, was late.", "other"),
    ("Chile repeated its call for Peru to leave Bolivia.", "Chile|other|Bolivia"),
    ("Chile opened a road across the line dividing Peru.", "Chile"),
    ("Chile denies supporting the rebels of Peru.", "Chile|other"),
    ("Germany's lender and the retailer from Unilever grew.", "holds_role"),
    ("SoftBank, the company's biggest investor, agreed.", "holds_role"),
    ("Jane Roe, the president's wife, left.", "holds_role"),
    ("They beat Chile in Lyon.", "located_in"),
    ("In the Newsweek interview Jane Roe said no.", "member_of"),
    ("KABUL, Afghanistan — A plane crashed near Lyon.", "other"),
    (
      "In a speech to Greenpeace, in which he praised Peru, Paul Smith wept.",
      "supports|Greenpeace"
    ),
    ("Jane Roe has not been careful in attacking Peru.", "negated"),
    ("Paul Smith said there were claims linking Peru to the murder.", "Paul Smith"),
    ("Peter Long was killed in the Lyon murder of Paul Smith.", "Lyon|killed"),
    ("Jane Roe met a Republican voter.", "member_of"),
    ("Gunmen loyal to Jane Roe stormed Lyon.", "supports"),
    ("Sen. Jane Roe, D-Ohio, head of Greenpeace, agreed.", "other"),
    ("Paul Smith, a technician from Wales, agreed.", "holds_role"),
  ]

  @Test(arguments: silent)
  func isSilent(_ row: (text: String, words: String)) {
    let found = RelationText.relations(row.text)
    #expect(!found.contains { $0.contains(row.words) }, "\(row.text) gave \(found)")
  }

  @Test func labelsSayWhoIsFormer() throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let text = "Former Chilean president Jane Roe left."
    let extraction = try #require(RoleText.extract(text))
    let labels = extraction.relations.map { knowledge.label(of: $0, in: Array(text.utf8)) }
    #expect(labels == ["former president"])
  }
}
