import Testing

@testable import EntityGraph

/// Titles whose country or body stands elsewhere in the text, and titles that stay without one.
@Suite struct TitleBodyTests {
  static let rows: [(String, String)] = [
    // The country that the text is about.
    (
      "Guatemala is angry. President Otto Marin of Guatemala resigned. Critics in Guatemala cheered. "
        + "Police questioned Interior Minister Rosa Baldet.",
      "President|Otto Marin|Guatemala; Interior Minister|Rosa Baldet|Guatemala"
    ),
    // Somebody else holds that office of the country; nobody is a minister of the United States.
    (
      "Peru's President Ana Quispe left Peru. In Peru, Chile and Chile again crowds cheered. "
        + "President Luis Rojas stayed.",
      "President|Ana Quispe|Peru; President|Luis Rojas|-"
    ),
    (
      "The United States welcomed the talks. US officials and US President Paul Rand met Prime "
        + "Minister Juan Sierra.",
      "President|Paul Rand|United States; Prime Minister|Juan Sierra|-"
    ),
    // Where the visit is.
    (
      "Mary Wood travels to Mongolia, Nepal, Brazil. In Kathmandu, Mary Wood will meet with Prime "
        + "Minister Hari Thapa.",
      "Prime Minister|Hari Thapa|Nepal"
    ),
    // A party's secretary is no country's.
    (
      "Peru's President Ana Quispe left Peru. In Peru crowds cheered. General secretary Luis Rojas "
        + "stayed.",
      "President|Ana Quispe|Peru; General secretary|Luis Rojas|-"
    ),
    (
      "The UK's Secretary Ana Quispe left the UK. The UK wept. First Minister Luis Rojas stayed.",
      "Secretary|Ana Quispe|UK; First Minister|Luis Rojas|-"
    ),
    // A minister of a ruler is the country's.
    (
      "Jordan's King Talal sent his foreign minister, Omar Haddad.",
      "King|Talal|Jordan; foreign minister|Omar Haddad|Jordan"
    ),
    // A founder or a director is no country's, and a rank no task force's.
    ("India blamed Interpol. Its founder, Mary Wood, left.", "founder|Mary Wood|Interpol"),
    ("Members of Interpol left. Their leader, Mary Wood, wept.", "leader|Mary Wood|Interpol"),
    (
      "Members of Interpol left. Their own commissioner, Mary Wood, wept.",
      "commissioner|Mary Wood|-"
    ),
    ("Siemens left. A note names its director as Mary Wood.", "director|Mary Wood|Siemens"),
    (
      "Gen. Mary Wood, commander of U.S. Africa Command, left.",
      "Gen.|Mary Wood|-; commander|Mary Wood|U.S. Africa Command"
    ),
    // The police that the text names.
    (
      "Peruvian police searched the house. Police chief Mary Wood apologised.",
      "Police chief|Mary Wood|Peruvian police"
    ),
    // Offices that name their department.
    (
      "The State Department was silent. Under Secretary for Political Affairs Mary Wood left. The "
        + "Under Secretary met Paul Rand.",
      "Under Secretary for Political Affairs|Mary Wood|State Department; "
        + "Under Secretary|Mary Wood|State Department"
    ),
    // The visitor of a release, not the last minister named.
    (
      "Minister for Africa visits Kenya\n\nThe Minister for Africa, Mary Wood, met Interior Minister "
        + "Paul Rand in Kenya. The Minister also met farmers.",
      "Minister for Africa|Mary Wood|-; Minister for Africa|Mary Wood|-; "
        + "Interior Minister|Paul Rand|-; Minister|Mary Wood|-"
    ),
    (
      "President Ana Quispe spoke. Secretary Mary Wood came. The Secretary and President Ana Quispe "
        + "agreed.",
      "President|Ana Quispe|-; Secretary|Mary Wood|-; Secretary|Mary Wood|-; President|Ana Quispe|-"
    ),
    // Where somebody is from is no body.
    ("Karin Wei, a Swedish chemist, was freed.", "chemist|Karin Wei|-"),
    ("Iraqi general Karim Hadi fled.", "general|Karim Hadi|Iraqi"),
    // One phrase, and how one is addressed.
    ("They met caretaker Prime Minister Karim Hadi.", "caretaker Prime Minister|Karim Hadi|-"),
    ("They met Emir Sheikh Karim Hadi.", "Emir|Karim Hadi|-"),
    // The rank is one of the force that its holder commands or speaks for.
    (
      "They met General Omar Haddad, the commander of the Lebanese Armed Forces.",
      "General|Omar Haddad|Lebanese Armed Forces; commander|Omar Haddad|Lebanese Armed Forces"
    ),
    (
      "They met General Omar Haddad, a friend of the Lebanese Armed Forces.",
      "General|Omar Haddad|-"
    ),
    // Where it is said of somebody, and of whom.
    (
      "Luis Rojas smiled. He spoke in Davao City, where he was mayor.",
      "mayor|Luis Rojas|Davao City"
    ),
    (
      "Paul Adams praised Mary Wood, whom he described as a prominent activist.",
      "activist|Mary Wood|-"
    ),
    (
      "Luis Rojas, then the head of Interpol, smiled.", "head|Luis Rojas|Interpol"
    ),
    ("Luis Rojas, once deputy to Ana Quispe, smiled.", "deputy|Luis Rojas|Ana Quispe"),
    (
      "Luis Rojas, a chief of staff of ousted president Ana Quispe, fled.",
      "chief of staff|Luis Rojas|Ana Quispe; president|Ana Quispe|-"
    ),
    // The sovereign's ambassador is the country's, and none of where he is posted.
    (
      "Mary Wood has been appointed Her Majesty's Ambassador to Peru. The UK cheered.",
      "Ambassador to Peru|Mary Wood|UK"
    ),
    (
      "Peru wept. Peru's President Ana Quispe fell. Luis Rojas, ambassador to Peru, left.",
      "President|Ana Quispe|Peru; ambassador to Peru|Luis Rojas|-"
    ),
    (
      "Mary Wood has been named Ambassador to the Republic of Mali.",
      "Ambassador to the Republic of Mali|Mary Wood|-"
    ),
    // Whose "its" is, where the body is not what the sentence is about.
    (
      "The raid was aimed at Hezbollah. Its founder, Omar Haddad, fled.",
      "founder|Omar Haddad|Hezbollah"
    ),
    (
      "Peru praised Greenpeace. Its director, Mary Wood, smiled.",
      "director|Mary Wood|Greenpeace"
    ),
    (
      "He visited Interpol, the United Nations force, where its commander, Omar Haddad, spoke.",
      "commander|Omar Haddad|Interpol"
    ),
    // A second description of the same person; an apposition without its second comma.
    (
      "Omar Haddad, Mary Wood's son-in-law and the leader of Greenpeace, spoke.",
      "leader|Omar Haddad|Greenpeace"
    ),
    ("Mary Wood, director of Greenpeace said on Monday.", "director|Mary Wood|Greenpeace"),
    ("Mary Wood, the director of Greenpeace told Reuters.", "director|Mary Wood|Greenpeace"),
    (
      "Asked about Mary Wood, the director of Greenpeace said no.",
      "director|the director of Greenpeace|Greenpeace"
    ),
    // Where a title begins and ends.
    ("Local councillor Mary Wood won.", "councillor|Mary Wood|-"),
    ("Omar Haddad, the acting head of state, fled.", "acting head of state|Omar Haddad|-"),
    ("Mary Wood, director of pressure group Greenpeace, won.", "director|Mary Wood|Greenpeace"),
    (
      "Mary Wood, the head of Interpol and a former French health minister, won.",
      "head|Mary Wood|Interpol; health minister|Mary Wood|French"
    ),
    (
      "The U.S. Ambassador to the United Nations Mary Wood spoke.",
      "Ambassador to the United Nations|Mary Wood|U.S."
    ),
    ("They call Omar Haddad a terrorist.", ""),
    // Whoever he speaks for.
    ("It rained. \"We are sorry,\" a spokesman said.", "spokesman|a spokesman|-"),
    ("It rained. A spokesman later said no.", "spokesman|A spokesman|-"),
  ]

  @Test(arguments: rows) func body(_ text: String, _ expected: String) {
    #expect(RoleText.roles(text) == expected)
  }
}
