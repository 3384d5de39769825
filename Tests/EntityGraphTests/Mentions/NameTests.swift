import Testing

@testable import EntityGraph

@Suite struct NameTests {
  /// A sentence and the names in it, separated by commas; P, O and L stand for the kinds.
  static let rows: [(String, String)] = [
    // Titles and honorifics stay outside.
    ("President Maria Lopez met Mr. John Baker.", "P Maria Lopez, P John Baker"),
    ("Lt. Gen. Peter Stone spoke.", "P Peter Stone"),
    ("The spokeswoman Anna Weber said so.", "P Anna Weber"),
    ("Foreign Minister Ahmed Hassan left.", "P Ahmed Hassan"),
    // Unless the name is listed with the word.
    ("He met Marine Le Pen there.", "P Marine Le Pen"),
    ("It was Sheikh Hasina who left.", "P Sheikh Hasina"),
    ("He met Lord Falconer there.", "P Falconer"),
    ("Dean Porter, 34, spoke.", "P Dean Porter"),
    // A verb that opens the sentence, and the part of a town.
    ("Praising Celtic for that, she left.", "O Celtic"),
    ("She won Bristol West and Oxford East.", "L Bristol West, L Oxford East"),
    ("He met Lord Walker of Gestingthorp there.", "P Walker of Gestingthorp"),
    ("Ms Roe met Minister of Foreign Affairs Ditmir Bushati there.", "P Roe, P Ditmir Bushati"),
    ("Minister for Africa Jane Roe left.", "L Africa, P Jane Roe"),
    ("Minister for Europe and Foreign Affairs Jane Roe left.", "L Europe, P Jane Roe"),
    (
      "The International Commission against Torture in Peru met.",
      "O International Commission against Torture in Peru"
    ),
    ("The UN Mission in Goma met.", "O UN Mission in Goma"),
    (
      "The Tarn Group of the Organization for Security and Co-operation in Europe met.",
      "O Tarn Group, O Organization for Security and Co-operation in Europe"
    ),
    ("Sirk, the terrorist group led by Jane Roe, left.", "O Sirk, P Jane Roe"),
    // A country in front of "I", a court of the military, a body of another's, where it writes.
    ("On behalf of Kenya I thank them.", "L Kenya"),
    ("He left the Kenyan military hospital.", ""),
    (
      "They train with the Steel Wolf Brigade of the Latvian Land Forces.",
      "O Steel Wolf Brigade, O Latvian Land Forces"
    ),
    ("Follow the Bureau of Energy Affairs on Twitter.", "O Bureau of Energy Affairs, O Twitter"),
    (
      "Peru's envoy in Murmansk, Vladimir Qwendoy, spoke.", "L Peru, L Murmansk, P Vladimir Qwendoy"
    ),
    ("They chose to acquire Velmont Chemie for cash.", "O Velmont Chemie"),
    (
      "Jane Velmont's firm, Velmont & Partners, grew. Velmont said so.",
      "P Jane Velmont, O Velmont & Partners, P Velmont"
    ),
    // Countries, firms and clubs that no list holds or that are something else too.
    ("He was Freedonia's foreign minister.", "L Freedonia"),
    ("The government of Freedonia fell.", "L Freedonia"),
    ("The government of Rufus Lund fell.", "P Rufus Lund"),
    ("He was Velmont's head of sales.", "O Velmont"),
    ("It agreed to buy Velmont for cash.", "O Velmont"),
    ("It sold its stake in Velmont for cash.", "O Velmont"),
    ("A year ago Everton signed the striker.", "O Everton"),
    ("Norwood City have left the league.", "O Norwood City"),
    ("People in Norwood City have left.", "L Norwood City"),
    ("She met him in the capital, Tivoz, on Monday.", "L Tivoz"),
    ("It was an analyst at broker Kestrel Hay.", "O Kestrel Hay"),
    ("Finance Minister Ole Dam left.", "P Ole Dam"),
    ("Vale, 38, who sued, left. He met Vale there.", "P Vale, O Vale"),
    ("Carmaker Corvex left.", "O Corvex"),
    ("He worked for the energy trader Corvex.", "O Corvex"),
    ("It sold 3m copies.", ""),
    // Particles, initials, suffixes, nicknames.
    ("Yesterday Ludwig van der Berg spoke.", "P Ludwig van der Berg"),
    ("He met Khalid bin Rashid there.", "P Khalid bin Rashid"),
    ("He met J. R. Mason there.", "P J. R. Mason"),
    ("He met Robert \"Bobby\" Mason there.", "P Robert \"Bobby\" Mason"),
    ("He met Martin Hughes Jr. there.", "P Martin Hughes Jr."),
    // Names of many cultures.
    ("Park Sung-min met Nguyen Van Minh.", "P Park Sung-min, P Nguyen Van Minh"),
    ("Oleksandr Kovalenko met Chukwuemeka Obi.", "P Oleksandr Kovalenko, P Chukwuemeka Obi"),
    ("Juan Carlos Fernandez met Priya Sharma.", "P Juan Carlos Fernandez, P Priya Sharma"),
    // Bodies by their heads.
    ("The Ministry of Foreign Affairs denied it.", "O Ministry of Foreign Affairs"),
    ("The University of Leeds opened.", "O University of Leeds"),
    ("Shares of Brightwater Holdings Ltd rose.", "O Brightwater Holdings Ltd"),
    ("The National Farmers' Union met.", "O National Farmers' Union"),
    // Bodies named for who owns them.
    ("The Dockers' Alliance met.", "O Dockers' Alliance"),
    ("The Ames County Sheriff's Office closed.", "O Ames County Sheriff's Office"),
    ("It was Governor King's Office that lied.", "P King"),
    // A body goes by its first word where a capital inside a sentence says so.
    (
      "Harbour Building Society fell. Shares of Harbour fell.",
      "O Harbour Building Society, O Harbour"
    ),
    ("Harbour Building Society fell. He sailed in the Harbour.", "O Harbour Building Society"),
    // Acronyms like words, and in the plural.
    (
      "The Northern Rivers Inspection Board met. Nrib said so.",
      "O Northern Rivers Inspection Board, O Nrib"
    ),
    ("They sold HGVs and took their GCSEs.", ""),
    ("Some Labour MPs rebelled.", "O Labour"),
    // Letters that are a rank only in front of a name.
    ("Yesterday DC Hannah Wood spoke.", "P Hannah Wood"),
    // A state or party, and who belongs to it.
    ("It was Texas Republican Mary Wood.", "L Texas, O Republican, P Mary Wood"),
    ("The Secretary to the Treasury Tom Adams left.", "O Treasury, P Tom Adams"),
    ("The cyclist Paula Banks won.", "P Paula Banks"),
    ("Apple was sued.", "O Apple"),
    // A country and an institution are a name.
    ("The Iraqi government fell.", "O Iraqi government"),
    ("It was up to Poland's parliament.", "O Poland's parliament, L Poland"),
    ("The Government of Kenya agreed.", "O Government of Kenya, L Kenya"),
    // Places.
    ("She lives in Nairobi, Kenya.", "L Nairobi, L Kenya"),
    ("They camped at Lake Turkana.", "L Lake Turkana"),
    ("Fighting went on near Zarqabad.", "L Zarqabad"),
    // What is no entity.
    ("The World Cup began on Monday.", ""),
    ("Operation Silver Dawn ended in May.", ""),
    ("It was the worst Monday in March.", ""),
    // Hyphens.
    ("US-led forces left.", "L US"),
    ("The pro-Iran militia left.", "L Iran"),
    ("The Nairobi-based firm closed.", "L Nairobi"),
    // Broken lines.
    (
      "The meeting of all of the ministers of the region was\nheld in the small town of Santa\nCruz.",
      "L Santa\nCruz"
    ),
    // Ships are bodies.
    ("The USS Marlin sank.", "O USS Marlin"),
  ]

