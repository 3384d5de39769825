import Testing

@testable import EntityGraph

/// Short texts with the mentions that are one entity.
@Suite struct MergeTests {
  static let rows: [(String, String)] = [
    ("Mary Wood spoke. Wood smiled.", "Mary Wood=Wood"),
    ("Mary Wood spoke. Ms Wood smiled. Mary left.", "Mary Wood=Wood=Mary"),
    ("The US and Iraq met. The United States agreed.", "US=United States"),
    ("Mary Wood said she was tired.", "Mary Wood=she"),
    (
      "The Northern Rivers Inspectorate (Norin) met. Norin agreed.",
      "Northern Rivers Inspectorate=Norin=Norin"
    ),
    (
      "The University of Leeds closed. Leeds University said so.",
      "University of Leeds=Leeds University"
    ),
    ("Siemens fell. Its chairman, Jonas Berg, left.", "Siemens=Its"),
    ("Siemens fell. Its weight was felt.", ""),
    ("Germany commended France for its help.", "France=its"),
    ("Germany called on France to free its captives.", "France=its"),
    ("Germany backed France's plans within its borders.", "France=its"),
    ("Germany stands by France as it rebuilds.", "France=it"),
    ("After talks with Tom Ford, he was late.", ""),
    (
      "Mary Wood visited Kenya. Ms Wood said:\n\n\u{201C}I was glad.\n\n\u{201C}I have urged all to act.\u{201D}",
      "Mary Wood=Wood=I=I"
    ),
    ("MS. WOOD: Good morning. I am glad.", "WOOD=I"),
    (
      "Special Envoy for the Great Lakes Tom Ford met Paul Adams. He was late.", "Tom Ford=He"
    ),
    ("The Labour party met. Labour lost.", "Labour party=Labour"),
    ("The Garfa oilfield burned. Garfa is shut.", "Garfa oilfield=Garfa"),
    ("The European Union met. The European Union Harbour Mission met.", ""),
    (
      "The Northern Rivers Inspection Board met. Nrib agreed.",
      "Northern Rivers Inspection Board=Nrib"
    ),
    (
      "Iraq's parliament voted. The parliament was split.",
      "Iraq's parliament=The parliament"
    ),
    (
      "The International Rowing Union (IRU) met. The IRU agreed.",
      "International Rowing Union=IRU=IRU"
    ),
    (
      "A Pentagon spokeswoman said no. Pentagon spokeswoman Mary Wood said no.",
      "A Pentagon spokeswoman=Mary Wood; Pentagon=Pentagon"
    ),
    (
      "Foreign Minister Paul Adams left. The minister was angry.",
      "Paul Adams=The minister"
    ),
    ("Bill Clinton met Hillary Clinton. Clinton spoke.", ""),
    ("Troops arrived. They were tired.", ""),
    ("It was raining in Baghdad.", ""),
    ("Paul Adams met Tom Ford. He was late.", "Paul Adams=He"),
    ("Mary Wood met Tom Ford. She was late.", "Mary Wood=She"),
    ("Siemens said on Monday that it would grow.", "Siemens=it"),
    (
      "The US killing of an Iranian general was news. After the killing of Iranian general Ali Karimi, crowds met.",
      "an Iranian general=Ali Karimi; Iranian=Iranian"
    ),
    (
      "A French general smiled. French general Luc Moreau spoke.", "French=French"
    ),
    ("The deputy minister spoke. Foreign Minister Paul Adams left.", ""),
    (
      "Turkey's government fell. The government had lost a vote.",
      "Turkey's government=The government"
    ),
    ("Prince Charles spoke. Charles Kennedy left.", ""),
    ("US forces left Iraq. The country is calm.", "Iraq=The country"),
    (
      "Rosa Vidal and her husband Juan Vidal left. Mrs Vidal wept. Mr Vidal smiled.",
      "Rosa Vidal=her=Vidal; Juan Vidal=Vidal"
    ),
    (
      "The Merrow Group said it would buy Hollin Mills. The company has 900 workers.",
      "Merrow Group=it=The company"
    ),
    ("Iran's health ministry denied it.", ""),
    (
      "Karin Wei leads Tarn Holdings. Wei's brother, Daniel Wei, sits on its board.",
      "Karin Wei=Wei"
    ),
    (
      "A spokesman for the Tarn Relief Council said the group had lost contact. The charity's director left.",
      "Tarn Relief Council=the group=The charity"
    ),
    ("Tarn Council met. Karin Wei said the pressure group had won.", ""),
    ("Karin Wei left. Daniel Wei stayed. Wei spoke.", ""),
    (
      "Halden Motors was fined. Halden will appeal. Erik Halden founded the carmaker in 1950.",
      "Halden Motors=Halden=the carmaker"
    ),
    (
      "The French ambassador was summoned. The ambassador, Luc Moreau, smiled.",
      "The French ambassador=Luc Moreau"
    ),
    (
      "Qwenda Tarn met John Tarn, her uncle. Ms Tarn smiled.", "Qwenda Tarn=her=Tarn"
    ),
    // What opens a quotation says whose it is; whom it names does not go on to speak.
    (
      "Mary Wood said in a statement: \"I have never had any such talk with him.\" Tom Ford later left.",
      "Mary Wood=I"
    ),
    (
      "Mary Wood said it was sad. \"I wanted to stay in the job.\" Tom Ford said so too.",
      "Mary Wood=I"
    ),
    (
      "Paul Adams smiled. \"I know that Tom Ford lied to us all,\" he said.", "Paul Adams=I=he"
    ),
    // Not the subject of the same verb, and nobody but it.
    ("Mary Wood smiled. Anna Ford asked her to leave.", "Mary Wood=her"),
    ("Paul Adams smiled. Tom Ford apologised to him.", "Paul Adams=him"),
    ("Paul Adams smiled. Tom Ford hanged himself.", "Tom Ford=himself"),
    // The name may come behind.
    ("Mary Wood left. When he took over, Tom Ford smiled.", "he=Tom Ford"),
    ("Paul Adams left. When he took over, Tom Ford smiled.", "Paul Adams=he"),
    // Women are judges; a surname may have two words.
    ("Paul Adams waited. Judge Mary Wood spoke. She smiled.", "Mary Wood=She"),
    ("Paul Adams wept as Judge Mary Wood spoke. His lawyer left.", "Paul Adams=His"),
    ("Retno Dewi left. Ms Dewi smiled.", "Retno Dewi=Dewi"),
    ("Peter Wood left. Ms Wood smiled.", ""),
    ("Paul Adams smiled. Tom Ford agreed with him.", "Paul Adams=him"),
    ("Piet de Wit left. De Wit smiled.", "Piet de Wit=De Wit"),
    ("Al Gore left. De Wit smiled.", ""),
    // Nothing at all.
    ("Siemens said it was clear that the plan failed.", ""),
    ("Siemens said it appears that the plan failed.", ""),
    ("Siemens will find it hard to sell.", ""),
    ("Siemens said that it has announced that in May.", "Siemens=it"),
    // A minister is whose office stands in front, not the next one named.
    (
      "France's justice minister left. The minister smiled. Prime Minister Luc Moreau spoke.",
      "France's justice minister=The minister"
    ),
    ("The union chose Edith Mbeki as leader. Aides said Mbeki was ill.", "Edith Mbeki=Mbeki"),
  ]

