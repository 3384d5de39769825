import Testing

@testable import EntityGraph

/// Paragraphs of our own in the styles of many outlets and with names of many cultures.
@Suite struct NameStyleTests {
  static let rows: [(String, String)] = [
    (
      """
      Mexican prosecutors said Joaquín Beltrán Ríos was arrested in Ciudad Juárez by marines. The \
      Sinaloa Cartel had offered money for Beltrán's rivals in Tamaulipas and Nuevo León.
      """,
      """
      P Joaquín Beltrán Ríos, L Ciudad Juárez, O Sinaloa Cartel, P Beltrán, L Tamaulipas, L Nuevo León
      """
    ),
    (
      """
      Hassan al-Rubaie, a lawmaker, said Muqtada al-Sadr would not join Nouri al-Maliki's coalition. \
      Kata'ib Hezbollah and Asa'ib Ahl al-Haq rejected the plan, Al Jazeera reported.
      """,
      """
      P Hassan al-Rubaie, P Muqtada al-Sadr, P Nouri al-Maliki, O Kata'ib Hezbollah, \
      O Asa'ib Ahl al-Haq, O Al Jazeera
      """
    ),
    (
      """
      BEIJING, March 3 (Xinhua) -- Chinese Vice Premier Liu Guoqing met with Singapore's Deputy \
      Prime Minister Tan Wei Ling at the Great Hall of the People. Liu said China would buy more.
      """,
      """
      L BEIJING, O Xinhua, P Liu Guoqing, L Singapore, P Tan Wei Ling, L Great Hall of the People, \
      P Liu, L China
      """
    ),
    (
      """
      South Korean President Yoon Ji-hoon will visit Pyongyang. Samsung Electronics vice chairman \
      Lee Jae-won, SK Group's Choi Min-sik and Hyundai Motor were asked to join.
      """,
      """
      P Yoon Ji-hoon, L Pyongyang, O Samsung Electronics, P Lee Jae-won, O SK Group, P Choi Min-sik, \
      O Hyundai Motor
      """
    ),
    (
      """
      Ukraine's general staff said troops shelled Bakhmut and Avdiivka overnight. Oleksiy \
      Danylchenko, governor of Kharkiv Oblast, said two people died in Kupiansk.
      """,
      "L Ukraine, L Bakhmut, L Avdiivka, P Oleksiy Danylchenko, L Kharkiv Oblast, L Kupiansk"
    ),
    (
      """
      Czech President Petr Dvořák and his counterpart Zuzana Horváthová met in Brno. Viktor Orbán's \
      Fidesz congratulated Jarosław Nowak.
      """,
      "P Petr Dvořák, P Zuzana Horváthová, L Brno, P Viktor Orbán, O Fidesz, P Jarosław Nowak"
    ),
    (
      """
      LAGOS — Governor Babajide Okonkwo-Bello of Lagos State sacked three commissioners. Ngozi \
      Adichukwu, a lawyer in Port Harcourt, said Boko Haram and ISWAP had nothing to do with it.
      """,
      """
      L LAGOS, P Babajide Okonkwo-Bello, L Lagos State, P Ngozi Adichukwu, L Port Harcourt, \
      O Boko Haram, O ISWAP
      """
    ),
    (
      """
      NEW DELHI: The BJP's Rajesh Kumar Yadav defeated Priyanka Banerjee of the Trinamool Congress \
      in Asansol, the Election Commission of India announced.
      """,
      """
      L NEW DELHI, O BJP, P Rajesh Kumar Yadav, P Priyanka Banerjee, O Trinamool Congress, L Asansol, \
      O Election Commission of India
      """
    ),
    ("By Jane Whitcombe in Beirut and Tom Adeyemi", "P Jane Whitcombe, L Beirut, P Tom Adeyemi"),
    (
      "Additional reporting by Lisa Barrow in Beirut and Ed Upright; Editing by William Macken",
      "P Lisa Barrow, L Beirut, P Ed Upright, P William Macken"
    ),
    (
      """
      FIRE AT WESTBROOK MILL KILLS TWO AS MAYOR DELANEY URGES INQUIRY
      Two workers died in a fire at the Westbrook Mill in Oldham on Friday. Mayor Susan Delaney said \
      so.
      """,
      "L WESTBROOK MILL, P DELANEY, L Westbrook Mill, L Oldham, P Susan Delaney"
    ),
    (
      """
      Trump Says Biden Weak On Iran As Senate Votes On Sanctions
      President Donald Trump told Fox News on Sunday that former President Joe Biden had been weak.
      """,
      "P Trump, P Biden, L Iran, P Donald Trump, O Fox News, P Joe Biden"
    ),
    ("Kim Jong Un Oversees Missile Test, KCNA Says\n", "P Kim Jong Un, O KCNA"),
    ("Five Things To Know About The New Tax Law\n", ""),
    (
      """
      Bexon PLC, based in Leeds, said it had bought Norway's Tromsvik ASA. Bexon's chief executive, \
      Ruth Carmody, said so. Tromsvik shares rose in Oslo. Rothwell & Sons advised Bexon.
      """,
      """
      O Bexon PLC, L Leeds, L Norway, O Tromsvik ASA, O Bexon, P Ruth Carmody, O Tromsvik, L Oslo, \
      O Rothwell & Sons, O Bexon
      """
    ),
    (
      """
      Brazil's Luiz Inácio Lula da Silva met Gabriel Boric in Brasília; Petrobras was on the agenda. \
      Lula said Venezuela's Nicolás Maduro was welcome.
      """,
      """
      L Brazil, P Luiz Inácio Lula da Silva, P Gabriel Boric, L Brasília, O Petrobras, P Lula, \
      L Venezuela, P Nicolás Maduro
      """
    ),
    (
      """
      "I knew Hill was lying," Baker told jurors. Detective Inspector Paula Rose said Hill, 41, of \
      Romford, had met Baker.
      """,
      "P Hill, P Baker, P Paula Rose, P Hill, L Romford, P Baker"
    ),
    (
      """
      1. Maria Sanchez (Spain) 58.31
      2. Li Na (China) 58.90
      3. Emma Johansson (Sweden) 59.02
      """,
      "P Maria Sanchez, L Spain, P Li Na, L China, P Emma Johansson, L Sweden"
    ),
    (
      "Attendees: Robert Hale, Treasury; Dr. Susan Pike, Harvard University; Ilse Brandt, Siemens AG.",
      "P Robert Hale, O Treasury, P Susan Pike, O Harvard University, P Ilse Brandt, O Siemens AG"
    ),
  ]

