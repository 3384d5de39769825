import Testing

@testable import EntityGraph

/// Classes of errors that were found by reading, each with a sentence in our own words; P, O and L
/// stand for person, organization and place.
@Suite struct NameClassTests {
  static let rows: [(String, String)] = [
    // Listed bodies whose name is also a role, a people or a rank.
    ("He told the Guardian on Friday.", "O Guardian"),
    ("Her legal guardian spoke.", ""),
    ("Staff at Politico said so.", "O Politico"),
    ("Canada's Bombardier built the train.", "L Canada, O Bombardier"),
    ("Bombardier Tom Hale was hurt.", "P Tom Hale"),
    // Names that begin with a small letter or a digit.
    ("Officials said al Qaeda was behind it.", "O al Qaeda"),
    ("The hunt for bin Laden went on.", "P bin Laden"),
    ("The commission's chief, von der Leyen, spoke.", "P von der Leyen"),
    ("He praised President de Gaulle.", "P de Gaulle"),
    ("They met bin Faisal in Riyadh.", "P bin Faisal, L Riyadh"),
    ("The old bin was full.", ""),
    ("Shares of 3M fell.", "O 3M"),
    ("The 76ers lost again.", "O 76ers"),
    ("They won 76 games.", ""),
    // A body goes before a small town of its name.
    ("West Ham beat Crystal Palace.", "O West Ham, O Crystal Palace"),
    ("Rio Tinto said profit rose.", "O Rio Tinto"),
    ("The firm told Toyota, Honda and Nissan to act.", "O Toyota, O Honda, O Nissan"),
    // A country and a body that is none of its institutions.
    ("The pro-Iran Hezbollah fired rockets.", "L Iran, O Hezbollah"),
    ("The UAE condemned the raid.", "L UAE"),
    ("UAE officials flew to Doha.", "L Doha"),
    // Parties, titles and surnames that are also heads of bodies or places.
    ("Liberal Democrat MP Jane Hill spoke.", "O Liberal Democrat, P Jane Hill"),
    ("Justice Ellen Park ruled.", "P Ellen Park"),
    ("They met at Queen Elizabeth Park.", "L Queen Elizabeth Park"),
    ("The analyst Justin Post said so.", "P Justin Post"),
    ("But Tony Banks, a minister, stayed.", "P Tony Banks"),
    // Bodies with lists in their names.
    (
      "The Ministry of Trade, Industry and Energy said so.",
      "O Ministry of Trade, Industry and Energy"
    ),
    (
      "A Department for Education and Skills spokeswoman left.",
      "O Department for Education and Skills"
    ),
    ("The Office of the Deputy Prime Minister paid.", "O Office of the Deputy Prime Minister"),
    (
      "The Ministry of Defence, Reuters and Oxfam agreed.",
      "O Ministry of Defence, O Reuters, O Oxfam"
    ),
    // Portfolios and ranks of several words.
    ("Private First Class Tom Reed was hurt.", "P Tom Reed"),
    ("Lifelong Learning Minister Jim Walsh spoke.", "P Jim Walsh"),
    ("The Secretary of State for Culture, Media and Sport, Tessa Hope, left.", "P Tessa Hope"),
    ("Lee County Circuit Judge Thomas Gardner ruled.", "L Lee County, P Thomas Gardner"),
    ("Guy Mansfield QC has warned them.", "P Guy Mansfield"),
    // Subjects and objects that are single words.
    ("Sturholm had resigned on Monday.", "P Sturholm"),
    ("The gang shot Mendes.", "P Mendes"),
    ("The Newton family left.", "P Newton"),
    ("Stone said he was at home. They met Stone later.", "P Stone, P Stone"),
    ("Stone was used for the walls.", ""),
    ("King was shot in Memphis.", "P King, L Memphis"),
    ("He admitted the murder of King.", "P King"),
    ("The King spoke.", ""),
    ("It followed the assassination of Lincoln.", "P Lincoln"),
    (
      "Nordvend Lines shrank. Staff left Nordvend. \"Nordvend paid,\" she said.",
      "O Nordvend Lines, O Nordvend, O Nordvend"
    ),
    // Homes.
    ("Daniel Hart, 8, of Aumsdale, won.", "P Daniel Hart, L Aumsdale"),
    ("She is a native of Kulmbeck.", "L Kulmbeck"),
    ("The MP for Ealing North spoke.", "L Ealing North"),
    // Firms and media with the noun or title that says so.
    ("The admissions service Ucasta closed.", "O Ucasta"),
    ("The watchdog Qofcom fined the retailer Zembla.", "O Qofcom, O Zembla"),
    ("Bexel CEO Stephen Frater spoke.", "O Bexel, P Stephen Frater"),
    ("Then Petovia, based in Leeds, closed.", "O Petovia, L Leeds"),
    // One kind a list.
    ("The makers were Leica and Qorvex.", "O Leica, O Qorvex"),
    ("He left Serbia, Montenegro and Kosovo.", "L Serbia, L Montenegro, L Kosovo"),
    // Generic heads inside.
    ("Fighting in Idlib province went on.", "L Idlib province"),
    ("They left the Marsa district.", "L Marsa district"),
    ("They flew from Leeds airport.", "L Leeds airport, L Leeds"),
    ("They flew from Geneva International Airport.", "L Geneva International Airport"),
    ("The Labour party lost.", "O Labour party"),
    // What "and" joins.
    (
      "The Bureau of Nordic and Baltic Affairs met.",
      "O Bureau of Nordic and Baltic Affairs"
    ),
    ("They saw the Trade and Safety Council.", "O Trade and Safety Council"),
    ("It is law in England and Wales.", "L England, L Wales"),
    // Cities and their stations.
    ("It was on Havana Radio Verdad Network in Spanish.", "L Havana, O Radio Verdad Network"),
    ("Ex-Chelsea striker Tom Hale joined Oxfam.", "O Chelsea, P Tom Hale, O Oxfam"),
    // What is no name.
    ("Middle-class Argentines paid more.", ""),
    ("Their report, number PM1602093194, was late.", ""),
    ("Revenue was N / A in June.", ""),
    ("The ID cards Bill failed.", ""),
    ("Storm Edna battered Wales.", "L Wales"),
    ("\"We can be proud.\"", ""),
    ("They use anti-noise road covers (ANRC). ANRC is new.", ""),
    ("On March 14, Mary Wood left.", "P Mary Wood"),
    ("He is Deputy Head, and she left.", ""),
    ("Former Conservative leader William Hague left.", "O Conservative, P William Hague"),
  ]