  @Test(arguments: rows) func joins(_ text: String, _ expected: String) {
    #expect(RoleText.merged(text) == expected)
  }

  /// What a text spells out or gives to another is not what the lists know by the name.
  @Test(arguments: [
    ("The Ambria Defence Forces (ADF) fled. The ADF lost.", "Ambria Defence Forces"),
    ("Ruritania said no. Kenya's House of Representatives voted.", "House of Representatives"),
    ("The House of Representatives voted in Washington.", "U.S. House of Representatives"),
  ])
  func namesABody(_ text: String, _ name: String) throws {
    let knowledge = try Knowledge.builtIn()
    var extractor = Extractor(knowledge: knowledge)
    var extraction = Extraction()
    extractor.extract(Array(text.utf8), into: &extraction)
    let names = extraction.entities.map { entity in
      let listed = knowledge.canonicalName(entity.canonical)
      let span = extraction.mentions[Int(entity.naming)].span
      let own = Array(text.utf8)[Int(span.start)..<Int(span.end)]
      return listed.isEmpty ? String(decoding: own, as: UTF8.self) : listed
    }
    #expect(names.contains(name), "\(names)")
  }

  /// Texts that begin or end where a step looks one word further.
  @Test(arguments: [
    "Not chairman.", "Never the minister of France.", "Mission in Somalia left.",
    "Germany stands by France as it", "its", "Commissioned against", "He and his",
    "Committee of the Bank of England met.",
  ])
  func cutTexts(_ text: String) throws {
    var extractor = Extractor(knowledge: try Knowledge.builtIn())
    var extraction = Extraction()
    extractor.extract(Array(text.utf8), into: &extraction)
    #expect(extraction.mentions.allSatisfy { Int($0.span.end) <= text.utf8.count })
  }

  @Test func everySieveHasAnId() {
    for sieve in Sieve.allCases { #expect(EngineRule.name(sieve.rule) == sieve.name) }
  }
}
