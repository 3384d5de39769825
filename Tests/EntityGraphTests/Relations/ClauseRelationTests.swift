import Testing

@testable import EntityGraph

/// Who acts and on whom, where lists, appositions and titles stand in between.
@Suite struct ClauseRelationTests {
  static let stated: [(String, String)] = [
    // A list that goes on behind a role, its portfolio and its holder.
    (
      "Special Envoy for Syria Mary Jones and Paul Smith met on Monday.",
      "Mary Jones|met|Paul Smith"
    ),
    ("Minister of Defense Mary Jones and Paul Smith visited Ghana.", "Paul Smith|other|Ghana"),
    ("The minister, Mary Jones, and Paul Smith visited Ghana.", "Paul Smith|other|Ghana"),
    (
      "Paul Smith met Ambassador to Ukraine Mary Jones and President Peter Long.",
      "Paul Smith|met|Peter Long"
    ),
    (
      "Under Secretary for Political Affairs Mary Jones met Paul Smith.",
      "Mary Jones|met|Paul Smith"
    ),
    ("Under Secretary Mary Jones will travel to Ghana.", "Mary Jones|other|Ghana|possible"),
    // Several agents, two objects, further partners.
    ("Paul Smith was backed by Germany, by France and by Italy.", "Italy|supports|Paul Smith"),
    ("Paul Smith criticised both Germany and France.", "Paul Smith|accused|France"),
    ("Paul Smith criticised both Germany and France.", "Paul Smith|accused|Germany"),
    (
      "Paul Smith held talks with Mary Jones, and with acting Prime Minister Peter Long.",
      "Paul Smith|met|Peter Long"
    ),
    ("Paul Smith met with Mary Jones and, later, with Peter Long.", "Paul Smith|met|Peter Long"),
    ("Paul Smith held a round of talks with Mary Jones.", "Paul Smith|met|Mary Jones"),
    // Behind an apposition the clause's verb may look like a plural.
    ("Her husband, Paul Smith, works for Microsoft.", "Paul Smith|member_of|Microsoft"),
    ("Paul Smith, a lawyer, lives in Boston.", "Paul Smith|lives_in|Boston"),
    ("Serving as envoy, Paul Smith criticised Russia.", "Paul Smith|accused|Russia"),
    // What a clause without "which" says of the noun in front.
    ("Paul Smith sold Skype, a firm that he founded in 2015.", "Paul Smith|founded|Skype"),
    ("Germany condemned in the strongest terms Russia's attack.", "Germany|accused|Russia"),
    // Whose a body is, and where it sits.
    (
      "Greenpeace, the European Union agency, agreed with France.",
      "Greenpeace|part_of|European Union"
    ),
    ("He met staff of Skype, Germany's internet service.", "Skype|part_of|Germany"),
    ("She left Skype, a firm in Leeds.", "Skype|located_in|Leeds"),
    ("The 3rd Squadron, 5th Cavalry Regiment, crossed Poland.", "3rd Squadron|other|Poland"),
    (
      "The 3rd Squadron, 5th Cavalry Regiment, crossed Poland.",
      "3rd Squadron|part_of|5th Cavalry Regiment"
    ),
    (
      "Soldiers of the 5th Artillery Brigade at Fort Bliss left.",
      "5th Artillery Brigade|located_in|Fort Bliss"
    ),
    // "having lied" is no clause of its own, and a passive has no object.
    ("Paul Smith accused Hezbollah of having attacked France.", "Paul Smith|accused|Hezbollah"),
    (
      "Paul Smith asked for news of Mary Jones, who has been held since May, and urged Egypt to help.",
      "Paul Smith|told|Egypt"
    ),
    ("Paul Smith told the Reuters news agency that he was ill.", "Paul Smith|told|Reuters"),
    (
      "Paul Smith will visit a school in Peru and meet with Mary Jones.",
      "Paul Smith|met|Mary Jones|possible"
    ),
    (
      "Peter Long, the suspect in Kennedy's murder, was arrested.",
      "Peter Long|killed|Kennedy|reported"
    ),
    // What he says goes on with "said", not with what others had done; a plural verb has both.
    (
      "Paul Smith said the rebels had shelled the town and accused Russia of lying.",
      "Paul Smith|accused|Russia"
    ),
    ("Paul Smith said the rebels had left and urged France to help.", "Paul Smith|told|France"),
    ("Germany and France, which have backed Paul Smith, agreed.", "Germany|supports|Paul Smith"),
    ("The UK calls on Egypt to free Paul Smith.", "UK|told|Egypt"),
    ("U.S. Attorney General Paul Smith spoke.", "Paul Smith|holds_role|U.S."),
    ("Paul Smith, 44, is from Boston and plays golf.", "Paul Smith|lives_in|Boston"),
    ("Germany still supports France.", "Germany|supports|France"),
    ("Paul Smith still lives in Boston.", "Paul Smith|lives_in|Boston"),
    ("German troops still occupy Lyon.", "German|other|Lyon"),
    ("Paul Smith once led Microsoft.", "Paul Smith|holds_role|Microsoft"),
    ("Paul Smith once advised Mary Jones.", "Paul Smith|told|Mary Jones"),
    // Deeds of somebody who is known by a role.
    (
      "Germany supports the efforts of the UN Special Representative, Paul Smith.",
      "Germany|supports|Paul Smith"
    ),
    ("Paul Smith discussed the matter in a call with Mary Jones.", "Paul Smith|told|Mary Jones"),
  ]

  @Test(arguments: stated)
  func states(_ row: (text: String, relation: String)) {
    let found = RelationText.relations(row.text)
    #expect(found.contains(row.relation), "\(row.text) gave \(found)")
  }

  static let silent: [(String, String)] = [
    ("Paul Smith discussed the future of relations with France.", "Paul Smith|met|France"),
    ("Paul Smith discussed Germany's ties with France.", "Paul Smith|met|France"),
    (
      "Paul Smith met Mary Jones, a negotiator at the talks with Hezbollah.",
      "Paul Smith|met|Hezbollah"
    ),
    (
      "Germany supports the efforts of the UN Special Representative, Paul Smith.",
      "Germany|supports|UN"
    ),
    (
      "The 1st Brigade, 3rd Brigade and 5th Brigade left Poland.", "1st Brigade|part_of|3rd Brigade"
    ),
    ("Paul Smith chaired the U.S.-Peru Trade Forum.", "Paul Smith|other|U.S."),
    ("Paul Smith posted a video on Twitter.", "Paul Smith|other|Twitter"),
    (
      "They discussed the war in Libya, the campaign against Hezbollah, and trade.",
      "Libya|opposes|Hezbollah"
    ),
    ("They praised the deal signed in Geneva by Paul Smith.", "Paul Smith|other|Geneva"),
    ("U.S. Attorney General Paul Smith spoke.", "citizen_of"),
    ("Germany, and France, which has backed Paul Smith, agreed.", "Germany|supports|Paul Smith"),
    ("Hezbollah, Iran's enemy, agreed.", "Hezbollah|part_of|Iran"),
    ("Skype, a maker of games near Leeds, agreed.", "Skype|located_in|Leeds"),
    ("Paul Smith told the minister that he left Microsoft in May.", "Paul Smith|owns|Microsoft"),
  ]

  @Test(arguments: silent)
  func isSilent(_ row: (text: String, words: String)) {
    let found = RelationText.relations(row.text)
    #expect(!found.contains { $0.contains(row.words) }, "\(row.text) gave \(found)")
  }
}