  @Test(arguments: rows) func finds(_ row: (text: String, names: String)) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    #expect(try NameTests.short(Names.found(row.text, knowledge)) == row.names)
  }

  /// A document decides for its own words only.
  static let senses: [(String, String)] = [
    ("Will Chad ask again?", "L Chad"),
    ("Will May, a lawyer, said in May that he will appeal.", "P Will May"),
    ("Apple said sales in Turkey and Jordan rose.", "O Apple, L Turkey, L Jordan"),
    ("They picked an apple.", ""),
    ("Austin Reed came from Austin.", "P Austin Reed, L Austin"),
    ("Virginia Woods came from Virginia.", "P Virginia Woods, L Virginia"),
    ("Smith fell to Kumar.", "P Smith, P Kumar"),
    ("Chad Brooks of Lincoln, Nebraska, left.", "P Chad Brooks, L Lincoln, L Nebraska"),
    ("Ana Brooks, chairman of Nordvik, resigned.", "P Ana Brooks, O Nordvik"),
    ("Dutch battery maker Volta grew. The Volta is a river.", "O Volta, L Volta"),
    ("Finland's Gasel grew. Gasel's chief executive left.", "L Finland, O Gasel, O Gasel"),
    ("He met spokesman Per Olsen and spokeswoman May Chan.", "P Per Olsen, P May Chan"),
    ("In May Chan met analysts. Company revenue rose.", "P Chan"),
    ("The murder of Nordvik shocked friends of Halvard.", "P Nordvik, P Halvard"),
  ]

  @Test(arguments: senses) func tellsSensesApart(_ row: (text: String, names: String)) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    #expect(try NameTests.short(Names.found(row.text, knowledge)) == row.names)
  }
}
