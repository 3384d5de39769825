import Testing

@testable import EntityGraph

/// Sentences in the styles of several outlets, with the roles that they state.
@Suite struct RoleTests {
  static let rows: [(String, String)] = [
    // Before the name.
    ("Pentagon spokesman John Kirby said so.", "spokesman|John Kirby|Pentagon"),
    (
      "Karin Wei, a former aide to Paul Rand, became foreign minister.",
      "aide|Karin Wei|Paul Rand; foreign minister|Karin Wei|-"
    ),
    (
      "Iraqi caretaker prime minister Karim Hadi resigned.",
      "caretaker prime minister|Karim Hadi|Iraqi"
    ),
    ("U.S. Defense Secretary Paul Rand left.", "Defense Secretary|Paul Rand|U.S."),
    ("French Foreign Minister Anne Leroy flew home.", "Foreign Minister|Anne Leroy|French"),
    ("Former US president Tom Baker wrote a book.", "president|Tom Baker|US"),
    ("Microsoft chief executive Ann Miller agreed.", "chief executive|Ann Miller|Microsoft"),
    ("Acting Mayor Peter Long spoke.", "Acting Mayor|Peter Long|-"),
    ("Brig. Gen. Paul Adams arrived.", "Brig. Gen.|Paul Adams|-"),
    (
      "Russian President Boris Petrov met German Chancellor Eva Braun.",
      "President|Boris Petrov|Russian; Chancellor|Eva Braun|German"
    ),
    ("Police chief Mary Wood apologised.", "Police chief|Mary Wood|-"),
    // Taken over from somebody.
    ("Mary Wood succeeded Peter Long as chairman of Siemens.", "chairman|Mary Wood|Siemens"),
    ("Mary Wood was sworn in as president of Bolivia.", "president|Mary Wood|Bolivia"),
    ("Mary Wood took over from Peter Long as head of Interpol.", "head|Mary Wood|Interpol"),
    ("Peter Long was replaced by Mary Wood as head of Interpol.", "head|Mary Wood|Interpol"),
    ("Peter Long was replaced as head of Interpol by Mary Wood.", "head|Mary Wood|Interpol"),
    (
      "Mary Wood announced the appointment of Peter Long as head of Interpol.",
      "head|Peter Long|Interpol"
    ),
    (
      "They named Peter Long, until now her aide, as head of Interpol.",
      "aide|her aide|-; head|Peter Long|Interpol"
    ),
    ("The register lists the director of Siemens as Mary Wood.", "director|Mary Wood|Siemens"),
    (
      "The crowd saw the director of Siemens as Mary Wood left.",
      "director|the director of Siemens|Siemens"
    ),
    // Where one is posted and what one is in charge of belong to the role.
    ("Peru's Ambassador to Kenya, Mary Wood, left.", "Ambassador to Kenya|Mary Wood|Peru"),
    (
      "Mary Wood, Assistant Secretary for Eastern Europe Affairs, left.",
      "Assistant Secretary for Eastern Europe Affairs|Mary Wood|-"
    ),
    // Kin and a role of the same person.
    ("Mary Wood, Peter Long's sister and the head of Interpol, left.", "head|Mary Wood|Interpol"),
    // Possessive.
    ("Iraq's prime minister Karim Hadi resigned.", "prime minister|Karim Hadi|Iraq"),
    ("Google's chief executive, Mary Wood, said no.", "chief executive|Mary Wood|Google"),
    // Apposition.
    ("Mary Wood, the deputy head of Interpol, said no.", "deputy head|Mary Wood|Interpol"),
    ("Mary Wood, chairman of Barclays, said no.", "chairman|Mary Wood|Barclays"),
    (
      "Mary Wood, 45, a spokeswoman for Amnesty International, said no.",
      "spokeswoman|Mary Wood|Amnesty International"
    ),
    (
      "Peter Long, president and chief executive of Siemens, resigned.",
      "president|Peter Long|Siemens; chief executive|Peter Long|Siemens"
    ),
    ("The Iraqi Foreign Minister, Karim Hadi, left.", "Foreign Minister|Karim Hadi|Iraqi"),
    ("The head of NATO, Peter Long, agreed.", "head|Peter Long|NATO"),
    // Copula and appointment.
    ("Mary Wood is the chairman of Barclays.", "chairman|Mary Wood|Barclays"),
    ("Mary Wood became president of Interpol.", "president|Mary Wood|Interpol"),
    ("Mary Wood was named head of Interpol.", "head|Mary Wood|Interpol"),
    ("Mary Wood was appointed as director of the World Bank.", "director|Mary Wood|World Bank"),
    ("Siemens named Mary Wood chief executive.", "chief executive|Mary Wood|Siemens"),
    ("Siemens has hired Mary Wood as finance director.", "finance director|Mary Wood|Siemens"),
    ("Paul Adams named Mary Wood chief executive.", "chief executive|Mary Wood|-"),
    ("The board of Siemens named Mary Wood chief executive.", "chief executive|Mary Wood|-"),
    // A noun of hers "as", and "as" in front of a pronoun.
    (
      "It was Mary Wood's first day as finance minister.", "finance minister|Mary Wood|-"
    ),
    (
      "Mary Wood spoke of her appointment as head of Interpol.", "head|Mary Wood|Interpol"
    ),
    ("Mary Wood named her deputy as chairman.", "deputy|her deputy|Mary Wood"),
    ("Mary Wood left. As finance minister she had cut taxes.", "finance minister|Mary Wood|-"),
    // Behind the name, and beside a former role.
    ("Mary Wood MP was angry.", "MP|Mary Wood|-"),
    (
      "Labour MP and former minister Mary Wood was angry.",
      "MP|Mary Wood|Labour; minister|Mary Wood|-"
    ),
    // Portfolio.
    (
      "Peter Long, Minister for the Middle East, spoke.",
      "Minister for the Middle East|Peter Long|-"
    ),
    ("Deputy Secretary of State Mary Wood spoke.", "Deputy Secretary of State|Mary Wood|-"),
    // Several holders.
    (
      "Presidents Paul Adams and Peter Long met.",
      "Presidents|Paul Adams|-; Presidents|Peter Long|-"
    ),
    // Nobody named.
    ("A Pentagon spokesman said so.", "spokesman|A Pentagon spokesman|Pentagon"),
    (
      "France left Iraq. Iraq wept. Emmanuel Macron, the country's president, agreed.",
      "president|Emmanuel Macron|France"
    ),
    // Whose somebody is that the text does not repeat.
    (
      "The State Department denied it. Secretary Mary Wood left.",
      "Secretary|Mary Wood|State Department"
    ),
    (
      "The State Department denied it. Energy Secretary Mary Wood left.",
      "Energy Secretary|Mary Wood|-"
    ),
    (
      "Minister for Africa Mary Wood left the Foreign Office.",
      "Minister for Africa|Mary Wood|Foreign Office"
    ),
    ("The Pentagon denied it. A spokesman said so.", "spokesman|A spokesman|Pentagon"),
    ("The UKIP site shows party leader Mary Wood.", "leader|Mary Wood|UKIP"),
    ("Acme Corp closed. Company chairman Paul Smith resigned.", "chairman|Paul Smith|Acme Corp"),
    (
      "Peru's government fell. Peru wept. President Paul Smith resigned.",
      "President|Paul Smith|Peru"
    ),
    (
      "Paul Smith, the private secretary of former Vice President Mary Wood, fled.",
      "private secretary|Paul Smith|Mary Wood; Vice President|Mary Wood|-"
    ),
    (
      "Minister for Europe and the Americas Mary Wood left.",
      "Minister for Europe and the Americas|Mary Wood|-"
    ),
    (
      "They met the Chairman of the Parliament of Georgia, Paul Smith.",
      "Chairman|Paul Smith|Parliament of Georgia"
    ),
    (
      "They met the Governor of Tarn County, Paul Smith, there.", "Governor|Paul Smith|Tarn County"
    ),
    ("They met China's ambassador in Baghdad.", "ambassador|China's ambassador|China"),
    ("A US general in Iraq was hurt.", "general|A US general|US"),
    // Behind the name.
    ("President Boris Petrov of Russia spoke.", "President|Boris Petrov|Russia"),
    ("Senator Bill Hart of Ohio spoke.", "Senator|Bill Hart|Ohio"),
    (
      "Senator Bill Hart of Ohio, chairman of the World Bank, spoke.",
      "Senator|Bill Hart|Ohio; chairman|Bill Hart|World Bank"
    ),
    // Words in between.
    (
      "Liberal Democrat spokeswoman for women's rights Mary Wood said no.",
      "spokeswoman|Mary Wood|Liberal Democrat"
    ),
    (
      "NATO's commander, U.S. Gen. Paul Adams, agreed.",
      "commander|Paul Adams|NATO; Gen.|Paul Adams|U.S."
    ),
    ("The army chief of staff, Paul Adams, resigned.", "army chief of staff|Paul Adams|-"),
    (
      "Siemens chief executive Mary Wood and finance director Tom Ford left.",
      "chief executive|Mary Wood|Siemens; finance director|Tom Ford|Siemens"
    ),
    (
      "Mary Wood, 58, was acting director of the World Bank.",
      "acting director|Mary Wood|World Bank"
    ),
    (
      "Turkish foreign minister Ali Demir and his Greek counterpart, Nikos Pappas, met.",
      "foreign minister|Ali Demir|Turkish; counterpart|Nikos Pappas|Greek"
    ),
    ("Trade and Industry Secretary Mary Wood spoke.", "Trade and Industry Secretary|Mary Wood|-"),
    (
      "The U.S. ambassador to the United Nations, Mary Wood, arrived.",
      "ambassador to the United Nations|Mary Wood|U.S."
    ),
    ("Foreign Minister Qin Gang spoke.", "Foreign Minister|Qin Gang|-"),
    ("The Bishop of Durham Mary Wood spoke.", "Bishop|Mary Wood|Durham"),
    ("Mary Wood, 46, was a feature reporter for Reuters.", "feature reporter|Mary Wood|Reuters"),
    ("Mary Wood, metals economist with Reuters, spoke.", "metals economist|Mary Wood|Reuters"),
    ("Mary Wood, a senior fellow at Reuters, spoke.", "fellow|Mary Wood|Reuters"),
    ("He sent a letter from North Carolina Gov. Mary Wood.", "Gov.|Mary Wood|North Carolina"),
    (
      "Sen. Mary Wood, D-Ohio, chairman of NATO, spoke.",
      "Sen.|Mary Wood|Ohio; chairman|Mary Wood|NATO"
    ),
    (
      "Mary Wood, chairman of the largest opposition party, the Green Party, spoke.",
      "chairman|Mary Wood|Green Party"
    ),
    ("Jonas Berg, head of Oslo-based Siemens, spoke.", "head|Jonas Berg|Siemens"),
    ("The SNP's Westminster leader, Mary Wood, left.", "leader|Mary Wood|SNP"),
    ("Emma Hart, a teacher from Leeds, agreed.", "teacher|Emma Hart|-"),
    ("Labour MP Mary Wood left.", "MP|Mary Wood|Labour"),
    ("Republican President Mary Wood left.", "President|Mary Wood|-"),
    ("The Bishop of Leeds, the Rev Mary Wood, left.", "Bishop|Mary Wood|Leeds"),
    ("The head of Siemens, Mary Wood QC, left.", "head|Mary Wood|Siemens"),
    (
      "The chair of the Commons defence committee, Labour MP Mary Wood, left.",
      "chair|Mary Wood|Commons; MP|Mary Wood|Labour"
    ),
    (
      "Siemens boss Jonas Berg and opera singer Mary Wood left.",
      "boss|Jonas Berg|Siemens; opera singer|Mary Wood|-"
    ),
    // Several holders of one role.
    (
      "Two Reuters journalists, Mary Wood and Jonas Berg, left.",
      "journalists|Mary Wood|Reuters; journalists|Jonas Berg|Reuters"
    ),
    (
      "Three leaders of NATO, Mary Wood, Jonas Berg and Emma Hart, left.",
      "leaders|Mary Wood|NATO; leaders|Jonas Berg|NATO; leaders|Emma Hart|NATO"
    ),
    (
      "Mary Wood and Jonas Berg, senior executives of Siemens, left.",
      "executives|Mary Wood|Siemens; executives|Jonas Berg|Siemens"
    ),
    ("Among ministers, Mary Wood and Jonas Berg were liked.", ""),
    ("Asked about Mary Wood and Jonas Berg, officials of Siemens said no.", ""),
    ("Mary Wood, now an analyst at Reuters, left.", "analyst|Mary Wood|Reuters"),
    // What an office is about, not part of the body's name.
    ("NATO Press Secretary Mary Wood left.", "Press Secretary|Mary Wood|NATO"),
    (
      "Siemens Communications Director Mary Wood left.", "Communications Director|Mary Wood|Siemens"
    ),
    ("Associated Press Director Mary Wood left.", "Director|Mary Wood|Associated Press"),
    ("NATO Scotland director Mary Wood left.", "director|Mary Wood|NATO"),
    ("Labour Leeds MP Mary Wood left.", "MP|Mary Wood|Leeds"),
    ("House Speaker Mary Wood, D-Ohio, left.", "House Speaker|Mary Wood|-"),
    ("Labour Secretary Mary Wood left.", "Labour Secretary|Mary Wood|-"),
    // No roles.
    ("Mary Wood will head the team.", ""),
    ("The private company grew.", ""),
    ("Mr Tom Ford and Dr Mary Wood met Lord Hall.", ""),
    ("The general election was held in May.", ""),
    ("Officials met ministers.", ""),
    ("He had a major role in the plan.", ""),
    ("No minister was there.", ""),
  ]

  @Test(arguments: rows) func states(_ text: String, _ expected: String) {
    #expect(RoleText.roles(text) == expected)
  }
}