  /// Bodies by the words around them.
  static let bodies: [(String, String)] = [
    ("The ruling Cedar Accord party lost.", "O Cedar Accord"),
    ("Kent police arrested a man.", "O Kent police"),
    ("They met at the First Coastal Bank on Friday.", "O First Coastal Bank"),
    ("He hired Baltic Stone, a Riga-based builder.", "O Baltic Stone, L Riga"),
    ("Analysts at Pelham Smithers were wary.", "O Pelham Smithers"),
    ("The auditor Ernst and Young left.", "O Ernst and Young"),
    ("He died at St Agnes's Hospital on Friday.", "O St Agnes's Hospital"),
    ("Abu Karim al-Tamimi was shot.", "P Abu Karim al-Tamimi"),
    ("It said Whitfield (D-Ohio) agreed.", "P Whitfield, L Ohio"),
  ]

  @Test(arguments: bodies) func findsBodies(_ row: (text: String, names: String)) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    #expect(try NameTests.short(Names.found(row.text, knowledge)) == row.names)
  }

  @Test(arguments: rows) func finds(_ row: (text: String, names: String)) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    #expect(try NameTests.short(Names.found(row.text, knowledge)) == row.names)
  }

  /// A paragraph yields the same names in another document, unless that one says otherwise.
  @Test func otherTextsChangeNothing() throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let lead = "The council will vote on the budget in spring. Nobody objected to it.\n\n"
    for (text, _) in Self.rows where !text.hasSuffix("\n") {
      let alone = try Names.found(text, knowledge)
      #expect(try Names.found(lead + text + "\n", knowledge) == alone)
    }
  }

  /// A headline in capitals or in title case keeps the names that the body has.
  @Test func headlinesKeepTheNamesOfTheBody() throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let body = """
      \nMayor Susan Delaney said the Westbrook Mill would close. Oxfam and the Harwell Foundation \
      objected. Delaney met Peter Quill of Oxfam in Oldham on Monday.
      """
    for (headline, names) in [
      ("Delaney Closes Mill As Oxfam Objects", ["Delaney", "Oxfam"]),
      ("Quill And Delaney Meet In Oldham", ["Quill", "Delaney", "Oldham"]),
      ("Harwell Foundation Warns Of Losses", ["Harwell Foundation"]),
    ] {
      for line in [headline, headline.uppercased()] {
        let found = try Names.found(line + body, knowledge).map {
          $0.drop { $0 != " " }.dropFirst().uppercased()
        }
        #expect(found.starts(with: names.map { $0.uppercased() }), "\(line): \(found)")
      }
    }
  }
}