  @Test(arguments: rows) func finds(_ row: (text: String, names: String)) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    #expect(try Self.short(Names.found(row.text, knowledge)) == row.names)
  }

  /// `P name, O name, L name` of what was found.
  static func short(_ names: [String]) -> String {
    let letters = ["person": "P", "organization": "O", "place": "L"]
    return names.map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return "\(letters[String(parts[0])] ?? "?") \(parts[1])"
    }.joined(separator: ", ")
  }

  /// A word that can be two things, in both senses.
  static let ambiguous: [(String, String)] = [
    ("He flew to Jordan on Monday.", "place Jordan"),
    ("Michael Jordan won.", "person Michael Jordan"),
    ("Turkey recalled its envoy.", "place Turkey"),
    ("They ate turkey.", ""),
    ("He lives in Washington.", "place Washington"),
    ("Denise Washington spoke.", "person Denise Washington"),
    ("Talks were held in Chad.", "place Chad"),
    ("Chad Miller spoke.", "person Chad Miller"),
    ("It may rain in May.", ""),
    ("Theresa May resigned.", "person Theresa May"),
    ("Will it rain?", ""),
    ("Will Carter said so.", "person Will Carter"),
  ]

  @Test(arguments: ambiguous) func tellsSensesApart(_ row: (text: String, names: String)) throws {
    let knowledge = try #require(BuiltIn.knowledge)
    #expect(try Names.found(row.text, knowledge).joined(separator: ", ") == row.names)
  }

  @Test func learnsSurnamesFromTheDocument() throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let text = "Anthony Hill arrived on Monday. The crowd cheered. Later Hill spoke."
    #expect(try Names.found(text, knowledge) == ["person Anthony Hill", "person Hill"])
  }

  @Test func explainsEveryDecision() throws {
    let knowledge = try #require(BuiltIn.knowledge)
    var extractor = Extractor(knowledge: knowledge)
    var extraction = Extraction()
    extractor.extract(Array("Qorvat Belmin said he was in Nairobi.".utf8), into: &extraction)
    let decisions = extractor.nameDecisions
    #expect(decisions.map(\.kind) == ["person", "place"])
    for decision in decisions {
      #expect(!knowledge.ruleName(decision.rule).isEmpty)
      #expect(!decision.reasons.isEmpty)
    }
    let first = try #require(decisions.first)
    let total = first.reasons.reduce(0) { $0 + $1.points[0] }
    let others = (1...3).map { k in first.reasons.reduce(0) { $0 + $1.points[k] } }
    #expect(total - (others.max() ?? 0) == first.margin)
  }

  @Test func featuresAreCalledWhatTheyAre() {
    #expect(
      "\(NameFeature.names)".split(separator: " ").map(String.init)
        == NameFeature.allCases.map { "\($0)" })
  }

  /// A pack's numbers may be large, and their sums as far apart as they like.
  @Test func weightsOfAnySizeAreCompared() {
    let rows = NameFeature.allCases.map { Array("\($0)\t160000\t-160000\t-160000\t-160000".utf8) }
    let (weights, unknown) = NameWeights.parse(rows)
    #expect(unknown.isEmpty)
    let sums = NameFeature.allCases.reduce(into: NameScores()) { sums, feature in
      sums.person += weights.points(of: feature).person
      sums.reject += weights.points(of: feature).reject
    }
    #expect(sums.best.kind == .person)
    let ends = NameScores(person: .max, organization: .min, place: .min, reject: .min)
    #expect(ends.best.margin == .max)
  }

  @Test func weightsOfUnknownFeaturesAreReported() {
    let (_, unknown) = NameWeights.parse(
      ["oneToken\t1\t2\t3\t-4", "nonsense\t1", "hyphenated\tx"].map { Array($0.utf8) })
    #expect(unknown == ["nonsense"])
  }
}
